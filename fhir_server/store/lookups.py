"""Searches by one index entry, the commonest: those that arrive together become one `find`.

Only this shape is shared, since here a document itself tells whose match it is.
"""

import asyncio
from collections.abc import Callable, Sequence
from operator import attrgetter

from pymongo.asynchronous.collection import AsyncCollection

from .batching import Batcher
from .documents import SHOWN, Document, Stored, from_shown
from .faults import translated

_id = attrgetter("id")

# At most so many documents are fetched for each of the entries that share a trip.
CAP = 10


class Lookups:
    """Finds by entry; `current` gives the collection of a type."""

    def __init__(self, current: Callable[[str], AsyncCollection[Document]]) -> None:
        """Nothing is under way."""
        self._current = current
        self._batchers: dict[str, Batcher[str, list[Stored]]] = {}

    async def find(self, type_: str, entry: str) -> list[Stored] | None:
        """All matches by id, or None when there are more than CAP."""
        batcher = self._batchers.get(type_)
        if batcher is None:
            batcher = self._batchers[type_] = Batcher(lambda es: self._batch(type_, es))
        found = await batcher.submit(entry)
        return found if len(found) <= CAP else None

    async def _batch(self, type_: str, entries: Sequence[str]) -> list[list[Stored]]:
        distinct = list(set(entries))
        if len(distinct) == 1:
            return [await self._one(type_, distinct[0])] * len(entries)
        limit = len(distinct) * (CAP + 1)
        with translated():
            cursor = self._current(type_).find(
                {"idx": {"$in": distinct}}, {**SHOWN, "idx": 1}, limit=limit
            )
            documents = await cursor.to_list()
        if len(documents) == limit:
            # Whose matches were cut off cannot be told: each is asked for by itself.
            alone = await asyncio.gather(*(self._one(type_, e) for e in distinct))
            by_entry = dict(zip(distinct, alone, strict=True))
            return [by_entry[e] for e in entries]
        matches: dict[str, list[Stored]] = {e: [] for e in distinct}
        for document in documents:
            stored = from_shown(type_, document)
            for e in matches.keys() & document["idx"]:
                matches[e].append(stored)
        for several in matches.values():
            if len(several) > 1:
                several.sort(key=_id)
        return [matches[e] for e in entries]

    async def _one(self, type_: str, entry: str) -> list[Stored]:
        with translated():
            cursor = self._current(type_).find(
                {"idx": entry}, SHOWN, sort=[("_id", 1)], limit=CAP + 1
            )
            return [from_shown(type_, d) for d in await cursor.to_list()]
