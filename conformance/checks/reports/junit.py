"""The report for continuous integration: JUnit's XML, a suite a subject, a case a check."""

import re
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from conformance.checks.results import Result, Run
from conformance.says import Language

from . import by_subject, reason, requirement, worded

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ELEMENTS = {"fail": "failure", "error": "error", "skip": "skipped"}


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the suites."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f"<testsuites {_numbers(run.results, run.seconds)}>\n")
    for subject, results in by_subject(run):
        name = _attribute(worded(subject, language))
        seconds = sum(result.seconds for result in results)
        out.write(f" <testsuite name={name} {_numbers(results, seconds)}>\n")
        out.writelines(_case(result, language) for result in results)
        out.write(" </testsuite>\n")
    out.write("</testsuites>\n")


def _numbers(results: list[Result], seconds: float) -> str:
    counted = {name: sum(r.outcome == name for r in results) for name in _ELEMENTS}
    return (
        f'tests="{len(results)}" failures="{counted["fail"]}" errors="{counted["error"]}"'
        f' skipped="{counted["skip"]}" time="{seconds:.3f}"'
    )


def _case(result: Result, language: Language) -> str:
    what = requirement(result)
    name = _attribute(f"{result.check.id}: {worded(result.check.title, language)}")
    case = f'  <testcase classname={_attribute(what.id)} name={name} time="{result.seconds:.3f}"'
    if result.outcome == "pass":
        return f"{case}/>\n"
    element, why = _ELEMENTS[result.outcome], _attribute(reason(result, language))
    detail = escape(_IMPOSSIBLE.sub("\ufffd", _detail(result)))
    return f"{case}><{element} message={why}>{detail}</{element}></testcase>\n"


def _detail(result: Result) -> str:
    """The page of the specification, then the requests with the status of their answers."""
    lines = [f"{e.method} {e.url} {e.status or e.reason}" for e in result.evidence]
    return "\n".join([requirement(result).spec, *lines])


def _attribute(text: str) -> str:
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", text))
