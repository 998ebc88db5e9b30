"""Tokens by terminology: `:in`, `:not-in`, `:below` and `:above`. Index-exact.

`:in=<ValueSet's URL or ValueSet/id>`, `:below=system|code`. The codes are looked up when the search
runs, then each is one equality; what the terminology here cannot say is refused.

What reads MIME types, which are codes of no system, has a `:below` of its own: `text/xml` finds
`text/xml; charset=UTF-8`.

Source: FHIR R4 search.html, 3.1.1.4.10 (token), 3.1.1.4.10.1 (MIME types).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import SearchContext
from fhir_server.search.filters import Filter, any_of, equal, none_of, starting
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape
from fhir_server.search.pending import Pending, Reader
from fhir_server.search.terminology import Terminology

from . import token
from .model import Compiler, each_of


@dataclass(frozen=True)
class InValueSet(Pending):
    """Codes of a value set."""

    parameter: Parameter
    value_set: str

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """One of its codes."""
        concepts = await Terminology(store, session).members(self.value_set)
        return token.of_concepts(self.parameter, sorted(concepts))


@dataclass(frozen=True)
class InHierarchy(Pending):
    """A code and what is below it, or above it."""

    parameter: Parameter
    system: str
    code: str
    below: bool

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """One of its codes."""
        related = await Terminology(store, session).related(
            self.system, self.code, below=self.below
        )
        return token.of_concepts(self.parameter, sorted(related))


def _in(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    return {"idx": InValueSet(parameter, unescape(raw))}


def _not_in(parameter: Parameter, values: Sequence[str], ctx: SearchContext) -> Filter:
    """Resources with no value in any of these value sets; one without any value matches too."""
    return none_of([any_of([_in(parameter, value, ctx)]) for value in values])


def _hierarchy(parameter: Parameter, raw: str, _: SearchContext, *, below: bool) -> Filter:
    system, code = token.parse(raw)
    if code and token.reads_mime_types(parameter):
        return any_of([equal(parameter.key + code), starting(f"{parameter.key}{code};")])
    if not system or not code:
        raise BadRequest("a value is system|code: where a code stands depends on its system")
    return {"idx": InHierarchy(parameter, system, code, below)}


MODIFIERS: dict[str, Compiler] = {
    "in": partial(each_of, _in),
    "not-in": _not_in,
    "below": partial(each_of, partial(_hierarchy, below=True)),
    "above": partial(each_of, partial(_hierarchy, below=False)),
}
