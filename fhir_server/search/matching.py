"""Whether one document meets a filter, without the database: what is inside another resource.

It knows the operators that `filters.py` and `own.py` write, after joins are resolved, and no other;
and what is wanted of a field may be a predicate.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from .filters import Filter

Document = Mapping[str, Any]


def matches(fragment: Filter, document: Document) -> bool:
    """Whether a document, `idx` being its entries, meets a filter without joins."""
    return all(
        COMBINED[key](wanted, document) if key in COMBINED else _has(document.get(key), wanted)
        for key, wanted in fragment.items()
    )


def _has(value: Any, wanted: Any) -> bool:
    """Whether a field, or any item of a list, is as wanted."""
    if isinstance(wanted, dict) and "$exists" in wanted:
        return (value is not None) is bool(wanted["$exists"])
    items = value if isinstance(value, list) else [] if value is None else [value]
    return any(_is(item, wanted) for item in items)


def _is(item: Any, wanted: Any) -> bool:
    if callable(wanted):
        return bool(wanted(item))
    if not isinstance(wanted, dict):
        return bool(item == wanted)
    return all(OPERATORS[operator](item, operand) for operator, operand in wanted.items())


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "$elemMatch": _is,
    "$in": lambda item, listed: item in listed,
    "$gte": lambda item, bound: bool(item >= bound),
    "$lt": lambda item, bound: bool(item < bound),
    "$regex": lambda item, pattern: _pattern(pattern).search(item) is not None,
}

COMBINED: dict[str, Callable[[list[Filter], Document], bool]] = {
    "$and": lambda parts, document: all(matches(part, document) for part in parts),
    "$or": lambda parts, document: any(matches(part, document) for part in parts),
    "$nor": lambda parts, document: not any(matches(part, document) for part in parts),
}
