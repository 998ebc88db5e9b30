"""Equality, equivalence and order of items and collections. FHIRPath N1 2.0.0, section 6.1, 6.2."""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import Any

from . import quantity, temporal
from .errors import FhirPathError
from .model import Node
from .numbers import is_number, rounded, significant_places
from .quantity import Quantity
from .scope import Run
from .system import to_system, value_of
from .temporal import Moment


def equal(left: Any, right: Any) -> bool | None:
    """Whether two items are equal; None where precision or units do not tell."""
    a, b = to_system(left), to_system(right)
    if type(a) is str and type(b) is str:
        return a == b
    if type(a) is Moment and type(b) is Moment:
        return _same(temporal.compare(a, b)) if _comparable(a, b) else False
    if type(a) is Quantity or type(b) is Quantity:
        x, y = _as_quantity(a), _as_quantity(b)
        return False if x is None or y is None else _same(quantity.compare(x, y))
    if type(a) is Node and type(b) is Node:
        return bool(a.value == b.value and (a.value is not None or a.extra == b.extra))
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    return bool(a == b)


def _same(order: int | None) -> bool | None:
    return None if order is None else order == 0


def _comparable(a: Moment, b: Moment) -> bool:
    return (a.kind == "Time") == (b.kind == "Time")


def _as_quantity(value: Any) -> Quantity | None:
    if type(value) is Quantity:
        return value
    return Quantity(Decimal(value)) if is_number(value) else None


def all_equal(left: list[Any], right: list[Any]) -> bool | None:
    """Whether two collections are equal item by item, in order; None where one is empty."""
    if not left or not right:
        return None
    if len(left) != len(right):
        return False
    if len(left) == 1:
        return equal(left[0], right[0])
    answers = [equal(a, b) for a, b in zip(left, right, strict=True)]
    return False if False in answers else None if None in answers else True


def equivalent(left: Any, right: Any) -> bool:
    """Whether two items are equivalent: text without case and spacing, numbers rounded."""
    a, b = to_system(left), to_system(right)
    if type(a) is Moment and type(b) is Moment:
        return equal(a, b) is True
    if type(a) is Quantity or type(b) is Quantity:
        a, b = _as_quantity(a), _as_quantity(b)
        return a is not None and b is not None and quantity.equivalent(a, b)
    if type(a) is Node and type(b) is Node:
        return _json_equivalent(a.value, b.value)
    if type(a) is Node or type(b) is Node:
        return False
    return _json_equivalent(a, b)


def _json_equivalent(a: Any, b: Any) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        return a == b or _folded(a) == _folded(b)
    if is_number(a) and is_number(b):
        digits = min(significant_places(a), significant_places(b))
        return a == b or rounded(a, digits) == rounded(b, digits)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_json_equivalent(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(any(_json_equivalent(x, y) for y in b) for x in a)
    return type(a) is type(b) and a == b


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def all_equivalent(left: list[Any], right: list[Any], run: Run) -> bool:
    """Whether two collections hold equivalent items, in any order."""
    if len(left) != len(right):
        return False
    rest = list(right)
    for item in left:
        run.spend(len(rest))
        found = next((i for i, other in enumerate(rest) if equivalent(item, other)), None)
        if found is None:
            return False
        del rest[found]
    return True


def order(left: Any, right: Any) -> int | None:
    """Negative, 0 or positive; None where precision or units do not tell, or a value is absent.

    Raises `FhirPathError` for types without an order between them.
    """
    a, b = value_of(left), value_of(right)
    if a is None or b is None:
        return None
    if is_number(a) and is_number(b):
        return (a > b) - (a < b)
    if isinstance(a, str) and isinstance(b, str):
        return (a > b) - (a < b)
    if type(a) is Moment and type(b) is Moment and _comparable(a, b):
        return temporal.compare(a, b)
    if type(a) is Quantity or type(b) is Quantity:
        x, y = _as_quantity(a), _as_quantity(b)
        if x is not None and y is not None:
            return quantity.compare(x, y)
    raise FhirPathError("These two values have no order between them")


class Set:
    """Items without duplicates, in order; membership by `=`."""

    def __init__(self, run: Run, items: Iterable[Any] = ()) -> None:
        self._run = run
        self._buckets: dict[Hashable, list[Any]] = {}
        self.items: list[Any] = []
        for item in items:
            self.add(item)

    def add(self, item: Any) -> bool:
        """Add the item unless it is there; whether it was new."""
        bucket = self._buckets.setdefault(_bucket(item, self._run), [])
        self._run.spend(1 + len(bucket))
        if any(equal(item, other) for other in bucket):
            return False
        bucket.append(item)
        self.items.append(item)
        return True

    def __contains__(self, item: Any) -> bool:
        bucket = self._buckets.get(_bucket(item, self._run), ())
        self._run.spend(1 + len(bucket))
        return any(equal(item, other) for other in bucket)


def _bucket(item: Any, run: Run) -> Hashable:
    """A hash such that equal items have the same."""
    value = to_system(item)
    if type(value) is Node:
        return _frozen(value.value, run)
    if type(value) is Moment or type(value) is Quantity:
        return type(value).__name__
    return (is_number(value) or type(value), value)


def _frozen(value: Any, run: Run) -> Hashable:
    run.spend(1)
    if isinstance(value, dict):
        return frozenset((k, _frozen(v, run)) for k, v in value.items())
    if isinstance(value, list):
        return tuple(_frozen(v, run) for v in value)
    return (type(value) is bool, value)
