"""List the codes of a value set from its definition, at build time.

Source: FHIR R4, valueset.html, section 4.9.8 (value set expansion).
"""

from collections.abc import Iterable, Iterator
from typing import Any

Json = dict[str, Any]
Codes = dict[str, set[str]]


class Terminology:
    """Code systems and value sets by canonical URL."""

    def __init__(self, value_sets: Iterable[Json], code_systems: Iterable[Json]) -> None:
        self._value_sets = {v["url"]: v for v in value_sets}
        self._code_systems = {c["url"]: c for c in code_systems}

    def expand(self, url: str) -> dict[str, list[str]] | None:
        """Sorted codes by system, or None when the set cannot be listed from the package."""
        value_set = self._value_sets.get(url.split("|", 1)[0])
        codes = None if value_set is None else self._compose(value_set)
        if not codes:
            return None
        return {system: sorted(found) for system, found in sorted(codes.items())}

    def _compose(self, value_set: Json) -> Codes | None:
        codes: Codes = {}
        for include in value_set.get("compose", {}).get("include", ()):
            found = self._include(include)
            if found is None:
                return None
            for system, more in found.items():
                codes.setdefault(system, set()).update(more)
        for exclude in value_set.get("compose", {}).get("exclude", ()):
            for system, fewer in (self._include(exclude) or {}).items():
                codes.get(system, set()).difference_update(fewer)
        return codes or None

    def _include(self, include: Json) -> Codes | None:
        imported = [self._value_sets.get(v.split("|", 1)[0]) for v in include.get("valueSet", ())]
        sets = [None if v is None else self._compose(v) for v in imported]
        if "system" in include:
            sets.append(self._from_system(include))
        if not sets or any(s is None for s in sets):
            return None
        listed = [s for s in sets if s is not None]
        return {
            system: set.intersection(*(s.get(system, set()) for s in listed))
            for system in set.union(*(set(s) for s in listed))
        }

    def _from_system(self, include: Json) -> Codes | None:
        system = include["system"]
        if "concept" in include:
            return {system: {c["code"] for c in include["concept"]}}
        definition = self._code_systems.get(system)
        if definition is None or definition["content"] != "complete":
            return None
        codes = {code for code, _ in walk(definition.get("concept", ()), ())}
        for rule in include.get("filter", ()):
            if (kept := self._filter(definition, rule)) is None:
                return None
            codes &= kept
        return {system: codes}

    @staticmethod
    def _filter(definition: Json, rule: Json) -> set[str] | None:
        concepts = list(walk(definition.get("concept", ()), ()))
        match rule["op"]:
            case "is-a":
                return {code for code, up in concepts if rule["value"] in (code, *up)}
            case "descendent-of":
                return {code for code, up in concepts if rule["value"] in up}
            case "is-not-a":
                return {code for code, up in concepts if rule["value"] not in (code, *up)}
        return None


def walk(concepts: Iterable[Json], above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each code of a hierarchy with the codes above it (by nesting and `subsumedBy`)."""
    for concept in concepts:
        parents = tuple(
            p["valueCode"] for p in concept.get("property", ()) if p["code"] == "subsumedBy"
        )
        up = (*above, *parents)
        yield concept["code"], up
        yield from walk(concept.get("concept", ()), (*up, concept["code"]))
