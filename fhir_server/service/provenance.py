"""The record that each step leaves (fd-provenance): who, what, why, from which state to which."""

from collections.abc import Iterable
from dataclasses import dataclass

from fhir_server.http import instant
from profiles import CANONICAL

from .elements import Json, extension_url, system
from .unit import Unit

_HL7 = "http://terminology.hl7.org/CodeSystem"


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of a step.

    `activity` is a code of service-activity, `requirements` are ids, `agents` come from `agent`.
    `change` is (code system of the states, state before, state after), None where none changes;
    the state before is "" where the step makes the resource. `policy` is the id of the policy.
    """

    activity: str
    requirements: Iterable[str]
    agents: tuple[Json, ...]
    change: tuple[str, str, str] | None = None
    reason: str = ""
    policy: str = ""
    operation: str = "UPDATE"


def agent(
    who: str, on_behalf_of: str = "", roles: Iterable[str] = (), kind: str = "performer"
) -> Json:
    """One who took part: `Type/id`, for whom, codes of team-role, how (performer, verifier …)."""
    made: Json = {"type": _concept(f"{_HL7}/provenance-participant-type", kind)}
    if listed := [_concept(system("team-role"), role) for role in roles]:
        made["role"] = listed
    made["who"] = {"reference": who}
    if on_behalf_of:
        made["onBehalfOf"] = {"reference": on_behalf_of}
    return made


def leave(unit: Unit, targets: Iterable[str], record: Record) -> str:
    """Put the Provenance of a step; returns its reference.

    Its targets are the versions that the step makes, or those it leaves as they are.
    """
    written = set(unit.written)
    versions = [unit.version_of(each, int(each in written)) for each in targets]
    extension = [
        {"url": extension_url("requirement"), "valueCode": each} for each in record.requirements
    ]
    if record.change and record.change[1] != record.change[2]:
        extension.append(_state_change(*record.change))
    activity = [
        {"system": f"{_HL7}/v3-DataOperation", "code": record.operation},
        {"system": system("service-activity"), "code": record.activity},
    ]
    made: Json = {
        "resourceType": "Provenance",
        "meta": {"profile": [extension_url("fd-provenance")]},
        "extension": extension,
        "target": [{"reference": each} for each in versions],
        "recorded": instant(unit.now),
        "activity": {"coding": activity},
        "agent": list(record.agents),
    }
    if record.policy:
        made["policy"] = [f"{CANONICAL}/policies/{record.policy}"]
    if record.reason:
        made["reason"] = [{"text": record.reason}]
    return unit.put(made)


def _state_change(states: str, before: str, after: str) -> Json:
    parts = [("from", before), ("to", after)]
    return {
        "url": extension_url("state-change"),
        "extension": [
            {"url": name, "valueCoding": {"system": system(states), "code": code}}
            for name, code in parts
            if code
        ],
    }


def _concept(code_system: str, code: str) -> Json:
    return {"coding": [{"system": code_system, "code": code}]}
