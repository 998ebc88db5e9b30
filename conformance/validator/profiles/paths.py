"""The paths of discriminators, followed in data and in definitions alike.

FHIR R4 profiling.html, section 5.1.0.12: element names, `$this`, `extension(url)`, `resolve()` and
`ofType(type)` (earlier: `as(type)`), chained by dots.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from conformance.definitions import is_a
from conformance.fhirpath import Node
from conformance.fhirpath.model import children_named
from conformance.fhirpath.references import type_by_name

from .definition import Definition, is_core
from .session import Session

_STEP = re.compile(
    r"""\$this|(?:(?P<name>extension|resolve|ofType|as)\((?:['"](?P<text>[^'"]*)['"]|(?P<type>[\w.]*))\))
    |(?P<child>\w+)(?:\[x\])?""",
    re.VERBOSE,
)


class Step(NamedTuple):
    """One step of a path: `child`, `extension`, `resolve` or `ofType`, with its argument."""

    kind: str
    argument: str = ""


@lru_cache(maxsize=4096)
def steps_of(path: str) -> tuple[Step, ...] | None:
    """The steps of a path; none for `$this`, None for a path that is not one of these."""
    found, position = [], 0
    while position < len(path):
        match = _STEP.match(path, position)
        if match is None or path[match.end() : match.end() + 1] not in ("", "."):
            return None
        if match["name"]:
            kind = "ofType" if match["name"] == "as" else match["name"]
            found.append(Step(kind, match["text"] or (match["type"] or "").removeprefix("FHIR.")))
        elif match["child"]:
            found.append(Step("child", match["child"]))
        position = match.end() + 1
    return tuple(found)


def values_at(node: Node, steps: Iterable[Step], session: Session) -> list[Node]:
    """What stands at a path from a node."""
    nodes = [node]
    for step in steps:
        nodes = [target for each in nodes for target in _values(each, step, session)]
    return nodes


def _values(node: Node, step: Step, session: Session) -> list[Node]:
    if step.kind == "resolve":
        target = session.targets.of(node)
        if target is None and (name := type_by_name(node)) is not None:
            return [Node(None, name)]  # not at hand, but its type is known
        return [] if target is None else [target]
    if step.kind == "ofType":
        return [node] if is_a(node.type or "", step.argument) else []
    found: list[Node] = []
    if step.kind == "child":
        children_named(node, step.argument, found)
        return found
    children_named(node, "extension", found)
    return [x for x in found if type(x.value) is dict and x.value.get("url") == step.argument]


def definitions_at(
    definition: Definition, steps: Iterable[Step], session: Session
) -> list[Definition]:
    """What a definition says of a path, in profiles of data types and of targets, too."""
    found = [definition]
    for step in steps:
        found = [d for each in found for d in _definitions(each, step, session)]
    return found


def _definitions(definition: Definition, step: Step, session: Session) -> Iterator[Definition]:
    if step.kind == "resolve":
        targets = (p for t in definition.types for p in t.get("targetProfile", ()))
        yield from _roots(targets, session)
    elif step.kind == "ofType":
        yield from _of_type(definition, step.argument)
    elif step.kind == "child":
        for content in contents(definition, session):
            child = content.children.get(step.argument)
            if child is not None:
                yield from (child, *(s for s in child.slices if s.least))
    else:
        for content in contents(definition, session):
            yield from _extensions(content, step.argument, session)


def _of_type(definition: Definition, name: str) -> Iterator[Definition]:
    """A definition where it permits a type, and its slices that are of the type."""
    for each in (definition, *definition.slices):
        if name in each.type_names():
            yield each


def _extensions(content: Definition, url: str, session: Session) -> Iterator[Definition]:
    child = content.children.get("extension")
    found = [each for each in _slices(child) if _is_extension(each, url)] if child else []
    yield from found or _roots([url], session)


def _slices(definition: Definition) -> Iterator[Definition]:
    """The slices of a definition, and slices of these."""
    for each in definition.slices:
        yield each
        yield from _slices(each)


def _is_extension(definition: Definition, url: str) -> bool:
    return any(p.partition("|")[0] == url for p in profiles_of(definition))


def profiles_of(definition: Definition) -> list[str]:
    """The profiles of data types that a definition asks for."""
    return [p for t in definition.types for p in t.get("profile", ())]


def contents(definition: Definition, session: Session) -> list[Definition]:
    """Where the children of an element are defined: below it, or in the profiles of its type."""
    reference = definition.element.get("contentReference")
    if reference and not definition.children:
        target = referenced(definition, reference)
        return [target] if target else []
    profiles = [p for p in profiles_of(definition) if not is_core(p)]
    profiled = _roots(profiles, session)
    own = [definition] if definition.children else []
    if own or profiles:
        return [*own, *profiled]
    return list(_roots((t["code"] for t in definition.types), session))


def _roots(canonicals: Iterable[str], session: Session) -> list[Definition]:
    return [root for c in canonicals if (root := session.program.tree(c)) is not None]


def referenced(definition: Definition, reference: str) -> Definition | None:
    """The definition a `contentReference` names by its id."""
    wanted = reference.partition("#")[2]
    every = definition.root().every()
    return next((d for d in every if wanted in (d.element.get("id"), d.element.get("path"))), None)
