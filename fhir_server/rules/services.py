"""Which records count as services, and for whom some of them are.

Source: A12, E6, F5, F13 of the policies.
"""

from collections.abc import Iterator
from datetime import date

from fhir_server.service import contracts
from fhir_server.service.elements import (
    Json,
    Span,
    day,
    holds,
    own_reference,
    reference,
)

from .model import Breach, Service
from .packages import is_for

_EVIDENCE = "Task.output"


def evidence(facts: Service) -> Iterator[Breach]:
    """Evidence lies in the effective period, is by a member of the team, and is used once."""
    if facts.task is None:
        return
    args = {"record": own_reference(facts.record), "day": facts.day}
    span = _effective(facts)
    if span and not span.holds(facts.day):
        found = args | {"start": span.start, "end": span.end}
        yield Breach("evidence-outside", found, expression=_EVIDENCE)
    if facts.team and facts.performer and not _serves(facts, facts.team):
        found = args | {"performer": facts.performer, "team": own_reference(facts.team)}
        yield Breach("evidence-stranger", found, expression=_EVIDENCE)
    if facts.used is not None and own_reference(facts.record) in facts.used:
        yield Breach("evidence-used", args, expression=_EVIDENCE)


def _effective(facts: Service) -> Span | None:
    """The days on which the contract covers the resident of the task."""
    if facts.contract is None:
        return None
    patient = reference((facts.task or {}).get("for"))
    found = (c.span for c in contracts.covered(facts.contract) if c.patient == patient)
    return next(found, contracts.in_force(facts.contract))


def _serves(facts: Service, team: Json) -> bool:
    """Whether the performer was of the team that day; a named specialist may be of a hospital."""
    if team["resourceType"] == "PractitionerRole":
        return facts.performer in (own_reference(team), reference(team.get("practitioner")))
    return any(
        reference(each.get("member")) == facts.performer
        for each in team.get("participant", [])
        if holds(each.get("period"), facts.day)
    )


def is_late(task: Json, on: date) -> bool:
    """Whether a service on a day is after the due window of its Task: reported apart."""
    due = day(task.get("restriction", {}).get("period", {}).get("end"))
    return due is not None and on > due


def after_death(facts: Service) -> Iterator[Breach]:
    """No service is dated after the resident's death."""
    died = day((facts.patient or {}).get("deceasedDateTime"))
    if died and facts.day > died:
        args = {"record": own_reference(facts.record), "day": facts.day, "died": died}
        yield Breach("service-after-death", args)


def house_call(facts: Service) -> Iterator[Breach]:
    """A house call is for those whom the item of the package is for."""
    is_home = facts.record.get("class", {}).get("code") == "HH"
    if not is_home or facts.patient is None or facts.item is None:
        return
    if not is_for(facts.item, facts.patient, facts.day, None):
        args = {"patient": own_reference(facts.patient)}
        yield Breach("house-call", args, None, "Encounter.class", "warning")


def examination_persons(facts: Service) -> Iterator[Breach]:
    """The yearly examination of a household is for so many persons, each so often."""
    rules = facts.terms.policy.packages
    persons = rules.health_management_exam_persons_max.on(facts.day)
    times = rules.health_management_exams_per_year.on(facts.day)
    if facts.examined is None or facts.patient is None:
        return
    who = own_reference(facts.patient)
    others = [each for each, count in facts.examined.items() if count and each != who]
    if persons and len(others) >= persons.value:
        args = {"count": len(others), "most": persons.value}
        yield Breach("examination-persons", args, persons)
    if times and (count := facts.examined.get(who, 0)) >= times.value:
        args = {"count": count, "most": times.value}
        yield Breach("examination-times", args, times)
