"""Value sets and hierarchies of codes, as far as they are here: R4's own and the stored ones.

A value set is listed by its stored expansion, or by its composition of listed concepts, of whole
code systems, and of other value sets. A code system counts when it is stored complete; it has a
hierarchy when it says that this means is-a. Whatever else would be needed is refused by name: a
value set half listed would give half an answer.

Source: FHIR R4 valueset.html, 4.9 (compose, expansion); codesystem.html, 4.8.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from conformance.definitions import codes_of
from conformance.json import decode
from fhir_server.errors import BadRequest, NotSupported, TooCostly

from .filters import equal
from .parameters import parameters
from .pending import Reader

MOST_CODES = 20_000
MOST_NESTED = 10
STORED_ID = re.compile(r"(?:ValueSet|CodeSystem)/([A-Za-z0-9\-.]{1,64})", re.ASCII)
HIERARCHICAL = {"is-a": True, "descendent-of": False}
"""Filters on the hierarchy, and whether the concept itself is in."""

Json = dict[str, Any]
Concept = tuple[str, str]
"""System and code."""


@dataclass(frozen=True, slots=True)
class Terminology:
    """The terminology that one search sees."""

    store: Reader
    session: Any = None

    async def members(self, value_set: str, nested: int = 0) -> set[Concept]:
        """The codes of a value set, given by its canonical URL or as `ValueSet/id`."""
        if nested > MOST_NESTED:
            raise NotSupported(f"{value_set!r} includes value sets more than {MOST_NESTED} deep")
        own = codes_of(value_set)
        if own is not None:
            return {(system, code) for system, codes in own.items() for code in codes}
        resource = await self._stored("ValueSet", value_set)
        if "expansion" in resource:
            return _expanded(resource["expansion"], value_set)
        compose = resource.get("compose", {})
        found: set[Concept] = set()
        for part in compose.get("include", ()):
            found |= await self._part(part, value_set, nested)
            if len(found) > MOST_CODES:
                raise TooCostly(f"{value_set!r} has more than {MOST_CODES:,} codes")
        for part in compose.get("exclude", ()):
            found -= await self._part(part, value_set, nested)
        return found

    async def related(self, system: str, code: str, *, below: bool) -> set[Concept]:
        """A code and all that it subsumes, or with `below` false all that subsume it."""
        parents = _parents(await self._code_system(system), system)
        if code not in parents:
            raise BadRequest(f"{system} has no code {code[:64]!r}")
        found = {code}
        left = [code]
        children = _turned(parents) if below else parents
        while left:
            new = set(children.get(left.pop(), ())) - found
            found |= new
            left += new
        return {(system, each) for each in found}

    async def _part(self, part: Json, value_set: str, nested: int) -> set[Concept]:
        """One include or exclude: what is in all that it names."""
        sets = [await self.members(url, nested + 1) for url in part.get("valueSet", ())]
        system = part.get("system")
        if system:
            sets.append(await self._of_system(part, system, value_set))
        return set.intersection(*sets) if sets else set()

    async def _of_system(self, part: Json, system: str, value_set: str) -> set[Concept]:
        if "concept" in part:
            return {(system, concept["code"]) for concept in part["concept"]}
        found: set[Concept] | None = None
        for rule in part.get("filter", ()):
            including = HIERARCHICAL.get(rule.get("op"))
            if including is None or rule.get("property") != "concept":
                raise NotSupported(
                    f"{value_set!r} selects codes of {system} by a filter other than is-a or "
                    "descendent-of on concept, which needs a terminology server"
                )
            codes = await self.related(system, rule["value"], below=True)
            codes = codes if including else codes - {(system, rule["value"])}
            found = codes if found is None else found & codes
        if found is not None:
            return found
        return {(system, code) for code in _parents(await self._code_system(system), None)}

    async def _code_system(self, system: str) -> Json:
        resource = await self._stored("CodeSystem", system)
        if resource.get("content") != "complete":
            raise NotSupported(f"the CodeSystem {system} is not stored here with all its codes")
        return resource

    async def _stored(self, type_: str, url: str) -> Json:
        if by_id := STORED_ID.fullmatch(url):
            found = await self.store.find(type_, {"_id": by_id[1]}, limit=1, session=self.session)
        else:
            plain, _, version = url.partition("|")
            known = parameters(type_)
            key = equal(known["url"].key + plain)
            if version:
                exact = equal(known["version"].key + version.casefold())
                key = {"idx": {"$all": [key["idx"], exact["idx"]]}}
            found = await self.store.find(type_, key, limit=MOST_NESTED, session=self.session)
        if not found:
            raise NotSupported(
                f"the {type_} {url[:200]!r} is not stored here, nor one that R4 lists for a "
                "required binding"
            )
        resource: Json = decode(max(found, key=lambda s: s.updated).json)
        return resource


def _expanded(expansion: Json, value_set: str) -> set[Concept]:
    listed = list(_contained(expansion.get("contains", ())))
    if expansion.get("total", 0) > len(listed) or expansion.get("offset"):
        raise NotSupported(f"the stored expansion of {value_set!r} is only a part of it")
    return {
        (entry.get("system", ""), entry["code"])
        for entry in listed
        if "code" in entry and not entry.get("abstract")
    }


def _contained(entries: Iterable[Json]) -> Iterator[Json]:
    for entry in entries:
        yield entry
        yield from _contained(entry.get("contains", ()))


def _parents(code_system: Json, hierarchy_of: str | None) -> dict[str, set[str]]:
    """Each code with those right above it; refused where the hierarchy is wanted and unknown."""
    if hierarchy_of and code_system.get("hierarchyMeaning") != "is-a":
        raise NotSupported(
            f"the CodeSystem {hierarchy_of} does not say that its hierarchyMeaning is is-a"
        )
    parents: dict[str, set[str]] = {}
    left = [(concept, "") for concept in code_system.get("concept", ())]
    while left:
        concept, above = left.pop()
        own = parents.setdefault(concept["code"], set())
        own |= {above} if above else set()
        own |= {
            p["valueCode"]
            for p in concept.get("property", ())
            if p.get("code") == "parent" and "valueCode" in p
        }
        left += [(child, concept["code"]) for child in concept.get("concept", ())]
    return parents


def _turned(parents: dict[str, set[str]]) -> dict[str, set[str]]:
    children: dict[str, set[str]] = {}
    for code, above in parents.items():
        for parent in above:
            children.setdefault(parent, set()).add(code)
    return children
