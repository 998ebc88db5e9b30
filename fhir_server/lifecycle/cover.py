"""What tells others whose patient somebody is: episodes of care and general practitioners.

One EpisodeOfCare for each covered resident and contract; while the contract is active, its family
doctor is among the resident's general practitioners, in an entry that the lifecycle owns.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from fhir_server.service import contracts
from fhir_server.service.contracts import Covered
from fhir_server.service.elements import (
    Json,
    code,
    extension_url,
    extension_value,
    reference,
    system,
)
from fhir_server.service.unit import Unit

STATUS = {
    "pending-start": "planned",
    "active": "active",
    "disputed": "onhold",
    "expired": "finished",
    "renewed": "finished",
    "terminated": "finished",
    "void": "entered-in-error",
}
"""The status of an episode by the state of its contract; in other states there is none."""
EPISODE = {"system": system("episode-kind"), "code": "fd-contract", "display": "家庭医生签约"}
OF_CONTRACT = extension_url("contract")
BY_CONTRACT = extension_url("by-contract")
_NAMES = uuid.UUID("6f0a1d5e-54d5-4d0b-9a3e-0a3c53b6a1f4")


async def keep(unit: Unit, before: Json | None, contract: Json, doctor: Json | None) -> None:
    """Bring episodes and general practitioners to where a contract stands."""
    state = contracts.state(contract)
    if state not in STATUS and (before is None or contracts.state(before) not in STATUS):
        return
    covered = contracts.covered(contract)
    left = {c.patient for c in contracts.covered(before or {})} - {c.patient for c in covered}
    known = await _episodes(unit, before, contract)
    for each in covered:
        _put_episode(unit, known.get(each.patient), contract, each, doctor)
    treated = {c.patient for c in covered if state == "active" and _is_on(unit, c)}
    await unit.fetch([*treated, *left, *(c.patient for c in covered)])
    for patient in [*(c.patient for c in covered), *sorted(left)]:
        await _put_practitioner(unit, patient, contract, doctor if patient in treated else None)


async def doctor_of(unit: Unit, contract: Json) -> Json | None:
    """The PractitionerRole of the family doctor: the one who signed, or who provides alone."""
    signed = (s.party for s in contracts.signers(contract) if s.role == "family-doctor")
    named = [*signed, contracts.team(contract)]
    chosen = next((n for n in named if n.startswith("PractitionerRole/")), "")
    return await unit.read(chosen) if chosen else None


def _is_on(unit: Unit, covered: Covered) -> bool:
    return covered.span is not None and covered.span.holds(unit.today)


async def _episodes(unit: Unit, before: Json | None, contract: Json) -> dict[str, Json]:
    """The episodes of a contract by resident, among those stored and those being written."""
    found = unit.seen("EpisodeOfCare")
    if before is not None and contracts.state(before) in STATUS:
        patients = ",".join(c.patient for c in contracts.covered(contract))
        found += await unit.search("EpisodeOfCare", f"patient={patients}") if patients else []
    return {reference(e.get("patient")): e for e in found if contract_of(e) == _own(contract)}


def contract_of(resource: Json) -> str:
    """The contract that a resource names in our extension, `Contract/id`; "" for none."""
    return reference(extension_value(resource, "contract", "valueReference"))


def _own(contract: Json) -> str:
    return f"Contract/{contract['id']}"


def _put_episode(
    unit: Unit, known: Json | None, contract: Json, covered: Covered, doctor: Json | None
) -> None:
    state = contracts.state(contract)
    status, span = STATUS.get(state, "cancelled"), covered.span
    if known is None and (status == "cancelled" or span is None):
        return
    made = known if known is not None else _episode(contract, covered.patient, doctor)
    if span and span.start <= span.end:
        made = made | {"period": {"start": f"{span.start}", "end": f"{span.end}"}}
        if state == "active" and span.end < unit.today:
            status = "finished"  # a member who left before the others
    elif state == "terminated":
        status = "cancelled"  # over before it began: the period stays as it was planned
    made = made | {"status": status}
    if made != known:
        unit.put(made)


def _episode(contract: Json, patient: str, doctor: Json | None) -> Json:
    team = contracts.team(contract)
    made: dict[str, Any] = {
        "resourceType": "EpisodeOfCare",
        "id": str(uuid.uuid5(_NAMES, f"{_own(contract)} {patient}")),
        "meta": {"profile": [extension_url("fd-care-episode")]},
        "extension": [{"url": OF_CONTRACT, "valueReference": {"reference": _own(contract)}}],
        "status": "planned",
        "type": [{"coding": [EPISODE]}],
        "patient": {"reference": patient},
        "managingOrganization": {"reference": contracts.institution(contract)},
    }
    if doctor and "practitioner" in doctor:
        made["careManager"] = doctor["practitioner"]
    if team.startswith("CareTeam/"):
        made["team"] = [{"reference": team}]
    return made


async def _put_practitioner(unit: Unit, patient: str, contract: Json, doctor: Json | None) -> None:
    """Let the entry of this contract be there, or not; those of other contracts stay."""
    resident = await unit.read(patient)
    if resident is None:
        return
    listed = resident.get("generalPractitioner", [])
    role = f"PractitionerRole/{doctor['id']}" if doctor else ""
    mine = [e for e in listed if is_ours(e) and contract_of(e) in ("", _own(contract))]
    wanted = [e for e in mine if role and reference(e) == role][:1]
    if role and not wanted:
        wanted = [_entry(contract, role)]
    if mine != wanted:
        unit.put(with_practitioners(resident, [*(e for e in listed if e not in mine), *wanted]))


def with_practitioners(resident: Json, listed: Iterable[Json]) -> Json:
    """A Patient with these general practitioners."""
    rest = {k: v for k, v in resident.items() if k != "generalPractitioner"}
    entries = list(listed)
    return rest | ({"generalPractitioner": entries} if entries else {})


def is_ours(entry: Json) -> bool:
    """Whether an entry of generalPractitioner is there because of a contract."""
    return extension_value(entry, "by-contract", "valueBoolean") is True


def _entry(contract: Json, role: str) -> Json:
    return {
        "extension": [
            {"url": BY_CONTRACT, "valueBoolean": True},
            {"url": OF_CONTRACT, "valueReference": {"reference": _own(contract)}},
        ],
        "reference": role,
    }


def is_of_contract(episode: Json) -> bool:
    """Whether an EpisodeOfCare is that of a contract, and not a home bed."""
    return any(code(each, "episode-kind") == "fd-contract" for each in episode.get("type", []))
