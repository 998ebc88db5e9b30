"""The documentation has the table of steps as it is, in both languages."""

import re
from pathlib import Path

import pytest

from fhir_server.service.referrals import STEPS

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


@pytest.mark.parametrize("page", ["referrals.md", "referrals.zh-CN.md"])
def test_the_table_of_steps(page):
    rows = {
        step: (set(start.split(", ")), tuple(ends.split(", ")), who)
        for step, start, ends, who in ROW.findall((DOCS / page).read_text())
    }
    assert rows == {name: (set(s.start), s.ends, s.who) for name, s in STEPS.items()}
