"""The report for programs: everything, the evidence too, in one JSON object in both languages."""

from typing import Any, TextIO

from msgspec.json import format  # noqa: A004  # as its authors call it

from conformance.checks.evidence import Exchange
from conformance.checks.requirements import policies
from conformance.checks.results import Result, Run
from conformance.json import encode
from conformance.says import Language, Says, Text

from . import requirement

Json = dict[str, Any]


def write(run: Run, _: Language, out: TextIO) -> None:
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
    out.write(f"{format(encode(told), indent=1).decode()}\n")


def _result(result: Result) -> Json:
    check, what = result.check, requirement(result)
    return {
        "check": check.id,
        "title": _both(check.title),
        "subject": _both(check.subject),
        "requirement": what.id,
        "policies": policies().get(check.id, ()),
        "verb": what.verb,
        "specification": what.spec,
        "result": result.outcome,
        **({"reason": _both(result.reason)} if result.reason else {}),
        "seconds": round(result.seconds, 3),
        "leftBehind": list(result.left_behind),
        "evidence": [_exchange(exchange) for exchange in result.evidence],
    }


def _exchange(exchange: Exchange) -> Json:
    answer = {
        "status": exchange.status,
        "headers": exchange.response_headers,
        "body": exchange.response_body,
    }
    return {
        "request": {
            "method": exchange.method,
            "url": exchange.url,
            "headers": exchange.request_headers,
            "body": exchange.request_body,
        },
        **({"answer": answer} if exchange.status else {"noAnswer": exchange.reason}),
        "seconds": round(exchange.seconds, 3),
    }


def _both(text: Text | Says) -> Json:
    return {"en": text.english, "zh": text.chinese}
