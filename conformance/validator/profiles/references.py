"""Where a profile lets a reference point to, and how. FHIR R4 references.html, section 2.3.0."""

from collections.abc import Iterable
from typing import Any

from conformance.definitions import is_a
from conformance.fhirpath import Node
from conformance.fhirpath.references import named_type

from .definition import Definition, core_type, is_core
from .finding import Finding, finding, is_error
from .session import Judge, Session


def targeted(definition: Definition) -> Judge | None:
    """The judge of the types and profiles of what a Reference points to."""
    profiles = _target_profiles(definition)
    base = definition.base.targets if definition.base else ()
    if not profiles or {core_type(p) for p in profiles} == (set(base) or {"Resource"}):
        return None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        if node.type != "Reference" or type(node.value) is not dict:
            return
        target = session.targets.of(node)
        found = named_type(node.value) or (target.type if target else None)
        if found is None or (base and found not in base and "Resource" not in base):
            return
        possible = [p for p in profiles if _is_of(found, p, session)]
        if not possible:
            permitted = sorted({_type_of(p, session) or p for p in profiles})
            out.append(finding("reference-type", node, found=found, permitted=permitted))
        elif target is not None and not any(map(is_core, possible)):
            _judge_target(node, target, possible, session, out)

    return judge


def _target_profiles(definition: Definition) -> list[str]:
    references = [t for t in definition.types if t["code"] == "Reference"]
    if not all("targetProfile" in t for t in references):
        return []
    return [p for t in references for p in t["targetProfile"]]


def _type_of(profile: str, session: Session) -> str | None:
    """The resource type a target profile is of; None when the profile is unknown."""
    if (core := core_type(profile)) is not None:
        return core
    structure = session.program.structure(profile)
    return None if structure is None else structure.get("type")


def _is_of(found: str, profile: str, session: Session) -> bool:
    wanted = _type_of(profile, session)
    return wanted is None or is_a(found, wanted)


def _judge_target(
    node: Node, target: Node, profiles: list[str], session: Session, out: list[Finding]
) -> None:
    """Say at the reference that its target fits none of the profiles, and the first reason."""
    reasons: list[Finding] = []
    for profile in profiles:
        faults = [f for f in session.findings(target, profile) if is_error(f)]
        if not faults:
            return
        reasons = reasons or faults
    why = reasons[0].says
    out.append(finding("reference-profile", node, profiles=profiles, why=why))


def aggregated(definition: Definition) -> Judge | None:
    """The judge of `aggregation` and `versioning`."""
    permitted = _union(definition.types, "aggregation")
    versioning = {t.get("versioning", "either") for t in definition.types} - {"either"}
    if not permitted and not versioning:
        return None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        literal = node.value.get("reference") if type(node.value) is dict else None
        if type(literal) is not str:
            return
        kinds = _kinds_of(node, literal, session)
        if permitted and kinds.isdisjoint(permitted):
            out.append(finding("reference-aggregation", node, permitted=sorted(permitted)))
        is_versioned = "/_history/" in literal
        if versioning == {"specific"} and not is_versioned:
            out.append(finding("reference-version", node))
        elif versioning == {"independent"} and is_versioned:
            out.append(finding("reference-version", node, text="reference-no-version"))

    return judge


def _union(types: Iterable[dict[str, Any]], key: str) -> frozenset[str]:
    return frozenset(each for t in types for each in t.get(key, ()))


def _kinds_of(node: Node, literal: str, session: Session) -> frozenset[str]:
    """The kinds of aggregation a reference may be taken for."""
    if literal.startswith("#"):
        return frozenset({"contained"})
    in_bundle = session.targets.of(node) is not None
    return frozenset({"bundled", "referenced"} if in_bundle else {"referenced"})


def judge_unresolved(node: Node, session: Session, out: list[Finding]) -> None:
    """Say that the resource a reference points to is not at hand, where that is asked for."""
    severity = session.options.unresolved
    literal = node.value.get("reference") if type(node.value) is dict else None
    if severity == "ignore" or type(literal) is not str:
        return
    if session.targets.of(node) is None:
        out.append(finding("reference-unresolved", node, target=literal, severity=severity))


JUDGES = (targeted, aggregated)
