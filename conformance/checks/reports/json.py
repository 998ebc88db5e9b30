"""The report for programs: everything, the evidence too, in one JSON object in both languages."""

from dataclasses import asdict
from typing import Any, TextIO

from conformance import json
from conformance.checks.results import Result, Run
from conformance.reports import Language

from . import requirement


def write(run: Run, _language: Language, out: TextIO) -> None:
    """Write the object."""
    counts = run.counts()
    told = {
        "base": run.base,
        "server": run.server,
        "started": run.started.isoformat(timespec="seconds"),
        "seconds": round(run.seconds, 3),
        "summary": {name: counts[name] for name in ("pass", "fail", "skip", "error")},
        "results": [_result(result) for result in run.results],
    }
    out.write(json.encode(told).decode())
    out.write("\n")


def _result(result: Result) -> dict[str, Any]:
    check, what = result.check, requirement(result)
    return {
        "id": check.id,
        "title": check.title.english,
        "titleChinese": check.title.chinese,
        "subject": check.subject.english,
        "requirement": what.id,
        "verb": what.verb,
        "spec": what.spec,
        "result": result.outcome,
        "reason": result.reason.english if result.reason else "",
        "reasonChinese": result.reason.chinese if result.reason else "",
        "seconds": round(result.seconds, 3),
        "leftBehind": list(result.left_behind),
        "evidence": [asdict(exchange) for exchange in result.evidence],
    }
