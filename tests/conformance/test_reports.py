"""The reports: what their readers demand of them, and that none loses or invents a finding."""

import io
import json
import re
import xml.etree.ElementTree as ET

import pytest

from conformance.issue import Issue
from conformance.reports import FORMATS, report
from conformance.run import Excerpt, Judged, Result, Run
from conformance.says import says
from conformance.validator import check

NASTY = "<b>&\"'\x07]]>"

ERROR = Issue(
    rule="required-binding",
    severity="error",
    code="code-invalid",
    expression="Patient.gender",
    diagnostics=f"{NASTY} is no code.",
    chinese=f"{NASTY} 不是代码。",
    pointer="/gender",
    line=3,
    column=5,
    hint="Write 'male'.",
    hint_chinese="改为 'male'。",
    patch=[{"op": "replace", "path": "/gender", "value": "male"}],
    spec="https://hl7.org/fhir/R4/terminologies.html#required",
)
WARNING = Issue(
    "blank-string", "warning", "value", "Patient.id", "Blank.", "空白。", line=1, column=1
)
NOTE = Issue("note", "information", "informational", "", "A note.", "提示。")


@pytest.fixture
def run():
    run = Run(seconds=0.25)
    excerpts = [Excerpt(f"{NASTY} 张", 9), Excerpt("{", 1), None]
    run.add(Result("in/a b.json", 1, [Judged("Patient/1", [ERROR, WARNING, NOTE], excerpts)]))
    run.add(Result("good.json", 2))
    run.add(Result("gone.json", 0, failure=says("file-missing")))
    return run


def written(run, form, language="en"):
    out = io.StringIO()
    report(form)(run, language, out)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_finding_stands_in_every_report_in_its_language(run, form, language):
    text = written(run, form, language)
    sentences = [i.chinese if language == "zh" else i.diagnostics for i in (WARNING, NOTE)]
    assert all(text.count(sentence) >= 1 for sentence in sentences)
    assert "gone.json" in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_files_has_a_report(form):
    assert written(Run(), form)


def test_of_very_many_findings_none_is_lost_and_all_are_in_order():
    run = Run()
    for file in ("a.ndjson", "good.json", "b.ndjson"):
        for first in range(1, 1301, 100) if file != "good.json" else ():
            lines = range(first + 99, first - 1, -1)
            issues = [
                Issue("r", "error", "value", "Basic", f"{n}", line=n, column=1) for n in lines
            ]
            run.add(Result(file, 100, [Judged("", issues, [None] * 100)]))
        run.add(Result(file, 1))
    answer = json.loads(written(run, "json"))
    assert answer["summary"]["findings"] == {"error": 2600}
    found = {f["file"]: [one["line"] for one in f["findings"]] for f in answer["files"]}
    every = list(range(1, 1301))
    assert found == {"a.ndjson": every, "good.json": [], "b.ndjson": every}


def test_the_profile_that_demands_is_named_and_linked():
    url, odd = "http://a.org/StructureDefinition/p|1.0", "javascript:alert(1)"
    issues = [
        Issue("r", "error", "value", "Basic", "A.", profile=url),
        Issue("r", "error", "value", "Basic", "B.", profile=odd),
    ]
    run = Run()
    run.add(Result("a.json", 1, [Judged("", issues, [None, None])]))
    assert f"      demanded by {url}\n" in written(run, "text")
    assert f"      依据 profile {url}\n" in written(run, "text", "zh")
    assert re.findall(r'href="([^"]*)"', written(run, "html")) == [url]
    results = json.loads(written(run, "sarif"))["runs"][0]["results"]
    assert [result["properties"] for result in results] == [{"profile": url}, {"profile": odd}]


def test_text(run):
    lines = written(run, "text").splitlines()
    assert lines[0] == "in/a b.json"
    assert [line.split()[1] for line in lines if re.match(r"  \S", line)] == [
        "information",
        "warning",
        "error",
    ]
    assert "\x07" not in "".join(lines)
    assert lines[-2] == "gone.json: not judged: there is no such file"
    assert lines[-1] == "Errors: 1, warnings: 1, notes: 1; resources: 3, files: 2, 0.2 s."


def test_json(run):
    answer = json.loads(written(run, "json"))
    assert answer["summary"] == {
        "files": 2,
        "resources": 3,
        "known": 0,
        "findings": {"error": 1, "warning": 1, "information": 1},
    }
    [error] = [f for f in answer["files"][0]["findings"] if f["severity"] == "error"]
    assert error["patch"] == ERROR.patch
    assert error["message"] == {"en": ERROR.diagnostics, "zh": ERROR.chinese}
    assert answer["files"][1] == {"file": "good.json", "findings": []}
    assert answer["unread"][0]["message"]["zh"] == "文件不存在"


def test_outcome_is_a_bundle_of_valid_resources(run):
    bundle = json.loads(written(run, "outcome").replace("\\u0007", ""))
    assert [issue for issue in check(bundle) if issue.severity == "error"] == []
    files = [entry["resource"]["extension"][0]["valueString"] for entry in bundle["entry"]]
    assert files == ["in/a b.json", "good.json", "gone.json"]
    one = Run()
    one.add(Result("a.json", 1))
    outcome = json.loads(written(one, "outcome"))
    assert outcome["resourceType"] == "OperationOutcome"
    assert outcome["issue"][0]["severity"] == "information"


def test_junit(run):
    root = ET.fromstring(written(run, "junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "1", "1")
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["in/a b.json", "good.json", "gone.json"]
    [failure] = root.iter("failure")
    assert failure.get("type") == "required-binding"
    assert "in/a b.json:3:5: error: <b>&" in failure.text
    for suite in suites.values():
        assert int(suite.get("tests")) == len(suite.findall("testcase"))


def test_sarif(run):
    log = json.loads(written(run, "sarif"))
    assert log["version"] == "2.1.0"
    [sarif] = log["runs"]
    rules = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    assert rules == ["note", "blank-string", "required-binding"]
    assert [result["level"] for result in sarif["results"]] == ["note", "warning", "error"]
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    location = sarif["results"][2]["locations"][0]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "in/a%20b.json"},
        "region": {"startLine": 3, "startColumn": 5},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Patient.gender"}]
    assert "region" not in sarif["results"][0]["locations"][0]["physicalLocation"]
    assert sarif["invocations"][0]["executionSuccessful"] is False
    assert sarif["columnKind"] == "unicodeCodePoints"


def test_a_fingerprint_stays_when_lines_move(run):
    def fingerprints(line):
        moved = Run()
        issue = Issue("r", "error", "value", "Patient.id", "Wrong.", line=line, column=1)
        moved.add(Result("a.json", 1, [Judged("Patient/1", [issue], [None])]))
        [result] = json.loads(written(moved, "sarif"))["runs"][0]["results"]
        return result["partialFingerprints"]

    assert fingerprints(1) == fingerprints(900)


def test_html_is_one_page_that_needs_nothing_else(run):
    page = written(run, "html", "zh")
    assert page.startswith("<!DOCTYPE html>")
    assert 'lang="zh-CN"' in page
    assert '<b>&"' not in page  # what others wrote is text
    assert "&lt;b&gt;" in page
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page)) == {ERROR.spec}
    assert page.count("<article") == 4
