"""The order of results, and the condition for what comes after a position in it.

Sorting goes by scalar fields: `_id`, `lu`, and `s.<param>.min` upwards or `s.<param>.max`
downwards; never by `idx`, whose order MongoDB takes from the least element of the whole array.
Every order ends with the id. A resource without a value comes first upwards and last downwards.

Source: FHIR R4 search.html, 3.1.1.5.1 (sorting).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from fhir_server.errors import BadRequest, NotSupported

from .filters import Filter, all_of, any_of
from .parameters import parameters

FIELDS = {"_id": "_id", "_lastUpdated": "lu"}
ALWAYS_THERE = frozenset({"_id", "lu"})
MOST_KEYS = 5
UNSORTED = frozenset({"composite", "special"})


class SortKey(NamedTuple):
    """One key of an order: a parameter, upwards or downwards, and 1 or -1 for how it is read.

    `bound` says which of several values counts: the least (`min`) upwards, else the greatest.
    """

    code: str
    bound: str
    direction: int

    @property
    def field(self) -> str:
        """The scalar field of the stored document."""
        return FIELDS.get(self.code, f"s.{self.code}.{self.bound}")

    def reversed(self) -> "SortKey":
        """The same field in the other direction."""
        return self._replace(direction=-self.direction)


BY_ID = SortKey("_id", "min", 1)


def parse_sort(resource_type: str, text: str) -> tuple[SortKey, ...]:
    """`_sort=name,-birthdate`; keys after `_id` say nothing and are dropped."""
    keys: list[SortKey] = []
    for part in text.split(","):
        key = _sort_key(resource_type, part)
        if any(k.code == key.code for k in keys):
            raise BadRequest(f"_sort names {part.removeprefix('-')!r} twice")
        keys.append(key)
        if key.code == "_id":
            return tuple(keys)
    if len(keys) > MOST_KEYS:
        raise BadRequest(f"_sort takes at most {MOST_KEYS} keys")
    return (*keys, BY_ID)


def _sort_key(resource_type: str, part: str) -> SortKey:
    code = part.removeprefix("-")
    direction = -1 if part.startswith("-") else 1
    known = {c: p for c, p in parameters(resource_type).items() if p.type not in UNSORTED}
    if code not in known:
        raise NotSupported(
            f"{resource_type} cannot be sorted by {code!r}; it can be by {', '.join(known)}"
        )
    return SortKey(known[code].sorted_as, "min" if direction == 1 else "max", direction)


def beyond(keys: Sequence[SortKey], position: Sequence[Any]) -> Filter | None:
    """What comes after a position, given by the values of the keys; None: nothing can."""
    fragments: list[Filter] = []
    equal: list[Filter] = []
    for key, value in zip(keys, position, strict=True):
        further = _further(key, value)
        if further is not None:
            fragments.append(all_of([*equal, further]))
        equal.append({key.field: value})
    return any_of(fragments) if fragments else None


def _further(key: SortKey, value: Any) -> Filter | None:
    upwards = key.direction == 1
    if value is None:
        return {key.field: {"$exists": True}} if upwards else None
    if upwards:
        return {key.field: {"$gt": value}}
    less: Filter = {key.field: {"$lt": value}}
    return less if key.field in ALWAYS_THERE else any_of([less, {key.field: {"$exists": False}}])
