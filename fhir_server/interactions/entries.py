"""Entries of a batch or transaction as calls, and their replies as entries (bundle.html)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

import msgspec

from conformance import json
from conformance.issue import Issue, errors
from conformance.validator import check
from fhir_server.bundles import bundle
from fhir_server.errors import BadRequest, FhirError, Malformed, TooLarge
from fhir_server.http import Call, Reply, etag, instant
from fhir_server.server import Server

Json = dict[str, Any]

ORDER = {"DELETE": 0, "POST": 1, "PUT": 2, "PATCH": 2, "GET": 3, "HEAD": 3}
# Elements of entry.request that are HTTP headers elsewhere.
HEADERS = {
    "ifNoneMatch": "if-none-match",
    "ifModifiedSince": "if-modified-since",
    "ifMatch": "if-match",
    "ifNoneExist": "if-none-exist",
}


@dataclass(slots=True)
class Entry:
    """One entry: where it stands in the Bundle, its fullUrl, and what it asks."""

    index: int
    full_url: str
    call: Call

    @property
    def rank(self) -> int:
        """Its place in the order of processing (http.html 3.1.0.11.2)."""
        return ORDER[self.call.method]


def bundle_entries(call: Call, server: Server) -> list[Json]:
    """The entries of the Bundle in a call; refuses a Bundle that is too long or malformed."""
    given = call.resource()
    entries = given.get("entry", [])
    if isinstance(entries, list) and len(entries) > server.settings.max_bundle_entries:
        raise TooLarge(
            f"The Bundle has {len(entries):,} entries; {server.settings.max_bundle_entries:,} is "
            "the limit."
        )
    if found := errors(frame_findings(given)):
        raise Malformed(issues=found)
    return list(entries)


def frame_findings(given: Json) -> list[Issue]:
    """What is wrong with the Bundle itself; its resources pass the gate one by one."""
    entries = given.get("entry")
    if not isinstance(entries, list):
        return check(given)
    framed = [_framed(e) if isinstance(e, dict) else e for e in entries]
    return check({**given, "entry": framed}, whole=False)


def _framed(entry: Json) -> Json:
    """An entry without its resource, and with a request where `read_entry` will miss one."""
    framed = {"request": {"method": "GET", "url": "-"}, **entry}
    if isinstance(entry.get("resource"), dict):
        del framed["resource"]
    return framed


def read_entry(index: int, entry: Json, call: Call, server: Server) -> Entry:
    """One entry as a call of its own."""
    request = entry.get("request")
    if request is None:
        raise BadRequest(
            f"Entry {index} has no request.", expression=f"Bundle.entry[{index}].request"
        )
    own = Call(
        request["method"],
        # The answer is an element of a Bundle: a Binary comes as a resource, never raw.
        headers={
            "accept": "application/fhir+json",
            **{name: request[key] for key, name in HEADERS.items() if key in request},
        },
        decoded=entry.get("resource"),
        now=call.now,
        format=call.format,
        prefer=replace(call.prefer, returns=call.prefer.returns or "minimal"),
    )
    result = Entry(index, entry.get("fullUrl", ""), own)
    with at_entry(result):
        server.router.locate(own, relative(request["url"], server))
        needs_body = own.method in ("POST", "PUT", "PATCH") and not own.operation
        if needs_body and own.decoded is None:
            raise BadRequest(f"A {own.method} entry needs a resource.")
    return result


def relative(url: str, server: Server) -> str:
    """The URL of an entry relative to our base."""
    for base in server.place.bases:
        if url == base or url.startswith(f"{base}/"):
            return url[len(base) :].lstrip("/")
    return url.lstrip("/")


@contextmanager
def at_entry(entry: Entry) -> Iterator[None]:
    """Name the entry in any error raised within."""
    try:
        yield
    except FhirError as error:
        # A copy: entries, and other requests, that shared a trip to MongoDB share its error.
        named = copy(error)
        named.issues = [_named(issue, entry) for issue in error.issues]
        raise named from error


def _named(issue: Issue, entry: Entry) -> Issue:
    place = f"Bundle.entry[{entry.index}]"
    if issue.expression.startswith("Bundle.entry["):
        return issue
    path = issue.expression.partition(".")[2]
    where = f"{place}.resource.{path}" if path else place
    asked = f"{entry.call.method} {entry.call.type}".strip()
    return replace(
        issue,
        expression=where,
        diagnostics=f"Entry {entry.index} ({asked}): {issue.diagnostics}",
    )


def response_bundle(
    kind: str, entries: Sequence[Entry | None], replies: Sequence[Reply], server: Server
) -> Reply:
    """The Bundle of responses, in the order of the request."""
    written = (_response(e, r, server) for e, r in zip(entries, replies, strict=True))
    return Reply(200, json=bundle(kind, written))


def _response(entry: Entry | None, reply: Reply, server: Server) -> bytes:
    status = HTTPStatus(reply.status)
    response: Json = {"status": f"{status.value} {status.phrase}"}
    if reply.location:
        response["location"] = reply.location.removeprefix(f"{server.base}/")
    if reply.version is not None:
        response["etag"] = etag(reply.version)
    if reply.updated is not None:
        response["lastModified"] = instant(reply.updated)
    if reply.outcome is not None:
        response["outcome"] = reply.outcome
    encoded = b'"response":' + json.encode(response)
    if reply.json is None or (entry is not None and entry.call.method == "HEAD"):
        return b"{" + encoded + b"}"
    head = b"{"
    if reply.location and (full_url := reply.location.partition("/_history/")[0]):
        head += b'"fullUrl":' + msgspec.json.encode(full_url) + b","
    return head + b'"resource":' + reply.json + b"," + encoded + b"}"


def failed(error: FhirError) -> Reply:
    """The reply of a batch entry that failed."""
    return Reply(error.status, outcome=error.outcome())
