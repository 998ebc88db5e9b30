"""update: `PUT [base]/[type]/[id]`, conditional: `PUT [base]/[type]?...` (http.html 3.1.0.4)."""

from fhir_server.accept import accept
from fhir_server.commit import Write, perform
from fhir_server.criteria import criteria_of_query
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from .create import content
from .represent import check_presentation, written


async def update(call: Call, server: Server) -> Reply:
    """200 with the new version, 201 when it is the first or ends a deletion."""
    return written(call, server, await perform(server, await write(call, server)))


async def write(call: Call, server: Server) -> Write:
    """The update in words; the id in body and URL must agree."""
    check_presentation(call)
    resource = content(call)
    if call.type == "Binary" and "id" not in resource and call.id:
        resource["id"] = call.id
    hints = await accept(server, resource, call.type)
    if call.id and resource.get("id") != call.id:
        given = f"has the id {resource['id']!r}" if "id" in resource else "has no id"
        raise BadRequest(
            f"The URL names {call.type}/{call.id}, the body {given}.", expression=f"{call.type}.id"
        )
    return Write(
        "PUT",
        call.type,
        call.now,
        id=call.id,
        criteria=None if call.id else criteria_of_query(call, server),
        resource=resource,
        if_match=call.headers.get("if-match", ""),
        if_none_match=call.headers.get("if-none-match", ""),
        hints=hints,
    )
