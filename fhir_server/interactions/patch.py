"""patch: `PATCH [base]/[type]/[id]`, conditional: `PATCH [base]/[type]?...` (http.html 3.1.0.6).

The content type tells the kind: JSON Patch, or a Parameters resource (FHIRPath Patch).
"""

from base64 import b64decode
from typing import Any

from conformance import json
from fhir_server.accept import accept
from fhir_server.commit import Patch, Write, perform
from fhir_server.criteria import criteria_of_query
from fhir_server.errors import BadRequest, Malformed, UnsupportedMediaType
from fhir_server.http import JSON_TYPES, XML_TYPES, Call, Reply, decode
from fhir_server.patch import apply_fhirpath_patch, apply_json_patch
from fhir_server.server import Server

from .represent import check_presentation, written

JSON_PATCH = "application/json-patch+json"


async def patch(call: Call, server: Server) -> Reply:
    """200 with the patched resource; a patch that leads nowhere valid is 422."""
    return written(call, server, await perform(server, await write(call, server)))


async def write(call: Call, server: Server) -> Write:
    """The patch in words."""
    check_presentation(call)
    return Write(
        "PATCH",
        call.type,
        call.now,
        id=call.id,
        criteria=None if call.id else criteria_of_query(call, server),
        patch=await _patch(call, server),
        if_match=call.headers.get("if-match", ""),
    )


async def _patch(call: Call, server: Server) -> Patch:
    if call.decoded is not None:
        return await _patch_of_entry(call.decoded, server)
    if call.media_type == JSON_PATCH:
        return _json_patch(call.body)
    if call.media_type in JSON_TYPES or call.media_type in XML_TYPES:
        return _fhirpath_patch(decode(call.body, call.media_type))
    raise UnsupportedMediaType(
        f"A patch of type {call.media_type or '(none)'!r} is not understood; send {JSON_PATCH}, or "
        "Parameters as application/fhir+json (FHIRPath Patch)."
    )


async def _patch_of_entry(resource: dict[str, Any], server: Server) -> Patch:
    """A patch inside a Bundle: Binary with a JSON Patch, or Parameters."""
    if resource.get("resourceType") != "Binary":
        return _fhirpath_patch(resource)
    await accept(server, resource, "Binary")
    if resource["contentType"].partition(";")[0].strip().lower() != JSON_PATCH:
        raise BadRequest(f"A Binary in a PATCH entry must have the contentType {JSON_PATCH}.")
    return _json_patch(b64decode(resource.get("data", "")))


def _json_patch(body: bytes) -> Patch:
    try:
        operations = json.decode(body)
    except json.JsonError as error:
        raise Malformed(f"The patch is not JSON: {error}.") from error
    if not isinstance(operations, list):
        raise BadRequest("A JSON Patch is an array of operations (RFC 6902).")
    return lambda resource: apply_json_patch(resource, operations)


def _fhirpath_patch(parameters: dict[str, Any]) -> Patch:
    if parameters.get("resourceType") != "Parameters":
        raise BadRequest("A FHIRPath Patch is a Parameters resource.")
    return lambda resource: apply_fhirpath_patch(resource, parameters)
