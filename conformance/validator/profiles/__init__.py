"""Profiles: what a StructureDefinition demands of a resource beyond base R4.

- `judge(resource, profiles, library, options)` judges a resource that has passed through the base
  check, by the profiles that are named and those it declares;
- `prepare(library, definitions)` compiles ahead of that what would be compiled when first met.

The way of a profile: `definition` makes a tree of its snapshot, `compile` makes closures of the
tree, each of the modules `cardinality`, `types`, `values`, `bindings`, `references`, `invariants`,
`slicing` and `must_support` saying what an element demands. `walk` goes through the resource for
what is asked everywhere: declared profiles, extensions, codes. README.md says more.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from conformance.fhirpath import Node
from conformance.issue import Issue, Told, worst
from conformance.packages import Library
from conformance.terminology import TerminologyError

from .compile import compile_profile
from .finding import Finding
from .options import Options
from .program import Program
from .session import Session
from .walk import walk

__all__ = ["Options", "judge", "prepare", "told_of"]


def _program(library: Library) -> Program:
    """The profiles of a library, to be compiled."""
    return Program(library, compile_profile)


def prepare(library: Library, definitions: Iterable[dict[str, Any]]) -> None:
    """Compile structures, value sets and code systems of a library."""
    program = library.derived(_program)
    for definition in definitions:
        url = definition.get("url", "")
        match definition.get("resourceType"):
            case "StructureDefinition":
                program.judge(url)
            case "CodeSystem":
                program.terminology.code_system_knows(url, "")
            case "ValueSet":
                with suppress(TerminologyError):
                    program.terminology.value_set(url)


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
    session = Session(root, library.derived(_program), options)
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
