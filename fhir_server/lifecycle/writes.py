"""What a plain write of a governed resource brings with it: no back door beside the operations.

A Contract that changes where it stands goes through the same `advance` as an operation does.
Whoever changes a fact on which signing relies (a death, a team's members, a doctor's registration)
takes the guard of it, so that a signature on the old fact and the change cannot both be. The server
calls `concerns` to learn whether a write needs a transaction, and `consequences` in it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from conformance import json
from fhir_server.errors import Conflict
from fhir_server.server import Server
from fhir_server.service import contracts, referrals
from fhir_server.service.elements import Json, extension_url
from fhir_server.service.policies import Terms
from fhir_server.service.unit import Unit
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.versions import Change

from . import cover, death, holdings
from .record import Step, leave
from .states import OFFERED
from .transition import advance

GOVERNED: Final = frozenset(
    {
        *("Contract", "Patient", "CareTeam", "PractitionerRole", "PlanDefinition"),
        *("ServiceRequest", "Task", "Slot", "Location"),
    }
)
ACTIVITY = {
    "": "correct",
    "pending-payment": "sign",
    "pending-start": "sign",
    "active": "sign",
    "disputed": "dispute",
    "terminated": "terminate",
    "void": "void",
    "expired": "roll-over",
    "renewed": "roll-over",
    "lapsed": "roll-over",
}
"""The step that a plain write to a state amounts to."""

FACTS = {
    "Patient": ("active", "deceasedBoolean", "deceasedDateTime"),
    "CareTeam": ("status", "period", "participant", "extension"),
    "PractitionerRole": ("active", "period", "code", "extension"),
}
"""Elements on which signing relies."""
PACKAGE = ("url", "version", "topic", "action", "extension")
"""What is fixed of an active package (DECISIONS 5)."""


def concerns(change: Change) -> bool:
    """Whether a write of a governed type has consequences."""
    if change.draft is None or change.after is None:
        return False
    if change.before is None and change.after.type in FACTS:
        return False  # said before anything is decoded, as most creates are of Patients
    return _CONCERNS[change.after.type](_content(change.before), _content(change.after))


def _content(stored: Stored | None) -> Json | None:
    """What is stored; None before the first version and after a deletion."""
    return json.decode(stored.json) if stored is not None and not stored.deleted else None


def _contract_concerns(before: Json | None, after: Json | None) -> bool:
    if not any(each is not None and contracts.is_ours(each) for each in (before, after)):
        return False
    was, now = contracts.state(before or {}), contracts.state(after or {})
    if after is None or not contracts.is_ours(after):
        return was not in OFFERED
    return (was != now and not (not was and now in OFFERED)) or (
        holdings.claims(before) != holdings.claims(after)
    )


def _facts_concern(before: Json | None, after: Json | None) -> bool:
    """New resources concern nobody yet."""
    if before is None:
        return False
    if after is None:
        return True
    names = FACTS[after["resourceType"]]
    return any(before.get(name) != after.get(name) for name in names)


def _patient_concerns(before: Json | None, after: Json | None) -> bool:
    if before is None or after is None:
        return False
    return _facts_concern(before, after) or _by_contract(before) != _by_contract(after)


def _by_contract(patient: Json) -> list[Json]:
    return [e for e in patient.get("generalPractitioner", []) if cover.is_ours(e)]


def _task_concerns(before: Json | None, after: Json | None) -> bool:
    """A task that confirms a death is completed, or one is a step of a referral."""
    return _confirms(before, after) or referrals.is_step(before, after)


def _confirms(before: Json | None, after: Json | None) -> bool:
    if after is None or not death.is_confirmation(after):
        return False
    return after.get("status") == "completed" != (before or {}).get("status")


def _package_concerns(before: Json | None, after: Json | None) -> bool:
    ours = extension_url("fd-service-package")
    if before is None or ours not in before.get("meta", {}).get("profile", []):
        return False
    return after is None or any(before.get(name) != after.get(name) for name in PACKAGE)


async def consequences(
    server: Server,
    changes: Sequence[Change],
    session: Session,
    at: Callable[[Change], AbstractContextManager[None]] = lambda _: nullcontext(),
) -> list[Change]:
    """Carry out what writes bring with them, in their transaction, before they are stored.

    Answers the same changes, some with other content, and after them those that come along. `at`
    is entered while one of them is judged, and may name it in what is raised.
    """
    concerned = [c for c in changes if c.after and c.after.type in GOVERNED and concerns(c)]
    if not concerned:
        return list(changes)
    assert concerned[0].after is not None
    unit = Unit.over(server, session, concerned[0].after.updated, changes)
    for change in concerned:
        assert change.after is not None
        with at(change):
            await _FOLLOW[change.after.type](unit, change.after.reference)
    return await unit.changes(changes)


async def _follow_contract(unit: Unit, reference: str) -> None:
    before, contract = unit.before(reference), await unit.read(reference)
    was = contracts.state(before or {})
    if contract is None or not contracts.is_ours(contract):
        raise Conflict(
            f"{reference} is {was}: it stays on record. A wrong one becomes void.",
            rule="rule-on-record",
        )
    now = contracts.state(contract)
    record = before is None and _is_record(unit, contract)
    activity = "initial-load" if record else ACTIVITY.get(now if was != now else "", "correct")
    await advance(unit, contract, Step(activity, record=record, entered=True))


def _is_record(unit: Unit, contract: Json) -> bool:
    """Whether a new contract tells what happened elsewhere or long ago (DECISIONS 13).

    It says so, or it is over, or was signed further back than a paper contract is entered late.
    """
    if contracts.channel(contract) in ("initial-load", "platform"):
        return True
    signed = contracts.signed_on(contract)
    if contracts.state(contract) not in contracts.HOLDING or signed is None:
        return True
    policy = Terms.of(unit.server.settings.policy).policy
    most = policy.contract.backdate_days_max.on(signed)
    return most is not None and (unit.today - signed).days > most.value


async def _follow_patient(unit: Unit, reference: str) -> None:
    """The entries of contracts among the general practitioners stay as the lifecycle has them."""
    await unit.guard(reference)
    before, patient = unit.before(reference), await unit.read(reference)
    assert before is not None
    assert patient is not None
    if death.is_dead(before) != death.is_dead(patient):
        await (death.report if death.is_dead(patient) else death.withdraw)(unit, reference)
    own = _by_contract(before)
    if _by_contract(patient) == own:
        return
    given = [e for e in patient.get("generalPractitioner", []) if not cover.is_ours(e)]
    unit.put(cover.with_practitioners(patient, [*given, *own]))
    reason = "The general practitioners by contract stay as the contracts have them."
    await leave(unit, Step("correct", reason=reason), [reference])


async def _follow_task(unit: Unit, reference: str) -> None:
    before, task = unit.before(reference), await unit.read(reference)
    if task is not None and _confirms(before, task):
        await death.confirm(unit, task)
    else:
        referrals.check_plain_write(before, task)


async def _follow_team(unit: Unit, reference: str) -> None:
    name = f"team/{reference}"
    await unit.guard(reference)
    await unit.take(name)
    team = await unit.read(reference)
    if team is None and await unit.search("Contract", f"team={reference}&_count=1"):
        raise Conflict(f"{reference} is named by contracts.", rule="rule-on-record")
    live = any(unit.owned[name].get(kind) for kind in holdings.KINDS)
    if team is not None and live and team.get("status") == "inactive":
        raise Conflict(
            f"{reference} has contracts: it ends by $dissolve.",
            expression="CareTeam.status",
            rule="rule-on-record",
        )


async def _follow_role(unit: Unit, reference: str) -> None:
    """Teams rely on the doctors in them."""
    teams = await unit.search("CareTeam", f"participant={reference}")
    await unit.guard(reference, *(f"CareTeam/{team['id']}" for team in teams))


async def _follow_package(unit: Unit, reference: str) -> None:
    before = unit.before(reference) or {}
    is_named = bool(await unit.search("Contract", f"package={reference}"))
    if is_named or (before.get("status") == "active" and await unit.read(reference) is not None):
        raise Conflict(
            f"{reference} is active or signed for: its items, price and shares stay as they are. "
            "Another content is a higher version under the same url.",
            rule="rule-on-record",
        )


async def _follow_referral(unit: Unit, reference: str) -> None:
    """A write that would be a step of a referral is refused."""
    referrals.check_plain_write(unit.before(reference), await unit.read(reference))


_CONCERNS: Mapping[str, Callable[[Json | None, Json | None], bool]] = {
    "Contract": _contract_concerns,
    "Patient": _patient_concerns,
    "CareTeam": _facts_concern,
    "PractitionerRole": _facts_concern,
    "PlanDefinition": _package_concerns,
    "ServiceRequest": referrals.is_step,
    "Task": _task_concerns,
    "Slot": referrals.is_step,
    "Location": referrals.is_step,
}
_FOLLOW: Mapping[str, Callable[[Unit, str], Awaitable[None]]] = {
    "Contract": _follow_contract,
    "Patient": _follow_patient,
    "CareTeam": _follow_team,
    "PractitionerRole": _follow_role,
    "PlanDefinition": _follow_package,
    "ServiceRequest": _follow_referral,
    "Task": _follow_task,
    "Slot": _follow_referral,
    "Location": _follow_referral,
}
