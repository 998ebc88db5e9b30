"""The parameters that shape the answer of a search rather than select from it.

Source: FHIR R4 search.html, 3.1.1.5 (managing returned resources).
"""

from collections.abc import Callable
from typing import Any

from fhir_server.errors import BadRequest, NotSupported
from fhir_server.subset import check_elements

from .context import SearchContext
from .sort import SortKey, parse_sort

SORT = "_sort"
SUMMARIES = ("true", "text", "data", "count", "false")
TOTALS = ("none", "estimate", "accurate")
CONTAINED = ("false", "true", "both")
CONTAINED_TYPES = ("container", "contained")
TOTAL_METHODS = {"none": "none", "estimate": "estimate", "count": "accurate"}


def _count(_: str, text: str, ctx: SearchContext) -> tuple[int, str]:
    if not (text.isascii() and text.isdigit()):
        raise BadRequest(f"{text[:32]!r} is not a whole number of 0 or more")
    count = min(int(text), ctx.max_count) if len(text) < 10 else ctx.max_count
    return count, str(count)


def _one_of(known: tuple[str, ...]) -> "Reader":
    def read(_: str, text: str, __: SearchContext) -> tuple[str, str]:
        if text not in known:
            raise NotSupported(f"{text[:32]!r} is not one of {', '.join(known)}")
        return text, text

    return read


def _total_method(_: str, text: str, __: SearchContext) -> tuple[str, str]:
    """`_total` as Aidbox names it; the client library fhirpy counts with it."""
    if text not in TOTAL_METHODS:
        raise NotSupported(f"{text[:32]!r} is not one of {', '.join(TOTAL_METHODS)}")
    return TOTAL_METHODS[text], text


def _elements(resource_type: str, text: str, _: SearchContext) -> tuple[tuple[str, ...], str]:
    names = tuple(dict.fromkeys(text.split(",")))
    if unknown := check_elements(resource_type, frozenset(names)):
        raise NotSupported(f"{resource_type} has no element {unknown[0][:64]!r} at its top level")
    return names, text


def _sort(resource_type: str, text: str, _: SearchContext) -> tuple[tuple[SortKey, ...], str]:
    return parse_sort(resource_type, text), text


def _as_is(_: str, text: str, __: SearchContext) -> tuple[str, str]:
    return text, text


Reader = Callable[[str, str, SearchContext], tuple[Any, str]]
"""(resource type, value, context) to what is meant, and how the self link writes it."""

SHAPING: dict[str, tuple[str, Reader]] = {
    "_count": ("count", _count),
    SORT: ("sort", _sort),
    "_total": ("total", _one_of(TOTALS)),
    "_totalMethod": ("total", _total_method),
    "_summary": ("summary", _one_of(SUMMARIES)),
    "_elements": ("elements", _elements),
    "_contained": ("contained", _one_of(CONTAINED)),
    "_containedType": ("contained_type", _one_of(CONTAINED_TYPES)),
    "_cursor": ("cursor", _as_is),
}
"""Field of `Query` and reader, by parameter."""

PRESENTATION = frozenset({"_format", "_pretty"})
"""Read where HTTP is spoken; the self link keeps them."""
