"""The invariants of the R4 types (`ElementDefinition.constraint.expression`)."""

import pytest

from conformance.definitions import all_types
from conformance.fhirpath import compile  # noqa: A004

CONSTRAINTS = [
    *((kind.name, c) for kind in all_types().values() for c in kind.constraints),
    *(
        (type_name, c)
        for kind in all_types().values()
        for element in kind.elements
        for type_name in element.types
        for c in element.constraints
    ),
]


def test_every_invariant_compiles():
    assert len({c.expression for _, c in CONSTRAINTS}) > 150
    for type_name, constraint in CONSTRAINTS:
        assert compile(constraint.expression, type_name)


def invariant(type_name, key):
    found = (c.expression for name, c in CONSTRAINTS if (name, c.key) == (type_name, key))
    return compile(next(found), type_name)


@pytest.mark.parametrize(
    ("type_name", "key", "good", "bad"),
    [
        ("Patient.contact", "pat-1", {"name": {"text": "x"}}, {"gender": "male"}),
        ("ContactPoint", "cpt-2", {"system": "phone", "value": "1"}, {"value": "1"}),
        ("Period", "per-1", {"start": "2020", "end": "2021-01"}, {"start": "2022", "end": "2021"}),
        (
            "Observation",
            "obs-7",
            {
                "resourceType": "Observation",
                "code": {"coding": [{"code": "a"}]},
                "valueString": "x",
                "component": [{"code": {"coding": [{"code": "b"}]}}],
            },
            {
                "resourceType": "Observation",
                "code": {"coding": [{"code": "a"}]},
                "valueString": "x",
                "component": [{"code": {"coding": [{"code": "a"}]}}],
            },
        ),
        (
            "Extension",
            "ext-1",
            {"url": "u", "valueBoolean": False},
            {"url": "u", "valueBoolean": False, "extension": [{"url": "v"}]},
        ),
        (
            "Range",
            "rng-2",
            {"low": {"value": 1, "code": "g", "system": "http://unitsofmeasure.org"}},
            {
                "low": {"value": 2, "code": "kg", "system": "http://unitsofmeasure.org"},
                "high": {"value": 3, "code": "g", "system": "http://unitsofmeasure.org"},
            },
        ),
        (
            "xhtml",
            "txt-1",
            '<div xmlns="http://www.w3.org/1999/xhtml"><b>x</b></div>',
            '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>',
        ),
        (
            "Questionnaire",
            "que-2",
            {"resourceType": "Questionnaire", "item": [{"linkId": "1", "item": [{"linkId": "2"}]}]},
            {"resourceType": "Questionnaire", "item": [{"linkId": "1", "item": [{"linkId": "1"}]}]},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "-" in value else "",
)
def test_an_invariant_tells_good_from_bad(type_name, key, good, bad):
    expression = invariant(type_name, key)
    assert expression(good) == [True]
    assert expression(bad) == [False]


def test_contained_resources_must_be_referred_to(patient):
    dom3 = invariant("DomainResource", "dom-3")
    assert dom3(patient) == [True]
    patient["generalPractitioner"] = []
    assert dom3(patient) == [False]


def test_a_local_reference_is_looked_up_in_the_root(patient):
    ref1 = invariant("Reference", "ref-1")
    assert ref1({"reference": "#clinic"}, root=patient) == [True]
    assert ref1({"reference": "#nowhere"}, root=patient) == [False]
