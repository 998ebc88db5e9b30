"""Valid examples are valid; each invalid case raises its finding, and nothing beside it."""

import pytest
from profile_cases import (
    broken,
    cases,
    definitions,
    example_faults,
    examples,
    faults,
    findings,
    structures,
)

from conformance.issue import errors
from conformance.packages import Library


def said(issues):
    return [f"{i.severity} {i.rule} {i.expression}: {i.diagnostics}" for i in issues]


@pytest.mark.parametrize("name", examples())
def test_an_example_is_valid(name):
    assert said(example_faults(name)) == []


@pytest.mark.parametrize("number", range(len(cases())), ids=lambda n: str(cases()[n]))
def test_a_case_raises_its_finding_alone(number):
    case = cases()[number]
    found = findings(number)
    hits = [i for i in found if (i.rule, i.expression) == (case.rule, case.at)]
    assert hits, said(found)
    assert said(i for i in errors(found) if i not in hits and not i.group) == []


def test_cases_are_filed_under_a_profile_that_is_there():
    assert {case.profile for case in cases()} <= structures().keys()


def test_snapshots_judge_as_those_made_anew_from_the_differentials():
    bare = [{k: v for k, v in d.items() if k != "snapshot"} for d in definitions().values()]
    library = Library.core().with_resources(bare)
    judged = [(examples()[name], example_faults(name)) for name in examples()]
    judged += [(broken(case), findings(number)) for number, case in enumerate(cases())]
    assert [faults(resource, library) for resource, _ in judged] == [found for _, found in judged]
