"""Planning the services of packages: a CarePlan, and a Task for each time an item falls due.

The due windows of an item divide the period: one with a frequency of 4 a year falls due in each
quarter from the first day on, one with a count in as many equal parts of the whole. Items without a
timing are done on demand, reductions and preferences by nobody: neither gives a Task.
Source: PlanDefinition/$apply (plandefinition-operation-apply.html), requirements F1, F13, I4.
"""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from fhir_server.rules.groups import groups
from fhir_server.rules.packages import is_for

from .elements import Json, Span, extension_url, system

DAY = timedelta(days=1)
MONTHS = {"a": 12, "mo": 1}
DAYS = {"wk": 7, "d": 1}
MOST_WINDOWS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """For whom and under what is planned: references, and the days that the plan covers.

    `owner` is the team or the doctor alone, `author` the PractitionerRole who plans.
    """

    subject: Json
    span: Span
    owner: str
    author: str = ""
    contract: str = ""
    is_insured: bool | None = None
    moment: str


def windows(timing: Json, span: Span) -> Iterator[Span]:
    """When an item falls due within a span, both days of each window included."""
    repeat: Json = timing.get("repeat", {})
    count, frequency = repeat.get("count"), int(repeat.get("frequency", 1))
    if count and "period" not in repeat:
        yield from _parts(span, int(count))
        return
    period, unit = repeat.get("period", 1), repeat.get("periodUnit", "a")
    starts = _starts(span, int(period), unit, frequency)
    first = next(starts)
    while first <= span.end:
        following = next(starts)
        yield Span(first, min(following - DAY, span.end))
        first = following


def _parts(span: Span, count: int) -> Iterator[Span]:
    days = (span.end - span.start).days + 1
    bounds = [span.start + timedelta(days=days * n // count) for n in range(count + 1)]
    for first, following in pairwise(bounds):
        if first < following:
            yield Span(first, following - DAY)


def _starts(span: Span, period: int, unit: str, frequency: int) -> Iterator[date]:
    """The first days of the windows, without an end."""
    months = MONTHS.get(unit, 0) * period
    for n in range(MOST_WINDOWS):
        if months and months % frequency == 0:
            yield months_on(span.start, n * months // frequency)
        else:
            days = DAYS.get(unit, 1) * period if not months else 365 * months // 12
            yield span.start + timedelta(days=max(n, n * days // frequency))
    yield date.max


def months_on(day: date, months: int) -> date:
    """The corresponding day so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def tasks(planned: Planned, package: Json, items: Mapping[str, Json]) -> Iterator[Json]:
    """The Tasks of a package for one resident, those of an item in order of their windows."""
    resident = planned.subject
    for action in package.get("action", []):
        item = items.get(action.get("definitionCanonical", ""))
        if item is None or item.get("kind") != "Task":
            continue
        timing = action.get("timingTiming") or item.get("timingTiming")
        if timing is None or not is_for(item, resident, planned.span.start, planned.is_insured):
            continue
        for window in windows(timing, planned.span):
            yield _task(planned, action, item, window)


def _task(planned: Planned, action: Json, item: Json, window: Span) -> Json:
    participants = action.get("participant") or item.get("participant", [])
    title = action.get("title") or item.get("title", "")
    coded = [c for c in item.get("code", {}).get("coding", []) if c.get("system")]
    made: Json = {
        "resourceType": "Task",
        "meta": {"profile": [extension_url("fd-service-task")]},
        "extension": _contract(planned),
        "instantiatesCanonical": action["definitionCanonical"],
        "status": "requested",
        "intent": "order",
        "priority": "routine",
        "code": {"coding": [{"system": system("task-kind"), "code": "service"}, *coded]},
        "description": title,
        "for": {"reference": _subject(planned)},
        "authoredOn": planned.moment,
        "requester": {"reference": planned.author} if planned.author else None,
        "performerType": [p["role"] for p in participants if "role" in p],
        "owner": {"reference": planned.owner},
        "restriction": {"period": {"start": f"{window.start}", "end": f"{window.end}"}},
    }
    return filled(made)


def care_plan(planned: Planned, packages: Iterable[Json], references: Iterable[str]) -> Json:
    """The CarePlan that some packages make, with the Tasks that are its schedule."""
    made: Json = {
        "resourceType": "CarePlan",
        "meta": {"profile": [extension_url("fd-care-plan")]},
        "extension": _contract(planned),
        "instantiatesCanonical": [f"{p['url']}|{p['version']}" for p in packages],
        "status": "active",
        "intent": "plan",
        "category": [_group(each) for each in groups(planned.subject)],
        "subject": {"reference": _subject(planned)},
        "period": {"start": f"{planned.span.start}", "end": f"{planned.span.end}"},
        "created": planned.moment,
        "author": {"reference": planned.author} if planned.author else None,
        "careTeam": [{"reference": planned.owner}] if _is_team(planned.owner) else None,
        "activity": [{"reference": {"reference": each}} for each in references],
    }
    return filled(made)


def _contract(planned: Planned) -> list[Json]:
    if not planned.contract:
        return []
    named = {"reference": planned.contract}
    return [{"url": extension_url("contract"), "valueReference": named}]


def _subject(planned: Planned) -> str:
    return f"{planned.subject['resourceType']}/{planned.subject['id']}"


def _group(name: str) -> Json:
    return {"coding": [{"system": system("key-population-group"), "code": name}]}


def _is_team(reference: str) -> bool:
    return reference.startswith("CareTeam/")


def filled(made: Mapping[str, Any]) -> Json:
    """A resource without what is empty."""
    return {k: v for k, v in made.items() if v not in (None, [], "")}
