"""The codes a ConceptMap maps. FHIR R4 conceptmap.html, section 4.10."""

from collections.abc import Iterator

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, Place, fault, objects
from .terminologies import terminology_of


def concept_map_faults(concept_map: Json, scope: Scope) -> Findings:
    """Say which codes their systems, where these are known, do not have."""
    if scope.library is None:
        return ()
    return list(_faults(concept_map, scope))


def _faults(concept_map: Json, scope: Scope) -> Iterator[Finding]:
    for number, group in objects(concept_map, "group"):
        for index, element in objects(group, "element"):
            place = ("group", number, "element", index)
            yield from _unknown(place, group.get("source"), element, scope)
            for which, target in objects(element, "target"):
                yield from _unknown((*place, "target", which), group.get("target"), target, scope)


def _unknown(place: Place, system: str | None, owner: Json, scope: Scope) -> Iterator[Finding]:
    code = owner.get("code")
    if system is None or code is None or scope.library is None:
        return
    if terminology_of(scope.library).code_system_knows(system, code) is False:
        yield fault("code-unknown", (*place, "code"), code=shown(code), system=system)
