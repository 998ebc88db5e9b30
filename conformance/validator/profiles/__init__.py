"""Profiles: what a StructureDefinition demands of a resource beyond base R4.

`judge(resource, profiles, library, options)` judges a resource that has passed through the base
check, by the profiles that are named and those it declares.

The way of a profile: `definition` makes a tree of its snapshot, `compile` makes closures of the
tree, each of the modules `cardinality`, `types`, `values`, `bindings`, `references`, `invariants`,
`slicing` and `must_support` saying what an element demands. `walk` goes through the resource for
what is asked everywhere: declared profiles, extensions, codes. README.md says more.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from conformance.fhirpath import Node
from conformance.issue import Issue, Told, worst
from conformance.packages import Library

from .compile import compile_profile
from .finding import Finding
from .options import Options
from .program import Program
from .session import Session
from .walk import walk

__all__ = ["Options", "judge", "told_of"]


@lru_cache(maxsize=16)
def _program(library: Library) -> Program:
    """The compiled profiles of a library, kept for the libraries used last."""
    return Program(library, compile_profile)


def judge(
    resource: dict[str, Any], profiles: Iterable[str], library: Library, options: Options
) -> list[Issue]:
    """Return what is wrong with a resource against profiles, each fault once, the worst."""
    return [told.issue for told in told_of(resource, profiles, library, options)[0]]


def told_of(
    resource: dict[str, Any], profiles: Iterable[str], library: Library, options: Options
) -> tuple[list[Told], int]:
    """The worst findings about a resource against profiles, and how many there are more."""
    root = Node(resource, resource["resourceType"])
    session = Session(root, _program(library), options)
    found: list[Finding] = []
    for canonical in profiles:
        found += session.findings(root, canonical)
    walk(root, session, found)
    told, more = worst(_each_once(found))
    return told, session.surplus + more


def _each_once(found: Iterable[Finding]) -> Iterator[Told]:
    """The findings written out; what two profiles say in the same words comes once."""
    said: set[int] = set()
    for finding in found:
        issue = finding.issue()
        key = hash((issue.rule, issue.expression, issue.diagnostics))
        if key not in said:
            said.add(key)
            yield Told(issue, finding.says, finding.hint)
