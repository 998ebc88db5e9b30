"""Criteria about other resources: a filter with joins is resolved to one without, step by step.

A join stands in a filter as the value of a field, `{"idx": Join}` or `{"_id": Join}`. Resolving it
runs its own filter on its own type (by the index, the innermost first), and the field becomes one
of a list of values. A `Pending` in the same place says itself what it becomes. So criteria compile
without the database, and whoever reads it calls `resolved` first, inside a transaction with its
session.

Source: FHIR R4 search.html, 3.1.1.4.14 (chained parameters), 3.1.1.4.15 (reverse chaining).
"""

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from fhir_server.errors import TooCostly

from .filters import NOTHING, Filter, all_of, any_of, none_of
from .pending import Pending, Reader

T = TypeVar("T")

MOST_VALUES = 100_000
SECONDS = 4
COSTLY = (
    f"The search goes through more than {MOST_VALUES:,} other resources; narrow the criteria on "
    "them."
)
SLOW = f"Following references took more than {SECONDS} seconds; narrow the criteria behind them."


class Join(NamedTuple):
    """The values a field may have: taken from what matches `filter` in the type `type`.

    `taken` is how the index entries begin whose remainders are the values; "" takes the ids. Each
    is written after `written`.
    """

    type: str
    filter: Filter
    taken: str
    written: str


async def resolved(store: Reader, fragment: Filter, session: Any = None) -> Filter:
    """The filter without joins; TooCostly when they lead to too much or take too long."""
    if not has_joins(fragment):
        return fragment
    try:
        async with asyncio.timeout(SECONDS):
            return await _Resolving(store, session).run(fragment)
    except TimeoutError as error:
        raise TooCostly(SLOW) from error


def has_joins(fragment: Filter) -> bool:
    """Whether a filter must be resolved before it is run."""
    for key, value in fragment.items():
        if isinstance(value, (Join, Pending)):  # a tuple: `Join | Pending` is made anew each time
            return True
        if key[0] == "$" and any(map(has_joins, value)):
            return True
    return False


@dataclass(slots=True)
class _Resolving:
    """One search's joins, which share one allowance of values."""

    store: Reader
    session: Any
    left: int = field(default_factory=lambda: MOST_VALUES)

    async def run(self, fragment: Filter) -> Filter:
        """The filter with each join replaced by what it leads to."""
        if not has_joins(fragment):
            return fragment
        parts = await side_by_side(
            (self._part(key, value) for key, value in fragment.items()), self.session
        )
        return all_of(parts)

    async def _part(self, key: str, value: Any) -> Filter:
        if isinstance(value, Join):
            return await self._follow(key, value)
        if isinstance(value, Pending):
            return await self.run(await value.fragment(self.store, self.session))
        if key.startswith("$"):
            return _COMBINED[key](await side_by_side(map(self.run, value), self.session))
        return {key: value}

    async def _follow(self, field: str, join: Join) -> Filter:
        wanted = await self.run(join.filter)
        limit = self.left + 1
        if join.taken:
            found = await self.store.entries(
                join.type, wanted, join.taken, limit=limit, session=self.session
            )
            found = [entry.removeprefix(join.taken) for entry in found]
        else:
            found = await self.store.ids(join.type, wanted, limit=limit, session=self.session)
        self.left -= len(found)
        if self.left < 0:
            raise TooCostly(COSTLY)
        values = [join.written + value for value in found]
        return any_of([{field: {"$in": values}}]) if values else NOTHING


async def side_by_side(steps: Iterable[Awaitable[T]], session: Any) -> list[T]:
    """The results of some steps; inside a transaction they go one after the other."""
    if session is None:
        return await asyncio.gather(*steps)
    return [await step for step in steps]


_COMBINED = {"$and": all_of, "$or": any_of, "$nor": none_of}
