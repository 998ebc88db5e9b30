"""Every profile has examples, and every rule that it adds has a case that breaks it."""

import re

import pytest
from profile_cases import cases, examples, findings, is_stub, structures

from profiles.requirements import own_invariants

BINDING = "profile-binding"
INDEX = re.compile(r"\[\d+\]")


def declared(resource):
    """The profiles that a resource declares, and the resources in a Bundle or contained."""
    inner = [entry.get("resource", {}) for entry in resource.get("entry", [])]
    for each in (resource, *inner, *resource.get("contained", [])):
        yield from each.get("meta", {}).get("profile", [])


def plain(expression):
    """Where a finding stands, without indexes."""
    return INDEX.sub("", expression)


def broken_rules():
    """What cases break: the findings that they name."""
    for number, case in enumerate(cases()):
        for issue in findings(number):
            if (issue.rule, issue.expression) == (case.rule, case.at):
                yield issue


def uncovered(structure):
    """The invariants, slices and required bindings of a definition that no case breaks."""
    url, elements = structure["url"], structure["differential"]["element"]
    issues = [i for i in broken_rules() if i.profile == url]
    keys = {i.rule for i in issues}
    yield from (c["key"] for c in own_invariants(structure) if c["key"] not in keys | all_keys())
    for element in elements:
        if is_required(element) and not has_binding_case(element, issues):
            yield f"binding {element['id']}"
        if is_sliced(element, structure) and not has_slice_case(element, structure["id"]):
            yield f"slice {element['id']}"


def all_keys():
    """Invariants that several profiles share are broken once."""
    return {case.rule for case in cases()}


def is_required(element):
    return element.get("binding", {}).get("strength") == "required"


def has_binding_case(element, issues):
    """Whether a case breaks a binding: at the element, or at its end in an extension."""
    path = element["path"].replace("[x]", "")
    tail = path.removeprefix("Extension")
    ends = (path,) if tail == path else (f"xtension{tail}",)
    return any(i.rule == BINDING and plain(i.expression).endswith(ends) for i in issues)


def is_sliced(element, structure):
    """Whether a slice asks for anything, so that something can break it."""
    if "sliceName" not in element:
        return False
    within = [
        e
        for e in structure["differential"]["element"]
        if e["id"] == element["id"] or e["id"].startswith(f"{element['id']}.")
    ]
    return any(asks(e) for e in within)


def asks(element):
    return (
        element.get("min", 0) > 0
        or element.get("max", "*") != "*"
        or is_required(element)
        or bool(element.keys() & {"constraint", "type"})
    )


def has_slice_case(element, profile):
    """Whether a case of the profile names the slice in what it breaks."""
    name = re.compile(rf"(?<![\w-]){re.escape(element['sliceName'])}(?![\w-])")
    own = (case for case in cases() if case.profile == profile or not profile.startswith("fd-"))
    return any(name.search(case.breaks) for case in own)


@pytest.fixture(params=structures())
def structure(request):
    found = structures()[request.param]
    if is_stub(found):
        pytest.skip(f"{request.param} is only a frame yet")
    return found


def test_a_profile_has_two_valid_examples(structure):
    if structure["kind"] != "resource":
        pytest.skip("extensions and data types are shown in examples of resources")
    count = sum(structure["url"] in declared(example) for example in examples().values())
    assert count >= 2


def test_every_rule_of_a_definition_has_a_case_that_breaks_it(structure):
    assert list(uncovered(structure)) == []
