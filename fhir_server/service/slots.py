"""Slots of hospitals: whose they are, which were released to primary institutions, their return.

Shares are counted per hospital and calendar day over all slots of a kind, blocked ones too; a slot
counts by its first release, which it keeps when it goes back (DECISIONS 31).
"""

from collections import defaultdict
from datetime import date, datetime, timedelta
from math import ceil

from fhir_server.errors import TooCostly
from fhir_server.server import Server

from .elements import Json, code, day, extension_url, extension_value, extensions, reference
from .policies import Terms
from .provenance import Record, agent, leave
from .unit import MOST_FOUND, Unit, step

RELEASED = "fd-released-slot"
_OWNER = {
    "HealthcareService": "providedBy",
    "PractitionerRole": "organization",
    "Location": "managingOrganization",
}
"""Actors of a schedule that lead to the hospital, by the element; the parameter: organization."""
_BATCH = 200


def released_on(slot: Json) -> date | None:
    """The day of its first release; None when it never was."""
    return day(extension_value(slot, "released-on", "valueDate"))


def is_in_time(slot: Json, ahead: int) -> bool:
    """Whether it was released so many days before its day, or earlier."""
    on, starts = released_on(slot), day(slot["start"])
    return on is not None and starts is not None and on <= starts - timedelta(days=ahead)


def number(share: float, total: int) -> int:
    """How many of so many slots make up a share (a fraction of one)."""
    return ceil(round(share * total, 6))


async def hospital_of(unit: Unit, schedule: Json) -> str:
    """The hospital of a schedule, `Organization/id`: that of its first actor that has one."""
    for each in schedule.get("actor", []):
        element = _OWNER.get(reference(each).partition("/")[0])
        actor = await unit.read(reference(each)) if element else None
        if owner := reference((actor or {}).get(element or "")):
            return owner
    return ""


async def schedules_of(unit: Unit, hospital: str) -> list[Json]:
    """The schedules whose actors belong to a hospital."""
    actors = [
        f"{type_}/{found['id']}"
        for type_ in _OWNER
        for found in await unit.search(type_, f"organization={hospital}")
    ]
    return await unit.search("Schedule", f"actor={','.join(actors)}") if actors else []


async def slots_by_day(
    unit: Unit, hospital: str, first: date, last: date, kind: str
) -> dict[date, list[Json]]:
    """All slots of a kind at a hospital, by their days.

    Raises:
        TooCostly: there are more than one step may read.

    """
    schedules = {f"Schedule/{s['id']}": s for s in await schedules_of(unit, hospital)}
    found: dict[date, list[Json]] = defaultdict(list)
    if not schedules:
        return found
    days = f"start=ge{first}&start=le{last}&status:not=entered-in-error"
    slots = await unit.search("Slot", f"schedule={','.join(schedules)}&{days}")
    if len(slots) >= MOST_FOUND:
        raise TooCostly(f"These days have over {MOST_FOUND:,} slots: name fewer days.")
    for slot in slots:
        starts = day(slot["start"])
        if starts and kind_of(slot, schedules[reference(slot["schedule"])]) == kind:
            found[starts].append(slot)
    return found


def kind_of(slot: Json, schedule: Json) -> str:
    """The kind of a slot, a code of slot-kind; what it does not say, its schedule does."""
    said = [*slot.get("serviceCategory", []), *schedule.get("serviceCategory", [])]
    return next((found for each in said if (found := code(each, "slot-kind"))), "")


async def return_unused(server: Server, now: datetime) -> int:
    """Give released slots that nobody took back to their hospitals; how many went back.

    A slot goes back so many days before its day as the policy says. It keeps the day of its first
    release, so that it still counts. Asked for again, what went back is not found any more.
    """
    today = server.today(now)
    days = Terms.of(server.settings.policy).policy.slots.return_days_ahead.on(today)
    if days is None:
        return 0
    last = today + timedelta(days=days.value)
    total = 0
    while True:
        done = await step(server, now, lambda unit: _return(unit, last))
        total += done
        if done < _BATCH:
            return total


async def _return(unit: Unit, last: date) -> int:
    due = f"start=ge{unit.today}&start=le{last}"
    found = await unit.search("Slot", f"status=free&released-to:missing=false&{due}")
    by_hospital: dict[str, list[str]] = defaultdict(list)
    for slot in found[:_BATCH]:
        schedule = await unit.read(reference(slot["schedule"]))
        hospital = await hospital_of(unit, schedule or {}) or reference(
            next(extensions(slot, "released-to"))["valueReference"]
        )
        by_hospital[hospital].append(unit.put(_taken_back(slot)))
    for hospital, names in by_hospital.items():
        reason = "Nobody took them: they go back to the hospital."
        leave(unit, names, Record("release", ("G6",), (agent(hospital),), reason=reason))
    return min(len(found), _BATCH)


def _taken_back(slot: Json) -> Json:
    url, profile = extension_url("released-to"), extension_url(RELEASED)
    rest = [e for e in slot["extension"] if e["url"] != url]
    declared = [p for p in slot.get("meta", {}).get("profile", []) if p != profile]
    made = {k: v for k, v in slot.items() if k != "extension"}
    if rest:
        made["extension"] = rest
    made["meta"] = {k: v for k, v in slot.get("meta", {}).items() if k != "profile"}
    if declared:
        made["meta"]["profile"] = declared
    return made
