"""XML to the dict that stands for JSON: one pass over Expat's events, guided by the definitions."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any
from xml.parsers import expat

from conformance.definitions import Element, resource_types, type_named
from conformance.json_faults import MAX_DEPTH
from conformance.says import says, shown

from .errors import XmlError
from .narrative import NAMESPACE_SEPARATOR, XHTML, for_json, without_named_entities

FHIR = "http://hl7.org/fhir"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
MAX_BYTES = 64 * 1024 * 1024

Json = dict[str, Any]


def from_xml(data: bytes) -> Json:
    """The resource that a document in UTF-8 holds.

    Raises XmlError for what is not well-formed XML or not FHIR: a DOCTYPE, unknown elements and
    attributes, text, a foreign namespace, an element that repeats and must not or is out of order,
    too much depth.
    """
    if len(data) > MAX_BYTES:
        raise XmlError(says("xml-size", most=MAX_BYTES))
    try:
        text = without_named_entities(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise XmlError(says("xml-utf8"), line) from error
    return _Reader(text.encode()).read()


@dataclass(slots=True)
class _Frame:
    """An element that has been opened: `name` in XML, `type` of what is read into `node`.

    `depth` is that of the JSON to come, where a repeating element takes two levels. A `type` of ""
    is a wrapper around one resource (`contained`, `entry.resource`). `last` is the child read last.
    """

    name: str
    type: str
    many: bool
    depth: int
    node: Json = field(default_factory=dict)
    value: str | None = None
    last: str = ""


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[_Frame] = []
        self._result: Json = {}
        self._narrative_depth = 0
        self._narrative_start = 0
        self._narrative_prefix = ""
        self._parser = parser = expat.ParserCreate("utf-8", NAMESPACE_SEPARATOR)
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.XmlDeclHandler = self._declaration

    def read(self) -> Json:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            why = expat.errors.messages[error.code]
            raise XmlError(says("xml-form", why=why), error.lineno, error.offset + 1) from error
        return self._result

    def _error(self, key: str, /, **args: Any) -> XmlError:
        parser = self._parser
        return XmlError(says(key, **args), parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        raise self._error("xml-doctype")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            raise self._error("xml-encoding", encoding=encoding[:60])

    def _text(self, text: str) -> None:
        if not self._narrative_depth and text.strip(" \t\r\n"):
            raise self._error("xml-text")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        if self._narrative_depth:
            self._narrative_depth += 1
            return
        namespace, name, prefix = _parts(qualified)
        parent = self._open[-1] if self._open else None
        if parent is None or not parent.type:
            frame = self._resource(parent, name)
        else:
            frame = self._element(parent, name)
        wanted = XHTML if frame.type == "xhtml" else FHIR
        if namespace != wanted:
            raise self._error("xml-namespace", name=shown(name), namespace=wanted)
        if frame.depth > MAX_DEPTH and not _is_primitive(frame.type):
            raise self._error("xml-depth", most=MAX_DEPTH)
        self._open.append(frame)
        if frame.type == "xhtml":
            self._narrative_depth, self._narrative_prefix = 1, prefix
            self._narrative_start = self._parser.CurrentByteIndex
        else:
            self._attributes(frame, attributes)

    def _resource(self, parent: _Frame | None, name: str) -> _Frame:
        if name not in resource_types():
            raise self._error("xml-resource-type", name=shown(name))
        if parent is None:
            return _Frame(name, name, many=False, depth=1, node={"resourceType": name})
        if parent.node:
            raise self._error("xml-resources", name=shown(parent.name))
        parent.node["resourceType"] = name
        return _Frame(name, name, many=False, depth=parent.depth, node=parent.node)

    def _element(self, parent: _Frame, name: str) -> _Frame:
        found = _definition(parent.type, name)
        if found is None or found[0].xml == "attr":
            raise self._error("xml-element", type=parent.type, name=shown(name))
        element, type_ = found
        if parent.last and _place(parent.type, name) < _place(parent.type, parent.last):
            raise self._error("xml-order", type=parent.type, name=name, last=parent.last)
        parent.last = name
        many = element.max != 1
        if not many and (name in parent.node or "_" + name in parent.node):
            raise self._error("xml-repeats", type=parent.type, name=name)
        child = "" if type_ == "Resource" else type_
        return _Frame(name, child, many, parent.depth + 1 + many)

    def _attributes(self, frame: _Frame, attributes: dict[str, str]) -> None:
        for qualified, value in attributes.items():
            namespace, name, _ = _parts(qualified)
            if namespace == XSI:
                continue
            found = _definition(frame.type, name)
            if namespace == "" and name == "value" and _is_primitive(frame.type):
                frame.value = value
            elif namespace == "" and found and found[0].xml == "attr":
                frame.node[name] = value
            else:
                raise self._error("xml-attribute", name=shown(frame.name), attribute=shown(name))

    def _end(self, _: str) -> None:
        if self._narrative_depth > 1:
            self._narrative_depth -= 1
            return
        frame = self._open.pop()
        parent = self._open[-1] if self._open else None
        if parent is None:
            self._result = frame.node
        elif self._narrative_depth:
            self._narrative_depth = 0
            parent.node[frame.name] = for_json(self._source(), self._narrative_prefix)
        elif _is_primitive(frame.type):
            self._primitive(parent.node, frame)
        elif parent.type:
            if not frame.type and not frame.node:
                raise self._error("xml-no-resource", name=shown(frame.name))
            if frame.many:
                parent.node.setdefault(frame.name, []).append(frame.node)
            else:
                parent.node[frame.name] = frame.node

    def _source(self) -> str:
        """The narrative as written. Expat stands at its end tag, or behind an empty element."""
        prefix = self._narrative_prefix and self._narrative_prefix + ":"
        end = self._parser.CurrentByteIndex
        if self._data.startswith(f"</{prefix}div".encode(), end):
            end = self._data.index(b">", end) + 1
        return self._data[self._narrative_start : end].decode()

    def _primitive(self, node: Json, frame: _Frame) -> None:
        value = None if frame.value is None else _value(frame.type, frame.value)
        beside = frame.node or None
        if value is None and beside is None:
            raise self._error("xml-nothing", name=shown(frame.name))
        if frame.many:
            _append(node, frame.name, value, beside)
        else:
            node.update({k: v for k, v in _named(frame.name, value, beside) if v is not None})


def _named(name: str, value: Any, beside: Any) -> tuple[tuple[str, Any], tuple[str, Any]]:
    return (name, value), ("_" + name, beside)


def _append(node: Json, name: str, value: Any, beside: Any) -> None:
    """Add to the two arrays of a repeating primitive, filled with null where one has nothing."""
    count = max(len(node.get(name, ())), len(node.get("_" + name, ())))
    for key, item in _named(name, value, beside):
        if item is not None or key in node:
            node.setdefault(key, [None] * count).append(item)


def _parts(qualified: str) -> tuple[str, str, str]:
    """(namespace, name, prefix) of a name as Expat gives it."""
    parts = qualified.split(NAMESPACE_SEPARATOR)
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


def _definition(type_name: str, name: str) -> tuple[Element, str] | None:
    kind = type_named(type_name)
    return kind.by_json_key.get(name) if kind else None


@cache
def _place(type_name: str, name: str) -> int:
    """Which of its type's elements this is; XML has them in that order (xml.html 2.6.1.0)."""
    kind = type_named(type_name)
    assert kind is not None, "it has been read"
    element, _ = kind.by_json_key[name]
    return kind.elements.index(element)


@cache
def _is_primitive(type_name: str) -> bool:
    kind = type_named(type_name)
    return kind is not None and kind.kind == "primitive-type"


_INTEGERS = frozenset({"integer", "positiveInt", "unsignedInt"})
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,999})(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?")
_BOOLEANS = {"true": True, "false": False}


def _value(type_name: str, text: str) -> Any:
    """The JSON value of a `value` attribute; one that is not of its type stays text."""
    if type_name == "boolean":
        return _BOOLEANS.get(text, text)
    if type_name == "decimal" or type_name in _INTEGERS:
        number = _NUMBER.fullmatch(text)
        if number and not (number[1] or number[2]):
            return int(text)
        return Decimal(text) if number and type_name == "decimal" else text
    return text
