"""The feed: every acknowledged version once, in one order, as rows of the collection `feed`.

    {_id: sequence, type, id, v, lu, m, t, until}

`t` is the latest `lu` so far in feed order. It never steps back, so a reader who asks again for
rows with `t` at or after the last one it saw misses nothing, however late a transaction with an
early `lu` commits. `until` is when the version was replaced.

One process writes the feed: whoever holds the lease in `settings`. It follows the change stream of
the current collections, whose order is the order of commits, and saves its position in the same
transaction as the rows, under its fencing number; so a killed or frozen writer neither loses nor
doubles a row. A position the oplog no longer holds is answered by a rescan.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, cast

import pymongo
import structlog
from pymongo import ASCENDING, DESCENDING, IndexModel, UpdateOne
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import CollectionInvalid, OperationFailure, PyMongoError

from fhir_server.errors import Unavailable

from .documents import Document
from .faults import Raced, translated
from .locks import Session
from .mongo import MAJORITY, SEARCH_MS, SNAPSHOT
from .rescan import rescan

log = structlog.get_logger()

LEASE_MS = 6_000
BATCH = 1_000
AWAIT_MS = 500
WAIT_SECONDS = 4.0
FROZEN_SECONDS = 10
# ChangeStreamHistoryLost, ChangeStreamFatalError, InvalidResumeToken, CappedPositionLost.
LOST_POSITION = frozenset({286, 280, 260, 136})

INDEXES = [
    IndexModel([("type", ASCENDING), ("id", ASCENDING), ("v", ASCENDING)], unique=True),
    IndexModel([("type", ASCENDING), ("_id", DESCENDING)]),
    IndexModel([("t", ASCENDING), ("_id", ASCENDING)]),
]
PIPELINE: list[Document] = [
    {
        "$match": {
            "$or": [
                # Index rewrites are updates; only inserts and replaces make versions.
                {
                    "operationType": {"$in": ["insert", "replace"]},
                    "ns.coll": {"$regex": "^[A-Z][A-Za-z]*$"},
                },
                {"operationType": "update", "ns.coll": "settings", "documentKey._id": "tick"},
            ]
        }
    },
    {
        "$project": {
            "ns.coll": 1,
            "documentKey": 1,
            "fullDocument.v": 1,
            "fullDocument.lu": 1,
            "fullDocument.m": 1,
            "updateDescription.updatedFields": 1,
        }
    },
]


class Feed:
    """Writes the feed while it holds the lease, and lets readers wait until it is complete."""

    def __init__(self, database: AsyncDatabase[Document]) -> None:
        """`database` was marked by `connect`."""
        self._database = database
        self._settings = database["settings"]
        self.rows = database["feed"]
        self._holder = secrets.token_hex(8)
        self._fence = 0
        self._tick: asyncio.Task[int] | None = None
        self._seen = asyncio.Condition()
        self._last_tick = 0

    async def prepare(self) -> None:
        """Create collection and indexes."""
        with suppress(CollectionInvalid):
            await self._database.create_collection("feed")
        await self.rows.create_indexes(INDEXES)
        tick = {"$setOnInsert": {"n": 0}}
        await self._settings.update_one({"_id": "tick"}, tick, upsert=True)

    # Writing

    async def run(self) -> None:
        """Follow the change stream for ever, whenever the lease is ours."""
        while True:
            try:
                if await self._acquire():
                    await self._follow()
            except Raced:
                log.info("feed.lease_lost")
            except OperationFailure as error:
                if error.code in LOST_POSITION:
                    await self._recover()
                else:
                    log.warning("feed.interrupted", code=error.code)
            except (PyMongoError, TimeoutError) as error:
                log.warning("feed.interrupted", error=type(error).__name__)
            except Exception:
                log.exception("feed.failed")
            await asyncio.sleep(0.25)

    async def _acquire(self) -> bool:
        free = {"$or": [{"holder": self._holder}, {"$expr": {"$lte": ["$expires", "$$NOW"]}}]}
        taken = await self._settings.find_one_and_update(
            {"_id": "feed", **free},
            [
                {
                    "$set": {
                        "holder": self._holder,
                        "fence": {"$add": ["$fence", 1]},
                        "expires": {"$add": ["$$NOW", LEASE_MS]},
                    }
                }
            ],
            return_document=True,
        )
        if taken is not None:
            self._fence = taken["fence"]
        return taken is not None

    async def release(self) -> None:
        """Give the lease back at a clean stop, so that another process takes over at once."""
        mine = {"_id": "feed", "holder": self._holder, "fence": self._fence}
        with suppress(PyMongoError):
            await self._settings.update_one(mine, {"$unset": {"holder": "", "expires": ""}})

    async def _follow(self) -> None:
        position = await self._settings.find_one({"_id": "feed"})
        assert position is not None, "connect() marks it"
        async for events, token in self._batches(position):
            await self._append(events, token)

    async def _batches(
        self, position: Document
    ) -> AsyncIterator[tuple[Sequence[Document], Document]]:
        """Events of the change stream with the position after them; empty batches keep the lease.

        Plain commands, since a whole batch at a time costs a fifth of one event at a time.
        """
        since = {"startAtOperationTime": position["start"]}
        if "token" in position:
            since = {"resumeAfter": position["token"]}
        command = {
            "aggregate": 1,
            "pipeline": [{"$changeStream": since}, *PIPELINE],
            "cursor": {"batchSize": BATCH},
        }
        async with self._database.client.start_session() as session:
            cursor = (await self._command(command, session))["cursor"]
            more = {
                "getMore": cursor["id"],
                "collection": "$cmd.aggregate",
                "batchSize": BATCH,
                "maxTimeMS": AWAIT_MS,
            }
            batch = cursor["firstBatch"]
            while True:
                yield batch, cursor["postBatchResumeToken"]
                # The driver's own deadline would replace maxTimeMS, which here means patience.
                with pymongo.timeout(None):
                    async with asyncio.timeout(FROZEN_SECONDS):
                        reply = await self._command(more, session)
                cursor = reply["cursor"]
                batch = cursor["nextBatch"]

    async def _command(self, command: Document, session: Session) -> Any:
        codec = self._database.codec_options
        return await self._database.command(command, session=session, codec_options=codec)

    async def _append(self, events: Sequence[Document], token: Document) -> None:
        tick = max((ticks_of(e) for e in events), default=0)
        made = [e for e in events if "fullDocument" in e]

        async def work(session: Session) -> None:
            state = await self._advance(token, tick, made, session)
            fresh = await self._unknown(made, session) if state.get("rescanned") else made
            rows = to_rows(fresh, state["seq"] - len(made), state.get("t"))
            if rows:
                await self._write(rows, session)

        with pymongo.timeout(30):
            async with self._database.client.start_session() as session:
                await session.with_transaction(work, read_concern=SNAPSHOT, write_concern=MAJORITY)
        if tick:
            async with self._seen:
                self._last_tick = max(self._last_tick, tick)
                self._seen.notify_all()

    async def _advance(
        self, token: Document, tick: int, made: Sequence[Document], session: Session
    ) -> Document:
        """Move the position and extend the lease; Raced when another process holds it.

        Answers the state with the new sequence and the former `t`.
        """
        latest = max((e["fullDocument"]["lu"] for e in made), default=None)
        changes: list[Document] = [
            {
                "$set": {
                    "token": {"$literal": token},
                    "seq": {"$add": ["$seq", len(made)]},
                    "tick": {"$max": ["$tick", tick]},
                    "before": "$t",
                    "t": {"$max": ["$t", latest]},
                    "expires": {"$add": ["$$NOW", LEASE_MS]},
                }
            }
        ]
        mine = {"_id": "feed", "holder": self._holder, "fence": self._fence}
        state = await self._settings.find_one_and_update(
            mine, changes, return_document=True, session=session
        )
        if state is None:
            raise Raced
        return {**state, "t": state.get("before")}

    async def _unknown(self, made: Sequence[Document], session: Session) -> list[Document]:
        """Leave out what a rescan has already entered."""
        keys = [
            {"type": e["ns"]["coll"], "id": e["documentKey"]["_id"], "v": e["fullDocument"]["v"]}
            for e in made
        ]
        if not keys:
            return []
        found = await self.rows.find({"$or": keys}, session=session).to_list()
        known = {(r["type"], r["id"], r["v"]) for r in found}
        return [
            e for e, k in zip(made, keys, strict=True) if (k["type"], k["id"], k["v"]) not in known
        ]

    async def _write(self, rows: list[Document], session: Session) -> None:
        await self.rows.insert_many(rows, session=session)
        closing = [
            UpdateOne(
                {"type": r["type"], "id": r["id"], "v": r["v"] - 1}, {"$set": {"until": r["lu"]}}
            )
            for r in rows
            if r["v"] > 1
        ]
        if closing:
            await self.rows.bulk_write(closing, session=session)

    async def _recover(self) -> None:
        """The oplog no longer holds our position: enter what is missing, then follow from here."""
        log.warning("feed.rescan")
        hello = await self._database.command("hello")
        if not await self._acquire():
            return
        await rescan(self._database, self._holder, self._fence)
        await self._settings.update_one(
            {"_id": "feed", "fence": self._fence},
            {"$set": {"start": hello["operationTime"], "rescanned": True}, "$unset": {"token": ""}},
        )

    # Reading

    async def caught_up(self) -> None:
        """Return once the feed holds everything acknowledged before this call.

        A counter is raised in the database and waited for: the change stream brings it in order.
        """
        if self._tick is not None and not self._tick.done():
            # A tick under way may be older than this call; the next one is shared by all who wait.
            with suppress(PyMongoError):
                await asyncio.shield(self._tick)
        if self._tick is None or self._tick.done():
            self._tick = asyncio.create_task(self._raise_tick())
        with translated():
            number = await asyncio.shield(self._tick)
        try:
            await asyncio.wait_for(self._reached(number), WAIT_SECONDS)
        except TimeoutError as error:
            raise Unavailable("The change feed is catching up; try again shortly.") from error

    async def page(
        self, criteria: Document, limit: int, session: Session | None = None
    ) -> list[Document]:
        """Rows that match, newest first; complete after `caught_up`."""
        with translated():
            cursor = self.rows.find(criteria, sort=[("_id", -1)], limit=limit, session=session)
            return await cursor.max_time_ms(SEARCH_MS).to_list()

    async def count(self, criteria: Document) -> int:
        """How many rows match."""
        with translated():
            return await self.rows.count_documents(criteria, maxTimeMS=SEARCH_MS)

    async def horizon(self) -> datetime:
        """The time up to which the feed is complete: `t` of its last row, or its beginning."""
        with translated():
            state = await self._settings.find_one({"_id": "feed"}, {"t": 1, "start": 1})
        assert state is not None, "connect() marks it"
        return cast("datetime", state["t"] if state.get("t") else state["start"].as_datetime())

    async def _raise_tick(self) -> int:
        raised: Any = await self._settings.find_one_and_update(
            {"_id": "tick"}, {"$inc": {"n": 1}}, return_document=True
        )
        return int(raised["n"])

    async def _reached(self, number: int) -> None:
        """Wait for our own writer's word, or look at the position another process keeps."""
        while self._last_tick < number:
            with suppress(TimeoutError):
                async with self._seen, asyncio.timeout(0.02):
                    await self._seen.wait()
            if self._last_tick < number:
                with translated():
                    state = await self._settings.find_one({"_id": "feed"}, {"tick": 1})
                self._last_tick = max(self._last_tick, state["tick"] if state else 0)


def ticks_of(event: Document) -> int:
    """The number of a tick event; 0 for a version."""
    fields = event.get("updateDescription", {}).get("updatedFields", {})
    return int(fields.get("n", 0))


def to_rows(events: Sequence[Document], seq: int, t: Any) -> list[Document]:
    """Rows of the feed after sequence `seq` and time `t`."""
    rows = []
    for number, event in enumerate(events, seq + 1):
        made = event["fullDocument"]
        t = made["lu"] if t is None else max(t, made["lu"])
        rows.append(
            {
                "_id": number,
                "type": event["ns"]["coll"],
                "id": event["documentKey"]["_id"],
                "v": made["v"],
                "lu": made["lu"],
                "m": made["m"],
                "t": t,
            }
        )
    return rows
