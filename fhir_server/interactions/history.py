"""history: of an instance, a type, or the whole server (http.html 3.1.0.13).

The history of an instance is read from its versions; that of a type or the server from the feed,
after it has passed everything acknowledged before the request. Newest first. `_since` compares with
the feed's own time, which never steps back: a client that asks again with the `meta.lastUpdated` of
the Bundle it got misses nothing.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from fhir_server.bundles import bundle, history_entry, page_url
from fhir_server.errors import BadRequest, NotFound
from fhir_server.http import Call, Pairs, Reply
from fhir_server.search import page as cursors
from fhir_server.search.types.date import EPOCH, span
from fhir_server.server import Server
from fhir_server.store.documents import Stored

from .represent import shown as part
from .represent import subset_asked

Filter = dict[str, Any]

MOST_VERSIONS = 10_000
PARAMETERS = (
    "_count",
    "_since",
    "_at",
    "_cursor",
    "_format",
    "_pretty",
    "_summary",
    "_elements",
)


class Span(NamedTuple):
    """From `start` to `end`, both included and UTC."""

    start: datetime
    end: datetime


@dataclass(slots=True)
class Asked:
    """The parameters of a history: `before` is the version or sequence the page starts below.

    `subset` is what `_summary` and `_elements` leave of each version.
    """

    count: int
    since: datetime | None
    at: Span | None
    before: int | None
    shown: Pairs
    subset: tuple[str | None, frozenset[str]]


async def instance_history(call: Call, server: Server) -> Reply:
    """Every version of one resource."""
    asked = read_parameters(call, server)
    versions = await _instance_versions(call, server, asked)
    if not versions and await server.store.read(call.type, call.id, call.session) is None:
        raise NotFound(f"{call.type}/{call.id[:64]} does not exist and never did.")
    total = None
    if asked.since is None and asked.at is None:
        current = await server.store.read(call.type, call.id, call.session)
        total = current.version if current else None
    elif not asked.count:
        total = len(await _instance_versions(call, server, replace(asked, count=MOST_VERSIONS)))
    url = server.url(f"{call.type}/{call.id}/_history")
    numbers = [v.version for v in versions]
    return _reply(server, asked, url, versions, numbers, total, call.now)


async def _instance_versions(call: Call, server: Server, asked: Asked) -> list[Stored]:
    read = partial(server.store.instance_history, call.type, call.id, session=call.session)
    if asked.at is None:
        return await read(below=asked.before, since=asked.since, limit=asked.count + 1)
    # How long a version was current shows only beside the one that replaced it.
    span, since, before = asked.at, asked.since, asked.before
    lives = _lifetimes(await read(limit=MOST_VERSIONS))
    return [
        v
        for v, until in lives
        if _overlaps(v.updated, until, span)
        and (since is None or v.updated >= since)
        and (before is None or v.version < before)
    ][: asked.count + 1]


async def type_history(call: Call, server: Server) -> Reply:
    """Every version of the resources of a type."""
    return await _feed_history(call, server, {"type": call.type}, f"{call.type}/_history")


async def system_history(call: Call, server: Server) -> Reply:
    """Every version of every resource."""
    return await _feed_history(call, server, {}, "_history")


async def _feed_history(call: Call, server: Server, criteria: Filter, path: str) -> Reply:
    if call.session is not None:
        raise BadRequest("The history of a type or the server cannot be part of a transaction.")
    asked = read_parameters(call, server)
    await server.feed.caught_up()
    horizon = await server.feed.horizon()
    conditions = [criteria]
    if asked.since is not None:
        conditions.append({"t": {"$gte": asked.since}})
    if asked.at is not None:
        open_ended = [{"until": {"$gt": asked.at.start}}, {"until": {"$exists": False}}]
        conditions.append({"lu": {"$lte": asked.at.end}, "$or": open_ended})
    matching = {"$and": conditions}
    below = {"_id": {"$lt": asked.before}} if asked.before is not None else {}
    rows = await server.feed.page({"$and": [*conditions, below]}, asked.count + 1)
    versions = await _versions(server, rows)
    total = await server.feed.count(matching)
    numbers = [row["_id"] for row in rows]
    return _reply(server, asked, server.url(path), versions, numbers, total, horizon)


async def _versions(server: Server, rows: Sequence[Filter]) -> list[Stored]:
    wanted: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        wanted[row["type"]].append((row["id"], row["v"]))
    found = {t: await server.store.versions(t, keys) for t, keys in wanted.items()}
    return [found[row["type"]][row["id"], row["v"]] for row in rows]


def _reply(
    server: Server,
    asked: Asked,
    url: str,
    versions: Sequence[Stored],
    numbers: Sequence[int],
    total: int | None,
    updated: datetime,
) -> Reply:
    shown = versions[: asked.count]
    links = [("self", page_url(url, asked.shown))]
    if len(versions) > asked.count and asked.count:
        token = cursors.seal([numbers[asked.count - 1]], url, server.signing_key)
        links.append(("next", page_url(url, _without_cursor(asked.shown), _cursor=token)))
    entries = (history_entry(server.base, v, part(v, *asked.subset)) for v in shown)
    return Reply(200, json=bundle("history", entries, links=links, total=total, updated=updated))


def read_parameters(call: Call, server: Server) -> Asked:
    """The parameters of a history; refuses unknown ones by name."""
    subset = subset_asked(call, call.type)
    asked = Asked(server.settings.default_count, None, None, None, [], subset)
    where = server.url("/".join(p for p in (call.type, call.id, "_history") if p))
    names = [name for name, _ in call.query]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise BadRequest(f"A history takes {repeated[0][:64]!r} once.")
    for name, value in call.query:
        if name not in PARAMETERS:
            if call.prefer.lenient:
                continue
            raise BadRequest(
                f"A history has no parameter {name[:64]!r}; it has {', '.join(PARAMETERS)}."
            )
        asked.shown.append((name, value))
        match name:
            case "_count":
                asked.count = min(_number(value), server.settings.max_count)
            case "_since":
                asked.since = _span("_since", value, server).start
            case "_at":
                asked.at = _span("_at", value, server)
            case "_cursor":
                (asked.before,) = cursors.unseal(value, where, server.signing_key)
    if subset[0] == "count":
        asked.count = 0
    return asked


def _span(name: str, text: str, server: Server) -> Span:
    # A plus sign that was not percent-encoded arrives as a space; what is meant is plain.
    found = span(text.replace(" ", "+"), server.place.timezone)
    if found is None:
        raise BadRequest(f"{name} {text[:64]!r} is not a FHIR date or time, such as 2026-11-22.")
    low, high = found
    return Span(EPOCH + timedelta(microseconds=low), EPOCH + timedelta(microseconds=high - 1))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(f"_count {text[:32]!r} is not a whole number of 0 or more.")
    return int(text)


def _without_cursor(parameters: Pairs) -> Pairs:
    return [(name, value) for name, value in parameters if name != "_cursor"]


def _lifetimes(versions: Sequence[Stored]) -> list[tuple[Stored, datetime | None]]:
    """Each version with the instant it was replaced; versions come newest first."""
    ends: list[datetime | None] = [None, *(v.updated for v in versions)]
    return list(zip(versions, ends, strict=False))


def _overlaps(start: datetime, end: datetime | None, at: Span) -> bool:
    return start <= at.end and (end is None or end > at.start)
