"""Contract/[id]/$terminate: a contract ends early for a reason; a breach pays back."""

from fhir_server.http import Call, Reply
from fhir_server.lifecycle.ending import Farewell, terminate
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import ours
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.elements import fen
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
from .given import Given

SUPPORTED = ("reason", "end", "signature", "evidence", "refund", "note", "performer")


async def terminate_contract(call: Call, server: Server) -> Reply:
    """The contract as ended, with refunds and what else came along."""
    given = Given(call, SUPPORTED)
    reference, reason = f"Contract/{call.id}", given.required("reason")
    refund = next(iter(given.objects("refund")), None)

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, reference)
        performer = await given.performer(unit, contracts.institution(contract))
        wish = Farewell(
            reason=reason,
            end=given.date("end"),
            documents=given.references("evidence", "DocumentReference"),
            signatures=given.objects("signature"),
            refund=fen(refund) if refund else None,
            step=Step("terminate", performer=performer, reason=given.text("note") or reason),
        )
        moved = await terminate(unit, reference, wish)
        return reference, moved.warnings

    return await carry_out(call, server, given, work)


TERMINATE = acting("terminate", terminate_contract)
