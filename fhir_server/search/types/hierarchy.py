"""References by hierarchy: `:below` and `:above`. Index-exact.

    location:below=42           at location 42, or at one that is part of it, however far down
    encounter:above=21          during encounter 21, or during one that it is part of
    questionnaire:below=http://x/q      any version of it
    questionnaire:below=http://x/q|1    version 1, 1.0, 1.2.3

A hierarchy is what the `partOf` of a type makes with others of the type. The resources of it are
looked up when the search runs, those that the caller may see; then each is one equality. Canonical
references have no `:above`: R4 gives it no meaning.

Source: FHIR R4 search.html, 3.1.1.4.13 (references and versions), 3.1.1.4.14 (hierarchies).
"""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from fhir_server.errors import BadRequest, TooCostly
from fhir_server.search.catalogue import derived
from fhir_server.search.context import SearchContext, narrowed
from fhir_server.search.filters import Filter, all_of, any_of, equal, starting
from fhir_server.search.joins import resolved
from fhir_server.search.parameters import Parameter, parameters
from fhir_server.search.params import unescape
from fhir_server.search.pending import Pending, Reader

from . import reference
from .model import Compiler, each_of

PART_OF = "partOf"
MOST = 10_000
BAR = "|"


@derived
def part_of(resource_type: str) -> Parameter | None:
    """The parameter that says what a resource of a type is part of, if that is of the type too."""
    return next(
        (
            p
            for p in parameters(resource_type).values()
            if p.type == "reference" and resource_type in p.targets and not p.loaded
            if any(end.element.name == PART_OF for end in p.ends or ())
        ),
        None,
    )


def hierarchies(parameter: Parameter) -> list[str]:
    """The types that a parameter refers to and that make a hierarchy."""
    return [target for target in parameter.targets if part_of(target)]


def has(parameter: Parameter, modifier: str) -> bool:
    """Whether a parameter has `:above` or `:below`."""
    literal = parameter.kinds != reference.CANONICAL and bool(hierarchies(parameter))
    return literal or (modifier == "below" and parameter.kinds >= reference.CANONICAL)


@dataclass(frozen=True)
class InTree(Pending):
    """References to a resource and to all that is below it, or above."""

    key: str
    type: str
    id: str
    below: bool
    visible: Filter = field(compare=False)

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """One of them."""
        visible = await resolved(store, self.visible, session)
        found, level = {self.id}, [self.id]
        while level:
            following = await self._next(store, level, visible, session)
            level = [id_ for id_ in following if id_ not in found]
            found.update(level)
            if len(found) > MOST:
                raise TooCostly(f"More than {MOST:,} resources are in the hierarchy.")
        return any_of(equal(f"{self.key}{self.type}/{id_}") for id_ in sorted(found))

    async def _next(
        self, store: Reader, level: list[str], visible: Filter, session: Any
    ) -> list[str]:
        """Children or parents, one step on."""
        parameter = part_of(self.type)
        assert parameter is not None  # `_tree` asked
        beginning = f"{parameter.key}{self.type}/"
        if self.below:
            wanted = any_of(equal(beginning + id_) for id_ in level)
            return await store.ids(
                self.type, all_of([wanted, visible]), limit=MOST, session=session
            )
        wanted = all_of([{"_id": {"$in": level}}, visible])
        entries = await store.entries(self.type, wanted, beginning, limit=MOST, session=session)
        parents = (entry.removeprefix(beginning) for entry in entries)
        return [id_ for id_ in parents if reference.ID.fullmatch(id_)]


def _tree(parameter: Parameter, raw: str, ctx: SearchContext, *, below: bool) -> Filter:
    literal = reference.local(unescape(raw), ctx)
    if ":" in literal and below and parameter.kinds >= reference.CANONICAL:
        return _versions(parameter.key, literal)
    possible = hierarchies(parameter)
    type_, _, id_ = literal.rpartition("/")
    if not reference.ID.fullmatch(id_) or type_ not in ("", *possible):
        listed = ", ".join(f"{target}/[id]" for target in possible) or "a canonical URL"
        raise BadRequest(f"{literal[:80]!r} is in no hierarchy; a value is [id] or {listed}")
    return any_of(
        {"idx": InTree(parameter.key, target, id_, below, narrowed(target, [], ctx))}
        for target in ([type_] if type_ else possible)
    )


def _versions(key: str, canonical: str) -> Filter:
    url, _, version = canonical.partition(BAR)
    if not version:
        return equal(key + url)
    return any_of([equal(key + canonical), starting(f"{key}{canonical}.")])


MODIFIERS: dict[str, Compiler] = {
    "below": partial(each_of, partial(_tree, below=True)),
    "above": partial(each_of, partial(_tree, below=False)),
}
