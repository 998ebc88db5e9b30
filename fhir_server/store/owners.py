"""Ownership documents: what may be had once, or so many times, and by whom it is held now.

They are read and changed in the transaction of the step that needs them. Taking one changes it, so
two transactions that take the same collide and one of them starts anew, having seen the other's:
snapshot isolation alone would let both win. A document without content is a guard: whoever relies
on a fact, and whoever changes it, takes it.
"""

from collections.abc import Iterable, Mapping

from pymongo import ReplaceOne, UpdateOne
from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document
from .locks import Session


class Owners:
    """The collection `owners`: `{_id: name, n: times taken, ...what is held}`."""

    def __init__(self, database: AsyncDatabase[Document]) -> None:
        """`database` comes from `connect`."""
        self._owners = database["owners"]

    async def prepare(self) -> None:
        """Create the collection, which is not possible inside a transaction."""
        await self._owners.create_index([("team", 1)])

    async def take(self, names: Iterable[str], session: Session) -> dict[str, Document]:
        """What is held under some names, which nobody else can take until the transaction ends."""
        wanted = sorted(set(names))
        if not wanted:
            return {}
        touch = [UpdateOne({"_id": name}, {"$inc": {"n": 1}}, upsert=True) for name in wanted]
        await self._owners.bulk_write(touch, session=session)
        found = await self._owners.find({"_id": {"$in": wanted}}, session=session).to_list()
        return {document["_id"]: document for document in found}

    async def look(
        self, names: Iterable[str], session: Session | None = None
    ) -> dict[str, Document]:
        """The same without taking: true of now, and perhaps no longer when it is read."""
        found = self._owners.find({"_id": {"$in": sorted(set(names))}}, session=session)
        return {document["_id"]: document for document in await found.to_list()}

    async def keep(self, documents: Mapping[str, Document], session: Session) -> None:
        """Write what is held under names that this transaction has taken."""
        writes = [ReplaceOne({"_id": name}, d, upsert=True) for name, d in documents.items()]
        if writes:
            await self._owners.bulk_write(writes, session=session)
