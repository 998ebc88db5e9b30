"""The FHIR profiles of family doctor contract services, with their code systems and examples.

>>> import profiles
>>> profiles.load("https://family-doctor-fhir.github.io/StructureDefinition/fd-contract")["type"]
'Contract'

`make profiles` compiles `fsh/` to `generated/`, which is read here, each definition on its first
use. Nothing but Python's standard library is needed.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["CANONICAL", "GENERATED", "Entry", "entries", "examples", "find", "load", "read"]

CANONICAL = "https://family-doctor-fhir.github.io"
GENERATED = Path(__file__).parent / "generated"

Json = dict[str, Any]


class Entry(NamedTuple):
    """A definition: its canonical URL and version, resource type, `kind` ("" for none), file."""

    url: str
    version: str
    type: str
    kind: str
    file: str


def entries(type_name: str | None = None) -> tuple[Entry, ...]:
    """The definitions, of one resource type or of all, in order of their URLs."""
    return tuple(e for e in _index().values() if type_name in (None, e.type))


def find(canonical: str) -> Entry | None:
    """The definition with a canonical URL, with or without version; None when it is not ours."""
    url, _, version = canonical.partition("|")
    entry = _index().get(url)
    return entry if entry and version in ("", entry.version) else None


def load(canonical: str) -> Json:
    """The definition with a canonical URL. It is shared: never change it.

    Raises:
        KeyError: it is not among the profiles.

    """
    entry = find(canonical)
    if entry is None:
        raise KeyError(f"{canonical} is not defined by the family doctor profiles")
    return read(entry.file)


def examples() -> Iterator[Json]:
    """The example resources, by type and id."""
    for path in sorted((GENERATED / "examples").glob("*.json")):
        yield read(f"examples/{path.name}")


@cache
def read(file: str) -> Json:
    """A file of `generated/`, such as a definition without a canonical URL. Never change it."""
    # Decimals keep their digits, as they do everywhere else.
    content: Json = json.loads((GENERATED / file).read_bytes(), parse_float=Decimal)
    return content


@cache
def _index() -> dict[str, Entry]:
    rows: dict[str, Json] = json.loads((GENERATED / "index.json").read_bytes())
    return {entry.url: entry for entry in (_entry(*row) for row in rows.items())}


def _entry(canonical: str, row: Json) -> Entry:
    url, _, version = canonical.partition("|")
    return Entry(url, version, row["type"], row.get("kind", ""), row["file"])
