"""Bundles written as bytes: stored resources are joined as they are, never decoded.

Source: FHIR R4 bundle.html, http.html 3.1.0.1.12 (paging).
"""

import random
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import quote_plus

import msgspec

from conformance import json

from .http import Pairs, etag, instant
from .store.documents import Stored

Links = Sequence[tuple[str, str]]

# What a query may hold as it is; whatever else there is in a text, all of it is quoted.
SAFE = ":|,/$"
PLAIN = re.compile(r"[A-Za-z0-9_.~:|,/$-]*")

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
    head: dict[str, object] = {"resourceType": "Bundle", "id": f"{random.getrandbits(128):032x}"}
    if updated is not None:
        head["meta"] = {"lastUpdated": instant(updated)}
    head["type"] = kind
    if total is not None:
        head["total"] = total
    if links:
        head["link"] = [{"relation": relation, "url": url} for relation, url in links]
    joined = b",".join(entries)
    opened = msgspec.json.encode(head)[:-1]
    return b"".join((opened, b',"entry":[', joined, b"]}")) if joined else opened + b"}"


def search_entries(
    base: str, resources: Iterable[tuple[Stored, bytes]], mode: str = "match"
) -> list[bytes]:
    """Entries of a searchset, already joined: each resource as it is to be shown.

    They are one piece, or none at all, since a large page is copied as seldom as possible.
    """
    # Types and ids need no quoting; the base is quoted once.
    head = b'{"fullUrl":%b' % msgspec.json.encode(f"{base}/")[:-1]
    tail = b',"search":{"mode":"%b"}}' % mode.encode()
    between = tail + b"," + head
    pieces: list[bytes] = []
    for stored, body in resources:
        pieces += (between, f'{stored.type}/{stored.id}","resource":'.encode(), body)
    if not pieces:
        return []
    pieces[0] = head
    return [b"".join((*pieces, tail))]


def history_entry(base: str, stored: Stored, body: bytes) -> bytes:
    """An entry of a history: the version as it is shown, the request that made it, its response."""
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
    return head + b',"resource":' + body + b"," + tail[1:]


def page_url(url: str, parameters: Pairs, **own: str) -> str:
    """The URL of a page: the parameters understood, then ours."""
    query = "&".join(f"{_quoted(n)}={_quoted(v)}" for n, v in (*parameters, *own.items()))
    return f"{url}?{query}" if query else url


def _quoted(text: str) -> str:
    return text if PLAIN.fullmatch(text) else quote_plus(text, SAFE)
