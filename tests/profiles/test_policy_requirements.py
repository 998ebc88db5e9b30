"""The table of requirements: each has a row with what carries it, and that is really there."""

import json
import re
from dataclasses import asdict

import pytest
from profile_cases import definitions, generated

import profiles
from conformance.checks.requirements import every_requirement
from conformance.checks.subjects import every_check
from fhir_server.operations import OPERATIONS
from profiles import policies
from profiles.requirements import Citations, citations, requirements, sources

ROWS = requirements()
HAN = re.compile("[\u4e00-\u9fff]")
# Goals, and what is out of the service's hands; every other requirement is carried.
SENTENCES = {"A13", "B11", "E12", "E23", "E25", "F3", "H5"}


def by_id(kind):
    return {d["id"]: d for d in generated().values() if d["resourceType"] == kind}


def test_there_are_114_in_order():
    assert len(ROWS) == 114
    assert list(ROWS) == sorted(ROWS, key=lambda each: (each[0], int(each[1:])))


def test_they_are_those_of_the_policies(shared):
    policies_say = json.loads((shared / "domain" / "requirements.json").read_text())
    assert list(ROWS) == [row["id"] for row in policies_say]


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_is_whole(row):
    assert HAN.search(row.chinese)
    assert not HAN.search(row.title + row.rule)
    assert row.rule.endswith(".")
    assert HAN.search(row.rule_chinese)
    assert row.rule_chinese.endswith("。")
    assert row.sources
    assert set(row.sources) <= sources().keys()
    carried = any(asdict(row.carriers).values()) or any(asdict(row.planned).values())
    assert bool(row.sentence) is (row.id in SENTENCES)
    assert carried or row.sentence
    assert row.tests or row.sentence
    assert all(HAN.search(text) for text in row.sentence[1:])


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_carries_a_requirement_is_there_and_says_so(row):
    there = row.carriers
    ids = {d["id"] for d in definitions().values()}
    assert set(there.profiles) <= ids
    assert set(there.checks) <= every_check().keys()
    assert set(there.measures) <= by_id("Measure").keys()
    assert {name.partition("/$")[2] for name in there.operations} <= operations()
    assert all((profiles.GENERATED.parents[1] / file).is_file() for file in row.tests)
    silent = set(there.profiles) - set(cited(row))
    assert silent == set(), f"requirements.toml names them for {row.id}, and they do not cite it"


def cited(row):
    return citations().get(row.id, Citations()).profiles


def operations():
    return {operation.name for operation in OPERATIONS}


def test_every_operation_and_measure_serves_a_requirement():
    kinds = [kind for row in ROWS.values() for kind in (row.carriers, row.planned)]
    defined = {f"{d['resource'][0]}/${d['code']}" for d in by_id("OperationDefinition").values()}
    assert {name for kind in kinds for name in kind.operations} == defined
    assert {name for kind in kinds for name in kind.measures} == by_id("Measure").keys()


def test_what_is_planned_is_not_there():
    planned = [row.planned for row in ROWS.values()]
    assert {
        name.partition("/$")[2] for p in planned for name in p.operations
    } & operations() == set()
    assert {name for p in planned for name in p.measures} & by_id("Measure").keys() == set()


def test_policies_and_requirements_name_the_same_sources():
    assert set(policies.names()) == sources().keys() - {"platforms"}
    for name in policies.names():
        policy = policies.load(name)
        assert (policy.title, policy.chinese) == sources()[name]


def test_the_code_system_has_the_same_requirements():
    code_system = by_id("CodeSystem")["requirement"]
    concepts = {c["code"]: c for c in code_system["concept"]}
    assert list(concepts) == list(ROWS)
    for row in ROWS.values():
        english = {d["language"]: d["value"] for d in concepts[row.id]["designation"]}["en"]
        assert (concepts[row.id]["display"], english) == (row.chinese, row.title)


def test_a_profile_covers_what_it_cites():
    found = {row.id: row for row in every_requirement(every_check().values())}
    for row in ROWS.values():
        assert set(found[row.id].profiles) == {*row.carriers.profiles} & {*cited(row)}
        assert (found[row.id].coverage == "open") is (not found[row.id].covers)
