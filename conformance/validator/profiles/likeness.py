"""How much a value is like what a slice expects: of several in no slice, which one was meant.

Asked only where a slice has too few values.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from conformance.fhirpath import Node
from conformance.says import Says

from .shown import shown

_MOST_TEXTS = 30
_LONGEST = 100


def likeness(value: Any, found: list[Node], expected: Any) -> float:
    """From 0 to 1; `found` is what stands in a value where something else is expected.

    The expected may also stand elsewhere in the value, where an element is misspelt.
    """
    wanted = _text(expected)
    texts = [_text(shown(node.value)) for node in found[:3]]
    texts += islice(_texts_in(value), _MOST_TEXTS)
    return max((SequenceMatcher(None, wanted, text).ratio() for text in texts), default=0.0)


def _text(value: Any) -> str:
    return (value.english if isinstance(value, Says) else str(value))[:_LONGEST]


def _texts_in(value: Any) -> Iterator[str]:
    """The primitives of a JSON value as sentences quote them."""
    if isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(child)
    else:
        yield _text(shown(value))
