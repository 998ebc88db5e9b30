"""What a resource can be found and sorted by: its index entries, extracted by its type's plan.

Parameters that share an expression share one evaluation, and an expression whose properties the
resource lacks is not evaluated at all.
"""

from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from .context import Place
from .filters import PRESENT, cut
from .parameters import OWN_FIELDS, Extract, Parameter, parameters
from .types import SEARCH_TYPES
from .types.model import Index

Json = dict[str, Any]
Sort = dict[str, dict[str, str]]

HERE = Place()


class Entries(NamedTuple):
    r"""`idx`: each entry once, `<param>\u0001<value>`; `sort`: by parameter, `min` and `max`."""

    idx: list[str]
    sort: Sort


class Step(NamedTuple):
    """One expression: the properties it starts from (None: unknown), and who reads its values."""

    json_keys: frozenset[str] | None
    extract: Extract
    readers: tuple[tuple[Parameter, Index], ...]


def entries(resource_type: str, resource: Json, place: Place = HERE) -> Entries:
    """The entries of a resource, its id and last update excepted: those have their own fields."""
    return _run(plan(resource_type), resource, place)


def sort_keys(
    resource_type: str, resource: Json, codes: Collection[str], place: Place = HERE
) -> Sort:
    """What `entries` gives as `sort`, of these parameters only."""
    steps = [s for s in plan(resource_type) if any(p.code in codes for p, _ in s.readers)]
    return _run(steps, resource, place).sort


@cache
def plan(resource_type: str) -> tuple[Step, ...]:
    """What there is to extract from a resource of a type, one step for each expression."""
    by_paths: dict[tuple[str, ...], list[Parameter]] = {}
    for parameter in parameters(resource_type).values():
        if parameter.paths and parameter.code not in OWN_FIELDS and _enters(parameter):
            by_paths.setdefault(parameter.paths, []).append(parameter)
    return tuple(
        Step(
            readers[0].json_keys,
            readers[0].extract,
            tuple((p, SEARCH_TYPES[p.type].index) for p in readers),
        )
        for readers in by_paths.values()
    )


def _run(steps: Collection[Step], resource: Json, place: Place) -> Entries:
    found: dict[str, None] = {}
    sort: Sort = {}
    present = resource.keys()
    for json_keys, extract, readers in steps:
        if json_keys is not None and present.isdisjoint(json_keys):
            continue
        values = extract(resource)
        if values:
            for parameter, index in readers:
                _add(parameter, index, values, place, found, sort)
    return Entries(list(found), sort)


def _add(
    parameter: Parameter,
    index: Index,
    values: list[tuple[Any, str]],
    place: Place,
    found: dict[str, None],
    sort: Sort,
) -> None:
    key = parameter.key
    least, most = "", None
    for value, kind in values:
        if value is None or (indexed := index(value, kind, parameter, place)) is None:
            found[key + PRESENT] = None
            continue
        new, low, high = indexed
        for entry in new:
            found[cut(key + entry)] = None
        if most is None:
            least, most = low, high
        else:
            least, most = min(least, low), max(most, high)
    if most is not None:
        sort[parameter.code] = {"min": least, "max": most}
