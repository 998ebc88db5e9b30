"""Where in a source text the findings about it stand: line and column by JSON Pointer.

Reading a resource keeps no places, because most have no findings. Only when there are some is the
source read a second time, and only the places asked for are kept. Lines and columns count from 1,
columns in characters.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from json import loads
from typing import NamedTuple
from xml.parsers import expat

from .issue import Issue
from .xml.narrative import without_named_entities


class Place(NamedTuple):
    """A position in a text."""

    line: int
    column: int


Places = dict[str, Place]

_ABOUT_THE_NAME = frozenset({"unknown-element"})  # the property is at fault, not its value


def located(
    issues: Iterable[Issue], source: str | bytes, *, is_xml: bool = False, first_line: int = 1
) -> list[Issue]:
    """The findings with the line and column of their element in the source they are about.

    What is missing has no place: such a finding stands at the nearest element around it. The source
    begins at `first_line` of its file (a line of NDJSON).
    """
    listed = list(issues)
    wanted = {issue.pointer for issue in listed}
    if not wanted:
        return listed
    text = source.decode("utf-8-sig", "replace") if isinstance(source, bytes) else source
    find = xml_places if is_xml else json_places
    names, values = find(text, wanted)

    def at(issue: Issue) -> Issue:
        places = names if issue.rule in _ABOUT_THE_NAME else values
        line, column = _nearest(places, issue.pointer)
        return replace(issue, line=line + first_line - 1, column=column)

    return [at(issue) for issue in listed]


def _nearest(places: Places, pointer: str) -> Place:
    while pointer and pointer not in places:
        pointer = pointer.rpartition("/")[0]
    return places.get(pointer, Place(1, 1))


def _with_ancestors(pointers: Iterable[str]) -> set[str]:
    found = {""}
    for pointer in pointers:
        at = pointer
        while at not in found:
            found.add(at)
            at = at.rpartition("/")[0]
    return found


_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKEN = re.compile(rf'{_STRING}|[{{}}\[\],:]|[^\s{{}}\[\],:"]+', re.DOTALL)
_BRACKET = re.compile(rf"{_STRING}|[{{}}\[\]]", re.DOTALL)


def json_places(text: str, pointers: Iterable[str]) -> tuple[Places, Places]:
    """Places of the property names and of the values that JSON Pointers lead to.

    The text is known to be JSON. Ancestors of what is asked for are found too, and where the
    pointer names nothing there is no place. What nothing is asked of is passed over.
    """
    wanted = _with_ancestors(pointers)
    place_of = _counter(text)
    names: Places = {}
    values: Places = {}
    path: list[str] = []  # pointers of the open containers
    counts: list[int] = []  # the index of the current item; -1 in an object
    current = ""
    name_start, is_name, at = 0, False, 0
    while len(values) < len(wanted) and (token := _TOKEN.search(text, at)):
        start, at = token.span()
        mark = text[start]
        if mark in "}]":
            path.pop()
            counts.pop()
        elif mark == ",":
            is_name = counts[-1] < 0
            if not is_name:
                counts[-1] += 1
                current = f"{path[-1]}/{counts[-1]}"
        elif mark == ":":
            pass
        elif is_name:
            current = f"{path[-1]}/{_escaped(token[0])}"
            name_start, is_name = start, False
        elif current not in wanted or current in values:
            at = _end(text, start) if mark in "{[" else at
        else:
            values[current] = place_of(start)
            in_object = bool(counts) and counts[-1] < 0
            names[current] = place_of(name_start) if in_object else values[current]
            if mark in "{[":
                path.append(current)
                counts.append(-1 if mark == "{" else 0)
                is_name = mark == "{"
                current += "/0" if mark == "[" else ""
    return names, values


def _end(text: str, start: int) -> int:
    """Where the container that begins at an offset ends."""
    depth = 0
    for token in _BRACKET.finditer(text, start):
        mark = text[token.start()]
        depth += (mark in "{[") - (mark in "}]")
        if not depth:
            return token.end()
    return len(text)


def _escaped(literal: str) -> str:
    name: str = loads(literal, strict=False) if "\\" in literal else literal[1:-1]
    return name.replace("~", "~0").replace("/", "~1")


def _counter(text: str) -> Callable[[int], Place]:
    """What turns offsets into lines and columns."""
    ends = [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]

    def place(offset: int) -> Place:
        line = bisect_right(ends, offset)
        return Place(line + 1, offset - (ends[line - 1] if line else 0) + 1)

    return place


@dataclass(slots=True)
class _Element:
    """An XML element: where its tag begins, and its children by name, in order."""

    place: Place
    children: dict[str, list["_Element"]] = field(default_factory=dict)

    def resource(self) -> "_Element":
        """The resource inside a wrapper such as `contained`, else the element itself."""
        names = list(self.children)
        wraps = len(names) == 1 and names[0][:1].isupper()
        return self.children[names[0]][0] if wraps else self


def xml_places(text: str, pointers: Iterable[str]) -> tuple[Places, Places]:
    """Places of the elements that JSON Pointers lead to, twice: XML has no names beside them."""
    root = _tree(text)
    followed = ((pointer, _follow(root, pointer)) for pointer in _with_ancestors(pointers))
    places = {pointer: element.place for pointer, element in followed if element}
    return places, places


def _tree(text: str) -> _Element:
    parser = expat.ParserCreate("utf-8")
    outside = _Element(Place(1, 1))
    opened = [outside]

    def start(name: str, _: object) -> None:
        element = _Element(Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        opened[-1].children.setdefault(name.rpartition(":")[2], []).append(element)
        opened.append(element)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: opened.pop()
    parser.Parse(without_named_entities(text).encode(), True)
    return outside.resource()


def _follow(root: _Element, pointer: str) -> _Element | None:
    at, listed = root, [root]
    for part in pointer.split("/")[1:]:
        if part.isdigit():
            if int(part) >= len(listed):
                return None
            at = listed[int(part)]
        else:
            listed = at.resource().children.get(part.removeprefix("_"), [])
            if not listed:
                return None
            at = listed[0]
    return at
