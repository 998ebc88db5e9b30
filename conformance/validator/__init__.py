"""Judge a resource against the base definitions of FHIR R4: its shape and its invariants.

- `check_shape(resource)`: elements, JSON types, formats, cardinality, required bindings, reference
  targets, contained resources, extensions, narrative;
- `check(resource)`: that, and every invariant of R4;
- `validate(resource, profiles)`: that, and what profiles demand, those it declares and others.

The way of a value: `shape` compiles each type, with `primitives`, `bindings`, `references` and
`types` for what single types demand, and `invariants` for FHIRPath. All findings are returned at
once; `rules.RULES` lists their ids, README.md explains them.
"""

from collections.abc import Sequence
from typing import Any

from conformance.issue import MOST_FINDINGS, Issue, Told, worst
from conformance.json import exact
from conformance.packages import Library
from conformance.says import says, shown

from .causes import grouped, said_once
from .primitives import json_type_fault
from .profiles import Options, told_of
from .rules import Finding
from .scope import Hints, Scope
from .shape import resource_faults

__all__ = ["MOST_FINDINGS", "Options", "check", "check_shape", "validate"]


def validate(
    resource: Any,
    profiles: Sequence[str] = (),
    *,
    library: Library | None = None,
    options: Options | None = None,
) -> list[Issue]:
    """Return every finding about a decoded resource, what profiles demand included.

    Judged are the profiles that are given, by their canonical URLs, and those that the resource and
    the resources in it declare in `meta.profile`. The definitions come from a library; from
    R4 core and the family doctor profiles when none is given. Floats count as the decimals they are
    written as.
    """
    resource = exact(resource)
    library = library or Library.built_in()
    found, more = _found(resource, None, _judging(resource, library=library))
    if any(told.issue.rule in _NO_RESOURCE for told in found):
        return grouped(found)
    judged, beyond = told_of(resource, profiles, library, options or Options())
    kept, rest = worst(said_once(grouped([*found, *judged])))
    return _counted(kept, more + beyond + rest, resource["resourceType"])


_NO_RESOURCE = frozenset({"resource-object", "resource-type-required", "resource-type-known"})


def _counted(issues: list[Issue], more: int, root: str) -> list[Issue]:
    """The findings, and a last one that counts those which are left out."""
    if not more:
        return issues
    return [*issues, Finding("findings-cut", says("findings-cut", more=more)).issue(root)]


def check(
    resource: Any,
    *,
    expect_type: str | None = None,
    whole: bool = True,
    ruled: bool = True,
    library: Library | None = None,
) -> list[Issue]:
    """Return every finding about a decoded resource, the invariants of R4 included.

    Without `whole` the resource is a frame whose parts are judged elsewhere, such as a transaction
    without its resources: what its parts say of each other is left out. Without `ruled` it is held
    to the definitions of R4 and their invariants alone, not to the rules of its type in
    `resources/`. With a `library` it is also judged by what it refers to there, such as the
    Questionnaire of a response.
    """
    scope = _judging(resource, whole=whole, ruled=ruled, library=library)
    found, more = _found(resource, expect_type, scope)
    return _counted(grouped(found), more, _root(resource, expect_type))


def check_shape(resource: Any, *, expect_type: str | None = None) -> list[Issue]:
    """Return the findings about the shape of a decoded resource, without invariants in FHIRPath.

    `expect_type` is the resource type it has to have, when that is known.
    """
    found, more = _found(resource, expect_type, Scope(resource, judging=False, hints=Hints()))
    return _counted(grouped(found), more, _root(resource, expect_type))


def _judging(
    resource: Any, *, whole: bool = True, ruled: bool = True, library: Library | None = None
) -> Scope:
    return Scope(resource, judging=True, hints=Hints(), whole=whole, ruled=ruled, library=library)


def _found(resource: Any, expect_type: str | None, scope: Scope) -> tuple[list[Told], int]:
    """The first findings, as many as one answer holds, and how many there are more."""
    if type(resource) is not dict:
        fault = Finding("resource-object", json_type_fault("a-resource", resource).says)
        return [Told(fault.issue(expect_type or ""), fault.says)], 0
    name = resource.get("resourceType")
    if expect_type is not None and name is not None and name != expect_type:
        sentence = says("resource-type-expected", found=shown(name), expected=expect_type)
        issue = Finding("resource-type-expected", sentence).issue(expect_type)
        return [Told(issue, sentence)], 0
    found = list(resource_faults(resource, scope))
    scope.surplus.cut(found)
    root = _root(resource, expect_type)
    told = [Told(finding.issue(root, resource), finding.says) for finding in found]
    return told, scope.surplus.count


def _root(resource: Any, expect_type: str | None) -> str:
    """What paths begin with: the type that a resource says it has, else the one expected."""
    name = resource.get("resourceType") if type(resource) is dict else None
    return name[:60] if isinstance(name, str) else expect_type or ""
