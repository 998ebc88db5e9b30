"""PlanDefinition/$apply: a service package as a plan for one resident, with no side effect.

Dates are those of the contract that has the package; without one the plan is a trial of a year.
Source: FHIR R4 plandefinition-operation-apply.html.
"""

from datetime import timedelta

from conformance import json
from fhir_server.errors import BadRequest, NotFound
from fhir_server.http import Call, Reply, instant
from fhir_server.lifecycle.gathering import insured, items_of
from fhir_server.rules.terms import years_on
from fhir_server.server import Server
from fhir_server.service import contracts, planning
from fhir_server.service.elements import Json, Span
from fhir_server.service.unit import Unit, trial
from profiles import CANONICAL

from .contract.given import Given
from .operation import Operation

SUPPORTED = ("planDefinition", "subject", "practitioner", "organization")
LIVE = ("pending-start", "active")


async def apply_package(call: Call, server: Server) -> Reply:
    """The CarePlan with its Tasks contained."""
    given = Given(call, SUPPORTED)
    subject = given.reference("subject", "Patient", "Group")
    if not subject:
        raise BadRequest("$apply needs the parameter subject.", expression="subject")

    async def work(unit: Unit) -> Json:
        if call.id:
            package = await unit.read(f"PlanDefinition/{call.id}")
        else:
            package = given.resource("planDefinition", "PlanDefinition")
        if package is None:
            raise NotFound("There is no such PlanDefinition.")
        return await _plan(unit, package, subject, given)

    return Reply(200, json=json.encode(await trial(server, call.now, work)))


async def _plan(unit: Unit, package: Json, subject: str, given: Given) -> Json:
    resident = await unit.need(subject, "subject")
    contract = await _contract(unit, package, subject)
    cover = {c.patient: c.span for c in contracts.covered(contract or {})}
    day = timedelta(days=1)
    span = cover.get(subject) or Span(unit.today, years_on(unit.today, 1) - day)
    doctors = [s.party for s in contracts.signers(contract or {}) if s.role == "family-doctor"]
    author = given.text("practitioner") or next(iter(doctors), "")
    planned = planning.Planned(
        subject=resident,
        span=span,
        owner=contracts.team(contract) if contract else author,
        author=author,
        contract=f"Contract/{contract['id']}" if contract else "",
        is_insured=subject in await insured(unit, [subject], span.start),
        moment=instant(unit.now),
    )
    items = await items_of(unit, [package])
    tasks = list(planning.tasks(planned, package, items))
    for n, task in enumerate(tasks, 1):
        task["id"] = f"t{n}"
        task.pop("meta")
    plan = planning.care_plan(planned, [package], [f"#{task['id']}" for task in tasks])
    return planning.filled({"resourceType": "CarePlan", "contained": tasks} | plan)


async def _contract(unit: Unit, package: Json, subject: str) -> Json | None:
    """The contract of the resident that has the package, in force or about to start."""
    if "id" not in package or not subject.startswith("Patient/"):
        return None
    found = await unit.search(
        "Contract", f"patient={subject}&package=PlanDefinition/{package['id']}"
    )
    return next((c for c in found if contracts.state(c) in LIVE), None)


OPERATION = Operation(
    "apply",
    frozenset({"type", "instance"}),
    apply_package,
    f"{CANONICAL}/OperationDefinition/plandefinition-apply",
    types=frozenset({"PlanDefinition"}),
)
