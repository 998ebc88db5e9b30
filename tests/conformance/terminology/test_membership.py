"""Is a code in a value set: `cases/membership.yaml`."""

import re
from pathlib import Path

import pytest
import yaml

from conformance.terminology import Terminology

from .shelf import code_system, resource, terminology, value_set


class Loader(yaml.SafeLoader):
    """YAML in which Yes and no are words."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("!truth", re.compile("^(?:true|false)$"), list("tf"))
Loader.add_constructor("!truth", lambda _, node: node.value == "true")

DATA = yaml.load((Path(__file__).parent / "cases" / "membership.yaml").read_text(), Loader)
RESULTS = {"yes": True, "no": False, None: None}


@pytest.fixture(scope="module")
def known() -> Terminology:
    systems = [resource("CodeSystem", url, **content) for url, content in DATA["systems"].items()]
    sets = [resource("ValueSet", url, compose=compose) for url, compose in DATA["sets"].items()]
    for url, expansion in DATA["expansions"].items():
        sets.append(resource("ValueSet", url, expansion=expansion))
    return terminology(*systems, *sets)


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda c: " ".join(str(part) for part in c))
def test_members(known, case):
    set_, system, code, expected, *words = case
    verdict = known.validate(set_, system, code)
    assert verdict.result is RESULTS[expected]
    assert (verdict.message is None) == (expected == "yes" and not words)
    if verdict.message:
        assert words[0] in verdict.message.english if words else True
        assert verdict.message.chinese != verdict.message.english
    assert known.validate(set_, system, code) == verdict


@pytest.mark.parametrize(
    ("display", "right"),
    [
        ("Heart disease", True),
        ("heart  DISEASE", True),
        ("The pump", True),
        ("心脏病", True),
        ("Herzkrankheit", True),
        ("Lung disease", False),
    ],
)
def test_displays(display, right):
    heart = {"code": "heart", "display": "Heart disease"}
    system = code_system(concept=[heart | {"designation": [{"value": "心脏病", "language": "zh"}]}])
    own = {"code": "heart", "display": "The pump"}
    supplement = code_system(
        "tree-de",
        content="supplement",
        supplements="tree",
        concept=[{"code": "heart", "display": "Herzkrankheit"}],
    )
    listed = value_set("set", {"system": "tree", "concept": [own]})
    known = terminology(system, listed, supplements=[supplement])
    verdict = known.validate("set", "tree", "heart", display=display)
    assert verdict.result is True
    assert verdict.display == "Heart disease"
    assert (verdict.message is None) == right
    if not right:
        assert "it means 'Heart disease'" in verdict.message.english


def test_a_display_of_an_unknown_system_is_not_judged():
    known = terminology(
        value_set("set", {"system": "sct", "concept": [{"code": "1", "display": "One"}]})
    )
    verdict = known.validate("set", "sct", "1", display="Other")
    assert verdict == (True, None, "One")


@pytest.mark.parametrize(
    ("version", "result"), [("1", True), ("2", False), ("3", None), (None, True)]
)
def test_versions(version, result):
    old = code_system(codes=["a", "b"], version="1")
    new = code_system(codes=["b"], version="2")
    listed = value_set("set", {"system": "tree", "concept": [{"code": "a"}, {"code": "b"}]})
    known = terminology(old, new, listed)
    assert known.validate("set", "tree", "a", version=version).result is result
    assert known.validate("set", "tree", "b", version="2").result is True
    assert known.validate_in_system("tree", "b", version="9").result is None


@pytest.mark.parametrize(
    ("canonical", "code", "result"),
    [("set|1", "a", True), ("set|2", "a", False), ("set", "b", True), ("set|3", "a", None)],
)
def test_versions_of_a_value_set(canonical, code, result):
    sets = [
        value_set("set", {"system": "tree", "concept": [{"code": code}]}) | {"version": version}
        for version, code in (("1", "a"), ("2", "b"))
    ]
    known = terminology(code_system(codes=["a", "b"]), *sets)
    assert known.validate(canonical, "tree", code).result is result


def test_a_group_is_refused_where_it_must_be_a_code():
    mark = [{"code": "notSelectable", "valueBoolean": True}]
    system = code_system(concept=[{"code": "group", "property": mark}, {"code": "a"}])
    known = terminology(system, value_set("set", {"system": "tree"}))
    assert known.validate("set", "tree", "group").result is True
    verdict = known.validate("set", "tree", "group", abstract=False)
    assert verdict.result is False
    assert "only groups others" in verdict.message.english
    assert known.validate("set", "tree", "a", abstract=False).result is True


def test_value_sets_nested_beyond_reason():
    chain = [value_set(f"set-{n}", {"valueSet": [f"set-{n + 1}"]}) for n in range(500)]
    verdict = terminology(*chain).validate("set-0", "tree", "a")
    assert verdict.result is None
    assert "deep" in verdict.message.english


def test_many_different_codes_are_not_all_remembered():
    known = terminology(code_system(codes=["a"]), value_set("set", {"system": "tree"}))
    for number in range(10_500):
        assert known.validate("set", "tree", f"x{number}").result is False
    assert len(known.value_set("set").verdicts) <= 10_000
    assert known.validate("set", "tree", "a").result is True


def test_a_regular_expression_cannot_hang():
    rule = {"property": "code", "op": "regex", "value": "(a+)+b"}
    known = terminology(
        code_system(codes=["a" * 5_000]), value_set("set", {"system": "tree", "filter": [rule]})
    )
    assert known.validate("set", "tree", "a" * 5_000).result is False
