"""Faults of number: an element dropped, repeated, or there although it is excluded."""

from collections.abc import Iterator
from typing import Any

from conformance.mutants.edits import Path, add, at, drop
from conformance.mutants.elements import Json, Snapshot, is_array, is_slice
from conformance.mutants.samples import UNKNOWN_EXTENSION, json_key

from .operator import Case, Change, Operator, when

NOT_THERE = "no example has the element, and none could be added without a fault"


def without(resource: Any, parent: Path, values: tuple[Path, ...]) -> Any:
    """Without some values of an element. A parent that has nothing else gets an extension."""
    for path in reversed(values):
        resource = drop(resource, path)
    return kept(resource, parent)


def kept(resource: Any, parent: Path) -> Any:
    """With an extension in an object that has nothing else."""
    left = at(resource, parent)
    if isinstance(left, dict) and left.keys() <= {"id"}:
        return add(resource, parent, "extension", UNKNOWN_EXTENSION, is_array=True)
    return resource


def too_few(case: Case) -> Iterator[Change]:
    """One value less than the minimum."""
    least = int(case.element["min"])
    for parent, values in case.places.groups(case.demand.element):
        if len(values) >= least and isinstance(at(case.resource, parent), dict):
            yield Change(without(case.resource, parent, values[least - 1 :]), (parent,))


def too_many(case: Case) -> Iterator[Change]:
    """One value more than the maximum; an array where JSON has no array."""
    most = int(case.element["max"])
    for parent, values in case.places.groups(case.demand.element):
        if not values:
            continue
        resource, last = case.resource, values[-1]
        value = at(resource, last)
        if isinstance(value, dict):
            value = {k: v for k, v in value.items() if k != "id"}
        if not isinstance(last[-1], int):
            doubled = add(resource, parent, last[-1], [at(resource, last), value], is_array=False)
            yield Change(doubled, (last,), ("json-type",))
            continue
        for _ in range(most + 1 - len(values)):
            resource = add(resource, parent, str(last[-2]), value, is_array=True)
        yield Change(resource, (parent, last[:-1]))


def excluded(case: Case) -> Iterator[Change]:
    """A value of an element that has no place in the profile."""
    element_id = case.demand.element
    value = case.samples.of(case.snapshot, element_id)
    if value is None:
        return
    key, repeats = json_key(case.snapshot, element_id), is_array(case.element)
    for parent, values in case.places.groups(element_id):
        if not values and isinstance(at(case.resource, parent), dict):
            changed = add(case.resource, parent, key, value, is_array=repeats)
            path = (*parent, key)
            listed = at(changed, path)
            yield Change(changed, (parent, path, (*path, len(listed) - 1)))


def unsupported(case: Case) -> Iterator[Change]:
    """Without an optional element that is to be supported."""
    for parent, values in case.places.groups(case.demand.element):
        if values and isinstance(at(case.resource, parent), dict):
            yield Change(without(case.resource, parent, values), (parent,))


def _most(element: Json) -> str:
    return str(element.get("max", "*"))


def _is_limited(snapshot: Snapshot, element_id: str, element: Json) -> bool:
    is_value = snapshot.is_primitive or element_id == snapshot.root
    return _most(element) not in "0*" and not is_slice(element_id) and not is_value


def _is_optional(snapshot: Snapshot, element_id: str, element: Json) -> bool:
    is_plain = not is_slice(element_id) and element_id != snapshot.root
    return bool(element.get("mustSupport")) and is_plain and not element.get("min")


OPERATORS = (
    Operator(
        "min",
        when(lambda s, i, e: i != s.root and e.get("min") and not is_slice(i)),
        too_few,
        ("required-element", "profile-min"),
        NOT_THERE,
    ),
    Operator(
        "max",
        when(_is_limited),
        too_many,
        ("profile-max",),
        NOT_THERE,
    ),
    Operator(
        "absent",
        when(lambda _, i, e: _most(e) == "0" and not is_slice(i)),
        excluded,
        ("profile-absent", "sqty-1"),
        "no example has its parent, or no value could be made",
    ),
    Operator(
        "slice-min",
        when(lambda _, i, e: is_slice(i) and e.get("min")),
        too_few,
        ("slice-min", "required-element"),
        "no example has a value that is known to be in the slice",
    ),
    Operator(
        "slice-max",
        when(lambda _, i, e: is_slice(i) and _most(e) not in "0*"),
        too_many,
        ("slice-max", "profile-max"),
        "no example has a value that is known to be in the slice",
    ),
    Operator(
        "slice-absent",
        when(lambda _, i, e: is_slice(i) and _most(e) == "0"),
        excluded,
        ("slice-max", "profile-absent"),
        "no example has its parent, or no value could be made",
    ),
    Operator(
        "must-support", when(_is_optional), unsupported, ("must-support",), NOT_THERE, "information"
    ),
)
