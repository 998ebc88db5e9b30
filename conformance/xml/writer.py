"""The dict that stands for JSON to XML, elements in the order of their definition."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from conformance.definitions import type_named
from conformance.says import says

from .errors import XmlError
from .narrative import for_xml
from .reader import FHIR

Json = dict[str, Any]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def to_xml(resource: Json, pretty: bool = False) -> bytes:
    """The document of a resource that has passed the shape check, in UTF-8.

    `pretty` indents by two spaces, the inside of the narrative excepted. Raises XmlError for what
    XML cannot carry: control characters, and a narrative that is not well-formed.
    """
    out = [_DECLARATION]
    line = "\n" if pretty else ""
    _resource(out, resource, line, f' xmlns="{FHIR}"')
    out.append(line)
    return "".join(out).encode()


def _resource(out: list[str], node: Json, line: str, namespace: str = "") -> None:
    name = node["resourceType"]
    out.append(f"{line}<{name}{namespace}")
    _content(out, name, name, node, line)


def _content(out: list[str], tag: str, type_name: str, node: Json, line: str) -> None:
    """Attributes, children and end of an element whose start tag is still open."""
    layout = _layout(type_name)
    out.extend(f' {name}="{_escape(node[name])}"' for name in layout.attributes if name in node)
    names = {key.removeprefix("_") for key in node} & layout.children.keys()
    if not names:
        out.append("/>")
        return
    out.append(">")
    inner = line and line + "  "
    for key in sorted(names, key=layout.order.__getitem__):
        for value, beside in _pairs(node.get(key), node.get("_" + key)):
            _child(out, key, layout.children[key], value, beside, inner)
    out.append(f"{line}</{tag}>")


def _child(out: list[str], key: str, type_name: str, value: Any, beside: Any, line: str) -> None:
    if type_name == "xhtml":
        out.append(line + for_xml(value))
        return
    out.append(f"{line}<{key}")
    if type_name == "Resource":
        out.append(">")
        _resource(out, value, line and line + "  ")
        out.append(f"{line}</{key}>")
    elif isinstance(value, dict):
        _content(out, key, type_name, value, line)
    else:
        if value is not None:
            out.append(f' value="{_text(value)}"')
        _content(out, key, type_name, beside or {}, line)


def _pairs(value: Any, beside: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, list) or isinstance(beside, list):
        return zip_longest(value or (), beside or ())
    return iter([(value, beside)])


class _Layout(NamedTuple):
    """How XML writes a type: the types of its children by name, and their order."""

    attributes: tuple[str, ...]
    children: dict[str, str]
    order: dict[str, int]


@cache
def _layout(type_name: str) -> _Layout:
    kind = type_named(type_name)
    assert kind is not None
    attributes = tuple(e.name for e in kind.elements if e.xml == "attr")
    children = {key: child for key, (e, child) in kind.by_json_key.items() if e.xml != "attr"}
    return _Layout(attributes, children, {key: place for place, key in enumerate(children)})


_SPECIAL = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _escape(value) if isinstance(value, str) else str(value)


def _escape(text: str) -> str:
    if bad := _IMPOSSIBLE.search(text):
        raise XmlError(says("xml-character", code=ord(bad[0])))
    return text.translate(_SPECIAL)
