"""The operations: one file each, its OperationDefinition beside its handler; this is their table.

Source: FHIR R4 operations.html, resource-operations.html.
"""

from fhir_server.errors import MethodNotAllowed, NotFound
from fhir_server.http import Call, Reply
from fhir_server.server import Server

from . import (
    apply,
    contract,
    expand,
    indexing,
    lookup,
    meta,
    patient,
    referral,
    subsumes,
    team,
    translate,
    validate,
    validate_code,
)
from .everything import EVERYTHING_OF
from .operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    validate.OPERATION,
    meta.META,
    meta.META_ADD,
    meta.META_DELETE,
    *EVERYTHING_OF,
    indexing.REINDEX,
    indexing.INDEX_STATUS,
    expand.OPERATION,
    *validate_code.OPERATIONS,
    lookup.OPERATION,
    subsumes.OPERATION,
    translate.OPERATION,
    *referral.OPERATIONS,
    *patient.OPERATIONS,
    *contract.OPERATIONS,
    *team.OPERATIONS,
    apply.OPERATION,
)


async def operation(call: Call, server: Server) -> Reply:
    """Run the operation a URL names; 404 when there is none of that name at that place."""
    possible = {o.name: o for o in OPERATIONS if o.is_at(level(call), call.type)}
    found = possible.get(call.operation)
    if found is None:
        listed = ", ".join(f"${name}" for name in sorted(possible)) or "none"
        raise NotFound(
            f"There is no operation ${call.operation[:64]} here; here there are: {listed}."
        )
    if call.method != "POST" and found.affects_state:
        raise MethodNotAllowed(f"${found.name} changes data: POST it.", allow=["POST"])
    return await found.handler(call, server)


def level(call: Call) -> str:
    """Where an operation is called: system, type, instance or version."""
    if call.version:
        return "version"
    return "instance" if call.id else "type" if call.type else "system"
