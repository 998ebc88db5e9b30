"""Faults of value: not the fixed one, out of bounds, out of the value set, a wrong target."""

from collections.abc import Callable, Iterator
from typing import Any

from conformance.definitions import is_a
from conformance.mutants.edits import Path, at, drop, put
from conformance.mutants.elements import Json, Snapshot, name_of, types_of, value_of
from conformance.mutants.places import type_in_key
from conformance.mutants.samples import WRONG_CODE, WRONG_SYSTEM, json_key

from .cardinality import NOT_THERE
from .operator import Case, Change, Operator, when

_MAX_SET = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet"
_TYPE = "http://hl7.org/fhir/StructureDefinition/"


def other(value: Any) -> Any:
    """A value like another one, but for one leaf."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value}-mutant"
    if isinstance(value, list):
        return [other(value[0]), *value[1:]] if value else ["a"]
    if isinstance(value, dict):
        first, *_ = value
        return {**value, first: other(value[first])}
    return value + 1


def _differing(prefix: str) -> Callable[[Case], Iterator[Change]]:
    """Breaks `fixed[x]` or `pattern[x]`."""

    def changes(case: Case) -> Iterator[Change]:
        wrong = other(value_of(case.element, prefix))
        for path in case.places.values(case.demand.element):
            yield Change(put(case.resource, path, wrong), (path,))

    return changes


def _beyond(prefix: str, step: int, extreme: str) -> Callable[[Case], Iterator[Change]]:
    """Breaks `minValue[x]` or `maxValue[x]`."""

    def past(limit: Any) -> Any:
        if isinstance(limit, dict):
            return {**limit, "value": limit["value"] + step}
        return extreme + limit[4:] if isinstance(limit, str) else limit + step

    def changes(case: Case) -> Iterator[Change]:
        wrong = past(value_of(case.element, prefix))
        for path in case.places.values(case.demand.element):
            yield Change(put(case.resource, path, wrong), (path,))

    return changes


def too_long(case: Case) -> Iterator[Change]:
    """A text longer than `maxLength`."""
    for path in case.places.values(case.demand.element):
        if isinstance(at(case.resource, path), str):
            wrong = "a" * (int(case.element["maxLength"]) + 1)
            yield Change(put(case.resource, path, wrong), (path,))


def uncoded(case: Case) -> Iterator[Change]:
    """A code that is in no value set."""
    for path in case.places.values(case.demand.element):
        value = at(case.resource, path)
        if isinstance(value, str):
            yield Change(put(case.resource, path, WRONG_CODE), (path,))
        elif isinstance(value, dict):
            coding = {"system": WRONG_SYSTEM, "code": WRONG_CODE}
            kept = {k: v for k, v in value.items() if k in ("value", "unit")}
            is_concept = _type_at(case, path) == "CodeableConcept"
            wrong = {"coding": [coding]} if is_concept else {**kept, **coding}
            places = (path, (*path, "code"), (*path, "coding", 0))
            yield Change(put(case.resource, path, wrong), places)


def _type_at(case: Case, path: Path) -> str:
    """The type of a value of an element."""
    key = next(step for step in reversed(path) if isinstance(step, str))
    stem = name_of(case.demand.element).removesuffix("[x]")
    return type_in_key(key, stem) or next(iter(types_of(case.element)), "")


def astray(case: Case) -> Iterator[Change]:
    """A reference to a resource of a type that is not among the targets."""
    targets = {case.samples.type_of(p) for p in _targets(case.element)}
    strangers = ("Basic", "Patient", "Observation", "Medication")
    wrong = next(
        (t for t in strangers if not any(is_a(t, each or "Resource") for each in targets)), None
    )
    key = json_key(case.snapshot, case.demand.element, "Reference")
    for parent, values in case.places.groups(case.demand.element):
        if wrong and values and isinstance(at(case.resource, values[0]), dict):
            last = values[0]
            path = last if isinstance(last[-1], int) else (*parent, key)
            left = case.resource if path == last else drop(case.resource, last)
            yield Change(put(left, path, {"reference": f"{wrong}/mutant"}), (path,))


def _targets(element: Json) -> list[str]:
    """The target profiles of a Reference; none where it may point to anything."""
    references = [t for t in element.get("type", ()) if t["code"] == "Reference"]
    if not all("targetProfile" in t for t in references):
        return []
    found = [p for t in references for p in t["targetProfile"]]
    return [] if f"{_TYPE}Resource" in found else found


def _strict(_: Snapshot, __: str, element: Json) -> bool:
    binding = element.get("binding", {})
    has_max = any(x["url"] == _MAX_SET for x in binding.get("extension", ()))
    return has_max or (binding.get("strength") == "required" and "valueSet" in binding)


def _loose(snapshot: Snapshot, element_id: str, element: Json) -> bool:
    binding = element.get("binding", {})
    is_loose = binding.get("strength") == "extensible" and "valueSet" in binding
    return is_loose and not _strict(snapshot, element_id, element)


def _with(prefix: str) -> Callable[[Snapshot, str], list[str]]:
    return when(lambda _, __, e: value_of(e, prefix) is not None)


def _is_fixed(_: Snapshot, element_id: str, element: Json) -> bool:
    """Whether a value is fixed. An extension with another url is another extension."""
    return value_of(element, "fixed") is not None and element_id != "Extension.url"


# The bounds of a primitive type are part of its form.
_BELOW = ("min-value", "value-format")
_ABOVE = ("max-value", "value-format")
_LONG = ("max-length", "string-length")

# A unit that is not of UCUM breaks the invariant of its kind of quantity.
_UNCODED = ("required-binding", "profile-binding", "age-1", "dis-1", "drt-1")

OPERATORS = (
    Operator("fixed", when(_is_fixed), _differing("fixed"), ("fixed-value",), NOT_THERE),
    Operator("pattern", _with("pattern"), _differing("pattern"), ("pattern-value",), NOT_THERE),
    Operator("min-value", _with("minValue"), _beyond("minValue", -1, "0001"), _BELOW, NOT_THERE),
    Operator("max-value", _with("maxValue"), _beyond("maxValue", 1, "9999"), _ABOVE, NOT_THERE),
    Operator("max-length", when(lambda _, __, e: "maxLength" in e), too_long, _LONG, NOT_THERE),
    Operator("binding", when(_strict), uncoded, _UNCODED, NOT_THERE),
    Operator(
        "binding-extensible", when(_loose), uncoded, ("profile-binding",), NOT_THERE, "warning"
    ),
    Operator(
        "target",
        when(lambda _, __, e: _targets(e)),
        astray,
        ("reference-target", "reference-type"),
        NOT_THERE,
    ),
)
