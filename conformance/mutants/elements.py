"""A snapshot as the campaign reads it: elements by id, with their children and slices.

Read anew, and not with the tree of the validator, so that a mistake of that tree is found.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


class Snapshot:
    """The elements of a StructureDefinition by id (`Observation.component:systolic.code`)."""

    def __init__(self, structure: Json) -> None:
        self.structure = structure
        self.url: str = structure["url"]
        self.type: str = structure["type"]
        listed = structure["snapshot"]["element"]
        self.elements: dict[str, Json] = {e.get("id", e["path"]): e for e in listed}
        self.root: str = next(iter(self.elements))
        self._children: dict[str, list[str]] = {}
        self._slices: dict[str, list[str]] = {}
        for each in self.elements:
            if is_slice(each):
                self._slices.setdefault(sliced(each), []).append(each)
            elif each != self.root:
                self._children.setdefault(above(each), []).append(each)

    @property
    def is_primitive(self) -> bool:
        """Whether it is that of a primitive type, whose value is the JSON value itself."""
        return bool(self.structure["kind"] == "primitive-type")

    def children(self, element_id: str) -> list[str]:
        """The ids of the elements below one, without slices."""
        return self._children.get(element_id, [])

    def slices(self, element_id: str) -> list[str]:
        """The ids of the slices of an element."""
        return self._slices.get(element_id, [])

    def below(self, element_id: str) -> Iterator[str]:
        """The ids of everything below an element, slices included."""
        return (each for each in self.elements if each.startswith(f"{element_id}."))

    def is_own(self, element_id: str) -> bool:
        """Whether a type says this itself, not one it derives from; a profile says it all."""
        if self.structure.get("derivation") == "constraint":
            return True
        base: str = self.elements[element_id].get("base", {}).get("path", element_id)
        return base.partition(".")[0] == self.type

    def is_excluded(self, element_id: str) -> bool:
        """Whether an element has no place in the profile, or what it stands in has none."""
        own = self.elements.get(element_id, {}).get("max") == "0"
        return own or ("." in element_id and self.is_excluded(above(element_id)))

    def is_choice(self, element_id: str) -> bool:
        """Whether an element is `value[x]`, or a slice of one."""
        return name_of(element_id).endswith("[x]")


def is_slice(element_id: str) -> bool:
    """Whether an id is that of a slice, and not of something in it."""
    return ":" in element_id.rpartition(".")[2]


def sliced(element_id: str) -> str:
    """The id of what a slice is a slice of: `a:b/c` of `a:b`, `a:b` of `a`."""
    last = element_id.rpartition(".")[2]
    if "/" in last:
        return element_id.rpartition("/")[0]
    return element_id.removesuffix(":" + last.partition(":")[2])


def above(element_id: str) -> str:
    """The id of the element that one stands in."""
    return element_id.rpartition(".")[0]


def name_of(element_id: str) -> str:
    """The name of an element in its parent, slices left aside: `value[x]`."""
    return element_id.rpartition(".")[2].partition(":")[0]


def value_of(element: Json, prefix: str) -> Any:
    """The value of a choice such as `fixed[x]`; None when there is none."""
    return next((v for k, v in element.items() if k.startswith(prefix)), None)


def types_of(element: Json) -> list[str]:
    """The FHIR types of an element; the ids of R4 have a type of FHIRPath and are strings."""
    codes = [t["code"] for t in element.get("type", ())]
    return ["string" if "/" in code else code for code in codes]


def is_array(element: Json) -> bool:
    """Whether JSON has the values of an element in an array."""
    most = element.get("base", element).get("max", element.get("max"))
    return most not in ("0", "1")
