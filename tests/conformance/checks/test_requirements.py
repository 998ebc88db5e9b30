"""The table of requirements: nothing in it points nowhere."""

import csv
import io
import json
import re

import pytest

from conformance.checks.requirements import every_requirement
from conformance.checks.subjects import every_check
from conformance.commands.requirements import main

CHECKS = every_check()
REQUIREMENTS = every_requirement(CHECKS.values())
HAN = re.compile("[\u4e00-\u9fff]")


def test_every_check_tests_a_requirement_that_exists():
    known = {requirement.id for requirement in REQUIREMENTS if requirement.spec}
    assert {check.requirement for check in CHECKS.values()} == known


def test_what_covers_a_policy_exists():
    named = {name for requirement in REQUIREMENTS for name in requirement.checks}
    assert named <= CHECKS.keys()


def test_what_is_not_covered_says_why():
    silent = [r.id for r in REQUIREMENTS if r.coverage == "open" and not r.reason.english]
    assert silent == []


def test_every_policy_has_a_row(shared):
    policies = json.loads((shared / "domain" / "requirements.json").read_text())
    rows = [requirement.id for requirement in REQUIREMENTS if not requirement.spec]
    assert rows == [policy["id"] for policy in policies]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_has_a_title_in_both_languages(check):
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", check.id)
    assert HAN.search(check.title.chinese)
    assert not HAN.search(check.title.english)


def test_requirements_have_titles_in_both_languages():
    assert not [r.id for r in REQUIREMENTS if not r.title.english or not r.title.chinese]
    assert len({r.id for r in REQUIREMENTS}) == len(REQUIREMENTS)


def test_the_formats_say_the_same(capsys):
    assert main(["--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert main(["--format", "csv"]) == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [" ".join(row["checks"]) for row in rows] == [line["checks"] for line in lines]
    assert main(["--lang", "zh"]) == 0
    text = capsys.readouterr().out
    assert f"需求 {len(rows)} 项" in text
    assert all(row["id"] in text for row in rows)
