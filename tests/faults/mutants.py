"""The server without its defences, one at a time: the checks must find each of them missing."""

import asyncio
import os
from collections.abc import Callable

from pymongo.asynchronous.database import AsyncDatabase
from pymongo.read_concern import ReadConcern

from fhir_server.store.documents import Document, to_document
from fhir_server.store.follow import Follower
from fhir_server.store.lease import Lease
from fhir_server.store.mongo import Store


def copies_late() -> None:
    """Old versions go to history after new ones took their place; death comes between."""
    replaced = []

    async def replace(self, previous, draft):
        condition = {"_id": previous.id, "v": previous.version}
        await self.current(previous.type).replace_one(condition, to_document(draft))
        replaced.append(previous)
        await (asyncio.Event().wait() if len(replaced) < 2 else asyncio.to_thread(os._exit, 9))
        await self._copy(previous.type, [previous], None)

    Store.replace = replace


def position_before_rows() -> None:
    """The feed's position is saved by itself, not in the transaction of its rows."""
    change = Lease.change

    async def change_alone(self, fields, session=None):
        return await change(self, fields)

    Lease.change = change_alone


def forgets_position() -> None:
    """The feed starts from now, whatever it had reached."""
    open_ = Follower._open

    async def open_now(self, command, session):
        command["pipeline"][0] = {"$changeStream": {}}
        return await open_(self, command, session)

    Follower._open = open_now


MUTANTS: dict[str, Callable[[], None]] = {
    f.__name__: f for f in (copies_late, position_before_rows, forgets_position)
}


def without_lock(store: Store) -> None:
    """Conditional creates take no lock document."""

    async def lock(names, session):
        pass

    store.lock = lock


def with_local_reads(database: AsyncDatabase[Document]) -> Store:
    """Reads also see what no majority has."""
    return Store(database.with_options(read_concern=ReadConcern("local")))
