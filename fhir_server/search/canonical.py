"""Canonical references in chains and includes: by URL, and by business version where one is named.

`http://x/q|2` refers to what has that URL and the version 2; `http://x/q` to any version of it. So
a resource with URL and version is called two names, and one without a version one: see `names_of`.

Source: FHIR R4 search.html, 3.1.1.4.13 (references and versions), references.html#canonical.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from conformance.json import decode
from fhir_server.errors import TooCostly

from .filters import NOTHING, Filter, all_of, any_of, equal
from .joins import resolved
from .parameters import parameters
from .pending import Pending, Reader
from .types.token import entries_of

MOST = 10_000
BAR = "|"

Json = dict[str, Any]


def names_of(resource: Json) -> Iterator[str]:
    """How the entries of references write what they refer to: `url|version` and `url|`."""
    if url := resource.get("url"):
        yield url + BAR
        if version := resource.get("version"):
            yield f"{url}{BAR}{version}"


def named(type_: str, references: Iterable[str]) -> Filter:
    """What of a type some canonical references refer to, each with or without a version."""
    known = parameters(type_)
    by_version: dict[str, list[Filter]] = {}
    for reference in sorted(set(references)):
        url, _, version = reference.partition(BAR)
        by_version.setdefault(version, []).append(equal(known["url"].key + url))
    found = []
    for version, urls in by_version.items():
        if not version:
            found.append(any_of(urls))
        elif "version" in known:
            entry = known["version"].key + entries_of(None, version)[0]
            found.append(all_of([any_of(urls), equal(entry)]))
    return any_of(found)


@dataclass(frozen=True)
class ToNamed(Pending):
    """Canonical references, by entries that begin with `key`, to what meets a criterion."""

    key: str
    target: str
    criterion: Filter

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """One of its names."""
        wanted = await resolved(store, self.criterion, session)
        found = await store.find(self.target, wanted, limit=MOST + 1, session=session)
        _bound(found)
        names = (name for stored in found for name in names_of(decode(stored.json)))
        return any_of(equal(self.key + name) for name in names)


@dataclass(frozen=True)
class NamedBy(Pending):
    """What of `target` the canonical references of `source` under `key` refer to."""

    target: str
    key: str
    source: str
    criterion: Filter

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """One of the URLs, in the version that is named."""
        wanted = await resolved(store, self.criterion, session)
        found = await store.entries(
            self.source, wanted, self.key, limit=2 * MOST + 1, session=session
        )
        _bound(found[::2])
        names = {entry.removeprefix(self.key) for entry in found}
        return named(self.target, (name for name in names if BAR in name)) if names else NOTHING


def _bound(found: list[Any]) -> None:
    if len(found) > MOST:
        raise TooCostly(f"The chain goes through more than {MOST:,} canonical URLs; narrow it.")
