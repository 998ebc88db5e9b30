"""The definitions a resource is judged by: those stored here, before those R4 brings.

Profiles that the resource declares, or that are asked for, its extensions, and what these build on
are read from the store level by level; then `conformance.validator` judges without further reading.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from conformance.json import decode
from conformance.packages import Library

from .errors import TooCostly
from .search.pending import Reader
from .store.documents import Stored
from .terminology import MOST_READ, Wanted, read_definitions
from .terminology import needs as needs_of_terminology

Json = dict[str, Any]

MOST_REMEMBERED = 16

_remembered: dict[frozenset[bytes], Library] = {}


async def library_for(store: Reader, resource: Json, profiles: Iterable[str] = ()) -> Library:
    """The library that knows what a resource, and these profiles, are to be judged by."""
    found: dict[str, Stored] = {}
    left = {*map(_structure, profiles), *_needs_of_resource(resource)}
    asked: set[Wanted] = set()
    while left:
        asked |= left
        if len(asked) > MOST_READ:
            raise TooCostly(f"This would take more than {MOST_READ} definitions to judge.")
        resources = await read_definitions(store, left, found)
        left = {need for each in resources for need in _needs(each)} - asked
    return _library(list(found.values()))


def _library(stored: list[Stored]) -> Library:
    """R4 and these; the last few are kept, with the profiles compiled in them."""
    key = frozenset(s.json for s in stored)
    if not key:
        return Library.core()
    known = _remembered.get(key)
    if known is None:
        while len(_remembered) >= MOST_REMEMBERED:
            _remembered.pop(next(iter(_remembered)))
        latest_first = sorted(stored, key=lambda s: s.updated, reverse=True)
        known = Library.core().with_resources([decode(s.json) for s in latest_first])
        _remembered[key] = known
    return known


def _structure(canonical: str) -> Wanted:
    return "StructureDefinition", canonical.partition("|")[0]


def _needs_of_resource(value: Any) -> Iterator[Wanted]:
    """The profiles and extensions named anywhere in a resource."""
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            pending += node.values()
            yield from map(_structure, _texts(node, "profile"))
            yield from (_structure(url) for url in _texts(node, "url") if ":" in url)


def _texts(node: Json, key: str) -> list[str]:
    found = node.get(key)
    listed = found if isinstance(found, list) else [found]
    return [each for each in listed if isinstance(each, str)]


def _needs(definition: Json) -> Iterator[Wanted]:
    """What a definition builds on."""
    if definition["resourceType"] != "StructureDefinition":
        yield from needs_of_terminology(definition)
        return
    yield from map(_structure, _texts(definition, "baseDefinition"))
    part = definition.get("snapshot") or definition.get("differential") or {}
    for element in part.get("element", ()):
        for entry in element.get("type", ()):
            named = (*_texts(entry, "profile"), *_texts(entry, "targetProfile"))
            yield from map(_structure, named)
        binding = element.get("binding", {})
        extensions = (_texts(x, "valueCanonical") for x in binding.get("extension", ()))
        for value_set in (*_texts(binding, "valueSet"), *(v for vs in extensions for v in vs)):
            yield "ValueSet", value_set.partition("|")[0]
