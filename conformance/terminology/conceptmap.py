"""Translations by ConceptMaps.

What a group does not map follows its `unmapped`: the code as it is, a fixed one, or another map.
A target that depends on other elements is refused: a guess at them could be a wrong translation.

Source: FHIR R4 conceptmap.html, 5.2; conceptmap-operation-translate.html.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from conformance.says import says, shown

from . import shape
from .model import CircularImport, Json, Match, Translation, Unknown, Unsupported

MOST_MAPS = 20
"""How many maps one may fall back on, one after the other."""

# What an equivalence is when source and target change places (concept-map-equivalence).
REVERSED = {
    "wider": "narrower",
    "narrower": "wider",
    "subsumes": "specializes",
    "specializes": "subsumes",
}


class Maps(Protocol):
    """Where concept maps come from."""

    def find(self, canonical: str, *types: str) -> Json | None:
        """The resource with a canonical URL."""

    def urls(self, type_name: str) -> Iterable[str]:
        """The canonical URLs of all resources of a type."""


class Asked(NamedTuple):
    """The code to translate; system and target system may be left open."""

    system: str | None
    code: str
    target_system: str | None = None
    reverse: bool = False


def required(library: Maps, canonical: str) -> Json:
    """A concept map that must be there; raises Unknown and Malformed."""
    found = library.find(canonical, "ConceptMap")
    if found is None:
        raise Unknown(says("tx-no-concept-map", concept_map=canonical))
    shape.check("ConceptMap", found)
    return found


def between(library: Maps, source: str | None, target: str | None, *, reverse: bool) -> list[Json]:
    """All maps from one value set to another; either may be left open.

    What has not the shape of a map does not count.
    """
    if reverse:
        source, target = target, source
    maps = (library.find(url, "ConceptMap") for url in library.urls("ConceptMap"))
    found = [
        m
        for m in maps
        if m
        and shape.is_sound("ConceptMap", m)
        and _ends_at(m, "source", source)
        and _ends_at(m, "target", target)
    ]
    if not found:
        raise Unknown(says("tx-no-map-between", source=source or "*", target=target or "*"))
    return found


def _ends_at(concept_map: Json, end: str, value_set: str | None) -> bool:
    own = concept_map.get(f"{end}Canonical") or concept_map.get(f"{end}Uri") or ""
    return value_set is None or own.partition("|")[0] == value_set.partition("|")[0]


def translated(library: Maps, maps: Iterable[Json], asked: Asked) -> Translation:
    """What the maps make of a code."""
    matches = tuple(match for each in maps for match in _matches(library, each, asked, ()))
    return Translation(matches, None if matches else says("tx-unmapped", code=shown(asked.code)))


def _matches(
    library: Maps, concept_map: Json, asked: Asked, above: tuple[str, ...]
) -> Iterator[Match]:
    url = concept_map.get("url", "#")
    if url in above or len(above) > MOST_MAPS:
        raise CircularImport(says("tx-circular-map", ring=" → ".join((*above, url))))
    for group in concept_map.get("group", ()):
        if asked.reverse:
            yield from _backwards(url, group, asked)
            continue
        if not _fits(group.get("source"), asked.system) or not _fits(
            group.get("target"), asked.target_system
        ):
            continue
        element = next((e for e in group.get("element", ()) if e.get("code") == asked.code), None)
        if element is not None:
            yield from _targets(url, group, element)
        elif "unmapped" in group:
            yield from _unmapped(library, group, asked, (*above, url))


def _fits(own: str | None, asked: str | None) -> bool:
    return own is None or asked is None or own == asked


def _targets(url: str, group: Json, element: Json) -> Iterator[Match]:
    targets = element.get("target", ())
    if not targets:
        yield Match("unmatched", None, None, None, url)
    for target in targets:
        _refuse_dependent(target, url)
        yield Match(
            target.get("equivalence", "relatedto"),
            group.get("target") if "code" in target else None,
            target.get("code"),
            target.get("display"),
            url,
            tuple(_product(p) for p in target.get("product", ())),
        )


def _backwards(url: str, group: Json, asked: Asked) -> Iterator[Match]:
    """The elements that have a code as a target."""
    if not _fits(group.get("target"), asked.system) or not _fits(
        group.get("source"), asked.target_system
    ):
        return
    for element in group.get("element", ()):
        for target in element.get("target", ()):
            if target.get("code") != asked.code:
                continue
            _refuse_dependent(target, url)
            equivalence = target.get("equivalence", "relatedto")
            turned = REVERSED.get(equivalence, equivalence)
            source = group.get("source")
            yield Match(turned, source, element.get("code"), element.get("display"), url)


def _unmapped(library: Maps, group: Json, asked: Asked, above: tuple[str, ...]) -> Iterator[Match]:
    unmapped = group["unmapped"]
    url, system = above[-1], group.get("target")
    match unmapped.get("mode"):
        case "provided":
            yield Match("equal", system, asked.code, None, url)
        case "fixed":
            code, display = unmapped.get("code"), unmapped.get("display")
            yield Match("relatedto", system, code, display, url)
        case "other-map":
            other = required(library, unmapped.get("url", ""))
            yield from _matches(library, other, asked, above)


def _refuse_dependent(target: Json, url: str) -> None:
    if target.get("dependsOn"):
        properties = [d.get("property", "") for d in target["dependsOn"]]
        raise Unsupported(says("tx-depends-on", concept_map=url, properties=properties))


def _product(product: Json) -> Json:
    names = {"system": "system", "code": "value", "display": "display"}
    coding = {name: product[key] for name, key in names.items() if key in product}
    return {"element": product.get("property"), "concept": coding}
