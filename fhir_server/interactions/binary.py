"""Binary: raw content in and out with its own media type (binary.html, http.html 3.1.0.15)."""

from base64 import b64encode
from typing import Any

from fhir_server.errors import TooLarge
from fhir_server.http import JSON_TYPES, XML_TYPES, Call
from fhir_server.settings import MAX_BINARY_BYTES, MAX_RESOURCE_BYTES

SECURITY_CONTEXT = "x-security-context"


def is_raw(call: Call) -> bool:
    """Whether the body is content: any but a Binary resource, another resource included."""
    if call.decoded is not None or not call.media_type:
        return False
    kind = call.media_type
    if "fhir" in kind and (kind in JSON_TYPES or kind in XML_TYPES):
        return bool(call.resource().get("resourceType", "Binary") != "Binary")
    return True


def from_raw(call: Call) -> dict[str, Any]:
    """The Binary resource of a raw body; X-Security-Context becomes `securityContext`."""
    if len(call.body) > MAX_BINARY_BYTES:
        raise TooLarge(
            f"The content has {len(call.body):,} bytes; raw Binary content may have "
            f"{MAX_BINARY_BYTES:,} (a stored resource {MAX_RESOURCE_BYTES:,})."
        )
    resource: dict[str, Any] = {
        "resourceType": "Binary",
        "contentType": call.headers.get("content-type", "application/octet-stream"),
    }
    if context := call.headers.get(SECURITY_CONTEXT):
        resource["securityContext"] = {"reference": context}
    if call.body:
        resource["data"] = b64encode(call.body).decode()
    return resource
