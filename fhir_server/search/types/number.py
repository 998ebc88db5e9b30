"""Search type number: integers and decimals, one entry each, and Range. All are index-exact.

Source: FHIR R4 search.html, 3.1.1.5.3 (number).
"""

from decimal import Decimal
from functools import partial
from typing import Any

from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from . import decimals
from .interval import interval_entries
from .model import Compiler, Indexed, each_of


def index(value: Any, kind: str, _: Parameter, __: Place) -> Indexed:
    """The entries of one number or Range."""
    if kind == "Range":
        ends = decimals.interval_of(value)
        return ends and (interval_entries(decimals.INTERVAL, *ends), *ends)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = decimals.fixed(value)
    return [decimals.encode(value)], number, number


def _compile(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return decimals.compare(parameter.key, decimals.read(unescape(raw)))


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
