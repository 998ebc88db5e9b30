"""`_include` and `_revinclude`: what the matches of a page refer to, and what refers to them.

    _include=Observation:subject            what the matches refer to by `subject`
    _include=Observation:subject:Patient    those of one type
    _include=Observation:*, _include=*      what they refer to by any parameter
    _revinclude=Provenance:target           what refers to the matches
    _include:iterate=Patient:organization   the same for what was included, until there is no more

One round reads one list of ids for each type, and one search for each `_revinclude`. A reference to
one version (`Patient/1/_history/2`) brings that version, as long as the resource is not deleted and
the caller may see it as it is now.

Source: FHIR R4 search.html, 3.1.1.5.4 (including other resources in result), 3.1.1.4.13 (references
and versions).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from conformance.definitions import resource_types
from conformance.issue import Issue
from conformance.json import decode
from fhir_server.errors import BadRequest, NotSupported
from fhir_server.store.documents import Stored
from fhir_server.store.locks import Session
from fhir_server.store.mongo import Store

from .canonical import named, names_of
from .context import SearchContext, narrowed
from .filters import Filter, any_of
from .joins import resolved, side_by_side
from .links import (
    is_canonical,
    reference_parameter,
    reference_parameters,
    references_in,
    refers_to,
    target_of,
)
from .parameters import Parameter
from .types.reference import is_literal

MOST_INCLUDED = 1000
VERSION = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
INCLUDES = ("_include", "_revinclude")
ANY = "*"
CUT = Issue(
    "includes-cut",
    "warning",
    "too-costly",
    "",
    f"Only {MOST_INCLUDED:,} of the resources to include are here; ask for smaller pages or less.",
)

Versions = dict[str, set[str]]
"""By id the versions that are wanted, "" being the current."""


class Include(NamedTuple):
    """What to include: references of `source` by `parameter` (`*`: any) to `target` ("": any).

    `but` are types that are not wanted.
    """

    source: str
    parameter: str
    target: str
    reverse: bool
    iterate: bool
    but: frozenset[str] = frozenset()

    def parameters(self, resource_type: str) -> Collection[Parameter]:
        """The parameters to follow from a type."""
        if self.source not in (ANY, resource_type):
            return ()
        known = reference_parameters(resource_type, self.target)
        return known.values() if self.parameter == ANY else (known[self.parameter],)

    def takes(self, type_: str) -> bool:
        """Whether a resource of a type is wanted."""
        return self.target in ("", type_) and type_ not in self.but


EVERYTHING = Include(ANY, ANY, "", reverse=False, iterate=False)


def is_include(name: str) -> bool:
    """Whether a parameter of a search says what to include."""
    return name.partition(":")[0] in INCLUDES


def parse_include(types: Collection[str], name: str, text: str) -> Include:
    """One `_include` or `_revinclude` of a search on some types."""
    kind, colon, modifier = name.partition(":")
    if modifier != "iterate" and colon:
        raise NotSupported(f"{kind} has no modifier {modifier[:64]!r}; it has :iterate")
    reverse, iterate = kind == "_revinclude", bool(colon)
    if text == ANY and not reverse:
        return EVERYTHING._replace(iterate=iterate)
    source, code, target, *more = [*text.split(":"), "", ""]
    if source not in resource_types() or not code or any(more):
        raise BadRequest(
            f"{text[:100]!r} is not of the form [type]:[reference parameter] or "
            "[type]:[reference parameter]:[target type], with * for any parameter"
        )
    if code != ANY:
        reference_parameter(source, code)
    if target and target not in _targets(source, code):
        raise NotSupported(
            f"{source}:{code} never refers to {target[:64]!r}; it refers to "
            f"{', '.join(_targets(source, code))}"
        )
    if not iterate:
        _check_reach(types, Include(source, code, target, reverse, iterate))
    return Include(source, code, target, reverse, iterate)


def _targets(source: str, code: str) -> list[str]:
    known = reference_parameters(source)
    chosen = known.values() if code == ANY else [known[code]]
    return sorted({target for parameter in chosen for target in parameter.targets})


def _check_reach(types: Collection[str], include: Include) -> None:
    """Refuse what can never have to do with a match."""
    listed = ", ".join(sorted(types))
    if not include.reverse and include.source not in types:
        raise NotSupported(
            f"the matches are of type {listed}, not {include.source}; to go on from what is "
            "included write _include:iterate"
        )
    reached = {include.target} if include.target else {*_targets(include.source, include.parameter)}
    if include.reverse and not reached & set(types):
        raise NotSupported(
            f"{include.source}:{include.parameter} never refers to {listed}, the type of the "
            "matches; to go on from what is included write _revinclude:iterate"
        )


class Included(NamedTuple):
    """What goes with the matches, each once; `cut` says that there was more."""

    resources: list[Stored]
    cut: bool = False


async def included(
    store: Store,
    matches: Sequence[Stored],
    includes: Sequence[Include],
    ctx: SearchContext,
    session: Session | None = None,
    shown: Sequence[Stored] = (),
) -> Included:
    """What the includes add to a page of matches, at most MOST_INCLUDED resources.

    `shown` is what stands on the page in place of matches inside of it.
    """
    if not includes or not matches:
        return Included([])
    on_page = (*matches, *shown)
    including = _Including(
        store, ctx, session, {_version(s) for s in on_page}, {s.reference for s in on_page}
    )
    added = await including.round(matches, includes)
    going_on = [i for i in includes if i.iterate]
    while added and going_on and not including.cut:
        added = await including.round(added, going_on)
    return Included(including.found, including.cut)


@dataclass(slots=True)
class _Including:
    """What was found so far.

    `seen` are the versions on the page, `followed` the references that lead to nothing more.
    """

    store: Store
    ctx: SearchContext
    session: Session | None
    seen: set[tuple[str, int]]
    followed: set[str]
    found: list[Stored] = field(default_factory=list)
    cut: bool = False

    async def round(self, origins: Sequence[Stored], includes: Sequence[Include]) -> list[Stored]:
        """What is new when the includes are followed from some resources."""
        searches = [*self._forward(origins, includes), *self._backward(origins, includes)]
        answers = await side_by_side((self._search(*s) for s in searches), self.session)
        before = len(self.found)
        for stored in (stored for answer in answers for stored in answer):
            if _version(stored) not in self.seen:
                if len(self.found) == MOST_INCLUDED:
                    self.cut = True
                    break
                self.seen.add(_version(stored))
                self.found.append(stored)
        return self.found[before:]

    def _forward(
        self, origins: Sequence[Stored], includes: Sequence[Include]
    ) -> Iterator[tuple[str, Filter, Versions]]:
        """One search for each type referred to."""
        ids: dict[str, Versions] = {}
        urls: dict[str, set[str]] = {}
        for origin in origins:
            followed = _followed(origin.type, includes)
            resource = decode(origin.json) if followed else {}
            for parameter, include in followed:
                for reference in references_in(resource, parameter, self.ctx):
                    if (literal := target_of(reference)) and is_literal(parameter):
                        target, id_, version = literal
                        if include.takes(target) and reference not in self.followed:
                            self.followed.add(reference)
                            ids.setdefault(target, {}).setdefault(id_, set()).add(version)
                    else:
                        for type_ in filter(include.takes, parameter.targets):
                            if is_canonical(parameter, type_):
                                urls.setdefault(type_, set()).add(reference)
        for type_, wanted in sorted(ids.items()):
            yield type_, {"_id": {"$in": sorted(wanted)}}, wanted
        for type_, references in sorted(urls.items()):
            yield type_, named(type_, references), {}

    def _backward(
        self, origins: Sequence[Stored], includes: Sequence[Include]
    ) -> Iterator[tuple[str, Filter, Versions]]:
        """One search for each `_revinclude`."""
        by_type: dict[str, list[Stored]] = {}
        for origin in origins:
            by_type.setdefault(origin.type, []).append(origin)
        for include in includes:
            if include.reverse:
                fragments = [
                    refers_to(parameter, _names(group, parameter))
                    for type_, group in by_type.items()
                    if include.takes(type_)
                    for parameter in include.parameters(include.source)
                    if type_ in parameter.targets
                ]
                if fragments:
                    yield include.source, any_of(fragments), {}

    async def _search(self, type_: str, wanted: Filter, versions: Versions) -> list[Stored]:
        """What is wanted of a type, in the versions that are named for an id."""
        whole = await resolved(self.store, narrowed(type_, [wanted], self.ctx), self.session)
        limit = MOST_INCLUDED + len(self.seen) + 1
        found = await self.store.find(type_, whole, limit=limit, session=self.session)
        if not any(map(any, versions.values())):
            return found
        asked = [(s, version) for s in found for version in sorted(versions[s.id])]
        in_versions = (self._of(*each) for each in asked[:limit])
        return list(filter(None, await side_by_side(in_versions, self.session)))

    async def _of(self, current: Stored, version: str) -> Stored | None:
        """The version of this name ("": the current) of a resource; None when there is none."""
        if version in ("", str(current.version)):
            return current
        if not VERSION.fullmatch(version):
            return None
        older = await self.store.version(current.type, current.id, int(version), self.session)
        return None if older is None or older.deleted else older


def _version(stored: Stored) -> tuple[str, int]:
    return stored.reference, stored.version


def _followed(type_: str, includes: Iterable[Include]) -> list[tuple[Parameter, Include]]:
    """The parameters to follow from a resource of a type."""
    return [(p, i) for i in includes if not i.reverse for p in i.parameters(type_)]


def _names(group: Sequence[Stored], parameter: Parameter) -> Iterator[str]:
    """What resources of one type are called where a parameter refers to them."""
    if is_literal(parameter):
        yield from (s.reference for s in group)
    if is_canonical(parameter, group[0].type):
        yield from (name for s in group for name in names_of(decode(s.json)))
