"""$meta, $meta-add, $meta-delete: profiles, tags and security labels of a resource.

On a type, or on the server, `$meta` tells which of them are in use there: each entry of the search
index has a resource that bears it, and the labels of those are all there are.

Changing them makes a new version like any update; a version that is history stays as it is and is
refused (resource-operation-meta.html lets a server choose; this one never rewrites history).
"""

from collections.abc import Callable, Iterable
from typing import Any

from conformance import json
from conformance.issue import errors
from fhir_server.accept import findings
from fhir_server.commit import Write, perform
from fhir_server.errors import BadRequest, Forbidden, Gone, Malformed, NotFound, TooCostly
from fhir_server.http import Call, Reply
from fhir_server.interactions.represent import version_number
from fhir_server.search.context import narrowed
from fhir_server.search.filters import starting
from fhir_server.search.parameters import parameters
from fhir_server.server import Server
from fhir_server.store.documents import Stored

from .operation import Operation, one, parameters_reply, read_input

Json = dict[str, Any]
Change = Callable[[list[Any], list[Any]], list[Any]]

LABELS = ("profile", "security", "tag")
MOST_LABELS = 1_000


async def meta(call: Call, server: Server) -> Reply:
    """The meta of the current version, of one of its history, or all labels in use."""
    read_input(call, ())
    if not call.id:
        return await _in_use(call, server)
    if call.version:
        number = version_number(call)
        stored = (
            await server.store.version(call.type, call.id, number, call.session) if number else None
        )
    else:
        stored = await server.store.read(call.type, call.id, call.session)
    return _reply(_present(call, stored))


async def _in_use(call: Call, server: Server) -> Reply:
    found: dict[str, Json] = {label: {} for label in LABELS}
    for type_ in [call.type] if call.type else await server.store.types():
        for bearer in await _bearers(call, server, type_):
            own = {} if bearer.deleted else json.decode(bearer.json)["meta"]
            for label in LABELS:
                found[label] |= {_key(value): value for value in own.get(label, ())}
    used = {label: list(values.values()) for label, values in found.items() if values}
    # A Meta with nothing in it cannot be written.
    return parameters_reply(**({"return": ("Meta", used)} if used else {}))


async def _bearers(call: Call, server: Server, type_: str) -> Iterable[Stored]:
    """Resources of a type that have every one of its labels between them."""
    store, context = server.store, server.search_context(call)
    ids: set[str] = set()
    for label in LABELS:
        key = parameters(type_)[f"_{label}"].key
        criteria = narrowed(type_, [starting(key)], context)
        found = await store.bearers(
            type_, criteria, key, limit=MOST_LABELS + 1, session=call.session
        )
        if len(found) > MOST_LABELS:
            raise TooCostly(f"{type_} has more than {MOST_LABELS:,} values of {label} in use.")
        ids.update(found.values())
    return (await store.read_many(type_, sorted(ids), call.session)).values()


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
META = Operation("meta", LEVELS | {"type", "system"}, meta, f"{BASE}meta")
META_ADD = Operation("meta-add", LEVELS, meta_add, f"{BASE}meta-add", affects_state=True)
META_DELETE = Operation(
    "meta-delete", LEVELS, meta_delete, f"{BASE}meta-delete", affects_state=True
)
