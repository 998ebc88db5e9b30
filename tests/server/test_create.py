"""create (http.html 3.1.0.8)."""

from datetime import UTC, datetime, timedelta

import pytest
from build import basic, observation, patient, unique

ID = r"[A-Za-z0-9\-.]{1,64}"


def test_a_create_answers_201_with_location_etag_and_time(fhir):
    answer = fhir.create(patient(gender="female"))
    resource = answer.json()
    assert answer.status_code == 201
    location = f"{fhir.base}/Patient/{resource['id']}/_history/1"
    assert answer.headers["location"] == location
    assert answer.headers["etag"] == 'W/"1"'
    assert "last-modified" in answer.headers
    assert fhir.get(location).json() == resource
    assert fhir.get(f"Patient/{resource['id']}").json() == resource


def test_what_comes_back_is_what_was_sent_with_id_and_meta(fhir):
    sent = patient(gender="female", birthDate="1980-02", meta={"tag": [{"code": "t"}]})
    got = fhir.made(sent)
    assert got.pop("id")
    meta = got.pop("meta")
    assert meta.pop("versionId") == "1"
    made = datetime.fromisoformat(meta.pop("lastUpdated"))
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=1)
    assert meta == sent.pop("meta")
    assert got == sent


def test_the_id_of_the_client_is_ignored(fhir):
    own = unique()
    made = fhir.made(patient(id=own))
    assert made["id"] != own
    assert fhir.get(f"Patient/{own}").status_code == 404


def test_version_and_time_of_the_client_are_ignored(fhir):
    meta = {"versionId": "77", "lastUpdated": "2001-01-01T00:00:00Z", "source": "http://a.example"}
    made = fhir.made(patient(meta=meta))["meta"]
    assert made["versionId"] == "1"
    assert made["lastUpdated"] > "2020"
    assert made["source"] == "http://a.example"


def test_each_post_makes_another_resource(fhir):
    assert fhir.made(patient())["id"] != fhir.made(patient())["id"]


@pytest.mark.parametrize(
    ("sent", "url", "expression"),
    [
        (patient(colour="red"), "Patient", "Patient.colour"),
        (patient(gender="unclear"), "Patient", "Patient.gender"),
        (patient(birthDate="2020-13-01"), "Patient", "Patient.birthDate"),
        (patient(birthDate="1980-1-1"), "Patient", "Patient.birthDate"),
        (patient(active="true"), "Patient", "Patient.active"),
        (patient(active=None), "Patient", "Patient.active"),
        (patient(contact=[]), "Patient", "Patient.contact"),
        (patient(maritalStatus={}), "Patient", "Patient.maritalStatus"),
        (patient(name={"family": "王"}), "Patient", "Patient.name"),
        (patient(name=[{"family": ["王"]}]), "Patient", "Patient.name[0].family"),
        (patient(name=[{"family": "王"}, {"familie": "李"}]), "Patient", "Patient.name[1].familie"),
        (patient(multipleBirthInteger=1.5), "Patient", "Patient.multipleBirth"),
        (
            patient(deceasedBoolean=True, deceasedDateTime="2020"),
            "Patient",
            "Patient.deceased",
        ),
        (patient(contact=[{"gender": "male"}]), "Patient", "Patient.contact[0]"),
        ({"resourceType": "Observation", "status": "final"}, "Observation", "Observation"),
        (observation(status="done"), "Observation", "Observation.status"),
        (observation(valueQuantity={"value": "1"}), "Observation", "Observation.value"),
        (
            basic(contained=[{"resourceType": "Patient", "id": "p", "sex": "f"}]),
            "Basic",
            "Basic.contained[0].sex",
        ),
        (basic(extension=[{"valueString": "x"}]), "Basic", "Basic.extension[0]"),
        (basic(extension=[{"url": "http://a.example"}]), "Basic", "Basic.extension[0]"),
        (basic(text={"status": "generated", "div": "<div>x"}), "Basic", "Basic.text"),
    ],
)
def test_what_breaks_the_shape_of_r4_is_refused_with_its_place(fhir, sent, url, expression):
    answer = fhir.post(url, json=sent)
    assert answer.status_code == 400
    issues = answer.json()["issue"]
    assert all(i["severity"] in ("fatal", "error") and i["code"] for i in issues)
    places = [e for i in issues for e in i.get("expression", [])]
    assert any(place.startswith(expression) for place in places), places


def test_every_finding_is_told_at_once(fhir):
    answer = fhir.create(patient(colour="red", gender="unclear", birthDate="1980-1-1", photo=[]))
    places = {e for i in answer.json()["issue"] for e in i["expression"]}
    assert places >= {"Patient.colour", "Patient.gender", "Patient.birthDate", "Patient.photo"}


def test_the_body_must_be_of_the_type_in_the_url(fhir):
    assert fhir.post("Patient", json=observation()).status_code == 400
    assert fhir.post("Patient", json={"active": True}).status_code == 400


@pytest.mark.parametrize("type_", ["Patiant", "patient", "Resource", "DomainResource", "Element"])
def test_a_type_that_is_none_is_404(fhir, type_):
    assert fhir.post(type_, json={"resourceType": type_}).status_code == 404
    assert fhir.get(f"{type_}/1").status_code == 404


def test_the_nearest_type_is_suggested(fhir):
    assert "Patient" in fhir.get("Patiant/1").json()["issue"][0]["diagnostics"]


def test_parameters_have_no_endpoint_and_the_answer_says_why(fhir):
    answer = fhir.post("Parameters", json={"resourceType": "Parameters"})
    assert answer.status_code == 404
    assert "Parameters" in answer.json()["issue"][0]["diagnostics"]


def test_a_refused_create_stores_nothing(fhir):
    value = unique()
    refused = patient(identifier=[{"value": value}], colour="red")
    assert fhir.create(refused).status_code == 400
    assert fhir.count("Patient", identifier=value) == 0
