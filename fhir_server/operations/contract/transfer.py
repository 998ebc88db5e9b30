"""Contract/[id]/$transfer: a contract ends, and one with another team follows the day after."""

from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.ending import Farewell
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.renewal import transfer
from fhir_server.lifecycle.signing import ours
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
from .given import Given
from .sign import wish

SUPPORTED = (
    "team", "letter", "reason", "end", "package", "signature", "document", "performer",
)  # fmt: skip
SWITCHES = (
    "resident-request",
    "switch-team",
    "team-dissolved",
    "institution-exit",
    "overlap",
    "other",
)


async def transfer_contract(call: Call, server: Server) -> Reply:
    """The new contract, what came along, and warnings of the policy."""
    given = Given(call, SUPPORTED)
    reference = f"Contract/{call.id}"
    team, reason = given.reference("team", "CareTeam", "PractitionerRole"), given.required("reason")
    if not team:
        raise BadRequest("$transfer needs the parameter team.", expression="team")
    if reason not in SWITCHES:
        raise BadRequest(f"$transfer is for {', '.join(SWITCHES)}.", expression="reason")

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, reference)
        asked = await wish(unit, given, contracts.institution(contract), "transfer")
        farewell = Farewell(
            reason=reason,
            end=given.date("end"),
            documents=given.references("letter", "DocumentReference"),
            step=Step("transfer", performer=asked.step.performer, reason=reason),
        )
        moved = await transfer(unit, reference, team, farewell, asked)
        return f"Contract/{moved.contract['id']}", moved.warnings

    return await carry_out(call, server, given, work, teams=[team])


TRANSFER = acting("transfer", transfer_contract)
