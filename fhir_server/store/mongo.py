"""Resources in MongoDB: one collection a type for what is current, one for what was.

A create is one insert. An update or delete first copies the version it replaces into history, then
replaces the current one on condition of its version, so that a crash in between leaves a harmless
copy and never a gap. Everything acknowledged is majority-committed and journaled; every read is a
majority read of the primary, so no unacknowledged version is ever copied.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import pymongo
from pymongo import ReplaceOne
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import BulkWriteError, PyMongoError
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

from fhir_server.errors import Unavailable

from .batching import Batcher
from .documents import (
    PROJECTION,
    Document,
    Draft,
    Stored,
    from_document,
    from_history,
    to_document,
    to_history,
)
from .faults import DUPLICATE_KEY, MAYBE, Raced, Unprepared, is_transient, translated
from .locks import Session, take
from .searching import Searching
from .sorting import PAIRS
from .watch import watched
from .writers import Writers

T = TypeVar("T")

INDEXES = (
    pymongo.IndexModel([("idx", 1), ("_id", 1)]),
    pymongo.IndexModel([("lu", 1), ("_id", 1)]),
)
MAJORITY = WriteConcern("majority", j=True)
SNAPSHOT = ReadConcern("snapshot")
# One write waits this long, then asks once whether it arrived: together under the promised 5 s.
WRITE_SECONDS = 3.2
SETTLE_SECONDS = 1.2
# A transaction that may take longer than this is watched: MongoDB must answer meanwhile.
PATIENCE_SECONDS = 4.0
PING_SECONDS = 3.0


class Store(Searching):
    """Versions of resources: searched (`Searching`), read by id, written."""

    def __init__(self, database: AsyncDatabase[Document]) -> None:
        """`database` comes from `connect`, with its concerns and time-outs set."""
        super().__init__(database)
        self.writers = Writers()
        self._known: set[str] = set()
        self._creating = asyncio.Lock()
        self._reads: dict[str, Batcher[str, Stored | None]] = {}
        self._old_reads: dict[str, Batcher[str, Stored | None]] = {}
        self._inserts: dict[str, Batcher[Draft, None]] = {}
        self._copies: dict[str, Batcher[Stored, None]] = {}

    # Reading

    async def read(self, type_: str, id_: str, session: Session | None = None) -> Stored | None:
        """The current version, also when it is a deletion; None when there never was one."""
        if session is not None:
            found = await self.read_many(type_, [id_], session)
            return found.get(id_)
        batcher = self._reads.get(type_)
        if batcher is None:
            batcher = self._reads[type_] = Batcher(lambda ids: self._read_batch(type_, ids))
        return await batcher.submit(id_)

    async def _read_batch(self, type_: str, ids: Sequence[str]) -> list[Stored | None]:
        found = await self.read_many(type_, set(ids))
        return [found.get(id_) for id_ in ids]

    async def read_many(
        self, type_: str, ids: Iterable[str], session: Session | None = None
    ) -> dict[str, Stored]:
        """Current versions by id."""
        wanted = list(ids)
        criterion: Any = wanted[0] if len(wanted) == 1 else {"$in": wanted}
        with translated(session):
            cursor = self.current(type_).find({"_id": criterion}, PROJECTION, session=session)
            return {d["_id"]: from_document(type_, d) for d in await cursor.to_list()}

    async def version(
        self, type_: str, id_: str, version: int, session: Session | None = None
    ) -> Stored | None:
        """One version; current is looked at first, so that a stray copy is never seen."""
        current = await self.read(type_, id_, session)
        if current is None or version > current.version:
            return None
        if version == current.version:
            return current
        key = f"{id_}/{version}"
        if session is not None:
            return (await self._replaced(type_, [key], session)).get(key)
        batcher = self._old_reads.get(type_)
        if batcher is None:
            batcher = self._old_reads[type_] = Batcher(lambda keys: self._old_batch(type_, keys))
        return await batcher.submit(key)

    async def _old_batch(self, type_: str, keys: Sequence[str]) -> list[Stored | None]:
        found = await self._replaced(type_, set(keys))
        return [found.get(key) for key in keys]

    async def _replaced(
        self, type_: str, keys: Iterable[str], session: Session | None = None
    ) -> dict[str, Stored]:
        """Replaced versions by `id/version`."""
        with translated(session):
            cursor = self.history(type_).find({"_id": {"$in": list(keys)}}, session=session)
            return {d["_id"]: from_history(type_, d) for d in await cursor.to_list()}

    async def versions(
        self, type_: str, wanted: Sequence[tuple[str, int]]
    ) -> dict[tuple[str, int], Stored]:
        """Several versions by (id, version)."""
        current = await self.read_many(type_, {id_ for id_, _ in wanted})
        found = {(s.id, s.version): s for s in current.values()}
        missing = [f"{id_}/{v}" for id_, v in wanted if (id_, v) not in found]
        if missing:
            older = await self._replaced(type_, missing)
            found.update({(s.id, s.version): s for s in older.values()})
        return {key: found[key] for key in wanted if key in found}

    async def instance_history(
        self,
        type_: str,
        id_: str,
        *,
        below: int | None = None,
        since: datetime | None = None,
        limit: int,
        session: Session | None = None,
    ) -> list[Stored]:
        """Versions of one resource, newest first: those under `below`, made at or after `since`."""
        current = await self.read(type_, id_, session)
        if current is None:
            return []
        below = current.version + 1 if below is None else below
        criteria: Document = {"id": id_, "v": {"$lt": min(below, current.version)}}
        if since is not None:
            criteria["lu"] = {"$gte": since}
        with translated(session):
            found = self.history(type_).find(
                criteria, sort=[("v", -1)], limit=limit, session=session
            )
            older = [from_history(type_, d) for d in await found.to_list()]
        if current.version < below and (since is None or current.updated >= since):
            return [current, *older][:limit]
        return older

    # Writing

    async def insert(self, draft: Draft) -> None:
        """Store the first version of a resource; Raced when the id is taken."""
        type_ = draft.stored.type
        await self.prepare([type_])
        batcher = self._inserts.get(type_)
        if batcher is None:
            batcher = self._inserts[type_] = Batcher(
                lambda drafts: self._insert_batch(type_, drafts), lambda d: len(d.stored.json)
            )
        await batcher.submit(draft)

    async def _insert_batch(
        self, type_: str, drafts: Sequence[Draft]
    ) -> list[BaseException | None]:
        failures: dict[int, BaseException] = {}
        try:
            # A batch goes on when those who wait for it have gone.
            oldest = min(d.epoch for d in drafts)
            self.writers.fence(oldest)
            with self.writers.hold(oldest), pymongo.timeout(WRITE_SECONDS):
                documents = [to_document(d) for d in drafts]
                await self.current(type_).insert_many(documents, ordered=False)
        except BulkWriteError as error:
            for failure in error.details["writeErrors"]:
                taken = failure["code"] == DUPLICATE_KEY
                failures[failure["index"]] = Raced() if taken else Unavailable(MAYBE)
            if error.details["writeConcernErrors"]:
                return [Unavailable(MAYBE)] * len(drafts)
        except PyMongoError as error:
            failures = dict.fromkeys(range(len(drafts)), error)
        settled = await self._settled(type_, [(drafts[i], e) for i, e in failures.items()])
        results = dict(zip(failures, settled, strict=True))
        return [results.get(i) for i in range(len(drafts))]

    async def replace(self, previous: Stored, draft: Draft) -> None:
        """Keep `previous` in history and put the draft in its place; Raced when it is not there."""
        type_ = draft.stored.type
        batcher = self._copies.get(type_)
        if batcher is None:
            batcher = self._copies[type_] = Batcher(
                lambda versions: self._copy_batch(type_, versions), lambda s: len(s.json)
            )
        await self.prepare([type_])
        with translated():
            await batcher.submit(previous)
        condition = {"_id": previous.id, "v": previous.version}
        self._fence(draft)
        try:
            with pymongo.timeout(WRITE_SECONDS):
                result = await self.current(type_).replace_one(condition, to_document(draft))
            doubt: Exception | None = None if result.matched_count else Raced()
        except PyMongoError as error:
            doubt = error
        if doubt is not None:
            (failure,) = await self._settled(type_, [(draft, doubt)])
            if failure is not None:
                raise failure from doubt

    async def _copy_batch(self, type_: str, versions: Sequence[Stored]) -> list[None]:
        await self._copy(type_, versions, None)
        return [None] * len(versions)

    async def _copy(self, type_: str, versions: Iterable[Stored], session: Session | None) -> None:
        # Replace, not insert: a copy left behind by a crash must not stand in the way.
        copies = {d["_id"]: d for d in map(to_history, versions)}
        writes = [ReplaceOne({"_id": key}, d, upsert=True) for key, d in copies.items()]
        await self.history(type_).bulk_write(writes, ordered=False, session=session)

    async def _settled(
        self, type_: str, doubtful: Sequence[tuple[Draft, BaseException]]
    ) -> list[BaseException | None]:
        """What became of writes that were not plainly confirmed: None when one is there after all.

        The driver repeats a write after a lost connection; the version in the database tells by
        its token whether the first try had arrived.
        """
        if not doubtful:
            return []
        try:
            with pymongo.timeout(SETTLE_SECONDS), translated():
                found = await self.read_many(type_, [d.stored.id for d, _ in doubtful])
        except Unavailable:
            return [Unavailable(MAYBE)] * len(doubtful)
        return [
            outcome_of(draft, failure, found.get(draft.stored.id)) for draft, failure in doubtful
        ]

    async def apply(self, changes: Iterable[tuple[Stored | None, Draft]], session: Session) -> None:
        """Write many versions inside a transaction; each comes with the version it replaces."""
        by_type: dict[str, list[tuple[Stored | None, Draft]]] = defaultdict(list)
        for change in changes:
            self._fence(change[1])
            by_type[change[1].stored.type].append(change)
        for type_, group in by_type.items():
            replaced = [(p, d) for p, d in group if p is not None]
            created = [to_document(d) for p, d in group if p is None]
            if replaced:
                await self._copy(type_, (p for p, _ in replaced), session)
                writes = [
                    ReplaceOne({"_id": p.id, "v": p.version}, to_document(d)) for p, d in replaced
                ]
                done = await self.current(type_).bulk_write(writes, session=session)
                if done.matched_count != len(writes):
                    raise Raced
            if created:
                try:
                    await self.current(type_).insert_many(created, session=session)
                except BulkWriteError as error:
                    if any(e["code"] != DUPLICATE_KEY for e in error.details["writeErrors"]):
                        raise
                    raise Raced from error

    def _fence(self, draft: Draft) -> None:
        """Refuse what was prepared before this process may have been given up."""
        # A deletion has no entries that could be of an older epoch.
        self.writers.fence(self.writers.floor if draft.stored.deleted else draft.epoch)

    async def transact(
        self, work: Callable[[Session], Awaitable[T]], seconds: float = WRITE_SECONDS
    ) -> T:
        """Run `work` in a transaction; it is run anew when another transaction was in its way.

        Commit results that stay unknown until the deadline become Unavailable ("may have been
        applied"); the driver repeats the commit until then, never the work after a commit. Work
        that is Unprepared begins again once what it needs is there.
        """
        work_done = partial(self._transaction, work, seconds)
        while True:
            try:
                if seconds <= PATIENCE_SECONDS:
                    return await work_done()
                return await watched(work_done, self.ping)
            except Unprepared as needed:
                await self.prepare(needed.types)

    async def _transaction(self, work: Callable[[Session], Awaitable[T]], seconds: float) -> T:
        floor = self.writers.floor

        async def fenced(session: Session) -> T:
            done = await work(session)
            self.writers.fence(floor)
            return done

        with translated(writing=True), pymongo.timeout(seconds):
            async with self.database.client.start_session() as session:
                return await session.with_transaction(
                    fenced, read_concern=SNAPSHOT, write_concern=MAJORITY
                )

    def unprepared(self, types: Iterable[str]) -> list[str]:
        """Those of some types that `prepare` has to be called for."""
        return sorted(set(types) - self._known)

    async def prepare(self, types: Iterable[str]) -> None:
        """Create the collections of types on their first write; not possible in a transaction."""
        new = set(types) - self._known
        if not new:
            return
        async with self._creating:
            for type_ in new - self._known:
                with translated():
                    await self._prepare(type_)
                self._known.add(type_)

    async def _prepare(self, type_: str) -> None:
        """A full collection gets the indexes of hot pairs when they are missed: building takes."""
        current = self.current(type_)
        indexes = [*INDEXES]
        if type_ in PAIRS and not await current.estimated_document_count():
            indexes += PAIRS[type_].indexes()
        await current.create_indexes(indexes)
        await self.history(type_).create_index([("id", 1), ("v", -1)])

    async def lock(self, names: Iterable[str], session: Session) -> None:
        """Hold the lock documents of some names until the transaction ends."""
        await take(self.database, names, session)

    async def ping(self) -> None:
        """Raise when MongoDB does not answer."""
        with pymongo.timeout(PING_SECONDS):
            await self.database.command("ping")

    async def mongodb_version(self) -> str:
        """The server version, such as `6.0.5`."""
        with translated():
            info = await self.database.client.server_info()
        return str(info["version"])

    async def types(self) -> list[str]:
        """The types something was ever stored of."""
        with translated():
            names = await self.database.list_collection_names()
        return sorted(n for n in names if n[0].isupper() and not n.endswith("_history"))

    async def counts(self) -> Mapping[str, int]:
        """How many resources of each type are current, deletions included (from metadata)."""
        types = await self.types()
        with translated():
            counted = [await self.current(t).estimated_document_count() for t in types]
        return dict(zip(types, counted, strict=True))


def outcome_of(draft: Draft, failure: BaseException, stored: Stored | None) -> BaseException | None:
    """The failure of a write, seen what is stored now: None when it is this very write."""
    if stored is not None and stored.token == draft.stored.token:
        return None
    if isinstance(failure, PyMongoError) and is_transient(failure):
        return Unavailable(MAYBE)
    return failure
