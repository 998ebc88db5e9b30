"""The expressions of the R4 SearchParameters compile, run anywhere, and find what they say."""

import json
from decimal import Decimal

import pytest

from conformance.definitions import search_parameters
from conformance.fhirpath import compile  # noqa: A004

from .conftest import SUITE, read

PARAMETERS = [p for p in search_parameters() if p.expression]

OBSERVATION = {
    "resourceType": "Observation",
    "subject": {"reference": "Patient/wang"},
    "focus": [{"reference": "Device/1"}],
    "code": {"coding": [{"system": "http://loinc.org", "code": "8480-6"}]},
    "valueQuantity": {"value": Decimal("120.0"), "unit": "mmHg"},
    "component": [
        {"code": {"text": "a"}, "valueQuantity": {"value": 80}},
        {"code": {"text": "b"}, "valueCodeableConcept": {"text": "high"}},
    ],
}


def resources():
    inputs = sorted((SUITE / "inputs").glob("*.json")) if SUITE.is_dir() else []
    return [OBSERVATION, {"resourceType": "Patient"}, *map(read, inputs)]


def expression_of(code, base):
    expression = next(p.expression for p in PARAMETERS if p.code == code and base in p.base)
    return compile(expression, base)


def test_every_expression_compiles_and_runs_on_any_resource():
    assert len(PARAMETERS) == 1384
    found = resources()
    for parameter in PARAMETERS:
        for base in parameter.base:
            expression = compile(parameter.expression, base)
            for resource in found:
                values = expression(resource)
                assert [v for v, _ in expression.typed(resource)] == values


def test_without_a_context_the_result_is_the_same():
    for parameter in PARAMETERS:
        for resource in resources():
            kind = resource["resourceType"]
            if kind in parameter.base:
                told = compile(parameter.expression, kind).typed(resource)
                untold = compile(parameter.expression).typed(resource)
                assert _sorted(told) == _sorted(untold), parameter.expression


def _sorted(typed):
    return sorted(json.dumps(pair, default=str) for pair in typed)


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("identifier", ["Identifier", "Identifier"]),
        ("name", ["HumanName", "HumanName"]),
        ("family", ["string", "string"]),
        ("given", ["string", "string", "string"]),
        ("birthdate", ["date"]),
        ("gender", ["code"]),
        ("address", ["Address", "Address"]),
        ("address-city", ["string", "string"]),
        ("telecom", ["ContactPoint", "ContactPoint"]),
        ("email", ["ContactPoint"]),
        ("general-practitioner", ["Reference"] * 3),
        ("organization", ["Reference"]),
        ("active", ["boolean"]),
        ("deceased", ["boolean"]),
        ("death-date", []),
        ("link", []),
    ],
)
def test_types_of_patient_parameters(patient, code, kinds):
    assert [kind for _, kind in expression_of(code, "Patient").typed(patient)] == kinds


def test_values_of_patient_parameters(patient):
    assert expression_of("family", "Patient")(patient) == ["王", "Wang"]
    assert expression_of("given", "Patient")(patient) == ["芳", "Fang", "Amy"]
    assert expression_of("birthdate", "Patient").typed(patient) == [("1990-03-07", "date")]
    assert expression_of("email", "Patient")(patient) == [patient["telecom"][1]]
    assert expression_of("deceased", "Patient").typed(patient) == [(False, "boolean")]


def test_choices_are_narrowed_by_their_json_key():
    quantity = OBSERVATION["valueQuantity"]
    assert expression_of("value-quantity", "Observation").typed(OBSERVATION) == [
        (quantity, "Quantity")
    ]
    assert expression_of("combo-value-quantity", "Observation").typed(OBSERVATION) == [
        (quantity, "Quantity"),
        ({"value": 80}, "Quantity"),
    ]
    assert expression_of("component-value-concept", "Observation").typed(OBSERVATION) == [
        ({"text": "high"}, "CodeableConcept")
    ]
    assert expression_of("value-string", "Observation")(OBSERVATION) == []


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ({"reference": "Patient/1"}, True),
        ({"reference": "Patient/1/_history/2"}, True),
        ({"reference": "http://example.org/fhir/Patient/1"}, True),
        ({"reference": "https://example.org/Patient/fhir/Device/1"}, False),
        ({"reference": "Patient?identifier=http://example.org|1"}, True),
        ({"reference": "Device/1"}, False),
        ({"reference": "urn:uuid:1", "type": "Patient"}, True),
        ({"type": "Patient", "identifier": {"value": "1"}}, True),
        ({"reference": "#p"}, True),
        ({"reference": "#d"}, False),
        ({"reference": "#nothing"}, False),
        ({"reference": "Patientx/1"}, False),
        ({"display": "somebody"}, False),
    ],
)
def test_resolve_is_needs_no_fetch(reference, found):
    resource = {
        "resourceType": "Observation",
        "contained": [
            {"resourceType": "Patient", "id": "p"},
            {"resourceType": "Device", "id": "d"},
        ],
        "subject": reference,
    }

    def never(_):
        raise AssertionError("a reference that names its type was fetched")

    fetch = never if found else None
    by_parameter = expression_of("patient", "Observation").typed(resource, resolve=fetch)
    assert by_parameter == ([(reference, "Reference")] if found else [])


def test_extension_parameters(patient):
    expression = compile("Patient.extension('http://example.org/tags').value", "Patient")
    assert expression.typed(patient) == [("a", "code")]


def test_documents_are_typed_by_their_first_entry():
    composition = {"resourceType": "Composition", "id": "c"}
    bundle = {"resourceType": "Bundle", "entry": [{"resource": composition}]}
    assert expression_of("composition", "Bundle").typed(bundle) == [(composition, "Composition")]
