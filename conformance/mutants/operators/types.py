"""Faults of kind: a value of the wrong JSON type, of another FHIR type, in the wrong form."""

from collections.abc import Iterator

from conformance.definitions import is_a, type_named
from conformance.mutants.edits import at, put
from conformance.mutants.elements import Json, Snapshot, is_slice, name_of, types_of
from conformance.mutants.places import type_in_key
from conformance.mutants.samples import (
    JSON_TYPES,
    UNKNOWN_EXTENSION,
    WRONG_FORMATS,
    json_key,
)

from .cardinality import NOT_THERE, without
from .operator import Case, Change, Operator, when


def of_other_json(case: Case) -> Iterator[Change]:
    """An object for text, text for all else."""
    for path in case.places.values(case.demand.element):
        value = at(case.resource, path)
        if value is not None:
            is_primitive = case.snapshot.is_primitive
            kind = case.snapshot.type if is_primitive else next(iter(types_of(case.element)), "")
            wrong = {"a": 1} if isinstance(value, str) else JSON_TYPES.get(kind, "a")
            yield Change(put(case.resource, path, wrong), (path,))


def _base_types(case: Case) -> list[str]:
    """The types that base R4 permits, those that the profile leaves aside first."""
    *above, name = case.element.get("base", {}).get("path", "").split(".")
    base = type_named(".".join(above))
    element = base.by_name.get(name.removesuffix("[x]")) if base else None
    return list(element.types) if element else []


def of_other_type(case: Case) -> Iterator[Change]:
    """A choice with a value of a type it does not have; of an invented one where it has all."""
    element_id = case.demand.element
    permitted = types_of(case.element)
    others = [t for t in _base_types(case) if not any(is_a(t, p) for p in permitted)]
    chosen = next(iter(others), "")
    key = json_key(case.snapshot, element_id, chosen or "Mutant")
    value = case.samples.of_type(chosen) if chosen else "a"
    for parent, values in case.places.groups(element_id):
        if values:
            left = without(case.resource, parent, values)
            yield Change(put(left, (*parent, key), value), ((*parent, key),))


def of_two_types(case: Case) -> Iterator[Change]:
    """A choice with values of two types at once."""
    element_id = case.demand.element
    stem = name_of(element_id).removesuffix("[x]")
    for parent, values in case.places.groups(element_id):
        if values:
            there = type_in_key(str(values[0][-1]), stem)
            other = next((t for t in _base_types(case) if t != there), None)
            value = case.samples.of_type(other) if other else None
            if other and value is not None:
                key = json_key(case.snapshot, element_id, other)
                yield Change(
                    put(case.resource, (*parent, key), value),
                    (parent, (*parent, stem), (*parent, key), values[0]),
                )


def of_other_form(case: Case) -> Iterator[Change]:
    """A primitive that is out of the form of its type."""
    is_primitive = case.snapshot.is_primitive
    kind = case.snapshot.type if is_primitive else types_of(case.element)[0]
    wrong = WRONG_FORMATS[kind]
    for path in case.places.values(case.demand.element):
        yield Change(put(case.resource, path, wrong), (path,))


def strange(case: Case) -> Iterator[Change]:
    """An object with a property that its type does not have."""
    for path in case.places.values(case.demand.element):
        value = at(case.resource, path)
        if isinstance(value, dict):
            place = (*path, "mutant")
            yield Change(put(case.resource, place, "a"), (place,))


def modified(case: Case) -> Iterator[Change]:
    """A modifier extension that nobody has defined."""
    for parent, values in case.places.groups(case.demand.element):
        if isinstance(at(case.resource, parent), dict):
            listed = [at(case.resource, v) for v in values]
            path = (*parent, "modifierExtension")
            changed = put(case.resource, path, [*listed, UNKNOWN_EXTENSION])
            yield Change(changed, ((*path, len(listed)),))


def _is_object(snapshot: Snapshot, element_id: str, element: Json) -> bool:
    if snapshot.is_primitive:
        return False
    has_children = element_id == snapshot.root or snapshot.children(element_id)
    return bool(has_children) or "contentReference" in element


def _has_form(snapshot: Snapshot, element_id: str, element: Json) -> bool:
    if snapshot.is_primitive:
        return element_id != snapshot.root and snapshot.type in WRONG_FORMATS
    types = types_of(element)
    return len(types) == 1 and types[0] in WRONG_FORMATS and not snapshot.is_choice(element_id)


OPERATORS = (
    Operator(
        "json-type",
        when(lambda s, i, _: i != s.root and not s.is_choice(i)),
        of_other_json,
        ("json-type",),
        NOT_THERE,
    ),
    Operator(
        "type",
        when(lambda s, i, e: s.is_choice(i) and not is_slice(i) and e.get("max") != "0"),
        of_other_type,
        ("profile-value-type", "unknown-element", "slice-unmatched"),
        NOT_THERE,
    ),
    Operator(
        "choice",
        when(lambda s, i, e: s.is_choice(i) and not is_slice(i) and e.get("max") != "0"),
        of_two_types,
        ("single-choice",),
        NOT_THERE,
    ),
    Operator("form", when(_has_form), of_other_form, ("value-format",), NOT_THERE),
    Operator(
        "unknown-element",
        when(_is_object),
        strange,
        ("unknown-element",),
        NOT_THERE,
    ),
    Operator(
        "modifier",
        when(
            lambda _, i, e: (
                name_of(i) == "modifierExtension" and not is_slice(i) and e.get("max") != "0"
            )
        ),
        modified,
        ("extension-unknown",),
        "no example has the object it could stand in",
        "warning",
    ),
)
