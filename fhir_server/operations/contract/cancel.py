"""Contract/[id]/$cancel: the institution received a letter of cancellation, or it is taken back."""

from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.ending import Farewell, cancel, withdraw
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import ours
from fhir_server.rules.endings import BY_LETTER
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
from .given import Given

SUPPORTED = ("letter", "end", "reason", "withdraw", "performer")


async def cancel_contract(call: Call, server: Server) -> Reply:
    """The contract with its last day, or without one."""
    given = Given(call, SUPPORTED)
    reference, back = f"Contract/{call.id}", given.flag("withdraw")
    letter = given.reference("letter", "DocumentReference")
    reason = given.text("reason") or "resident-request"
    if reason not in BY_LETTER:
        raise BadRequest(
            f"$cancel is for {' and '.join(sorted(BY_LETTER))}; other ends are for $terminate.",
            expression="reason",
        )
    if not back and not letter:
        raise BadRequest("$cancel needs the parameter letter.", expression="letter")

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, reference)
        performer = await given.performer(unit, contracts.institution(contract))
        if back:
            step = Step("withdraw-cancellation", performer=performer)
            moved = await withdraw(unit, reference, step)
        else:
            wish = Farewell(
                reason=reason,
                end=given.date("end"),
                documents=(letter,),
                step=Step("cancel", performer=performer, reason=reason),
            )
            moved = await cancel(unit, reference, wish)
        return reference, moved.warnings

    # A letter is received once; what follows its withdrawal is another one.
    name = f"cancel {reference} {letter} {await _turn(server, call) if back else ''}"
    return await carry_out(call, server, given, work, name=name)


async def _turn(server: Server, call: Call) -> int:
    """A cancellation may be taken back as often as there is one."""
    stored = await server.store.read(call.type, call.id)
    return stored.version if stored else 0


CANCEL = acting("cancel", cancel_contract)
