"""Public views: small counts are hidden, and nothing that is shown tells them."""

import pytest
from world import PERIOD

from conformance import json, validate
from conformance.issue import errors
from fhir_server.operations.reports.evaluate import Group, Part, Population, Stratifier
from fhir_server.operations.reports.hiding import hide
from fhir_server.operations.reports.scope import Unit

BELOW = 10
MASKED = "masked"


def stratified(*stratifiers):
    """A group whose stratifiers are of teams or institutions, by key and (size, institution)."""
    total = sum(size for size, _ in stratifiers[0][1].values())
    made = [
        Stratifier(name, {}, [_part(size, key, at) for key, (size, at) in parts.items()])
        for name, parts in stratifiers
    ]
    return Group({}, _part(total, "", ""), made)


def _part(size, key, institution):
    unit = Unit("Patient", "p", team=key, institution=institution)
    return Part([Population({}, size, [unit])], key=key)


def hidden(group, number=0):
    return {part.key for part in group.stratifiers[number].parts if part.is_hidden}


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({"a": 50, "b": 40, "c": 30}, set()),
        # the next smallest with it
        ({"a": 50, "b": 40, "c": 3}, {"b", "c"}),
        # two that together reach ten need no third
        ({"a": 50, "b": 6, "c": 7}, {"b", "c"}),
        # two that are nothing would be told by their sum
        ({"a": 50, "b": 0, "c": 0, "d": 40}, {"b", "c", "d"}),
        ({"a": 9}, {"a"}),
    ],
)
def test_a_second_cell(sizes, expected):
    group = stratified(("TeamOf", {key: (size, "x") for key, size in sizes.items()}))
    hide(group, BELOW)
    assert hidden(group) == expected


def test_one_part_alone_hides_the_whole():
    group = stratified(("TeamOf", {"a": (9, "x")}))
    hide(group, BELOW)
    assert group.whole.is_hidden


def test_the_teams_of_an_institution_are_a_sum_too():
    teams = {"a1": (50, "a"), "a2": (3, "a"), "a3": (60, "a"), "b1": (20, "b"), "b2": (15, "b")}
    institutions = {"a": (113, "a"), "b": (35, "b")}
    group = stratified(("TeamOf", teams), ("InstitutionOf", institutions))
    hide(group, BELOW)
    # The smallest of all would be b2; yet the sum of institution a would tell a2.
    assert {"a1", "a2"} <= hidden(group)


def test_a_public_report(fhir):
    url = "Measure/coverage-all/$evaluate-measure"
    report = json.decode(fhir.get(url, params=PERIOD | {"publicView": "true"}).content)
    assert errors(validate(report)) == []
    group = report["group"][0]
    strata = [s for stratifier in group["stratifier"] for s in stratifier["stratum"]]
    for part in [group, *strata]:
        for each in [*part["population"], {"_count": part["measureScore"]}]:
            assert each["_count"]["extension"][0]["valueCode"] == MASKED
    below = {e["url"].rpartition("/")[2]: e["valuePositiveInt"] for e in report["extension"]}
    assert below == {"suppressed-below": BELOW}
