import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

SUITE = (
    Path(os.environ.get("FHIR_SHARED") or Path(__file__).parents[3] / "shared")
    / "suites"
    / "fhirpath"
)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def suite_cases():
    cases = SUITE / "cases.json"
    return read(cases)["cases"] if cases.is_file() else []


def suite_input(name):
    return read(SUITE / "inputs" / name) if name else {"resourceType": "Basic"}


def pytest_generate_tests(metafunc):
    if "official" in metafunc.fixturenames:
        cases = suite_cases() or [
            pytest.param(None, marks=pytest.mark.skip(f"no {SUITE}: set FHIR_SHARED"))
        ]
        ids = [case["name"] if isinstance(case, dict) else "absent" for case in cases]
        metafunc.parametrize("official", cases, ids=ids)


@pytest.fixture
def patient():
    """A Patient of about 2 KB with two of most things."""
    return {
        "resourceType": "Patient",
        "id": "wang",
        "text": {
            "status": "generated",
            "div": '<div xmlns="http://www.w3.org/1999/xhtml"><p>' + "王芳 " * 90 + "</p></div>",
        },
        "contained": [{"resourceType": "Organization", "id": "clinic", "name": "Clinic"}],
        "extension": [{"url": "http://example.org/tags", "valueCode": "a"}],
        "identifier": [
            {"use": "official", "system": "urn:oid:2.16.156.1", "value": "110101199003070000"},
            {"system": "http://example.org/mrn", "value": "0042", "period": {"start": "2020"}},
        ],
        "active": True,
        "name": [
            {"use": "official", "text": "王芳", "family": "王", "given": ["芳"]},
            {"use": "usual", "family": "Wang", "given": ["Fang", "Amy"]},
        ],
        "telecom": [
            {"system": "phone", "value": "+86 10 5555 0000", "use": "home"},
            {"system": "email", "value": "fang@example.org"},
        ],
        "gender": "female",
        "birthDate": "1990-03-07",
        "_birthDate": {
            "id": "b",
            "extension": [
                {"url": "http://example.org/at", "valueDateTime": "1990-03-07T08:00:00+08:00"}
            ],
        },
        "multipleBirthInteger": 2,
        "address": [
            {"use": "home", "line": ["1 Example Road"], "city": "Beijing", "postalCode": "100000"},
            {"use": "work", "line": ["2 Example Road", "Room 3"], "city": "Tianjin"},
        ],
        "contact": [{"name": {"text": "李伟"}, "telecom": [{"system": "phone", "value": "1"}]}],
        "generalPractitioner": [
            {"reference": "Practitioner/li"},
            {"reference": "#clinic"},
            {"reference": "http://example.org/fhir/Organization/9/_history/2"},
        ],
        "managingOrganization": {"reference": "Organization/1"},
    }
