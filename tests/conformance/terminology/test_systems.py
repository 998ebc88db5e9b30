"""Systems known by grammar or registry, and those not known: `cases/systems.yaml`."""

from pathlib import Path

import pytest
import yaml

from .shelf import terminology, value_set

DATA = yaml.safe_load((Path(__file__).parent / "cases" / "systems.yaml").read_text())
UNKNOWN = DATA.pop("unknown")
KNOWN = terminology()


def named(kind):
    return [(url, code) for url, found in DATA.items() for code in found.get(kind, ())]


@pytest.mark.parametrize(("system", "code"), named("accepts"))
def test_accepted(system, code):
    assert KNOWN.code_system_knows(system, code) is True
    assert KNOWN.validate_in_system(system, code) == (
        True,
        None,
        KNOWN.validate_in_system(system, code).display,
    )


@pytest.mark.parametrize(("system", "code"), named("refuses"))
def test_refused(system, code):
    assert KNOWN.code_system_knows(system, code) is False
    assert KNOWN.validate_in_system(system, code).result is False


@pytest.mark.parametrize(("system", "code"), named("withdrawn"))
def test_withdrawn(system, code):
    verdict = KNOWN.validate_in_system(system, code)
    assert verdict.result is True
    assert "no longer in use" in verdict.message.english


@pytest.mark.parametrize("system", UNKNOWN)
def test_unknown(system):
    assert KNOWN.code_system_knows(system, "1") is None
    verdict = KNOWN.validate_in_system(system, "1")
    assert verdict.result is None
    assert system in verdict.message.english
    assert system in verdict.message.chinese


@pytest.mark.parametrize(
    ("value_set", "code", "result"),
    [
        ("all-time-units", "min", True),
        ("all-time-units", "mg", False),
        ("all-time-units", "[drp]", False),
        ("all-time-units", "minutes", False),
        ("all-distance-units", "km", True),
        ("all-distance-units", "[smoot]", None),
        ("iso3166-1-3", "CHN", True),
        ("iso3166-1-3", "CN", False),
        ("iso3166-1-N", "156", True),
        ("jurisdiction", "CN", True),
        ("timezones", "Asia/Shanghai", True),
        ("all-languages", "yue", True),
        ("mimetypes", "text/plain", True),
        ("mimetypes", "text", False),
        ("currencies", "CNY", True),
        ("ucum-units", "mmHg", False),
    ],
)
def test_value_sets_of_r4_over_them(value_set, code, result):
    known = terminology(core=True)
    verdict = known.validate(f"http://hl7.org/fhir/ValueSet/{value_set}", None, code)
    assert verdict.result is result


def test_a_property_that_a_grammar_has_not():
    rule = {"property": "colour", "op": "=", "value": "red"}
    include = {"system": "http://unitsofmeasure.org", "filter": [rule]}
    verdict = terminology(value_set("set", include)).validate("set", None, "mg")
    assert verdict.result is None
    assert "no property colour" in verdict.message.english


def test_units_with_hundreds_of_brackets_are_refused_at_once():
    for code in ("(" * 190, "(m" * 60 + ")" * 60, "m" * 100_000, "." * 190):
        KNOWN.code_system_knows("http://unitsofmeasure.org", code)
