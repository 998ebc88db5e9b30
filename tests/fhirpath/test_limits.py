"""Hostile expressions end, with `FhirPathError`."""

import pytest

from conformance.fhirpath import FhirPathError, compile, evaluate  # noqa: A004


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 5_000 + "1" + ")" * 5_000,
        "-" * 5_000 + "1",
        "not(" * 5_000 + "true" + ")" * 5_000,
        "1 = (" * 1_000 + "1" + ")" * 1_000,
        "name[" * 1_000 + "0" + "]" * 1_000,
        "a." * 40_000 + "a",
        "9" * 10_000,
        "/*" * 20_000,
        "'" + "\\'" * 20_000,
        "%" * 1_000,
    ],
    ids=lambda e: e[:8],
)
def test_hostile_to_parse(expression):
    with pytest.raises(FhirPathError):
        compile(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "repeat($this.descendants() | $this).repeat(1 | 2 | 3).repeat($this + 1)",
        "(1 | 2 | 3).repeat($this + 1)",
        "name.first().given.first().repeat($this & 'a')",
        "descendants().select(%resource.descendants().select(%resource.descendants().select($this)))",
        "descendants().descendants().select(%resource.descendants().repeat(%resource.descendants()))",
        f"'{'a' * 40}'.toChars().aggregate($total & $total & $this, '')",
        f"'{'x' * 30_000}'.replace('', '{'y' * 30_000}')",
    ],
    ids=lambda e: e[:40],
)
def test_hostile_to_run(patient, expression):
    with pytest.raises(FhirPathError):
        evaluate(expression, patient)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("9.power(9).power(9).power(9)", []),
        ("2.power(1000000000000)", []),
        ("2.5.power(100000)", []),
        ("1" + " + 1" * 5_000, [5_001]),
        ("true" + " and true" * 5_000, [True]),
        ("name" + ".first()" * 5_000 + ".use", ["official"]),
        ("id" + " | id" * 5_000, ["wang"]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_long_is_not_deep(patient, expression, result):
    assert evaluate(expression, patient) == result


def test_regular_expressions_are_linear(patient):
    # One that tries every way to split the text would never end.
    assert evaluate(f"'{'a' * 4_000}!'.matches('^(a+)+$')", patient) == [False]
