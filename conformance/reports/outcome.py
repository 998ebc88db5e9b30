"""The report as FHIR: an OperationOutcome, or a Bundle of one for each file.

As HL7's validator does, the file stands in an extension of the OperationOutcome.
"""

from typing import Any, TextIO

from conformance.json import encode
from conformance.run.results import Place, Run
from conformance.says import Says, says

from . import Language, said

_FILE = "http://hl7.org/fhir/StructureDefinition/operationoutcome-file"


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write one resource."""
    outcomes = [_outcome(file, places, language) for file, places in run.by_file()]
    outcomes += [_unread(file, why) for file, why in run.failures]
    answer = outcomes[0] if len(outcomes) == 1 else _bundle(outcomes)
    out.write(f"{encode(answer).decode()}\n")


def _bundle(outcomes: list[dict[str, Any]]) -> dict[str, Any]:
    entries = {"entry": [{"resource": outcome} for outcome in outcomes]} if outcomes else {}
    return {"resourceType": "Bundle", "type": "collection", **entries}


def _outcome(file: str, places: list[Place], language: Language) -> dict[str, Any]:
    clean = {
        "severity": "information",
        "code": "informational",
        "diagnostics": said(says("report-clean"), language),
    }
    issues = [place.issue.as_outcome_issue() for place in places] or [clean]
    return _with_file(file, issues)


def _unread(file: str, why: Says) -> dict[str, Any]:
    issue = {"severity": "fatal", "code": "exception", "diagnostics": why.english}
    return _with_file(file, [issue])


def _with_file(file: str, issues: list[dict[str, Any]]) -> dict[str, Any]:
    extension = [{"url": _FILE, "valueString": file}]
    return {"resourceType": "OperationOutcome", "extension": extension, "issue": issues}
