"""$validate: would this resource be accepted (resource-operation-validate.html).

The answer is an OperationOutcome with status 200 whenever the question could be asked. It comes
from the same gate as every write, and knows the profiles and extensions stored here, too.
"""

from dataclasses import replace
from typing import Any

from conformance import json
from conformance.issue import Issue
from fhir_server.accept import findings
from fhir_server.errors import BadRequest, FhirError, NotFound, outcome
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .operation import Operation, one, read_input

NEEDED = ("profile-unknown", "profile-broken")
MODES = ("create", "update", "delete", "profile")


async def validate(call: Call, server: Server) -> Reply:
    """The findings about the resource given, or about the stored one."""
    given = read_input(call, ("resource", "mode", "profile"))
    mode = one(given, "mode")
    if mode is not None and mode not in MODES:
        raise BadRequest(f"mode {str(mode)[:32]!r} is none of {', '.join(MODES)}.")
    resource = one(given, "resource")
    if mode == "delete":
        return _answer(await _deletable(call, server))
    if resource is None:
        resource = await _stored(call, server)
    found = _expected(call, resource, mode)
    profiles = [profile] if isinstance(profile := one(given, "profile"), str) else []
    found += await findings(server, resource, profiles)
    return _answer([_worse(issue) if issue.profile in profiles else issue for issue in found])


def _answer(found: list[Issue]) -> Reply:
    """The outcome is what was asked for, so it is the resource of the reply."""
    return Reply(200, json=json.encode(outcome(found)))


async def _deletable(call: Call, server: Server) -> list[Issue]:
    if not call.id:
        raise BadRequest("mode delete asks about one resource: POST [type]/[id]/$validate.")
    stored = await server.store.read(call.type, call.id, call.session)
    if stored is None or stored.deleted:
        sentence = f"{call.type}/{call.id} does not exist."
        return [Issue("not-found", "error", "not-found", call.type, sentence)]
    return []


async def _stored(call: Call, server: Server) -> dict[str, Any]:
    if not call.id:
        raise BadRequest("No resource was given: send it as the body or in Parameters.")
    stored = await server.store.read(call.type, call.id, call.session)
    if stored is None or stored.deleted:
        raise _missing(call)
    resource: dict[str, Any] = json.decode(stored.json)
    return resource


def _missing(call: Call) -> FhirError:
    return NotFound(f"{call.type}/{call.id} does not exist and no resource was given.")


def _expected(call: Call, resource: Any, mode: str | None) -> list[Issue]:
    """What the URL and the mode demand beside the resource's own rules."""
    if not isinstance(resource, dict):
        raise BadRequest("The parameter resource must be a resource.")
    found = []
    if call.type and resource.get("resourceType") not in (None, call.type):
        found.append(
            Issue(
                "wrong-resource-type",
                "error",
                "invalid",
                call.type,
                f"The URL is for {call.type}, the resource is {resource['resourceType']!r}.",
            )
        )
    if mode == "update" and call.id and resource.get("id") != call.id:
        sentence = f"An update of {call.type}/{call.id} needs that id in the resource."
        found.append(Issue("wrong-id", "error", "invalid", f"{call.type}.id", sentence))
    return found


def _worse(issue: Issue) -> Issue:
    """What is asked for by name has to be known, and of use."""
    return replace(issue, severity="error") if issue.rule in NEEDED else issue


OPERATION = Operation(
    "validate",
    frozenset({"type", "instance"}),
    validate,
    "http://hl7.org/fhir/OperationDefinition/Resource-validate",
)
