"""Enter into the feed what it missed while its position was lost: a walk over all versions."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document
from .lease import Lease
from .locks import Session
from .mongo import MAJORITY, SNAPSHOT
from .rows import append, without_rows

BATCH = 500
SEEN = {"v": 1, "lu": 1, "m": 1, "id": 1}


async def rescan(database: AsyncDatabase[Document], lease: Lease) -> int:
    """Append a row for each version without one, per resource in order; returns how many.

    Raced when another process has taken the lease meanwhile.
    """
    added = 0
    names = await database.list_collection_names()
    for type_ in sorted(n for n in names if n[0].isupper() and not n.endswith("_history")):
        # Older versions first, so that rows of one resource stay in order.
        async for batch in batches(database[f"{type_}_history"], [("id", 1), ("v", 1)]):
            current = await current_versions(database, type_, [d["id"] for d in batch])
            real = [d for d in batch if d["v"] < current.get(d["id"], 0)]
            added += await enter(database, lease, [version(type_, d["id"], d) for d in real])
        async for batch in batches(database[type_], [("_id", 1)]):
            added += await enter(database, lease, [version(type_, d["_id"], d) for d in batch])
    return added


async def batches(collection: Any, sort: list[tuple[str, int]]) -> AsyncIterator[list[Document]]:
    """Versions of a collection in order, some hundreds at a time."""
    batch: list[Document] = []
    async for document in collection.find({}, SEEN, sort=sort, batch_size=BATCH):
        batch.append(document)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


async def current_versions(
    database: AsyncDatabase[Document], type_: str, ids: list[str]
) -> dict[str, int]:
    """The current version number of each resource."""
    found = database[type_].find({"_id": {"$in": ids}}, {"v": 1})
    return {d["_id"]: d["v"] async for d in found}


def version(type_: str, id_: str, document: Document) -> Document:
    """What a row says of a version."""
    return {"type": type_, "id": id_, **{key: document[key] for key in ("v", "lu", "m")}}


async def enter(
    database: AsyncDatabase[Document], lease: Lease, versions: Sequence[Document]
) -> int:
    """Append rows for those of some versions that have none."""

    async def work(session: Session) -> int:
        missing = await without_rows(database["feed"], versions, session)
        await append(database["feed"], lease, missing, {}, session)
        return len(missing)

    async with database.client.start_session() as session:
        return await session.with_transaction(work, read_concern=SNAPSHOT, write_concern=MAJORITY)
