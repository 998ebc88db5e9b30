"""The slice that a value in none comes nearest to, and the value that a slice was meant for."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from typing import Any, NamedTuple

from conformance.fhirpath import Node
from conformance.says import Says, says

from .discriminators import Criterion
from .finding import expression_of
from .paths import values_at
from .placing import Slice
from .session import Session
from .shown import shown

_MOST_COMPARED = 100
_MOST_TEXTS = 30
_LONGEST = 100


class Nearest(NamedTuple):
    """The slice a value comes nearest to, the criterion that keeps it out, and what is there.

    `met` is the number of criteria that it meets.
    """

    slice: Slice
    met: int
    failed: Criterion
    found: list[Node]


def nearest_slice(value: Node, slices: list[Slice], session: Session) -> Says:
    """Say what keeps a value out of the slice that it comes nearest to."""
    nearest = _nearest(value, slices, session)
    return says("no-nearest") if nearest is None else _explained("nearest-slice", nearest)


def nearest_value(
    values: list[Node], each: Slice, session: Session
) -> tuple[Says | None, Node | None]:
    """Say of the value that comes nearest to a slice what keeps it out."""
    tried = [(n, value) for value in values if (n := _nearest(value, [each], session))]
    if not tried:
        return None, None
    most = max(nearest.met for nearest, _ in tried)
    alike = [pair for pair in tried if pair[0].met == most][:_MOST_COMPARED]
    nearest, value = max(alike, key=lambda pair: _likeness(*pair)) if len(alike) > 1 else alike[0]
    return _explained("nearest-value", nearest, place=expression_of(value)), value


def _nearest(value: Node, slices: list[Slice], session: Session) -> Nearest | None:
    """The slice of which a value meets the most criteria."""
    best: Nearest | None = None
    for each in slices:
        at = {c.path: values_at(value, c.steps, session) for c in each.criteria}
        failed = [c for c in each.criteria if not c.found.test(at[c.path], session)]
        met = len(each.criteria) - len(failed)
        if failed and (best is None or met > best.met):
            best = Nearest(each, met, failed[0], at[failed[0].path])
    return best


def _explained(text: str, nearest: Nearest, **args: str) -> Says:
    """Name the criterion that keeps a value out of a slice."""
    failed = nearest.failed
    return says(
        text,
        **args,
        slice=nearest.slice.name,
        path=failed.path,
        expected=failed.expected,
        found=[_shown(node) for node in nearest.found[:3]] or says("no-value"),
    )


def _shown(node: Node) -> Any:
    is_resource = type(node.value) is dict and "resourceType" in node.value
    return node.type if is_resource else shown(node.value)


def _likeness(nearest: Nearest, value: Node) -> float:
    """How much a value is like what a slice expects, from 0 to 1.

    The expected may also stand elsewhere in the value, where an element is misspelt.
    """
    wanted = _text(nearest.failed.expected)
    texts = [_text(shown(node.value)) for node in nearest.found[:3]]
    texts += islice(_texts_in(value.value), _MOST_TEXTS)
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
