"""The definitions in force: R4 core, our profiles, packages that were loaded, single resources."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from conformance.definitions.core import core_pack

from .sources import Definition, FamilyDoctor, Packed, Resources, Source
from .versions import means, precedence

if TYPE_CHECKING:
    from conformance.snapshot import Snapshots

Json = dict[str, Any]
Made = TypeVar("Made")

TYPE_PREFIX = "http://hl7.org/fhir/StructureDefinition/"


class Library:
    """Definitions by canonical URL. Immutable: what adds to it gives a new one.

    It is made of sources. A later source hides what an earlier one says under the same URL; within
    a source the highest version is meant, unless the canonical names one.

    Resources it hands out are shared: never change them.
    """

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._structures: dict[str, Json] = {}
        self._completed: dict[tuple[str, str], Json] = {}
        self._derived: dict[Any, Any] = {}

    @cached_property
    def _snapshots(self) -> "Snapshots":
        from conformance.snapshot import Snapshots  # noqa: PLC0415  # most runs make none

        return Snapshots(self._definition)

    @classmethod
    @cache
    def core(cls) -> Self:
        """R4 core alone."""
        return cls(Packed(core_pack()))

    @classmethod
    @cache
    def built_in(cls) -> Self:
        """R4 core and the family doctor profiles: in force unless something else is said."""
        return cls(Packed(core_pack()), FamilyDoctor())

    def with_packages(self, *packages: Source) -> "Library":
        """With these packages too; of two that define the same, the later one is in force."""
        return Library(*self._sources, *packages)

    def with_resources(self, resources: Iterable[Json]) -> "Library":
        """With these conformance resources too; they hide others of the same URL."""
        return Library(*self._sources, Resources(resources))

    def find(self, canonical: str, *types: str) -> Json | None:
        """The resource with a canonical URL (`url` or `url|version`), of one of these types.

        Without types, of any. A version may be shortened (`|4.0` means any 4.0 release).
        """
        url, _, version = canonical.partition("|")
        for source in reversed(self._sources):
            found = [d for d in source.find(url) if _is_wanted(d, types, version)]
            if found:
                return max(found, key=lambda d: precedence(d.version)).read()
        return None

    def structure(self, canonical: str) -> Json | None:
        """The StructureDefinition of a canonical URL or type name, with a snapshot.

        One that brings no snapshot gets it from its differential. With or without its version it is
        the same object.

        Raises:
            SnapshotError: the snapshot cannot be made; one sentence says why.

        """
        if canonical not in self._structures:
            structure = self._structure(canonical)
            if structure is None:  # not kept: there is no end of what is unknown
                return None
            self._structures[canonical] = structure
        return self._structures[canonical]

    def snapshot(self, structure: Json) -> Json:
        """A StructureDefinition with its snapshot made anew, on what this library knows.

        Raises:
            SnapshotError: the snapshot cannot be made; one sentence says why.

        """
        return self._snapshots.generate(structure)

    def derived(self, make: "Callable[[Library], Made]") -> Made:
        """What a function makes of this library: made once, kept as long as the library is."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("Made", self._derived[make])

    def _structure(self, canonical: str) -> Json | None:
        structure = self._definition(canonical)
        if structure is None:
            return None
        named = structure["url"], str(structure.get("version", ""))
        if named not in self._completed:
            self._completed[named] = self._snapshots.completed(structure)
        return self._completed[named]

    def _definition(self, canonical: str) -> Json | None:
        url = canonical if ":" in canonical else TYPE_PREFIX + canonical
        return self.find(url, "StructureDefinition")

    def urls(self, type_name: str) -> Iterator[str]:
        """The canonical URLs of all definitions of a type, each once, without versions."""
        seen = {
            d.url: None
            for source in self._sources
            for d in source.definitions()
            if d.type == type_name
        }
        return iter(seen)


def _is_wanted(definition: Definition, types: tuple[str, ...], version: str) -> bool:
    return (not types or definition.type in types) and means(version, definition.version)
