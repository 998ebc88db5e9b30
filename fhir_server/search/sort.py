"""The order of results, and the condition for what comes after a position in it.

Sorting goes by scalar fields: `_id`, `lu`, and `s.<param>.min` upwards or `s.<param>.max`
downwards; never by `idx`, whose order MongoDB takes from the least element of the whole array.
Every order ends with the id, in the direction of the key before it, so that one index serves an
order and its reverse. A resource without a value comes first upwards and last downwards.

Source: FHIR R4 search.html, 3.1.1.5.1 (sorting).
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from fhir_server.errors import BadRequest, NotSupported
from fhir_server.store.sorting import PAIRS

from .filters import SEPARATOR, Filter, all_of, any_of
from .parameters import parameters

FIELDS = {"_id": "_id", "_lastUpdated": "lu"}
ALWAYS_THERE = frozenset({"_id", "lu"})
MOST_KEYS = 5
LITERAL = re.compile(r"[A-Za-z]+/[A-Za-z0-9\-.]{1,64}", re.ASCII)
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
    return (*keys, BY_ID if keys[-1].direction == 1 else BY_ID.reversed())


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
    """What comes after a position, given by the values of the keys; None: nothing can.

    It is one range for each key. A bound on the first that all of them keep is said once more, for
    plans that read the index as a whole.
    """
    fragments: list[Filter] = []
    equal: list[Filter] = []
    for key, value in zip(keys, position, strict=True):
        further = _further(key, value)
        if further is not None:
            fragments.append(all_of([*equal, further]))
        equal.append({key.field: value})
    if len(fragments) < 2 or position[0] is None:
        return any_of(fragments) if fragments else None
    bound = {"$gte": position[0]} if keys[0].direction == 1 else {"$not": {"$gt": position[0]}}
    return all_of([{keys[0].field: bound}, any_of(fragments)])


def _further(key: SortKey, value: Any) -> Filter | None:
    """One range of the key's index, which holds a missing value before all strings."""
    upwards = key.direction == 1
    if value is None:
        return {key.field: {"$gte": ""}} if upwards else None
    if upwards:
        return {key.field: {"$gt": value}}
    present = key.field in ALWAYS_THERE
    return {key.field: {"$lt": value} if present else {"$not": {"$gte": value}}}


def paired(resource_type: str, wanted: Filter, keys: Sequence[SortKey]) -> Filter:
    """The filter; where it asks for one owner in the order of a hot pair, by the pair's index."""
    pair = PAIRS.get(resource_type)
    if pair is None or keys[0].code != pair.date:
        return wanted
    for part in wanted.get("$and", [wanted]):
        entry = part.get("idx")
        code, _, owner = entry.partition(SEPARATOR) if isinstance(entry, str) else ("", "", "")
        if code in pair.owners and LITERAL.fullmatch(owner):
            return all_of([wanted, {pair.field: owner}])
    return wanted
