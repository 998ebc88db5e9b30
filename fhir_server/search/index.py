"""What a resource can be found and sorted by: its index entries, extracted by its type's plan.

Parameters that read the same share their entries, and an expression whose properties the resource
lacks is not evaluated at all.
"""

from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from conformance.definitions import element_of

from .catalogue import catalogue, derived
from .contained import contained_entries
from .context import Place
from .filters import PRESENT, SEPARATOR, UNCUT, cut
from .fulltext import text_entries
from .parameters import OWN_FIELDS, Extract, Parameter, entered_parameters
from .sort import UNSORTED
from .types import search_type
from .types.model import Index, Indexed

Json = dict[str, Any]
Sort = dict[str, dict[str, str]]

HERE = Place()
FORMAT = 4
"""The form of entries, raised with every change to it: documents of an older form are entered anew.

1: the beginning. 2: what is contained is entered by its type, and canonical references with a bar.
3: wide dates have an entry by their width, and references are sorted by without their version.
4: what is contained and has nothing to be found by is entered by its type alone.
"""
HOLDS = f"_contained{SEPARATOR}"
"""Before the type of something contained: whose entries change with the parameters of that type."""


def made_with(place: Place) -> Json:
    """The settings that change what all entries say: with others, all are to be made anew.

    Base URLs are none of them, as servers on one database may have addresses of their own.
    """
    return {"timezone": str(place.timezone), "text_search": place.text_search}


class Entries(NamedTuple):
    r"""`idx`: each entry once, `<param>\u0001<value>`; `sort`: by parameter, `min` and `max`.

    `epoch` is that of the definitions they were made with.
    """

    idx: list[str]
    sort: Sort
    epoch: int = 0


class Step(NamedTuple):
    """What to do for one parameter.

    A resource without any of `json_keys` (None: unknown) has the values `otherwise`: none, but for
    an expression that is true or false of every resource. `key` is what its entries begin with, and
    `room` the characters that then surely fit; it is `sorted` by its values.
    """

    json_keys: frozenset[str] | None
    otherwise: list[tuple[Any, str]]
    extract: Extract
    parameter: Parameter
    enter: Index
    key: str
    room: int
    sorted: bool


def entries(resource_type: str, resource: Json, place: Place = HERE) -> Entries:
    """The entries of a resource, its id and last update excepted: those have their own fields."""
    found = _run(resource_type, plan(resource_type), resource, place)
    if "contained" in resource:
        found.idx.extend(_contained(resource_type, resource, place))
    if place.text_search:
        found.idx.extend(map(cut, text_entries(resource)))
    return found


def sort_keys(
    resource_type: str, resource: Json, codes: Collection[str], place: Place = HERE
) -> Sort:
    """What `entries` gives as `sort`, of these parameters only."""
    known = entered_parameters(resource_type)
    wanted = {part for code in codes for part in (*known[code].united, code)}
    steps = [s for s in plan(resource_type) if s.parameter.code in wanted]
    return _run(resource_type, steps, resource, place).sort


@derived
def plan(resource_type: str) -> tuple[Step, ...]:
    """What there is to extract from a resource of a type."""
    return tuple(
        Step(
            p.json_keys,
            p.extract({"resourceType": resource_type}) if p.json_keys else [],
            p.extract,
            p,
            search_type(p).index,
            p.key,
            UNCUT - len(p.key),
            p.type not in UNSORTED,
        )
        for p in entered_parameters(resource_type).values()
        if p.paths and p.code == p.entered_as and not p.united and p.code not in OWN_FIELDS
    )


def _contained(resource_type: str, resource: Json, place: Place) -> Iterator[str]:
    """The entries by contained resources, each once, and their types."""
    references = (
        (step.parameter.key, value)
        for step in plan(resource_type)
        if step.parameter.type == "reference"
        for value, _ in step.extract(resource)
    )
    own = dict.fromkeys(contained_entries(resource, references, partial(_inner, place)))
    types = dict.fromkeys(c["resourceType"] for c in resource["contained"] if "resourceType" in c)
    return chain(own, (HOLDS + type_ for type_ in types))


def _inner(place: Place, resource_type: str, resource: Json) -> list[str]:
    return _run(resource_type, plan(resource_type), resource, place).idx


@derived
def unions(resource_type: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parameters of a type that have no entries of their own, each with those it reads."""
    return tuple((p.code, p.united) for p in entered_parameters(resource_type).values() if p.united)


def _run(resource_type: str, steps: Collection[Step], resource: Json, place: Place) -> Entries:
    found: list[str] = []
    sort: Sort = {}
    present = resource.keys()
    for json_keys, otherwise, extract, parameter, enter, key, room, is_sorted in steps:
        absent = json_keys is not None and present.isdisjoint(json_keys)
        values = otherwise if absent else extract(resource)
        if not values:
            continue
        ends: list[str] = []
        for value, kind in values:
            if kind == "Extension":
                indexed = _enter_extension(value, parameter, enter, place)
            else:
                indexed = None if value is None else enter(value, kind, parameter, place)
            if indexed is None:
                found.append(key + PRESENT)
                continue
            entered, *bounds = indexed
            found += [key + each if len(each) <= room else cut(key + each) for each in entered]
            if entered and is_sorted:
                ends += bounds
        if ends:
            sort[parameter.code] = {"min": min(ends), "max": max(ends)}
    for code, parts in unions(resource_type):
        if keys := [sort[part] for part in parts if part in sort]:
            least, most = min(k["min"] for k in keys), max(k["max"] for k in keys)
            sort[code] = {"min": least, "max": most}
    return Entries(list(dict.fromkeys(found)), sort, catalogue().epoch)


def _enter_extension(extension: Json, parameter: Parameter, enter: Index, place: Place) -> Indexed:
    """A parameter that reads an extension means its value."""
    for json_key, value in extension.items():
        element = element_of("Extension", json_key)
        if element and element[0].name == "value":
            return enter(value, element[1], parameter, place)
    return None
