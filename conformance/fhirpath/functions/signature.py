"""How a function is entered in the tables: its code, its arity, and what it returns."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.model import Node
from conformance.fhirpath.numbers import Number, is_number
from conformance.fhirpath.scope import Scope, single
from conformance.fhirpath.system import to_system
from conformance.fhirpath.temporal import Moment

BOOLEAN, INTEGER, DECIMAL, STRING = (
    f"System.{name}" for name in ("Boolean", "Integer", "Decimal", "String")
)
INPUT = "input"
"""The items of the result are items of the input."""
ARGUMENT = "argument"
"""The items of the result come from the argument."""


class Function(NamedTuple):
    """A function `run(scope, items, *arguments) -> items`.

    It takes `least` to `most` arguments: collections, or with `lazy` compiled expressions, which
    it runs on a scope of its own. `returns` is a type, `INPUT`, `ARGUMENT`, or None if unknown.
    """

    run: Callable[..., list[Any]]
    least: int = 0
    most: int = 0
    lazy: bool = False
    returns: str | None = None


Taker = Callable[[Any], Any]
"""Takes a System value of its type from a single item, or raises `FhirPathError`."""


def string(item: Any) -> str:
    """A string."""
    value = to_system(item)
    if not isinstance(value, str):
        raise FhirPathError("Expected a string")
    return value


def integer(item: Any) -> int:
    """An integer."""
    value = to_system(item)
    if not isinstance(value, int) or isinstance(value, bool):
        raise FhirPathError("Expected an integer")
    return value


def number(item: Any) -> Number:
    """An integer or decimal."""
    value = to_system(item)
    if not is_number(value):
        raise FhirPathError("Expected a number")
    return value


def decimal(item: Any) -> Decimal:
    """A number as a decimal."""
    return Decimal(number(item))


def moment(item: Any) -> Moment:
    """A date, time or date-time."""
    value = to_system(item)
    if not isinstance(value, Moment):
        raise FhirPathError("Expected a date or time")
    return value


def anything(item: Any) -> Any:
    """Any System value, or node without one."""
    return to_system(item)


def scalar(
    function: Callable[..., Any], *takers: Taker, returns: str | None = None, optional: int = 0
) -> Function:
    """A function of single values: of the input by the first taker, of arguments by the others.

    It is empty where one of them is, or is a primitive without a value. `function` may answer a
    value, a list of values, or None for empty; its last `optional` arguments have defaults.
    """

    def run(scope: Scope, items: list[Any], *arguments: list[Any]) -> list[Any]:
        values = []
        for taker, found in zip(takers, (items, *arguments), strict=False):
            item = found[0] if len(found) == 1 else single(found)
            if item is None or (type(item) is Node and item.value is None):
                return []
            value = taker(item)
            if type(value) is str:
                scope.run.charge(value)
            values.append(value)
        return _collection(scope, function(*values))

    most = len(takers) - 1
    return Function(run, most - optional, most, returns=returns)


def _collection(scope: Scope, result: Any) -> list[Any]:
    if result is None:
        return []
    if type(result) is str:
        scope.run.charge(result)
    if type(result) is list:
        scope.run.spend(len(result))
        return result
    return [result]
