"""docs/test-kit.md keeps its word, in both languages."""

import re
from pathlib import Path

import pytest
from faulty_proxy import deaf, faulty

from conformance.checks.reports import FORMATS
from conformance.checks.subjects import every_check
from conformance.commands.test import main, parser

DOCS = Path(__file__).parents[3] / "docs"
PAGES = {"en": DOCS / "test-kit.md", "zh": DOCS / "test-kit.zh-CN.md"}
VARIABLE = re.compile(
    r"(?<=: ).+/fhir$|(?<=：).+/fhir$|(?<=PUT Patient/)\S+|\d+\.\d(?= ?[s秒])", re.MULTILINE
)


@pytest.mark.parametrize("lang", PAGES)
def test_the_report_it_shows_is_the_one_that_is_printed(server, lang, capsys):
    [shown] = re.findall(r"```text\n(.*?)```", PAGES[lang].read_text(), re.DOTALL)
    with faulty(server, {"deaf": deaf("if-match")}) as proxy:
        assert main([f"{proxy}/deaf/fhir", "--only", "update-if-*", "--lang", lang]) == 1
    assert VARIABLE.sub("…", capsys.readouterr().out) == VARIABLE.sub("…", shown)


@pytest.mark.parametrize("lang", PAGES)
def test_every_option_and_format_is_described_and_the_checks_are_counted(lang):
    page = PAGES[lang].read_text()
    options = set(re.findall(r"--[a-z-]+", parser().format_help())) - {"--help", "--write"}
    assert [option for option in options if f"| `{option}" not in page] == []
    assert [form for form in FORMATS if f"| `{form}` |" not in page] == []
    assert f"{len(every_check())} " in page
