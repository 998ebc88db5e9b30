"""Tests at the end of plain paths: the JSON says the same as the compiled expression."""

from typing import Any

import pytest

from conformance.fhirpath import compile as compile_path
from conformance.fhirpath.model import root_node

PATIENT = {
    "resourceType": "Patient",
    "telecom": [
        {"system": "phone", "value": "1"},
        {"system": "email", "value": "2"},
        {"value": "3"},
        {"_system": {"extension": [{"url": "x", "valueCode": "phone"}]}, "value": "4"},
        {"system": "Phone"},
    ],
    "extension": [{"url": "http://a", "valueString": "s"}, {"url": "http://b"}],
    "generalPractitioner": [
        {"reference": "Practitioner/p"},
        {"reference": "http://x/fhir/Organization/o/_history/1"},
        {"type": "Practitioner", "identifier": {"value": "1"}},
    ],
}
CONTAINED = {
    "resourceType": "Patient",
    "contained": [{"resourceType": "Practitioner", "id": "c"}],
    "generalPractitioner": [
        {"reference": "#c"}, {"reference": "urn:uuid:1"}, {"reference": "Practitioner/p"}
    ],
}  # fmt: skip
EXPRESSIONS = [
    "Patient.telecom.where(system='phone')",
    "Patient.telecom.where(system = 'email') | Patient.telecom.where(system = 'phone')",
    "Patient.telecom.where(system='fax')",
    "Patient.extension('http://a')",
    "Patient.extension('http://none')",
    "Patient.generalPractitioner.where(resolve() is Practitioner)",
    "Patient.generalPractitioner.where(resolve() is Organization)",
    "Patient.generalPractitioner.where(resolve() is Resource)",
    "Patient.telecom.where(rank = 1)",
    "Patient.telecom.where(value)",
]


@pytest.mark.parametrize("resource", [PATIENT, CONTAINED, {"resourceType": "Patient"}])
@pytest.mark.parametrize("text", EXPRESSIONS)
def test_both_ways_find_the_same(text: str, resource: dict[str, Any]) -> None:
    expression = compile_path(text, "Patient")
    try:
        compiled = expression.typed(root_node(resource))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other way has it too
        with pytest.raises(type(error)):
            expression.typed(resource)
    else:
        assert expression.typed(resource) == compiled
        assert expression(resource) == [value for value, _ in compiled]
