"""A pack: conformance resources as JSON in one file, each read when it is asked for.

The file is a row of zstd frames: first the index, then blocks of about one megabyte of JSON. To
read a resource costs its block (about a millisecond; blocks are kept) and its own decoding.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec
import zstandard

Json = dict[str, Any]

BLOCK = 1_000_000
KEPT_BLOCKS = 8
KEPT_RESOURCES = 512
_URL = attrgetter("url")
_decoder = msgspec.json.Decoder(float_hook=Decimal)


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where a resource lies: the number of its block, and its bytes in the block."""

    type: str
    url: str
    version: str
    block: int
    start: int
    end: int


class Index(msgspec.Struct, frozen=True, array_like=True):
    """Where blocks end, counted from the first; the resources by URL; what is said of them all."""

    ends: tuple[int, ...]
    places: tuple[Place, ...]
    about: Json = {}


class Pack:
    """The resources of a pack.

    Raises:
        ValueError: the bytes are no pack.

    """

    def __init__(self, packed: bytes) -> None:
        reader = zstandard.ZstdDecompressor().decompressobj()
        try:
            index = msgspec.msgpack.decode(reader.decompress(packed), type=Index)
        except (zstandard.ZstdError, msgspec.DecodeError) as error:
            raise ValueError("no pack") from error
        self.about = index.about
        self.places = index.places
        self._ends = index.ends
        self._blocks = reader.unused_data
        if len(self._blocks) != (self._ends[-1] if self._ends else 0):
            raise ValueError("no pack")
        self.read = lru_cache(KEPT_RESOURCES)(self._read)
        self._block = lru_cache(KEPT_BLOCKS)(self._decompress)

    def find(self, url: str) -> Iterator[Place]:
        """The places of the resources with a canonical URL, without version."""
        for i in range(bisect_left(self.places, url, key=_URL), len(self.places)):
            if self.places[i].url != url:
                return
            yield self.places[i]

    def _read(self, place: Place) -> Json:
        resource: Json = _decoder.decode(self._block(place.block)[place.start : place.end])
        return resource

    def _decompress(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return zstandard.decompress(self._blocks[start : self._ends[number]])


def pack(resources: Iterable[tuple[Json, bytes]], about: Json, level: int = 3) -> bytes:
    """Pack resources, given as what their index entry says and their JSON, in this order.

    Byte for byte reproducible. `level` is that of zstd, up to 22.
    """
    compressor = zstandard.ZstdCompressor(level=level)
    blocks, ends, places = bytearray(), [], []
    for number, members in enumerate(_in_blocks(resources)):
        start = 0
        for header, raw in members:
            kind, url, version = (header.get(k, "") for k in ("resourceType", "url", "version"))
            places.append(Place(kind, url, version, number, start, start + len(raw)))
            start += len(raw)
        blocks += compressor.compress(b"".join(raw for _, raw in members))
        ends.append(len(blocks))
    places.sort(key=lambda p: (p.url, p.type, p.block, p.start))
    index = msgspec.msgpack.encode(Index(tuple(ends), tuple(places), about), order="deterministic")
    return compressor.compress(index) + blocks


def _in_blocks(resources: Iterable[tuple[Json, bytes]]) -> Iterator[list[tuple[Json, bytes]]]:
    block: list[tuple[Json, bytes]] = []
    size = 0
    for header, raw in resources:
        if block and size + len(raw) > BLOCK:
            yield block
            block, size = [], 0
        block.append((header, raw))
        size += len(raw)
    if block:
        yield block
