"""Enter into the feed what it missed while its position was lost: a walk over all versions."""

from collections.abc import AsyncIterator
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from .documents import Document
from .faults import Raced

BATCH = 500
SEEN = {"v": 1, "lu": 1, "m": 1, "id": 1}


async def rescan(database: AsyncDatabase[Document], holder: str, fence: int) -> int:
    """Append a row for each version without one, per resource in order; returns how many.

    Raced when another process has taken the lease meanwhile.
    """
    added = 0
    names = await database.list_collection_names()
    for type_ in sorted(n for n in names if n[0].isupper() and not n.endswith("_history")):
        # Older versions first, so that rows of one resource stay in order.
        async for batch in batches(database[f"{type_}_history"], [("id", 1), ("v", 1)]):
            current = await versions_of(database, type_, [d["id"] for d in batch])
            real = [d for d in batch if d["v"] < current.get(d["id"], 0)]
            added += await enter(database, type_, real, (holder, fence))
        async for batch in batches(database[type_], [("_id", 1)]):
            versions = [{**d, "id": d["_id"]} for d in batch]
            added += await enter(database, type_, versions, (holder, fence))
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


async def versions_of(
    database: AsyncDatabase[Document], type_: str, ids: list[str]
) -> dict[str, int]:
    """The current version number of each resource."""
    found = database[type_].find({"_id": {"$in": ids}}, {"v": 1})
    return {d["_id"]: d["v"] async for d in found}


async def enter(
    database: AsyncDatabase[Document], type_: str, versions: list[Document], lease: tuple[str, int]
) -> int:
    """Append rows for those of some versions that have none."""
    keys = [{"type": type_, "id": d["id"], "v": d["v"]} for d in versions]
    if not keys:
        return 0
    known = {(r["id"], r["v"]) async for r in database["feed"].find({"$or": keys})}
    missing = [d for d in versions if (d["id"], d["v"]) not in known]
    if not missing:
        return 0
    holder, fence = lease
    latest = max(d["lu"] for d in missing)
    state = await database["settings"].find_one_and_update(
        {"_id": "feed", "holder": holder, "fence": fence},
        [
            {
                "$set": {
                    "seq": {"$add": ["$seq", len(missing)]},
                    "before": "$t",
                    "t": {"$max": ["$t", latest]},
                    "expires": {"$add": ["$$NOW", 6_000]},
                }
            }
        ],
        return_document=True,
    )
    if state is None:
        raise Raced
    t, seq = state.get("before"), state["seq"] - len(missing)
    rows = []
    for number, d in enumerate(missing, seq + 1):
        t = d["lu"] if t is None else max(t, d["lu"])
        row = {"_id": number, "type": type_, "id": d["id"], "v": d["v"], "lu": d["lu"]}
        rows.append({**row, "m": d["m"], "t": t})
    await database["feed"].insert_many(rows)
    return len(rows)
