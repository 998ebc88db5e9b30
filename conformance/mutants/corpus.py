"""The examples: resources by type, and where in them values of a type and extensions stand."""

from collections.abc import Iterable, Iterator
from pathlib import Path as File
from typing import Any, NamedTuple

from conformance.definitions import element_of
from conformance.json import JsonError, decode

from .edits import Path
from .elements import Json
from .places import Specimen

MOST_BYTES = 64_000
"""Larger examples say nothing that smaller ones do not, and take their time."""

_MOST_PLACES = 12


class Example(NamedTuple):
    """A resource and the name of its file."""

    name: str
    resource: Json

    @property
    def declared(self) -> frozenset[str]:
        """The profiles it says it conforms to."""
        meta = self.resource.get("meta", {})
        return frozenset(meta.get("profile", ()) if isinstance(meta, dict) else ())


class Corpus:
    """Examples, small ones first."""

    def __init__(self, examples: Iterable[Example]) -> None:
        self.by_type: dict[str, list[Example]] = {}
        self.values: dict[str, list[Specimen]] = {}
        self.extensions: dict[str, list[Specimen]] = {}
        for example in examples:
            for each in (example, *_entries(example)):
                self.by_type.setdefault(each.resource["resourceType"], []).append(each)
            for path, value, kind in _walk(example.resource):
                _keep(self.values, kind, example, path)
                if kind == "Extension" and isinstance(value, dict):
                    _keep(self.extensions, str(value.get("url")), example, path)

    @classmethod
    def of_folders(cls, folders: Iterable[File]) -> "Corpus":
        """The JSON resources in folders and below."""
        every = (file for folder in folders for file in folder.rglob("*.json"))
        files = [f for f in every if f.stat().st_size <= MOST_BYTES]
        files.sort(key=lambda f: (f.stat().st_size, f.name))
        return cls(example for f in files if (example := _read(f)) is not None)


def _read(file: File) -> Example | None:
    try:
        resource = decode(file.read_bytes())
    except JsonError:
        return None
    is_resource = isinstance(resource, dict) and isinstance(resource.get("resourceType"), str)
    return Example(file.stem, resource) if is_resource else None


def _entries(example: Example) -> Iterator[Example]:
    """The resources of a Bundle, as examples of their own."""
    entries = (
        example.resource.get("entry", ()) if example.resource["resourceType"] == "Bundle" else ()
    )
    for i, entry in enumerate(entries if isinstance(entries, list) else ()):
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict) and isinstance(resource.get("resourceType"), str):
            yield Example(f"{example.name} entry {i}", resource)


def _keep(index: dict[str, list[Specimen]], key: str, example: Example, path: Path) -> None:
    found = index.setdefault(key, [])
    if len(found) < _MOST_PLACES and all(s.name != example.name for s in found):
        found.append(Specimen(example.name, example.resource, path))


def _walk(resource: Json) -> Iterator[tuple[Path, Any, str]]:
    """All values in a resource with their paths and types."""
    pending: list[tuple[Path, Any, str]] = [((), resource, resource["resourceType"])]
    while pending:
        path, value, kind = pending.pop()
        yield path, value, kind
        if not isinstance(value, dict):
            continue
        for key, child in value.items():
            found = element_of(kind, key)
            if found is None:
                continue
            items = enumerate(child) if isinstance(child, list) else ((None, child),)
            for i, item in items:
                inner = found[1]
                if inner == "Resource":
                    inner = item.get("resourceType", "") if isinstance(item, dict) else ""
                place = (*path, key) if i is None else (*path, key, i)
                pending.append((place, item, inner))
