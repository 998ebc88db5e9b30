"""Read what was done: services with the evidence for them, visits, steps of referrals."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from sys import intern
from typing import Any

from msgspec import field

from . import records as r
from .facts import Evidence, Facts, Service, Visit, member_on
from .gather import Reading
from .records import code, codes, day_of, first, id_of
from .scope import Unit

# States of a referral after the care at the receiver.
CARE_ENDED = frozenset({"completed", "referred-back", "closed"})
NOT_DUE = frozenset({"cancelled", "entered-in-error", "draft"})
SPECIALIST = "specialist"


class Shown(r.Record):
    """Any record that can be evidence: its date and its performers, by whichever name it has."""

    effective_date_time: str = ""
    effective_period: r.Period = field(default_factory=r.Period)
    performed_date_time: str = ""
    performed_period: r.Period = field(default_factory=r.Period)
    occurrence_date_time: str = ""
    sent: str = ""
    authored: str = ""
    authored_on: str = ""
    date: str = ""
    performer: list[Any] = field(default_factory=list)
    author: Any = None
    sender: r.Reference | None = None
    requester: r.Reference | None = None


class Observation(Shown):
    """A measurement."""


class Procedure(Shown):
    """A procedure."""


class Communication(Shown):
    """A message."""


class DiagnosticReport(Shown):
    """A report of results."""


class Immunization(Shown):
    """A vaccination."""


class MedicationRequest(Shown):
    """A prescription."""


class DocumentReference(Shown):
    """A paper."""


class QuestionnaireResponse(Shown):
    """A form."""


SHOWN: Sequence[type[Shown]] = (
    Observation, Procedure, Communication, DiagnosticReport, Immunization, MedicationRequest,
    DocumentReference, QuestionnaireResponse,
)  # fmt: skip


async def tasks(reading: Reading, facts: Facts) -> None:
    """Services with their fulfilment; reviews and ends of referrals."""
    kinds: dict[str, Callable[[r.Task, Facts], None]] = {
        "service": _service,
        "review": _review,
        "acceptance": _acceptance,
    }
    async for task_batch in reading.all(r.Task):
        for task in task_batch:
            if task.code and (read := kinds.get(code(task.code, "task-kind"))):
                read(task, facts)


async def evidence(reading: Reading, facts: Facts) -> bool:
    """What may show that services were performed which no visit shows; whether there is any."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for service in facts.rows.services:
        for reference in () if service.done else service.outputs:
            type_, _, id_ = reference.partition("/")
            wanted[type_].add(id_)
    for row in SHOWN:
        if row.__name__ in wanted:
            async for shown_batch in reading.named(row, wanted[row.__name__]):
                for shown in shown_batch:
                    found = Evidence(_day_shown(shown), tuple(_performers(shown)))
                    facts.rows.evidence[f"{row.__name__}/{shown.id}"] = found
    return any(row.__name__ in wanted for row in SHOWN)


async def visits(reading: Reading, facts: Facts, since: str) -> None:
    """Encounters since a day, and those that show a service."""
    wanted = {o for s in facts.rows.services for o in s.outputs if o.startswith("Encounter/")}
    rows = facts.rows
    async for seen_batch in reading.all(r.Encounter):
        for seen in seen_batch:
            day = day_of(seen.period.start)
            who = [a.individual.reference for a in seen.participant if a.individual]
            if f"Encounter/{seen.id}" in wanted:
                rows.evidence[f"Encounter/{seen.id}"] = Evidence(day, tuple(map(intern, who)))
            resident = id_of(seen.subject, "Patient")
            if seen.status == "finished" and resident and since <= day <= facts.last:
                visit = Visit(
                    seen.id,
                    intern(resident),
                    intern(day),
                    intern(seen.class_.code),
                    tuple(map(intern, codes(seen.type_, "service-item"))),
                    intern(id_of(seen.service_provider, "Organization")),
                    tuple(map(intern, who)),
                )
                rows.visits.append(visit)


def settle(facts: Facts) -> None:
    """Decide for each completed service whether its evidence counts, and whether in time.

    Evidence counts if its day lies in the contract, its performer was in the team that day or is a
    specialist, and it closes no other task of the same item (DECISIONS 28).
    """
    used: set[tuple[str, str]] = set()
    completed = [service for service in facts.rows.services if service.is_completed]
    for service in sorted(completed, key=lambda s: (s.due_to, s.id)):
        for reference in service.outputs:
            shown = facts.rows.evidence.get(reference)
            keys = [(reference, item) for item in service.items]
            if shown and used.isdisjoint(keys) and _counts(service, shown, facts):
                used.update(keys)
                in_time = service.due_from <= shown.day <= service.due_to
                service.day, service.done = shown.day, "in-time" if in_time else "late"
                break


def _counts(service: Service, shown: Evidence, facts: Facts) -> bool:
    under = facts.rows.agreements[service.contract]
    if not under.start <= shown.day <= under.last:
        return False
    return any(_may_perform(who, service, shown.day, facts) for who in shown.performers)


def _may_perform(who: str, service: Service, day: str, facts: Facts) -> bool:
    type_, _, id_ = who.partition("/")
    role = facts.rows.roles.get(id_) if type_ == "PractitionerRole" else None
    practitioner = role.practitioner if role else id_ if type_ == "Practitioner" else ""
    if role and SPECIALIST in role.codes:
        return True
    under = facts.rows.agreements[service.contract]
    team = facts.rows.teams.get(under.team)
    if team is None:
        return bool(practitioner) and practitioner == under.doctor
    return member_on(team, who, practitioner, day) is not None


def _service(task: r.Task, facts: Facts) -> None:
    link = first(task.extension, "contract")
    under = facts.rows.agreements.get(id_of(link.value_reference, "Contract")) if link else None
    if under is None or task.status in NOT_DUE or task.code is None:
        return
    whom = id_of(task.for_, "Patient")
    items = tuple(map(intern, codes([task.code], "service-item")))
    things = codes([task.code], "seven-one-service")
    rows = facts.rows
    rows.scheduled.add((under.id, whom))
    completed = task.status == "completed"
    if completed:
        rows.fulfilled.update((under.id, whom, intern(each)) for each in (*items, *things))
    window, done = task.restriction.period, day_of(task.execution_period.start)
    due = day_of(window.end)
    if facts.within(due) or facts.within(done):
        outputs = [o.value_reference.reference for o in task.output if o.value_reference]
        rows.services.append(
            Service(
                task.id,
                intern(whom or (task.for_.reference if task.for_ else "")),
                under.id,
                items or tuple(things),
                intern(task.owner.reference if task.owner else ""),
                day_of(window.start),
                due,
                completed,
                tuple(outputs) if completed else (),
            )
        )


def _review(task: r.Task, facts: Facts) -> None:
    results = [o.value_codeable_concept for o in task.output if o.value_codeable_concept]
    found = codes(results, "referral-review-result")
    day = day_of(task.execution_period.end or task.last_modified or task.authored_on)
    resident = id_of(task.for_, "Patient")
    if found and found[0] != "incomplete" and facts.within(day):
        unit = facts.met("Task", task.id, resident, day) or Unit("Task", task.id, resident)
        unit.item = found[0]
        facts.rows.reviews.append(unit)


def _acceptance(task: r.Task, facts: Facts) -> None:
    id_ = id_of(task.focus, "ServiceRequest")
    facts.rows.sent.add(id_)
    state = code(task.business_status, "referral-state")
    day = day_of(task.execution_period.end or task.last_modified)
    if task.status == "completed" and state in CARE_ENDED and facts.within(day):
        unit = facts.met("ServiceRequest", id_, id_of(task.for_, "Patient"), day)
        if unit:
            facts.rows.completed.append(unit)


def _day_shown(shown: Shown) -> str:
    named = (
        shown.effective_date_time, shown.effective_period.start, shown.performed_date_time,
        shown.performed_period.start, shown.occurrence_date_time, shown.sent, shown.authored,
        shown.authored_on, shown.date,
    )  # fmt: skip
    return day_of(next(filter(None, named), ""))


def _performers(shown: Shown) -> list[str]:
    """References, whether the record names them directly or as actors."""
    authors = shown.author if isinstance(shown.author, list) else [shown.author]
    named = [*shown.performer, *authors, shown.sender, shown.requester]
    found = []
    for each in named:
        if isinstance(each, dict):
            found.append(each.get("actor", each).get("reference", ""))
        elif each is not None:
            found.append(each.reference)
    return [reference for reference in found if reference]
