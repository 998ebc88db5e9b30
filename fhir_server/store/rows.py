"""Append rows to the feed: numbered, with the feed's own time, each version once."""

from collections.abc import Sequence

from pymongo import UpdateOne
from pymongo.asynchronous.collection import AsyncCollection

from .documents import Document
from .lease import Lease
from .locks import Session


async def append(
    feed: AsyncCollection[Document],
    lease: Lease,
    versions: Sequence[Document],
    fields: Document,
    session: Session,
) -> None:
    """Add rows for versions ({type, id, v, lu, m}), move the position, and set `fields` with it.

    Inside a transaction: rows and position arrive together or not at all. Raced without the lease.
    """
    latest = max((row["lu"] for row in versions), default=None)
    state = await lease.change(
        {
            **fields,
            "seq": {"$add": ["$seq", len(versions)]},
            "before": "$t",
            "t": {"$max": ["$t", latest]},
        },
        session,
    )
    if not versions:
        return
    rows = []
    t = state.get("before")
    for number, version in enumerate(versions, state["seq"] - len(versions) + 1):
        t = version["lu"] if t is None else max(t, version["lu"])
        rows.append({"_id": number, **version, "t": t})
    await feed.insert_many(rows, session=session)
    closing = [
        UpdateOne({**_key(r), "v": r["v"] - 1}, {"$set": {"until": r["lu"]}})
        for r in rows
        if r["v"] > 1
    ]
    if closing:
        await feed.bulk_write(closing, session=session)


async def without_rows(
    feed: AsyncCollection[Document], versions: Sequence[Document], session: Session
) -> list[Document]:
    """Those of some versions that have no row yet."""
    if not versions:
        return []
    keys = [{**_key(version), "v": version["v"]} for version in versions]
    found = await feed.find({"$or": keys}, session=session).to_list()
    known = {(r["type"], r["id"], r["v"]) for r in found}
    return [v for v in versions if (v["type"], v["id"], v["v"]) not in known]


def _key(version: Document) -> Document:
    return {"type": version["type"], "id": version["id"]}
