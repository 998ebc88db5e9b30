"""Findings with a place given as a path, and what the rules of single resource types share."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeAlias

from conformance.definitions import element_of
from conformance.says import Says, says
from conformance.validator.rules import Finding, Step

Json: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str | int, ...]
"""The way to a value from its resource: `("entry", 0, "resource")`."""


def fault(rule: str, place: Place, /, *, key: str = "", **args: Any) -> Finding:
    """A finding at a place; its sentence is the row `key`, the rule's own row when not given."""
    return fault_saying(rule, place, says(key or rule, **args))


def fault_saying(rule: str, place: Place, sentence: Says) -> Finding:
    """A finding at a place with a sentence of its own."""
    finding = Finding(rule, sentence)
    finding.steps += [f"[{s}]" if isinstance(s, int) else f".{s}" for s in reversed(place)]
    return finding


def fault_within(rule: str, owner: Json, place: Place, /, *, key: str = "", **args: Any) -> Finding:
    """A finding at a place given in JSON properties, from a resource: `valueCoding` is `.value`."""
    finding = Finding(rule, says(key or rule, **args))
    finding.steps += reversed(list(_steps(owner, place)))
    return finding


def _steps(node: Any, place: Place) -> Iterator[str]:
    kind = ""
    for part in place:
        if isinstance(part, int):
            yield f"[{part}]"
        else:
            kind = node.get("resourceType", kind)
            element, kind = element_of(kind, part) or (None, "")
            yield Step(f".{element.name if element else part}", part)
        node = node[part]


def objects(owner: Json, name: str) -> Iterator[tuple[int, Json]]:
    """The objects of a repeating element, with their index."""
    for index, value in enumerate(owner.get(name, ())):
        if isinstance(value, dict):
            yield index, value


def later_ones(values: Iterable[Hashable]) -> Iterator[tuple[int, Hashable]]:
    """Index and value of each value that came before, None aside."""
    seen: set[Hashable] = set()
    for index, value in enumerate(values):
        if value is not None and value in seen:
            yield index, value
        seen.add(value)


def choice(owner: Json, name: str) -> tuple[str, Any] | None:
    """The property and value of a choice element: `("valueCoding", {…})` for `value`."""
    return next(((k, v) for k, v in owner.items() if k.startswith(name) and k != name), None)
