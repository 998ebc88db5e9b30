"""Quantities with UCUM or calendar units. FHIRPath N1 2.0.0, sections 4.1.6 and 6.6."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from . import ucum
from .numbers import ARITHMETIC, places

_KEYWORDS = ("year", "month", "week", "day", "hour", "minute", "second", "millisecond")
CALENDAR = {word: k for k in _KEYWORDS for word in (k, k + "s")}
"""Keywords of calendar durations, each with its singular."""

# What a calendar duration is in UCUM where it is definite. Years and months are not: a calendar
# year is only equivalent to 'a', never equal (section 6.1).
DEFINITE = {
    "week": "wk", "day": "d", "hour": "h", "minute": "min", "second": "s", "millisecond": "ms",
}  # fmt: skip
_INDEFINITE = {"year": ("a", 12), "month": ("mo", 1)}
_MOST_PLACES = 1_000
_TEXT = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(?:'([^']+)'|([a-zA-Z]+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit: a UCUM code, or with `calendar` a singular keyword such as `day`."""

    value: Decimal
    unit: str = "1"
    calendar: bool = False

    def __str__(self) -> str:
        if not self.calendar:
            return f"{self.value} '{self.unit}'"
        return f"{self.value} {self.unit}{'' if self.value == 1 else 's'}"


def parse_quantity(text: str) -> Quantity | None:
    """A quantity from `10`, `10 'mg'` or `4 days`, or None. Section 5.5 (toQuantity)."""
    match = _TEXT.fullmatch(text)
    if match is None or (match[3] and match[3] not in CALENDAR):
        return None
    value = Decimal(match[1])
    if match[3]:
        return Quantity(value, CALENDAR[match[3]], calendar=True)
    return Quantity(value, match[2] or "1")


def _definite(quantity: Quantity) -> str | None:
    return DEFINITE.get(quantity.unit) if quantity.calendar else quantity.unit


def _months(quantity: Quantity, *, loosely: bool) -> Decimal | None:
    """A quantity of years or months in months; UCUM's only when compared loosely."""
    for keyword, (code, months) in _INDEFINITE.items():
        if quantity.unit == (keyword if quantity.calendar else code):
            return quantity.value * months if quantity.calendar or loosely else None
    return None


def _common(left: Quantity, right: Quantity) -> tuple[Fraction, Fraction] | None:
    """Both values in base units, or in an unknown unit they share; None where there is none."""
    left_unit, right_unit = _definite(left), _definite(right)
    if left_unit is None or right_unit is None:
        return None
    a, b = ucum.parse(left_unit), ucum.parse(right_unit)
    if a is None or b is None:
        same = left_unit == right_unit
        return (Fraction(left.value), Fraction(right.value)) if same else None
    if a.dimension != b.dimension:
        return None
    return (
        Fraction(left.value) * a.factor + a.offset,
        Fraction(right.value) * b.factor + b.offset,
    )


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether the units measure the same."""
    return compare(left, right) is not None


def compare(left: Quantity, right: Quantity) -> int | None:
    """Negative, 0 or positive; None where the units are not comparable."""
    if left.calendar and right.calendar:
        a, b = _months(left, loosely=False), _months(right, loosely=False)
        if a is not None and b is not None:
            return (a > b) - (a < b)
    both = _common(left, right)
    return None if both is None else (both[0] > both[1]) - (both[0] < both[1])


def equivalent(left: Quantity, right: Quantity) -> bool:
    """Equal after conversion to the larger unit and rounding to the lesser precision."""
    a, b = _months(left, loosely=True), _months(right, loosely=True)
    if a is not None and b is not None:
        return a == b
    both = _common(left, right)
    if both is None:
        return False
    a_factor, b_factor = _factor(_definite(left)), _factor(_definite(right))
    # In the larger unit, so that the answer is the same from both sides.
    unit = max(a_factor, b_factor)
    step = max(a_factor / 10 ** places(left.value), b_factor / 10 ** places(right.value)) / unit
    digits = next((d for d in range(_MOST_PLACES) if Fraction(1, 10 ** (d + 1)) < step), 0)
    return round(both[0] / unit, digits) == round(both[1] / unit, digits)


def _factor(code: str | None) -> Fraction:
    unit = ucum.parse(code or "")
    return Fraction(1) if unit is None else unit.factor


def add(left: Quantity, right: Quantity, sign: int) -> Quantity | None:
    """Sum or difference in the smaller of both units; None where they are not comparable."""
    if left.unit == right.unit and left.calendar == right.calendar:
        return _finite(_sum(left.value, right.value, sign), left)
    a, b = ucum.parse(_definite(left) or ""), ucum.parse(_definite(right) or "")
    if a is None or b is None or a.dimension != b.dimension:
        return None
    finer = left if a.factor <= b.factor else right
    unit = min(a.factor, b.factor)
    values = [as_decimal(Fraction(q.value) * u.factor / unit) for q, u in ((left, a), (right, b))]
    return _finite(_sum(values[0], values[1], sign), finer)


def _sum(left: Decimal, right: Decimal, sign: int) -> Decimal:
    return ARITHMETIC.add(left, right) if sign > 0 else ARITHMETIC.subtract(left, right)


def _finite(value: Decimal, like: Quantity) -> Quantity | None:
    """The value in the unit of another quantity; None where the calculation overflowed."""
    return Quantity(value, like.unit, like.calendar) if value.is_finite() else None


def convert(value: Quantity, unit: str) -> Quantity | None:
    """The quantity in another UCUM unit, or None where that is not possible."""
    a, b = ucum.parse(_definite(value) or ""), ucum.parse(unit)
    if value.unit == unit and not value.calendar:
        return value
    if a is None or b is None or a.dimension != b.dimension:
        return None
    base = Fraction(value.value) * a.factor + a.offset
    return Quantity(as_decimal((base - b.offset) / b.factor), unit)


def as_decimal(value: Fraction) -> Decimal:
    """The nearest decimal of the engine's precision."""
    return ARITHMETIC.divide(Decimal(value.numerator), Decimal(value.denominator))


def multiply(left: Quantity, right: Quantity) -> Quantity | None:
    """The product, its unit in UCUM; None where a unit has no UCUM meaning."""
    return _combine(left, right, ".")


def divide(left: Quantity, right: Quantity) -> Quantity | None:
    """The quotient, its unit in UCUM; None on division by zero or a unit without UCUM meaning."""
    return _combine(left, right, "/") if right.value else None


def _combine(left: Quantity, right: Quantity, operator: str) -> Quantity | None:
    a, b = _definite(left), _definite(right)
    calculate = ARITHMETIC.multiply if operator == "." else ARITHMETIC.divide
    value = calculate(left.value, right.value)
    if b == "1":
        return _finite(value, left)
    if a is None or b is None:
        return None
    grouped = f"({b})" if any(c in b for c in "./") else b
    code = grouped if (a, operator) == ("1", ".") else f"{'' if a == '1' else a}{operator}{grouped}"
    unit = ucum.parse(code)
    if unit is None:
        return None
    if not unit.dimension:
        return _finite(ARITHMETIC.multiply(value, as_decimal(unit.factor)), Quantity(value))
    return _finite(value, Quantity(value, code))
