"""The report for code scanning: SARIF 2.1.0, as GitHub, GitLab and editors show it.

Source: OASIS SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
"""

import hashlib
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from conformance.run.results import Place, Run
from conformance.says import Language, said

from . import hint, message, write_object

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"fatal": "error", "error": "error", "warning": "warning", "information": "note"}


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write one run."""
    rules = _rules(run)
    driver = {
        "name": "fhir-conformance",
        "informationUri": "https://family-doctor-fhir.github.io",
        "rules": list(rules.values()),
    }
    about = {
        "tool": {"driver": driver},
        "language": "zh-CN" if language == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run, language)],
    }
    numbers = {rule: number for number, rule in enumerate(rules)}
    results = (_result(place, numbers, language) for place in run.places)
    out.write(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [')
    write_object(about, "results", results, out)
    out.write("]}\n")


def _rules(run: Run) -> dict[str, dict[str, Any]]:
    """The rules that were broken, by id."""
    rules: dict[str, dict[str, Any]] = {}
    for place in run.places:
        issue = place.issue
        rule: dict[str, Any] = {"id": issue.rule}
        if issue.spec:
            rule["helpUri"] = issue.spec
        rules.setdefault(issue.rule, rule)
    return rules


def _invocation(run: Run, language: Language) -> dict[str, Any]:
    unread = [
        {
            "level": "error",
            "message": {"text": f"{file}: {said(why, language)}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}],
        }
        for file, why in run.failures
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": unread}


def _result(place: Place, numbers: dict[str, int], language: Language) -> dict[str, Any]:
    issue = place.issue
    text = message(issue, language)
    advice = hint(issue, language)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if issue.line:
        physical["region"] = {"startLine": issue.line, "startColumn": max(issue.column or 1, 1)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if issue.expression:
        location["logicalLocations"] = [{"fullyQualifiedName": issue.expression}]
    result: dict[str, Any] = {
        "ruleId": issue.rule,
        "ruleIndex": numbers[issue.rule],
        "level": _LEVELS[issue.severity],
        "message": {"text": f"{text}\n{advice}" if advice else text},
        "locations": [location],
        "partialFingerprints": {"ruleAndElement/v1": _fingerprint(place)},
    }
    known = {"patch": issue.patch, "profile": issue.profile}
    if properties := {name: value for name, value in known.items() if value}:
        result["properties"] = properties
    return result


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fingerprint(place: Place) -> str:
    """What stays the same when lines move."""
    parts = (place.resource, place.issue.rule, place.issue.expression)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
