"""Contract/$roll-over: all contracts are brought to where they stand on a day."""

from collections.abc import Iterator

from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.rolling import COUNTED, Rolled, roll_over
from fhir_server.operations.asked import answer
from fhir_server.server import Server
from fhir_server.service.elements import Json

from .carrying import acting
from .given import Given

SUPPORTED = ("date", "institution", "dryRun")
MOST_PROBLEMS = 100


async def roll_contracts(call: Call, server: Server) -> Reply:
    """How many contracts started, expired, were renewed, ended and lapsed; those that could not."""
    given, today = Given(call, SUPPORTED), server.today(call.now)
    day = given.date("date") or today
    if day > today:
        raise BadRequest(f"{day} is still to come; today is {today}.", expression="date")
    institution = given.reference("institution", "Organization")
    dry = bool(given.flag("dryRun"))
    rolled = await roll_over(server, call.now, day, institution, dry=dry)
    return answer([{"name": "date", "valueDate": f"{day}"}, *_parameters(rolled)])


def _parameters(rolled: Rolled) -> Iterator[Json]:
    for name in COUNTED.values():
        yield {"name": name, "valueInteger": rolled.counts[name]}
    for contract, why in list(rolled.problems.items())[:MOST_PROBLEMS]:
        reference = {"name": "contract", "valueReference": {"reference": contract}}
        yield {"name": "problem", "part": [reference, {"name": "issue", "valueString": why}]}


ROLL_OVER = acting("roll-over", roll_contracts, level="type")
