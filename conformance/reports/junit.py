"""The report for continuous integration: JUnit's XML, a suite a file, a case a finding.

Errors fail; warnings and notes pass and stand in the output of their case. The form is the one that
Jenkins, GitLab and others read (https://github.com/testmoapp/junitxml).
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from conformance.run.results import Place, Run
from conformance.says import Language, said, says

from . import hint, message

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the suites."""
    counts = run.counts()
    failures = counts["error"] + counts["fatal"]
    clean = len(run.files) - len(run.faults)
    tests = counts.total() + clean + len(run.failures)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(
        f'<testsuites name="fhir-conformance" tests="{tests}" failures="{failures}"'
        f' errors="{len(run.failures)}" time="{run.seconds:.3f}">\n'
    )
    for file, places in run.by_file():
        _write_suite(file, places, run.faults.get(file, Counter()), language, out)
    for file, why in run.failures:
        name = _attribute(file)
        says_why = _attribute(said(why, language))
        out.write(f' <testsuite name={name} tests="1" failures="0" errors="1">\n')
        out.write(f'  <testcase classname={name} name="read"><error message={says_why}/>')
        out.write("</testcase>\n </testsuite>\n")
    out.write("</testsuites>\n")


def _write_suite(
    file: str, places: Iterator[Place], counts: Counter[str], language: Language, out: TextIO
) -> None:
    tests, failures = counts.total() or 1, counts["error"] + counts["fatal"]
    name = _attribute(file)
    out.write(f' <testsuite name={name} tests="{tests}" failures="{failures}" errors="0">\n')
    if not counts:
        clean = _attribute(said(says("report-clean"), language))
        out.write(f"  <testcase classname={name} name={clean}/>\n")
    for place in places:
        issue = place.issue
        subject = issue.expression or place.resource or file
        case = _attribute(f"{issue.rule} {subject}")
        text = _text(place, language)
        out.write(f"  <testcase classname={name} name={case}>")
        if _fails(place):
            kind, said_ = _attribute(issue.rule), _attribute(message(issue, language))
            out.write(f"<failure type={kind} message={said_}>{text}</failure>")
        else:
            out.write(f"<system-out>{text}</system-out>")
        out.write("</testcase>\n")
    out.write(" </testsuite>\n")


def _fails(place: Place) -> bool:
    return place.issue.severity in ("fatal", "error")


def _text(place: Place, language: Language) -> str:
    issue = place.issue
    severity = said(says(issue.severity), language)
    lines = [f"{place.file}:{issue.line}:{issue.column}: {severity}: {message(issue, language)}"]
    if advice := hint(issue, language):
        lines.append(said(says("report-hint", hint=advice), language))
    return escape(_IMPOSSIBLE.sub("\ufffd", "\n".join(lines)))


def _attribute(text: str) -> str:
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", text))
