"""$meta, $meta-add, $meta-delete: profiles, tags and security labels of a resource.

Changing them makes a new version like any update; a version that is history stays as it is and is
refused (resource-operation-meta.html lets a server choose; this one never rewrites history).
"""

from collections.abc import Callable
from typing import Any

from conformance import json
from conformance.issue import errors
from fhir_server.accept import findings
from fhir_server.commit import Write, perform
from fhir_server.errors import BadRequest, Forbidden, Gone, Malformed, NotFound
from fhir_server.http import Call, Reply
from fhir_server.interactions.represent import version_number
from fhir_server.server import Server
from fhir_server.store.documents import Stored

from .operation import Operation, one, parameters_reply, read_input

Json = dict[str, Any]
Change = Callable[[list[Any], list[Any]], list[Any]]

LABELS = ("profile", "security", "tag")


async def meta(call: Call, server: Server) -> Reply:
    """The meta of the current version, or of one of its history."""
    read_input(call, ())
    if call.version:
        number = version_number(call)
        stored = await server.store.version(call.type, call.id, number) if number else None
    else:
        stored = await server.store.read(call.type, call.id)
    return _reply(_present(call, stored))


async def meta_add(call: Call, server: Server) -> Reply:
    """Add labels; those already there are left as they are."""
    return await _changed(call, server, _added)


async def meta_delete(call: Call, server: Server) -> Reply:
    """Remove labels; those that are not there do not matter."""
    return await _changed(call, server, _removed)


async def _changed(call: Call, server: Server, change: Change) -> Reply:
    if call.version:
        raise Forbidden("A version that is history is never changed; use the resource itself.")
    given = one(read_input(call, ("meta",)), "meta")
    if found := errors(await findings(server, call.resource())):
        raise Malformed(issues=found)
    if not isinstance(given, dict):
        raise BadRequest("The parameter meta is missing: send Parameters with a valueMeta.")

    def patch(resource: Json) -> Json:
        own = dict(resource.get("meta", {}))
        for label in LABELS:
            kept = change(own.get(label, []), given.get(label, []))
            own.pop(label, None)
            if kept:
                own[label] = kept
        return {**resource, "meta": own}

    write = Write("PATCH", call.type, call.now, id=call.id, patch=patch)
    write.if_match = call.headers.get("if-match", "")
    done = await perform(server, write)
    assert done.after is not None
    return _reply(done.after)


def _present(call: Call, stored: Stored | None) -> Stored:
    if stored is None:
        raise NotFound(f"{call.type}/{call.id[:64]} does not exist.")
    if stored.deleted:
        raise Gone(f"{stored.reference} was deleted.", version=stored.version)
    return stored


def _reply(stored: Stored) -> Reply:
    reply = parameters_reply(**{"return": ("Meta", json.decode(stored.json)["meta"])})
    reply.version, reply.updated = stored.version, stored.updated
    return reply


def _key(label: Any) -> Any:
    """Labels are equal by system and code, profiles by URL; displays do not count."""
    return (label.get("system"), label.get("code")) if isinstance(label, dict) else label


def _added(own: list[Any], more: list[Any]) -> list[Any]:
    known = {_key(label) for label in own}
    return [*own, *(label for label in more if _key(label) not in known)]


def _removed(own: list[Any], less: list[Any]) -> list[Any]:
    gone = {_key(label) for label in less}
    return [label for label in own if _key(label) not in gone]


BASE = "http://hl7.org/fhir/OperationDefinition/Resource-"
LEVELS = frozenset({"instance", "version"})
META = Operation("meta", LEVELS, meta, f"{BASE}meta")
META_ADD = Operation("meta-add", LEVELS, meta_add, f"{BASE}meta-add", affects_state=True)
META_DELETE = Operation(
    "meta-delete", LEVELS, meta_delete, f"{BASE}meta-delete", affects_state=True
)
