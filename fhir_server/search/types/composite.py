r"""Search type composite: values that stand in one element, `code$value`. All are index-exact.

An entry is `<head>\u0001<last>`: one for each combination of what the components are entered as.
All but the last are tokens or references, found by equality; together they are the head, so that
whatever the last can do (prefixes of quantities and dates, beginnings of strings) is a range under
it. A head of more than 64 bytes stands as a digest. Where two numbers follow a token, as in the
coordinates of a sequence, both stand in one entry at a fixed width, to 30 digits; the last is
picked by pattern.

Source: FHIR R4 search.html, 3.1.1.5.8 (composite).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from itertools import product
from typing import Any

from fhir_server.errors import BadRequest, TooCostly
from fhir_server.search.components import Component
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import NOTHING, SEPARATOR, Filter, any_of, between, cut
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import split, unescape

from . import date, decimals, interval, quantity, reference, string, token
from .model import Compiler, Index, Indexed, each_of

HEAD_BYTES = 64
MOST_HEADS = 1_000
FOR_MODIFIERS = frozenset({string.PIECE, token.TEXT, token.OF_TYPE})
PARTS: dict[str, tuple[Index, Compiler]] = {
    "date": (date.index, date.MODIFIERS[""]),
    "quantity": (quantity.index, quantity.MODIFIERS[""]),
    "reference": (reference.index, reference.MODIFIERS[""]),
    "string": (string.index, string.MODIFIERS[""]),
    "token": (token.index, token.MODIFIERS[""]),
}
"""How each type of component is entered and compiled."""


def index(value: Any, _: str, parameter: Parameter, place: Place) -> Indexed:
    """The entries of one element; a composite is not sorted by."""
    ahead = _ahead(parameter)
    entered = [
        [cut(SEPARATOR + entry)[1:] for entry in _entered(component, values, place)]
        for component, values in zip(ahead, value, strict=False)
    ]
    heads = map(_head, product(*entered))
    if len(ahead) + 2 == len(value):
        tails = list(_coordinates(*value[-2:]))
    else:
        tails = _entered(parameter.components[-1], value[-1], place)
    entries = [f"{head}{SEPARATOR}{tail}" for head, tail in product(heads, tails)]
    return (entries, "", "") if entries else None


def _ahead(parameter: Parameter) -> tuple[Component, ...]:
    """The components that are the head: all before the last, or before two numbers."""
    numbers = parameter.components[-2].parameter.type == "number"
    return parameter.components[: -2 if numbers else -1]


def _entered(component: Component, values: Sequence[tuple[Any, str]], place: Place) -> list[str]:
    enter = PARTS[component.parameter.type][0]
    found: dict[str, None] = {}
    for value, kind in values:
        if value is not None and (indexed := enter(value, kind, component.parameter, place)):
            found |= dict.fromkeys(e for e in indexed[0] if e[:1] not in FOR_MODIFIERS)
    return list(found)


def _coordinates(starts: Sequence[Any], ends: Sequence[Any]) -> Iterator[str]:
    for (start, _), (end, _) in product(starts, ends):
        yield decimals.fixed(start) + decimals.fixed(end)


def _head(entries: Iterable[str]) -> str:
    """What components are entered as, as it begins an entry: short, to leave room for the last."""
    head = SEPARATOR.join(entries)
    raw = head.encode()
    return head if len(raw) <= HEAD_BYTES else blake2b(raw, digest_size=16).hexdigest()


def _compile(parameter: Parameter, raw: str, ctx: SearchContext) -> Filter:
    parts = split(raw, "$")
    if len(parts) != len(parameter.components) or not all(parts):
        form = "$".join(f"({c.parameter.code})" for c in parameter.components)
        raise BadRequest(rf"a value is {form}; a $ inside is written \$")
    ahead = _ahead(parameter)
    wanted = [_equal_to(c.parameter, part, ctx) for c, part in zip(ahead, parts, strict=False)]
    keys = [parameter.key + _head(entries) for entries in product(*wanted)]
    if len(keys) > MOST_HEADS:
        raise TooCostly(f"its parts may be any of more than {MOST_HEADS} combinations")
    if len(ahead) + 2 == len(parts):
        pair = [decimals.read(unescape(part)) for part in parts[-2:]]
        found = [_both(key + SEPARATOR, *pair) for key in keys]
    else:
        last = parameter.components[-1].parameter
        compiler = PARTS[last.type][1]
        found = [compiler(replace(last, entered_as=key), parts[-1:], ctx) for key in keys]
    return any_of(found) if found else NOTHING


def _equal_to(component: Parameter, raw: str, ctx: SearchContext) -> list[str]:
    """The entries that a component of the head may be; one that is a range of them is refused."""
    wanted = PARTS[component.type][1](replace(component, entered_as=""), [raw], ctx)
    entries = wanted.get("idx")
    if isinstance(entry := entries, str):
        return [entry[1:]]
    if isinstance(entries, dict) and entries.keys() == {"$in"}:
        return [entry[1:] for entry in entries["$in"]]
    raise BadRequest(f"the part {component.code!r} is code, system|code or |code, not system|")


def _both(key: str, start: decimals.Bounds, end: decimals.Bounds) -> Filter:
    """Two numbers of fixed width: a range over the first, a pattern for the second."""
    skipped = f"^.{{{len(key) + decimals.WIDTH}}}"
    after = str.maketrans(decimals.NEXT, decimals.END)  # beyond whatever follows the first
    return any_of(
        between(key + low.translate(after), key + high.translate(after), pattern=skipped + pattern)
        for low, high in decimals.ranges(start)
        for pattern in (interval.within(*bounds) for bounds in decimals.ranges(end))
    )


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
