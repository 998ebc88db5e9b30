"""Malformed value sets, code systems and concept maps: nothing is known of them, nothing breaks."""

import copy
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.packages import Library
from conformance.terminology import Malformed, Terminology, TerminologyError, Unknown
from conformance.validator import validate

from .shelf import code_system, resource, terminology, value_set

KINDS = ("ValueSet", "CodeSystem", "ConceptMap")
JUNK = (None, True, 0, -1, 1.5, "", "x", "is-a", "(((", [], {}, [None], [[]], [{}])
SMALL = 20_000

MALFORMED = {
    "compose is a text": {"compose": "x"},
    "include is an object": {"compose": {"include": {"system": "fruit"}}},
    "an include is null": {"compose": {"include": [None]}},
    "a system is a list": {"compose": {"include": [{"system": ["fruit"]}]}},
    "a concept is a text": {"compose": {"include": [{"system": "fruit", "concept": ["apple"]}]}},
    "a code is an object": {
        "compose": {"include": [{"system": "fruit", "concept": [{"code": {}}]}]}
    },
    "an import is a number": {"compose": {"include": [{"valueSet": [1]}]}},
    "a filter is a text": {"compose": {"include": [{"system": "fruit", "filter": ["x"]}]}},
    "an exclude is a number": {"compose": {"include": [{"system": "fruit"}], "exclude": [1]}},
    "an expansion is a list": {"expansion": []},
    "a total is a text": {"expansion": {"total": "7"}},
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
def test_nothing_is_known_of_a_malformed_value_set(content):
    bad = resource("ValueSet", "bad", **content)
    outer = value_set("outer", {"valueSet": ["bad"]})
    tx = terminology(bad, outer, code_system("fruit", ["apple"]))
    for asked in ("bad", bad, "outer"):
        verdict = tx.validate(asked, "fruit", "apple")
        assert verdict.result is None
        assert "malformed" in verdict.message.english
    with pytest.raises(Malformed, match=r"ValueSet bad is malformed at ValueSet\.\w+"):
        tx.expand("bad")
    assert not tx.expand("outer").complete


def test_a_malformed_code_system_is_not_here():
    tx = terminology(code_system("fruit", concept=[{"code": ["apple"]}]), value_set("v", FRUIT))
    assert tx.code_system_knows("fruit", "apple") is None
    assert tx.validate("v", "fruit", "apple").result is None
    with pytest.raises(Unknown):
        tx.lookup("fruit", "apple")


FRUIT = {"system": "fruit"}


def test_a_malformed_concept_map_is_refused_or_left_out():
    bad = resource("ConceptMap", "bad", group=[{"element": {"code": "a"}}])
    good = {"element": [{"code": "a", "target": [{"code": "b", "equivalence": "equal"}]}]}
    tx = terminology(bad, resource("ConceptMap", "good", group=[good]))
    for asked in ("bad", bad):
        with pytest.raises(Malformed, match=r"at ConceptMap\.group\.element"):
            tx.translate(None, "a", concept_map=asked)
    assert [match.code for match in tx.translate(None, "a").matches] == ["b"]


def test_values_that_extensions_stand_in_for_are_no_fault():
    reason = {"extension": [{"url": "http://example.org/absent", "valueCode": "unknown"}]}
    concepts = [
        {"_code": reason, "concept": [{"code": "apple", "designation": [{"_value": reason}]}]},
        {"code": "pear", "property": [{"_code": reason, "valueCode": "apple"}]},
    ]
    fruit = code_system("fruit", concept=concepts, property=[{"_code": reason}])
    tx = terminology(fruit, value_set("v", FRUIT, {**FRUIT, "concept": [{"_code": reason}]}))
    assert tx.validate("v", "fruit", "apple", display="x").result
    assert [c.code for c in tx.expand("v", language="en").concepts] == ["apple", "pear"]
    assert tx.lookup("fruit", "pear").properties == ()
    assert tx.subsumes("fruit", "apple", "pear") == "not-subsumed"


@cache
def official():
    """The smaller ones of R4, in an order that never changes."""
    core = Library.core()
    found = (core.find(url, kind) for kind in KINDS for url in sorted(core.urls(kind)))
    return [r for r in found if r and len(str(r)) < SMALL]


def places(value):
    """Every place in a JSON value: what holds it, and its key or index."""
    held = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in held:
        yield value, key
        if isinstance(child, dict | list):
            yield from places(child)


@st.composite
def broken(draw):
    """An official resource with one to three values replaced or taken away."""
    found = copy.deepcopy(draw(st.sampled_from(official())))
    for _ in range(draw(st.integers(1, 3))):
        listed = [p for p in places(found) if p[1] not in ("resourceType", "url", "status")]
        holder, key = draw(st.sampled_from(listed))
        if draw(st.booleans()):
            holder[key] = copy.deepcopy(draw(st.sampled_from(JUNK)))
        else:
            del holder[key]
    return found


def codes_in(found):
    texts = {h[k] for h, k in places(found) if k == "code" and isinstance(h[k], str)}
    return [*sorted(texts)[:2], "x"]


@settings(max_examples=150, deadline=None)
@given(broken())
def test_no_fault_in_an_official_definition_breaks_a_question(found):
    url, kind = found["url"], found["resourceType"]
    library = Library.core().with_resources([found])
    tx = Terminology(library)
    for code in codes_in(found):
        tx.validate(url, None, code)
        tx.validate(value_set("v", {"system": url}), url, code, display="x", abstract=False)
        with suppress(TerminologyError):
            tx.lookup(url, code)
        with suppress(TerminologyError):
            tx.subsumes(url, code, "x")
        for reverse in (False, True):
            with suppress(TerminologyError):
                tx.translate(None, code, concept_map=url, reverse=reverse)
    for more in ({}, {"filter": "a", "language": "en", "active_only": True}):
        asked = url if kind == "ValueSet" else value_set("v", {"system": url})
        with suppress(TerminologyError):
            tx.expand(asked, **more)
    assert all(issue.rule for issue in validate(found, library=library))
