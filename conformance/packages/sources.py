"""Where definitions come from: R4 core, a list of resources; packages are in `package.py`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

from conformance.definitions import core

Json = dict[str, Any]


class Definition(NamedTuple):
    """A conformance resource that can be read: its type, canonical URL and version ("": none).

    `place` means something to its source alone.
    """

    type: str
    url: str
    version: str
    place: Any


class Source(Protocol):
    """Definitions by canonical URL, each read when it is asked for."""

    def find(self, url: str) -> Sequence[Definition]:
        """The definitions with this URL (without version), in any order."""

    def read(self, definition: Definition) -> Json:
        """The resource. It is shared: never change it."""

    def definitions(self) -> Iterator[Definition]:
        """All of them."""


class Core:
    """The definitions of R4 core."""

    def __init__(self) -> None:
        self._by_url: dict[str, list[core.Place]] = {}
        for place in core.index().places:
            self._by_url.setdefault(place.url, []).append(place)

    def find(self, url: str) -> Sequence[Definition]:
        """The definitions with this URL."""
        return [Definition(p.type, p.url, p.version, p) for p in self._by_url.get(url, ())]

    def read(self, definition: Definition) -> Json:
        """The resource."""
        return core.read(definition.place)

    def definitions(self) -> Iterator[Definition]:
        """All of them."""
        return (Definition(p.type, p.url, p.version, p) for p in core.index().places)


class Resources:
    """Definitions that are at hand. What has no `url` is left out."""

    def __init__(self, resources: Iterable[Json]) -> None:
        self._by_url: dict[str, list[Definition]] = {}
        for r in resources:
            if isinstance(url := r.get("url"), str):
                found = Definition(r.get("resourceType", ""), url, r.get("version", ""), r)
                self._by_url.setdefault(url, []).append(found)

    def find(self, url: str) -> Sequence[Definition]:
        """The definitions with this URL."""
        return self._by_url.get(url, ())

    def read(self, definition: Definition) -> Json:
        """The resource."""
        resource: Json = definition.place
        return resource

    def definitions(self) -> Iterator[Definition]:
        """All of them."""
        return (d for found in self._by_url.values() for d in found)


@cache
def core_source() -> Core:
    """R4 core, opened once."""
    return Core()
