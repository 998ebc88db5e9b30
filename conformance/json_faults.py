"""Where a JSON text is broken: an exact scanner that names the first fault with its place.

It reads tokens against what may come next and builds nothing; `json.decode` asks it only when
something is wrong or looks so. Grammar: RFC 8259; unique names: FHIR R4 json.html, section 2.6.2.
"""

import re
from decimal import Decimal, InvalidOperation
from json import loads
from typing import NoReturn

MAX_DEPTH = 100
MAX_DIGITS = 4_300  # of integers, as in Python itself
HUGE = re.compile(rb"E[+-][0-9]{4}")  # an exponent out of bounds, as Decimal writes it

Containers = list[set[str] | None]  # the open ones: names seen in an object, None for an array


class JsonError(ValueError):
    """The text is not JSON we accept: one sentence, and where (1-based, columns in characters)."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"{message} (line {line}, column {column}).")
        self.line = line
        self.column = column


_PLAIN = r'[^"\\\x00-\x1f\ud800-\udfff]*'
_UNTIL_ODD = rf'"{_PLAIN}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_PLAIN})*'
_STRING = re.compile(_UNTIL_ODD)
_TOKEN = re.compile(
    r"[ \t\n\r]*(?:"
    r"(?P<mark>[{}\[\],:])"
    rf'|(?P<string>{_UNTIL_ODD}")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<word>true|false|null)"
    r"|(?P<end>\Z)"
    r"|(?P<odd>[^\s{}\[\],:\"]{1,20}|.))",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")

_VALUE = "a value"
_FIRST_ITEM = "a value or ']'"
_FIRST_NAME = "a property name in double quotes or '}'"
_NAME = "a property name in double quotes"
_COLON = "':'"
_MORE_ITEMS = "',' or ']'"
_MORE_PROPERTIES = "',' or '}'"
_END = "nothing more"
_AFTER = ""  # a value is complete: what may follow depends on what it stands in

# (what is expected, what is read) -> what is expected next
_NEXT = {
    **{(e, t): _AFTER for e in (_VALUE, _FIRST_ITEM) for t in ("string", "number", "word")},
    **{(e, "{"): _FIRST_NAME for e in (_VALUE, _FIRST_ITEM)},
    **{(e, "["): _FIRST_ITEM for e in (_VALUE, _FIRST_ITEM)},
    **{(e, "]"): _AFTER for e in (_FIRST_ITEM, _MORE_ITEMS)},
    **{(e, "}"): _AFTER for e in (_FIRST_NAME, _MORE_PROPERTIES)},
    **{(e, "string"): _COLON for e in (_FIRST_NAME, _NAME)},
    (_COLON, ":"): _VALUE,
    (_MORE_ITEMS, ","): _VALUE,
    (_MORE_PROPERTIES, ","): _NAME,
}


def report_fault(data: bytes | str) -> None:
    """Raise JsonError for the first fault in a JSON text; return when it has none."""
    text = _text_of(data)
    containers: Containers = []
    expected = _VALUE
    at = 0
    while token := _TOKEN.match(text, at):
        kind = token.lastgroup or "odd"
        start, at = token.span(kind)
        if kind == "end" and expected is _END:
            return
        read = text[start] if kind == "mark" else kind
        following = _NEXT.get((expected, read))
        if following is None:
            _fail_unexpected(text, start, at, expected)
        if kind == "mark":
            _track(text, start, containers)
        elif kind == "string":
            _check_string(text, start, at)
        elif kind == "number":
            _check_number(text, start, at)
        if following is _COLON:
            _note_name(text, start, at, containers)
        expected = following or _after_value(containers)


def _after_value(containers: Containers) -> str:
    if not containers:
        return _END
    return _MORE_ITEMS if containers[-1] is None else _MORE_PROPERTIES


def _track(text: str, start: int, containers: Containers) -> None:
    mark = text[start]
    if mark in "{[":
        containers.append(set() if mark == "{" else None)
        if len(containers) > MAX_DEPTH:
            _fail(f"The JSON nests deeper than {MAX_DEPTH} levels", text, start)
    elif mark in "}]":
        containers.pop()


def _check_number(text: str, start: int, end: int) -> None:
    """Refuse magnitudes that would fill memory or time when somebody writes them out."""
    number = text[start:end]
    if len(number) > MAX_DIGITS and number.lstrip("-").isdigit():
        _fail(f"An integer has more than {MAX_DIGITS} digits", text, start)
    try:
        written = str(Decimal(number))
    except InvalidOperation:
        written = "E+9999"
    if HUGE.search(written.encode()):
        _fail(f"The number {number[:30]} has an exponent beyond 999", text, start)


def _check_string(text: str, start: int, end: int) -> None:
    """Refuse NUL and halves of surrogate pairs, which are no characters."""
    if text.find("\\u", start, end) < 0:
        return
    pair = "A string holds half a surrogate pair, which is no character"
    second_at = -1  # where the second half of a pair must stand
    for escape in _ESCAPE.finditer(text, start, end):
        unit = int(escape[1] or "20", 16)
        if unit == 0:
            _fail("A string holds the character NUL (U+0000)", text, escape.start())
        is_second = 0xDC00 <= unit <= 0xDFFF
        if is_second and escape.start() != second_at:
            _fail(pair, text, escape.start())
        if not is_second and second_at >= 0:
            _fail(pair, text, second_at - 6)
        second_at = escape.end() if 0xD800 <= unit <= 0xDBFF else -1
    if second_at >= 0:
        _fail(pair, text, second_at - 6)


def _note_name(text: str, start: int, end: int, containers: Containers) -> None:
    name = text[start + 1 : end - 1]
    if "\\" in name:
        name = loads(text[start:end])
    seen = containers[-1]
    if seen is not None:
        if name in seen:
            _fail(f"The property {name[:60]!r} appears twice in one object", text, start)
        seen.add(name)


def _fail_unexpected(text: str, start: int, end: int, expected: str) -> NoReturn:
    if not text.strip():
        _fail("The body is empty where JSON was expected", text, 0)
    if start == len(text):
        _fail(f"The JSON ends too early: expected {expected}", text, start)
    if text[start] == '"' and end == start + 1:
        _fail_string(text, start)
    _fail(f"Expected {expected} but found {text[start:end][:20]!r}", text, start)


def _fail_string(text: str, start: int) -> NoReturn:
    good = _STRING.match(text, start)
    at = good.end() if good else start
    odd = text[at : at + 1]
    if not odd:
        _fail("A string is not closed", text, start)
    if odd == "\\":
        _fail(f"A string holds the unknown escape {text[at : at + 6]!r}", text, at)
    if odd >= "\ud800":
        _fail("A string holds half a surrogate pair, which is no character", text, at)
    _fail(f"A string holds the control character U+{ord(odd):04X} unescaped", text, at)


def _text_of(data: bytes | str) -> str:
    """Decode the body's bytes, without a byte order mark."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        _fail(f"The body is not UTF-8: byte 0x{data[error.start]:02X}", before, len(before))


def _fail(message: str, text: str, at: int) -> NoReturn:
    line = text.count("\n", 0, at) + 1
    raise JsonError(message, line, at - text.rfind("\n", 0, at))
