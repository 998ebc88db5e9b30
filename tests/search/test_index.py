"""What resources are entered under."""

import bz2
from pathlib import Path

import pytest

from conformance.definitions import resource_types
from conformance.json import decode
from fhir_server.search import Place, entries
from fhir_server.search.index import plan


def test_a_patient_has_few_entries() -> None:
    patient = {
        "resourceType": "Patient",
        "id": "p",
        "meta": {"lastUpdated": "2026-01-01T00:00:00Z"},
        "identifier": [{"system": "http://mrn", "value": "12X"}],
        "active": True,
        "name": [{"family": "Müller", "given": ["Eve"]}],
        "birthDate": "1990-02",
        "managingOrganization": {"reference": "Organization/o/_history/2"},
    }
    found = entries("Patient", patient)
    assert sorted(found.idx) == [
        "active\x01true",
        "birthdate\x010df006f6e65a0000df02a2b1f42000",
        "birthdate\x01~0df02a2b1f42000",
        "birthdate\x01~~10df006f6e65a0000df02a2b1f42000",  # as wide as a month
        "deceased\x01\x02false",
        "deceased\x01false",
        "family\x01muller\x02Müller",
        "given\x01eve\x02Eve",
        "identifier\x0112x",
        "identifier\x01http://mrn\x0212x",
        "name\x01eve\x02Eve",
        "name\x01muller\x02Müller",
        "organization\x01Organization/o",
        "organization\x01Organization/o/_history/2",
    ]
    assert found.sort["name"] == {"min": "eve", "max": "muller"}
    assert found.sort["birthdate"] == {"min": "0df006f6e65a000", "max": "0df02a2b1f42000"}


def test_long_values_are_cut_and_stay_apart() -> None:
    long = {
        "resourceType": "Patient",
        "name": [{"text": "语" * 300 + "a"}, {"text": "语" * 300 + "b"}],
    }
    found = entries("Patient", long).idx
    assert all(len(entry.encode()) <= 256 for entry in found)
    assert len({e for e in found if "\x03" in e and e.startswith("name\x01")}) == 2


def test_odd_values_are_no_obstacle() -> None:
    for patient in (
        {"birthDate": "2020-02-31", "_birthDate": {"extension": [{"url": "x", "valueCode": "y"}]}},
        {"_birthDate": {"extension": [{"url": "x", "valueCode": "y"}]}},
        {"name": [{"given": [None, "A"], "_given": [{"id": "x"}, None]}], "identifier": [{}]},
        {"telecom": [{"system": "phone"}], "maritalStatus": {"text": ""}, "link": [{"other": {}}]},
        {"birthDate": "0001-01-01", "deceasedDateTime": "9999-12-31T23:59:59.999+00:00"},
    ):
        assert entries("Patient", {"resourceType": "Patient", **patient}).idx


def test_own_bases_make_absolute_references_local() -> None:
    task = {"resourceType": "Task", "focus": {"reference": "http://a/fhir/Patient/1"}}
    assert entries("Task", task, Place(bases=("http://a/fhir",))).idx == ["focus\x01Patient/1"]
    assert entries("Task", task).idx == ["focus\x01http://a/fhir/Patient/1"]


@pytest.mark.parametrize("type_", resource_types())
def test_every_plan_runs(type_: str) -> None:
    empty = {"resourceType": type_, "id": "x"}
    assert all(
        step.extract(empty) == [] for step in plan(type_) if step.parameter.code != "deceased"
    )


def test_synthetic_records_are_entered(shared: Path) -> None:
    bundles = sorted((shared / "suites" / "bundles").glob("*.bz2"))
    resources = [
        entry["resource"]
        for path in bundles[:6]
        for entry in decode(bz2.decompress(path.read_bytes()))["entry"]
    ]
    assert resources
    for resource in resources:
        assert entries(resource["resourceType"], resource).idx


def test_what_is_contained_is_entered_under_the_reference_to_it_only() -> None:
    observation = {
        "resourceType": "Observation",
        "contained": [{"resourceType": "Patient", "id": "p", "gender": "male"}],
        "subject": {"reference": "#p"},
    }
    found = entries("Observation", observation).idx
    assert "subject\x01#Patient\x02gender\x01male" in found
    assert not [entry for entry in found if entry.startswith("gender")]
