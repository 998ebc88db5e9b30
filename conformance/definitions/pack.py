"""A pack: conformance resources as JSON in one file, each read when it is asked for.

The file is a row of zstd frames: first the index, then blocks of about one megabyte of JSON. To
read a resource costs its block (about a millisecond; blocks are kept) and its own decoding.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
import zstandard

Json = dict[str, Any]

BLOCK = 1_000_000
KEPT_BLOCKS = 8
KEPT_RESOURCES = 256
_decoder = msgspec.json.Decoder(float_hook=Decimal)


class Header(NamedTuple):
    """What the index says of a resource."""

    type: str
    url: str
    version: str


def header(resource: Mapping[str, Any]) -> Header | None:
    """The header of a resource, None when it has no canonical URL.

    A few of R4's code systems carry their version in their URL (`…/v2-0006|2.1`).
    """
    url, version = resource.get("url"), resource.get("version")
    if not isinstance(url, str) or not url:
        return None
    plain, _, said = url.partition("|")
    known = version if isinstance(version, str) else ""
    return Header(str(resource.get("resourceType", "")), plain, said or known)


class Index(msgspec.Struct, frozen=True, array_like=True):
    """Columns with a row for each resource, in order of URL; rows are cheaper to read so.

    A resource lies in the block `blocks[i]`, from byte `starts[i]` to `stops[i]`. `ends` says where
    each block ends in the file, counted from the first block. `about` is said of them all.
    """

    types: list[str]
    urls: list[str]
    versions: list[str]
    blocks: list[int]
    starts: list[int]
    stops: list[int]
    ends: list[int]
    about: Json


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
        self.index = index
        self._blocks = reader.unused_data
        if len(self._blocks) != (index.ends[-1] if index.ends else 0):
            raise ValueError("no pack")
        self.read = lru_cache(KEPT_RESOURCES)(self._read)
        self._block = lru_cache(KEPT_BLOCKS)(self._decompress)

    def find(self, url: str) -> range:
        """The rows of the resources with a canonical URL, without version."""
        urls = self.index.urls
        first = bisect_left(urls, url)
        return range(first, bisect_right(urls, url, first))

    def _read(self, row: int) -> Json:
        index = self.index
        raw = self._block(index.blocks[row])[index.starts[row] : index.stops[row]]
        resource: Json = _decoder.decode(raw)
        return resource

    def _decompress(self, number: int) -> bytes:
        start = self.index.ends[number - 1] if number else 0
        return zstandard.decompress(self._blocks[start : self.index.ends[number]])


def pack(resources: Iterable[tuple[Header, bytes]], about: Json, level: int = 3) -> bytes:
    """Pack resources, given as what the index says of them and their JSON, in this order.

    Byte for byte reproducible. `level` is that of zstd, up to 22.
    """
    compressor = zstandard.ZstdCompressor(level=level)
    blocks, ends, rows = bytearray(), [], []
    for number, members in enumerate(_in_blocks(resources)):
        start = 0
        for header, raw in members:
            rows.append((header.url, header.type, header.version, number, start, start + len(raw)))
            start += len(raw)
        blocks += compressor.compress(b"".join(raw for _, raw in members))
        ends.append(len(blocks))
    rows.sort(key=lambda row: (row[0], row[1], row[3], row[4]))
    urls, types, *columns = map(list, zip(*rows, strict=True)) if rows else ([] for _ in range(6))
    index = msgspec.msgpack.encode([types, urls, *columns, ends, about], order="deterministic")
    return compressor.compress(index) + blocks


def _in_blocks(resources: Iterable[tuple[Header, bytes]]) -> Iterator[list[tuple[Header, bytes]]]:
    block: list[tuple[Header, bytes]] = []
    size = 0
    for header, raw in resources:
        if block and size + len(raw) > BLOCK:
            yield block
            block, size = [], 0
        block.append((header, raw))
        size += len(raw)
    if block:
        yield block
