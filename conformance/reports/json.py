"""The report for programs: every finding with all that is known of it, in both languages."""

from typing import Any, TextIO

from conformance.run.results import Place, Run
from conformance.says import Language

from . import indented, write_object


def write(run: Run, _: Language, out: TextIO) -> None:
    """Write one JSON object: `summary`, `unread` and `files`."""
    summary = {
        "files": len(run.files),
        "resources": run.resources,
        "known": run.known,
        "findings": dict(run.counts()),
    }
    unread = [
        {"file": file, "message": {"en": why.english, "zh": why.chinese}}
        for file, why in run.failures
    ]
    out.write(f'{{"summary": {indented(summary)},\n"unread": {indented(unread)},\n"files": [')
    for number, (file, places) in enumerate(run.by_file()):
        out.write(",\n" if number else "\n")
        write_object({"file": file}, "findings", map(_finding, places), out)
    out.write("]}\n")


def _finding(place: Place) -> dict[str, Any]:
    issue = place.issue
    found = {
        "rule": issue.rule,
        "severity": issue.severity,
        "code": issue.code,
        "resource": place.resource,
        "expression": issue.expression,
        "pointer": issue.pointer,
        "line": issue.line,
        "column": issue.column,
        "message": {"en": issue.diagnostics, "zh": issue.chinese},
        "hint": {"en": issue.hint, "zh": issue.hint_chinese} if issue.hint else None,
        "patch": issue.patch,
        "follows": issue.group,
        "specification": issue.spec,
        "profile": issue.profile,
    }
    return {key: value for key, value in found.items() if value not in (None, "")}
