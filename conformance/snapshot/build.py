"""Make a snapshot: the tree of the base, with the tree of the differential laid over it.

Source: FHIR R4 profiling.html#snapshot, #slicing (with the short form `valueQuantity`).
"""

from collections.abc import Callable, Iterable
from typing import Any

from conformance.says import says

from .choices import BY_TYPE, spell_out, type_code
from .errors import SnapshotError
from .merge import merged
from .shape import check
from .tree import Node, flatten, from_differential, from_snapshot

Json = dict[str, Any]
Find = Callable[[str], Json | None]

TYPE_PREFIX = "http://hl7.org/fhir/StructureDefinition/"
# A differential can copy slices into slices; without a limit it doubles with each line.
MAX_ELEMENTS = 50_000
BY_URL = {"discriminator": [{"type": "value", "path": "url"}], "ordered": False, "rules": "open"}
EXTENSIONS = ("extension", "modifierExtension")


def generate(structure: Json, find: Find) -> Json:
    """A StructureDefinition with the snapshot its differential and its base make.

    `find` gives the StructureDefinition of a canonical URL; one without a snapshot gets one.

    Raises:
        SnapshotError: the base is unknown or circular, or the differential does not fit it.

    """
    return Snapshots(find).generate(structure)


class Snapshots:
    """Makes snapshots, each once."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._trees: dict[str, Node] = {}
        self._under_way: list[str] = []

    def generate(self, structure: Json) -> Json:
        """The structure with its snapshot made anew."""
        check(structure)
        url = structure["url"]
        if url in self._under_way:
            circle = " → ".join([*self._under_way[self._under_way.index(url) :], url])
            raise SnapshotError(says("snapshot-circle", circle=circle))
        self._under_way.append(url)
        try:
            root = _Structure(structure, self).build()
        finally:
            self._under_way.pop()
        return {**structure, "snapshot": {"element": list(flatten(root, root.name))}}

    def completed(self, structure: Json) -> Json:
        """The structure, with a snapshot made if it brings none."""
        check(structure)
        return (
            structure if structure.get("snapshot", {}).get("element") else self.generate(structure)
        )

    def tree(self, canonical: str, wanted_by: str) -> Node:
        """The tree of a structure's snapshot. It is shared: copy it."""
        if canonical not in self._trees:
            structure = self._find(canonical)
            if structure is None:
                raise SnapshotError(says("snapshot-base", url=wanted_by, base=canonical))
            structure = self.completed(structure)
            self._trees[canonical] = from_snapshot(_with_sources(structure))
        return self._trees[canonical]


class _Structure:
    """The making of one snapshot."""

    def __init__(self, structure: Json, snapshots: Snapshots) -> None:
        self.url: str = structure["url"]
        self.snapshots = snapshots
        self.base = structure.get("baseDefinition")
        self.may_add = structure.get("derivation") != "constraint"
        self.elements = structure.get("differential", {}).get("element", [])
        self.name = _root_name(structure, self.elements)
        self.left = MAX_ELEMENTS

    def build(self) -> Node:
        """The tree of the snapshot."""
        if not (self.base or self.elements):
            raise SnapshotError(says("snapshot-nothing", url=self.url))
        base = self.snapshots.tree(self.base, self.url) if self.base else Node(self.name)
        self.before = base
        root = self.copy(base)
        if self.may_add:
            root.element = {k: v for k, v in root.element.items() if k != "base"}
        root.name = self.name
        self.root = root
        self.apply(root, from_differential(self.elements, self.name))
        return root

    def copy(self, node: Node) -> Node:
        self.left -= node.size()
        if self.left < 0:
            raise SnapshotError(says("snapshot-size", url=self.url, most=MAX_ELEMENTS))
        return node.copy()

    def apply(self, node: Node, change: Node) -> None:
        """Lay a node of the differential over the node it is about, and so on below."""
        node.element = merged(node.element, change.element, self.url)
        if not change.children:
            return
        spell_out(node, change)
        if not {c.name for c in change.children} <= {c.name for c in node.children}:
            self.unfold(node)
            spell_out(node, change)
        for child in change.children:
            self.apply(self.place(node, child), child)

    def place(self, node: Node, change: Node) -> Node:
        """The child a change is about; new slices are made, and new elements where they may be."""
        family = node.named(change.name)
        if not family:
            return self.add(node, change)
        for member in family:
            if member.slice == change.slice:
                return member
        outer = change.slice.rpartition("/")[0]
        origin = next((m for m in family if m.slice == outer), None)
        if origin is None:
            path = change.element.get("path", change.name)
            clause = says("snapshot-slice", url=self.url, slice=change.slice, path=path)
            raise SnapshotError(clause)
        if slicing := origin.element.get("slicing") or _default_slicing(origin, change):
            origin.element = {**origin.element, "slicing": slicing}
            return self.slice(node, origin, change.slice)
        # A slice name where nothing is sliced is only a name: R4's own profiles have such.
        origin.slice = change.slice
        origin.element = {**origin.element, "sliceName": change.slice}
        return origin

    def add(self, node: Node, change: Node) -> Node:
        if not self.may_add:
            path = change.element.get("path", change.name)
            clause = says("snapshot-element", url=self.url, path=path, base=self.base)
            raise SnapshotError(clause)
        new = Node(change.name, change.slice, {"constraint": self.inherited(change.element)})
        if not new.element["constraint"]:
            del new.element["constraint"]
        node.children.append(new)
        return new

    def inherited(self, element: Json) -> list[Json]:
        """The constraints every element has, and every extension."""
        codes = {t["code"] for t in element.get("type", ())}
        if "Resource" in codes or any(":" in code for code in codes):
            return []
        general = "Extension" if codes == {"Extension"} else "Element"
        root = self.snapshots.tree(TYPE_PREFIX + general, self.url)
        return list(root.element.get("constraint", []))

    def slice(self, node: Node, origin: Node, name: str) -> Node:
        """A new slice: what it slices, without its slicing, from none on, after its siblings."""
        new = self.copy(origin)
        kept = {k: v for k, v in origin.element.items() if k != "slicing"}
        new.slice, new.element = name, {**kept, "sliceName": name, "min": 0}
        within = f"{origin.slice}/" if origin.slice else ""
        family = [m for m in node.named(origin.name) if m is origin or m.slice.startswith(within)]
        place = next(i for i, child in enumerate(node.children) if child is family[-1])
        node.children.insert(place + 1, new)
        return new

    def unfold(self, node: Node) -> None:
        """Give a node the children of its type, as far as it lacks them."""
        present = {c.name for c in node.children}
        node.children += [c for c in self.content(node).children if c.name not in present]

    def content(self, node: Node) -> Node:
        """A copy of what a node consists of: another element, or its type or profile."""
        if reference := node.element.get("contentReference"):
            names = reference.partition("#")[2].split(".")[1:]
            # As the base has it: an element that contains itself is not copied half made.
            target = _at(self.before, names) or _at(self.root, names)
            if target is None:
                clause = says("snapshot-reference", url=self.url, reference=reference)
                raise SnapshotError(clause)
            kept = {k: v for k, v in node.element.items() if k != "contentReference"}
            node.element = {**kept, "type": target.element.get("type", [])}
            return self.copy(target)
        types = node.element.get("type", [])
        codes = {t["code"] for t in types}
        if not codes:
            return Node(node.name)
        if len(codes) > 1:
            return self.copy(self.snapshots.tree(TYPE_PREFIX + "Element", self.url))
        profiles = [p for t in types for p in t.get("profile", ())]
        code = type_code(types[0])
        canonical = (
            profiles[0] if len(profiles) == 1 else code if ":" in code else TYPE_PREFIX + code
        )
        return self.copy(self.snapshots.tree(canonical, self.url))


def _with_sources(structure: Json) -> list[Json]:
    """The snapshot's elements; a constraint without a source comes from this structure."""
    source = {"source": structure["url"]}
    return [
        {**e, "constraint": [{**source, **c} for c in e["constraint"]]} if "constraint" in e else e
        for e in structure["snapshot"]["element"]
    ]


def _root_name(structure: Json, elements: list[Json]) -> str:
    name: str = elements[0]["path"].partition(".")[0] if elements else structure["type"]
    return name.rpartition("/")[2]


def _at(node: Node, names: Iterable[str]) -> Node | None:
    """The element, no slice, at a path below a node."""
    for name in names:
        found = next((c for c in node.named(name) if not c.slice), None)
        if found is None:
            return None
        node = found
    return node


def _default_slicing(origin: Node, change: Node) -> Json | None:
    """Extensions are always sliced by their url, choices by their type when a slice narrows it."""
    if origin.name in EXTENSIONS:
        return BY_URL
    types, narrowed = (n.element.get("type", []) for n in (origin, change))
    return BY_TYPE if origin.name.endswith("[x]") and 0 < len(narrowed) < len(types) else None
