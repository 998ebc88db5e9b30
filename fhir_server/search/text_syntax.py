"""What is asked of `_text` and `_content`, as a tree: words, "phrases", AND, OR, NOT, parentheses.

    bone metastases               both words
    "liver metastases"            the words next to each other
    (bone OR liver) and metastases
    糖尿病 NOT 妊娠

`and` and `or` may be small; NOT may not, as it is a word of narratives. AND binds closer than OR.

Source: FHIR R4 search.html, 3.1.1.4.20 (text search); OData 4.0 part 1, 11.2.5.6 ($search).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fhir_server.errors import BadRequest

TOKEN = re.compile(r'"(?P<phrase>[^"]*)"|(?P<mark>[()"])|(?P<word>[^\s()"]+)')
MOST_TOKENS = 100
AND, OR, NOT = "and", "or", "NOT"
"""How the operators are written in the tree."""


class Words(NamedTuple):
    """What is to be found: words anywhere, or as they stand next to each other."""

    text: str
    adjacent: bool


class Combined(NamedTuple):
    """Parts of which all (`and`), any (`or`) or none (`NOT`) are to be found."""

    word: str
    parts: list["Tree"]


Tree = Words | Combined


def read(text: str) -> Tree:
    """The tree of a text query; raises BadRequest where it has no meaning."""
    tokens = list(_tokens(text))
    if len(tokens) > MOST_TOKENS:
        raise BadRequest(f"a text search has at most {MOST_TOKENS} words")
    reading = _Reading(tokens)
    tree = reading.either()
    if reading.tokens:
        raise BadRequest("a closing parenthesis has none that opens it")
    return tree


def _tokens(text: str) -> Iterator[Words | str]:
    """Marks and operators as text, what is looked for as Words."""
    for found in TOKEN.finditer(text):
        phrase, mark, word = found.group("phrase", "mark", "word")
        if phrase is not None:
            yield Words(phrase, adjacent=True)
        elif mark == '"':
            raise BadRequest('a phrase is not closed by "')
        elif mark or word == NOT:
            yield mark or word
        else:
            yield word.lower() if word.lower() in (AND, OR) else Words(word, adjacent=False)


@dataclass(slots=True)
class _Reading:
    """What is left of the tokens."""

    tokens: list[Words | str]

    def either(self) -> Tree:
        """Parts of which any is enough."""
        parts = [self._all()]
        while self.tokens[:1] == [OR]:
            del self.tokens[0]
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Combined(OR, parts)

    def _all(self) -> Tree:
        parts = [self._one()]
        while self.tokens and self.tokens[0] not in (OR, ")"):
            if self.tokens[0] == AND:
                del self.tokens[0]
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Combined(AND, parts)

    def _one(self) -> Tree:
        first = self.tokens.pop(0) if self.tokens else ""
        if isinstance(first, Words):
            return first
        if first == NOT:
            return Combined(NOT, [self._one()])
        if first != "(":
            where = f"before {first!r}" if first else "at the end"
            raise BadRequest(f"something to look for is missing {where}")
        tree = self.either()
        if self.tokens[:1] != [")"]:
            raise BadRequest("a parenthesis is not closed")
        del self.tokens[0]
        return tree
