"""The listing of a value set as $expand gives it: filtered, a page of it, each with its words."""

from collections.abc import Callable
from dataclasses import dataclass

from conformance.says import says

from .codesystem import CodeSystem
from .compose import System
from .model import Expansion, Json, Listed, TooCostly
from .valueset import Concept, ValueSet

MOST_CONCEPTS = 20_000
"""How many concepts one answer may hold."""

Systems = Callable[[str], System | None]


@dataclass(frozen=True, slots=True)
class Page:
    """What of an expansion is asked for: see `Terminology.expand`."""

    text: str = ""
    offset: int = 0
    count: int | None = None
    active_only: bool = False
    selectable_only: bool = False
    language: str = ""


def expanded(members: ValueSet, systems: Systems, asked: Page) -> Expansion:
    """A page of a value set; raises TooCostly when it would be too large."""
    listing = members.listing
    chosen = list(listing)
    if asked.active_only:
        chosen = [c for c in chosen if not _is_inactive(systems, c, listing[c])]
    if asked.selectable_only:
        chosen = [c for c in chosen if not _is_abstract(systems, c, listing[c])]
    if asked.text:
        words = asked.text.casefold().split()
        chosen = [c for c in chosen if _matches(systems, c, listing[c], words)]
    page = chosen[asked.offset :][: asked.count]
    if len(page) > MOST_CONCEPTS:
        most = f"{MOST_CONCEPTS:,}"
        raise TooCostly(
            says("tx-too-costly", value_set=members.url, total=f"{len(page):,}", most=most)
        )
    read = {url: found for url in members.systems if isinstance(found := systems(url), CodeSystem)}
    return Expansion(
        concepts=[_listed(systems, c, listing[c], asked.language) for c in page],
        total=len(chosen),
        complete=not members.missing,
        missing=members.missing,
        endless=members.endless,
        versions=tuple(f"{url}|{found.version}" for url, found in read.items() if found.version),
    )


def _listed(systems: Systems, concept: Concept, said: Json, language: str) -> Listed:
    """A concept as it is listed: the words of the value set before those of the code system."""
    system, code = concept
    found = systems(system)
    designations = list(said.get("designation", ()))
    display = None if language else said.get("display")
    version = said.get("version")
    if isinstance(found, CodeSystem) and code in found.concepts:
        designations += (d for d in found.designations(code) if d not in designations)
        display = display or found.display(code)
        version = version or found.version
    if language:
        display = _in_language(designations, language) or said.get("display") or display
    return Listed(
        system=system,
        code=code,
        display=display,
        version=version,
        designations=tuple(designations),
        inactive=_is_inactive(systems, concept, said),
        abstract=_is_abstract(systems, concept, said),
    )


def _in_language(designations: list[Json], language: str) -> str | None:
    wanted = language.casefold()
    words = (d.get("value") for d in designations if d.get("language", "").casefold() == wanted)
    return next(words, None)


def _is_inactive(systems: Systems, concept: Concept, said: Json) -> bool:
    found = systems(concept[0])
    known = isinstance(found, CodeSystem) and found.is_inactive(concept[1])
    return known or bool(said.get("inactive"))


def _is_abstract(systems: Systems, concept: Concept, said: Json) -> bool:
    found = systems(concept[0])
    known = isinstance(found, CodeSystem) and found.is_abstract(concept[1])
    return known or bool(said.get("abstract"))


def _matches(systems: Systems, concept: Concept, said: Json, words: list[str]) -> bool:
    """Whether each word of a filter is in the code or in one of its displays."""
    system, code = concept
    found = systems(system)
    designations = list(said.get("designation", ()))
    texts = [code, said.get("display", "")]
    if isinstance(found, CodeSystem):
        texts.append(found.display(code) or "")
        designations += found.designations(code)
    texts += (d.get("value", "") for d in designations)
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)
