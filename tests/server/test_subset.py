"""What is left of a resource by `_summary` and `_elements` (search.html 3.1.1.5.7, 3.1.1.5.8)."""

from copy import deepcopy
from decimal import Decimal

import pytest

from fhir_server.subset import SUBSETTED, check_elements, subset

NONE: frozenset[str] = frozenset()

PATIENT = {
    "resourceType": "Patient",
    "id": "a",
    "meta": {"versionId": "3", "tag": [{"system": "http://example.org", "code": "keep"}]},
    "text": {"status": "generated", "div": "<div>王芳</div>"},
    "extension": [{"url": "http://example.org/e", "valueString": "x"}],
    "identifier": [{"value": "1", "extension": [{"url": "http://example.org/e"}]}],
    "active": True,
    "name": [{"text": "王芳"}],
    "birthDate": "1980-01-01",
    "_birthDate": {"extension": [{"url": "http://example.org/time", "valueString": "noon"}]},
    "deceasedBoolean": False,
    "maritalStatus": {"text": "married"},
    "photo": [{"data": "AAAA"}],
    "contact": [{"name": {"text": "李伟"}}],
    "modifierExtension": [{"url": "http://example.org/m", "valueBoolean": True}],
}
OBSERVATION = {
    "resourceType": "Observation",
    "id": "o",
    "text": {"status": "generated", "div": "<div/>"},
    "status": "final",
    "code": {"text": "weight"},
    "valueQuantity": {"value": Decimal("70.10"), "unit": "kg"},
    "note": [{"text": "n"}],
    "component": [
        {"code": {"text": "c"}, "valueInteger": 1, "interpretation": [{"text": "high"}]},
    ],
}
QUESTIONNAIRE = {
    "resourceType": "Questionnaire",
    "status": "draft",
    "title": "t",
    "item": [{"linkId": "1", "type": "string", "text": "?"}],
}


def keys(part: dict) -> set[str]:
    return set(part) - {"resourceType", "id", "meta"}


@pytest.mark.parametrize(
    ("resource", "summary", "left"),
    [
        (
            PATIENT,
            "true",
            "identifier active name birthDate _birthDate deceasedBoolean modifierExtension",
        ),
        (PATIENT, "text", "text"),
        (PATIENT, "count", ""),
        (OBSERVATION, "true", "status code valueQuantity component"),
        (OBSERVATION, "text", "text status code"),
        (OBSERVATION, "data", "status code valueQuantity note component"),
        (QUESTIONNAIRE, "true", "status title"),
    ],
)
def test_a_summary_keeps(resource, summary, left):
    part = subset(resource, summary, NONE)
    assert keys(part) == set(left.split())
    assert next(iter(part)) == "resourceType"
    assert SUBSETTED in part["meta"]["tag"]


@pytest.mark.parametrize(
    ("resource", "elements", "left"),
    [
        (PATIENT, {"name"}, "name active deceasedBoolean modifierExtension"),
        (
            PATIENT,
            {"Patient.birthDate", "DomainResource.text"},
            "birthDate _birthDate text active deceasedBoolean modifierExtension",
        ),
        (OBSERVATION, {"value"}, "status code valueQuantity"),
        (OBSERVATION, {"value[x]"}, "status code valueQuantity"),
        (OBSERVATION, {"valueQuantity"}, "status code valueQuantity"),
        (OBSERVATION, {"Patient.name", "note"}, "status code note"),
    ],
)
def test_elements_keep_what_is_named_mandatory_or_modifying(resource, elements, left):
    part = subset(resource, None, frozenset(elements))
    assert keys(part) == set(left.split())
    assert SUBSETTED in part["meta"]["tag"]


def test_a_summary_goes_into_backbones_and_data_types():
    part = subset(OBSERVATION, "true", NONE)
    assert part["component"] == [{"code": {"text": "c"}, "valueInteger": 1}]
    assert part["valueQuantity"] == {"value": Decimal("70.10"), "unit": "kg"}
    assert str(part["valueQuantity"]["value"]) == "70.10"
    assert subset(PATIENT, "true", NONE)["identifier"] == [{"value": "1"}]


def test_extensions_that_modify_are_whole():
    part = subset(PATIENT, "true", NONE)
    assert part["modifierExtension"] == PATIENT["modifierExtension"]


def test_a_bundle_keeps_the_summaries_of_its_entries():
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": "http://example.org/Patient/a", "resource": PATIENT}],
    }
    inner = subset(bundle, "true", NONE)["entry"][0]["resource"]
    assert inner["id"] == "a"
    assert "name" in inner
    assert "contact" not in inner


def test_elements_decide_over_the_summary():
    assert "contact" in subset(PATIENT, "true", frozenset({"contact"}))
    assert "birthDate" not in subset(PATIENT, "true", frozenset({"contact"}))


@pytest.mark.parametrize("summary", [None, "false"])
def test_the_whole_is_not_tagged(summary):
    part = subset(PATIENT, summary, NONE)
    assert part == PATIENT
    assert part is not PATIENT


@pytest.mark.parametrize("summary", ["true", "text", "data", "count"])
def test_the_resource_given_stays_as_it_was(summary):
    resource = deepcopy(PATIENT)
    part = subset(resource, summary, NONE)
    assert resource == PATIENT
    assert part["meta"]["versionId"] == "3"
    assert part["meta"]["tag"] == [*PATIENT["meta"]["tag"], SUBSETTED]
    assert subset(part, summary, NONE)["meta"] == part["meta"]  # tagged once


@pytest.mark.parametrize(
    ("elements", "unknown"),
    [
        ({"name", "id", "Patient.identifier", "deceased", "deceasedBoolean"}, []),
        ({"Observation.code"}, []),
        ({"nam", "Patient.code"}, ["Patient.code", "nam"]),
        ({"name.family", "Patient.contact.name"}, ["Patient.contact.name", "name.family"]),
        ({"Foo.name", ".name", "HumanName.family"}, [".name", "Foo.name", "HumanName.family"]),
    ],
)
def test_unknown_elements_are_told(elements, unknown):
    assert check_elements("Patient", frozenset(elements)) == unknown
