"""Element definitions as a tree: the list of a snapshot or differential, and back.

A node is one step of an element id (`name` or `name:slice`); slices stand beside the element they
slice. Elements are never changed in place, so trees may share them.

Source: FHIR R4 elementdefinition.html#id (element ids), profiling.html#slicing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from conformance.says import says

from .errors import SnapshotError

Json = dict[str, Any]
Step = tuple[str, str]

MAX_DEPTH = 64


@dataclass(slots=True)
class Node:
    """An element: the last step of its path, its slice name (reslices: `a/b`), its definition."""

    name: str
    slice: str = ""
    element: Json = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)

    def named(self, name: str) -> "list[Node]":
        """The child of a name and its slices, in order."""
        return [c for c in self.children if c.name == name]

    def size(self) -> int:
        """How many elements it has, itself included."""
        return 1 + sum(c.size() for c in self.children)

    def copy(self) -> "Node":
        """The same tree of new nodes."""
        return Node(self.name, self.slice, self.element, [c.copy() for c in self.children])


def from_snapshot(elements: list[Json]) -> Node:
    """The tree of a snapshot. It is complete, so that an element follows its parent's last."""
    open_nodes: list[Node] = []
    for element in elements:
        names = element["path"].split(".")
        node = Node(names[-1], element.get("sliceName", ""), element)
        if not open_nodes:
            open_nodes = [node]
            continue
        if not 1 < len(names) <= len(open_nodes) + 1:
            raise SnapshotError(says("snapshot-order", path=element["path"]))
        del open_nodes[len(names) - 1 :]
        open_nodes[-1].children.append(node)
        open_nodes.append(node)
    return open_nodes[0]


def from_differential(elements: list[Json], root: str) -> Node:
    """The tree of a differential. Steps that it passes over have an empty element.

    Which slice an element is in is said by its id; without usable ids, by what stands before it.
    """
    tree = Node(root)
    trusted = all(":" in e.get("id", "").rpartition(".")[2] for e in elements if e.get("sliceName"))
    context: list[Step] = []
    for element in elements:
        steps = (trusted and _steps_of_id(element)) or _steps_in_context(element, context)
        if steps[0][0] != root or len(steps) > MAX_DEPTH:
            raise SnapshotError(says("snapshot-path", path=element["path"][:200]))
        node = tree
        for step in steps[1:]:
            node = _child(node, *step)
        node.element = {**node.element, **element}
        context = steps
    return tree


def _steps_of_id(element: Json) -> list[Step] | None:
    """The steps an id names, or None when it is no id of the element's path."""
    parts = [part.partition(":") for part in element.get("id", "").split(".")]
    if ".".join(name for name, _, _ in parts) != element["path"]:
        return None
    steps = [(name, slice_name) for name, _, slice_name in parts]
    steps[-1] = (steps[-1][0], element.get("sliceName") or steps[-1][1])
    return steps


def _steps_in_context(element: Json, context: list[Step]) -> list[Step]:
    """The steps of a path, in the slices of the element before as far as the paths agree."""
    names = element["path"].split(".")
    steps: list[Step] = []
    for i, name in enumerate(names[:-1]):
        same = i < len(context) and context[i][0] == name and steps == context[:i]
        steps.append(context[i] if same else (name, ""))
    return [*steps, (names[-1], element.get("sliceName", ""))]


def _child(node: Node, name: str, slice_name: str) -> Node:
    for child in node.named(name):
        if child.slice == slice_name:
            return child
    node.children.append(Node(name, slice_name))
    return node.children[-1]


def flatten(root: Node, path: str) -> Iterator[Json]:
    """The list of element definitions, with ids and paths below a root path."""
    return _flatten(root, path, path)


def _flatten(node: Node, path: str, ident: str) -> Iterator[Json]:
    element = {"id": ident, "path": path, **_without(node.element, ("id", "path"))}
    if "base" not in element:
        element["base"] = {"path": path, "min": element.get("min", 0), "max": element.get("max")}
    yield element
    for child in node.children:
        step = f"{child.name}:{child.slice}" if child.slice else child.name
        yield from _flatten(child, f"{path}.{child.name}", f"{ident}.{step}")


def _without(element: Json, keys: Iterable[str]) -> Json:
    return {k: v for k, v in element.items() if k not in keys}
