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

from conformance.issue import Issue
from conformance.packages import Library
from conformance.says import says, shown

from .causes import grouped, said_once
from .primitives import json_type_fault
from .profiles import Options, judge
from .rules import Finding
from .scope import Hints, Scope
from .shape import resource_faults

__all__ = ["MOST_FINDINGS", "Options", "check", "check_shape", "validate"]

MOST_FINDINGS = 1_000
"""How many findings one answer holds; the rest is counted."""


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
    R4 core and the family doctor profiles when none is given.
    """
    library = library or Library.built_in()
    issues = check(resource, library=library)
    if any(issue.rule in _NO_RESOURCE for issue in issues):
        return issues
    issues += judge(resource, profiles, library, options or Options())
    return _worst(said_once(issues), resource["resourceType"])


_NO_RESOURCE = frozenset({"resource-object", "resource-type-required", "resource-type-known"})
_BY_SEVERITY = ("fatal", "error", "warning", "information")


def _worst(issues: list[Issue], root: str) -> list[Issue]:
    """As many findings as one answer holds, the worst, in their order; the rest is counted."""
    if len(issues) <= MOST_FINDINGS:
        return issues
    ranked = sorted(range(len(issues)), key=lambda i: _BY_SEVERITY.index(issues[i].severity))
    kept = [issues[i] for i in sorted(ranked[:MOST_FINDINGS])]
    more = says("findings-cut", more=len(issues) - MOST_FINDINGS)
    return [*kept, Finding("findings-cut", more).issue(root)]


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
    if type(resource) is not dict:
        return _issues(resource, expect_type, None)
    scope = Scope(resource, judging=True, hints=Hints(), whole=whole, ruled=ruled, library=library)
    return _issues(resource, expect_type, scope)


def check_shape(resource: Any, *, expect_type: str | None = None) -> list[Issue]:
    """Return the findings about the shape of a decoded resource, without invariants in FHIRPath.

    `expect_type` is the resource type it has to have, when that is known.
    """
    if type(resource) is not dict:
        return _issues(resource, expect_type, None)
    return _issues(resource, expect_type, Scope(resource, judging=False, hints=Hints()))


def _issues(resource: Any, expect_type: str | None, scope: Scope | None) -> list[Issue]:
    if scope is None:
        fault = Finding("resource-object", json_type_fault("a-resource", resource).says)
        return [fault.issue(expect_type or "")]
    name = resource.get("resourceType")
    if expect_type is not None and name is not None and name != expect_type:
        sentence = says("resource-type-expected", found=shown(name), expected=expect_type)
        return [Finding("resource-type-expected", sentence).issue(expect_type)]
    found = resource_faults(resource, scope)
    root = name[:60] if isinstance(name, str) else expect_type or ""
    kept = found[:MOST_FINDINGS]
    issues = grouped(kept, [finding.issue(root, resource) for finding in kept])
    if len(found) > MOST_FINDINGS:
        sentence = says("findings-cut", more=len(found) - MOST_FINDINGS)
        issues.append(Finding("findings-cut", sentence).issue(root))
    return issues
