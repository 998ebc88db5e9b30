"""The text of search parameters: names with modifiers, OR lists, escapes.

Source: FHIR R4 search.html, 3.1.1.4.0.1 (escaping search parameters). Percent-decoding is done
before this.
"""

import re
from typing import NamedTuple

from fhir_server.errors import BadRequest

WELL_ESCAPED = re.compile(r"(?:[^\\]|\\[,|$\\])*", re.DOTALL)
ESCAPED = re.compile(r"\\([,|$\\])")
# The characters between two separators: escape pairs, or anything else.
UNTIL = {c: re.compile(rf"((?:\\.|[^\\{re.escape(c)}]|\\$)*)", re.DOTALL) for c in ",|$"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Name(NamedTuple):
    """`subject:Patient` is code `subject` with modifier `Patient`."""

    code: str
    modifier: str


def split_name(name: str) -> Name:
    """A parameter's name without and with its modifier (empty when it has none)."""
    code, _, modifier = name.partition(":")
    return Name(code, modifier)


def split(text: str, separator: str, limit: int = -1) -> list[str]:
    """Split at each unescaped `,`, `|` or `$`, at most `limit` times; parts stay escaped."""
    if "\\" not in text:
        return text.split(separator, limit)
    parts: list[str] = []
    position = 0
    while len(parts) != limit:
        found = UNTIL[separator].match(text, position)
        assert found is not None  # the pattern matches the empty string
        parts.append(found[1])
        position = found.end() + 1
        if found.end() == len(text):
            return parts
    return [*parts, text[position:]]


def unescape(text: str) -> str:
    r"""Undo `\,` `\|` `\$` and `\\`; a backslash before anything else stands for itself."""
    return ESCAPED.sub(r"\1", text) if "\\" in text else text


def values_of(text: str) -> list[str]:
    """The OR list of a parameter, still escaped.

    Refused are empty values, control characters, and a backslash that escapes nothing.
    """
    if CONTROL.search(text):
        raise BadRequest("the value contains a control character")
    if "\\" in text and not WELL_ESCAPED.fullmatch(text):
        raise BadRequest(r"a backslash stands before , | $ or \; one that is meant is written \\")
    values = split(text, ",")
    if not all(v.strip() for v in values):
        raise BadRequest(
            "the value is empty" if len(values) == 1 else "the list has an empty value"
        )
    return values
