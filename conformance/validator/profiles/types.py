"""The types a profile leaves to an element, and the profiles of data types it asks for."""

from collections.abc import Callable
from typing import Any

from conformance.definitions import is_a
from conformance.fhirpath import Node

from .definition import Definition, is_core
from .finding import Finding, finding, is_error
from .session import Judge, Session

_SIMPLE = "http://hl7.org/fhir/StructureDefinition/SimpleQuantity"


def narrowed(definition: Definition) -> Callable[[Node], Finding | None] | None:
    """What says that a value has a type that base R4 permits and the profile does not."""
    names = definition.type_names()
    base = definition.base
    if base is None or not names or set(base.types) <= set(names):
        return None
    permitted = sorted(set(names))

    def misfit(node: Node) -> Finding | None:
        if any(is_a(node.type or "", name) for name in permitted):
            return None
        return finding("profile-value-type", node, found=node.type, permitted=permitted)

    return misfit


def profiled(definition: Definition) -> Judge | None:
    """The judge of the profiles of a type: the value fits one of them.

    The base check has judged SimpleQuantity where base R4 asks for it.
    """
    by_type = _profiles_by_type(definition.types)
    if definition.base is not None and definition.base.simple:
        by_type = {name: [] if _SIMPLE in each else each for name, each in by_type.items()}
    if not any(by_type.values()):
        return None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        for name, profiles in by_type.items():
            if is_a(node.type or "", name):
                if profiles:
                    _judge_choice(node, profiles, session, out)
                return

    return judge


def _profiles_by_type(types: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The profiles by type name; none where a type is permitted as it is."""
    found: dict[str, list[str]] = {}
    free = set()
    for entry in types:
        profiles = entry.get("profile", ())
        if not profiles or any(map(is_core, profiles)):
            free.add(entry["code"])
        found.setdefault(entry["code"], []).extend(profiles)
    return {name: [] if name in free else profiles for name, profiles in found.items()}


def _judge_choice(node: Node, profiles: list[str], session: Session, out: list[Finding]) -> None:
    """Judge a value by one profile; of several, the one it comes nearest to is reported."""
    if len(profiles) == 1:
        out += session.findings(node, profiles[0])
        return
    tried = {profile: session.findings(node, profile) for profile in profiles}
    if any(not any(map(is_error, faults)) for faults in tried.values()):
        return
    nearest = min(tried, key=lambda profile: sum(map(is_error, tried[profile])))
    first = next(filter(is_error, tried[nearest]))
    out.append(finding("profile-choice", node, profiles=profiles, nearest=nearest, why=first.says))


JUDGES = (profiled,)
