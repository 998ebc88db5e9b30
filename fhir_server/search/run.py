"""Run a compiled search against the store: one page, the way to its neighbours, and the total."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from conformance.json import decode
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.store.mongo import Store

from .context import SearchContext
from .include import included
from .index import sort_keys
from .joins import has_joins, resolved
from .query import Query
from .sort import SortKey


class Page(NamedTuple):
    """One page of matches in order, and what goes with them.

    `total` counts all matches, None when it was not asked for and is not cheap. A cursor is None
    where there is no such page; a page that became empty since its link was made has none, the
    first page remains. `includes_cut` says that there was more to include.
    """

    resources: list[Stored]
    total: int | None
    next_cursor: str | None = None
    previous_cursor: str | None = None
    included: Sequence[Stored] = ()
    includes_cut: bool = False


async def run(
    store: Store, query: Query, ctx: SearchContext, session: Session | None = None
) -> Page:
    """The page that `query` asks for; raises TooCostly when MongoDB takes too long.

    One resource more than the page holds is read, to know whether another page follows.
    """
    if has_joins(query.filter):
        query = replace(query, filter=await resolved(store, query.filter, session))
    found = await _find(store, query, session) if query.count else []
    more = len(found) > query.count
    resources = found[: query.count]
    if query.backwards:
        resources.reverse()
    total: int | None = None
    if query.total != "none" or not query.count:
        whole = query.count > 0 and query.after is None and not more
        total = len(found) if whole else await total_of(store, query, session)
    if not resources:
        return Page([], total)
    added: Sequence[Stored] = ()
    cut = False
    if query.includes:
        added, cut = await included(store, resources, query.includes, ctx, session)
    following = more or query.backwards
    preceding = more if query.backwards else query.after is not None
    return Page(
        resources,
        total,
        _cursor(query, resources[-1], ctx, backwards=False) if following else None,
        _cursor(query, resources[0], ctx, backwards=True) if preceding else None,
        added,
        cut,
    )


async def total_of(store: Store, query: Query, session: Session | None) -> int | None:
    """How many match a query without joins; None when nobody asked and counting costs much."""
    if query.total or not query.count:
        return await store.count(query.type, query.filter, session)
    return await store.count_few(query.type, query.filter, session)


async def _find(store: Store, query: Query, session: Session | None) -> list[Stored]:
    wanted = query.page_filter()
    if wanted is None:
        return []
    order = _order(query.sort, query.backwards)
    return await store.find(query.type, wanted, sort=order, limit=query.count + 1, session=session)


@lru_cache(maxsize=256)
def _order(keys: tuple[SortKey, ...], backwards: bool) -> tuple[tuple[str, int], ...]:
    """Fields and directions in which a page is read."""
    return tuple((key.field, -key.direction if backwards else key.direction) for key in keys)


def _cursor(query: Query, resource: Stored, ctx: SearchContext, *, backwards: bool) -> str:
    return query.cursor_at(sort_values(query.sort, resource, ctx), ctx, backwards=backwards)


def sort_values(keys: Sequence[SortKey], resource: Stored, ctx: SearchContext) -> list[Any]:
    """The values of sort keys, those of parameters extracted anew from the bytes."""
    own = {"_id": resource.id, "_lastUpdated": resource.updated}
    codes = {key.code for key in keys} - own.keys()
    found = sort_keys(resource.type, decode(resource.json), codes, ctx) if codes else {}
    return [
        own[key.code] if key.code in own else found.get(key.code, {}).get(key.bound) for key in keys
    ]
