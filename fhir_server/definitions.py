"""Definitions by canonical URL: those the server brings, and what others name."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from conformance.packages import Library

Wanted = tuple[str, str]
"""A resource type and a canonical URL, without version."""


@cache
def built_in() -> Library:
    """What the server brings: R4 and the family doctor profiles."""
    return Library.built_in()


def named(value: Any, keys: Mapping[str, str]) -> Iterator[Wanted]:
    """What is named in any JSON, at any depth: `keys` says by property of which type it is."""
    pending = [value]
    while pending:
        node = pending.pop()
        if type(node) is list:
            pending += node
        elif type(node) is dict:
            for key, child in node.items():
                if type(child) in (dict, list):
                    pending.append(child)
                if key in keys:
                    listed = child if type(child) is list else (child,)
                    yield from ((keys[key], plain(c)) for c in listed if type(c) is str)


def plain(canonical: str) -> str:
    """A canonical URL without its version."""
    return canonical.partition("|")[0]
