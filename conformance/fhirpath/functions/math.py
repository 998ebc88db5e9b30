"""Math. FHIRPath N1 2.0.0, section 5.7. Overflow and impossible results are empty."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, Context, Decimal
from typing import Any

from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.numbers import ARITHMETIC, Number, checked, rounded
from conformance.fhirpath.quantity import Quantity

from .signature import DECIMAL, INTEGER, Function, anything, decimal, integer, number, scalar

_LARGEST = 6_000
_TRUSTED = Context(prec=28, traps=[])
_MOST_PLACES = 100


def _abs(value: Any) -> Number | Quantity | None:
    if isinstance(value, Quantity):
        return Quantity(value.value.copy_abs(), value.unit, value.calendar)
    whole = number(value)
    return whole.copy_abs() if isinstance(whole, Decimal) else abs(whole)


def _to_whole(rounding: str) -> Callable[[Number], int | None]:
    def run(value: Number) -> int | None:
        if isinstance(value, int):
            return value
        if value.adjusted() > _LARGEST:
            return None
        whole = int(value.to_integral_value(rounding=rounding))
        return whole if checked(whole) is not None else None

    return run


def _round(value: Decimal, digits: int = 0) -> Number | None:
    if not 0 <= digits <= _MOST_PLACES:
        raise FhirPathError(f"round() takes 0 to {_MOST_PLACES} places")
    return checked(rounded(value, digits))


def _log(value: Decimal, base: Decimal) -> Number | None:
    divisor = base.ln(ARITHMETIC)
    # The last digits of a quotient of two rounded logarithms are not to be trusted.
    quotient = ARITHMETIC.divide(value.ln(ARITHMETIC), divisor)
    return checked(quotient.normalize(_TRUSTED))


def _power(base: Number, exponent: Number) -> Number | None:
    if isinstance(base, int) and isinstance(exponent, int) and exponent >= 0:
        if base.bit_length() * exponent > 128 and abs(base) > 1:
            return None
        return checked(base ** (exponent if abs(base) > 1 else min(exponent, 2 + exponent % 2)))
    return checked(ARITHMETIC.power(Decimal(base), Decimal(exponent)))


def _of_decimal(function: Callable[[Decimal], Decimal]) -> Function:
    return scalar(lambda value: checked(function(value)), decimal, returns=DECIMAL)


TABLE = {
    "abs": scalar(_abs, anything),
    "ceiling": scalar(_to_whole(ROUND_CEILING), number, returns=INTEGER),
    "floor": scalar(_to_whole(ROUND_FLOOR), number, returns=INTEGER),
    "truncate": scalar(_to_whole(ROUND_DOWN), number, returns=INTEGER),
    "round": scalar(_round, decimal, integer, returns=DECIMAL, optional=1),
    "exp": _of_decimal(ARITHMETIC.exp),
    "ln": _of_decimal(ARITHMETIC.ln),
    "sqrt": _of_decimal(ARITHMETIC.sqrt),
    "log": scalar(_log, decimal, decimal, returns=DECIMAL),
    "power": scalar(_power, number, number),
}
