"""Every sentence stands in English and Chinese, and is filled in alike."""

import argparse
import ast
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import conformance
from conformance.cli import COMMANDS
from conformance.definitions import all_types
from conformance.issue import Issue
from conformance.says import Text, says, shown
from conformance.validator import check
from conformance.validator.messages import TEXTS
from conformance.validator.messages_invariants import invariant_text
from conformance.validator.profiles.rules import PROFILE_RULES
from conformance.validator.rules import RULES
from conformance.words import ARGPARSE

HAN = re.compile("[\u4e00-\u9fff]")
WORDS = re.compile("[A-Za-z]{2}")


def placeholders(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def calls_of_says():
    """Every `says("key", name=…)` in the source whose key is written there: (file, key, names)."""
    for file in Path(conformance.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "says" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    yield file.name, key.value, {word.arg for word in node.keywords}


@pytest.mark.parametrize("key", TEXTS)
def test_a_sentence_has_both_languages_with_the_same_placeholders(key):
    english, chinese = TEXTS[key]
    assert placeholders(english) == placeholders(chinese)
    assert not HAN.search(english)
    words = "".join(text for text, *_ in Formatter().parse(english))
    assert HAN.search(chinese) or not WORDS.search(words)


def test_what_the_source_says_is_in_the_tables():
    calls = list(calls_of_says())
    assert len(calls) > 50
    for file, key, names in calls:
        assert key in TEXTS, (file, key)
        assert names >= placeholders(TEXTS[key].english) or None in names, (file, key)


def test_what_is_in_the_tables_is_said():
    source = "".join(
        file.read_text()
        for pattern in ("*.py", "*.html")
        for file in Path(conformance.__file__).parent.rglob(pattern)
        if not file.name.startswith("messages")
    )
    families = tuple(
        re.findall(r'(?:says|word)\(f?"([a-z-]+-)(?:\{|" ~)', source)
    )  # keys put together
    rules = RULES.keys() | PROFILE_RULES.keys()
    keys = [key for key in TEXTS.keys() - rules if not key.startswith(families)]
    assert [key for key in keys if not re.search(f"[\"']{key}[\"']", source)] == []


def words_of_argparse():
    """What argparse says by gettext, but for what only programmers get to see."""
    source = ast.parse(Path(argparse.__file__).read_text())
    for call in ast.walk(source):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext"):
            yield from (each.value for each in call.args if isinstance(each, ast.Constant))


FOR_PROGRAMMERS = re.compile(
    "conflict|cannot (have|merge)|not defined|not callable|invalid argument for|must be optional"
    "|invalid option string|dest=|with mode|deprecated"
)


@pytest.mark.parametrize("text", sorted(set(words_of_argparse())))
def test_what_argparse_says_to_users_stands_in_chinese(text):
    if not FOR_PROGRAMMERS.search(text):
        assert HAN.search(ARGPARSE[text])
        places = re.compile(r"%(?:\(\w+\))?[sr]")
        assert sorted(places.findall(ARGPARSE[text])) == sorted(places.findall(text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_that_is_asked_for(command, capsys):
    main = import_module(f"conformance.commands.{command}").main
    for language, is_said in (("zh", True), ("en", False)):
        with pytest.raises(SystemExit):
            main(["--help", "--lang", language])
        help_ = capsys.readouterr().out
        assert bool(HAN.search(help_)) is is_said
        for line in help_.splitlines() if is_said else ():
            about = re.sub(r"^ *(-\S+|[A-Za-z]+)( \S+)*  |\{[^}]*\}|\[[^]]*\]", "", line)
            assert HAN.search(about) or not re.search("[a-z]{4} [a-z]{2}", about), line


def test_every_invariant_of_r4_has_a_chinese_sentence():
    found = [(c, t.name) for t in all_types().values() for c in t.constraints]
    found += [
        (constraint, f"{kind.name}.{element.name}")
        for kind in all_types().values()
        for element in kind.elements
        for constraint in element.constraints
    ]
    missing = {
        c.key for c, on in found if "不符合约束" in invariant_text(c.key, c.human, on).chinese
    }
    assert missing == set()


def test_an_invariant_of_somebody_else_is_quoted():
    text = invariant_text("my-1", "Must be blue.")
    assert text == Text("Must be blue", "不符合约束 my-1：Must be blue")


def test_one_key_for_several_invariants_is_told_apart_by_the_type():
    task = {"resourceType": "Task", "status": "draft", "intent": "order"}
    task |= {"authoredOn": "2020-01-02", "lastModified": "2020-01-01"}
    [issue] = check(task)
    assert (issue.rule, issue.chinese) == ("inv-1", "lastModified 不得早于 authoredOn。")


def test_phrases_and_lists_are_written_in_the_language_of_the_sentence():
    sentence = says("json-type", value=shown({}), wanted=says("a-string"))
    assert sentence.english == "An object stands where a string must be."
    assert sentence.chinese == "此处应为字符串，实际为 对象。"
    sentence = says("hint-keep-one", keys=["valueString", "valueCode"])
    assert sentence.english == "Keep one of valueString, valueCode."
    assert "valueString、valueCode" in sentence.chinese


def test_braces_in_values_are_values():
    [issue] = check({"resourceType": "Patient", "birthDate": "{0}{value.x}"})
    assert "'{0}{value.x}'" in issue.diagnostics
    assert "'{0}{value.x}'" in issue.chinese


def test_an_outcome_carries_both_languages_and_the_place():
    issue = Issue("r", "error", "value", "Patient.id", "Wrong.", "错误。", line=3, column=7)
    assert issue.as_outcome_issue() == {
        "extension": [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line",
                "valueInteger": 3,
            },
            {
                "url": "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col",
                "valueInteger": 7,
            },
        ],
        "severity": "error",
        "code": "value",
        "details": {"coding": [{"code": "r"}]},
        "diagnostics": "Wrong.",
        "_diagnostics": {
            "extension": [
                {
                    "url": "http://hl7.org/fhir/StructureDefinition/translation",
                    "extension": [
                        {"url": "lang", "valueCode": "zh-CN"},
                        {"url": "content", "valueString": "错误。"},
                    ],
                }
            ]
        },
        "expression": ["Patient.id"],
    }
    outcome = {"resourceType": "OperationOutcome", "issue": [issue.as_outcome_issue()]}
    assert check(outcome) == []
