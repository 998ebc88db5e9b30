r"""Search type quantity: Quantity and its kin, Money, Range. All shapes are index-exact.

A quantity is entered under three units: none, its code and its human unit, and system with code;
`<unit>\u0002<number>`. One with a comparator, and a Range, is an interval, under the same unit
and `~` (see `interval`); its two ends count as belonging to it. Units are not converted: what was
recorded in mg is found in mg.

Source: FHIR R4 search.html, 3.1.1.5.4 (quantity).
"""

from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import split, unescape

from . import decimals
from .interval import interval_entries
from .model import Compiler, Indexed, each_of

UNIT = "\x02"
IN_SYSTEM = "\x04"
CURRENCIES = "urn:iso:std:iso:4217"

Json = dict[str, Any]


def index(value: Any, kind: str, _: Parameter, __: Place) -> Indexed:
    """The entries of one quantity; sorting takes the number, whatever its unit."""
    if not isinstance(value, dict):
        return None
    units = _units(value.get("low", {}) | value.get("high", {}) if kind == "Range" else value)
    if ends := decimals.interval_of(value):
        keys = (unit + UNIT + decimals.INTERVAL for unit in units)
        return [entry for key in keys for entry in interval_entries(key, *ends)], *ends
    number = value.get("value")
    if number is None:
        return None
    encoded, written = decimals.encode(number), decimals.fixed(number)
    return [f"{unit}{UNIT}{encoded}" for unit in units], written, written


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
    return decimals.compare(key, decimals.read(number))


def _unit_asked(of: list[str]) -> str:
    if of in ([], ["", ""]):
        return ""
    if len(of) != 2 or not of[1]:
        raise BadRequest("a quantity is number, number|system|code or number||code")
    system, code = of
    return f"{system}{IN_SYSTEM}{code}" if system else code


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
