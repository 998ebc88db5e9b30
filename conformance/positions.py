"""Where in a source text the findings about it stand: line and column by JSON Pointer.

Reading a resource keeps no places, because most have no findings. Only when there are some is the
source read a second time, and only the places asked for are kept. Lines and columns count from 1,
columns in characters.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from json import loads
from typing import NamedTuple

from .issue import Issue


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


def xml_places(text: str, pointers: Iterable[str]) -> tuple[Places, Places]:
    """Places of the elements that JSON Pointers lead to, twice: XML has no names beside them."""
    from xml.parsers import expat  # noqa: PLC0415  # most resources are JSON

    from .xml.narrative import without_named_entities  # noqa: PLC0415

    parser = expat.ParserCreate("utf-8")
    search = _Search(_with_ancestors(pointers))

    def start(name: str, _: object) -> None:
        search.enter(name, Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: search.leave()
    parser.Parse(without_named_entities(text).encode(), True)
    return search.found, search.found


class _Search:
    """Goes through elements in the order of the text, and notes the places of those wanted.

    The pointers that are wanted come with all their ancestors; into others it does not look.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        self.found: Places = {}
        self._wanted: dict[str, list[str]] = defaultdict(list)
        for pointer in wanted:  # `_x` is in XML the element `x`
            self._wanted[pointer.replace("/_", "/")].append(pointer)
        self._opened: list[tuple[str, Counter[str]]] = []  # pointers, and children met by name
        self._passed_over = 0

    def enter(self, tag: str, place: Place) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        if self._passed_over:
            self._passed_over += 1
        elif not self._opened:
            self._note([""], place)
        elif name[:1].isupper():  # a resource in a wrapper such as `contained`
            self._opened.append((self._opened[-1][0], Counter()))
        else:
            at, children = self._opened[-1]
            number = children[name]
            children[name] += 1
            itself = [f"{at}/{name}"] if number == 0 else []
            self._note([f"{at}/{name}/{number}", *itself], place)

    def leave(self) -> None:
        """An element ends."""
        if self._passed_over:
            self._passed_over -= 1
        else:
            self._opened.pop()

    def _note(self, names: list[str], place: Place) -> None:
        """Note the place of an element by its names, as an item and as what may not repeat."""
        meant = [name for name in names if name in self._wanted]
        if not meant:
            self._passed_over = 1
            return
        self.found |= {pointer: place for name in meant for pointer in self._wanted[name]}
        self._opened.append((meant[0], Counter()))
