"""What the policies demand: 114 requirements, from `requirements.toml`, and what carries each.

Definitions cite requirements by their ids: in `purpose`, in the `requirements` of elements and in
those of invariants. So which invariants serve a requirement is read from the definitions, and a
profile that the table names but that does not cite the requirement is not there yet.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from profiles import Json, entries, load

_FILE = Path(__file__).parent / "requirements.toml"
_ID = re.compile(r"\b[A-I][1-9]\d?\b")
_CITED = re.compile(r"Requirements: ([A-I0-9 ]*)\.")


@dataclass(frozen=True, slots=True)
class Carriers:
    """What carries a requirement, by kind and name."""

    profiles: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    adapters: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()


class Citations(NamedTuple):
    """What cites a requirement: ids of definitions, keys of invariants."""

    profiles: tuple[str, ...] = ()
    invariants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement: `rule` and `rule_chinese` say in a sentence what is demanded.

    `sources` are the policies that demand it; `carriers` are there, `planned` ones are not yet;
    `sentence` says in English and Chinese why there are none. `tests` are files of tests that
    show it.
    """

    id: str
    title: str
    chinese: str
    rule: str
    rule_chinese: str
    sources: tuple[str, ...]
    carriers: Carriers
    planned: Carriers
    tests: tuple[str, ...]
    sentence: tuple[str, ...]


@cache
def requirements() -> dict[str, Requirement]:
    """All requirements by id, in order."""
    return {row["id"]: _requirement(row) for row in _table()["requirement"]}


@cache
def sources() -> dict[str, tuple[str, str]]:
    """The policies that requirements come from: their titles in English and Chinese."""
    return {key: (s["title"], s["chinese"]) for key, s in _table()["source"].items()}


@cache
def citations() -> dict[str, Citations]:
    """The definitions and invariants that cite each requirement; without those nothing cites."""
    profiles: dict[str, dict[str, None]] = {}
    invariants: dict[str, dict[str, None]] = {}
    for entry in entries():
        definition = load(entry.url)
        for requirement in cited_by(definition):
            profiles.setdefault(requirement, {})[definition["id"]] = None
        for constraint in own_invariants(definition):
            for requirement in _ID.findall(constraint.get("requirements", "")):
                invariants.setdefault(requirement, {})[constraint["key"]] = None
    return {r: Citations(tuple(profiles[r]), tuple(invariants.get(r, ()))) for r in profiles}


def own_invariants(definition: Json) -> Iterator[Json]:
    """The invariants that a StructureDefinition adds to its base; none for other definitions."""
    for element in definition.get("differential", {}).get("element", ()):
        yield from element.get("constraint", ())


def cited_by(definition: Json) -> frozenset[str]:
    """The requirements that a definition cites, as a whole and in its elements and invariants."""
    texts = _CITED.findall(definition.get("purpose", ""))
    for element in definition.get("differential", {}).get("element", ()):
        texts.append(element.get("requirements", ""))
    texts += [c.get("requirements", "") for c in own_invariants(definition)]
    return frozenset(each for text in texts for each in _ID.findall(text))


def _requirement(row: dict[str, Any]) -> Requirement:
    return Requirement(
        row["id"],
        row["title"],
        row["chinese"],
        row["rule"],
        row["rule-chinese"],
        tuple(row["sources"]),
        _carriers(row),
        _carriers(row.get("planned", {})),
        tuple(row.get("tests", ())),
        tuple(row.get("sentence", ())),
    )


def _carriers(row: dict[str, Any]) -> Carriers:
    return Carriers(**{kind: tuple(row.get(kind, ())) for kind in Carriers.__dataclass_fields__})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
