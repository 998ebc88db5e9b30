"""The search types: how each enters its values in the index, and which modifiers it has."""

from dataclasses import dataclass

from fhir_server.search.parameters import Parameter

from . import date, number, quantity, reference, string, token, uri
from .missing import missing
from .model import Compiler, Index


@dataclass(frozen=True, slots=True)
class SearchType:
    """One search type: its index entries and its table of modifiers (`""` is none)."""

    index: Index
    modifiers: dict[str, Compiler]


SEARCH_TYPES = {
    "date": SearchType(date.index, date.MODIFIERS),
    "number": SearchType(number.index, number.MODIFIERS),
    "quantity": SearchType(quantity.index, quantity.MODIFIERS),
    "reference": SearchType(reference.index, reference.MODIFIERS),
    "string": SearchType(string.index, string.MODIFIERS),
    "token": SearchType(token.index, token.MODIFIERS),
    "uri": SearchType(uri.index, uri.MODIFIERS),
}


def modifiers_of(parameter: Parameter) -> dict[str, Compiler]:
    """Every modifier a parameter has, the target types of a reference among them."""
    table = SEARCH_TYPES[parameter.type].modifiers | {"missing": missing}
    if parameter.type == "reference":
        table |= {target: reference.of_type(target) for target in parameter.targets}
    return table
