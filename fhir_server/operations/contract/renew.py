"""Contract/[id]/$renew: the contract that continues one with the same team."""

from fhir_server.http import Call, Reply
from fhir_server.lifecycle.renewal import renew
from fhir_server.lifecycle.signing import ours
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.unit import Unit

from .carrying import Result, acting, carry_out
from .given import Given
from .sign import wish

SUPPORTED = (
    "signedOn", "years", "channel", "member", "package", "signature", "document", "payment",
    "performer",
)  # fmt: skip


async def renew_contract(call: Call, server: Server) -> Reply:
    """The renewal, what came along, and warnings of the policy."""
    given = Given(call, SUPPORTED)
    reference = f"Contract/{call.id}"

    async def work(unit: Unit) -> Result:
        contract = await ours(unit, reference)
        asked = await wish(unit, given, contracts.institution(contract), "renew")
        moved = await renew(unit, reference, asked)
        return f"Contract/{moved.contract['id']}", moved.warnings

    return await carry_out(call, server, given, work)


RENEW = acting("renew", renew_contract)
