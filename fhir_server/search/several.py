"""One search on several types at once: their matches in one list, by sort keys, type and id.

The parameters must exist for all of the types. A page reads the types one after the other until it
is full; with `_sort` it reads a page of each and merges.

Source: FHIR R4 http.html 3.1.0.9 (search across types), search.html 3.1.1.2.
"""

import json
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from conformance.issue import Issue
from fhir_server.errors import NotSupported, TooCostly
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.store.mongo import Store

from . import page
from .context import SearchContext
from .filters import NOTHING, Filter, all_of, any_of
from .include import Include, included
from .joins import resolved, side_by_side
from .query import ONE_TYPE, Params, Query, Within, parse, read_position, written_position
from .run import Page, sort_values, total_of
from .sort import SortKey, beyond

FEW_TYPES = 16

BATCH = 100
MOST_DROPPED = 20_000
DROPPED = (
    f"More than {MOST_DROPPED:,} resources of type {{}} had to be read that do not belong here; "
    "ask for less."
)

Confine = Callable[[str], Within | None]
"""A type to what of it is searched at all; None: all of it."""
Keep = Callable[[Sequence[Stored]], Awaitable[list[Stored]]]
"""Of some resources those that match; what no index tells."""


@dataclass(slots=True)
class Several:
    """A search on several types, one query for each, the types sorted.

    `after` is the position a page follows or, with `backwards`, precedes: values, type, id. Where
    there is `keep`, it has the last word on what matches, and only a page that holds all has a
    total.
    """

    queries: list[Query]
    self_params: list[tuple[str, str]]
    issues: list[Issue]
    includes: tuple[Include, ...] = ()
    after: list[Any] | None = None
    backwards: bool = False
    keep: Keep | None = None

    @property
    def shape(self) -> Query:
        """The query that says how results are shown: any, they all say the same."""
        return self.queries[0]

    @property
    def summary(self) -> str:
        """As in `Query`."""
        return self.shape.summary

    @property
    def elements(self) -> tuple[str, ...]:
        """As in `Query`."""
        return self.shape.elements

    def scope(self) -> str:
        """The list that a cursor of this search is a position in."""
        return json.dumps([[q.type for q in self.queries], self.shape.scope()])


def parse_several(
    types: Sequence[str],
    params: Params,
    ctx: SearchContext,
    confine: Confine = lambda _: None,
    said: Params = (),
) -> Several:
    """Compile a search on some types; `said` are parameters of the self link read elsewhere."""
    cursor = "".join(text for name, text in params if name == "_cursor")
    wanted = [pair for pair in params if pair[0] != "_cursor"]
    queries = _parse_all(types, wanted, ctx, confine)
    issues = {i.expression: i for q in queries for i in q.issues}
    if issues:  # what one type ignores, none may heed
        wanted = [pair for pair in wanted if f"http.{pair[0]}" not in issues]
        queries = _parse_all(types, wanted, ctx, confine)
    if queries[0].contained != "false":
        raise NotSupported(ONE_TYPE, expression="http._contained")
    understood = [*said, *queries[0].self_params]
    several = Several(queries, understood, list(issues.values()), queries[0].includes)
    if cursor:
        position = page.unseal(cursor, several.scope(), ctx.key)
        several.backwards, several.after = position[0], read_position(position[1:])
    return several


def _parse_all(
    types: Sequence[str], params: Params, ctx: SearchContext, confine: Confine
) -> list[Query]:
    try:
        return [parse(t, params, ctx, within=confine(t), types=types) for t in sorted(types)]
    except NotSupported as error:
        if len(types) == 1:
            raise
        raise NotSupported(
            f"{error}. What is asked of several types must be possible for all: "
            "name fewer in _type.",
            expression=error.issues[0].expression,
        ) from error


async def run_several(
    store: Store, several: Several, ctx: SearchContext, session: Session | None = None
) -> Page:
    """The page that is asked for; raises TooCostly when MongoDB takes too long."""
    shape = several.shape
    reading = _Reading(store, several, ctx, session, await _stored(store, several, session))
    found = await reading.read() if shape.count else []
    more = len(found) > shape.count
    resources = found[: shape.count]
    if several.backwards:
        resources.reverse()
    total: int | None = None
    if shape.total != "none" or not shape.count:
        whole = shape.count > 0 and several.after is None and not more
        total = len(found) if whole else await reading.total()
    if not resources:
        return Page([], total)
    following = more or several.backwards
    preceding = more if several.backwards else several.after is not None
    added, cut = await included(store, resources, several.includes, ctx, session)
    return Page(
        resources,
        total,
        _cursor(several, resources[-1], ctx, backwards=False) if following else None,
        _cursor(several, resources[0], ctx, backwards=True) if preceding else None,
        added,
        cut,
    )


async def _stored(store: Store, several: Several, session: Session | None) -> list[Query]:
    """The queries that can find something: of types of which anything was ever stored.

    Worth asking for many types only, and not possible inside a transaction.
    """
    if session is not None or len(several.queries) <= FEW_TYPES:
        return several.queries
    there = set(await store.types())
    return [query for query in several.queries if query.type in there]


def _cursor(several: Several, stored: Stored, ctx: SearchContext, *, backwards: bool) -> str:
    query = next(q for q in several.queries if q.type == stored.type)
    values = sort_values(_keys(query), stored, ctx)
    position = written_position([*values, stored.type, stored.id])
    return page.seal([backwards, *position], several.scope(), ctx.key)


def _keys(query: Query) -> list[SortKey]:
    """The order of one type's matches but for the id, which comes after the type."""
    return [key for key in query.sort if key.code != "_id"]


@dataclass(slots=True)
class _Reading:
    """One page being read, and one resource more, in reading order; `filters` are without joins."""

    store: Store
    several: Several
    ctx: SearchContext
    session: Session | None
    queries: list[Query]
    filters: dict[str, Filter] = field(default_factory=dict)

    @property
    def limit(self) -> int:
        """One resource more than the page holds."""
        return self.several.shape.count + 1

    async def total(self) -> int | None:
        """How many match; None when nobody asked and counting costs much."""
        if self.several.keep:
            return None

        async def one(query: Query) -> int | None:
            plain = replace(query, filter=await self._filter(query))
            return await total_of(self.store, plain, self.session)

        totals = await side_by_side(map(one, self.queries), self.session)
        return None if None in totals else sum(filter(None, totals))

    async def _filter(self, query: Query) -> Filter:
        """The filter of a query without joins, which are resolved once."""
        if query.type not in self.filters:
            self.filters[query.type] = await resolved(self.store, query.filter, self.session)
        return self.filters[query.type]

    async def read(self) -> list[Stored]:
        """Type by type until there is enough, or all types and the best of them."""
        found: list[Stored] = []
        if not _keys(self.several.shape):
            for query, wanted in self._queries():
                found += await self._find(query, wanted, self.limit - len(found))
                if len(found) == self.limit:
                    break
            return found
        searches = [self._find(query, wanted, self.limit) for query, wanted in self._queries()]
        answers = await side_by_side(searches, self.session)
        return self._merged([stored for answer in answers for stored in answer])[: self.limit]

    def _queries(self) -> Iterator[tuple[Query, Filter]]:
        """Each type in reading order, with the condition that it comes after the position."""
        backwards, after = self.several.backwards, self.several.after
        for query in reversed(self.queries) if backwards else self.queries:
            turned = replace(query, backwards=backwards)
            further = {} if after is None else _beyond(turned, after)
            if further is not None:
                yield turned, further

    async def _find(self, query: Query, further: Filter, limit: int) -> list[Stored]:
        """The first matches of a type beyond the position."""
        keep = self.several.keep
        if keep is None:
            return await self._page(query, further, limit)
        kept: list[Stored] = []
        dropped, batch = 0, max(limit, BATCH)
        while True:
            found = await self._page(query, further, batch)
            matches = await keep(found)
            kept += matches
            if len(found) < batch or len(kept) >= limit:
                return kept[:limit]
            dropped += len(found) - len(matches)
            if dropped > MOST_DROPPED:
                raise TooCostly(DROPPED.format(query.type))
            position = [*sort_values(_keys(query), found[-1], self.ctx), found[-1].id]
            further = beyond(query.page_sort(), position) or NOTHING

    async def _page(self, query: Query, further: Filter, limit: int) -> list[Stored]:
        wanted = await self._filter(query)
        order = [(key.field, key.direction) for key in query.page_sort()]
        return await self.store.find(
            query.type, all_of([wanted, further]), sort=order, limit=limit, session=self.session
        )

    def _merged(self, found: list[Stored]) -> list[Stored]:
        """By the sort keys, then by type and id as they are."""
        by_type = {query.type: _keys(query) for query in self.several.queries}
        ranked = [(sort_values(by_type[s.type], s, self.ctx), s) for s in found]
        for i, key in reversed(list(enumerate(_keys(self.several.shape)))):
            down = (key.direction == -1) != self.several.backwards
            ranked.sort(key=lambda pair: (pair[0][i] is not None, pair[0][i]), reverse=down)
        return [stored for _, stored in ranked]


def _beyond(query: Query, after: Sequence[Any]) -> Filter | None:
    """What of a type comes after a position in the list of all; None: nothing can."""
    *values, type_, id_ = after
    keys = [key for key in query.page_sort() if key.code != "_id"]
    if query.type == type_:
        return beyond(query.page_sort(), [*values, id_])
    further = beyond(keys, values) if keys else None
    if (query.type < type_) != query.backwards:
        return further
    same = all_of({key.field: value} for key, value in zip(keys, values, strict=True))
    return any_of([further, same]) if further is not None else same
