"""read: `GET [base]/[type]/[id]` (http.html 3.1.0.2)."""

from fhir_server.errors import Gone, NotFound
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .represent import not_modified, represent


async def read(call: Call, server: Server) -> Reply:
    """The current version: 200, 304 when the client has it, 404, 410 when deleted."""
    stored = await server.store.read(call.type, call.id, call.session)
    if stored is None:
        raise NotFound(f"{call.type}/{call.id[:64]} does not exist.")
    if stored.deleted:
        raise Gone(f"{stored.reference} was deleted.", version=stored.version)
    return not_modified(call, stored) or represent(call, stored)
