"""Expressions and their results on one Patient, from `cases/`."""

from pathlib import Path

import pytest
import yaml

from conformance.fhirpath import FhirPathError, evaluate

CASES = [
    pytest.param(expression, expected, id=f"{path.stem}: {expression}")
    for path in sorted(Path(__file__).with_name("cases").glob("*.yaml"))
    for expression, expected in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize(("expression", "expected"), CASES)
def test_case(patient, expression, expected):
    if expected == "error":
        with pytest.raises(FhirPathError):
            evaluate(expression, patient)
    else:
        assert evaluate(expression, patient) == expected
