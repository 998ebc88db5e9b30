"""Where a JSON text is broken: an exact scanner that names the first fault with its place.

It reads tokens against what may come next and builds nothing; `json.decode` asks it only when
something is wrong or looks so. Grammar: RFC 8259; unique names: FHIR R4 json.html, section 2.6.2.
"""

import re
from decimal import Decimal, InvalidOperation
from json import loads
from typing import NoReturn

from conformance.says import Says, TextError, says

MAX_DEPTH = 100
MAX_DIGITS = 4_300  # of integers, as in Python itself
HUGE = re.compile(rb"E[+-][0-9]{4}")  # an exponent out of bounds, as Decimal writes it

Containers = list[set[str] | None]  # the open ones: names seen in an object, None for an array


class JsonError(TextError):
    """The text is not JSON we accept: one clause, and where (1-based, columns in characters)."""

    def __init__(self, says: Says, line: int, column: int) -> None:
        super().__init__(says, line, column, f" (line {line}, column {column})")


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

_VALUE = "json-value"
_FIRST_ITEM = "json-first-item"
_FIRST_NAME = "json-first-name"
_NAME = "json-name"
_COLON = "json-colon"
_MORE_ITEMS = "json-more-items"
_MORE_PROPERTIES = "json-more-properties"
_END = "json-end"
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
            _fail(says("json-depth", most=MAX_DEPTH), text, start)
    elif mark in "}]":
        containers.pop()


def _check_number(text: str, start: int, end: int) -> None:
    """Refuse magnitudes that would fill memory or time when somebody writes them out."""
    number = text[start:end]
    if len(number) > MAX_DIGITS and number.lstrip("-").isdigit():
        _fail(says("json-digits", most=MAX_DIGITS), text, start)
    try:
        written = str(Decimal(number))
    except InvalidOperation:
        written = "E+9999"
    if HUGE.search(written.encode()):
        _fail(says("json-exponent", number=number[:30]), text, start)


def _check_string(text: str, start: int, end: int) -> None:
    """Refuse NUL and halves of surrogate pairs, which are no characters."""
    if text.find("\\u", start, end) < 0:
        return
    pair = says("json-surrogate")
    second_at = -1  # where the second half of a pair must stand
    for escape in _ESCAPE.finditer(text, start, end):
        unit = int(escape[1] or "20", 16)
        if unit == 0:
            _fail(says("json-nul"), text, escape.start())
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
            _fail(says("json-twice", name=repr(name[:60])), text, start)
        seen.add(name)


def _fail_unexpected(text: str, start: int, end: int, expected: str) -> NoReturn:
    if not text.strip():
        _fail(says("json-empty"), text, 0)
    if start == len(text):
        _fail(says("json-early", expected=says(expected)), text, start)
    if text[start] == '"' and end == start + 1:
        _fail_string(text, start)
    found = repr(text[start:end][:20])
    _fail(says("json-unexpected", expected=says(expected), found=found), text, start)


def _fail_string(text: str, start: int) -> NoReturn:
    good = _STRING.match(text, start)
    at = good.end() if good else start
    odd = text[at : at + 1]
    if not odd:
        _fail(says("json-unclosed"), text, start)
    if odd == "\\":
        _fail(says("json-escape", escape=repr(text[at : at + 6])), text, at)
    if odd >= "\ud800":
        _fail(says("json-surrogate"), text, at)
    _fail(says("json-control", code=ord(odd)), text, at)


def _text_of(data: bytes | str) -> str:
    """Decode the body's bytes, without a byte order mark."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        _fail(says("json-utf8", byte=data[error.start]), before, len(before))


def _fail(sentence: Says, text: str, at: int) -> NoReturn:
    line = text.count("\n", 0, at) + 1
    raise JsonError(sentence, line, at - text.rfind("\n", 0, at))
