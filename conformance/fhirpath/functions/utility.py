"""Utility functions. FHIRPath N1 2.0.0, section 5.9, and `defineVariable` of later versions."""

from typing import Any

from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.model import Node
from conformance.fhirpath.scope import RESERVED, Code, Scope, single
from conformance.fhirpath.system import system_type, to_plain
from conformance.fhirpath.temporal import Moment, from_datetime

from .signature import INPUT, Function, string


def _trace(scope: Scope, items: list[Any], name: Code, projection: Code | None = None) -> list[Any]:
    tell = scope.run.options.get("trace")
    if tell is not None:
        shown = items
        if projection is not None:
            shown = [y for i, x in enumerate(items) for y in projection(scope.on([x], i))]
        tell(string(single(name(scope))), [to_plain(x) for x in shown])
    return items


def _now(scope: Scope, _: list[Any]) -> list[Any]:
    return [from_datetime(scope.run.now())]


def _today(scope: Scope, _: list[Any]) -> list[Any]:
    return [Moment("Date", from_datetime(scope.run.now()).parts[:3])]


def _time_of_day(scope: Scope, _: list[Any]) -> list[Any]:
    return [Moment("Time", from_datetime(scope.run.now()).parts[3:])]


def _define(scope: Scope, items: list[Any], name: Code, value: Code | None = None) -> list[Any]:
    variable = string(single(name(scope)))
    if variable in scope.variables or variable in RESERVED:
        raise FhirPathError(f"The variable %{variable} is defined already")
    scope.variables[variable] = items if value is None else value(scope.on(items))
    return items


def _type(_: Scope, items: list[Any]) -> list[Any]:
    return [Node(_info(item), None) for item in items]


def _info(item: Any) -> dict[str, str]:
    if type(item) is not Node:
        return {"namespace": "System", "name": system_type(item)}
    # A backbone element has no name of its own.
    name = item.type or "Element"
    return {"namespace": "FHIR", "name": "BackboneElement" if "." in name else name}


TABLE = {
    "trace": Function(_trace, 1, 2, lazy=True, returns=INPUT),
    "now": Function(_now, returns="System.DateTime"),
    "today": Function(_today, returns="System.Date"),
    "timeOfDay": Function(_time_of_day, returns="System.Time"),
    "defineVariable": Function(_define, 1, 2, lazy=True, returns=INPUT),
    "type": Function(_type),
}
