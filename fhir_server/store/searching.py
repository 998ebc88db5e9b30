"""Searches in what is current: one collection a type.

What a search finds comes with what is shown of it (SHOWN); a deleted resource is never found.
"""

from bson.codec_options import CodecOptions
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase

from .documents import PROJECTION, SHOWN, Document, Stored, from_document, from_shown
from .faults import translated
from .locks import Session
from .lookups import Lookups
from .sorting import Orders, Sort

BY_ID: Sort = (("_id", 1),)
NOT_DELETED: Document = {"deleted": {"$exists": False}}
SEARCH_MS = 4_000
# After everything that begins alike.
LAST = "\U0010ffff"
# Matches are counted so far where nobody asked for their number.
FEW = 1_000


class Searching:
    """The only door to the collections of resource types, and searches in them."""

    def __init__(self, database: AsyncDatabase[Document]) -> None:
        """`database` comes from `connect`, with its concerns and time-outs set."""
        self.database = database
        # Times come without a zone, and `from_document` adds it: the driver takes thrice as long.
        self._versions: AsyncDatabase[Document] = database.with_options(CodecOptions())
        self._collections: dict[str, AsyncCollection[Document]] = {}
        self._large: set[str] = set()
        self._lookups = Lookups(self.current)
        self._orders = Orders(self.current)

    def current(self, type_: str) -> AsyncCollection[Document]:
        """The collection of current versions."""
        return self._collection(type_)

    def history(self, type_: str) -> AsyncCollection[Document]:
        """The collection of replaced versions; entries at or above the current one do not count."""
        return self._collection(f"{type_}_history")

    def _collection(self, name: str) -> AsyncCollection[Document]:
        """Made once: the driver takes longer to make one than to look it up."""
        found = self._collections.get(name)
        if found is None:
            found = self._collections[name] = self._versions[name]
        return found

    async def find(
        self,
        type_: str,
        criteria: Document,
        *,
        sort: Sort = BY_ID,
        limit: int,
        session: Session | None = None,
    ) -> list[Stored]:
        """Current, not deleted resources that match, to be shown; TooCostly after SEARCH_MS."""
        entry = criteria.get("idx")
        if session is None and len(criteria) == 1 and isinstance(entry, str) and sort == BY_ID:
            found = await self._lookups.find(type_, entry)
            if found is not None:
                return found[:limit]
        with translated(session, searching=True), self._orders.timed(type_, criteria, sort):
            cursor = self.current(type_).find(
                _living(criteria),
                SHOWN,
                sort=list(sort),
                limit=limit,
                session=session,
                max_time_ms=SEARCH_MS,
            )
            return [from_shown(type_, d) for d in await cursor.to_list()]

    async def find_to_change(
        self, type_: str, criteria: Document, *, limit: int, session: Session | None = None
    ) -> list[Stored]:
        """The same, with all that a version has, for writes that copy it to history."""
        with translated(session, searching=True):
            cursor = self.current(type_).find(
                _living(criteria), PROJECTION, limit=limit, session=session, max_time_ms=SEARCH_MS
            )
            return [from_document(type_, d) for d in await cursor.to_list()]

    async def count(
        self,
        type_: str,
        criteria: Document,
        session: Session | None = None,
        limit: int = 0,
    ) -> int:
        """How many current, not deleted resources match; counting ends at a `limit`."""
        bound = {"limit": limit} if limit else {}
        with translated(session, searching=True):
            return await self.current(type_).count_documents(
                _living(criteria), session=session, maxTimeMS=SEARCH_MS, **bound
            )

    async def ids(
        self, type_: str, criteria: Document, *, limit: int, session: Session | None = None
    ) -> list[str]:
        """The ids of what `find` would find, in no order."""
        with translated(session, searching=True):
            cursor = self.current(type_).find(
                _living(criteria), {"_id": 1}, limit=limit, session=session, max_time_ms=SEARCH_MS
            )
            return [d["_id"] for d in await cursor.to_list()]

    async def entries(
        self,
        type_: str,
        criteria: Document,
        beginning: str,
        *,
        limit: int,
        session: Session | None = None,
    ) -> list[str]:
        """The distinct index entries, of those with this beginning, of what `find` would find."""
        found = await self.bearers(type_, criteria, beginning, limit=limit, session=session)
        return list(found)

    async def bearers(
        self,
        type_: str,
        criteria: Document,
        beginning: str,
        *,
        limit: int,
        session: Session | None = None,
    ) -> dict[str, str]:
        """The same entries, each with the id of one resource that has it."""
        entry = {"$filter": {"input": "$idx", "cond": _begins(beginning)}}
        pipeline: list[Document] = [
            {"$match": _living(criteria)},
            {"$project": {"entry": entry}},
            {"$unwind": "$entry"},
            {"$group": {"_id": "$entry", "one": {"$first": "$_id"}}},
            {"$limit": limit},
        ]
        with translated(session, searching=True):
            cursor = await self.current(type_).aggregate(
                pipeline, session=session, maxTimeMS=SEARCH_MS
            )
            return {d["_id"]: d["one"] for d in await cursor.to_list()}

    async def count_few(
        self, type_: str, criteria: Document, session: Session | None = None
    ) -> int | None:
        """How many match, None when more than FEW do.

        A type that was seen to have more is not counted again as a whole: that costs thrice a page.
        """
        whole = criteria == NOT_DELETED
        if whole and type_ in self._large:
            return None
        counted = await self.count(type_, criteria, session, limit=FEW + 1)
        if counted <= FEW:
            return counted
        if whole:
            self._large.add(type_)
        return None

    async def close(self) -> None:
        """Wait for nothing that goes on in the background."""
        await self._orders.close()


def _begins(beginning: str) -> Document:
    """Whether an entry begins so, as an expression; what a client sent stays a literal."""
    low, high = {"$literal": beginning}, {"$literal": beginning + LAST}
    return {"$and": [{"$gte": ["$$this", low]}, {"$lt": ["$$this", high]}]}


def _living(criteria: Document) -> Document:
    """The criteria without deleted resources, which keep no entries."""
    return criteria if "idx" in criteria else {"$and": [criteria, NOT_DELETED]}
