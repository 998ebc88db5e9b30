"""Every definition is right FHIR, speaks Chinese and English, and says what it is for."""

import re

import pytest
from profile_cases import definitions, examples, faults, generated, structures

import profiles
from profiles.requirements import cited_by, own_invariants, requirements

HAN = re.compile("[\u4e00-\u9fff]")
REQUIRED = re.compile(r"[A-I]\d+( [A-I]\d+)*")
SENSE = re.compile(r"Requirements: [A-I]\d[^.]*\. Source: \S.*\.", re.DOTALL)
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"

code_systems = [
    name
    for name in definitions()
    if definitions()[name]["resourceType"] == "CodeSystem"
    and definitions()[name]["content"] != "supplement"  # which adds words to codes of others
]


def chinese(extended):
    """The Chinese translation in the extensions of a primitive; "" without one."""
    for extension in extended.get("extension", []):
        said = {e["url"]: e for e in extension.get("extension", [])}
        if extension["url"] == TRANSLATION and said["lang"]["valueCode"].startswith("zh"):
            return said["content"]["valueString"]
    return ""


def own_elements(structure):
    """The elements that a profile asks to be supported, or gives a meaning, as in the snapshot."""
    snapshot = {element["id"]: element for element in structure["snapshot"]["element"]}
    for element in structure["differential"]["element"]:
        if element.get("mustSupport") or "short" in element:
            yield snapshot[element["id"]]


@pytest.mark.parametrize("name", definitions())
def test_it_is_valid(name):
    assert [f"{i.rule} {i.expression}: {i.diagnostics}" for i in faults(definitions()[name])] == []


@pytest.mark.parametrize("name", generated())
def test_it_has_a_title_and_a_description_in_chinese(name):
    definition = generated()[name]
    untitled = definition["resourceType"] in {"NamingSystem", "SearchParameter"}  # in R4
    for text in ("description",) if untitled else ("title", "description"):
        assert HAN.search(definition[text] + chinese(definition.get(f"_{text}", {}))), text


@pytest.mark.parametrize("name", definitions())
def test_it_says_what_it_serves(name):
    definition = definitions()[name]
    if definition["resourceType"] != "NamingSystem":  # which has no purpose in R4
        assert SENSE.match(definition.get("purpose", ""))


@pytest.mark.parametrize("name", definitions())
def test_the_requirements_that_it_cites_exist(name):
    assert cited_by(definitions()[name]) <= requirements().keys()


@pytest.mark.parametrize("name", structures())
def test_its_elements_have_a_chinese_meaning_and_a_requirement(name):
    structure = structures()[name]
    silent = [
        element["id"]
        for element in own_elements(structure)
        if not HAN.search(chinese(element.get("_short", {})))
        or not REQUIRED.fullmatch(element.get("requirements", ""))
    ]
    assert silent == []


@pytest.mark.parametrize("name", structures())
def test_its_invariants_have_a_chinese_sentence_and_a_requirement(name):
    constraints = list(own_invariants(structures()[name]))
    assert all(HAN.search(chinese(c.get("_human", {}))) for c in constraints)
    assert all(c.get("requirements") for c in constraints)


@pytest.mark.parametrize("name", code_systems)
def test_its_codes_are_chinese_with_an_english_designation(name):
    silent = [
        concept["code"]
        for concept in concepts(definitions()[name])
        if not HAN.search(concept.get("display", "")) or not is_english(concept)
    ]
    assert silent == []


@pytest.mark.parametrize("name", code_systems)
def test_the_value_set_that_a_code_system_names_is_all_of_it(name):
    code_system = definitions()[name]
    if "valueSet" in code_system:
        compose = profiles.load(code_system["valueSet"])["compose"]
        assert compose == {"include": [{"system": code_system["url"]}]}


def test_what_shows_chinese_words_of_codes_says_that_it_is_chinese():
    written = {**generated(), **examples()}
    silent = {n for n, r in written.items() if r.get("language") != "zh-CN" and shows_chinese(r)}
    assert silent == set()


def shows_chinese(value):
    """Whether a Coding in a resource has a Chinese display: validators judge it by the language."""
    if isinstance(value, list):
        return any(map(shows_chinese, value))
    if not isinstance(value, dict):
        return False
    here = {"system", "code", "display"} <= value.keys() and HAN.search(value["display"])
    return bool(here) or any(map(shows_chinese, value.values()))


def test_a_contract_may_become_what_is_stored_and_nothing_else():
    states = {c["code"]: c for c in concepts(definitions()["CodeSystem-contract-state"])}
    becomes = {
        code: {p["valueCode"] for p in state.get("property", ()) if p["code"] == "next"}
        for code, state in states.items()
    }
    reached = set().union(*becomes.values())
    assert reached == states.keys() - {"draft", "expiring"}  # the first, and one computed
    ended = {"withdrawn", "rejected", "lapsed", "renewed", "expired", "terminated", "void"}
    assert {code for code in reached if not becomes[code]} == ended


def concepts(code_system):
    pending = list(code_system.get("concept", []))
    while pending:
        concept = pending.pop()
        yield concept
        pending += concept.get("concept", [])


def is_english(concept):
    said = {d.get("language"): d["value"] for d in concept.get("designation", [])}
    return said.get("en") and not HAN.search(said["en"])
