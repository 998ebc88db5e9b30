"""A team or a doctor is gone: contracts stay in force, and each gets a task to reassign it.

The resident may choose freely, or end without a letter. A team that now lacks a required role, or a
doctor who is disqualified, signs no new contracts: whoever signs relies on their guards.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fhir_server.errors import Conflict
from fhir_server.service import contracts, planning
from fhir_server.service.elements import Json, extension_url, reference, system
from fhir_server.service.policies import Terms
from fhir_server.service.unit import Unit

from .holdings import KINDS
from .record import Step, leave
from .signing import moment

REASSIGNMENT_DAYS = 30
BOUND = "executable,executed,disputed"
"""Statuses of contracts that are still there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """From when, why, who decided, and by when contracts are to be reassigned, to whom."""

    day: date
    reason: str
    authority: str = ""
    due: date | None = None
    successor: str = ""
    step: Step


async def dissolve(unit: Unit, team: str, wish: Departure) -> None:
    """End a team on a day; `successor` is a team that has room for its residents."""
    await unit.guard(team, *filter(None, (wish.successor,)))
    await unit.take(f"team/{team}")
    found = await unit.need(team, "CareTeam")
    if found.get("status") == "inactive":
        raise Conflict(f"{team} is inactive already.", rule="rule-transition")
    if wish.successor:
        await _has_room(unit, team, wish.successor)
    ended = found | {"period": found.get("period", {}) | {"end": f"{wish.day}"}}
    unit.put(ended | ({"status": "inactive"} if wish.day <= unit.today else {}))
    live = await unit.search("Contract", f"team={team}&status={BOUND}")
    await leave(unit, wish.step, [team])
    _reassign(unit, live, wish)


async def _has_room(unit: Unit, team: str, successor: str) -> None:
    """Refuse a successor without room for all that the team has."""
    await unit.take(f"team/{successor}")
    other = await unit.need(successor, "successor")
    have, takes = unit.owned[f"team/{team}"], unit.owned[f"team/{successor}"]
    for cap in Terms.of(unit.server.settings.policy, None, other).caps(unit.today):
        used, more = takes.get(cap.unit, 0), have.get(cap.unit, 0)
        if cap.unit in KINDS and used + more > cap.most:
            raise Conflict(
                f"{successor} holds {used:,} of {cap.most:,} and has no room for {more:,} more.",
                expression="successor",
                rule="rule-capacity",
            )


async def disqualify(unit: Unit, role: str, wish: Departure) -> None:
    """Disqualify a family doctor from a day on."""
    teams = await unit.search("CareTeam", f"participant={role}")
    await unit.guard(role, *(f"CareTeam/{team['id']}" for team in teams))
    found = await unit.need(role, "PractitionerRole")
    status = extension_url("registration-status")
    parts = [
        {"url": "date", "valueDate": f"{wish.day}"},
        {"url": "reason", "valueString": wish.reason},
        *([_authority(wish.authority)] if wish.authority else []),
    ]
    rest = [e for e in found.get("extension", []) if e.get("url") != status]
    added = [
        {"url": status, "valueCode": "disqualified"},
        {"url": extension_url("disqualification"), "extension": parts},
    ]
    if any(e.get("valueCode") == "disqualified" for e in found.get("extension", [])):
        raise Conflict(f"{role} is disqualified already.", rule="rule-transition")
    unit.put(found | {"extension": [*rest, *added]})
    signed = await unit.search("Contract", f"signer={role}&status={BOUND}")
    await leave(unit, wish.step, [role])
    _reassign(unit, [each for each in signed if contracts.team(each) == role], wish)


def _authority(who: str) -> Json:
    return {"url": "authority", "valueReference": {"reference": who}}


def _reassign(unit: Unit, live: Iterable[Json], wish: Departure) -> None:
    """One task for each contract of ours, to be done by a day."""
    policy = Terms.of(unit.server.settings.policy).policy
    days = policy.ending.reassignment_days.on(unit.today)
    due = wish.due or unit.today + timedelta(days=days.value if days else REASSIGNMENT_DAYS)
    for contract in live:
        if contracts.is_ours(contract) and not contracts.is_supplement(contract):
            unit.put(_task(unit, contract, due, wish))


def _task(unit: Unit, contract: Json, due: date, wish: Departure) -> Json:
    own = {"reference": f"Contract/{contract['id']}"}
    subject = next((reference(s) for s in contract.get("subject", [])), "")
    proposed = {"type": {"text": "successor"}, "valueReference": {"reference": wish.successor}}
    made: Json = {
        "resourceType": "Task",
        "extension": [{"url": extension_url("contract"), "valueReference": own}],
        "status": "requested",
        "intent": "order",
        "code": {"coding": [{"system": system("task-kind"), "code": "reassignment"}]},
        "description": wish.reason,
        "focus": own,
        "for": {"reference": subject},
        "authoredOn": moment(unit),
        "owner": {"reference": contracts.institution(contract)},
        "restriction": {"period": {"start": f"{unit.today}", "end": f"{due}"}},
        "input": [proposed] if wish.successor else [],
    }
    return planning.filled(made)
