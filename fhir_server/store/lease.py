"""Who writes the feed: one process at a time, by lease, with a fencing number.

The lease is the document `feed` in `settings`, beside the feed's position. A process that froze and
comes back finds another fencing number there, and nothing it then writes is accepted.
"""

import secrets
from contextlib import suppress

from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import OperationFailure, PyMongoError

from .documents import Document
from .faults import Raced
from .locks import Session

# Shorter than readers wait for the feed, several times longer than its pauses.
LEASE_MS = 3_000
EXTENDED: Document = {"$add": ["$$NOW", LEASE_MS]}


class Lease:
    """Our claim to the feed; `$$NOW` is MongoDB's clock, so that ours does not matter."""

    def __init__(self, settings: AsyncCollection[Document]) -> None:
        """Hold nothing yet."""
        self._settings = settings
        self._holder = secrets.token_hex(8)
        self._fence = 0

    async def acquire(self, session: Session) -> bool:
        """Take the lease when it is free, run out, or ours; each time under a new number.

        `session` is to carry the transactions. One that the former holder left open when it was
        killed would lock the lease for a minute, so that holder's session is ended first.
        """
        free = {"$or": [{"holder": self._holder}, {"$expr": {"$lte": ["$expires", "$$NOW"]}}]}
        former = await self._settings.find_one({"_id": "feed", **free}, {"session": 1, "holder": 1})
        if former is None:
            return False
        if "session" in former and former.get("holder") != self._holder:
            # Where it is not allowed, MongoDB ends the transaction itself after a minute.
            with suppress(OperationFailure):
                await self._settings.database.command("killSessions", [former["session"]])
        taken = await self._settings.find_one_and_update(
            {"_id": "feed", **free},
            [
                {
                    "$set": {
                        "holder": self._holder,
                        "session": {"$literal": session.session_id},
                        "fence": {"$add": ["$fence", 1]},
                        "expires": EXTENDED,
                    }
                }
            ],
            return_document=True,
        )
        if taken is not None:
            self._fence = taken["fence"]
        return taken is not None

    async def release(self) -> None:
        """Give it back at a clean stop, so that another process takes over at once."""
        with suppress(PyMongoError):
            await self._settings.update_one(self._mine(), {"$unset": {"holder": "", "expires": ""}})

    async def state(self) -> Document:
        """The position; Raced when the lease is no longer ours."""
        return _ours(await self._settings.find_one(self._mine()))

    async def change(self, fields: Document, session: Session | None = None) -> Document:
        """Set fields of the position (aggregation expressions) and extend the lease.

        Answers the new position; Raced when the lease is no longer ours.
        """
        return _ours(
            await self._settings.find_one_and_update(
                self._mine(),
                [{"$set": {**fields, "expires": EXTENDED}}],
                return_document=True,
                session=session,
            )
        )

    def _mine(self) -> Document:
        return {"_id": "feed", "holder": self._holder, "fence": self._fence}


def _ours(state: Document | None) -> Document:
    if state is None:
        raise Raced
    return state
