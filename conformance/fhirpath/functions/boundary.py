"""Boundaries and precision, and comparability. FHIRPath 3.0, sections 5.6.11 and 5.6.12."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from conformance.fhirpath import quantity
from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.numbers import ARITHMETIC, is_number, places
from conformance.fhirpath.quantity import Quantity
from conformance.fhirpath.temporal import DIGITS, Moment, boundary, precision

from .signature import BOOLEAN, INTEGER, Function, anything, integer, scalar

_MOST_DIGITS = 28
_DEFAULT_DIGITS = 8


def _decimal_boundary(value: Decimal, digits: int, *, high: bool) -> Decimal | None:
    if not 0 <= digits <= _MOST_DIGITS or value.adjusted() > _MOST_DIGITS:
        return None
    half = Decimal(5).scaleb(-places(value) - 1)
    edge = ARITHMETIC.add(value, half if high else -half)
    rounding = ROUND_CEILING if high else ROUND_FLOOR
    return edge.quantize(Decimal(1).scaleb(-digits), rounding, ARITHMETIC)


def _boundary(value: Any, digits: int | None, *, high: bool) -> Any:
    if isinstance(value, Moment):
        return boundary(value, DIGITS[value.kind][-1] if digits is None else digits, high=high)
    wanted = _DEFAULT_DIGITS if digits is None else digits
    if isinstance(value, Quantity):
        edge = _decimal_boundary(value.value, wanted, high=high)
        return edge and Quantity(edge, value.unit, value.calendar)
    if is_number(value):
        return _decimal_boundary(Decimal(value), wanted, high=high)
    raise FhirPathError("Boundaries are for numbers, quantities, dates and times")


def _edge(*, high: bool) -> Function:
    def run(value: Any, digits: int | None = None) -> Any:
        return _boundary(value, digits, high=high)

    return scalar(run, anything, integer, optional=1)


def _precision(value: Any) -> int:
    if isinstance(value, Moment):
        return precision(value)
    if is_number(value):
        return places(value)
    raise FhirPathError("Precision is for numbers, dates and times")


def _quantity(item: Any) -> Quantity:
    value = anything(item)
    if not isinstance(value, Quantity):
        raise FhirPathError("Expected a quantity")
    return value


TABLE = {
    "lowBoundary": _edge(high=False),
    "highBoundary": _edge(high=True),
    "precision": scalar(_precision, anything, returns=INTEGER),
    "comparable": scalar(quantity.comparable, _quantity, _quantity, returns=BOOLEAN),
}
