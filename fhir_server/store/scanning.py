"""Walks over whole types as they were at one moment, for reports: a batch at a time.

All walks of a `Moment` see the same state of the database, however long they take together, so that
the figures of a report agree with each other. MongoDB keeps that state for five minutes.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.errors import OperationFailure

from fhir_server.errors import Unavailable

from .documents import Document
from .faults import translated
from .searching import NOT_DELETED, Searching

T = TypeVar("T")

BATCH = 1_000
BODY = {"_id": 0, "json": 1}
TRIES = 3
# SnapshotUnavailable, SnapshotTooOld: a collection was made meanwhile, or the walk took too long.
LOST = frozenset({239, 246})
PASSED = "The data changed too much while the report read them; try again."


class Moment:
    """The current resources of every type, as they were when the first of them was read."""

    def __init__(self, store: Searching, session: AsyncClientSession) -> None:
        """`session` is one of snapshot reads."""
        self._store = store
        self._session = session

    async def walk(
        self, type_: str, criteria: Document = NOT_DELETED
    ) -> AsyncIterator[list[bytes]]:
        """All resources of a type that match, as JSON, in no order, a batch at a time.

        The next batch is on its way while one is worked on.
        """
        collection = self._store.current(type_)
        with translated():
            cursor = collection.find(criteria, BODY, session=self._session, batch_size=BATCH)
            async with cursor:
                found = await cursor.to_list(BATCH)
                while found:
                    following = asyncio.create_task(cursor.to_list(BATCH))
                    await asyncio.sleep(0)
                    try:
                        yield [document["json"] for document in found]
                    finally:
                        found = await following

    async def named(self, type_: str, ids: Sequence[str]) -> AsyncIterator[list[bytes]]:
        """Those with some ids; what does not exist is left out."""
        for start in range(0, len(ids), BATCH):
            wanted = {"_id": {"$in": list(ids[start : start + BATCH])}, **NOT_DELETED}
            async for batch in self.walk(type_, wanted):
                yield batch


async def at_one_moment(store: Searching, work: Callable[[Moment], Awaitable[T]]) -> T:
    """What `work` makes of one moment; it is run anew with another one when that was lost.

    Raises:
        Unavailable: MongoDB is away, or no moment could be held for as long as the work takes.

    """
    for _ in range(TRIES):
        try:
            async with store.database.client.start_session(snapshot=True) as session:
                return await work(Moment(store, session))
        except OperationFailure as error:
            if error.code not in LOST:
                raise
    raise Unavailable(PASSED)
