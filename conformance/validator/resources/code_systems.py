"""A CodeSystem in itself, and the codes of others it names. FHIR R4 codesystem.html, 4.8."""

from collections.abc import Iterator
from typing import Any

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, Place, choice, fault, objects
from .terminologies import terminology_of

_SUFFIXES = {
    "code": "Code",
    "Coding": "Coding",
    "string": "String",
    "integer": "Integer",
    "boolean": "Boolean",
    "dateTime": "DateTime",
    "decimal": "Decimal",
}


def code_system_faults(system: Json, scope: Scope) -> Findings:
    """Judge content, count, and the properties of concepts."""
    concepts = list(_concepts(system, ()))
    found = list(_content_faults(system, len(concepts)))
    types = {p.get("code"): p.get("type") for _, p in objects(system, "property")}
    codes = {concept.get("code") for _, concept in concepts}
    complete = system.get("content") == "complete"
    for place, concept in concepts:
        for index, given in objects(concept, "property"):
            here = (*place, "property", index)
            found += _property_faults(here, given, types)
            if complete:
                found += _relation_faults(here, given, codes)
            found += _coding_faults(here, given, scope)
    return found


def _concepts(owner: Json, place: Place) -> Iterator[tuple[Place, Json]]:
    pending = [(owner, place)]
    while pending:
        parent, above = pending.pop()
        for index, concept in objects(parent, "concept"):
            here = (*above, "concept", index)
            yield here, concept
            pending.append((concept, here))


def _content_faults(system: Json, concepts: int) -> Iterator[Finding]:
    content, count = system.get("content"), system.get("count")
    if (content == "supplement") != ("supplements" in system):
        yield fault("code-system-supplement", ("content",), content=content)
    if content == "not-present" and concepts:
        yield fault("code-system-content", ("concept",), concepts=concepts)
    if content == "complete" and isinstance(count, int) and count != concepts:
        yield fault("code-system-count", ("count",), count=count, concepts=concepts)


def _property_faults(place: Place, given: Json, types: dict[Any, Any]) -> Iterator[Finding]:
    code, value = given.get("code"), choice(given, "value")
    wanted = _SUFFIXES.get(types.get(code, ""))
    if wanted is not None and value is not None and value[0] != f"value{wanted}":
        yield fault(
            "code-system-property-type",
            (*place, "value"),
            property=shown(code),
            type=types[code],
            given=value[0].removeprefix("value"),
        )


def _relation_faults(place: Place, given: Json, codes: set[Any]) -> Iterator[Finding]:
    """What is named as parent or child is a concept of the system."""
    code = given.get("valueCode")
    if given.get("code") in ("parent", "child") and code is not None and code not in codes:
        yield fault("code-system-relation", (*place, "value"), code=shown(code))


def _coding_faults(place: Place, given: Json, scope: Scope) -> Iterator[Finding]:
    coding = given.get("valueCoding", {})
    system, code = coding.get("system"), coding.get("code")
    if scope.library is None or not system or not code:
        return
    if terminology_of(scope.library).code_system_knows(system, code) is False:
        yield fault("code-unknown", (*place, "value"), code=shown(code), system=system)
