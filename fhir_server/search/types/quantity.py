r"""Search type quantity: Quantity and its kin, Money, Range. All shapes are index-exact.

A quantity is entered under three units: none, its code and its human unit, and system with code;
`<unit>\u0002<number>`. One with a comparator, and a Range, is an interval, under the same unit
and `~` (see `interval`); its two ends count as belonging to it. Units are not converted: what was
recorded in mg is found in mg.

Source: FHIR R4 search.html, 3.1.1.5.4 (quantity).
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter, any_of
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import split, unescape

from . import decimals, interval
from .decimals import AFTER_ALL, BEFORE_ALL, fixed
from .model import Compiler, Indexed, each_of

UNIT = "\x02"
IN_SYSTEM = "\x04"
INTERVAL = "~"
CURRENCIES = "urn:iso:std:iso:4217"

Json = dict[str, Any]


def index(value: Any, kind: str, _: Parameter, __: Place) -> Indexed:
    """The entries of one quantity; sorting takes the number, whatever its unit."""
    if not isinstance(value, dict):
        return None
    if kind == "Range":
        return _range(value.get("low") or {}, value.get("high") or {})
    number = value.get("value")
    if number is None:
        return None
    units = _units(value)
    written = fixed(number)
    if value.get("comparator"):
        below = value["comparator"].startswith("<")
        return _interval(units, *((BEFORE_ALL, written) if below else (written, AFTER_ALL)))
    encoded = decimals.encode(number)
    return [f"{unit}{UNIT}{encoded}" for unit in units], written, written


def _range(low: Json, high: Json) -> Indexed:
    ends = [end.get("value") for end in (low, high)]
    if ends == [None, None]:
        return None
    start = BEFORE_ALL if ends[0] is None else fixed(ends[0])
    end = AFTER_ALL if ends[1] is None else fixed(ends[1])
    return _interval(_units(low | high), start, end)


def _interval(units: Iterable[str], low: str, high: str) -> Indexed:
    entries = [e for u in units for e in interval.interval_entries(u + UNIT + INTERVAL, low, high)]
    return entries, low, high


def _units(value: Json) -> list[str]:
    """What a quantity may be asked for under: nothing, code, unit, system and code."""
    system, code = value.get("system"), value.get("code")
    if "currency" in value:
        system, code = CURRENCIES, value["currency"]
    units = ["", code, value.get("unit"), f"{system}{IN_SYSTEM}{code}" if system and code else None]
    return list(dict.fromkeys(unit for unit in units if unit is not None))


def _compile(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    number, *of = (unescape(part) for part in split(raw, "|"))
    key = parameter.key + _unit_asked(of) + UNIT
    prefix, low, high = bounds = decimals.read(number)
    ranges = interval.compare(key + INTERVAL, prefix, fixed(low), fixed(high))
    return any_of([decimals.compare(key, bounds), ranges])


def _unit_asked(of: list[str]) -> str:
    if of in ([], ["", ""]):
        return ""
    if len(of) != 2 or not of[1]:
        raise BadRequest("a quantity is number, number|system|code or number||code")
    system, code = of
    return f"{system}{IN_SYSTEM}{code}" if system else code


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
