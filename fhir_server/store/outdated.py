"""Documents whose search entries are of an older epoch: found in the order of ids, and renewed.

Renewing touches neither version nor time, and holds only where the document is still the one that
was read. It is an update, which makes no row in the feed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pymongo
import structlog
from pymongo import UpdateOne
from pymongo.errors import BulkWriteError

from .documents import PROJECTION, Document, Draft, Stored, entry_fields, from_document
from .faults import translated
from .mongo import Store
from .searching import NOT_DELETED

# Documents that are up to date are passed over inside MongoDB, which may take a while.
SCAN_SECONDS = 120

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outdated:
    """A current version, and the epoch of its entries (None: the first)."""

    stored: Stored
    epoch: int | None


async def find_outdated(
    store: Store, type_: str, epoch: int, criteria: Document, *, after: str, limit: int
) -> list[Outdated]:
    """Some that meet the criteria, have an older epoch, and come after an id."""
    wanted = {"$and": [criteria, _older(epoch), {"_id": {"$gt": after}}]}
    with translated(), pymongo.timeout(SCAN_SECONDS):
        cursor = store.current(type_).find(wanted, {**PROJECTION, "xe": 1}, sort=[("_id", 1)])
        return [
            Outdated(from_document(type_, d), d.get("xe"))
            async for d in cursor.limit(limit).batch_size(limit)
        ]


async def count_outdated(store: Store, type_: str, epoch: int, criteria: Document) -> int:
    """How many there are."""
    wanted = {"$and": [criteria, _older(epoch)]}
    with translated(), pymongo.timeout(SCAN_SECONDS):
        return await store.current(type_).count_documents(wanted)


async def renew(store: Store, type_: str, renewed: Sequence[tuple[Outdated, Draft]]) -> None:
    """Put the entries of the drafts in the place of those that were found outdated."""
    writes = [_renewal(outdated, entry_fields(draft)) for outdated, draft in renewed]
    store.writers.fence(min(draft.epoch for _, draft in renewed))
    with translated(writing=True):
        try:
            await store.current(type_).bulk_write(writes, ordered=False)
        except BulkWriteError as error:
            if error.details["writeConcernErrors"]:
                raise
            # Beyond what MongoDB can hold: it keeps the entries it has.
            for failure in error.details["writeErrors"]:
                outdated, draft = renewed[failure["index"]]
                log.warning("index.too_large", type=type_, id=outdated.stored.id)
                kept = _renewal(outdated, {"xe": draft.epoch})
                await store.current(type_).bulk_write([kept])


def _older(epoch: int) -> Document:
    return {**NOT_DELETED, "xe": {"$not": {"$gte": epoch}}}


def _renewal(outdated: Outdated, fields: Document) -> UpdateOne:
    found: Document = {"_id": outdated.stored.id, "v": outdated.stored.version}
    found["xe"] = {"$exists": False} if outdated.epoch is None else outdated.epoch
    change: Document = {"$set": fields}
    if "idx" in fields and "s" not in fields:
        change["$unset"] = {"s": ""}
    return UpdateOne(found, change)
