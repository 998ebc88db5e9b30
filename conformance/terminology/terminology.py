"""The terminology of a library of definitions: is a code valid, what is in a value set, and so on.

Everything is computed from what is here; nothing is asked of a server. What would need codes that
are not here is answered with None, never with a guess.

Source: FHIR R4 terminology-service.html.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from conformance.says import says, shown

from . import conceptmap, shape, systems
from .codesystem import CodeSystem
from .compose import System, check_import, compiled
from .expansion import Page, expanded
from .lookup import looked_up, subsumption
from .model import (
    Expansion,
    Found,
    Json,
    Subsumption,
    TerminologyError,
    Translation,
    Unknown,
    Verdict,
)
from .validation import Coded, judged, refined, valid
from .valueset import ValueSet

MOST_VERDICTS = 10_000
"""How many answers are remembered for one value set."""


class Definitions(Protocol):
    """Where definitions come from: `conformance.packages.Library` is one."""

    def find(self, canonical: str, *types: str) -> Json | None:
        """The resource with a canonical URL, `url` or `url|version`."""

    def urls(self, type_name: str) -> Iterable[str]:
        """The canonical URLs of all resources of a type."""


class Terminology:
    """The code systems, value sets and concept maps of a library, compiled as they are used.

    `supplements` are CodeSystems that add words to those of the library.
    """

    def __init__(self, library: Definitions, supplements: Iterable[Json] = ()) -> None:
        self._library = library
        self._supplements: dict[str, list[Json]] = {}
        for each in supplements:
            if not shape.is_sound("CodeSystem", each):
                continue
            self._supplements.setdefault(_plain(each.get("supplements", "")), []).append(each)
        self._systems: dict[str, System | None] = {}
        self._value_sets: dict[str, ValueSet] = {}

    def validate(
        self,
        value_set: str | Json,
        system: str | None,
        code: str,
        *,
        version: str | None = None,
        display: str | None = None,
        abstract: bool | None = None,
    ) -> Verdict:
        """Whether a code is in a value set, given by its canonical URL or as a resource.

        Without a system: whether it is in there under any.

        `version` is that of the code system, `display` the word that came with the code; with
        `abstract` False a code that only groups others is not valid.
        """
        try:
            members = self._members(value_set)
        except TerminologyError as error:
            return Verdict(None, error.says)
        verdict = members.verdicts.get((system, code))
        if verdict is None:
            verdict = judged(self, members, system, code)
            if len(members.verdicts) >= MOST_VERDICTS:
                members.verdicts.clear()
            members.verdicts[system, code] = verdict
        if version is None and abstract is None and display in (None, verdict.display):
            return verdict
        return refined(self, verdict, Coded(system, code, version, display, abstract), members)

    def validate_in_system(
        self,
        system: str,
        code: str,
        *,
        version: str | None = None,
        display: str | None = None,
        abstract: bool | None = None,
    ) -> Verdict:
        """Whether a code is one of a code system."""
        found = self.system(system)
        known = None if found is None else found.knows(code)
        if found is None or known is None:
            return Verdict(None, says("tx-code-unknown", code=shown(code), system=system))
        if known is False:
            return Verdict(False, says("tx-no-code", code=shown(code), system=system))
        verdict = valid(self, system, found.spelled(code) or code, code)
        return refined(self, verdict, Coded(system, code, version, display, abstract))

    def code_system_knows(self, system: str, code: str) -> bool | None:
        """Whether a code is one of a system; None when the system's codes are not here."""
        found = self.system(system)
        return None if found is None else found.knows(code)

    def expand(
        self,
        value_set: str | Json,
        *,
        filter: str = "",  # noqa: A002  # the name FHIR gives it
        offset: int = 0,
        count: int | None = None,
        active_only: bool = False,
        selectable_only: bool = False,
        language: str = "",
    ) -> Expansion:
        """The concepts of a value set, given by its canonical URL or as a resource.

        `filter` keeps those whose code or words hold each of its words; `count` 0 asks for the
        total alone. `active_only` leaves out what is no longer in use, `selectable_only` what only
        groups others. `language` is that of the displays, where there are any in it.

        Raises:
            Unknown: there is no such value set.
            CircularImport: it includes itself.
            Malformed: it has not the shape of a value set.
            TooCostly: there are more concepts than one answer may hold, and no `count`.

        """
        members = self._members(value_set)
        page = Page(filter, offset, count, active_only, selectable_only, language)
        return expanded(members, self.system, page)

    def lookup(self, system: str, code: str, version: str | None = None) -> Found:
        """What a code system says of a code; raises Unknown."""
        return looked_up(self._required(system, version), code)

    def subsumes(self, system: str, a: str, b: str, version: str | None = None) -> Subsumption:
        """How two codes of a system relate.

        Raises:
            Unknown: the system or a code is not here.
            Unsupported: the hierarchy of the system is not one of is-a.

        """
        return subsumption(self._required(system, version), a, b)

    def translate(
        self,
        system: str | None,
        code: str,
        *,
        concept_map: str | Json | None = None,
        source: str | None = None,
        target: str | None = None,
        target_system: str | None = None,
        reverse: bool = False,
    ) -> Translation:
        """What a code becomes: by one concept map, or by all from `source` to `target`.

        `source` and `target` are canonical URLs of value sets. `reverse` asks what becomes the
        code.

        Raises:
            Unknown: there is no such map.
            Malformed: it has not the shape of a map.
            CircularImport: a map falls back on itself for what it does not map.
            Unsupported: the translation depends on other elements.

        """
        if concept_map is None:
            maps = conceptmap.between(self._library, source, target, reverse=reverse)
        elif isinstance(concept_map, str):
            maps = [conceptmap.required(self._library, concept_map)]
        else:
            shape.check("ConceptMap", concept_map)
            maps = [concept_map]
        asked = conceptmap.Asked(system, code, target_system, reverse)
        return conceptmap.translated(self._library, maps, asked)

    def value_set(self, canonical: str, above: tuple[str, ...] = ()) -> ValueSet:
        """A value set, compiled; `above` are those that import it.

        Raises:
            Unknown: it is not here.
            CircularImport: it includes itself.
            Malformed: it has not the shape of a value set.

        """
        known = self._value_sets.get(canonical)
        if known is not None:
            return known
        check_import(_plain(canonical), above)
        resource = self._library.find(canonical, "ValueSet")
        if resource is None:
            raise Unknown(says("tx-no-value-set", value_set=canonical))
        shape.check("ValueSet", resource)
        made = compiled(_plain(canonical), resource, self, above)
        self._value_sets[canonical] = made
        return made

    def system(self, url: str, version: str | None = None) -> System | None:
        """A code system, compiled; None when its codes are not here, nor those of that version.

        What has not the shape of a code system does not count.
        """
        key = url if version in (None, "", "*") else f"{url}|{version}"
        if key in self._systems:
            return self._systems[key]
        resource = self._library.find(key, "CodeSystem")
        if resource is None:
            return self._by_rule(url)
        if resource.get("content") in ("not-present", "supplement"):
            return None
        sound = shape.is_sound("CodeSystem", resource)
        made = CodeSystem(resource, self._supplements.get(url, ())) if sound else None
        self._systems[key] = made
        return made

    def systems(self) -> Iterator[System]:
        """All systems whose codes are here, or that are known by rule."""
        urls = dict.fromkeys((*self._library.urls("CodeSystem"), *systems.BY_RULE))
        return (found for url in urls if (found := self.system(url)) is not None)

    def _by_rule(self, url: str) -> System | None:
        """A system that no resource lists: the same in every version."""
        if url in systems.GRAMMARS:
            return systems.GRAMMARS[url]
        registered = systems.registry(url)
        if registered is None:
            return None
        made = self._systems[url] = CodeSystem(registered, self._supplements.get(url, ()))
        return made

    def _members(self, value_set: str | Json) -> ValueSet:
        if isinstance(value_set, str):
            return self.value_set(value_set)
        shape.check("ValueSet", value_set)
        return compiled(value_set.get("url", "#"), value_set, self)

    def _required(self, url: str, version: str | None) -> System:
        found = self.system(url, version)
        if found is None:
            named = f"{url}|{version}" if version else url
            raise Unknown(says("tx-no-code-system", system=named))
        return found


def _plain(canonical: str) -> str:
    return canonical.partition("|")[0]
