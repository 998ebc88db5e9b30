"""Turn stored versions into replies: whole, in part, unchanged, raw, or after a write."""

import re
from base64 import b64decode
from datetime import timedelta

from conformance import json
from conformance.issue import Issue
from fhir_server.errors import BadRequest, outcome
from fhir_server.http import Call, Reply, by_quality, read_http_date, tags
from fhir_server.server import Server
from fhir_server.store.documents import Stored
from fhir_server.subset import check_elements, subset
from fhir_server.versions import Change

SUMMARIES = ("true", "text", "data", "count", "false")
VERSION_ID = re.compile(r"[1-9][0-9]{0,8}")
# What may go with every interaction (http.html 3.1.0.1.13, general parameters).
RESULT_PARAMETERS = frozenset({"_format", "_pretty", "_summary", "_elements"})


def represent(call: Call, stored: Stored) -> Reply:
    """A version as the client asked for it: `_summary`, `_elements`, or a Binary's content."""
    body = stored.json
    if call.query:
        refuse_parameters(call)
        body = shown(stored, *subset_asked(call, stored.type))
    if body is stored.json and stored.type == "Binary" and wants_raw(call):
        content = json.decode(body)
        reply = Reply(200, version=stored.version, updated=stored.updated)
        reply.raw = b64decode(content.get("data", ""))
        reply.raw_type = content.get("contentType", "application/octet-stream")
        return reply
    return Reply(200, json=body, version=stored.version, updated=stored.updated)


def version_number(call: Call) -> int:
    """The version a URL names, 0 when it is none this server could have made."""
    return int(call.version) if VERSION_ID.fullmatch(call.version) else 0


def subset_asked(call: Call, type_: str) -> tuple[str | None, frozenset[str]]:
    """`_summary` (None when absent or false) and `_elements`; refuses values that are neither.

    With `type_` "" the elements are those of several types, and none of them is unknown.
    """
    if not call.query:
        return None, frozenset()
    summary = call.parameter("_summary")
    if summary is not None and summary not in SUMMARIES:
        raise BadRequest(f"_summary {summary[:64]!r} is none of {', '.join(SUMMARIES)}.")
    listed = (call.parameter("_elements") or "").split(",")
    elements = frozenset(e.strip() for e in listed if e.strip())
    if type_ and (unknown := check_elements(type_, elements)):
        raise BadRequest(f"_elements names what {type_} does not have: {', '.join(unknown)[:200]}.")
    return (None if summary == "false" else summary), elements


def check_presentation(call: Call) -> None:
    """Refuse what the URL of a write cannot mean, before anything is written."""
    if call.id:
        refuse_parameters(call)
    subset_asked(call, call.type)


def refuse_parameters(call: Call) -> None:
    """Refuse query parameters that would change nothing; `handling=lenient` lets them pass."""
    for name, _ in call.query:
        if name not in RESULT_PARAMETERS and not call.prefer.lenient:
            known = ", ".join(sorted(RESULT_PARAMETERS))
            raise BadRequest(f"The parameter {name[:64]!r} has no meaning here; {known} do.")


def wants_raw(call: Call) -> bool:
    """Whether a Binary is asked for as itself: no FHIR type in Accept or _format (binary.html)."""
    asked = call.headers.get("accept", "*/*")
    fhir = any("fhir+" in name for name, _ in by_quality(asked))
    return not fhir and not call.format_asked


def not_modified(call: Call, stored: Stored) -> Reply | None:
    """304 when If-None-Match or If-Modified-Since say the client has this version."""
    if header := call.headers.get("if-none-match"):
        unwanted = tags(header)
        same = "*" in unwanted or str(stored.version) in unwanted
    elif header := call.headers.get("if-modified-since"):
        since = read_http_date(header)
        # HTTP dates have whole seconds: a version made later in that second counts as the same.
        same = since is not None and stored.updated - timedelta(seconds=1) < since
    else:
        return None
    return Reply(304, version=stored.version, updated=stored.updated) if same else None


def written(call: Call, server: Server, change: Change) -> Reply:
    """The reply to a create, update, patch or conditional create, as Prefer asks."""
    stored = change.after
    assert stored is not None
    reply = Reply(
        201 if change.created else 200,
        version=stored.version,
        updated=stored.updated,
        location=server.url(f"{stored.reference}/_history/{stored.version}"),
    )
    match call.prefer.returns:
        case "minimal":
            pass
        case "OperationOutcome":
            done = "created" if change.created else "updated" if change.draft else "found"
            reply.outcome = outcome([said(f"{stored.reference} was {done}."), *change.hints])
        case _:
            reply.json = shown(stored, *subset_asked(call, stored.type))
    return reply


def shown(stored: Stored, summary: str | None, elements: frozenset[str]) -> bytes:
    """A version as JSON, or the part of it that `_summary` or `_elements` ask for."""
    if stored.deleted or not (summary or elements):
        return stored.json
    return json.encode(subset(json.decode(stored.json), summary, elements))


def said(sentence: str) -> Issue:
    """An informational finding."""
    return Issue("", "information", "informational", "", sentence)
