"""The Provenance that each step leaves: who did what and why, the states before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fhir_server.http import instant
from fhir_server.service.elements import Json, extension_url, system
from fhir_server.service.unit import Unit
from profiles import CANONICAL

_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation"


REQUIREMENTS = {
    "sign": ("D4", "D6", "D16"),
    "renew": ("D9",),
    "amend": ("D2", "E7"),
    "cancel": ("D10",),
    "withdraw-cancellation": ("D10",),
    "terminate": ("D11",),
    "transfer": ("D9", "D10"),
    "roll-over": ("D7", "D8", "D9"),
    "dissolve": ("B8",),
    "disqualify": ("B1", "B8"),
}
"""What a step rests on, by its activity."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, a code of service-activity, by whom, and why.

    `performer` is a PractitionerRole, `institution` the Organization that acts where nobody is
    named; `sources` are papers. `record`: what happened elsewhere
    or earlier enters as a fact, so that the policy only warns. `entered`: a plain write.
    """

    activity: str
    performer: str = ""
    institution: str = ""
    reason: str = ""
    sources: tuple[str, ...] = ()
    signatures: tuple[Json, ...] = ()
    record: bool = False
    entered: bool = False


async def leave(
    unit: Unit, step: Step, targets: Iterable[str], before: str = "", after: str = ""
) -> str:
    """Put the Provenance of a step on what it wrote; its reference.

    `before` and `after` are the business states, equal where the step changed none.
    """
    listed = list(dict.fromkeys(targets))
    await unit.fetch(listed)
    changed = unit.before(listed[0]) is not None
    rests = REQUIREMENTS.get(step.activity, ("A4",))
    made: Json = {
        "resourceType": "Provenance",
        "meta": {"profile": [extension_url("fd-provenance")]},
        "extension": [
            *({"url": extension_url("requirement"), "valueCode": r} for r in rests),
            *([_change(before, after)] if after and before != after else []),
        ],
        "target": [{"reference": unit.version_of(each)} for each in listed],
        "occurredDateTime": _moment(unit.now),
        "recorded": _moment(unit.now),
        "policy": [f"{CANONICAL}/policies/{unit.server.settings.policy}"],
        "reason": [{"text": step.reason}] if step.reason else [],
        "activity": {
            "coding": [
                {"system": system("service-activity"), "code": step.activity},
                {"system": _OPERATION, "code": "UPDATE" if changed else "CREATE"},
            ]
        },
        "agent": [_agent(step)],
        "entity": [
            *([_entity("revision", unit.version_of(listed[0], 0))] if changed else []),
            *(_entity("source", each) for each in step.sources),
        ],
        "signature": list(step.signatures),
    }
    return unit.put({k: v for k, v in made.items() if v != []})


def _moment(now: datetime) -> str:
    return instant(now)


def _change(before: str, after: str) -> Json:
    states = {"from": before, "to": after}
    parts = [
        {"url": name, "valueCoding": {"system": system("contract-state"), "code": state}}
        for name, state in states.items()
        if state
    ]
    return {"url": extension_url("state-change"), "extension": parts}


def _agent(step: Step) -> Json:
    who = step.performer or step.institution
    agent: dict[str, Any] = {
        "type": {"coding": [{"system": _PARTICIPANT, "code": "performer"}]},
        "who": {"reference": who} if who else {"display": "fhir-server"},
    }
    if step.performer and step.institution:
        agent["onBehalfOf"] = {"reference": step.institution}
    return agent


def _entity(role: str, what: str) -> Json:
    return {"role": role, "what": {"reference": what}}
