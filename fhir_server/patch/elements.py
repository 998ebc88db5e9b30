"""Elements of a resource for editing, in terms of their types.

A property is read and written as one list of pairs (value, sibling), whether it repeats or not:
`sibling` is what JSON keeps beside a primitive under `_name` (its id and extensions), so that both
always move together.

Source: FHIR R4 json.html, section 2.6.2.3 (primitive elements); fhirpatch.html.
"""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from conformance.definitions import Element, element_of, is_a, type_named

Json = dict[str, Any]
Location = tuple[str | int, ...]
Pair = tuple[Any, Any]


class Misfit(ValueError):
    """An edit that the types or the content of the resource do not allow, in a plain clause."""


@dataclass(frozen=True, slots=True)
class Place:
    """One property, or one item of it: `owner` is the type of `holder`, which has `key`."""

    holder: Json
    owner: str
    key: str
    index: int | None

    @property
    def element(self) -> Element:
        """The definition of the property."""
        return self._definition[0]

    @property
    def type(self) -> str:
        """The type of its values."""
        return self._definition[1]

    @property
    def _definition(self) -> tuple[Element, str]:
        found = element_of(self.owner, self.key)
        if found is None:
            raise Misfit(f"{self.owner} has no element {self.key!r}")
        return found

    def pairs(self) -> list[Pair]:
        """What the property holds now."""
        value, sibling = self.holder.get(self.key), self.holder.get("_" + self.key)
        if isinstance(value, list) or isinstance(sibling, list):
            return list(zip_longest(value or (), sibling or ()))
        return [] if value is None and sibling is None else [(value, sibling)]

    def store(self, pairs: list[Pair]) -> None:
        """Let the property hold these pairs and nothing else."""
        for name, side in ((self.key, 0), ("_" + self.key, 1)):
            column = [pair[side] for pair in pairs]
            if all(item is None for item in column):
                self.holder.pop(name, None)
            else:
                self.holder[name] = column if self.element.max != 1 else column[0]


def place_at(resource: Json, location: Location) -> Place:
    """The place a JSON location leads to: `("contact", 0, "name", "text")`."""
    node, owner = resource, resource["resourceType"]
    steps = list(location)
    while True:
        name = str(steps.pop(0))
        index = steps.pop(0) if steps and isinstance(steps[0], int) else None
        place = Place(node, owner, name.removeprefix("_"), index if index is None else int(index))
        if not steps:
            return place
        node = node[name] if index is None else node[name][index]
        owner = node["resourceType"] if place.type == "Resource" else place.type


def object_at(resource: Json, location: Location) -> tuple[Json, str]:
    """The object at a location and its type; of a primitive, what stands beside its value."""
    if not location:
        return resource, resource["resourceType"]
    place = place_at(resource, location)
    pairs, index = place.pairs(), place.index or 0
    value, sibling = pairs[index]
    if isinstance(value, dict):
        return value, value["resourceType"] if place.type == "Resource" else place.type
    beside: Json = {} if sibling is None else sibling
    pairs[index] = (value, beside)
    place.store(pairs)
    return beside, place.type


def drop(resource: Json, location: Location, *, only_sibling: bool = False) -> None:
    """Take an element away, and with it all that it leaves empty: FHIR has no empty objects."""
    place = place_at(resource, location)
    pairs, index = place.pairs(), place.index or 0
    value, _ = pairs.pop(index)
    if only_sibling and value is not None:
        pairs.insert(index, (value, None))
    place.store(pairs)
    outer = location[:-1] if place.index is None else location[:-2]
    if outer and not place.holder:
        name = next(step for step in reversed(outer) if isinstance(step, str))
        drop(resource, outer, only_sibling=name.startswith("_"))


def keys_of(owner: str, name: str) -> dict[str, str]:
    """JSON names that an element of a type may take, each with the type of its value.

    A choice is named with or without its type, or with `[x]`.
    """
    kind = type_named(owner)
    assert kind is not None
    if element := kind.by_name.get(name.removesuffix("[x]")):
        return element.json_keys()
    if found := kind.by_json_key.get(name):
        return {name: found[1]}
    raise Misfit(f"{owner} has no element {name[:64]!r}")


def fits(given: str, wanted: str) -> bool:
    """Whether a value of one type may stand where another is wanted.

    A `string` may stand for a `code` or `id`, whose form the write gate checks. There is no other
    way to give XHTML: Parameters cannot hold that type.
    """
    kind = type_named(wanted)
    primitive = kind is not None and kind.kind == "primitive-type"
    if wanted == "xhtml":
        return given == "string"
    return is_a(given, wanted) or (primitive and is_a(wanted, given))
