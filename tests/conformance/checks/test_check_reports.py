"""The reports of a run with one result of each kind."""

import json
import xml.etree.ElementTree as ET

import pytest
from faulty_proxy import Died, deaf, edit, faulty

from conformance import validator
from conformance.commands.test import main

ONLY = ["read-unknown", "update-if-match-stale", "search-nothing", "history-system", "format-xml"]


async def _broken(request, forward):
    """No history of the system, no If-Match, and no end to answers in XML."""
    if request.path == "metadata":
        silent = edit(lambda statement: statement["rest"][0].pop("interaction"), "metadata")
        return await silent(request, forward)
    if "xml" in request.headers.get("accept", ""):
        raise Died
    return await deaf("if-match")(request, forward)


@pytest.fixture(scope="module")
def write(server, tmp_path_factory):
    """Write the report in a format and language: passed, failed, skipped, and one error."""
    folder = tmp_path_factory.mktemp("reports")
    chosen = [word for name in ONLY for word in ("--only", name)]

    with faulty(server, {"<b>": _broken}) as proxy:

        def report(form, lang="en"):
            file = folder / f"{form}.{lang}"
            options = ["--format", form, "--lang", lang, "--output", str(file)]
            assert main([f"{proxy}/<b>/fhir", *chosen, *options]) == 1
            return file.read_text(encoding="utf-8")

        yield report


def test_text_has_a_line_for_each_check_and_the_reason_of_failures(write):
    text = write("text")
    assert "✗ An update on an old version is answered with 412 and changes nothing" in text
    assert "answered 200; expected 412" in text
    assert "REQ-UPDATE-IF-MATCH (SHALL)  https://hl7.org/fhir/R4/http.html#concurrency" in text
    assert "2 passed, 1 failed, 1 skipped, 1 errors" in text


def test_text_is_chinese_when_asked(write):
    text = write("text", "zh")
    assert "以旧版本为条件的更新返回 412，且不改变原有数据" in text
    assert "返回 200，应为 412" in text
    assert "通过 2，失败 1，跳过 1，出错 1" in text


def test_json_has_everything(write):
    report = json.loads(write("json"))
    assert report["summary"] == {"pass": 2, "fail": 1, "skip": 1, "error": 1}
    failed = next(r for r in report["results"] if r["result"] == "fail")
    assert failed["requirement"] == "REQ-UPDATE-IF-MATCH"
    assert failed["reason"]["zh"].endswith("返回 200，应为 412")
    late = failed["evidence"][-1]
    assert (late["request"]["method"], late["answer"]["status"]) == ("PUT", 200)
    assert late["request"]["headers"]["if-match"] == 'W/"1"'
    died = next(r for r in report["results"] if r["result"] == "error")
    assert died["evidence"][-1]["noAnswer"] == "RemoteProtocolError"


def test_junit_counts_what_its_cases_say(write):
    suites = ET.fromstring(write("junit"))
    counted = [suites.get(name) for name in ("tests", "failures", "errors", "skipped")]
    assert counted == ["5", "1", "1", "1"]
    cases = list(suites.iter("testcase"))
    assert len(cases) == 5
    assert sum(case.find("failure") is not None for case in cases) == 1
    failure = next(suites.iter("failure"))
    assert "expected 412" in failure.get("message")
    assert "PUT http" in failure.text


def test_html_is_one_page_with_the_evidence_folded(write):
    page = write("html")
    assert page.count("<details>") == 4  # what was skipped sent nothing
    assert "<details open" not in page
    assert "if-match: W/&#34;1&#34;" in page
    assert "<b>" not in page  # it is in the URL of the server
    assert 'src="' not in page
    assert "<link" not in page


def test_the_test_report_is_a_valid_resource(write):
    resource = json.loads(write("testreport", "zh"))
    assert [i.diagnostics for i in validator.check(resource) if i.severity == "error"] == []
    assert resource["result"] == "fail"
    assert resource["score"] == 50
    outcomes = [test["action"][0]["assert"]["result"] for test in resource["test"]]
    assert sorted(outcomes) == ["error", "fail", "pass", "pass", "skip"]
