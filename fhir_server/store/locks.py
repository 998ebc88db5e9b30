"""Lock documents: they serialise conditional interactions on equal criteria.

The lock never says that something exists, only the search inside the transaction does; it makes two
transactions with the same criteria collide, so that one of them starts anew and sees the other's
resource. Unused locks vanish after an hour.
"""

from collections.abc import Iterable
from hashlib import sha256

from pymongo import UpdateOne
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document

Session = AsyncClientSession

IDLE_SECONDS = 3600


async def prepare(database: AsyncDatabase[Document]) -> None:
    """Create the collection and its expiry, which workers that start together may do at once."""
    await database["locks"].create_index("used", expireAfterSeconds=IDLE_SECONDS)


async def take(database: AsyncDatabase[Document], names: Iterable[str], session: Session) -> None:
    """Hold the locks of some criteria until the transaction ends; its first operation.

    Names are hashed: criteria may hold personal data.
    """
    keys = sorted({sha256(name.encode()).hexdigest() for name in names})
    touch = {"$inc": {"n": 1}, "$currentDate": {"used": True}}
    writes = [UpdateOne({"_id": key}, touch, upsert=True) for key in keys]
    await database["locks"].bulk_write(writes, session=session)
