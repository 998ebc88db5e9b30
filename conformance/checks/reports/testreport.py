"""The report as FHIR's own resource: https://hl7.org/fhir/R4/testreport.html."""

from typing import Any, TextIO

from conformance import json
from conformance.checks.results import Result, Run
from conformance.says import Language

from . import reason, requirement, worded

Json = dict[str, Any]


def write(run: Run, language: Language, out: TextIO) -> None:
    """Write the resource: a test for each check, an assertion for its outcome."""
    out.write(json.encode(test_report(run, language)).decode())
    out.write("\n")


def test_report(run: Run, language: Language) -> Json:
    """The TestReport. Its score is the share of passed among those carried out, in percent."""
    counts = run.counts()
    carried_out = len(run.results) - counts["skip"]
    return {
        "resourceType": "TestReport",
        "status": "completed",
        "testScript": {
            "identifier": {"system": "urn:fhir-conformance", "value": "server-checks"},
            "display": "fhir-conformance test",
        },
        "result": "fail" if counts["fail"] or counts["error"] else "pass",
        **({"score": round(100 * counts["pass"] / carried_out, 2)} if carried_out else {}),
        "issued": run.started.isoformat(timespec="milliseconds"),
        "participant": [
            {"type": "test-engine", "uri": "urn:fhir-conformance", "display": "fhir-conformance"},
            {"type": "server", "uri": run.base, "display": run.server},
        ],
        **({"test": [_test(r, language) for r in run.results]} if run.results else {}),
    }


def _test(result: Result, language: Language) -> Json:
    what = requirement(result)
    message = reason(result, language)
    assertion = {"result": result.outcome, "detail": what.spec}
    return {
        "name": result.check.id,
        "description": worded(result.check.title, language),
        "action": [{"assert": {**assertion, **({"message": message} if message else {})}}],
    }
