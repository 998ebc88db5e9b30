"""docs/validate.md keeps its word, in both languages."""

import re
from pathlib import Path

import pytest

from conformance.commands.validate import main, parser
from conformance.reports import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": DOCS / "validate.md", "zh": DOCS / "validate.zh-CN.md"}
PATIENT = '{\n  "resourceType": "Patient",\n  "gender": "Male"\n}\n'


@pytest.mark.parametrize("lang", PAGES)
def test_the_report_it_shows_is_the_one_that_is_printed(lang, tmp_path, monkeypatch, capsys):
    [shown] = re.findall(r"```text\n(.*?)```", PAGES[lang].read_text(), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("patient.json").write_text(PATIENT)
    assert main(["patient.json", "--lang", lang]) == 1
    seconds = re.compile(r"\d+\.\d(?= ?[s秒])")
    assert seconds.sub("…", capsys.readouterr().out) == seconds.sub("…", shown)


@pytest.mark.parametrize("lang", PAGES)
def test_every_option_and_format_is_described(lang):
    page = PAGES[lang].read_text()
    options = set(re.findall(r"--[a-z-]+", parser().format_help())) - {"--help"}
    assert len(options) > 10
    assert [option for option in options if f"| `{option}" not in page] == []
    assert [form for form in FORMATS if f"| `{form}` |" not in page] == []
