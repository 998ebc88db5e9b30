r"""The language of `_filter`: text to a tree, or a refusal that says at which character.

    filter    = test | filter "and" filter | filter "or" filter | ["not"] "(" filter ")"
    test      = path operator value
    path      = name ( ["[" filter "]"] "." name )*
    value     = JSON string | characters up to a space, ")" or "]"

The specification does not rank `and` and `or`: where both stand side by side, parentheses are asked
for rather than a meaning guessed. Words of the language are recognised in any case.

Source: FHIR R4 search_filter.html.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import msgspec

from fhir_server.errors import BadRequest, TooCostly

from .params import CONTROL

LONGEST = 8_000
DEEPEST = 30
MOST_TESTS = 100
OPERATORS = frozenset(
    "eq ne co sw ew gt lt ge le ap sa eb pr po ss sb in ni re".split()  # noqa: SIM905
)
SPACE = re.compile(r"\s*")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
WORD = re.compile(r"[A-Za-z]+", re.ASCII)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
BARE = re.compile(r"[^\s)\]]+")


class Step(NamedTuple):
    """A parameter's name on a path, and what else must hold of what it refers to."""

    name: str
    given: "Tree | None"


class Test(NamedTuple):
    """`path operator value`; `at` is where it begins, from 1."""

    path: tuple[Step, ...]
    operator: str
    value: str
    at: int


class Not(NamedTuple):
    """Whatever does not meet the filter."""

    part: "Tree"


class Logical(NamedTuple):
    """All of the parts (`and`) or any of them (`or`)."""

    word: str
    parts: tuple["Tree", ...]


Tree: TypeAlias = Test | Not | Logical


def misread(at: int, why: str) -> BadRequest:
    """The filter cannot be read there."""
    return BadRequest(f"at character {at + 1}: {why}")


def read(text: str) -> Tree:
    """The tree of a filter; raises BadRequest with the position, or TooCostly."""
    if len(text) > LONGEST:
        raise TooCostly(f"A filter has at most {LONGEST:,} characters.")
    reader = _Reader(text)
    tree = reader.filter(0)
    if reader.at < len(text):
        raise misread(reader.at, f"{text[reader.at : reader.at + 20]!r} is one too many")
    return tree


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0
    tests: int = 0

    def filter(self, depth: int) -> Tree:
        if depth > DEEPEST:
            raise misread(self.at, f"filters stand in each other at most {DEEPEST} deep")
        parts = [self._part(depth)]
        words: list[str] = []
        while (word := self._word()) in ("and", "or"):
            if words and word != words[0]:
                raise misread(self.at, "put parentheses where 'and' and 'or' stand side by side")
            words.append(word)
            self._skip(len(word))
            parts.append(self._part(depth))
        return Logical(words[0], tuple(parts)) if words else parts[0]

    def _part(self, depth: int) -> Tree:
        self._skip()
        if self._word() == "not" and self._after(len("not")) == "(":
            self._skip(len("not"))
            return Not(self._enclosed(depth, ")"))
        if self._next() == "(":
            return self._enclosed(depth, ")")
        return self._test(depth)

    def _enclosed(self, depth: int, end: str) -> Tree:
        self.at += 1
        inner = self.filter(depth + 1)
        if self._next() != end:
            raise misread(self.at, f"{end!r} is missing here")
        self._skip(1)
        return inner

    def _test(self, depth: int) -> Test:
        start = self.at
        self.tests += 1
        if self.tests > MOST_TESTS:
            raise TooCostly(f"A filter has at most {MOST_TESTS} tests.")
        path = [self._step(depth)]
        while self._next() == ".":
            self.at += 1
            path.append(self._step(depth))
        if path[-1].given is not None:
            raise misread(self.at, "'.' and a name are missing after ']'")
        self._skip()
        operator = self._word()
        if operator not in OPERATORS:
            raise misread(self.at, f"an operator is missing here: {' '.join(sorted(OPERATORS))}")
        self._skip(len(operator))
        return Test(tuple(path), operator, self._value(), start + 1)

    def _step(self, depth: int) -> Step:
        name = NAME.match(self.text, self.at)
        if name is None:
            raise misread(self.at, "the name of a search parameter is missing here")
        self.at = name.end()
        return Step(name[0], self._enclosed(depth, "]") if self._next() == "[" else None)

    def _value(self) -> str:
        if self._next() == '"':
            found = STRING.match(self.text, self.at)
            if found is None:
                raise misread(self.at, "the string does not end")
            try:
                value = msgspec.json.decode(found[0], type=str)
            except msgspec.DecodeError as error:
                raise misread(self.at, "this is not a JSON string") from error
        elif found := BARE.match(self.text, self.at):
            value = found[0]
        else:
            raise misread(self.at, "a value is missing here")
        if not value.strip() or CONTROL.search(value):
            raise misread(self.at, "the value is empty or has a control character")
        self.at = found.end()
        self._skip()
        return value

    def _word(self) -> str:
        found = WORD.match(self.text, self.at)
        return found[0].lower() if found else ""

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _after(self, length: int) -> str:
        found = SPACE.match(self.text, self.at + length)
        return self.text[found.end() : found.end() + 1] if found else ""

    def _skip(self, length: int = 0) -> None:
        found = SPACE.match(self.text, self.at + length)
        self.at = found.end() if found else len(self.text)
