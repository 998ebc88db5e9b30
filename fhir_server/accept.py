"""The write gate: what a resource must satisfy before it is stored, for every way of writing.

Shape first, then declared profiles, then rules; findings are data until the end, where those that
are errors refuse the write. `$validate` asks the same question and returns the same findings.
"""

from collections.abc import Sequence
from typing import Any

from conformance.issue import Issue, errors
from conformance.packages import Library
from conformance.validator import Options, check, validate
from conformance.validator.profiles import judge

from .errors import BadRequest, Malformed, Unprocessable
from .search import loaded

KNOWN_ONLY = Options(unknown_profile="ignore", unknown_extension="ignore")


def findings(
    resource: dict[str, Any], profiles: Sequence[str] = (), library: Library | None = None
) -> list[Issue]:
    """Everything wrong with a resource, each finding once, that a library of definitions tells.

    The profiles that are given are judged, and those that the resource declares.
    """
    found = validate(resource, profiles, library=library)
    return found if errors(found) else [*found, *loaded.findings(resource)]


def accept(resource: dict[str, Any], type_: str, *, patched: bool = False) -> None:
    """Pass a resource of the expected type or raise with every finding.

    What fails the basic rules of FHIR is 400, what fails a profile that it declares and R4 brings
    is 422, as http.html 3.1.0.8.1 says; a patch that would make it fail is 422 (3.1.0.9), and so is
    a SearchParameter that cannot be used.
    """
    require_type(resource, type_)
    # Drafts of definitions, and Bundles as others made them, are stored with their faults.
    if found := errors(check(resource, ruled=False)):
        raise Unprocessable(issues=found) if patched else Malformed(issues=found)
    if found := errors([*_judged_as_declared(resource), *loaded.findings(resource)]):
        raise Unprocessable(issues=found)


def _judged_as_declared(resource: dict[str, Any]) -> list[Issue]:
    """What is wrong with a resource that has passed its check and declares a profile of R4."""
    declared = resource.get("meta", {}).get("profile", ())
    library = Library.core()
    if not any(library.find(each, "StructureDefinition") for each in declared if each):
        return []
    return judge(resource, (), library, KNOWN_ONLY)


def require_type(resource: dict[str, Any], type_: str) -> None:
    """Refuse a body of another type than the URL names."""
    said = resource.get("resourceType")
    if said is None:
        raise Malformed(
            "The resource has no resourceType.", expression=type_, rule="missing-resource-type"
        )
    if said != type_:
        shown = said[:64] if isinstance(said, str) else type(said).__name__
        raise BadRequest(
            f"The URL is for {type_}, the body is {shown!r}.",
            expression=type_,
            rule="wrong-resource-type",
        )
