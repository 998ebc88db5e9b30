"""Write the feed: follow the change stream of the current collections, while the lease is ours.

The order of the change stream is the order of commits. Rows and position are saved in one
transaction, so a killed or frozen writer neither loses nor doubles a row. A position the oplog no
longer holds is answered by a rescan, never by a gap.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import pymongo
import structlog
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import BulkWriteError, OperationFailure, PyMongoError

from .documents import Document
from .faults import DUPLICATE_KEY, Raced, is_transient
from .lease import Lease
from .locks import Session
from .mongo import MAJORITY, SNAPSHOT
from .rescan import rescan
from .rows import append, without_rows

log = structlog.get_logger()

BATCH = 1_000
AWAIT_MS = 500
FROZEN_SECONDS = 10
PAUSE_SECONDS = 0.25
# While nobody waits for the feed, versions gather so long: a row costs less in company.
GATHER_SECONDS = 0.1
# Unauthorized, AuthenticationFailed: the position is not lost, the credentials are wrong.
NOT_ALLOWED = frozenset({13, 18})

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
            "fullDocument.xe": 1,
            "updateDescription.updatedFields": 1,
        }
    },
]


Written = tuple[str, str, int | None]


class LostPositionError(Exception):
    """The oplog no longer holds the position, or never did: the database came from elsewhere."""


class Follower:
    """Writes the feed of one database; `on_tick` hears each tick that has passed.

    `leading` while it does, and no other process; `on_lead` hears when that begins. `on_writes`
    hears of every write then: type, id, and the epoch of its search entries, None for a deletion.
    """

    def __init__(self, database: AsyncDatabase[Document], on_tick: Callable[[int], None]) -> None:
        """`database` was marked by `connect`."""
        self._database = database
        self._feed = database["feed"]
        self._lease = Lease(database["settings"])
        self._on_tick = on_tick
        self.leading = False
        self.on_lead: Callable[[], None] = lambda: None
        self.on_writes: Callable[[list[Written]], None] = lambda _: None
        self._waiting = 0
        self._wanted = asyncio.Event()

    async def run(self) -> None:
        """Follow for ever, whenever the lease is ours; whatever fails is tried again.

        One session for good: who takes the lease over kills it, and a session that had gone back
        to the driver's pool might by then carry somebody's request.
        """
        async with self._database.client.start_session() as session:
            while True:
                await self._attempt(session)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _attempt(self, session: Session) -> None:
        try:
            if session.in_transaction:
                await session.abort_transaction()
            if await self._lease.acquire(session):
                self.leading = True
                self.on_lead()
                await self._follow(session)
        except Raced:
            log.info("feed.lease_lost")
        except (PyMongoError, TimeoutError) as error:
            log.warning("feed.interrupted", error=type(error).__name__)
        except Exception:
            log.exception("feed.failed")
        finally:
            self.leading = False

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Somebody waits for the feed: versions do not gather meanwhile."""
        self._waiting += 1
        self._wanted.set()
        try:
            yield
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._wanted.clear()

    async def release(self) -> None:
        """Let another process take over at once."""
        await self._lease.release()

    async def _follow(self, session: Session) -> None:
        try:
            async for events, token in self._batches(await self._lease.state()):
                await self._save(events, token, session)
                if events:
                    await self._gather()
        except LostPositionError:
            await self._recover(session)

    async def _gather(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(GATHER_SECONDS):
                await self._wanted.wait()

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
            cursor = await self._open(command, session)
            more = {
                "getMore": cursor["id"],
                "collection": "$cmd.aggregate",
                "batchSize": BATCH,
                "maxTimeMS": AWAIT_MS,
            }
            batch = cursor["firstBatch"]
            while True:
                yield batch, cursor["postBatchResumeToken"]
                # The driver's own deadline would replace maxTimeMS, which here means patience;
                # 0 is none, while None would be that of the client.
                with pymongo.timeout(0):
                    async with asyncio.timeout(FROZEN_SECONDS):
                        cursor = (await self._command(more, session))["cursor"]
                batch = cursor["nextBatch"]

    async def _open(self, command: Document, session: Session) -> Any:
        try:
            return (await self._command(command, session))["cursor"]
        except OperationFailure as error:
            if is_transient(error) or error.code in NOT_ALLOWED:
                raise
            raise LostPositionError from error

    async def _command(self, command: Document, session: Session) -> Any:
        codec = self._database.codec_options
        return await self._database.command(command, session=session, codec_options=codec)

    async def _save(self, events: Sequence[Document], token: Document, session: Session) -> None:
        tick = max((tick_of(e) for e in events), default=0)
        versions = [version_of(e) for e in events if "fullDocument" in e]
        position = {"token": {"$literal": token}, "tick": {"$max": ["$tick", tick]}}
        try:
            await self._transact(versions, position, session)
        except BulkWriteError as error:
            if any(e["code"] != DUPLICATE_KEY for e in error.details["writeErrors"]):
                raise
            # A rescan, or the backup this database came from, has entered some already.
            await self._transact(versions, position, session, known=True)
        self._on_tick(tick)
        self.on_writes([written(e) for e in events if "fullDocument" in e])

    async def _transact(
        self,
        versions: Sequence[Document],
        position: Document,
        session: Session,
        *,
        known: bool = False,
    ) -> None:
        async def work(session: Session) -> None:
            new = await without_rows(self._feed, versions, session) if known else versions
            await append(self._feed, self._lease, new, position, session)

        with pymongo.timeout(30):
            await session.with_transaction(work, read_concern=SNAPSHOT, write_concern=MAJORITY)

    async def _recover(self, session: Session) -> None:
        """Enter what is missing, then follow from where the rescan began."""
        log.warning("feed.rescan")
        hello = await self._database.command("hello")
        # A majority write: what was written before `hello` is then visible to majority reads.
        await self._lease.change({})
        added = await rescan(self._database, self._lease, session)
        await self._lease.change({"start": hello["operationTime"], "token": "$$REMOVE"})
        log.warning("feed.rescanned", added=added)


def version_of(event: Document) -> Document:
    """The version a change stream event tells of."""
    made = event["fullDocument"]
    return {
        "type": event["ns"]["coll"],
        "id": event["documentKey"]["_id"],
        "v": made["v"],
        "lu": made["lu"],
        "m": made["m"],
    }


def written(event: Document) -> Written:
    """What `on_writes` hears of an event."""
    made = event["fullDocument"]
    epoch = None if made["m"] == "DELETE" else made.get("xe", 0)
    return event["ns"]["coll"], event["documentKey"]["_id"], epoch


def tick_of(event: Document) -> int:
    """The number of a tick event; 0 for a version."""
    fields = event.get("updateDescription", {}).get("updatedFields", {})
    return int(fields.get("n", 0))
