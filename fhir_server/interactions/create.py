"""create: `POST [base]/[type]`, also conditional on If-None-Exist (http.html 3.1.0.8)."""

from typing import Any

from fhir_server.accept import accept
from fhir_server.commit import Write, perform
from fhir_server.criteria import NOT_CRITERIA, criteria, criteria_of_query
from fhir_server.http import Call, Reply
from fhir_server.search import Query
from fhir_server.server import Server

from .binary import from_raw, is_raw
from .represent import check_presentation, written


async def create(call: Call, server: Server) -> Reply:
    """201 with Location; a conditional create that finds its resource is 200."""
    return written(call, server, await perform(server, await write(call, server)))


async def write(call: Call, server: Server) -> Write:
    """The create in words: the gate passed, the criteria read."""
    check_presentation(call)
    resource = content(call)
    hints = await accept(server, resource, call.type)
    asked = condition(call, server)
    return Write("POST", call.type, call.now, criteria=asked, resource=resource, hints=hints)


def condition(call: Call, server: Server) -> Query | None:
    """The criteria of If-None-Exist; some clients (fhirpy) put them into the URL instead."""
    if (wanted := call.headers.get("if-none-exist")) is not None:
        return criteria(wanted, call, server, "If-None-Exist")
    if all(name in NOT_CRITERIA for name, _ in call.query):
        return None
    return criteria_of_query(call, server)


def content(call: Call) -> dict[str, Any]:
    """The resource in the body; raw content becomes a Binary (binary.html)."""
    if call.type == "Binary" and is_raw(call):
        return from_raw(call)
    return call.resource()
