"""One HTTP request in, one answer out, for everything under the FHIR base.

A plain ASGI function: body, format and route are found here, the handler does the rest, and every
error leaves as an OperationOutcome.
"""

import asyncio
import gzip
import random
import re
import time
import zlib
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from datetime import UTC, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec
import structlog

from conformance import json
from conformance.issue import Issue
from conformance.xml import to_xml

from .cors import cors_headers, refuse_foreign_host, refuse_foreign_write
from .errors import (
    BadRequest,
    FhirError,
    Gone,
    Indexing,
    Malformed,
    MethodNotAllowed,
    NotAcceptable,
    TooLarge,
    TooManyRequests,
    Unavailable,
    UnsupportedMediaType,
    outcome,
)
from .http import (
    Call,
    Format,
    Reply,
    by_quality,
    decode,
    etag,
    http_date,
    negotiate,
    preferences,
    read_query,
    wants_spreadsheet,
)
from .logs import request_id
from .metrics import observe
from .routes import Routes, methods_of
from .server import Server

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
SMALLEST_GZIP = 1_400
LARGE_BODY = 1_000_000
VARY = (b"vary", b"Accept, Accept-Encoding, Origin")
SAFE_METHODS = frozenset({"GET", "HEAD"})
RETRY_SECONDS = "3"
# Content of others must not act as a page of ours.
RAW_HEADERS = ((b"x-content-type-options", b"nosniff"), (b"content-security-policy", b"sandbox"))

log = structlog.get_logger()
routes = Routes()


class Endpoint:
    """The FHIR base as an ASGI application; `prefix` is its path, such as `/fhir`."""

    def __init__(self, server: Server, prefix: str) -> None:
        """Serve one server."""
        self._server = server
        self._origins = server.settings.cors_origins
        # Where pages of any origin may call, those that pretend to be of this one gain nothing.
        self._guards_host = "*" not in self._origins
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        started = time.perf_counter()
        headers = read_headers(tuple(scope["headers"]))
        call = Call(scope["method"], headers=headers, now=datetime.now(UTC))
        named = _request_id(headers.get("x-request-id", ""))
        # Each request runs in a context of its own, so there is nothing to reset.
        request_id.set(named)
        reply = await self._answer(call, scope, receive)
        sent = [
            (b"x-request-id", named.encode()),
            *cors_headers(headers.get("origin"), self._origins),
        ]
        if correlation := headers.get("x-correlation-id"):
            sent.append((b"x-correlation-id", correlation.encode("latin-1", "replace")))
        await _send(send, call, reply, sent)
        observe(call, reply.status, time.perf_counter() - started)

    async def _answer(self, call: Call, scope: Scope, receive: Receive) -> Reply:
        try:
            if self._guards_host:
                refuse_foreign_host(call.headers.get("host", ""), self._server.place.bases)
            path = scope["raw_path"].decode("ascii", "replace")[len(self._prefix) :]
            routes.place(call, path)
            call.query = read_query(scope["query_string"].decode("ascii", "replace"))
            call.format = _format(call)
            call.prefer = preferences(call.headers.get("prefer", ""))
            if call.method == "OPTIONS":
                return Reply(204, headers={"allow": ", ".join(["OPTIONS", *methods_of(call)])})
            if call.method not in SAFE_METHODS:
                refuse_foreign_write(call.headers, self._server.base, self._origins)
            call.body = await read_body(call, receive, self._server.settings.max_body_bytes)
            if len(call.body) > LARGE_BODY and "fhir+" in call.media_type:
                # Naming the fault in a large body can take seconds: not at the cost of others.
                call.decoded = await asyncio.to_thread(decode, call.body, call.media_type)
            return await routes.dispatch(call, self._server)
        except FhirError as error:
            return error_reply(error)
        except Exception:
            log.exception("request.failed", method=call.method, route=call.route)
            return Reply(500, outcome=outcome([_INTERNAL]))


def _format(call: Call) -> Format:
    """The format of the answer; a Binary may be asked for by its own media type (binary.html).

    What an operation writes as a spreadsheet has no FHIR format; its errors have.
    """
    try:
        return negotiate(call.query, call.headers.get("accept", ""))
    except NotAcceptable:
        if call.type == "Binary" and call.id and not call.format_asked:
            return Format()
        if call.operation and wants_spreadsheet(call):
            return Format()
        raise


_INTERNAL = Issue(
    "internal-error",
    "fatal",
    "exception",
    "",
    "The server failed on this request; its log has the details under the X-Request-Id.",
)


def error_reply(error: FhirError) -> Reply:
    """An error as a reply, with the headers that belong to its status."""
    reply = Reply(error.status, outcome=error.outcome())
    match error:
        case Gone(version=int(version)):
            reply.version = version
        case MethodNotAllowed(allow=allow) if allow:
            reply.headers["allow"] = ", ".join(allow)
        case Unavailable() | TooManyRequests() | Indexing():
            reply.headers["retry-after"] = RETRY_SECONDS
    return reply


@lru_cache(maxsize=256)
def read_headers(raw: tuple[tuple[bytes, bytes], ...]) -> Mapping[str, str]:
    """Headers by lower-case name; repeated ones are joined by a comma (RFC 9110 5.3).

    Remembered, since a client sends the same ones again and again.
    """
    found: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1"), _header_text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return MappingProxyType(found)


def _header_text(value: bytes) -> str:
    """UTF-8, as clients write names into If-None-Exist; what is none is Latin-1 (RFC 9110 5.5)."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _request_id(given: str) -> str:
    if given and REQUEST_ID.fullmatch(given):
        return given
    return f"{random.getrandbits(64):016x}"


async def read_body(call: Call, receive: Receive, limit: int) -> bytes:
    """The body, inflated where it was sent gzipped; TooLarge as soon as the limit is passed."""
    declared = call.headers.get("content-length")
    if declared is None and "transfer-encoding" not in call.headers:
        return b""  # a request without either has no body (RFC 9112 6.3)
    if declared and declared.isdigit() and int(declared) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BadRequest("The client went away before the whole request had arrived.")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit:
            raise _too_large(limit)
        if not message.get("more_body"):
            break
    body = parts[0] if len(parts) == 1 else b"".join(parts)
    coding = call.headers.get("content-encoding", "identity").strip().lower()
    if coding == "identity" or not body:
        return body
    if coding not in ("gzip", "x-gzip"):
        raise UnsupportedMediaType(f"The Content-Encoding {coding[:40]!r} is not understood: gzip.")
    return _inflate(body, limit)


def _inflate(body: bytes, limit: int) -> bytes:
    stream = zlib.decompressobj(wbits=31)
    try:
        inflated = stream.decompress(body, limit + 1)
    except zlib.error as error:
        raise Malformed("The body is not valid gzip.") from error
    if len(inflated) > limit:
        raise _too_large(limit)
    if not stream.eof:
        raise Malformed("The gzip body ends too early.")
    return inflated


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body exceeds the {limit:,} bytes this server takes in one request.")


async def _send(send: Send, call: Call, reply: Reply, headers: Headers) -> None:
    body, kind = written(reply, call.format)
    if kind:
        headers += _content_type(kind)
    elif reply.status == 304:
        headers.append(VARY)  # what the 200 would have said of caching (RFC 9110 15.4.5)
    if reply.raw is not None:
        headers += RAW_HEADERS
    if reply.version is not None:
        headers.append((b"etag", etag(reply.version).encode()))
    if reply.updated is not None:
        headers.append((b"last-modified", http_date(reply.updated).encode()))
    if reply.location is not None:
        name = b"location" if reply.status == 201 else b"content-location"
        headers.append((name, reply.location.encode()))
    for own, value in reply.headers.items():
        headers.append((own.encode(), value.encode("latin-1", "replace")))
    if len(body) >= SMALLEST_GZIP and _takes_gzip(call.headers.get("accept-encoding", "")):
        body = gzip.compress(body, compresslevel=1, mtime=0)
        headers.append((b"content-encoding", b"gzip"))
    if reply.status not in (204, 304):
        headers.append((b"content-length", b"%d" % len(body)))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if call.method == "HEAD" else body})


@lru_cache(maxsize=64)
def _content_type(kind: str) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"content-type", kind.encode("latin-1", "replace")),
        VARY,
    )


@lru_cache(maxsize=64)
def _takes_gzip(accepted: str) -> bool:
    return any(name == "gzip" for name, _ in by_quality(accepted))


def written(reply: Reply, form: Format) -> tuple[bytes, str]:
    """The body of a reply in the client's format, with its content type ("" without a body)."""
    if reply.raw is not None:
        return reply.raw, reply.raw_type
    body = reply.json
    if body is None:
        if reply.outcome is None:
            return b"", ""
        body = json.encode(reply.outcome)
    if form.xml:
        body = to_xml(json.decode(body), pretty=form.pretty)
    elif form.pretty:
        body = msgspec.json.format(body, indent=2)
    return body, f"{form.media_type}; charset=utf-8"
