"""FHIR data as nodes, and the R4 type model they are walked by."""

from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from msgspec import Struct

from conformance import definitions


class Node(Struct, eq=False, gc=False):
    """One FHIR element: its JSON value, its type, and where it stands.

    `type` is an R4 type (`HumanName`, `code`, `Patient.contact`), or None where the model does not
    know it. `extra` is the sibling (`_birthDate`) that carries id and extensions of a primitive,
    whose `value` is None when it has only those. `parent`, `key` and `index` are the place in the
    JSON; a root and whatever `resolve` fetched have no parent.
    """

    value: Any
    type: str | None
    extra: Any = None
    parent: "Node | None" = None
    key: str = ""
    index: int | None = None

    def location(self) -> tuple[str | int, ...]:
        """The keys and indexes that lead from the root's JSON to this element."""
        parts: list[str | int] = []
        node, inner = self, False
        while (parent := node.parent) is not None:
            if node.index is not None:
                parts.append(node.index)
            parts.append("_" + node.key if inner else node.key)
            node, inner = parent, parent.type in primitives()
        return tuple(reversed(parts))

    def resource(self) -> "Node":
        """The innermost resource this element is part of (or the root)."""
        node = self
        while node.parent is not None and not is_resource(node.value):
            node = node.parent
        return node

    def root(self) -> "Node":
        """The outermost element this one is part of."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node


def is_resource(value: Any) -> bool:
    """Whether a JSON value is a resource."""
    return type(value) is dict and "resourceType" in value


class Key(NamedTuple):
    """A JSON key that may carry an element, its `_` sibling ("" if none), and the values' type."""

    key: str
    sibling: str
    type: str | None


class Field(NamedTuple):
    """One element of a type: a key for each of its types, also by their and their siblings' names.

    `only` is the key of an element that has but one.
    """

    keys: tuple[Key, ...]
    by_name: dict[str, Key]
    only: Key | None


@cache
def primitives() -> frozenset[str]:
    """Names of the primitive types."""
    types = definitions.all_types().values()
    return frozenset(t.name for t in types if t.kind == "primitive-type")


@cache
def fields(type_name: str | None) -> dict[str, Field] | None:
    """The elements of a type by their FHIRPath name; None for a type the model does not have."""
    kind = definitions.type_named(type_name) if type_name else None
    if kind is None:
        return None
    return {element.name: _field(element) for element in kind.elements}


def _field(element: definitions.Element) -> Field:
    keys = tuple(
        Key(name, "_" + name if t in primitives() else "", t)
        for name, t in element.json_keys().items()
    )
    by_name = {name: key for key in keys for name in (key.sibling, key.key) if name}
    return Field(keys, by_name, keys[0] if len(keys) == 1 else None)


@cache
def _by_json_name(type_name: str | None) -> dict[str, Key] | None:
    known = fields(type_name)
    if known is None:
        return None
    return {name: key for field in known.values() for name, key in field.by_name.items()}


def root_node(value: Any, context: str | None = None) -> Node:
    """The node of a resource, or of an element of the type `context`."""
    guess = _guess(value)
    if guess is None or not is_resource(value):
        guess = guess if context in definitions.ABSTRACT else context or guess
    return Node(value, guess)


def children_named(node: Node, name: str, out: list[Any]) -> None:
    """Append the children of this name."""
    data = node.value if type(node.value) is dict else node.extra
    if type(data) is not dict:
        return
    known = fields(node.type)
    if known is None:
        _append(node, data, Key(name, "_" + name, None), out)
        return
    field = known.get(name)
    if field is None:
        return
    if field.only is not None:
        _append(node, data, field.only, out)
    else:
        for key in _present(data, field.by_name):
            _append(node, data, key, out)


def children(node: Node) -> list[Node]:
    """All children, in the order of the JSON; properties that the model does not have are none."""
    data = node.value if type(node.value) is dict else node.extra
    found: list[Node] = []
    if type(data) is dict:
        known = _by_json_name(node.type)
        for key in _unknown(data) if known is None else _present(data, known):
            _append(node, data, key, found)
    return found


def _present(data: dict[str, Any], known: dict[str, Key]) -> list[Key]:
    """The keys an object has, in its order, each once."""
    found = []
    for name in data:
        key = known.get(name)
        if key is not None and (name == key.key or key.key not in data):
            found.append(key)
    return found


def _unknown(data: dict[str, Any]) -> list[Key]:
    names = dict.fromkeys(name.removeprefix("_") for name in data if name != "resourceType")
    return [Key(name, "_" + name, None) for name in names]


def _append(parent: Node, data: dict[str, Any], key: Key, out: list[Any]) -> None:
    name, sibling, kind = key
    value = data.get(name)
    extra = data.get(sibling) if sibling else None
    if type(value) is list or type(extra) is list:
        _append_list(parent, key, value, extra, out)
    elif value is not None or extra is not None:
        actual = kind if kind and kind != "Resource" else _actual(kind, value)
        out.append(Node(value, actual, extra, parent, name))


def _append_list(parent: Node, key: Key, value: Any, extra: Any, out: list[Any]) -> None:
    name, _, kind = key
    values = value if type(value) is list else []
    if type(extra) is list:
        for i, (v, x) in enumerate(zip_longest(values, extra)):
            if v is not None or x is not None:
                out.append(Node(v, _actual(kind, v), x, parent, name, i))
    elif kind and kind != "Resource":
        out += [Node(v, kind, None, parent, name, i) for i, v in enumerate(values) if v is not None]
    else:
        for i, v in enumerate(values):
            if v is not None:
                out.append(Node(v, _actual(kind, v), None, parent, name, i))


def _actual(type_name: str | None, value: Any) -> str | None:
    """The type of a value where the model says only `Resource`, or nothing."""
    if type_name is None or type_name == "Resource":
        return _guess(value) or type_name
    return type_name


_GUESSES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    Decimal: "decimal",
    float: "decimal",
    str: "string",
}


def _guess(value: Any) -> str | None:
    if is_resource(value) and type(value["resourceType"]) is str:
        return str(value["resourceType"])
    return _GUESSES.get(type(value))
