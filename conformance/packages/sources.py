"""Where definitions come from: packs (R4 core, packages), our profiles, resources at hand."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol

import profiles
from conformance.definitions.pack import Pack, header

Json = dict[str, Any]


class Definition(NamedTuple):
    """A conformance resource to be read: its type, canonical URL and version ("" for none)."""

    type: str
    url: str
    version: str
    read: Callable[[], Json]


class Source(Protocol):
    """Definitions by canonical URL, each read when it is asked for."""

    def find(self, url: str) -> Iterable[Definition]:
        """The definitions with this URL (without version), in any order."""

    def definitions(self) -> Iterator[Definition]:
        """All of them."""


class Packed:
    """The definitions of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def find(self, url: str) -> Iterable[Definition]:
        """The definitions with this URL."""
        return map(self._definition, self._pack.find(url))

    def definitions(self) -> Iterator[Definition]:
        """All of them."""
        return map(self._definition, range(len(self._pack.index.urls)))

    def _definition(self, row: int) -> Definition:
        index = self._pack.index
        read = partial(self._pack.read, row)
        return Definition(index.types[row], index.urls[row], index.versions[row], read)


class FamilyDoctor:
    """The profiles of family doctor contract services, with their code systems and value sets."""

    def find(self, url: str) -> Iterable[Definition]:
        """The definitions with this URL."""
        entry = profiles.find(url)
        return () if entry is None else (_ours(entry),)

    def definitions(self) -> Iterator[Definition]:
        """All of them."""
        return map(_ours, profiles.entries())


def _ours(entry: profiles.Entry) -> Definition:
    return Definition(entry.type, entry.url, entry.version, partial(profiles.load, entry.url))


class Resources:
    """Definitions that are at hand. What has no `url` is left out."""

    def __init__(self, resources: Iterable[Json]) -> None:
        self._by_url: dict[str, list[Definition]] = {}
        for resource in resources:
            if head := header(resource):
                found = Definition(*head, partial(_same, resource))
                self._by_url.setdefault(head.url, []).append(found)

    def find(self, url: str) -> Iterable[Definition]:
        """The definitions with this URL."""
        return self._by_url.get(url, ())

    def definitions(self) -> Iterator[Definition]:
        """All of them."""
        return (d for found in self._by_url.values() for d in found)


def _same(resource: Json) -> Json:
    return resource
