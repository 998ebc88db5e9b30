"""Existence. FHIRPath N1 2.0.0, section 5.1."""

from collections.abc import Callable
from typing import Any

from conformance.fhirpath.equality import Set
from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.scope import Code, Scope, truth
from conformance.fhirpath.system import to_system

from .filtering import where
from .signature import BOOLEAN, INPUT, INTEGER, Function


def _exists(scope: Scope, items: list[Any], criteria: Code | None = None) -> list[Any]:
    return [bool(items if criteria is None else where(scope, items, criteria))]


def _all(scope: Scope, items: list[Any], criteria: Code) -> list[Any]:
    scope.run.iterate(len(items))
    return [all(truth(criteria(scope.on([x], i))) is True for i, x in enumerate(items))]


def _booleans(quantifier: Callable[..., bool], wanted: bool) -> Function:
    def run(_: Scope, items: list[Any]) -> list[Any]:
        values = [to_system(item) for item in items]
        if not all(isinstance(v, bool) for v in values):
            raise FhirPathError("Expected booleans only")
        return [quantifier(v is wanted for v in values)]

    return Function(run, returns=BOOLEAN)


def _not(_: Scope, items: list[Any]) -> list[Any]:
    value = truth(items)
    return [] if value is None else [not value]


def _subset(scope: Scope, items: list[Any], other: list[Any]) -> list[Any]:
    known = Set(scope.run, other)
    return [all(item in known for item in items)]


def _distinct(scope: Scope, items: list[Any]) -> list[Any]:
    return Set(scope.run, items).items


TABLE = {
    "empty": Function(lambda _, items: [not items], returns=BOOLEAN),
    "exists": Function(_exists, 0, 1, lazy=True, returns=BOOLEAN),
    "all": Function(_all, 1, 1, lazy=True, returns=BOOLEAN),
    "allTrue": _booleans(all, True),
    "anyTrue": _booleans(any, True),
    "allFalse": _booleans(all, False),
    "anyFalse": _booleans(any, False),
    "not": Function(_not, returns=BOOLEAN),
    "subsetOf": Function(_subset, 1, 1, returns=BOOLEAN),
    "supersetOf": Function(
        lambda scope, items, other: _subset(scope, other, items), 1, 1, returns=BOOLEAN
    ),
    "count": Function(lambda _, items: [len(items)], returns=INTEGER),
    "distinct": Function(_distinct, returns=INPUT),
    "isDistinct": Function(
        lambda scope, items: [len(_distinct(scope, items)) == len(items)], returns=BOOLEAN
    ),
}
