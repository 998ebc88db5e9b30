"""Faults of slicing: a value in no slice where there may be none, slices in the wrong order."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from conformance.mutants.edits import Path, add, at, put
from conformance.mutants.elements import Json, Snapshot, is_array, types_of
from conformance.mutants.places import Places
from conformance.mutants.samples import json_key

from .operator import Case, Change, Operator, when
from .values import other

_NO_OUTSIDER = "no example has the element, or no value out of all slices could be made"


def stranger(case: Case) -> Iterator[Change]:
    """Closed slicing: one more value, in none of the slices."""
    for parent, _ in case.places.groups(case.demand.element):
        for resource, path in _with_outsider(case, parent):
            yield Change(resource, (path,))


def stranger_first(case: Case) -> Iterator[Change]:
    """openAtEnd: a value in none of the slices, before those that are in some."""
    for parent, values in case.places.groups(case.demand.element):
        if not values or not isinstance(values[0][-1], int):
            continue
        for resource, path in _with_outsider(case, parent):
            listed = at(resource, path[:-1])
            turned = put(resource, path[:-1], [listed[-1], *listed[:-1]])
            yield Change(turned, (values[0],))


def _with_outsider(case: Case, parent: Path) -> Iterator[tuple[Json, Path]]:
    element_id = case.demand.element
    key = json_key(case.snapshot, element_id)
    for value in _outsiders(case, parent):
        resource = add(case.resource, parent, key, value, is_array=is_array(case.element))
        listed = at(resource, (*parent, key))
        path = (*parent, key, len(listed) - 1) if isinstance(listed, list) else (*parent, key)
        if _slice_of(Places(case.snapshot, resource, case.places.root), element_id, path) is None:
            yield resource, path
            return


def _outsiders(case: Case, parent: Path) -> Iterator[Any]:
    """Values that may be out of all slices: like one that is there, but for a leaf, or any."""
    for group in case.places.groups(case.demand.element):
        if group.parent == parent and group.values:
            yield other(at(case.resource, group.values[0]))
    for name in types_of(case.element):
        value = case.samples.of_type(name)
        if value is not None:
            yield value


def swapped(case: Case) -> Iterator[Change]:
    """Ordered slicing: two values of different slices in each other's place."""
    for _, values in case.places.groups(case.demand.element):
        placed = [(v, _slice_of(case.places, case.demand.element, v)) for v in values]
        known = [(v, s) for v, s in placed if s is not None]
        for (a, slice_a), (b, slice_b) in pairwise(known):
            if slice_a != slice_b:
                turned = put(case.resource, a, at(case.resource, b))
                yield Change(put(turned, b, at(case.resource, a)), (a, b))


def _slice_of(places: Places, element_id: str, path: Path) -> str | None:
    found = (s for s in places.snapshot.slices(element_id) if path in places.values(s))
    return next(found, None)


def _has(rules: str) -> Any:
    """Whether an element is sliced by these rules. Choices: see the operator of their types."""

    def test(snapshot: Snapshot, element_id: str, element: Json) -> bool:
        has = element.get("slicing", {}).get("rules") == rules and snapshot.slices(element_id)
        return bool(has) and not snapshot.is_choice(element_id)

    return when(test)


OPERATORS = (
    Operator(
        "slice-closed",
        _has("closed"),
        stranger,
        ("slice-unmatched", "profile-value-type"),
        _NO_OUTSIDER,
    ),
    Operator("slice-end", _has("openAtEnd"), stranger_first, ("slice-end",), _NO_OUTSIDER),
    Operator(
        "slice-order",
        when(lambda s, i, e: s.slices(i) and e.get("slicing", {}).get("ordered")),
        swapped,
        ("slice-order",),
        "no example has values of two of its slices",
    ),
)
