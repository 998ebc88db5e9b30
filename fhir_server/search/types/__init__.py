"""The search types: how each enters its values in the index, and which modifiers it has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fhir_server.search.catalogue import derived
from fhir_server.search.context import SearchContext
from fhir_server.search.filters import Filter, all_of, any_of
from fhir_server.search.parameters import Parameter, parameters

from . import (
    composite,
    date,
    hierarchy,
    membership,
    near,
    number,
    pinyin,
    quantity,
    reference,
    string,
    token,
    uri,
)
from .missing import missing
from .model import Compiler, Index


@dataclass(frozen=True, slots=True)
class SearchType:
    """One search type: its index entries, and its table of modifiers (`""` is none).

    `has` tells whether a modifier of the table makes sense for a parameter.
    """

    index: Index
    modifiers: dict[str, Compiler]
    has: Callable[[Parameter, str], bool] = lambda _, __: True


def reference_has(parameter: Parameter, modifier: str) -> bool:
    """Whether a modifier makes sense for what a reference parameter reads."""
    if modifier == "identifier":
        return reference.is_literal(parameter)
    return modifier not in hierarchy.MODIFIERS or hierarchy.has(parameter, modifier)


SEARCH_TYPES = {
    "composite": SearchType(composite.index, composite.MODIFIERS),
    "date": SearchType(date.index, date.MODIFIERS),
    "number": SearchType(number.index, number.MODIFIERS),
    "quantity": SearchType(quantity.index, quantity.MODIFIERS),
    "reference": SearchType(
        reference.index, reference.MODIFIERS | hierarchy.MODIFIERS, reference_has
    ),
    "special": SearchType(near.index, near.MODIFIERS),
    "string": SearchType(string.index, string.MODIFIERS),
    "token": SearchType(token.index, token.MODIFIERS | membership.MODIFIERS, token.has),
    "uri": SearchType(uri.index, uri.MODIFIERS),
}


BY_SOUND = SearchType(pinyin.index, pinyin.MODIFIERS)


def search_type(parameter: Parameter) -> SearchType:
    """How a parameter is entered and searched."""
    return BY_SOUND if parameter.phonetic else SEARCH_TYPES[parameter.type]


NEGATIVE = frozenset({"not", "not-in"})


@derived
def modifiers_of(parameter: Parameter) -> dict[str, Compiler]:
    """Every modifier a parameter has, the target types of a reference among them."""
    kind = search_type(parameter)
    table = {m: compiler for m, compiler in kind.modifiers.items() if kind.has(parameter, m)}
    if parameter.type == "reference" and reference.is_literal(parameter):
        table = table | {target: reference.of_type(target) for target in parameter.targets}
    if parameter.united:
        table = {modifier: _united(modifier, compiler) for modifier, compiler in table.items()}
    return table | {"missing": missing}


def _united(modifier: str, compiler: Compiler) -> Compiler:
    """The same for a parameter that is found by the entries of several."""
    together = all_of if modifier in NEGATIVE else any_of

    def compile_each(parameter: Parameter, values: Sequence[str], ctx: SearchContext) -> Filter:
        known = parameters(parameter.resource_type)
        return together([compiler(known[code], values, ctx) for code in parameter.united])

    return compile_each
