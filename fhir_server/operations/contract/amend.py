"""Contract/[id]/$amend: a package more, a member more or less, from a day on."""

from typing import Any

from conformance import json
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.amending import Amendment, amend
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import ours
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.elements import reference
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
from .given import Given

SUPPORTED = (
    "date", "addPackage", "addMember", "removeMember", "signature", "document", "performer",
)  # fmt: skip


async def amend_contract(call: Call, server: Server) -> Reply:
    """The contract as amended, what came along, and warnings of the policy."""
    given = Given(call, SUPPORTED)
    about, start = f"Contract/{call.id}", given.needed("date")
    leaving = [_leaving(each) for each in given.objects("removeMember")]
    reasons = ", ".join(reason for _, reason, _ in leaving)

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, about)
        performer = await given.performer(unit, contracts.institution(contract))
        papers = [*given.references("document", "DocumentReference")]
        wish = Amendment(
            start=start,
            packages=given.references("addPackage", "PlanDefinition"),
            joining=given.references("addMember", "Patient"),
            leaving=tuple(member for member, _, _ in leaving),
            signatures=given.objects("signature"),
            documents=(*papers, *(p for _, _, evidence in leaving for p in evidence)),
            step=Step("amend", performer=performer, reason=reasons),
        )
        moved = await amend(unit, about, wish)
        return about, moved.warnings

    # Amendments follow one another: another input is another one.
    name = f"amend {about} {json.encode(given.everything()).decode()}"
    return await carry_out(call, server, given, work, name=name)


def _leaving(given: dict[str, Any]) -> tuple[str, str, list[str]]:
    """Who leaves, why, and the evidence."""
    try:
        (member,), (reason,) = given["member"], given["reason"]
    except (KeyError, ValueError):
        raise BadRequest(
            "removeMember has one part member and one part reason.", expression="removeMember"
        ) from None
    return reference(member), str(reason), [reference(e) for e in given.get("evidence", [])]


AMEND = acting("amend", amend_contract)
