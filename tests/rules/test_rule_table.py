"""The table of rules is whole: requirements, texts in both languages, measures, tests."""

import re
from pathlib import Path
from string import Formatter

import pytest
import test_other_rules as others
import test_signing_rules as signings

import profiles
from fhir_server.rules import RULES
from fhir_server.rules.messages import TEXTS, Code, Yuan, shown
from fhir_server.rules.page import page
from profiles.requirements import requirements

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

CHECKED = [rule for rule in RULES if rule.check]
COUNTED = [rule for rule in RULES if not rule.check]


def test_every_rule_has_its_own_name_and_serves_a_requirement():
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.requirement, rule.name
        assert set(rule.requirement) <= requirements().keys(), rule.name


@pytest.mark.parametrize("rule", COUNTED, ids=lambda rule: rule.name)
def test_a_rule_over_a_period_is_counted_by_a_measure(rule):
    assert rule.bites == {"period"}
    assert rule.facts is None
    assert profiles.load(f"{profiles.CANONICAL}/Measure/{rule.measure}")


def test_every_rule_that_is_judged_has_a_breach_among_the_tests():
    tables = (
        others.ENDINGS,
        others.REFERRALS,
        others.PRESCRIPTIONS,
        others.CHARGES,
        others.SERVICES,
    )
    tested = {breach[0] for breach in signings.BREACHES}
    tested |= {name for table in tables for *_, expected in table for name, _ in expected}
    assert {rule.name for rule in CHECKED} <= tested


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_says_the_same_in_both_languages(key):
    english, chinese = TEXTS[key]
    fields = [{f for _, f, _, _ in Formatter().parse(text) if f} for text in (english, chinese)]
    assert fields[0] == fields[1]
    assert english.endswith(".")
    assert chinese.endswith("。")
    assert re.search("[\u4e00-\u9fff]", english) is None


def test_values_are_shown_as_each_language_writes_them():
    args = {"n": 2000, "m": Yuan(123456), "c": [Code("team-role", "gp"), Code("team-role", "x")]}
    assert shown(args, "en") == {"n": "2,000", "m": "1,234.56", "c": "general practitioner, x"}
    assert shown(args, "zh") == {"n": "2000", "m": "1234.56", "c": "全科医生、x"}


def test_requirements_name_the_rules_that_serve_them():
    serving = {
        name: {rule.name for rule in CHECKED if name in rule.requirement} for name in requirements()
    }
    named = {name: set(row.carriers.rules) for name, row in requirements().items()}
    assert named == serving
    planned = {rule for row in requirements().values() for rule in row.planned.rules}
    assert planned & {rule.name for rule in CHECKED} == set()


def test_the_page_says_what_the_table_says():
    assert PAGE.read_text() == page(), "run `make settings`"
