"""Plain paths, run on the JSON itself.

Most search expressions only walk down from the resource: names, choices narrowed by a type, at the
end perhaps one of the tests of `endings.py`, and unions of those. For them no nodes are needed;
everything else is left to the compiler.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from conformance import definitions

from . import syntax
from .endings import Keep, Unknown, split_ending
from .equality import Set
from .model import Key, Node, fields, primitives
from .pruning import branches
from .scope import Run

Levels = tuple[tuple[Key, ...], ...]
"""For each step the JSON keys it reads."""

Typed = tuple[Any, str]

_FEW = 16
_EQUAL_BY_MEANING = frozenset(
    {"dateTime", "instant", "decimal", "Quantity", "Age", "Count", "Distance", "Duration"}
)
"""Types whose values may be equal though their JSON differs."""


class Plan(NamedTuple):
    """How to read the values of an expression, alone or each with its FHIR type.

    Either gives None for a resource that the compiled expression must be run on. `certain` is
    `typed` where it never does.
    """

    values: Callable[[dict[str, Any]], list[Any] | None]
    typed: Callable[[dict[str, Any]], list[Typed] | None]
    certain: Callable[[dict[str, Any]], list[Typed]] | None = None


def plan(tree: syntax.Expr, context: str | None) -> Plan | None:
    """The plan of a plain path from a resource of the type `context`; None for anything else."""
    kind = definitions.type_named(context) if context else None
    if kind is None or kind.kind not in ("resource", "backbone") or kind.abstract:
        return None
    operands = branches(tree)
    paths: list[Levels] = []
    keeps: list[Keep | None] = []
    for operand in operands:
        path, ending = split_ending(operand)
        levels = () if _is_empty(path) else _levels(path, kind.name)
        keep = ending and levels and ending({key.type or "" for key in levels[-1]})
        if levels is None or (ending and not keep):
            return None
        if levels:
            paths.append(levels)
            keeps.append(keep or None)
    union = len(operands) > 1
    types = {key.type or "" for levels in paths for key in levels[-1]}
    if len(types) == 1 and all(len(levels[-1]) == 1 for levels in paths):
        found = _of_one_type(kind.name, paths, keeps, types.pop(), union=union)
    else:
        found = _of_many_types(kind.name, paths, keeps, union=union)
    return _or_unknown(found) if any(keeps) else found


def _or_unknown(found: Plan) -> Plan:
    """The plan, with None where a test could not tell."""

    def values(resource: dict[str, Any]) -> list[Any] | None:
        try:
            return found.values(resource)
        except Unknown:
            return None

    def typed(resource: dict[str, Any]) -> list[Typed] | None:
        try:
            return found.typed(resource)
        except Unknown:
            return None

    return Plan(values, typed)


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


Walk = Callable[[dict[str, Any]], list[Any]]


def _kept(walk: Walk, keep: Keep | None) -> Walk:
    """The values that a test at the end of the path lets through."""
    return walk if keep is None else lambda start: [v for v in walk(start) if keep(v)]


def _walk(first: str, *rest: str) -> Walk:
    """The values below an object, by key after key; lists are flattened, nulls left out."""

    def one(start: dict[str, Any]) -> list[Any]:
        value = start.get(first)
        if value is None:
            return []
        if type(value) is not list:
            return [value]
        return [v for v in value if v is not None] if None in value else value[:]

    def run(start: dict[str, Any]) -> list[Any]:
        holders = one(start)
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

    return run if rest else one


def _guarded(context: str, read: Walk) -> Walk:
    """The same for resources of one type only; others have no such values."""

    def run(resource: dict[str, Any]) -> list[Any]:
        return read(resource) if resource.get("resourceType", context) == context else []

    return run


def _of_one_type(
    context: str, paths: list[Levels], keeps: list[Keep | None], type_name: str, *, union: bool
) -> Plan:
    """Paths without choices: the values need no types of their own."""
    walks = [
        _kept(_walk(*(level[0].key for level in levels)), keep)
        for levels, keep in zip(paths, keeps, strict=True)
    ]
    only = walks[0]
    if not union:
        typed = _typed(context, only, type_name)
        return Plan(_guarded(context, only), typed, typed)

    def read(resource: dict[str, Any]) -> list[Any]:
        found = [value for walk in walks for value in walk(resource)]
        return _distinct(found, type_name) if len(found) > 1 else found

    typed = _typed(context, read, type_name)
    return Plan(_guarded(context, read), typed, typed)


def _typed(context: str, read: Walk, type_name: str) -> Callable[[dict[str, Any]], list[Typed]]:
    def run(resource: dict[str, Any]) -> list[Typed]:
        if resource.get("resourceType", context) != context:
            return []
        found = read(resource)
        if len(found) == 1:  # most often; entering a comprehension costs more than all of this
            return [(found[0], type_name)]
        return [(value, type_name) for value in found]

    return run


def _of_many_types(
    context: str, paths: list[Levels], keeps: list[Keep | None], *, union: bool
) -> Plan:
    readers = [_reader(levels, keep) for levels, keep in zip(paths, keeps, strict=True)]

    def read(resource: dict[str, Any]) -> list[Typed]:
        found = [pair for r in readers for pair in r(resource)]
        return _distinct_pairs(found) if union and len(found) > 1 else found

    typed = _guarded(context, read)
    return Plan(lambda resource: [v for v, _ in typed(resource)], typed, typed)


def _reader(levels: Levels, keep: Keep | None) -> Callable[[dict[str, Any]], list[Typed]]:
    *above, last = levels
    steps = [(_kept(_walk(key.key), keep), key.type or "") for key in last]
    holders = _walk(*(level[0].key for level in above)) if above else lambda resource: [resource]

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
