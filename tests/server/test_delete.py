"""delete (http.html 3.1.0.7)."""

import pytest
from build import patient, unique


@pytest.fixture
def made(fhir):
    return fhir.made(patient())


def test_a_delete_answers_204_or_200_and_the_resource_is_gone(fhir, made):
    answer = fhir.delete(f"Patient/{made['id']}")
    assert answer.status_code in (200, 204)
    assert (answer.status_code == 204) == (answer.content == b"")
    assert fhir.get(f"Patient/{made['id']}").status_code == 410
    assert fhir.count("Patient", _id=made["id"]) == 0


def test_the_version_of_the_deletion_is_its_etag(fhir, made):
    assert fhir.delete(f"Patient/{made['id']}").headers.get("etag") in (None, 'W/"2"')


def test_an_outcome_on_request(fhir, made):
    prefer = {"Prefer": "return=OperationOutcome"}
    answer = fhir.delete(f"Patient/{made['id']}", headers=prefer)
    assert answer.status_code == 200
    assert answer.json()["resourceType"] == "OperationOutcome"


def test_deleting_again_makes_no_version(fhir, made):
    for _ in range(3):
        assert fhir.delete(f"Patient/{made['id']}").status_code in (200, 204)
    assert fhir.get(f"Patient/{made['id']}/_history").json()["total"] == 2
    assert fhir.get(f"Patient/{made['id']}/_history/3").status_code == 404


def test_deleting_what_never_was_succeeds_and_makes_nothing(fhir):
    id_ = unique()
    assert fhir.delete(f"Patient/{id_}").status_code in (200, 204)
    assert fhir.get(f"Patient/{id_}").status_code == 404
    assert fhir.get(f"Patient/{id_}/_history").status_code == 404


def test_if_match_holds_for_deletions(fhir, made):
    path = f"Patient/{made['id']}"
    assert fhir.delete(path, headers={"If-Match": 'W/"9"'}).status_code == 412
    assert fhir.get(path).status_code == 200
    assert fhir.delete(path, headers={"If-Match": 'W/"1"'}).status_code in (200, 204)


def test_a_type_without_criteria_is_not_deleted(fhir, made):
    assert fhir.delete("Patient").status_code in (400, 405, 412)
    assert fhir.get(f"Patient/{made['id']}").status_code == 200


def test_a_version_is_not_deleted(fhir, made):
    answer = fhir.delete(f"Patient/{made['id']}/_history/1")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert fhir.get(f"Patient/{made['id']}/_history/1").status_code == 200
