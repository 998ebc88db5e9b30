"""Tree navigation. FHIRPath N1 2.0.0, section 5.8."""

from typing import Any

from conformance.fhirpath.model import Node, children
from conformance.fhirpath.scope import Scope

from .signature import Function


def _children(scope: Scope, items: list[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if type(item) is Node:
            found += children(item)
    scope.run.spend(len(found))
    return found


def _descendants(scope: Scope, items: list[Any]) -> list[Any]:
    found: list[Any] = []
    level = items
    while level := _children(scope, level):
        found += level
    return found


TABLE = {"children": Function(_children), "descendants": Function(_descendants)}
