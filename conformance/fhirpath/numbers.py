"""Arithmetic with at least 28 digits and without exceptions. FHIRPath N1 2.0.0, section 4.1.2."""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeGuard

Number = int | Decimal

ARITHMETIC = Context(prec=34, rounding=ROUND_HALF_UP, Emin=-6143, Emax=6144, traps=[])
"""All calculations run in it; what it cannot represent becomes NaN or infinity, then empty."""

MAX_INTEGER = 2**63 - 1
"""Integers beyond this overflow, and an overflow is empty (section 6.6)."""


def is_number(value: object) -> TypeGuard[Number]:
    """Whether a System value is an Integer or a Decimal (a Boolean is neither)."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def checked(value: Number | None) -> Number | None:
    """The number, or None where the calculation has overflowed or has no result."""
    if value is None:
        return None
    if isinstance(value, int):
        return value if -MAX_INTEGER <= value <= MAX_INTEGER else None
    return value if value.is_finite() else None


def negated(value: Number) -> Number:
    """The number with the other sign, every digit kept."""
    return value.copy_negate() if isinstance(value, Decimal) else -value


def places(value: Number) -> int:
    """Digits after the decimal point, as written."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def significant_places(value: Number) -> int:
    """Digits after the decimal point without trailing zeros: the precision `~` goes by."""
    return places(value.normalize(ARITHMETIC)) if isinstance(value, Decimal) else 0


def rounded(value: Number, digits: int) -> Decimal:
    """Rounded half up (away from zero) to `digits` places."""
    return Decimal(value).quantize(Decimal(1).scaleb(-digits), context=ARITHMETIC)
