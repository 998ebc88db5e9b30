"""The conformance resources of R4 core as JSON, each read when it is asked for.

The pack is two files: `core.msgpack.zst`, the index, and `core.blocks.zst`, zstd frames of about
one megabyte of JSON each. One resource costs a frame (about a millisecond, frames are kept) and its
own decoding. Left out when the pack is made: narratives, mappings, comments, requirements.

Source: the package hl7.fhir.r4.core 4.0.1 (CC0).
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import zstandard

Json = dict[str, Any]

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
    """Where each block ends in the file of blocks, and the resources in order of their URL."""

    ends: tuple[int, ...]
    places: tuple[Place, ...]


@cache
def index() -> Index:
    """The index of the pack."""
    return msgspec.msgpack.decode(zstandard.decompress(_data("core.msgpack.zst")), type=Index)


@lru_cache(maxsize=512)
def read(place: Place) -> Json:
    """The resource at a place. It is shared: never change it."""
    resource: Json = _decoder.decode(_block(place.block)[place.start : place.end])
    return resource


@lru_cache(maxsize=8)
def _block(number: int) -> bytes:
    ends: Sequence[int] = index().ends
    start = ends[number - 1] if number else 0
    return zstandard.decompress(_blocks()[start : ends[number]])


@cache
def _blocks() -> bytes:
    return _data("core.blocks.zst")


def _data(name: str) -> bytes:
    return files(__package__).joinpath("data", name).read_bytes()
