"""The answer types of the item types of a Questionnaire, and how answers compare.

FHIR R4 valueset-item-type.html and questionnaire.html, section 2.38.5.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from conformance.fhirpath import quantity, temporal

_OPTIONS = frozenset({"Coding", "Integer", "Date", "Time", "String", "Reference"})

ANSWERS: dict[str, frozenset[str]] = {
    "boolean": frozenset({"Boolean"}),
    "decimal": frozenset({"Decimal"}),
    "integer": frozenset({"Integer"}),
    "date": frozenset({"Date"}),
    "dateTime": frozenset({"DateTime"}),
    "time": frozenset({"Time"}),
    "string": frozenset({"String"}),
    "text": frozenset({"String"}),
    "url": frozenset({"Uri"}),
    "choice": _OPTIONS,
    "open-choice": _OPTIONS,
    "attachment": frozenset({"Attachment"}),
    "reference": frozenset({"Reference"}),
    "quantity": frozenset({"Quantity"}),
}
"""What stands behind `value`, `answer` or `initial` of an item of each type; none for others."""

_FIRST = (1, 1, 1, 0, 0, Decimal(0))


def compare(suffix: str, left: Any, right: Any) -> int | None:
    """Negative, 0 or positive as `left` is below, at or above `right`; None: not comparable.

    A date without day or month counts as its first day.
    """
    order = _ORDERS.get(suffix, _plain)
    return order(left, right)


def same(suffix: str, left: Any, right: Any) -> bool:
    """Whether two answers are the same: of a Coding system and code, of a Reference its target."""
    if isinstance(left, dict) and isinstance(right, dict) and suffix in _IDENTITY:
        return all(left.get(key) == right.get(key) for key in _IDENTITY[suffix])
    return left == right or compare(suffix, left, right) == 0


_IDENTITY = {"Coding": ("system", "code"), "Reference": ("reference",)}


def _plain(left: Any, right: Any) -> int | None:
    try:
        return int(left > right) - int(left < right)
    except TypeError:
        return None


def _moments(left: Any, right: Any) -> int | None:
    a, b = (temporal.parse_datetime(str(value)) for value in (left, right))
    if a is None or b is None:
        return None
    filled = [
        replace(m, parts=m.parts + _FIRST[len(m.parts) :], offset=m.offset or 0) for m in (a, b)
    ]
    return temporal.compare(*filled)


def _quantities(left: Any, right: Any) -> int | None:
    """Only coded units compare: a unit in words may mean anything."""
    if not isinstance(left, dict) or not isinstance(right, dict):
        return None
    if any("value" not in each or "code" not in each for each in (left, right)):
        return None
    if left.get("system") != right.get("system"):
        return None
    a, b = (quantity.Quantity(Decimal(q["value"]), q["code"]) for q in (left, right))
    return quantity.compare(a, b)


_ORDERS: dict[str, Callable[[Any, Any], int | None]] = {
    "Date": _moments,
    "DateTime": _moments,
    "Quantity": _quantities,
}
