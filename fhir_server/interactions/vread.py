"""vread: `GET [base]/[type]/[id]/_history/[vid]` (http.html 3.1.0.3)."""

from fhir_server.errors import Gone, NotFound
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .represent import not_modified, represent


async def vread(call: Call, server: Server) -> Reply:
    """One version, also of a resource deleted since; the version that is the deletion is 410."""
    number = int(call.version) if call.version.isascii() and call.version.isdigit() else 0
    stored = None
    if 0 < number < 2**31 and str(number) == call.version:
        stored = await server.store.version(call.type, call.id, number, call.session)
    if stored is None:
        raise NotFound(f"{call.type}/{call.id[:64]} has no version {call.version[:64]!r}.")
    if stored.deleted:
        raise Gone(f"Version {number} of {stored.reference} is its deletion.", version=number)
    return not_modified(call, stored) or represent(call, stored)
