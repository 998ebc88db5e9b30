"""Bundles written as bytes: stored resources are joined as they are, never decoded.

Source: FHIR R4 bundle.html, http.html 3.1.0.1.12 (paging).
"""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlencode

import msgspec

from conformance import json

from .http import Pairs, etag, instant
from .store.documents import Stored

Links = Sequence[tuple[str, str]]

STATUS_LINES = {"DELETE": "204 No Content"}


def bundle(
    kind: str,
    entries: Iterable[bytes],
    *,
    links: Links = (),
    total: int | None = None,
    updated: datetime | None = None,
) -> bytes:
    """A Bundle of entries already written; `links` are (relation, url)."""
    head: dict[str, object] = {"resourceType": "Bundle", "id": str(uuid.uuid4())}
    if updated is not None:
        head["meta"] = {"lastUpdated": instant(updated)}
    head["type"] = kind
    if total is not None:
        head["total"] = total
    if links:
        head["link"] = [{"relation": relation, "url": url} for relation, url in links]
    joined = b",".join(entries)
    opened = msgspec.json.encode(head)[:-1]
    return opened + b',"entry":[' + joined + b"]}" if joined else opened + b"}"


def search_entries(
    base: str, resources: Iterable[tuple[Stored, bytes]], mode: str = "match"
) -> list[bytes]:
    """Entries of a searchset: each resource as it is to be shown."""
    # Types and ids need no quoting; the base is quoted once.
    head = b'{"fullUrl":%b' % msgspec.json.encode(f"{base}/")[:-1]
    tail = b',"search":{"mode":"%b"}}' % mode.encode()
    return [
        b'%b%b","resource":%b%b' % (head, f"{s.type}/{s.id}".encode(), body, tail)
        for s, body in resources
    ]


def history_entry(base: str, stored: Stored) -> bytes:
    """An entry of a history: the request that made the version and its response."""
    url = stored.type if stored.method == "POST" else stored.reference
    request = {"method": stored.method, "url": url}
    status = "201 Created" if stored.created else STATUS_LINES.get(stored.method, "200 OK")
    response = {
        "status": status,
        "etag": etag(stored.version),
        "lastModified": instant(stored.updated),
    }
    tail = json.encode({"request": request, "response": response})
    head = b'{"fullUrl":' + msgspec.json.encode(f"{base}/{stored.reference}")
    if stored.deleted:
        return head + b"," + tail[1:]
    return head + b',"resource":' + stored.json + b"," + tail[1:]


def page_url(url: str, parameters: Pairs, **own: str) -> str:
    """The URL of a page: the parameters understood, then ours."""
    query = urlencode([*parameters, *own.items()], safe=":|,/$")
    return f"{url}?{query}" if query else url
