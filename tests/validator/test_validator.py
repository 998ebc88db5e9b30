"""The two entry points: what they return, how much, how fast."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.definitions import type_named
from conformance.fhirpath import compile as compile_fhirpath
from conformance.json import decode, encode
from conformance.narrative import is_narrative
from conformance.validator import MOST_FINDINGS, check, check_shape
from conformance.validator.invariants import CERTAIN, CORRECTED

PATIENT = decode(Path(__file__).with_name("patient.json").read_bytes())


def test_a_finding_says_all_that_an_outcome_needs():
    [issue] = check({"resourceType": "Patient", "birthDate": "2020-13-01"})
    assert (issue.rule, issue.severity, issue.code) == ("value-format", "error", "value")
    assert (issue.expression, issue.pointer) == ("Patient.birthDate", "/birthDate")
    assert issue.diagnostics == (
        "'2020-13-01' is no date: expected a date that exists: YYYY, YYYY-MM or YYYY-MM-DD."
    )
    assert issue.chinese == (
        "'2020-13-01' 不是合法的 date，应为真实存在的日期，格式为 YYYY、YYYY-MM 或 YYYY-MM-DD。"
    )


@pytest.mark.parametrize("value", [None, [], "Patient", 1, True])
def test_only_objects_are_resources(value):
    assert [issue.rule for issue in check(value)] == ["resource-object"]


def test_expected_type():
    assert check_shape(PATIENT, expect_type="Patient") == []
    [issue] = check(PATIENT, expect_type="Group")
    assert (issue.rule, issue.expression) == ("resource-type-expected", "Group")
    [issue] = check({"id": "a"}, expect_type="Group")
    assert (issue.rule, issue.expression) == ("resource-type-required", "Group")


def test_floats_of_other_decoders_are_decimals():
    def quantity(value):
        extension = {"url": "http://x.org", "valueQuantity": {"value": value}}
        return {"resourceType": "Patient", "extension": [extension]}

    assert check(quantity(0.5)) == []
    assert [issue.rule for issue in check(quantity(float("nan")))] == ["value-format"]


def test_strings_have_a_longest_length():
    longest = {"resourceType": "Patient", "name": [{"text": "a" * 1024 * 1024}]}
    assert check(longest) == []
    longest["name"][0]["text"] += "a"
    [issue] = check(longest)
    assert (issue.rule, issue.expression) == ("string-length", "Patient.name[0].text")


def test_values_are_shortened():
    [issue] = check({"resourceType": "Patient", "birthDate": "9" * 100_000})
    assert len(issue.diagnostics) < 200


def test_findings_have_a_limit_and_a_count():
    issues = check({"resourceType": "Patient"} | {f"f{i}": i for i in range(20_000)})
    assert len(issues) == MOST_FINDINGS + 1
    assert issues[-1].rule == "findings-cut"
    assert issues[-1].severity == "information"
    assert f"{20_000 - MOST_FINDINGS:,}" in issues[-1].diagnostics


def test_what_is_judged_stays_as_it_was():
    before = encode(PATIENT)
    assert check(PATIENT) == []
    assert encode(PATIENT) == before


MOMENTS = [
    "2020",
    "2020-02",
    "2020-02-03",
    "2020-02-04",
    "2020-02-03T10:00:00Z",
    "2020-02-03T09:00:00+08:00",
    "2020-02-03T10:00:00+08:00",
    "2020-02-03T10:00:00.5Z",
    "2021-01-01T10:00:00Z",
]
SAMPLES = {
    "Attachment": {"data": ["QUJD"], "contentType": ["text/plain"], "title": ["a"]},
    "ContactPoint": {"system": ["phone"], "value": ["1"], "use": ["home"]},
    "Quantity": {"value": [1], "code": ["kg"], "system": ["http://unitsofmeasure.org"]},
    "Bundle": {
        "type": ["batch", "transaction", "history", "batch-response", "searchset", "document"],
        "total": [1],
        "entry": [
            [{"fullUrl": "urn:a", "request": {"method": "GET", "url": "x"}}],
            [{"fullUrl": "urn:a"}, {"fullUrl": "urn:a", "response": {"status": "200"}}],
            [{"fullUrl": "urn:a", "search": {"mode": "match"}}, {"fullUrl": "urn:b"}],
            [{"response": {"status": "200"}}, {"response": {"status": "200"}}],
            [{"request": {"method": "GET", "url": "x"}}, {"fullUrl": "urn:a"}],
        ],
    },
    "Bundle.entry": {"resource": [{"resourceType": "Basic"}], "fullUrl": ["urn:x"], "link": [[{}]]},
    "Period": {"start": MOMENTS, "end": MOMENTS},
}


@pytest.mark.parametrize("type_name", SAMPLES)
def test_what_is_certain_without_the_expression_is_what_the_expression_says(type_name):
    choices = [
        [(key, value) for value in (None, *values)] for key, values in SAMPLES[type_name].items()
    ]
    tested = 0
    for constraint in constraints_on(type_name):
        if constraint.key not in CERTAIN:
            continue
        says = CORRECTED.get((type_name, constraint.key), constraint.expression)
        expression = compile_fhirpath(says, type_name)
        for pairs in itertools.product(*choices):
            value = {key: each for key, each in pairs if each is not None}
            if value and CERTAIN[constraint.key](value):
                assert expression(value, environment={"resource": value}) == [True], value
                tested += 1
    assert tested


def constraints_on(type_name):
    parent, _, name = type_name.rpartition(".")
    on_element = type_named(parent).by_name[name].constraints if parent else ()
    return (*type_named(type_name).constraints, *on_element)


PIECES = ["<p>", "</p>", "<b>", "</b>", "<br/>", "</br/>", "words", " ", "<script>", "<div>"]
PIECES += ["</div>", "&amp;", "]]>", "<img/>", "<P>", "中", "<p x='1'>", "<", "b>", "\x07"]


@given(st.lists(st.sampled_from(PIECES), max_size=6))
def test_a_bare_narrative_is_one_the_parser_accepts(pieces):
    """Written with an attribute, the same narrative goes the long way."""
    inside = "".join(pieces)
    bare = f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'
    parsed = f'<div xmlns="http://www.w3.org/1999/xhtml" lang="zh">{inside}</div>'
    assert is_narrative(bare) == is_narrative(parsed)
