"""The epoch of search entries, kept in `settings`, and which workers have taken it over.

    settings  {_id: "search", epoch, since, format, made_with, definitions, unused, due, done,
               progress}
    workers   {_id, epoch, at, name}

`definitions` and `unused` are those of `search.catalogue`. Every change of them raises `epoch`, on
condition that it is still the one the change was made from. `due` says by type (`*`: any) from
which epoch the entries of its documents must be, `done` from which they are known to be. A worker
tells every second which epoch all its writes are of. `format` is the form of entries, `made_with`
the settings they were made with.
"""

import secrets
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document
from .faults import translated
from .writers import FRESH_SECONDS

SEARCH = "search"
EVERY = "*"
FORGOTTEN_SECONDS = 3_600
# A worker writes until it is stale, and what it then sent arrives within WRITE_SECONDS.
GONE_SECONDS = FRESH_SECONDS + 4.0
SMALL = {"definitions": 0, "unused": 0}


class Epochs:
    """One worker's door to both collections."""

    def __init__(self, database: AsyncDatabase[Document], name: str) -> None:
        """`name` is how people know the worker."""
        self._settings = database["settings"]
        self._workers = database["workers"]
        self._id = secrets.token_hex(8)
        self._name = name

    async def prepare(self, format_: int, made_with: Document) -> None:
        """Make what is missing, which says this of the entries in a database without."""
        await self._workers.create_index("at", expireAfterSeconds=FORGOTTEN_SECONDS)
        fields: Document = {"epoch": 0, "since": 0, "format": format_, "made_with": made_with}
        empty: Document = {"definitions": [], "unused": [], "due": {}, "done": {}, "progress": {}}
        await self._settings.update_one(
            {"_id": SEARCH}, {"$setOnInsert": fields | empty}, upsert=True
        )

    async def state(self, *, whole: bool = True) -> Document:
        """The document in `settings`; without `whole`, no definitions."""
        with translated():
            found = await self._settings.find_one({"_id": SEARCH}, None if whole else SMALL)
        assert found is not None, "prepare() makes it"
        return found

    async def raise_from(self, epoch: int, fields: Document) -> bool:
        """Go from an epoch to the next with some fields; False when another was faster."""
        with translated(writing=True):
            done = await self._settings.update_one(
                {"_id": SEARCH, "epoch": epoch}, {"$set": {**fields, "epoch": epoch + 1}}
            )
        return bool(done.matched_count)

    async def finish(self, types: Any, epoch: int) -> None:
        """Every document of some types has the entries of an epoch."""
        with translated(writing=True):
            await self._settings.update_one(
                {"_id": SEARCH}, {"$max": {f"done.{type_}": epoch for type_ in types}}
            )

    async def tell(self, type_: str, total: int, left: int) -> None:
        """How far a type is."""
        progress = {f"progress.{type_}": {"total": total, "left": left}}
        with translated(writing=True):
            await self._settings.update_one({"_id": SEARCH}, {"$set": progress})

    async def join(self, epoch: int) -> None:
        """Say that this worker is there, and that whatever it writes is of this epoch or later."""
        told: Document = {"epoch": epoch, "at": "$$NOW", "name": {"$literal": self._name}}
        with translated(writing=True):
            await self._workers.update_one({"_id": self._id}, [{"$set": told}], upsert=True)

    async def leave(self) -> None:
        """Say that this worker writes no more."""
        with translated(writing=True):
            await self._workers.delete_one({"_id": self._id})

    async def behind(self, epoch: int) -> list[str]:
        """The names of workers that may still write with an older epoch."""
        alive = {"$gt": ["$at", {"$subtract": ["$$NOW", int(GONE_SECONDS * 1000)]}]}
        with translated():
            found = self._workers.find({"epoch": {"$lt": epoch}, "$expr": alive})
            return sorted(worker["name"] for worker in await found.to_list())
