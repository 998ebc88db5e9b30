r"""Search type quantity: Quantity and its kin, Money, Range. All shapes are index-exact.

A quantity is entered under three units: none, its code and its human unit, and system with code;
`<unit>\u0002<number>`. One with a comparator, and a Range, is an interval, under the same unit
and `~` (see `interval`); its two ends count as belonging to it.

A UCUM unit we know stands as what it measures, and the number in base units: `1|<ucum>|g` finds
1000 mg, between half a gram and one and a half. `1||g` finds what says `g`.

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
from .units import UCUM, Measure, measure_of

UNIT = "\x02"
IN_SYSTEM = "\x04"
CURRENCIES = "urn:iso:std:iso:4217"

Json = dict[str, Any]


def index(value: Any, kind: str, _: Parameter, __: Place) -> Indexed:
    """The entries of one quantity; sorting takes the number, whatever its unit."""
    if not isinstance(value, dict):
        return None
    units, measure = _units(_either_end(value) if kind == "Range" else value)
    if ends := decimals.interval_of(value):
        keys = (unit + UNIT + decimals.INTERVAL for unit in units)
        entries = [entry for key in keys for entry in interval_entries(key, *ends)]
        if measure and (in_base := decimals.interval_of(value, measure.to_base)):
            entries += interval_entries(f"{measure.key}{UNIT}{decimals.INTERVAL}", *in_base)
        return entries, *ends
    number = value.get("value")
    if number is None:
        return None
    encoded, written = decimals.encode(number), decimals.fixed(number)
    entries = [f"{unit}{UNIT}{encoded}" for unit in units]
    if measure:
        entries.append(f"{measure.key}{UNIT}{decimals.encode(measure.to_base(number))}")
    return entries, written, written


def _either_end(value: Json) -> Json:
    ends: Json = (value.get("low") or {}) | (value.get("high") or {})
    return ends


def _units(value: Json) -> tuple[list[str], Measure | None]:
    """What a quantity may be asked for under: nothing, code, unit, then system and code."""
    system, code, human = value.get("system"), value.get("code"), value.get("unit")
    if "currency" in value:
        system, code = CURRENCIES, value["currency"]
    units = [""]
    if code:
        units.append(code)
    if human and human != code:
        units.append(human)
    measure = measure_of(code) if code and system == UCUM else None
    if system and code and not measure:
        units.append(f"{system}{IN_SYSTEM}{code}")
    return units, measure


def _compile(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    number, *unit = (unescape(part) for part in split(raw, "|"))
    bounds = decimals.read(number)
    if unit in ([], ["", ""]):
        return decimals.compare(parameter.key + UNIT, bounds)
    if len(unit) != 2 or not unit[1]:
        raise BadRequest("a quantity is number, number|system|code or number||code")
    system, code = unit
    if system == UCUM and (measure := measure_of(code)):
        prefix, low, high = bounds
        in_base = (prefix, measure.to_base(low), measure.to_base(high))
        return decimals.compare(f"{parameter.key}{measure.key}{UNIT}", in_base)
    named = f"{system}{IN_SYSTEM}{code}" if system else code
    return decimals.compare(f"{parameter.key}{named}{UNIT}", bounds)


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
