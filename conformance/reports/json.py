"""The report for programs: every finding with all that is known of it, in both languages."""

from typing import Any, TextIO

from msgspec.json import format  # noqa: A004  # as its authors call it

from conformance.json import encode
from conformance.run.results import Place, Run

from . import Language


def write(run: Run, _: Language, out: TextIO) -> None:
    """Write one JSON object: `files`, `unread` and `summary`."""
    answer = {
        "summary": {
            "files": len(run.files),
            "resources": run.resources,
            "known": run.known,
            "findings": dict(run.counts()),
        },
        "files": [
            {"file": file, "findings": [_finding(place) for place in places]}
            for file, places in run.by_file()
        ],
        "unread": [
            {"file": file, "message": {"en": why.english, "zh": why.chinese}}
            for file, why in run.failures
        ],
    }
    out.write(f"{format(encode(answer), indent=1).decode()}\n")


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
