"""A snapshot as a tree: elements with their children and slices. FHIR R4 profiling.html, 5.1.0."""

from collections.abc import Iterator
from typing import Any

from conformance.definitions import Element, all_types, type_named

Json = dict[str, Any]

_BACKBONES = frozenset({"BackboneElement", "Element"})
_SYSTEM = "http://hl7.org/fhirpath/"


class Definition:
    """One ElementDefinition, with those below it.

    `base` is what base R4 says of the element (None for a root). `children` are the elements below
    by their FHIRPath name, without slices; `slices` are those of this element, and a slice that is
    sliced again has slices of its own.
    """

    __slots__ = ("base", "children", "element", "name", "parent", "slice_name", "slices", "url")

    def __init__(
        self,
        element: Json,
        name: str,
        url: str,
        parent: "Definition | None" = None,
        base: Element | None = None,
    ) -> None:
        self.element = element
        self.name = name
        self.url = url
        self.parent = parent
        self.base = base
        self.slice_name: str = element.get("sliceName", "")
        self.children: dict[str, Definition] = {}
        self.slices: list[Definition] = []

    @property
    def least(self) -> int:
        """The minimal number of values."""
        return int(self.element.get("min", 0))

    @property
    def most(self) -> int | None:
        """The maximal number of values; None for any."""
        most = str(self.element.get("max", "*"))
        return int(most) if most.isdigit() else None

    @property
    def types(self) -> list[Json]:
        """The `ElementDefinition.type` entries that name FHIR types."""
        listed = self.element.get("type", ())
        return [t for t in listed if not t.get("code", _SYSTEM).startswith(_SYSTEM)]

    def type_names(self) -> tuple[str, ...]:
        """The types of a value, backbone elements by their path."""
        base = self.base.types if self.base else ()
        codes = tuple(t["code"] for t in self.types)
        if self.parent is None:
            return (self.name,)
        return codes if codes and not _BACKBONES.issuperset(codes) else base

    def value_of(self, prefix: str) -> Any:
        """The value of a choice such as `fixed[x]`; None when there is none."""
        return next((v for key, v in self.element.items() if key.startswith(prefix)), None)

    def root(self) -> "Definition":
        """The definition of the whole."""
        found = self
        while found.parent is not None:
            found = found.parent
        return found

    def every(self) -> Iterator["Definition"]:
        """All definitions from here down, without those of slices."""
        yield self
        for child in self.children.values():
            yield from child.every()

    def add(self, element: Json) -> "Definition":
        """Add the definition of a child or of a slice of one, and return it."""
        last = element["path"].rpartition(".")[2]
        name, base = self._base_of(last)
        shortcut = last not in (name, f"{name}[x]")
        whole = self.children.get(name)
        if shortcut or element.get("sliceName"):
            if whole is None:
                whole = self.children[name] = Definition({}, name, self.url, self, base)
            return whole.add_slice(element, last if shortcut else "")
        if whole is not None:  # the same element twice: the later one has the last word
            whole.element = element
            return whole
        child = self.children[name] = Definition(element, name, self.url, self, base)
        return child

    def add_slice(self, element: Json, shortcut: str) -> "Definition":
        """Add a slice; `a/b` is the slice b of the slice a."""
        own = Definition(element, self.name, self.url, self.parent, self.base)
        own.slice_name = element.get("sliceName") or shortcut
        around = own.slice_name.rpartition("/")[0]
        holder = next((s for s in self.slices if around and s.slice_name == around), self)
        holder.slices.append(own)
        return own

    def _base_of(self, last: str) -> tuple[str, Element | None]:
        """The FHIRPath name and the base definition of a child, `valueQuantity` being a value."""
        name = last.removesuffix("[x]")
        for type_name in self.type_names():
            kind = type_named(type_name)
            if kind is None:
                continue
            if name in kind.by_name:
                return name, kind.by_name[name]
            if last in kind.by_json_key:
                element = kind.by_json_key[last][0]
                return element.name, element
        return name, None


def tree(structure: Json) -> Definition:
    """The tree of a StructureDefinition's snapshot."""
    elements = structure["snapshot"]["element"]
    root = Definition(elements[0], structure.get("type", elements[0]["path"]), structure["url"])
    open_: list[Definition] = [root]
    for element in elements[1:]:
        depth = element["path"].count(".")
        del open_[depth:]
        open_.append(open_[-1].add(element))
    return root


def is_core(canonical: str) -> bool:
    """Whether a canonical is that of a type of R4 itself, which the base check has judged."""
    return core_type(canonical) is not None


def core_type(canonical: str) -> str | None:
    """The R4 type that a canonical defines; None for a profile."""
    name = canonical.partition("|")[0].removeprefix("http://hl7.org/fhir/StructureDefinition/")
    return name if name in all_types() and "/" not in name else None
