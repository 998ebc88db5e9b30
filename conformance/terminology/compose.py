"""From a ValueSet resource to a compiled value set."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from conformance.says import Says, says

from .codesystem import CodeSystem
from .filters import selected
from .logic import every
from .model import CircularImport, Json, Malformed, Unknown, Unsupported
from .systems import Grammar, grammar_filter
from .valueset import Part, Selection, ValueSet

System = CodeSystem | Grammar

MOST_NESTED = 40
"""How deep value sets may import each other."""
TOO_COSTLY = "http://hl7.org/fhir/StructureDefinition/valueset-toocostly"
UNCLOSED = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed"


class Resolver(Protocol):
    """What a composition needs beside itself."""

    def system(self, url: str, version: str | None = None) -> System | None:
        """The code system of a URL; None when its codes are not here."""

    def value_set(self, canonical: str, above: tuple[str, ...] = ()) -> ValueSet:
        """A value set; `above` are those that import it. Raises Unknown and CircularImport."""


def compiled(url: str, resource: Json, resolver: Resolver, above: tuple[str, ...] = ()) -> ValueSet:
    """Compile a value set; raises CircularImport."""
    compose = resource.get("compose", {})
    chain = (*above, url)
    include = tuple(_part(p, resolver, chain) for p in compose.get("include", ()))
    exclude = tuple(_part(p, resolver, chain) for p in compose.get("exclude", ()))
    barred = partial(_is_inactive, resolver) if compose.get("inactive") is False else None
    composed = ValueSet(url, resource, include, exclude, barred)
    expansion = resource.get("expansion")
    if expansion and (composed.missing or not include) and not composed.endless:
        return ValueSet(url, resource, tuple(_expanded(url, expansion)))
    return composed


def _part(part: Json, resolver: Resolver, chain: tuple[str, ...]) -> Part:
    reason: Says | None = None
    sets = []
    for canonical in part.get("valueSet", ()):
        try:
            sets.append(resolver.value_set(canonical, chain))
        except Unknown:
            reason = says("tx-needs-value-set", value_set=canonical)
        except Malformed:
            reason = says("tx-needs-malformed", value_set=canonical)
    system = part.get("system", "")
    own = _selection(part, system, resolver) if system else None
    return Part(system, own, tuple(sets), reason)


def _selection(part: Json, url: str, resolver: Resolver) -> Selection:
    if "concept" in part:
        return explicit(part["concept"])
    system = resolver.system(url, part.get("version"))
    if system is None:
        return _unknown(says("tx-needs-system", system=url))
    try:
        if isinstance(system, Grammar):
            return _of_grammar(system, part.get("filter", ()))
        return _of_code_system(system, part.get("filter", ()))
    except Unsupported as error:
        return _unknown(error.says)


def explicit(concepts: Iterable[Json], *, reason: Says | None = None) -> Selection:
    """The codes that are listed one by one; with a reason, not all of them."""
    words = {c["code"]: c for c in concepts if "code" in c}
    if reason is None:
        return Selection(words.__contains__, tuple(words), words)
    return Selection(lambda code: code in words or None, tuple(words), words, reason)


def _unknown(reason: Says) -> Selection:
    return Selection(lambda _: None, reason=reason)


def _of_code_system(system: CodeSystem, rules: Iterable[Json]) -> Selection:
    chosen = [selected(system, rule) for rule in rules]
    codes = tuple(c for c in system.concepts if all(c in some for some in chosen))
    members = frozenset(codes)
    if system.complete:
        return Selection(members.__contains__, codes)

    def has(code: str) -> bool | None:
        return code in members or (False if code in system.concepts else None)

    return Selection(has, codes, {}, says("tx-needs-all", system=system.url))


def _of_grammar(system: Grammar, rules: Iterable[Json]) -> Selection:
    tests: list[Callable[[str], bool | None]] = [system.accepts]
    tests += (grammar_filter(system, rule) for rule in rules)

    def has(code: str) -> bool | None:
        return every(test(code) for test in tests)

    return Selection(has, reason=says("tx-endless", system=system.url))


def _expanded(url: str, expansion: Json) -> Iterator[Part]:
    """A stored expansion, by system; one that is cut short does not say what is not in it."""
    by_system: dict[str, list[Json]] = {}
    listed = list(_contained(expansion.get("contains", ())))
    for entry in listed:
        by_system.setdefault(entry.get("system", ""), []).append(entry)
    reason = says("tx-expansion-cut", value_set=url) if _is_cut(expansion, len(listed)) else None
    for system, entries in by_system.items():
        yield Part(system, explicit(entries, reason=reason))
    if reason is not None:
        yield Part("", None, (), reason)


def _is_cut(expansion: Json, listed: int) -> bool:
    limits = (p for p in expansion.get("parameter", ()) if p.get("name") == "limitedExpansion")
    marked = {x.get("url") for x in expansion.get("extension", ()) if x.get("valueBoolean")}
    return bool(
        expansion.get("total", 0) > listed
        or expansion.get("offset")
        or any(p.get("valueBoolean", True) for p in limits)
        or marked & {TOO_COSTLY, UNCLOSED}
    )


def _contained(entries: Sequence[Json]) -> Iterator[Json]:
    """The entries of an expansion that are concepts to choose, at any depth."""
    left = list(reversed(entries))
    while left:
        entry = left.pop()
        if "code" in entry:
            yield entry
        left += reversed(entry.get("contains", ()))


def _is_inactive(resolver: Resolver, system: str, code: str) -> bool:
    found = resolver.system(system)
    return isinstance(found, CodeSystem) and found.is_inactive(code)


def check_import(url: str, above: tuple[str, ...]) -> None:
    """Refuse a value set that is about to import itself, or that is too far down.

    Raises:
        CircularImport: it is among those that import it.
        Unsupported: it is nested deeper than any honest one.

    """
    if url in above:
        ring = (*above[above.index(url) :], url)
        raise CircularImport(says("tx-circular", value_set=url, ring=" → ".join(ring)))
    if len(above) > MOST_NESTED:
        raise Unsupported(says("tx-nested", value_set=above[0], most=MOST_NESTED))
