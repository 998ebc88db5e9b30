"""Each case of `cases/*.yaml`: a resource and every finding about it, each once.

`faults` are rules with FHIRPaths, `at` rules with JSON pointers, `says` words of the sentences.

A case with a `library` is judged with these definitions in force beside those of R4.
"""

from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
import yaml

from conformance import validator
from conformance.json import decode
from conformance.packages import Library
from conformance.validator import check, check_shape
from conformance.validator.rules import RULES

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(Path(__file__).with_name("cases").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text())
]


def found(issues):
    return Counter(f"{issue.rule} {issue.expression}".strip() for issue in issues)


@pytest.mark.parametrize("case", CASES)
def test_finds_exactly_the_faults(case):
    library = None
    if "library" in case:
        library = Library.core().with_resources(decode(case["library"]))
    issues = check(decode(case["json"]), library=library)
    assert found(issues) == Counter(case.get("faults", []))
    assert {f"{i.rule} {i.pointer}" for i in issues} >= set(case.get("at", []))
    for sentence in case.get("says", []):
        assert any(sentence in issue.diagnostics for issue in issues)


@pytest.mark.parametrize("case", CASES)
def test_shape_alone_leaves_out_invariants_only(case):
    resource = decode(case["json"])
    all_of_it, shape = found(check(resource)), found(check_shape(resource))
    assert shape <= all_of_it
    assert not {key for key in all_of_it - shape if key.split()[0] in RULES}


STRANGE = [None, [], {}, "x", 1, True, [None], [{}], {"a": 1}, "#x", "", -1, 1.5]


def places(value, place=()):
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in pairs:
        yield (*place, key)
        if isinstance(child, dict | list):
            yield from places(child, (*place, key))


@pytest.mark.parametrize("case", CASES)
def test_no_value_is_too_strange(case):
    """Each value in turn is replaced: there is an answer, whatever it is."""
    resource = decode(case["json"])
    if not isinstance(resource, dict):
        return
    library = Library.core().with_resources(decode(case.get("library", "[]")))
    for number, (*above, last) in enumerate(list(places(resource))):
        changed = deepcopy(resource)
        owner = changed
        for key in above:
            owner = owner[key]
        owner[last] = STRANGE[number % len(STRANGE)]
        check(changed, library=library)


def test_every_rule_has_a_case():
    broken = {fault.split()[0] for case in CASES for fault in case.values[0].get("faults", [])}
    by_other_tests = {
        "resource-object",
        "resource-type-expected",
        "string-length",
        "findings-cut",
        "invariant-unevaluated",
    }
    assert RULES.keys() - broken == by_other_tests


def test_every_rule_is_documented():

    page = Path(validator.__file__).with_name("README.md").read_text()
    assert [rule for rule in RULES if f"`{rule}`" not in page] == []
