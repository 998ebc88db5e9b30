"""Subsetting and combining. FHIRPath N1 2.0.0, sections 5.3 and 5.4."""

from typing import Any

from conformance.fhirpath.equality import Set
from conformance.fhirpath.scope import Scope, single

from .signature import INPUT, Function, integer


def _first(_: Scope, items: list[Any]) -> list[Any]:
    return items[:1]


def _single(_: Scope, items: list[Any]) -> list[Any]:
    single(items)
    return items


def _number(found: list[Any]) -> int:
    item = single(found)
    return 0 if item is None else max(0, integer(item))


def _intersect(scope: Scope, items: list[Any], other: list[Any]) -> list[Any]:
    known = Set(scope.run, other)
    return [item for item in Set(scope.run, items).items if item in known]


def _exclude(scope: Scope, items: list[Any], other: list[Any]) -> list[Any]:
    known = Set(scope.run, other)
    return [item for item in items if item not in known]


def union(scope: Scope, items: list[Any], other: list[Any]) -> list[Any]:
    """Both collections, without duplicates."""
    if len(items) + len(other) < 2:
        return items or other
    return Set(scope.run, [*items, *other]).items


def _combine(scope: Scope, items: list[Any], other: list[Any]) -> list[Any]:
    scope.run.spend(len(items) + len(other))
    return items + other


TABLE = {
    "single": Function(_single, returns=INPUT),
    "first": Function(_first, returns=INPUT),
    "last": Function(lambda _, items: items[-1:], returns=INPUT),
    "tail": Function(lambda _, items: items[1:], returns=INPUT),
    "skip": Function(lambda _, items, n: items[_number(n) :], 1, 1, returns=INPUT),
    "take": Function(lambda _, items, n: items[: _number(n)], 1, 1, returns=INPUT),
    "intersect": Function(_intersect, 1, 1, returns=INPUT),
    "exclude": Function(_exclude, 1, 1, returns=INPUT),
    "union": Function(union, 1, 1),
    "combine": Function(_combine, 1, 1),
}
