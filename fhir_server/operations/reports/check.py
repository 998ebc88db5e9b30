"""$check: which of the seven things ("七个一") a covered resident has, with the evidence for each.

Source: the OperationDefinition contract-check of the profiles. The indicator
seven-one-completeness counts by the same definitions (`populations.SEVEN`).
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fhir_server.http import Call, Reply
from fhir_server.operations.asked import Asked, answer
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from profiles import CANONICAL

from .asked import day, today_of
from .gather import HEALTH_RECORD
from .lookups import Looking, resident_of
from .records import (
    CarePlan,
    Contract,
    DocumentReference,
    Patient,
    QuestionnaireResponse,
    Record,
    Task,
    code,
    codes,
    day_of,
    first,
    id_of,
)

Json = dict[str, Any]
Shown = list[tuple[str, str]]

MOST_EVIDENCE = 20
PHILOSOPHY = frozenset({"philosophy", "health-education"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a resident under a contract."""

    contract: Contract
    patient: Patient
    tasks: list[Task]
    plans: list[CarePlan]
    forms: list[QuestionnaireResponse]
    papers: list[DocumentReference]

    def is_under(self, record: Record) -> bool:
        """Whether a record names the contract."""
        link = first(record.extension, "contract")
        return link is not None and id_of(link.value_reference, "Contract") == self.contract.id

    def done(self, *things: str) -> Shown:
        """Service tasks of the contract that are completed, by item or thing."""
        return [
            (day_of(t.execution_period.start), f"Task/{t.id}")
            for t in self.tasks
            if self.is_under(t) and t.status == "completed" and not _items(t).isdisjoint(things)
        ]


def _record(kept: Kept) -> Shown:
    has = any(i.system == HEALTH_RECORD and i.value for i in kept.patient.identifier)
    return [("", f"Patient/{kept.patient.id}")] if has else []


def _agreement(kept: Kept) -> Shown:
    paper = kept.contract.legally_binding_reference
    return [(day_of(kept.contract.issued), paper.reference)] if paper else []


def _assessment(kept: Kept) -> Shown:
    return [
        (day_of(form.authored), f"QuestionnaireResponse/{form.id}")
        for form in kept.forms
        if kept.is_under(form)
        and form.status in ("completed", "amended")
        and form.questionnaire.partition("|")[0].endswith("/Questionnaire/health-assessment")
    ]


def _plan(kept: Kept) -> Shown:
    return [
        (day_of(plan.created or plan.period.start), f"CarePlan/{plan.id}")
        for plan in kept.plans
        if kept.is_under(plan) and plan.status not in ("entered-in-error", "draft")
    ]


def _schedule(kept: Kept) -> Shown:
    out = ("cancelled", "entered-in-error", "draft")
    return [
        (day_of(t.authored_on), f"Task/{t.id}")
        for t in kept.tasks
        if kept.is_under(t) and t.status not in out and code(t.code, "task-kind") == "service"
    ]


def _contact_card(kept: Kept) -> Shown:
    papers = [
        (day_of(paper.date), f"DocumentReference/{paper.id}")
        for paper in kept.papers
        if code(paper.type_, "document-kind") == "contact-card" and paper.status == "current"
    ]
    return papers + kept.done("contact-card")


SEVEN: dict[str, Callable[[Kept], Shown]] = {
    "record": _record,
    "agreement": _agreement,
    "assessment": _assessment,
    "plan": _plan,
    "schedule": _schedule,
    "contact-card": _contact_card,
    "philosophy": lambda kept: kept.done(*PHILOSOPHY),
}
"""The seven things, by code of seven-one-service: day and reference of what shows each."""


async def check(call: Call, server: Server) -> Reply:
    """Parameters: `complete`, and `service` seven times."""
    asked = Asked(call, ("patient", "date"))
    looking = Looking(call, server)
    contract = await looking.read(Contract, call.id)
    resident = await resident_of(asked, looking, contract)
    given = asked.text("date")
    on = (day(given, "date") if given else today_of(call, server)).isoformat()
    kept = await _kept(looking, contract, resident)
    things = {
        name: sorted(each for each in shown(kept) if each[0] <= on) for name, shown in SEVEN.items()
    }
    complete = {"name": "complete", "valueBoolean": all(things.values())}
    return answer([complete, *(_service(name, shown) for name, shown in things.items())])


async def _kept(looking: Looking, contract: Contract, resident: str) -> Kept:
    who = f"Patient/{resident}"
    patient, tasks, plans, forms, papers = await asyncio.gather(
        looking.read(Patient, resident),
        looking.matches(Task, patient=who),
        looking.matches(CarePlan, subject=who),
        looking.matches(QuestionnaireResponse, subject=who),
        looking.matches(DocumentReference, subject=who),
    )
    return Kept(contract, patient, tasks, plans, forms, papers)


def _items(task: Task) -> set[str]:
    if task.code is None:
        return set()
    return {*codes([task.code], "service-item"), *codes([task.code], "seven-one-service")}


def _service(name: str, shown: Shown) -> Json:
    parts: list[Json] = [
        {"name": "code", "valueCode": name},
        {"name": "done", "valueBoolean": bool(shown)},
    ]
    days = [each for each, _ in shown if each]
    if days:
        parts.append({"name": "date", "valueDate": days[0]})
    parts += [
        {"name": "evidence", "valueReference": {"reference": reference}}
        for _, reference in shown[:MOST_EVIDENCE]
    ]
    return {"name": "service", "part": parts}


OPERATION = Operation(
    "check",
    frozenset({"instance"}),
    check,
    f"{CANONICAL}/OperationDefinition/contract-check",
    types=frozenset({"Contract"}),
)
