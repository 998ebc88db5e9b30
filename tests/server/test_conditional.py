"""Conditional create, update, patch and delete (http.html 3.1.0.8.1, 3.1.0.4.3, 3.1.0.7.1)."""

import pytest
from build import criteria, fhirpath_patch, identified, patient, unique


@pytest.fixture
def key():
    return unique()


@pytest.fixture
def twins(fhir, key):
    """Two Patients with one identifier."""
    return [fhir.made(identified(key)) for _ in range(2)]


def put(fhir, key, resource, **headers):
    return fhir.put(f"Patient?{criteria(key)}", json=resource, headers=headers)


def patched(fhir, key, **headers):
    replace = fhirpath_patch(
        {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "other"}}
    )
    return fhir.patch(f"Patient?{criteria(key)}", json=replace, headers=headers)


def test_a_conditional_create_without_a_match_creates(fhir, key):
    answer = fhir.create(identified(key), if_none_exist=criteria(key))
    assert answer.status_code == 201
    assert answer.headers["location"].startswith(f"{fhir.base}/Patient/")


def test_a_conditional_create_with_a_match_is_200_and_ignores_the_body(fhir, key):
    made = fhir.made(identified(key))
    answer = fhir.create(identified(key, gender="male"), if_none_exist=criteria(key))
    assert answer.status_code == 200
    assert answer.headers["etag"] == 'W/"1"'
    where = answer.headers.get("location") or answer.headers["content-location"]
    assert where == f"{fhir.base}/Patient/{made['id']}/_history/1"
    assert fhir.get(f"Patient/{made['id']}").json() == made
    assert fhir.count("Patient", identifier=key) == 1


def test_a_conditional_create_with_several_matches_is_412(fhir, key, twins):
    assert fhir.create(identified(key), if_none_exist=criteria(key)).status_code == 412
    assert fhir.count("Patient", identifier=key) == 2


def test_a_conditional_create_after_a_deletion_creates_again(fhir, key):
    first = fhir.create(identified(key), if_none_exist=criteria(key)).json()
    fhir.delete(f"Patient/{first['id']}")
    second = fhir.create(identified(key), if_none_exist=criteria(key))
    assert second.status_code == 201
    assert second.json()["id"] != first["id"]


@pytest.mark.parametrize("wanted", ["?{}", "Patient?{}", "{}&_format=json", "BASE/Patient?{}"])
def test_criteria_are_understood_as_clients_write_them(fhir, key, wanted):
    fhir.made(identified(key))
    answer = fhir.create(
        identified(key), if_none_exist=wanted.format(criteria(key)).replace("BASE", fhir.base)
    )
    assert answer.status_code == 200


def test_criteria_in_the_url_of_a_create_are_a_condition_too(fhir, key):
    """R4 gives them no meaning; ignoring them would make a duplicate nobody asked for."""
    made = fhir.made(identified(key))
    answer = fhir.post(f"Patient?{criteria(key)}", json=identified(key))
    assert (answer.status_code, answer.json()["id"]) == (200, made["id"])
    assert fhir.post("Patient?colour=red", json=identified(key)).status_code == 400


@pytest.mark.parametrize("wanted", ["colour=red", "identifier:colour=x", "birthdate=yesterday"])
def test_criteria_that_cannot_be_carried_out_are_refused(fhir, wanted):
    assert fhir.create(patient(), if_none_exist=wanted).status_code == 400
    assert fhir.put(f"Patient?{wanted}", json=patient()).status_code == 400
    assert fhir.delete(f"Patient?{wanted}").status_code == 400


def test_a_conditional_update_without_match_and_id_creates(fhir, key):
    answer = put(fhir, key, identified(key))
    assert answer.status_code == 201
    assert answer.headers["etag"] == 'W/"1"'
    assert answer.headers["location"].startswith(f"{fhir.base}/Patient/")


def test_a_conditional_update_without_match_creates_under_the_id_given(fhir, key):
    own = unique()
    answer = put(fhir, key, identified(key, id=own))
    assert (answer.status_code, answer.json()["id"]) == (201, own)


def test_a_conditional_update_updates_its_match(fhir, key):
    made = fhir.made(identified(key))
    answer = put(fhir, key, identified(key, gender="male"))
    assert answer.status_code == 200
    assert (answer.json()["id"], answer.headers["etag"]) == (made["id"], 'W/"2"')
    same = put(fhir, key, identified(key, id=made["id"], gender="female"))
    assert (same.status_code, same.headers["etag"]) == (200, 'W/"3"')


def test_a_conditional_update_with_the_id_of_another_is_400(fhir, key):
    made = fhir.made(identified(key))
    assert put(fhir, key, identified(key, id=unique())).status_code == 400
    assert fhir.get(f"Patient/{made['id']}").headers["etag"] == 'W/"1"'


def test_a_conditional_update_with_several_matches_is_412(fhir, key, twins):
    assert put(fhir, key, identified(key)).status_code == 412


def test_a_conditional_update_minds_if_match(fhir, key):
    fhir.made(identified(key))
    assert put(fhir, key, identified(key), **{"If-Match": 'W/"4"'}).status_code == 412
    assert put(fhir, key, identified(key), **{"If-Match": 'W/"1"'}).status_code == 200


def test_a_conditional_patch(fhir, key):
    assert patched(fhir, key).status_code == 404
    fhir.made(identified(key, gender="male"))
    answer = patched(fhir, key)
    assert (answer.status_code, answer.json()["gender"]) == (200, "other")
    assert patched(fhir, key, **{"If-Match": 'W/"1"'}).status_code == 412
    assert patched(fhir, key, **{"If-Match": 'W/"2"'}).status_code == 200


def test_a_conditional_patch_with_several_matches_is_412(fhir, key, twins):
    assert patched(fhir, key).status_code == 412


def test_a_conditional_delete(fhir, key):
    made = fhir.made(identified(key))
    assert fhir.delete(f"Patient?{criteria(key)}").status_code in (200, 204)
    assert fhir.get(f"Patient/{made['id']}").status_code == 410


def test_a_conditional_delete_without_a_match_does_nothing(fhir, key):
    assert fhir.delete(f"Patient?{criteria(key)}").status_code in (200, 204, 404)


def test_a_conditional_delete_of_several_is_412_by_default(fhir, key, twins):
    assert fhir.delete(f"Patient?{criteria(key)}").status_code == 412
    assert fhir.count("Patient", identifier=key) == 2


def test_a_conditional_read_by_search(fhir, key):
    made = fhir.made(identified(key))
    found = fhir.get(f"Patient?{criteria(key)}").json()
    assert [e["resource"]["id"] for e in found["entry"]] == [made["id"]]


@pytest.mark.parametrize("wanted", ["", "?", "_count=1"])
def test_a_condition_without_criteria_creates_nothing(fhir, key, wanted):
    assert fhir.create(identified(key), if_none_exist=wanted).status_code == 400
    assert fhir.count("Patient", identifier=key) == 0
