"""vread: `GET [base]/[type]/[id]/_history/[vid]` (http.html 3.1.0.3)."""

from fhir_server.errors import Gone, NotFound
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .represent import not_modified, represent, version_number


async def vread(call: Call, server: Server) -> Reply:
    """One version, also of a resource deleted since; the version that is the deletion is 410."""
    number = version_number(call)
    stored = None
    if number:
        stored = await server.store.version(call.type, call.id, number, call.session)
    if stored is None:
        raise NotFound(f"{call.type}/{call.id[:64]} has no version {call.version[:64]!r}.")
    if stored.deleted:
        raise Gone(f"Version {number} of {stored.reference} is its deletion.", version=number)
    return not_modified(call, stored) or represent(call, stored)
