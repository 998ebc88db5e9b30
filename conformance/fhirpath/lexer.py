"""Text to tokens. FHIRPath N1 2.0.0, section 3 and appendix B (grammar)."""

import re
from typing import NamedTuple

from .errors import FhirPathError

MAX_LENGTH = 65_536
"""The longest expression accepted, in characters."""

_TIME = r"\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?"
_TOKEN = re.compile(
    rf"""(?P<space>\s+|//[^\n\r]*|/\*.*?\*/)
    |(?P<time>@T{_TIME})
    |(?P<date>@\d{{4}}(?:-\d\d(?:-\d\d)?)?(?P<at>T(?:{_TIME}(?:Z|[+-]\d\d:\d\d)?)?)?)
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<string>'(?:\\.|[^'\\])*')
    |(?P<quoted>`(?:\\.|[^`\\])*`)
    |(?P<external>%(?:[A-Za-z_][A-Za-z0-9_]*|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`))
    |(?P<dollar>\$(?:this|index|total)\b)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<open>/\*)
    |(?P<symbol><=|>=|!=|!~|[-+*/&|<>=~.,()\[\]{{}}])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPES = {"r": "\r", "n": "\n", "t": "\t", "f": "\f"} | {c: c for c in "'\"`\\/"}


class Token(NamedTuple):
    """`kind` is time, date, datetime, number, string, quoted, external, dollar, name, symbol, end.

    `text` is unescaped and without its quotes or marks.
    """

    kind: str
    text: str
    position: int


def tokens(expression: str) -> list[Token]:
    """The tokens of an expression, comments and white space left out, `end` last."""
    if len(expression) > MAX_LENGTH:
        raise FhirPathError(f"The expression is longer than {MAX_LENGTH} characters")
    found = []
    position = 0
    while position < len(expression):
        match = _TOKEN.match(expression, position)
        if match is None or match.lastgroup == "open":
            raise FhirPathError(f"Unexpected or unclosed {expression[position]!r}", position)
        if match.lastgroup != "space":
            found.append(_token(match, position))
        position = match.end()
    found.append(Token("end", "end of the expression", position))
    return found


def _token(match: re.Match[str], position: int) -> Token:
    kind, text = match.lastgroup or "", match.group()
    match kind:
        case "date":
            return Token("date" if match["at"] is None else "datetime", text[1:], position)
        case "time":
            return Token(kind, text[2:], position)
        case "string" | "quoted":
            return Token(kind, _unescape(text[1:-1], position), position)
        case "external":
            name = text[1:] if text[1] not in "'`" else _unescape(text[2:-1], position)
            return Token(kind, name, position)
    return Token(kind, text, position)


def _unescape(text: str, position: int) -> str:
    def replace(match: re.Match[str]) -> str:
        code = match[1]
        if len(code) == 5:
            return chr(int(code[1:], 16))
        if code not in _ESCAPES:
            raise FhirPathError(f"Unknown escape \\{code}", position)
        return _ESCAPES[code]

    return _ESCAPE.sub(replace, text) if "\\" in text else text
