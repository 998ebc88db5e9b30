"""Make the next version of a resource: its number, instant, bytes and search entries."""

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conformance import json
from conformance.issue import Issue

from .errors import TooLarge
from .http import instant
from .search import Entries
from .settings import MAX_RESOURCE_BYTES
from .store.documents import Draft, Stored, next_instant

Json = dict[str, Any]

# What BSON adds to an entry of the array `idx`: type, index number, length, end.
ENTRY_OVERHEAD = 12
LARGE, MANY = 5_000_000, 10_000


@dataclass(frozen=True, slots=True)
class Change:
    """What a write does: the version before, the one after, and the draft if one is written.

    `after` equals `before` when nothing is to be written. `hints` are findings about the content
    that do not forbid it.
    """

    before: Stored | None
    after: Stored | None
    draft: Draft | None = None
    hints: Sequence[Issue] = ()

    @property
    def created(self) -> bool:
        """Whether the write makes a resource where there was none, or only a deleted one."""
        return self.draft is not None and self.draft.stored.created


def new_id() -> str:
    """A server-assigned id."""
    digits = os.urandom(16).hex()
    variant = "89ab"[int(digits[16], 16) % 4]
    # What str(uuid.uuid4()) gives, at a third of the price: every create needs one.
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"


def new_token() -> str:
    """The mark by which a write knows its own version again."""
    return f"{random.getrandbits(96):024x}"


def next_version(
    resource: Json,
    found: Entries,
    id_: str,
    method: str,
    before: Stored | None,
    now: datetime,
    hints: Sequence[Issue] = (),
) -> Change:
    """The version that follows `before`, with this content and its entries; TooLarge beyond 15 MB.

    Entries do not depend on what is stamped here: id and time have fields of their own.
    """
    version, updated = _position(before, now)
    type_ = resource["resourceType"]
    body = json.encode(stamp(resource, id_, version, updated))
    # Entries are cut to 256 bytes: only very many of them, or a large body, can be too much.
    if len(body) > LARGE or len(found.idx) > MANY:
        check_size(type_, body, found)
    created = before is None or before.deleted
    stored = Stored(type_, id_, version, updated, method, False, body, new_token(), created)
    return Change(before, stored, Draft(stored, found.idx, found.sort, found.epoch), hints)


def check_size(type_: str, body: bytes, found: Entries) -> None:
    """Refuse what MongoDB could not hold in one document."""
    size = len(body) + sum(len(e.encode()) + ENTRY_OVERHEAD for e in found.idx)
    if size > MAX_RESOURCE_BYTES:
        raise TooLarge(
            f"The {type_} takes {size:,} bytes with its search entries; {MAX_RESOURCE_BYTES:,} is "
            "the limit."
        )


def deletion(before: Stored, now: datetime) -> Change:
    """The version that is the deletion of `before`."""
    version, updated = _position(before, now)
    stored = Stored(before.type, before.id, version, updated, "DELETE", True, b"", new_token())
    return Change(before, stored, Draft(stored))


def unchanged(stored: Stored | None) -> Change:
    """A write with nothing to do."""
    return Change(stored, stored)


def _position(before: Stored | None, now: datetime) -> tuple[int, datetime]:
    if before is None:
        return 1, next_instant(now, None)
    return before.version + 1, next_instant(now, before.updated)


def stamp(resource: Json, id_: str, version: int, updated: datetime) -> Json:
    """The resource with the server's id, versionId and lastUpdated, whatever the client sent."""
    meta = {"versionId": str(version), "lastUpdated": instant(updated)}
    given = resource.get("meta") or {}
    meta.update((k, v) for k, v in given.items() if k not in meta)
    head = {"resourceType": resource["resourceType"], "id": id_, "meta": meta}
    return head | resource | head  # with the head's order and values
