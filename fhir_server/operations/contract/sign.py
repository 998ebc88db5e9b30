"""Contract/[id]/$sign: a draft or an application is signed, online or from paper.

`Contract/$eligibility` judges the same without signing.
"""

from conformance import json
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import Wish, ours, sign
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.unit import Unit
from profiles import CANONICAL

from .carrying import Result, carry_out
from .given import Given

SUPPORTED = (
    "signedOn", "start", "years", "channel", "member", "package", "signature", "document",
    "payment", "reason", "performer",
)  # fmt: skip


async def sign_contract(call: Call, server: Server) -> Reply:
    """The contract as signed, what came along, and warnings of the policy."""
    given = Given(call, SUPPORTED)
    reference = f"Contract/{call.id}"

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, reference)
        moved = await sign(
            unit, reference, await wish(unit, given, contracts.institution(contract))
        )
        return reference, moved.warnings

    paying = "pay" if given.all("payment") else call.operation
    name = f"{paying} {reference}"
    return await carry_out(
        call, server, given, work, name=name, queue=await line(server, reference)
    )


async def wish(unit: Unit, given: Given, institution: str, activity: str = "sign") -> Wish:
    """What was asked for, as a wish."""
    performer = await given.performer(unit, institution)
    return Wish(
        signed_on=given.date("signedOn") or unit.today,
        start=given.date("start"),
        years=given.number("years"),
        channel=given.text("channel") or "",
        members=given.references("member", "Patient"),
        packages=given.references("package", "PlanDefinition"),
        signatures=given.objects("signature"),
        documents=given.references("document", "DocumentReference"),
        payments=given.references("payment", "Invoice"),
        step=Step(activity, performer=performer, reason=given.text("reason") or ""),
    )


async def line(server: Server, reference: str) -> list[str]:
    """Where steps on a contract wait for others in this process: at its residents and its team."""
    type_, _, id_ = reference.partition("/")
    stored = await server.store.read(type_, id_)
    if stored is None or stored.deleted:
        return [reference]
    contract = json.decode(stored.json)
    patients = [c.patient for c in contracts.covered(contract)]
    return [reference, f"team/{contracts.team(contract)}", *(f"resident/{p}" for p in patients)]


SIGN = Operation(
    "sign",
    frozenset({"instance"}),
    sign_contract,
    f"{CANONICAL}/OperationDefinition/contract-sign",
    affects_state=True,
    types=frozenset({"Contract"}),
)
