"""update, update as create, managing contention (http.html 3.1.0.4, 3.1.0.5)."""

import pytest
from build import observation, patient, unique


@pytest.fixture
def made(fhir):
    return fhir.made(patient(gender="female"))


def test_an_update_makes_the_next_version(fhir, made):
    answer = fhir.update({**made, "gender": "male"})
    updated = answer.json()
    assert answer.status_code == 200
    assert answer.headers["etag"] == 'W/"2"'
    assert "last-modified" in answer.headers
    assert updated["meta"]["versionId"] == "2"
    assert updated["meta"]["lastUpdated"] > made["meta"]["lastUpdated"]
    assert fhir.get(f"Patient/{made['id']}").json() == updated
    assert fhir.get(f"Patient/{made['id']}/_history/1").json() == made


def test_an_update_replaces_the_whole_resource(fhir, made):
    updated = fhir.update({"resourceType": "Patient", "id": made["id"], "active": True}).json()
    assert set(updated) == {"resourceType", "id", "meta", "active"}


@pytest.mark.parametrize("own_id", ["a", "A-1.b", "x" * 64, "00", "-", "history"])
def test_a_put_to_a_new_id_creates(fhir, own_id):
    id_ = own_id if len(own_id) == 64 else f"{own_id}{unique()}"
    fhir.delete(f"Patient/{id_}")
    answer = fhir.update(patient(id=id_))
    version = answer.json()["meta"]["versionId"]
    assert answer.status_code == 201
    assert answer.json()["id"] == id_
    assert answer.headers["location"] == f"{fhir.base}/Patient/{id_}/_history/{version}"
    assert answer.headers["etag"] == f'W/"{version}"'


def test_ids_are_case_sensitive(fhir):
    id_ = unique() + "a"
    fhir.update(patient(id=id_))
    assert fhir.get(f"Patient/{id_[:-1]}A").status_code == 404


def test_types_have_ids_of_their_own(fhir):
    id_ = unique()
    assert fhir.update(patient(id=id_)).status_code == 201
    assert fhir.update(observation(id=id_)).status_code == 201


@pytest.mark.parametrize(
    "body", [patient(), patient(id="another"), patient(id=""), patient(id=5), observation(id="ID")]
)
def test_the_id_in_the_body_must_be_that_of_the_url(fhir, made, body):
    if body.get("id") == "ID":
        body = {**body, "id": made["id"]}
    assert fhir.put(f"Patient/{made['id']}", json=body).status_code == 400
    assert fhir.get(f"Patient/{made['id']}").headers["etag"] == 'W/"1"'


@pytest.mark.parametrize("id_", ["a_b", "x" * 65, "a%20b", "王", "a%2Fb", "a%00", "a+b", "a%0A"])
def test_an_id_outside_the_rule_is_refused(fhir, id_):
    answer = fhir.put(f"Patient/{id_}", json=patient(id=id_))
    assert answer.status_code in (400, 404)


def test_version_and_time_of_the_client_are_ignored(fhir, made):
    meta = {"versionId": "99", "lastUpdated": "2001-01-01T00:00:00Z"}
    updated = fhir.update({**made, "meta": meta}).json()["meta"]
    assert updated["versionId"] == "2"
    assert updated["lastUpdated"] > made["meta"]["lastUpdated"]


@pytest.mark.parametrize("tag", ['W/"1"', '"1"', "1", "*", 'W/"7", W/"1"'])
def test_if_match_with_the_current_version(fhir, made, tag):
    answer = fhir.update({**made, "gender": "other"}, if_match=tag)
    assert (answer.status_code, answer.headers["etag"]) == (200, 'W/"2"')


@pytest.mark.parametrize("tag", ['W/"2"', '"0"', "11", 'W/"abc"', '""'])
def test_a_stale_if_match_is_412_and_changes_nothing(fhir, made, tag):
    assert fhir.update({**made, "gender": "other"}, if_match=tag).status_code == 412
    assert fhir.get(f"Patient/{made['id']}").json() == made


@pytest.mark.parametrize("tag", ['W/"1"', "*"])
def test_if_match_on_what_is_not_there_is_412(fhir, tag):
    id_ = unique()
    assert fhir.update(patient(id=id_), if_match=tag).status_code == 412
    assert fhir.get(f"Patient/{id_}").status_code == 404


def test_if_none_match_star_creates_only(fhir):
    new = patient(id=unique())
    assert fhir.update(new, if_none_match="*").status_code == 201
    assert fhir.update(new, if_none_match="*").status_code == 412
    assert fhir.get(f"Patient/{new['id']}").headers["etag"] == 'W/"1"'


def test_a_refused_update_makes_no_version(fhir, made):
    assert fhir.update({**made, "colour": "red"}).status_code == 400
    assert fhir.get(f"Patient/{made['id']}").headers["etag"] == 'W/"1"'


def test_an_update_brings_back_what_was_deleted(fhir, made):
    fhir.delete(f"Patient/{made['id']}")
    answer = fhir.update({**made, "gender": "other"})
    assert answer.status_code == 201
    assert answer.headers["etag"] == 'W/"3"'
    assert answer.headers["location"] == f"{fhir.base}/Patient/{made['id']}/_history/3"
    assert fhir.get(f"Patient/{made['id']}").json()["gender"] == "other"
    assert fhir.get(f"Patient/{made['id']}/_history/2").status_code == 410


def test_times_of_versions_only_grow(fhir, made):
    seen = [made["meta"]["lastUpdated"]]
    for _ in range(5):
        seen.append(fhir.update(made).json()["meta"]["lastUpdated"])
    assert seen == sorted(set(seen))
