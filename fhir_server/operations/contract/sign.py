"""Contract/[id]/$sign: a draft or an application is signed, online or from paper."""

from fhir_server.http import Call, Reply
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import Wish, ours, sign
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
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
        asked = await wish(unit, given, contracts.institution(contract), "sign")
        moved = await sign(unit, reference, asked)
        return reference, moved.warnings

    # A contract that waits for its payment is signed once, and paid once.
    name = f"pay {reference}" if "payment" in given else ""
    return await carry_out(call, server, given, work, name=name)


async def wish(unit: Unit, given: Given, institution: str, activity: str) -> Wish:
    """What was asked for, as a wish."""
    performer = await given.performer(unit, institution)
    documents = given.references("document", "DocumentReference")
    reason = given.text("reason") or ""
    return Wish(
        signed_on=given.date("signedOn") or unit.today,
        start=given.date("start"),
        years=given.number("years"),
        channel=given.text("channel") or "",
        members=given.references("member", "Patient"),
        packages=given.references("package", "PlanDefinition"),
        signatures=given.objects("signature"),
        documents=documents,
        payments=given.references("payment", "Invoice"),
        step=Step(activity, performer=performer, reason=reason, sources=documents),
    )


SIGN = acting("sign", sign_contract)
