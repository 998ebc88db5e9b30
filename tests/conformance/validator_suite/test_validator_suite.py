"""The official validator suite: each case is judged as it expects, but for named disagreements.

The suite is material that others wrote, `suites/validator` of the shared folder. It was run with
unknown extensions refused, so they are here.
"""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from conformance.issue import errors
from conformance.json import JsonError, decode
from conformance.packages import Library
from conformance.validator import Options, validate

DISAGREEMENTS = yaml.safe_load(Path(__file__).with_name("disagreements.yaml").read_text())
STRICT = Options(unknown_extension="error")


def judged(suite, case):
    """What is judged of a case: `valid` or `invalid`."""
    names = [case["profile_file"], *case["supporting"]]
    library = supported(suite, tuple(name for name in names if name))
    try:
        resource = decode((suite / "files" / case["file"]).read_bytes())
    except JsonError:
        return "invalid"
    profiles = [case["profile"]] if case["profile"] else []
    found = errors(validate(resource, profiles, library=library, options=STRICT))
    return "invalid" if found else "valid"


@cache
def supported(suite, names):
    return Library.core().with_resources(decode((suite / "files" / n).read_bytes()) for n in names)


@pytest.fixture(scope="module")
def cases(shared):
    suite = shared / "suites" / "validator"
    return suite, json.loads((suite / "cases.json").read_text())["cases"]


@pytest.mark.parametrize("part", DISAGREEMENTS)
def test_cases_are_judged_as_expected_but_for_named_disagreements(cases, part):
    suite, listed = cases
    tried = [c for c in listed if part == (c.get("scope") or c["tier"])]
    found = {case["id"] for case in tried if judged(suite, case) != case["expected"]}
    assert found == {name for row in DISAGREEMENTS[part] for name in row["cases"]}


def test_cases_that_need_nothing_foreign_agree_to_98_percent(cases):
    """Disagreements about cases that the conversion to JSON broke are none."""
    of_core = [row for part in ("A", "questionnaire") for row in DISAGREEMENTS[part]]
    wrong = sum(len(row["cases"]) for row in of_core if not row.get("broken"))
    _, listed = cases
    tried = [c for c in listed if c.get("scope") == "A" or c["tier"] == "questionnaire"]
    assert wrong <= 0.02 * len(tried)
