"""Run a search on contained resources: `_contained=true` or `both`.

    Medication?code=x&_contained=true                            what contains such a Medication
    Medication?code=x&_contained=true&_containedType=contained   the Medication, by container#id
    Medication?code=x&_contained=both                            those, and Medications of their own

Containers are of any type. Their entries narrow them down; each contained resource is then judged
by itself, so that several criteria meet in one. Matches are in the order of the container's type,
its id, and the place inside. A page reads on until it is full; a total is counted when asked for,
or when the page holds all. Neither looks into more than MOST_CONTAINERS.

Source: FHIR R4 search.html, 3.1.1.5.5 (contained resources).
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from msgspec import structs

from conformance.definitions import resource_types
from conformance.json import decode, encode
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.store.mongo import Store

from .contained import held, under
from .context import SearchContext, narrowed
from .filters import Filter, all_of, any_of, starting
from .include import included
from .inside import MOST_CONTAINERS, Standing, at_least, meets, to_judge, too_many
from .joins import resolved
from .query import Query
from .run import Page

BATCH = 100
ITSELF = -1


class Match(NamedTuple):
    """One match: what is shown, what its includes start from, and its position."""

    shown: Stored
    origins: list[Stored]
    position: tuple[str, str, int]


async def run_contained(
    store: Store, query: Query, ctx: SearchContext, session: Session | None = None
) -> Page:
    """The page that `query` asks for; raises TooCostly when too much would have to be read."""
    criteria = [await to_judge(store, c, session) for c in query.criteria]
    own = await resolved(store, query.filter, session) if query.contained == "both" else None
    types = resource_types() if session else await store.types()
    reading = _Reading(store, query, ctx, session, criteria, own, sorted(types))
    found = await reading.take(query.count + 1) if query.count else []
    more = len(found) > query.count
    page = found[: query.count]
    if query.backwards:
        page.reverse()
    total: int | None = None
    if query.total != "none" or not query.count:
        whole = query.count > 0 and query.after is None and not more
        total = len(page) if whole else await reading.total()
    if not page:
        return Page([], total)
    shown = [match.shown for match in page]
    origins = [origin for match in page for origin in match.origins]
    added, cut = await included(store, origins, query.includes, ctx, session, shown)
    following = more or query.backwards
    preceding = more if query.backwards else query.after is not None
    return Page(
        shown,
        total,
        query.cursor_at(page[-1].position, ctx, backwards=False) if following else None,
        query.cursor_at(page[0].position, ctx, backwards=True) if preceding else None,
        added,
        cut,
    )


@dataclass(slots=True)
class _Reading:
    """Matches in reading order; `own` is what resources themselves meet, None where none count.

    Neither it nor `criteria` have joins.
    """

    store: Store
    query: Query
    ctx: SearchContext
    session: Session | None
    criteria: list[Filter]
    own: Filter | None
    types: list[str]
    read: int = 0
    criterion: Filter = field(init=False)
    candidates: Filter = field(init=False)

    def __post_init__(self) -> None:
        """What a contained resource has to meet, and what the entries of its container say."""
        beginning = under("", self.query.type)
        self.criterion = all_of(self.criteria)
        told = [at_least(beginning, criterion) for criterion in self.criteria]
        self.candidates = all_of(told) or starting(beginning)

    async def take(self, limit: int) -> list[Match]:
        """The first matches after, or before, the position of the query."""
        found: list[Match] = []
        async for match in self.matches():
            found.append(match)
            if len(found) == limit:
                break
        return found

    async def total(self) -> int | None:
        """How many match; None when nobody asked, as it means to read them all."""
        if self.query.count and not self.query.total:
            return None
        everything = replace(
            self, query=structs.replace(self.query, after=None, backwards=False), read=0
        )
        return sum([1 async for _ in everything.matches()])

    async def matches(self) -> AsyncIterator[Match]:
        """All of them, as far as anybody reads."""
        backwards = self.query.backwards
        start = tuple(self.query.after or ())
        for type_ in reversed(self.types) if backwards else self.types:
            if start and (type_ > start[0] if backwards else type_ < start[0]):
                continue
            here = str(start[1]) if start and start[0] == type_ else ""
            async for stored, itself in self._containers(type_, here):
                listed = list(self._inside(stored, itself=itself))
                for match in reversed(listed) if backwards else listed:
                    at = match.position
                    if not start or (at < start if backwards else at > start):
                        yield match

    async def _containers(self, type_: str, start: str) -> AsyncIterator[tuple[Stored, bool]]:
        """What may contain a match, from an id on, and whether it is one itself, by id."""
        own = self.own if type_ == self.query.type else None
        either = any_of([self.candidates] if own is None else [self.candidates, own])
        wanted = await resolved(self.store, narrowed(type_, [either], self.ctx), self.session)
        further = "$lte" if self.query.backwards else "$gte"
        order = (("_id", -1 if self.query.backwards else 1),)
        after: Filter = {"_id": {further: start}} if start else {}
        while True:
            found = await self.store.find(
                type_, all_of([wanted, after]), sort=order, limit=BATCH, session=self.session
            )
            self.read += len(found)
            if self.read > MOST_CONTAINERS:
                raise too_many()
            ids = [s.id for s in found]
            itself: set[str] = set()
            if own is not None and ids:
                mine = all_of([own, {"_id": {"$in": ids}}])
                itself.update(await self.store.ids(type_, mine, limit=BATCH, session=self.session))
            for stored in found:
                yield stored, stored.id in itself
            if len(found) < BATCH:
                return
            after = {"_id": {further.removesuffix("e"): ids[-1]}}

    def _inside(self, stored: Stored, *, itself: bool) -> Iterator[Match]:
        """The matches that one stored resource is or contains."""
        own = [stored] if itself else []
        container = decode(stored.json)
        contained = [
            (n, stored._replace(id=stored.id + name, json=encode(resource)))
            for n, (name, resource) in enumerate(held(container).items())
            if meets(Standing(resource, container), self.query.type, self.criterion, self.ctx)
        ]
        origins = [inner._replace(type=self.query.type) for _, inner in contained]
        if not self.query.alone:
            if own or contained:
                yield Match(stored, own + origins, (stored.type, stored.id, ITSELF))
            return
        if own:
            yield Match(stored, own, (stored.type, stored.id, ITSELF))
        for (n, inner), origin in zip(contained, origins, strict=True):
            yield Match(inner, [origin], (stored.type, stored.id, n))
