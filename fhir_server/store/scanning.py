"""Walks over whole types as they were at one moment, for reports: a batch at a time.

All walks of a `Moment` see the same state of the database, however long they take together, so that
the figures of a report agree with each other. MongoDB keeps that state for five minutes.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.errors import OperationFailure

from fhir_server.errors import Unavailable

from .documents import Document
from .faults import translated
from .searching import NOT_DELETED, Searching

T = TypeVar("T")

BATCH = 500
BODY = {"json": 1}
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

    async def walk(self, type_: str) -> AsyncIterator[list[bytes]]:
        """All resources of a type as JSON, in no order, a batch at a time."""
        async for batch in self._walk(type_, NOT_DELETED):
            yield batch

    async def named(self, type_: str, ids: Sequence[str]) -> AsyncIterator[list[bytes]]:
        """Those with some ids; what does not exist is left out."""
        for start in range(0, len(ids), BATCH):
            wanted = {"_id": {"$in": list(ids[start : start + BATCH])}, **NOT_DELETED}
            async for batch in self._walk(type_, wanted):
                yield batch

    async def _walk(self, type_: str, criteria: Document) -> AsyncIterator[list[bytes]]:
        collection = self._store.current(type_)
        with translated():
            cursor = collection.find(criteria, BODY, session=self._session, batch_size=BATCH)
            async with cursor:
                while found := await cursor.to_list(BATCH):
                    yield [document["json"] for document in found]


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
