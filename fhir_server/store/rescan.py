"""Enter into the feed what it missed while its position was lost: a walk over all versions."""

from collections.abc import AsyncIterator, Sequence

from pymongo.asynchronous.cursor import AsyncCursor
from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document
from .lease import Lease
from .locks import Session
from .mongo import MAJORITY, SNAPSHOT
from .rows import append, without_rows

BATCH = 500
SEEN = {"v": 1, "lu": 1, "m": 1, "id": 1}


async def rescan(database: AsyncDatabase[Document], lease: Lease, session: Session) -> int:
    """Append a row for each version without one, per resource in order; returns how many.

    A resource's older versions are read after its current one: as they are written before it, none
    is missing, however busy the writers are. `session` carries the transactions.
    Raced when another process has taken the lease meanwhile.
    """
    added = 0
    names = await database.list_collection_names()
    for type_ in sorted(n for n in names if n[0].isupper() and not n.endswith("_history")):
        async for batch in batches(database[type_].find({}, SEEN, sort=[("_id", 1)])):
            current = {d["_id"]: d["v"] for d in batch}
            replaced = database[f"{type_}_history"].find(
                {"id": {"$in": list(current)}}, SEEN, sort=[("id", 1), ("v", 1)]
            )
            async for older in batches(replaced):
                real = [version(type_, d["id"], d) for d in older if d["v"] < current[d["id"]]]
                added += await enter(database, lease, real, session)
            last = [version(type_, d["_id"], d) for d in batch]
            added += await enter(database, lease, last, session)
    return added


async def batches(cursor: AsyncCursor[Document]) -> AsyncIterator[list[Document]]:
    """The documents of a cursor, some hundreds at a time."""
    batch: list[Document] = []
    async for document in cursor.batch_size(BATCH):
        batch.append(document)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def version(type_: str, id_: str, document: Document) -> Document:
    """What a row says of a version."""
    return {"type": type_, "id": id_, **{key: document[key] for key in ("v", "lu", "m")}}


async def enter(
    database: AsyncDatabase[Document],
    lease: Lease,
    versions: Sequence[Document],
    session: Session,
) -> int:
    """Append rows for those of some versions that have none."""

    async def work(session: Session) -> int:
        missing = await without_rows(database["feed"], versions, session)
        await append(database["feed"], lease, missing, {}, session)
        return len(missing)

    return await session.with_transaction(work, read_concern=SNAPSHOT, write_concern=MAJORITY)
