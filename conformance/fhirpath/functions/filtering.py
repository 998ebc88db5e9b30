"""Filtering and projection. FHIRPath N1 2.0.0, section 5.2, and `sort` of later versions."""

from functools import cmp_to_key
from typing import Any

from conformance.fhirpath.equality import Set, order
from conformance.fhirpath.scope import Code, Scope, single, truth

from .signature import ARGUMENT, INPUT, Function


def where(scope: Scope, items: list[Any], criteria: Code) -> list[Any]:
    """The items for which the criteria are true."""
    scope.run.iterate(len(items))
    return [x for i, x in enumerate(items) if truth(criteria(scope.on([x], i)))]


def _select(scope: Scope, items: list[Any], projection: Code) -> list[Any]:
    scope.run.iterate(len(items))
    found: list[Any] = []
    for i, item in enumerate(items):
        more = projection(scope.on([item], i))
        scope.run.spend(len(more))
        found += more
    return found


def _repeat(scope: Scope, items: list[Any], projection: Code) -> list[Any]:
    found = Set(scope.run)
    waiting = items
    while waiting:
        scope.run.iterate(len(waiting))
        fresh: list[Any] = []
        for i, item in enumerate(waiting):
            fresh += (x for x in projection(scope.on([item], i)) if found.add(x))
        waiting = fresh
    return found.items


def _aggregate(scope: Scope, items: list[Any], step: Code, start: Code | None = None) -> list[Any]:
    scope.run.iterate(len(items))
    total = start(scope) if start else []
    for i, item in enumerate(items):
        inner = scope.on([item], i)
        inner.total = total
        total = step(inner)
        scope.run.spend(len(total))
    return total


def sort(scope: Scope, items: list[Any], keys: list[tuple[Code, bool]]) -> list[Any]:
    """The items by their keys, each (expression, whether descending).

    Items without a value come first in either direction, as in the official test suite.
    """
    scope.run.iterate(len(items) * (len(keys) + len(items).bit_length()))
    rows = [([single(k(scope.on([x], i))) for k, _ in keys], x) for i, x in enumerate(items)]

    def compare(left: tuple[list[Any], Any], right: tuple[list[Any], Any]) -> int:
        for a, b, (_, descending) in zip(left[0], right[0], keys, strict=True):
            if a is None or b is None:
                result = (b is None) - (a is None)
            else:
                result = (order(a, b) or 0) * (-1 if descending else 1)
            if result:
                return result
        return 0

    return [item for _, item in sorted(rows, key=cmp_to_key(compare))]


TABLE = {
    "where": Function(where, 1, 1, lazy=True, returns=INPUT),
    "select": Function(_select, 1, 1, lazy=True, returns=ARGUMENT),
    "repeat": Function(_repeat, 1, 1, lazy=True),
    "aggregate": Function(_aggregate, 1, 2, lazy=True),
}
