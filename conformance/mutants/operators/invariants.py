"""Broken invariants: of small changes to a value, one that makes the expression untrue.

The search knows what the expression names: it drops, adds, repeats and changes these elements, one
at a time and then two. Invariants that FHIRPath cannot tell have breakers of their own.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from conformance.definitions import all_types, codes_of, element_of, type_named
from conformance.fhirpath import FhirPathError, Node, compile  # noqa: A004
from conformance.issue import Severity
from conformance.mutants.edits import Path, at, drop, put
from conformance.mutants.elements import Json, Snapshot
from conformance.mutants.samples import Samples
from conformance.validator.invariants import BY_HAND, CORRECTED, LEFT_OUT

from .cardinality import kept
from .operator import Case, Change, Operator

MOST_TRIES = 3_000
"""How many changed values are tried for an invariant in one place."""
_MOST_ONCE, _MOST_TWICE = 1_500, 300

_DIV = '<div xmlns="http://www.w3.org/1999/xhtml">{}</div>'
_INNER: Json = {"resourceType": "Basic", "id": "mutant", "code": {"text": "a"}}


def _containing(**more: Any) -> Callable[[Any], Any]:
    return lambda value: {**value, "contained": [{**_INNER, **more}]}


BREAKERS: dict[str, Callable[[Any], Any]] = {
    "dom-2": _containing(contained=[_INNER]),
    "dom-3": _containing(),
    "dom-4": _containing(meta={"versionId": "1"}),
    "dom-5": _containing(meta={"security": [{"code": "a"}]}),
    "ele-1": lambda value: {"id": "mutant"} if isinstance(value, dict) else None,
    "ext-1": lambda value: {"url": value["url"]},
    "ref-1": lambda _: {"reference": "#nobody"},
    "txt-1": lambda _: _DIV.format("<script>a</script>"),
    "txt-2": lambda _: _DIV.format(" "),
}
"""What breaks the invariants that are about whole resources, or about XHTML."""


def broken(case: Case) -> Iterator[Change]:
    """The value changed so that the invariant is not true."""
    constraint, key = _constraint(case), case.demand.key
    severity: Severity = "warning" if constraint.get("severity") == "warning" else "error"
    for path in case.places.values(case.demand.element):
        if key in BREAKERS:
            value = at(case.resource, path)
            changed = None if value is None else BREAKERS[key](value)
            if changed is not None:
                below = (*path, "contained", 0)
                yield Change(put(case.resource, path, changed), (path, below), (key,), severity)
        elif at(case.resource, path) is not None:
            for resource in _searched(case, path, constraint["expression"]):
                yield Change(resource, (path,), (key,), severity)


def _searched(case: Case, path: Path, expression: str) -> Iterator[Json]:
    """The first changed resource in which an invariant that held is untrue."""
    node = node_at(case.resource, path)
    expression = CORRECTED.get((node.type or "", case.demand.key), expression)
    if not _is_true(expression, case.resource, path):
        return
    for resource in islice(_changed(case, path, expression), MOST_TRIES):
        if _is_true(expression, resource, path) is False:
            yield resource
            return


def _is_true(expression: str, resource: Json, path: Path) -> bool | None:
    """Whether an invariant is true of the value at a path; None when that cannot be said."""
    node = node_at(resource, path)
    if node.value is None and node.extra is None:
        return None
    options: Any = {"root": resource, "environment": {"resource": node.resource().value}}
    try:
        return compile(expression, node.type)(node, **options) == [True]
    except FhirPathError:
        return None


def _changed(case: Case, path: Path, expression: str) -> Iterator[Json]:
    """Resources changed in one place, then in two."""
    words = frozenset(re.findall(r"[A-Za-z]\w*", expression))
    literals = tuple(dict.fromkeys(re.findall(r"'([^']*)'", expression)))
    once = list(islice(_steps(case.resource, path, words, literals, case.samples), _MOST_ONCE))
    yield from once
    for resource in once[:_MOST_TWICE]:
        yield from islice(_steps(resource, path, words, literals, case.samples), _MOST_TWICE)


def _steps(
    resource: Json, path: Path, words: frozenset[str], literals: tuple[str, ...], samples: Samples
) -> Iterator[Json]:
    """All resources that differ in one element an expression names."""
    for place in list(_named(resource, path, words)):
        if place != path:
            holder = place[:-2] if isinstance(place[-1], int) else place[:-1]
            yield kept(drop(resource, place), holder)
        value = at(resource, place)
        if isinstance(value, dict):
            named = [(*place, k) for k in value if k != "resourceType" and _is_named(k, words)]
            if len(named) > 1:
                yield _without(resource, place, named)
            yield from _coded(resource, place, literals)
            yield from _grown(resource, place, words, samples)
        else:
            yield from (put(resource, place, v) for v in _others(resource, place, literals))
        if isinstance(place[-1] if place else "", int):
            listed = at(resource, place[:-1])
            yield put(resource, place[:-1], [*listed, value])
    yield from _copied(resource, path, words)


def _without(resource: Any, holder: Path, places: list[Path]) -> Any:
    for place in places:
        resource = drop(resource, place)
    return kept(resource, holder)


def _coded(resource: Json, place: Path, literals: tuple[str, ...]) -> Iterator[Json]:
    """With each code of the expression in each of its systems."""
    if node_at(resource, place).type == "Coding":
        for system in (text for text in literals if ":" in text):
            for code in (text for text in literals if ":" not in text):
                yield put(resource, place, {"system": system, "code": code})


def _copied(resource: Json, path: Path, words: frozenset[str]) -> Iterator[Json]:
    """With the value of one element in another of the same name."""
    places = [p for p in _named(resource, path, words) if isinstance(at(resource, p), dict)]
    for a in places[:20]:
        for b in places[:20]:
            if a != b and a and b and a[-1] == b[-1] and isinstance(a[-1], str):
                yield put(resource, b, at(resource, a))


def _named(resource: Json, path: Path, words: frozenset[str], depth: int = 0) -> Iterator[Path]:
    """The paths of a value and of all below it whose elements an expression names."""
    yield path
    value = at(resource, path)
    for key, child in value.items() if isinstance(value, dict) and depth < 6 else ():
        if key.startswith("_") or key in ("resourceType", "text", "meta"):
            continue
        if not _is_named(key, words) and not words & {"children", "descendants"} and depth > 1:
            continue
        if isinstance(child, list):
            for i in range(min(len(child), 3)):
                yield from _named(resource, (*path, key, i), words, depth + 1)
        else:
            yield from _named(resource, (*path, key), words, depth + 1)


def _is_named(key: str, words: frozenset[str]) -> bool:
    return key in words or any(key.startswith(w) and key[len(w) :][:1].isupper() for w in words)


def _grown(resource: Json, place: Path, words: frozenset[str], samples: Samples) -> Iterator[Json]:
    """With one more element of the object at a place."""
    node = node_at(resource, place)
    kind = type_named(node.type or "")
    for element in kind.elements if kind else ():
        if element.name not in words:
            continue
        keys = [k for k, t in element.json_keys().items() if not element.choice or t in words]
        for key in keys or list(element.json_keys())[:4]:
            type_name = element.json_keys()[key]
            if key not in node.value and (value := _value(element, type_name, samples)) is not None:
                yield put(resource, (*place, key), value if element.max == 1 else [value])


def _value(element: Any, type_name: str, samples: Samples) -> Any:
    if element.binding and type_name == "code":
        by_system = codes_of(element.binding[1])
        return min(min(codes) for codes in by_system.values()) if by_system else "a"
    if "." in type_name:
        return samples.backbone(type_name)
    return samples.of_type(type_name)


def _others(resource: Json, place: Path, literals: tuple[str, ...]) -> Iterator[Any]:
    """Other values for a primitive: those the expression names, its codes, very large and small."""
    node = node_at(resource, place)
    value = node.value
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, str):
        yield from (text for text in literals if text and text != value)
        yield from _codes(node)
        if re.match(r"\d{4}(?:-|$)", value):
            yield from (year + value[4:] for year in ("1900", "2999"))
            yield value[:4]
        else:
            yield from ("a b", "1", "Mutant", "a" * 300, "#mutant", f"{value}|1")
            yield from (value.swapcase(), value[:-1] + "x", "9" + value[1:], "8" + value[1:])
    elif value is not None:
        yield from (value + 1, -1, 0, 1_000_000)


def _codes(node: Node) -> Iterator[str]:
    found = element_of(node.parent.type or "", node.key) if node.parent else None
    if found and found[0].binding and found[1] == "code":
        for codes in (codes_of(found[0].binding[1]) or {}).values():
            yield from sorted(codes)[:40]


def node_at(resource: Json, path: Path) -> Node:
    """The value at a path with its type and all around it."""
    node = Node(resource, str(resource["resourceType"]))
    steps = list(path)
    while steps:
        key = str(steps.pop(0)).removeprefix("_")
        first = steps[0] if steps else None
        index = first if isinstance(first, int) else None
        steps = steps if index is None else steps[1:]
        holder = node.value if isinstance(node.value, dict) else node.extra
        value, extra = (_item(holder, k, index) for k in (key, f"_{key}"))
        found = element_of(node.type or "", key)
        kind = found[1] if found else None
        if kind == "Resource" and isinstance(value, dict):
            kind = value.get("resourceType")
        node = Node(value, kind, extra, node, key, index)
    return node


def _item(holder: Any, key: str, index: int | None) -> Any:
    return at(holder, (key,) if index is None else (key, index))


def _keys(snapshot: Snapshot, element_id: str) -> list[str]:
    constraints = snapshot.elements[element_id].get("constraint", ())
    return [c["key"] for c in constraints if _is_own(snapshot, c) and c["key"] not in LEFT_OUT]


def _is_own(snapshot: Snapshot, constraint: Json) -> bool:
    """Whether a constraint is said here and not inherited; those of Element are judged there."""
    if "expression" not in constraint and constraint["key"] not in BREAKERS:
        return False
    source = constraint.get("source")
    if source is not None:
        return bool(source == snapshot.url)
    return (constraint["key"] in _of_type(snapshot.type)) or constraint["key"] not in BY_HAND


@lru_cache
def _of_type(type_name: str) -> frozenset[str]:
    kind = all_types().get(type_name)
    base = all_types().get(kind.base or "") if kind else None
    inherited = {c.key for c in base.constraints} if base else set()
    return (
        frozenset(c.key for c in kind.constraints if c.key not in inherited)
        if kind
        else frozenset()
    )


def _constraint(case: Case) -> Json:
    listed = case.element["constraint"]
    return next(c for c in listed if c["key"] == case.demand.key)


OPERATORS = (
    Operator(
        "invariant",
        _keys,
        broken,
        (),
        "no small change makes it untrue in any example",
    ),
)
