"""CareTeam/[id]/$dissolve and PractitionerRole/[id]/$disqualify: a team or a doctor is gone."""

from collections.abc import Awaitable, Callable, Iterable

from fhir_server.errors import NotFound
from fhir_server.http import Call, Reply
from fhir_server.lifecycle.leaving import Departure, disqualify, dissolve
from fhir_server.lifecycle.record import Step
from fhir_server.operations.contract.carrying import Result, Shape, carry_out
from fhir_server.operations.contract.given import Given
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from fhir_server.service.elements import Json, reference
from fhir_server.service.unit import Unit
from profiles import CANONICAL

TEAM = ("date", "reason", "successor", "due", "performer")
DOCTOR = ("date", "reason", "authority", "document", "performer")
Leave = Callable[[Unit, str, Departure], Awaitable[None]]


async def dissolve_team(call: Call, server: Server) -> Reply:
    """The team with its last day, and a reassignment task for each of its contracts."""
    return await _depart(call, server, Given(call, TEAM), dissolve, "team")


async def disqualify_doctor(call: Call, server: Server) -> Reply:
    """The doctor in the role, and a task for each contract that the doctor signed alone."""
    return await _depart(call, server, Given(call, DOCTOR), disqualify, "practitionerRole")


async def _depart(call: Call, server: Server, given: Given, leave: Leave, name: str) -> Reply:
    about, reason, day = f"{call.type}/{call.id}", given.required("reason"), given.needed("date")

    async def work(unit: Unit) -> Result:
        found = await unit.read(about)
        if found is None:
            raise NotFound(f"{about[:100]} does not exist.")
        managing = found.get("managingOrganization") or [found.get("organization", {})]
        papers = given.references("document", "DocumentReference")
        step = Step(
            call.operation,
            performer=await given.performer(unit),
            institution=reference(managing[0]),
            reason=reason,
            sources=papers,
        )
        wish = Departure(
            day=day,
            reason=reason,
            authority=given.reference("authority", "Organization"),
            due=given.date("due"),
            successor=given.reference("successor", "CareTeam"),
            step=step,
        )
        await leave(unit, about, wish)
        return about, ()

    return await carry_out(call, server, given, work, shape=Shape(name, _tasks))


def _tasks(done: Json) -> Iterable[tuple[str, str]]:
    return (("task", each) for each in done["changed"] if each.startswith("Task/"))


DISSOLVE = Operation(
    "dissolve",
    frozenset({"instance"}),
    dissolve_team,
    f"{CANONICAL}/OperationDefinition/careteam-dissolve",
    affects_state=True,
    types=frozenset({"CareTeam"}),
)
DISQUALIFY = Operation(
    "disqualify",
    frozenset({"instance"}),
    disqualify_doctor,
    f"{CANONICAL}/OperationDefinition/practitionerrole-disqualify",
    affects_state=True,
    types=frozenset({"PractitionerRole"}),
)
