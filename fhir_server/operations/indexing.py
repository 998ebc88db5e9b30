"""$reindex and $index-status: have search entries made anew, and see how far that is.

Both are this server's own; `definitions.json` holds their OperationDefinitions.
"""

from typing import Any

from conformance import json
from conformance.definitions import resource_types
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.indexing.definitions import due_in, is_due, unused_of
from fhir_server.server import Server
from fhir_server.store.documents import Document

from .operation import Operation, read_input

Json = dict[str, Any]

BASE = "https://family-doctor-fhir.github.io/OperationDefinition/"
SYSTEM = frozenset({"system"})


async def reindex(call: Call, server: Server) -> Reply:
    """Begin to make the entries of some types, or of all, anew; searches go on meanwhile."""
    types = read_input(call, ("type",)).get("type", [])
    for type_ in types:
        if type_ not in resource_types():
            raise BadRequest(f"{str(type_)[:64]!r} is no resource type.", expression="type")
    await server.worker.definitions.request(types)
    return await _status(server)


async def index_status(call: Call, server: Server) -> Reply:
    """How far indexing is, who is waited for, and which SearchParameters are not in use."""
    read_input(call, ())
    return await _status(server)


async def _status(server: Server) -> Reply:
    state = await server.worker.epochs.state()
    due = [t for t in resource_types() if is_due(state, t)]
    behind = await server.worker.epochs.behind(state["epoch"]) if due else []
    listed = [
        {"name": "epoch", "valueInteger": state["epoch"]},
        {"name": "complete", "valueBoolean": not due},
        *({"name": "waiting-for", "valueString": name} for name in behind),
        *(_type(state, t) for t in resource_types() if t in due or t in state["progress"]),
        *(_unused(u.id, u.code, u.types, u.reason) for u in unused_of(state)),
    ]
    return Reply(200, json=json.encode({"resourceType": "Parameters", "parameter": listed}))


def _type(state: Document, type_: str) -> Json:
    """A type that is to be indexed, or was."""
    progress = state["progress"].get(type_, {"total": 0, "left": 0})
    parts = [
        {"name": "code", "valueCode": type_},
        {"name": "complete", "valueBoolean": not is_due(state, type_)},
        {"name": "epoch", "valueInteger": due_in(state, type_)},
        {"name": "total", "valueInteger": progress["total"]},
        {"name": "left", "valueInteger": progress["left"]},
    ]
    return {"name": "type", "part": parts}


def _unused(id_: str, code: str, types: tuple[str, ...], reason: str) -> Json:
    parts = [
        {"name": "definition", "valueReference": {"reference": f"SearchParameter/{id_}"}},
        {"name": "code", "valueCode": code},
        *({"name": "type", "valueCode": type_} for type_ in types),
        {"name": "reason", "valueString": reason},
    ]
    return {"name": "unused", "part": parts}


REINDEX = Operation("reindex", SYSTEM, reindex, f"{BASE}reindex", affects_state=True)
INDEX_STATUS = Operation("index-status", SYSTEM, index_status, f"{BASE}index-status")
