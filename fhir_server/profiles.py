"""The profiles a resource is judged by: those stored here, before those the server brings.

What a resource declares, its extensions, and all that these build on are read from the store level
by level and compiled in a thread; then they are at hand. A definition that is written through this
process is in force at once; what other processes write is seen in the feed, twice a second. The
last libraries are kept by their content: what changed elsewhere compiles nothing anew.

A StructureDefinition counts while it is active or a draft.
"""

import asyncio
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import structlog

from conformance.definitions import type_named
from conformance.issue import Issue
from conformance.json import decode
from conformance.packages import Library
from conformance.validator import validate
from conformance.validator.profiles import prepare

from .definitions import Wanted, built_in, named, plain
from .errors import FhirError, Indexing
from .search.pending import Reader
from .store.documents import Stored
from .store.feed import Feed
from .terminology import MOST_READ, stored_definitions
from .terminology import needs as needs_of_terminology

Json = dict[str, Any]

STRUCTURE = "StructureDefinition"
TYPES = (STRUCTURE, "ValueSet", "CodeSystem")
IN_FORCE = ("active", "draft")
TYPE_PREFIX = "http://hl7.org/fhir/StructureDefinition/"
# What a StructureDefinition builds on; valueCanonical is that of a maximal value set.
BUILDS_ON = {
    "baseDefinition": STRUCTURE,
    "profile": STRUCTURE,
    "targetProfile": STRUCTURE,
    "valueSet": "ValueSet",
    "valueCanonical": "ValueSet",
}
# Where a resource names the profiles it declares, and its extensions.
NAMED_BY = {"meta": "profile", "extension": "url", "modifierExtension": "url"}
POLL_SECONDS = 0.5
MOST_STORED = 20_000
MOST_KNOWN = 1_000
MOST_COMPILED = 64

log = structlog.get_logger()


class Known(NamedTuple):
    """What a resource is to be judged by, and what could not be used of it: warnings."""

    library: Library
    issues: tuple[Issue, ...] = ()


class Profiles:
    """The profiles of this process, compiled as they are first declared."""

    def __init__(self, store: Reader, feed: Feed) -> None:
        """Nothing is known yet."""
        self._store = store
        self._feed = feed
        self._known: dict[frozenset[Wanted], asyncio.Task[Known]] = {}
        self._compiled: dict[frozenset[tuple[str, int]], Library] = {}
        self._decoded: dict[tuple[str, int], Json] = {}
        self._one_at_a_time = asyncio.Lock()
        self._last_row = 0

    async def known(self, resource: Json, profiles: Sequence[str] = ()) -> Known:
        """What a resource is to be judged by, with these profiles and those that it declares.

        Those who ask for the same at once share the reading. Raises what the store raises.
        """
        wanted = frozenset(_wanted(resource, profiles))
        if not wanted:
            return Known(built_in())
        found = self._known.get(wanted)
        if found is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = asyncio.create_task(self._load(wanted, resource, profiles))
            self._known[wanted] = found
        try:
            return await asyncio.shield(found)
        except FhirError:
            if self._known.get(wanted) is found:
                del self._known[wanted]
            raise

    def stored(self, type_: str) -> None:
        """After a write in this process: what it changed is read anew."""
        if type_ in TYPES:
            self._known.clear()

    async def run(self) -> None:
        """Keep in step with what other processes write, for ever."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                if self._known:
                    await self._look()
            except FhirError as error:
                log.debug("profiles.out_of_reach", error=type(error).__name__)
            except Exception:
                log.exception("profiles.failed")

    async def _look(self) -> None:
        last = await self._feed.last(TYPES)
        if last != self._last_row:
            self._last_row = last
            self._known.clear()

    async def _load(
        self, wanted: Collection[Wanted], resource: Json, profiles: Sequence[str]
    ) -> Known:
        """Read and compile; one after the other, as the compiling thread keeps what it decodes."""
        async with self._one_at_a_time:
            stored = await self._closure(wanted)
            if stored is None:
                return _unusable(wanted, f"it takes more than {MOST_READ} definitions")
            if not stored:
                return Known(built_in())
            key = frozenset((s.reference, s.version) for s in stored)
            if key not in self._compiled:
                while len(self._compiled) >= MOST_COMPILED:
                    self._compiled.pop(next(iter(self._compiled)))
                try:
                    library = await asyncio.to_thread(self._compile, stored, resource, profiles)
                except Exception:
                    log.exception("profiles.failed")
                    return _unusable(wanted, "it cannot be compiled")
                self._compiled[key] = library
            return Known(self._compiled[key])

    async def _closure(self, wanted: Iterable[Wanted]) -> list[Stored] | None:
        """What is stored of the definitions wanted, and of all that they build on.

        None when that is too much.
        """
        found: dict[str, Stored] = {}
        asked: set[Wanted] = set()
        left = set(wanted)
        while left:
            asked |= left
            if len(asked) > MOST_READ:
                return None
            stored = await self._read(left)
            level = await asyncio.to_thread(self._in_force, stored, left)
            found |= {each.reference: each for each, _ in level}
            left = {need for _, definition in level for need in _needs(definition)} - asked
        return list(found.values())

    async def _read(self, wanted: Collection[Wanted]) -> list[Stored]:
        """The stored definitions among those wanted; perhaps others, too.

        Writes go on while new search entries are being made: then all of a type are read.
        """
        try:
            return await stored_definitions(self._store, wanted)
        except Indexing:
            types = sorted({type_ for type_, _ in wanted})
            read = [await self._store.find(t, {}, limit=MOST_STORED) for t in types]
            return [stored for each in read for stored in each]

    def _in_force(
        self, stored: Iterable[Stored], wanted: Collection[Wanted]
    ) -> list[tuple[Stored, Json]]:
        """Those that are wanted and count, decoded; the same version is decoded once."""
        decoded = [(each, self._decode(each)) for each in stored]
        return [
            (each, definition)
            for each, definition in decoded
            if (each.type, definition.get("url")) in wanted
            and (each.type != STRUCTURE or definition.get("status") in IN_FORCE)
        ]

    def _decode(self, stored: Stored) -> Json:
        key = stored.reference, stored.version
        definition = self._decoded.get(key)
        if definition is None:
            definition = self._decoded[key] = decode(stored.json)
            while len(self._decoded) > MOST_READ:
                self._decoded.pop(next(iter(self._decoded)), None)
        return definition

    def _compile(
        self, stored: Iterable[Stored], resource: Json, profiles: Sequence[str]
    ) -> Library:
        latest_first = sorted(stored, key=lambda s: s.updated, reverse=True)
        definitions = [self._decode(each) for each in latest_first]
        library = built_in().with_resources(definitions)
        prepare(library, definitions)
        # What no look at the definitions tells is compiled when a resource is judged.
        validate(resource, profiles, library=library)
        return library


def _unusable(wanted: Iterable[Wanted], reason: str) -> Known:
    urls = ", ".join(sorted(url for _, url in wanted))
    sentence = f"The resource was not judged by what is stored here of {urls[:400]}: {reason}."
    return Known(built_in(), (Issue("profile-broken", "warning", "processing", "", sentence),))


def _wanted(resource: Json, profiles: Iterable[str]) -> Iterator[Wanted]:
    """The profiles and extensions that a resource names, anywhere in it.

    Of a resource that is a definition itself, also what it builds on.
    """
    urls = {*profiles, *_declared(resource)}
    yield from ((STRUCTURE, plain(url)) for url in urls if not _is_type(url))
    yield from _needs(resource)


def _declared(resource: Json) -> Iterator[str]:
    pending = [resource]
    while pending:
        for key, child in pending.pop().items():
            if type(child) is dict:
                inner = [child]
            elif type(child) is list:
                inner = [each for each in child if type(each) is dict]
            else:
                continue
            pending += inner
            if key in NAMED_BY:
                said = (each.get(NAMED_BY[key]) for each in inner)
                listed = (url for one in said for url in (one if type(one) is list else (one,)))
                yield from (url for url in listed if type(url) is str and ":" in url)


def _needs(definition: Json) -> Iterator[Wanted]:
    """What a definition builds on, but for the types of R4, which are what they are."""
    if definition.get("resourceType") != STRUCTURE:
        return needs_of_terminology(definition)
    part = definition.get("snapshot") or definition.get("differential")
    found = named([part, {"baseDefinition": definition.get("baseDefinition")}], BUILDS_ON)
    return ((type_, url) for type_, url in found if not _is_type(url))


def _is_type(canonical: str) -> bool:
    return type_named(plain(canonical).removeprefix(TYPE_PREFIX)) is not None
