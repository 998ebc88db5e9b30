"""Schedule/$release and Schedule/$return-unused: slots go to primary institutions, and back.

Source: the OperationDefinition schedule-release; DECISIONS 31. Shares refuse nothing: how a day
stands is told, and what comes too late to count is warned of (DECISIONS 12).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from conformance import json
from conformance.issue import Issue
from fhir_server.errors import BadRequest, NotFound, outcome
from fhir_server.http import Call, Reply
from fhir_server.operations.declared import Given, given
from fhir_server.operations.operation import Operation, parameters_reply, read_input
from fhir_server.server import Server
from fhir_server.service import slots
from fhir_server.service.elements import Json, day, extension_url, extensions, own_reference
from fhir_server.service.elements import reference as target
from fhir_server.service.policies import Terms
from fhir_server.service.provenance import Record, agent, leave
from fhir_server.service.unit import Unit, once, step

from .actors import actor_of
from .referral import clash, concept, refuse

SPECIALIST = "specialist-outpatient"
MOST_DAYS = 92
BASE = "https://family-doctor-fhir.github.io/OperationDefinition"


@dataclass(frozen=True, slots=True)
class Release:
    """What is asked for: by which hospital, to whom, on which day, slots of which kind."""

    hospital: str
    to: list[str]
    on: date
    kind: str


async def release(call: Call, server: Server) -> Reply:
    """Release slots that are named, or chosen by days, kind and share."""
    asked = given(call, f"{BASE}/schedule-release")

    async def work(unit: Unit) -> Json:
        async def take() -> Json:
            return await _release(unit, call.id, asked)

        key = call.headers.get("idempotency-key", "")
        said = {"step": f"Schedule/{call.id}/$release", "input": asked.values}
        return (await once(unit, f"key {key}", said, take))[0] if key else await take()

    answer = await step(server, call.now, work, queue=["release"])
    return Reply(200, json=json.encode(answer))


async def _release(unit: Unit, schedule: str, asked: Given) -> Json:
    named = [await unit.need(name, "slot") for name in asked.references("slot")]
    if bool(named) == bool(asked.one("from")):
        raise BadRequest("Name slots, or the days from and until which they are chosen.")
    on = day(asked.one("date")) or unit.today
    if on > unit.today:
        raise _refuse(
            "date", f"The release is on {on}, which is still to come.", f"{on} 尚未到来。"
        )
    hospital = await _hospital(unit, schedule, asked, named)
    wanted = Release(hospital, asked.references("to"), on, asked.text("kind") or SPECIALIST)
    await unit.fetch(wanted.to)
    for each in wanted.to:
        await unit.need(each, "to")
    await unit.take(f"release/{hospital}")
    days = await _days(unit, wanted, asked, named)
    chosen = named or _choose(unit, wanted, asked, schedule, days)
    done = [_put(unit, wanted, slot) for slot in chosen if _check(wanted, slot)]
    if done:
        who = asked.reference("performer")
        agents = (agent(who or hospital, hospital if who else ""),)
        policy = unit.server.settings.policy
        leave(unit, done, Record("release", ("G6", "G7"), agents, policy=policy))
    return _answer(unit, days, [own_reference(slot) for slot in chosen])


async def _hospital(unit: Unit, schedule: str, asked: Given, named: list[Json]) -> str:
    """The one hospital whose slots are meant: of the schedule, the slots, or who performs."""
    plans = {f"Schedule/{schedule}"} if schedule else {target(s["schedule"]) for s in named}
    who = asked.reference("performer")
    actor = await actor_of(unit, who) if who else None
    if schedule and await unit.read(f"Schedule/{schedule}") is None:
        raise NotFound(f"Schedule/{schedule[:64]} does not exist.")
    found = {await slots.hospital_of(unit, await unit.need(p, "Slot.schedule")) for p in plans}
    found = found or ({actor.institution} if actor else set())
    hospital = found.pop() if len(found) == 1 else ""
    if not hospital:
        raise _refuse(
            "slot",
            "Slots of one hospital are released at a time: name a schedule, slots or a performer.",
            "每次只下沉一家医院的号源，请指定排班、号源或操作人。",
        )
    if actor and actor.institution != hospital:
        raise _refuse(
            "performer", f"{who} does not work at {hospital}.", f"{who} 不在 {hospital} 执业。"
        )
    return hospital


async def _days(
    unit: Unit, wanted: Release, asked: Given, named: list[Json]
) -> dict[date, list[Json]]:
    """All slots of the kind on the days concerned."""
    starts = [d for slot in named if (d := day(slot["start"]))]
    first = day(asked.one("from")) or min(starts)
    last = day(asked.one("until")) or (max(starts) if starts else first)
    if not first <= last <= first + timedelta(days=MOST_DAYS):
        raise BadRequest(f"until is from {first} on, at most {MOST_DAYS} days.", expression="until")
    found = await slots.slots_by_day(unit, wanted.hospital, first, last, wanted.kind)
    return {d: found[d] for d in sorted(found) if not starts or d in starts}


def _choose(
    unit: Unit, wanted: Release, asked: Given, schedule: str, days: dict[date, list[Json]]
) -> list[Json]:
    """Of each day so many free slots, the earliest, that the share is reached."""
    share = _share(unit, asked)
    chosen: list[Json] = []
    for on, listed in days.items():
        already = [slot for slot in listed if slots.released_on(slot)]
        lacking = slots.number(share, len(listed)) - len(already)
        free = [
            slot
            for slot in sorted(listed, key=lambda s: (s["start"], s["id"]))
            if slot["status"] == "free"
            and slots.released_on(slot) is None
            and (not schedule or target(slot["schedule"]) == f"Schedule/{schedule}")
        ]
        if on >= wanted.on:
            chosen += free[: max(0, lacking)]
    return chosen


def _share(unit: Unit, asked: Given) -> float:
    said = asked.one("share")
    if said is not None and not 0 < said <= 100:
        raise BadRequest("share is in percent, above 0 and at most 100.", expression="share")
    policy = _policy(unit).min_share.on(unit.today)
    if said is None and policy is None:
        raise BadRequest("The policy names no share: share is needed.", expression="share")
    return float(Decimal(said) / 100 if said is not None or policy is None else policy.value)


def _policy(unit: Unit) -> Any:
    return Terms.of(unit.server.settings.policy).policy.slots


def _check(wanted: Release, slot: Json) -> bool:
    """Whether a slot is yet to be released to somebody; it must be free and to come."""
    name, starts = own_reference(slot), day(slot["start"])
    held = {target(e.get("valueReference")) for e in extensions(slot, "released-to")}
    if held >= set(wanted.to):
        return False
    if slot["status"] != "free":
        raise clash(
            "rule-slot-taken", "slot", f"{name} is not free any more.", f"号源 {name} 已不可约。"
        )
    if starts and starts < wanted.on:
        raise _refuse(
            "slot", f"{name} is on {starts}, before its release.", f"号源 {name} 日期早于下沉日期。"
        )
    return True


def _put(unit: Unit, wanted: Release, slot: Json) -> str:
    """The slot with whom it is released to; it keeps the day of its first release."""
    held = {target(e.get("valueReference")) for e in extensions(slot, "released-to")}
    listed = slot.setdefault("extension", [])
    url = extension_url("released-to")
    listed += [
        {"url": url, "valueReference": {"reference": each}}
        for each in wanted.to
        if each not in held
    ]
    if slots.released_on(slot) is None:
        listed.append({"url": extension_url("released-on"), "valueDate": wanted.on.isoformat()})
    profiles = slot.setdefault("meta", {}).setdefault("profile", [])
    if extension_url(slots.RELEASED) not in profiles:
        profiles.append(extension_url(slots.RELEASED))
    if "serviceCategory" not in slot:
        slot["serviceCategory"] = [concept("slot-kind", wanted.kind)]
    return unit.put(slot)


def _answer(unit: Unit, days: dict[date, list[Json]], names: Iterable[str]) -> Json:
    policy = _policy(unit)
    ahead, least = policy.release_days_ahead.on(unit.today), policy.min_share.on(unit.today)
    listed: list[Json] = [{"name": "slot", "valueReference": {"reference": n}} for n in names]
    late: list[Issue] = []
    for on, found in days.items():
        in_time = sum(slots.is_in_time(slot, ahead.value if ahead else 0) for slot in found)
        released = sum(slots.released_on(slot) is not None for slot in found)
        enough = least is None or in_time >= slots.number(float(least.value), len(found))
        listed.append({"name": "day", "part": _day(on, len(found), in_time, enough)})
        if released > in_time:
            late.append(_late(on, released - in_time, ahead.value))
    if late:
        listed.append({"name": "outcome", "resource": outcome(late)})
    return {"resourceType": "Parameters", "parameter": listed}


def _day(on: date, total: int, released: int, enough: bool) -> list[Json]:
    return [
        {"name": "date", "valueDate": on.isoformat()},
        {"name": "total", "valueInteger": total},
        {"name": "released", "valueInteger": released},
        {"name": "enough", "valueBoolean": enough},
    ]


def _late(on: date, number: int, ahead: int) -> Issue:
    return Issue(
        "rule-slot-release",
        "warning",
        "business-rule",
        "slot",
        f"{number} slots of {on} were released less than {ahead} days ahead and do not count.",
        f"{on} 有 {number} 个号源提前不足 {ahead} 天下沉，不计入比例。",
    )


def _refuse(where: str, english: str, chinese: str) -> Exception:
    return refuse("rule-slot-release", where, english, chinese)


async def return_unused(call: Call, server: Server) -> Reply:
    """Give released slots that nobody took back to their hospitals."""
    read_input(call, ())
    returned = await slots.return_unused(server, call.now)
    return parameters_reply(returned=("Integer", returned))


SCHEDULE = frozenset({"Schedule"})
OPERATIONS = (
    Operation(
        "release",
        frozenset({"type", "instance"}),
        release,
        f"{BASE}/schedule-release",
        affects_state=True,
        types=SCHEDULE,
    ),
    Operation(
        "return-unused",
        frozenset({"type"}),
        return_unused,
        f"{BASE}/return-unused",
        affects_state=True,
        types=SCHEDULE,
    ),
)
