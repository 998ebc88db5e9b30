"""The FHIR R4 (4.0.1) definitions as compact typed tables, compiled from `hl7.fhir.r4.core`.

`build.py` makes the packs in `data/`; this module reads them, each on its first use. A pack is
MessagePack under zstd. Types and value sets are looked up by name or canonical URL.

Source: FHIR R4 definitions, https://hl7.org/fhir/R4/downloads.html (CC0).
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
import zstandard

from .model import Compartment, Constraint, Element, SearchParameter, Type

__all__ = [
    "ABSTRACT",
    "Compartment",
    "Constraint",
    "Element",
    "SearchParameter",
    "Type",
    "all_types",
    "codes_of",
    "compartments",
    "element_of",
    "is_a",
    "resource_types",
    "search_parameters",
    "type_named",
]

ABSTRACT = frozenset({"Resource", "DomainResource", "Element", "BackboneElement"})

DATA = Path(__file__).parent / "data"

T = TypeVar("T")


def _load(pack: str, shape: type[T]) -> T:
    packed = DATA.joinpath(f"{pack}.msgpack.zst").read_bytes()
    return msgspec.msgpack.decode(zstandard.decompress(packed), type=shape)


@cache
def all_types() -> dict[str, Type]:
    """Every R4 type by name: primitives, data types, resources, and backbone elements by path."""
    return {t.name: t for t in _load("types", list[Type])}


def type_named(name: str) -> Type | None:
    """The type `name` (`Patient`, `Quantity`, `Patient.contact`), or None when R4 has none."""
    return all_types().get(name)


@cache
def resource_types() -> tuple[str, ...]:
    """The 146 concrete R4 resource types, sorted. `Parameters` is among them."""
    return tuple(
        sorted(t.name for t in all_types().values() if t.kind == "resource" and not t.abstract)
    )


@lru_cache(maxsize=65_536)
def element_of(type_name: str, key: str) -> tuple[Element, str] | None:
    """The element a JSON property stands for in a type, with the type of its values.

    `element_of("Observation", "valueQuantity")` is `(value[x], "Quantity")`;
    `element_of("Patient", "contact")` is `(contact, "Patient.contact")`; None when R4 has none.
    """
    kind = all_types().get(type_name)
    return None if kind is None else kind.by_json_key.get(key)


@lru_cache(maxsize=65_536)
def is_a(type_name: str, ancestor: str) -> bool:
    """Whether a type is another or derives from it (`Patient` is a `DomainResource`)."""
    current: str | None = type_name
    while current:
        if current == ancestor:
            return True
        kind = all_types().get(current)
        current = kind.base if kind else None
    return False


@cache
def search_parameters() -> tuple[SearchParameter, ...]:
    """The R4 SearchParameters, those without an expression included."""
    return tuple(_load("search", list[SearchParameter]))


@cache
def compartments() -> dict[str, Compartment]:
    """The five R4 compartments by type: Patient, Encounter, RelatedPerson, Practitioner, Device."""
    return {c.type: c for c in _load("compartments", list[Compartment])}


@cache
def _codes() -> dict[str, dict[str, frozenset[str]]]:
    return _load("codes", dict[str, dict[str, frozenset[str]]])


def codes_of(value_set: str) -> dict[str, frozenset[str]] | None:
    """The codes of a value set used in a required binding, by code system.

    `value_set` is a canonical URL; a `|version` is ignored. None when the set cannot be listed
    (MIME types, languages, UCUM) or is in no required binding.
    """
    return _codes().get(value_set.split("|", 1)[0])
