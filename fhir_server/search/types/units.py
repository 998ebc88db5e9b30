"""What a UCUM unit measures, so that 1 g and 1000 mg are entered, and found, as the same.

A number in base units is exact where the unit's factor is a finite decimal; a third or 5/9 (degree
Fahrenheit) is rounded to 60 digits, which keeps every order.
"""

from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from conformance.fhirpath import ucum

UCUM = "http://unitsofmeasure.org"
MEASURE = "\x05"  # before what is measured; no unit begins so
EXACT = Context(prec=500)
ROUNDED = Context(prec=60)


class Measure(NamedTuple):
    """A dimension as text, and how a number in the unit becomes one in base units."""

    key: str
    to_base: Callable[[Decimal | int], Decimal]


@lru_cache(maxsize=4096)
def measure_of(code: str) -> Measure | None:
    """The measure of a UCUM code; None when it is not a unit known here."""
    unit = ucum.parse(code)
    if unit is None:
        return None
    key = MEASURE + ".".join(f"{base}{power}" for base, power in unit.dimension)
    factor, offset = _decimal(unit.factor), _decimal(unit.offset)
    if factor is None or offset is None:
        return Measure(key, lambda number: _divided(Fraction(number) * unit.factor + unit.offset))
    return Measure(key, lambda number: EXACT.add(EXACT.multiply(Decimal(number), factor), offset))


def _decimal(number: Fraction) -> Decimal | None:
    """A fraction as a decimal if that is finite."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


def _divided(number: Fraction) -> Decimal:
    return ROUNDED.divide(Decimal(number.numerator), Decimal(number.denominator))
