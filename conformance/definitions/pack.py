"""Write the pack that `core` reads: the conformance resources of a package, slimmed, in blocks."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import zstandard

from conformance.json import encode

from .core import Index, Place

Json = dict[str, Any]

# In the order of the pack: what is used together lies together.
TYPES = (
    "StructureDefinition",
    "ValueSet",
    "CodeSystem",
    "ConceptMap",
    "SearchParameter",
    "OperationDefinition",
    "CompartmentDefinition",
)
BLOCK = 1_000_000
# Said for people, by the publisher, or about the work on the standard.
UNREAD = frozenset(
    {"text", "meta", "contact", "publisher", "date", "jurisdiction", "useContext", "copyright"}
    | {"purpose", "mapping", "comment", "requirements", "alias", "example", "xpath", "keyword"}
)
UNREAD_EXTENSIONS = frozenset(
    "http://hl7.org/fhir/StructureDefinition/structuredefinition-" + name
    for name in (
        "ballot-status",
        "category",
        "display-hint",
        "fmm",
        "fmm-no-warnings",
        "hierarchy",
        "normative-version",
        "security-category",
        "standards-status",
        "summary",
        "table-name",
        "template-status",
        "wg",
    )
)


def pack(resources: Iterable[Json]) -> tuple[bytes, bytes]:
    """The index and the blocks of some conformance resources, byte for byte reproducible."""
    compressor = zstandard.ZstdCompressor(level=22)
    blocks, ends, places = bytearray(), [], []
    for number, members in enumerate(_blocks(sorted(resources, key=_order))):
        start = 0
        for resource, raw in members:
            version = resource.get("version", "")
            end = start + len(raw)
            kind = resource["resourceType"]
            places.append(Place(kind, resource["url"], version, number, start, end))
            start = end
        blocks += compressor.compress(b"".join(raw for _, raw in members))
        ends.append(len(blocks))
    places.sort(key=lambda p: (p.url, p.type))
    raw = msgspec.msgpack.encode(Index(tuple(ends), tuple(places)))
    return compressor.compress(raw), bytes(blocks)


def _order(resource: Json) -> tuple[int, bool, str, str]:
    """By type; among structures the types before the profiles, these by the type they are on."""
    profile = resource.get("derivation") == "constraint"
    kind = TYPES.index(resource["resourceType"])
    return kind, profile, resource["type"] if profile else "", resource["url"]


def _blocks(resources: Iterable[Json]) -> Iterator[list[tuple[Json, bytes]]]:
    block: list[tuple[Json, bytes]] = []
    size = 0
    for resource in resources:
        raw = encode(_slim(resource))
        if block and size + len(raw) > BLOCK:
            yield block
            block, size = [], 0
        block.append((resource, raw))
        size += len(raw)
    if block:
        yield block


def _slim(value: Any) -> Any:
    """A value without what neither a check nor a display reads."""
    if isinstance(value, list):
        return [_slim(v) for v in value if not _is_unread(v)]
    if not isinstance(value, dict):
        return value
    kept = {k: _slim(v) for k, v in value.items() if k not in UNREAD}
    return {k: v for k, v in kept.items() if v != []}


def _is_unread(value: Any) -> bool:
    return isinstance(value, dict) and value.get("url") in UNREAD_EXTENSIONS
