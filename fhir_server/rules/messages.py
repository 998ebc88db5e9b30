"""What rules say of a breach, in English and Chinese, with the numbers; the tables united.

Both languages of a row have the same placeholders. Days are written as 2026-11-22, amounts in yuan,
numbers with groups of thousands in English; codes by their names in our code systems.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

import profiles
from conformance.says import Text
from fhir_server.service.elements import system

from .messages_contract import CONTRACT_TEXTS
from .messages_service import SERVICE_TEXTS

TEXTS: dict[str, Text] = CONTRACT_TEXTS | SERVICE_TEXTS

Language = Literal["en", "zh"]


class Code(NamedTuple):
    """A code of one of our code systems, which a sentence names by its word."""

    system: str
    code: str


class Yuan(NamedTuple):
    """An amount in fen, shown in yuan."""

    fen: int


def shown(args: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Values as a sentence shows them."""
    return {name: _shown(value, language) for name, value in args.items()}


def _shown(value: Any, language: Language) -> str:
    if isinstance(value, Code):
        word = _words(value.system).get(value.code, Text(value.code, value.code))
        return word.english if language == "en" else word.chinese
    if isinstance(value, Yuan):
        return f"{value.fen / 100:,.2f}" if language == "en" else f"{value.fen / 100:.2f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return f"{value:,}" if language == "en" else str(value)
    if isinstance(value, (list, tuple)):
        return (", " if language == "en" else "、").join(_shown(v, language) for v in value)
    return str(value)


@cache
def _words(name: str) -> dict[str, Text]:
    """The words of a code system: displays are Chinese, the English stands in a designation."""
    concepts = profiles.load(system(name))["concept"]
    return {
        each["code"]: Text(_within(each["designation"][0]["value"]), each["display"])
        for each in concepts
    }


def _within(word: str) -> str:
    """A word within a sentence: small, unless it begins with an abbreviation."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
