"""A StructureDefinition: its paths, ids, types, invariants and slicings.

FHIR R4 structuredefinition.html, section 5.3.4, elementdefinition.html, section 2.24.3, and
profiling.html, section 5.1.0. What its base and its snapshot must be is judged with a library.
"""

import re
from collections.abc import Iterator
from typing import Any

from conformance.definitions import element_of, type_named
from conformance.fhirpath import FhirPathError, compile  # noqa: A004
from conformance.says import shown
from conformance.snapshot import SnapshotError, generate
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .fault import Json, Place, fault, objects

_SLICE = re.compile(r":[^.]*")
_FUNCTION = re.compile(r"(extension|ofType|resolve)\(([^)]*)\)")
_ANYTHING = frozenset({"Resource", "DomainResource", "Element", "BackboneElement"})
_SYSTEM = "http://hl7.org/fhirpath/"


def structure_definition_faults(structure: Json, scope: Scope) -> Findings:
    """Judge both lists of elements, and how the structure derives from its base."""
    found: list[Finding] = []
    for name in ("differential", "snapshot"):
        for index, element in objects(structure.get(name, {}), "element"):
            place = (name, "element", index)
            found += _element_faults(place, element)
            found += _slicing_faults(place, element, structure)
    found += _missing_in_snapshot(structure)
    found += _derivation_faults(structure, scope)
    return found


def _element_faults(place: Place, element: Json) -> Iterator[Finding]:
    id_, path = element.get("id"), element.get("path")
    if isinstance(id_, str) and isinstance(path, str) and not _fits(id_, path):
        yield fault("element-definition-id", (*place, "id"), id=shown(id_), path=shown(path))
    for index, type_ in objects(element, "type"):
        code = type_.get("code")
        if isinstance(code, str) and ":" not in code and type_named(code) is None:
            yield fault("element-definition-type", (*place, "type", index), type=shown(code))
    for index, constraint in objects(element, "constraint"):
        yield from _constraint_faults((*place, "constraint", index), constraint)


def _fits(id_: str, path: str) -> bool:
    """Whether an id is its path with the names of slices: `Patient.name:official.given`."""
    return _SLICE.sub("", id_) == path


def _constraint_faults(place: Place, constraint: Json) -> Iterator[Finding]:
    expression = constraint.get("expression")
    if not isinstance(expression, str):
        return
    try:
        compile(expression)
    except FhirPathError as error:
        why = str(error).rstrip(".")
        where = (*place, "expression")
        yield fault("fhirpath-unreadable", where, expression=shown(expression), why=why)


def _slicing_faults(place: Place, element: Json, structure: Json) -> Iterator[Finding]:
    types = _types_of(element, structure)
    slicing = element.get("slicing", {})
    for index, discriminator in objects(slicing, "discriminator"):
        path = discriminator.get("path")
        if types and isinstance(path, str) and not any(_leads(path, type_) for type_ in types):
            where = (*place, "slicing", "discriminator", index, "path")
            yield fault(
                "slicing-discriminator", where, path=shown(path), element=shown(element.get("path"))
            )


def _types_of(element: Json, structure: Json) -> list[str]:
    """The base types of the values of an element, empty where they are not known."""
    said = [type_.get("code") for _, type_ in objects(element, "type")]
    if said and all(isinstance(code, str) and type_named(code) for code in said):
        return [code for code in said if isinstance(code, str)] if said[0] not in _ANYTHING else []
    parts = str(element.get("path", "")).split(".")
    kind = type_named(parts[0])
    if kind is None or structure.get("kind") == "logical":
        return []
    current = [parts[0]]
    for part in parts[1:]:
        current = [t for owner in current for t in _child_types(owner, part.removesuffix("[x]"))]
    return [] if any(type_ in _ANYTHING for type_ in current) else current


def _child_types(owner: str, name: str) -> tuple[str, ...]:
    kind = type_named(owner)
    element = kind.by_name.get(name) if kind else None
    if element is not None:
        return element.types
    typed = element_of(owner, name)
    return (typed[1],) if typed else ()


def _leads(path: str, type_name: str) -> bool:
    """Whether a discriminator path leads somewhere from a type; functions lead anywhere."""
    if _FUNCTION.search(path) or type_name in _ANYTHING:
        return True
    current: tuple[str, ...] = (type_name,)
    for part in path.split("."):
        if part != "$this":
            current = tuple(t for owner in current for t in _child_types(owner, part))
        if any(t in _ANYTHING for t in current):
            return True
    return bool(current)


def _missing_in_snapshot(structure: Json) -> Iterator[Finding]:
    """A snapshot has every element that the differential changes."""
    paths = {e.get("path") for _, e in objects(structure.get("snapshot", {}), "element")}
    if not paths:
        return
    for index, element in objects(structure.get("differential", {}), "element"):
        path = element.get("path")
        if isinstance(path, str) and not _is_among(path.split("."), paths):
            place = ("differential", "element", index, "path")
            yield fault("snapshot-incomplete", place, path=shown(path))


def _is_among(parts: list[str], paths: set[Any]) -> bool:
    """Whether paths have this one, be a choice in it written out (`valueQuantity`) or not."""
    known = ""
    for part in parts:
        path = f"{known}.{part}" if known else part
        stems = (part[:end] for end in range(1, len(part)) if part[end].isupper())
        choices = (f"{known}.{stem}[x]" for stem in stems)
        found = path if path in paths else next((c for c in choices if c in paths), None)
        if found is None:
            return False
        known = found
    return True


def _derivation_faults(structure: Json, scope: Scope) -> Iterator[Finding]:
    canonical: Any = structure.get("baseDefinition")
    if scope.library is None or not isinstance(canonical, str):
        return
    base = scope.defined("StructureDefinition", canonical)
    if base is None:
        yield fault("structure-base-unknown", ("baseDefinition",), url=shown(canonical))
        return
    if structure.get("derivation") == "constraint" and base.get("type") != structure.get("type"):
        said, wanted = shown(structure.get("type")), shown(base.get("type"))
        yield fault("structure-type", ("type",), type=said, base=wanted)
    elif structure.get("derivation") == "constraint" and "differential" in structure:
        yield from _snapshot_faults(structure, scope)


def _snapshot_faults(structure: Json, scope: Scope) -> Iterator[Finding]:
    """A differential fits its base: a snapshot can be made of both."""

    def find(canonical: str) -> Json | None:
        return scope.defined("StructureDefinition", canonical)

    try:
        generate(structure, find)
    except SnapshotError as error:
        yield fault("structure-differential", ("differential",), why=error.says)
