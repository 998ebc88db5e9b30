"""Every profile has examples, and every rule that it adds has a case that breaks it."""

import re

import pytest
from profile_cases import cases, examples, findings, structures

from conformance.packages import Library
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
    # An invariant that several profiles share is broken once.
    keys = {case.rule for case in cases()}
    yield from (c["key"] for c in own_invariants(structure) if c["key"] not in keys)
    for element in elements:
        if is_required(element) and not has_binding_case(element, issues):
            yield f"binding {element['id']}"
        if is_sliced(element, structure) and not has_slice_case(element, structure["id"]):
            yield f"slice {element['id']}"


def is_required(element):
    return element.get("binding", {}).get("strength") == "required"


def has_binding_case(element, issues):
    """Whether a case breaks a binding: at the element, or at its end in an extension."""
    path = element["path"].replace("[x]", "")
    tail = path.removeprefix("Extension")
    ends = (path,) if tail == path else (f"xtension{tail}",)
    return any(i.rule == BINDING and plain(i.expression).endswith(ends) for i in issues)


def is_sliced(element, structure):
    """Whether a slice of the definition's own asks for anything, so that something can break it."""
    if "sliceName" not in element or element["id"] in inherited(structure):
        return False
    within = (element["id"], f"{element['id']}.")
    elements = structure["differential"]["element"]
    return any(asks(e) for e in elements if e["id"] == within[0] or e["id"].startswith(within[1]))


def inherited(structure):
    """The ids of the elements that the base of a definition has."""
    base = Library.built_in().structure(structure["baseDefinition"])
    return {element["id"] for element in base["snapshot"]["element"]}


def asks(element):
    """Whether an element can be broken; what an extension holds is a matter of its definition."""
    typed = "type" in element and element["path"].rpartition(".")[2] != "extension"
    return (
        element.get("min", 0) > 0
        or element.get("max", "*") != "*"
        or is_required(element)
        or "constraint" in element
        or typed
    )


def has_slice_case(element, profile):
    """Whether a case of the profile names the slice in what it breaks."""
    name = re.compile(rf"(?<![\w-]){re.escape(element['sliceName'])}(?![\w-])")
    own = (case for case in cases() if case.profile == profile or not profile.startswith("fd-"))
    return any(name.search(case.breaks) for case in own)


PROFILES = [name for name in structures() if structures()[name]["kind"] == "resource"]


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_has_two_valid_examples(name):
    url = structures()[name]["url"]
    assert sum(url in declared(example) for example in examples().values()) >= 2


@pytest.mark.parametrize("name", structures())
def test_every_rule_of_a_definition_has_a_case_that_breaks_it(name):
    assert list(uncovered(structures()[name])) == []
