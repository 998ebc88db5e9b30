"""Decimal numbers as strings that sort like numbers: sign, exponent, digits; never floats.

Source: FHIR R4 search.html, 3.1.1.5.3 (number): a number stands for the interval its digits leave
open, except after a prefix of order, which takes it as exact.
"""

import re
from collections.abc import Callable
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.filters import Filter, any_of, between

from . import interval
from .model import prefixed

FORM = re.compile(r"-?\d{1,100}(?:\.\d{1,100})?(?:[eE][+-]?\d{1,4})?", re.ASCII)
EXACT = Context(prec=500)
DIGITS = 100
FIXED_DIGITS = 30
EXPONENT_OFFSET = 500_000
COMPLEMENT = str.maketrans("0123456789", "9876543210")
WIDTH = FIXED_DIGITS + 7
BEFORE_ALL, AFTER_ALL = "0" * WIDTH, "9" * WIDTH
INTERVAL = "~"  # after the key of numbers, the key of intervals
NEXT = " "  # makes a bound that follows the number and comes before any greater one
END = "~"  # follows every number


@lru_cache(maxsize=16_384)
def encode(number: Decimal | int) -> str:
    """The string of a number. Numbers that differ only beyond 100 digits are taken as equal."""
    sign, magnitude = _parts(number, DIGITS)
    if not magnitude:
        return "1"
    return f"0{magnitude.translate(COMPLEMENT)}~" if sign else f"2{magnitude}"


@lru_cache(maxsize=16_384)
def fixed(number: Decimal | int) -> str:
    """The same with 37 characters, and 30 digits."""
    sign, magnitude = _parts(number, FIXED_DIGITS)
    padded = magnitude.ljust(FIXED_DIGITS + 6, "0")
    if not magnitude:
        return f"1{padded}"
    return f"0{padded.translate(COMPLEMENT)}" if sign else f"2{padded}"


def _parts(number: Decimal | int, most: int) -> tuple[int, str]:
    """Sign and magnitude (six digits of exponent, then significant digits); zero has none."""
    mantissa, _, power = f"{Decimal(number):E}".partition("E")
    significant = mantissa.replace(".", "").lstrip("-").rstrip("0")
    if not significant:
        return 0, ""
    exponent = min(max(int(power) + EXPONENT_OFFSET, 0), 2 * EXPONENT_OFFSET - 1)
    return int(mantissa[0] == "-"), f"{exponent:06d}{significant[:most]}"


Bounds = tuple[str, Decimal, Decimal]


def read(text: str) -> Bounds:
    """Prefix and interval `[low, high)` of a search value; low is high where it is exact."""
    prefix, number = prefixed(text, COMPARISONS)
    if not FORM.fullmatch(number):
        raise BadRequest(f"{number!r} is not a number such as 100, 5.40 or 1e-3")
    value = Decimal(number)
    if prefix in ("eq", "ne"):
        margin = _half_of_last_digit(number, value)
    else:
        margin = EXACT.divide(abs(value), Decimal(10)) if prefix == "ap" else Decimal(0)
    return prefix, EXACT.subtract(value, margin), EXACT.add(value, margin)


def _half_of_last_digit(text: str, value: Decimal) -> Decimal:
    """0.5 for 100, 0.005 for 100.00, and 5 for 1e2, as the specification's examples say."""
    exponent = int(value.as_tuple().exponent)
    return Decimal(5).scaleb(exponent - (2 if "e" in text.lower() else 1))


def compare(key: str, bounds: Bounds) -> Filter:
    """Documents with a number or an interval under a key in the relation that was asked for."""
    prefix, low, high = bounds
    numbers = COMPARISONS[prefix](key, key + encode(low), key + encode(high))
    return any_of([numbers, interval.compare(key + INTERVAL, prefix, fixed(low), fixed(high))])


def ranges(bounds: Bounds) -> list[tuple[str, str]]:
    """The same relation as ranges `[low, high)` of `fixed` numbers."""
    prefix, low, high = bounds
    below, above = fixed(low), fixed(high)
    beyond = above + NEXT
    return {
        "eq": [(below, above)],
        "ne": [(BEFORE_ALL, below), (above, AFTER_ALL)],
        "gt": [(beyond, AFTER_ALL)],
        "lt": [(BEFORE_ALL, below)],
        "ge": [(below, AFTER_ALL)],
        "le": [(BEFORE_ALL, beyond)],
        "sa": [(beyond, AFTER_ALL)],
        "eb": [(BEFORE_ALL, below)],
        "ap": [(below, beyond)],
    }[prefix]


def interval_of(
    value: dict[str, Any], convert: Callable[[Any], Decimal | int] = lambda number: number
) -> tuple[str, str] | None:
    """The `fixed` ends of a Range, or of a quantity with a comparator; None of anything else."""
    low, high = ((value.get(end) or {}).get("value") for end in ("low", "high"))
    comparator, number = value.get("comparator"), value.get("value")
    if comparator and number is not None:
        low, high = (None, number) if comparator.startswith("<") else (number, None)
    if low is None and high is None:
        return None
    return (
        BEFORE_ALL if low is None else fixed(convert(low)),
        AFTER_ALL if high is None else fixed(convert(high)),
    )


COMPARISONS: dict[str, Callable[[str, str, str], Filter]] = {
    "eq": lambda _, low, high: between(low, high),
    "ne": lambda key, low, high: any_of([between(key, low), between(high, key + END)]),
    "gt": lambda key, _, high: between(high + NEXT, key + END),
    "lt": lambda key, low, _: between(key, low),
    "ge": lambda key, low, _: between(low, key + END),
    "le": lambda key, _, high: between(key, high + NEXT),
    "sa": lambda key, _, high: between(high + NEXT, key + END),
    "eb": lambda key, low, _: between(key, low),
    "ap": lambda _, low, high: between(low, high + NEXT),
}
