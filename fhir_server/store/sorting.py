"""Indexes that a search is read in the order of, on scalar fields `s.<parameter>`.

Each costs every write of its type, so there are few: those of hot pairs, made with the collection,
and those of orders in use. An order is in use once a search by it was slow in a collection that is
not small; its index is then built in the background, and until it is there MongoDB sorts. A build
begins and ends with a moment in which writes of the type wait, for open transactions on it too.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pymongo
import structlog
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import PyMongoError

from .documents import Document

log = structlog.get_logger()

Sort = Sequence[tuple[str, int]]

SLOW_SECONDS = 0.02
SMALL = 1_000
"""Documents of a collection that are always sorted fast enough."""
MOST = 8
"""Orders of one type that get an index of their own."""


class Pair(NamedTuple):
    """A type's records of one owner, by date.

    `owners` are the reference parameters whose only value `owner`, one of them, has too; `date` is
    the parameter of the order.
    """

    owners: frozenset[str]
    owner: str
    date: str

    @property
    def field(self) -> str:
        """The scalar field that names the owner."""
        return f"s.{self.owner}.min"

    def indexes(self) -> list[pymongo.IndexModel]:
        """For the newest first, and for the oldest first."""
        return [
            pymongo.IndexModel([(self.field, 1), (f"s.{self.date}.{bound}", 1), ("_id", 1)])
            for bound in ("max", "min")
        ]


def _of_subject(date: str) -> Pair:
    return Pair(frozenset({"patient", "subject"}), "subject", date)


PAIRS: dict[str, Pair] = {
    "CarePlan": _of_subject("date"),
    "Condition": _of_subject("recorded-date"),
    "DiagnosticReport": _of_subject("date"),
    "DocumentReference": _of_subject("date"),
    "Encounter": _of_subject("date"),
    "Immunization": Pair(frozenset({"patient"}), "patient", "date"),
    "MedicationRequest": _of_subject("authoredon"),
    "Observation": _of_subject("date"),
    "Procedure": _of_subject("date"),
    "QuestionnaireResponse": _of_subject("authored"),
    "ServiceRequest": _of_subject("authored"),
    "Task": _of_subject("authored-on"),
}
"""Hot pairs by type; the owner's element occurs once in a resource."""


class Orders:
    """The orders in use that this process has seen; `current` gives the collection of a type."""

    def __init__(self, current: Callable[[str], AsyncCollection[Document]]) -> None:
        """None is in use."""
        self._current = current
        self._seen: set[tuple[str, Sort]] = set()
        self._builds: set[asyncio.Task[None]] = set()
        self._building = asyncio.Lock()

    @contextmanager
    def timed(self, type_: str, criteria: Document, sort: Sort) -> Iterator[None]:
        """Around a search; a slow one asks for the index of its order."""
        started = time.perf_counter()
        try:
            yield
        finally:
            if time.perf_counter() - started > SLOW_SECONDS and sort[0][0].startswith("s."):
                self._ask(type_, _index(type_, criteria, sort))

    def _ask(self, type_: str, order: Sort) -> None:
        if (type_, order) not in self._seen:
            self._seen.add((type_, order))
            build = asyncio.create_task(self._build(type_, order))
            self._builds.add(build)
            build.add_done_callback(self._builds.discard)

    async def _build(self, type_: str, order: Sort) -> None:
        collection = self._current(type_)
        try:
            if await collection.estimated_document_count() < SMALL:
                self._seen.discard((type_, order))  # it may grow
                return
            async with self._building:
                known = (await collection.index_information()).values()
                room = sum(index["key"][0][0].startswith("s.") for index in known) < MOST
                if room:
                    with pymongo.timeout(0):  # however long it takes
                        await collection.create_index(list(order))
            fields = [field for field, _ in order]
            log.info("index.built" if room else "index.one_too_many", type=type_, order=fields)
        except PyMongoError as error:
            log.warning("index.failed", type=type_, error=type(error).__name__)

    async def close(self) -> None:
        """Leave builds under way to MongoDB, which finishes them."""
        for build in [*self._builds]:
            build.cancel()
        await asyncio.gather(*self._builds, return_exceptions=True)


def _index(type_: str, criteria: Document, sort: Sort) -> Sort:
    """What an order is read by: it, or its reverse, which is the same index; a pair's owner first.

    Whichever begins upwards is taken.
    """
    forwards = [(field, direction * sort[0][1]) for field, direction in sort]
    pair = PAIRS.get(type_)
    owner = [(pair.field, 1)] if pair and pair.field in criteria else []
    return (*owner, *forwards)
