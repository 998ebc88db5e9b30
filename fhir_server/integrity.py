"""Referential integrity, where `FHIR_REFERENCES=enforce` asks for it.

A write that refers to a resource and a deletion of that resource each see a sound state and would
together leave a dangling reference; both take the lock of the target, so that one sees the other.
Every reference is an entry `REFERS`, written while the setting is on.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from conformance import json
from conformance.definitions import resource_types

from .errors import Conflict, Unprocessable
from .references import references
from .search import Entries, Place, entries
from .search.catalogue import require_standard
from .store.documents import Stored
from .store.locks import Session

if TYPE_CHECKING:
    from .server import Server

REFERS = "_refers\x01"


def index(server: "Server", resource: dict[str, Any]) -> Entries:
    """The search entries of a resource, with its references where they are enforced."""
    found = entries(resource["resourceType"], resource, server.place)
    if server.settings.references == "enforce":
        found.idx.extend(REFERS + target for target in targets(resource, server.place))
    return found


def targets(resource: dict[str, Any], place: Place) -> dict[str, str]:
    """Local resources a resource refers to, each with the FHIRPath of a reference to it."""
    found: dict[str, str] = {}
    for location, reference in references(resource, resource["resourceType"]):
        if target := local_target(reference, place):
            found.setdefault(target, location)
    return found


def local_target(reference: str, place: Place) -> str | None:
    """`Type/id` of a literal reference to this server, None for any other."""
    for base in place.bases:
        reference = reference.removeprefix(f"{base}/")
    parts = reference.partition("#")[0].split("/")
    if len(parts) in (2, 4) and parts[0] in resource_types() and "?" not in parts[1]:
        return f"{parts[0]}/{parts[1]}"
    return None


async def check_references(server: "Server", written: Iterable[Stored], session: Session) -> None:
    """Refuse versions that refer to what is not there (422, with the element)."""
    wanted: dict[str, tuple[Stored, str]] = {}
    for stored in written:
        if not stored.deleted:
            for target, location in targets(json.decode(stored.json), server.place).items():
                wanted.setdefault(target, (stored, location))
    if not wanted:
        return
    await server.store.lock([REFERS + target for target in wanted], session)
    for target, (stored, location) in wanted.items():
        type_, id_ = target.split("/")
        found = await server.store.read(type_, id_, session)
        if found is None or found.deleted:
            raise Unprocessable(
                f"{stored.reference} refers to {target}, which does not exist.",
                expression=location,
                rule="dangling-reference",
            )


async def check_deletion(server: "Server", written: Iterable[Stored], session: Session) -> None:
    """Refuse to delete what something still refers to (409)."""
    gone = [s for s in written if s.deleted]
    if not gone:
        return
    await server.store.lock([REFERS + s.reference for s in gone], session)
    for type_ in await server.store.types():
        require_standard(type_, f"What {type_} refers to")
        for stored in gone:
            entry = {"idx": REFERS + stored.reference}
            found = await server.store.find(type_, entry, limit=1, session=session)
            if found:
                raise Conflict(
                    f"{stored.reference} cannot be deleted: {found[0].reference} refers to it.",
                    rule="still-referenced",
                )
