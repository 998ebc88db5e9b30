"""What one version of a resource looks like in Python and in MongoDB."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

Document = dict[str, Any]

# What a reader needs; entries stay in the database.
PROJECTION = {"v": 1, "lu": 1, "m": 1, "deleted": 1, "json": 1, "w": 1, "created": 1}

MILLISECOND = timedelta(milliseconds=1)


class Stored(NamedTuple):
    """One stored version; a named tuple, since a page makes hundreds of them.

    `made` is when, UTC with or without saying so, in whole milliseconds; `method` is that of the
    request which made it (POST, PUT, PATCH, DELETE), `json` the resource as sent to clients (empty
    when deleted), `token` the mark of the write. `created`: there was none, or a deleted one.
    """

    type: str
    id: str
    version: int
    made: datetime
    method: str
    deleted: bool
    json: bytes
    token: str = ""
    created: bool = False

    @property
    def updated(self) -> datetime:
        """When it was made; the zone is added where it is asked for, the driver takes longer."""
        return self.made if self.made.tzinfo else self.made.replace(tzinfo=UTC)

    @property
    def reference(self) -> str:
        """`Type/id`."""
        return f"{self.type}/{self.id}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A version about to be written, with its search entries: all three as `search` gives them."""

    stored: Stored
    idx: list[str] = field(default_factory=list)
    sort: Mapping[str, Any] = field(default_factory=dict)
    epoch: int = 0


def to_document(draft: Draft) -> Document:
    """The MongoDB document of a version; a deleted one keeps no entries."""
    version = draft.stored
    document: Document = {
        "_id": version.id,
        "v": version.version,
        "lu": version.updated,
        "m": version.method,
        "json": version.json,
        "w": version.token,
    }
    if version.deleted:
        document["deleted"] = True
        return document
    if version.created:
        document["created"] = True
    return document | entry_fields(draft)


def entry_fields(draft: Draft) -> Document:
    """The fields a document is searched and sorted by; epoch 0 is not written."""
    fields: Document = {"idx": draft.idx}
    if draft.sort:
        fields["s"] = draft.sort
    if draft.epoch:
        fields["xe"] = draft.epoch
    return fields


def from_document(type_: str, document: Document) -> Stored:
    """A current version as read with PROJECTION."""
    get = document.get
    values = (
        type_,
        document["_id"],
        document["v"],
        document["lu"],
        document["m"],
        get("deleted", False),
        document["json"],
        document["w"],
        get("created", False),
    )
    # Without the function that `Stored(...)` calls in between: a page makes hundreds of them.
    return tuple.__new__(Stored, values)


def to_history(version: Stored) -> Document:
    """The copy of a version that goes to history, under `id/version`."""
    document = to_document(Draft(version))
    document.pop("idx", None)
    return {**document, "_id": f"{version.id}/{version.version}", "id": version.id}


def from_history(type_: str, document: Document) -> Stored:
    """A version read from history."""
    return from_document(type_, {**document, "_id": document["id"]})


def next_instant(now: datetime, previous: datetime | None) -> datetime:
    """When a version is made: never before its predecessor, whatever the clock does."""
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    return now if previous is None else max(now, previous + MILLISECOND)


def utc_now() -> datetime:
    """The present, UTC, in whole milliseconds."""
    return next_instant(datetime.now(UTC), None)
