"""What the search types have in common: the shapes they share, and how a prefix is read."""

from collections.abc import Callable, Container, Sequence
from typing import Any, TypeAlias

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter, any_of
from fhir_server.search.parameters import Parameter

Indexed: TypeAlias = tuple[list[str], str, str] | None
"""Entries of one value without the parameter's key, and its least and greatest sort key."""

Index: TypeAlias = Callable[[Any, str, Parameter, Place], Indexed]
"""(value, its FHIR type, parameter, place) to its entries; None when it has nothing to find."""

Compiler: TypeAlias = Callable[[Parameter, Sequence[str], SearchContext], Filter]
"""The OR list of a parameter, still escaped, to a filter."""

OneValue: TypeAlias = Callable[[Parameter, str, SearchContext], Filter]


def each_of(
    one: OneValue, parameter: Parameter, values: Sequence[str], ctx: SearchContext
) -> Filter:
    """The OR of the values' filters."""
    if len(values) == 1:
        return one(parameter, values[0], ctx)
    return any_of(one(parameter, value, ctx) for value in values)


def prefixed(text: str, known: Container[str]) -> tuple[str, str]:
    """`ge2013` is (`ge`, `2013`), `2013` is (`eq`, `2013`); an unknown prefix is refused."""
    if not text[:2].isalpha():
        return "eq", text
    prefix = text[:2]
    if prefix not in known:
        raise BadRequest(f"{prefix!r} is not a prefix; there are eq ne gt lt ge le sa eb ap")
    return prefix, text[2:]
