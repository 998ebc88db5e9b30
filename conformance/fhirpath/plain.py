"""Plain paths, run on the JSON itself.

Most search expressions only walk down from the resource: names, choices narrowed by a type, at the
end perhaps `where(system = 'phone')`, and unions of those. For them no nodes are needed; everything
else is left to the compiler.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from conformance import definitions

from . import syntax
from .equality import Set
from .model import Key, Node, fields, primitives
from .pruning import branches
from .scope import Run

Levels = tuple[tuple[Key, ...], ...]
"""For each step the JSON keys it reads."""

Typed = tuple[Any, str]
Walk = Callable[[dict[str, Any]], list[Any]]


class Test(NamedTuple):
    """A last step `where(key = 'text')`."""

    key: str
    text: str


_FEW = 16
_TEXTS = frozenset({"code", "string"})
_EQUAL_BY_MEANING = frozenset(
    {"dateTime", "instant", "decimal", "Quantity", "Age", "Count", "Distance", "Duration"}
)
"""Types whose values may be equal though their JSON differs."""


class Plan(NamedTuple):
    """How to read the values of an expression, alone or each with its FHIR type."""

    values: Callable[[dict[str, Any]], list[Any]]
    typed: Callable[[dict[str, Any]], list[Typed]]


def plan(tree: syntax.Expr, context: str | None) -> Plan | None:
    """The plan of a plain path from a resource of the type `context`; None for anything else."""
    kind = definitions.type_named(context) if context else None
    if kind is None or kind.kind != "resource" or kind.abstract:
        return None
    operands = branches(tree)
    paths: list[Levels] = []
    tests: list[Test | None] = []
    for operand in operands:
        path, test = _tested(operand)
        levels = () if _is_empty(path) else _levels(path, kind.name)
        if levels is None or (test is not None and not _can_test(levels, test)):
            return None
        if levels:
            paths.append(levels)
            tests.append(test)
    union = len(operands) > 1
    types = {key.type or "" for levels in paths for key in levels[-1]}
    if len(types) == 1 and all(len(levels[-1]) == 1 for levels in paths):
        walks = [_passing(_walk_down(p), t) for p, t in zip(paths, tests, strict=True)]
        return _of_one_type(kind.name, walks, types.pop(), union=union)
    return None if any(tests) else _of_many_types(kind.name, paths, union=union)


def _tested(tree: syntax.Expr) -> tuple[syntax.Expr, Test | None]:
    """A path without the test at its end, and that test."""
    match tree:
        case syntax.Path(
            head,
            (
                *steps,
                syntax.Call(
                    "where",
                    (
                        syntax.Binary(
                            "=",
                            syntax.Path(syntax.This(), (syntax.Member(name),)),
                            syntax.Literal(str(text)),
                        ),
                    ),
                ),
            ),
        ):
            return syntax.Path(head, tuple(steps)), Test(name, text)
    return tree, None


def _can_test(levels: Levels, test: Test) -> bool:
    """Whether the values are objects of one type with this one element, a plain text."""
    if not levels or len(levels[-1]) != 1:
        return False
    field = (fields(levels[-1][0].type) or {}).get(test.key)
    return field is not None and field.only is not None and field.only.type in _TEXTS


def _passing(walk: Walk, test: Test | None) -> Walk:
    """The values that pass a test."""
    if test is None:
        return walk
    key, text = test
    return lambda start: [v for v in walk(start) if type(v) is dict and v.get(key) == text]


def _is_empty(tree: syntax.Expr) -> bool:
    return isinstance(tree, syntax.Literal) and tree.value is None


def _levels(tree: syntax.Expr, context: str) -> Levels | None:
    if isinstance(tree, syntax.TypeTest) and tree.operator == "as":
        inner = _levels(tree.operand, context)
        return None if inner is None else _narrowed(inner, tree.type)
    if not isinstance(tree, syntax.Path):
        return None
    if isinstance(tree.head, syntax.This):
        levels: Levels | None = ()
    else:
        levels = _levels(tree.head, context)
    for i, step in enumerate(tree.steps):
        if levels is None:
            return None
        if i == 0 and isinstance(step, syntax.Member) and step.first and _is_type(step.name):
            levels = levels if definitions.is_a(context, step.name) else None
        else:
            levels = _next(levels, step, context)
    return levels or None


def _is_type(name: str) -> bool:
    return name[:1].isupper() and definitions.type_named(name) is not None


def _next(levels: Levels, step: syntax.Step, context: str) -> Levels | None:
    if isinstance(step, syntax.Call) and step.name in ("as", "ofType") and len(step.arguments) == 1:
        match step.arguments[0]:
            case syntax.Path(head=syntax.This(), steps=(syntax.Member(name=name),)):
                return _narrowed(levels, name)
        return None
    if not isinstance(step, syntax.Member):
        return None
    if levels and (len(levels[-1]) != 1 or levels[-1][0].type in primitives()):
        return None
    known = fields(levels[-1][0].type if levels else context)
    field = known.get(step.name) if known else None
    if field is None or any(key.type in definitions.ABSTRACT for key in field.keys):
        return None
    return (*levels, field.keys)


def _narrowed(levels: Levels, type_name: str) -> Levels | None:
    """The last step for values of a type only; None where there is no choice to narrow."""
    if not levels or len(levels[-1]) == 1 or definitions.type_named(type_name) is None:
        return None
    kept = tuple(k for k in levels[-1] if definitions.is_a(k.type, type_name))
    return (*levels[:-1], kept) if kept else None


def _walk_down(levels: Levels) -> Walk:
    return _walk(*(level[0].key for level in levels))


def _walk(first: str, *rest: str) -> Walk:
    """The values below an object, by key after key; lists are flattened, nulls left out."""

    def run(start: dict[str, Any]) -> list[Any]:
        value = start.get(first)
        if value is None:
            return []
        holders = value[:] if type(value) is list else [value]
        for key in rest:
            found: list[Any] = []
            for holder in holders:
                if type(holder) is dict and (value := holder.get(key)) is not None:
                    if type(value) is list:
                        found += value
                    else:
                        found.append(value)
            holders = found
        return [v for v in holders if v is not None] if None in holders else holders

    return run


def _guarded(context: str, read: Walk) -> Walk:
    """The same for resources of one type only; others have no such values."""

    def run(resource: dict[str, Any]) -> list[Any]:
        return read(resource) if resource.get("resourceType", context) == context else []

    return run


def _of_one_type(context: str, walks: list[Walk], type_name: str, *, union: bool) -> Plan:
    """Paths without choices: the values need no types of their own."""
    only = walks[0]

    def read(resource: dict[str, Any]) -> list[Any]:
        found = only(resource) if len(walks) == 1 else [v for w in walks for v in w(resource)]
        return _distinct(found, type_name) if union and len(found) > 1 else found

    values = _guarded(context, read if union else only)
    return Plan(values, lambda resource: [(v, type_name) for v in values(resource)])


def _of_many_types(context: str, paths: list[Levels], *, union: bool) -> Plan:
    readers = [_reader(levels) for levels in paths]

    def read(resource: dict[str, Any]) -> list[Typed]:
        found = [pair for r in readers for pair in r(resource)]
        return _distinct_pairs(found) if union and len(found) > 1 else found

    typed = _guarded(context, read)
    return Plan(lambda resource: [v for v, _ in typed(resource)], typed)


def _reader(levels: Levels) -> Callable[[dict[str, Any]], list[Typed]]:
    *above, last = levels
    steps = [(_walk(key.key), key.type or "") for key in last]
    holders = _walk_down(tuple(above)) if above else lambda resource: [resource]

    def read(resource: dict[str, Any]) -> list[Typed]:
        return [
            (value, type_name)
            for holder in holders(resource)
            if type(holder) is dict
            for walk, type_name in steps
            for value in walk(holder)
        ]

    return read


def _distinct(found: list[Any], type_name: str) -> list[Any]:
    if len(found) > _FEW or type_name in _EQUAL_BY_MEANING:
        return [value for value, _ in _distinct_pairs([(v, type_name) for v in found])]
    kept: list[Any] = []
    for value in found:
        if value not in kept:
            kept.append(value)
    return kept


def _distinct_pairs(found: list[Typed]) -> list[Typed]:
    anywhere = Node(None, None)
    nodes = [Node(value, type_name) for value, type_name in found]
    unique = Set(Run(anywhere, anywhere, anywhere, {}), nodes).items
    return [(node.value, node.type or "") for node in unique]
