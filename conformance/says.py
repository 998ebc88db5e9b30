"""Sentences in English and Chinese: a key into a table of templates, and what to put in.

A finding carries `Says`; text is made only when somebody reads it. The templates stand in
`validator/messages.py` and its sibling tables, one row for each sentence.
"""

import errno
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple

Language = Literal["en", "zh"]


class Text(NamedTuple):
    """One sentence in two languages, as templates of `str.format` with the same placeholders."""

    english: str
    chinese: str


class Says(NamedTuple):
    """A sentence not yet written: the key of its row, and the values of its placeholders.

    A value may be a sentence or phrase itself (Says, or a Text without placeholders), or a list,
    which is joined as the language does.
    """

    key: str
    args: Mapping[str, Any]

    @property
    def english(self) -> str:
        """The sentence in English."""
        template = _texts()[self.key].english
        text = template.format_map({k: _english(v) for k, v in self.args.items()})
        starts_with_phrase = template[:1] == "{" and _is_phrase(self.args, template)
        return text[0].upper() + text[1:] if starts_with_phrase else text

    @property
    def chinese(self) -> str:
        """The sentence in Chinese."""
        template = _texts()[self.key].chinese
        return template.format_map({k: _chinese(v) for k, v in self.args.items()})


class SaidError(ValueError):
    """An error told in a clause of both languages, without a full stop; as text it is English."""

    def __init__(self, clause: Says) -> None:
        super().__init__(clause)
        self.says = clause

    def __str__(self) -> str:
        return f"{self.says.english}."


class TextError(ValueError):
    """A text that cannot be read: one clause, and where (from 1, 0 where there is no place)."""

    def __init__(self, clause: Says, line: int, column: int, place: str) -> None:
        super().__init__(f"{clause.english[:300]}{place}")
        self.says = clause
        self.line = line
        self.column = column


def says(key: str, /, **args: Any) -> Says:
    """A sentence to be written later: `says("required-element", type="Patient", name="name")`."""
    return Says(key, args)


def said(sentence: Says, language: Language) -> str:
    """A sentence in a language."""
    return sentence.chinese if language == "zh" else sentence.english


def verbatim(text: str) -> Says:
    """A sentence that somebody else wrote, the same in both languages."""
    return Says("verbatim", {"text": text})


_OS = {
    errno.ENOENT: "os-missing",
    errno.EACCES: "os-forbidden",
    errno.EPERM: "os-forbidden",
    errno.EISDIR: "os-folder",
    errno.ENOTDIR: "os-no-folder",
    errno.ENOSPC: "os-full",
    errno.EROFS: "os-read-only",
}


def says_os(error: OSError) -> Says:
    """What an operating system refuses, in a clause; what is rare in its own words."""
    if error.errno in _OS:
        return says(_OS[error.errno])
    return verbatim(error.strerror or str(error))


def shown(value: Any, limit: int = 60) -> str | Says:
    """A value as a sentence may quote it: short, and never a whole object."""
    if isinstance(value, dict):
        return says("an-object")
    if isinstance(value, list):
        return says("an-array")
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value) if isinstance(value, int | float | Decimal) else repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


@cache
def _texts() -> Mapping[str, Text]:
    """The rows of all tables, read when the first sentence is written."""
    from conformance.validator.messages import TEXTS  # noqa: PLC0415  # not without a fault

    return TEXTS


def _is_phrase(args: Mapping[str, Any], template: str) -> bool:
    """Whether a sentence begins with a phrase, which begins with a small letter."""
    return isinstance(args.get(template[1 : template.index("}")]), Says)


def _english(value: Any) -> Any:
    if isinstance(value, Says | Text):
        return value.english
    return ", ".join(map(str, map(_english, value))) if isinstance(value, list | tuple) else value


def _chinese(value: Any) -> Any:
    if isinstance(value, Says | Text):
        return value.chinese
    return "、".join(map(str, map(_chinese, value))) if isinstance(value, list | tuple) else value
