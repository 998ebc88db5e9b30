"""Search type number: integers and decimals, one entry each. All shapes are index-exact.

Source: FHIR R4 search.html, 3.1.1.5.3 (number).
"""

from decimal import Decimal
from functools import partial
from typing import Any

from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from .decimals import compare, encode, fixed, read
from .model import Compiler, Indexed, each_of


def index(value: Any, _: str, __: Parameter, ___: Place) -> Indexed:
    """The entry of one number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return [encode(value)], fixed(value), fixed(value)


def _compile(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return compare(parameter.key, read(unescape(raw)))


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
