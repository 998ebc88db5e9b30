"""The feed: every acknowledged version once, in one order, as rows of the collection `feed`.

    {_id: sequence, type, id, v, lu, m, t, until}

`t` is the latest `lu` so far in feed order. It never steps back, so a reader who asks again for
rows with `t` at or after the last one it saw misses nothing, however late a transaction with an
early `lu` commits. `until` is when the version was replaced. Written by `follow.py`; read here.
"""

import asyncio
import time
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from typing import Any, cast

from pymongo import ASCENDING, DESCENDING, IndexModel
from pymongo.asynchronous.database import AsyncDatabase

from fhir_server.errors import Unavailable

from .documents import Document
from .faults import translated
from .follow import Follower
from .searching import SEARCH_MS

WAIT_SECONDS = 4.0
MOST_COUNTED = 10_000
# How often a process that does not write the feed looks how far it is.
LOOK_SECONDS = 0.02

INDEXES = [
    IndexModel([("type", ASCENDING), ("id", ASCENDING), ("v", ASCENDING)], unique=True),
    IndexModel([("type", ASCENDING), ("_id", DESCENDING)]),
    IndexModel([("t", ASCENDING), ("_id", ASCENDING)]),
]


class Feed:
    """Reads the feed, and waits until it is complete."""

    def __init__(self, database: AsyncDatabase[Document]) -> None:
        """`database` was marked by `connect`."""
        self._settings = database["settings"]
        self._rows = database["feed"]
        self.follower = Follower(database, self._passed)
        self._raising: asyncio.Task[int] | None = None
        self._last_tick = 0
        self._news = asyncio.Event()

    async def prepare(self) -> None:
        """Create collection and indexes, which workers that start together may do at once."""
        await self._rows.create_indexes(INDEXES)
        tick = {"$setOnInsert": {"n": 0}}
        await self._settings.update_one({"_id": "tick"}, tick, upsert=True)

    async def page(self, criteria: Document, limit: int) -> list[Document]:
        """Rows that match, newest first; complete after `caught_up`."""
        with translated(searching=True):
            cursor = self._rows.find(criteria, sort=[("_id", -1)], limit=limit)
            return await cursor.max_time_ms(SEARCH_MS).to_list()

    async def last(self, types: Collection[str]) -> int:
        """The number of the latest row of some types; 0 when there is none."""
        with translated():
            found = await self._rows.find_one(
                {"type": {"$in": list(types)}}, {"_id": 1}, sort=[("_id", -1)]
            )
        return int(found["_id"]) if found else 0

    async def count(self, criteria: Document) -> int | None:
        """How many rows match; None beyond MOST_COUNTED, since each of them is looked at."""
        with translated(searching=True):
            found = await self._rows.count_documents(
                criteria, maxTimeMS=SEARCH_MS, limit=MOST_COUNTED + 1
            )
        return found if found <= MOST_COUNTED else None

    async def horizon(self) -> datetime:
        """The time up to which the feed is complete: `t` of its last row, or its beginning."""
        with translated():
            state = await self._settings.find_one({"_id": "feed"}, {"t": 1, "start": 1})
        assert state is not None, "connect() marks it"
        return cast("datetime", state["t"] if state.get("t") else state["start"].as_datetime())

    async def caught_up(self) -> None:
        """Return once the feed holds everything acknowledged before this call.

        A counter is raised in the database and waited for: the change stream brings it in order.
        """
        raising = self._raising
        if raising is not None and not raising.done():
            # A tick under way may be older than this call; the next one serves all who wait.
            # Where it fails MongoDB is away, and another would take as long to find that out.
            with translated():
                await asyncio.shield(raising)
        if self._raising is None or self._raising.done():
            self._raising = asyncio.create_task(self._raise_tick())
        with translated():
            number = await asyncio.shield(self._raising)
        with self.follower.hurried():
            await self._reached(number, time.monotonic() + WAIT_SECONDS)

    async def _raise_tick(self) -> int:
        raised: Any = await self._settings.find_one_and_update(
            {"_id": "tick"}, {"$inc": {"n": 1}}, return_document=True
        )
        return int(raised["n"])

    def _passed(self, tick: int) -> None:
        if tick > self._last_tick:
            self._last_tick = tick
            self._news.set()

    async def _reached(self, number: int, deadline: float) -> None:
        """Wait for our own follower's word, or look at the position another process keeps.

        The driver may take a cancellation for a lost connection and try again, so the deadline is
        looked at rather than enforced. Unavailable once it has passed.
        """
        while self._last_tick < number:
            if time.monotonic() > deadline:
                raise Unavailable("The change feed is catching up; try again shortly.")
            self._news.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._news.wait()
            if self._last_tick < number:
                with translated():
                    state = await self._settings.find_one({"_id": "feed"}, {"tick": 1})
                self._passed(state["tick"] if state else 0)
