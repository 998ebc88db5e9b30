"""The write gate: what a resource must satisfy before it is stored, for every way of writing.

Shape first, then declared profiles, then rules; findings are data until the end, where those that
are errors refuse the write. `$validate` asks the same question and returns the same findings.
"""

from collections.abc import Sequence
from typing import Any

from conformance.issue import Issue, errors
from conformance.validator import Options, check, validate
from conformance.validator.profiles import judge

from .errors import BadRequest, Malformed, Unprocessable
from .search import loaded
from .server import Server

# A profile that cannot be used keeps nobody from writing.
ASKED = Options(broken_profile="warning")
WRITTEN = Options(broken_profile="warning", unknown_profile="ignore", unknown_extension="ignore")


async def findings(
    server: Server, resource: dict[str, Any], profiles: Sequence[str] = ()
) -> list[Issue]:
    """Everything wrong with a resource, each finding once.

    The profiles that are given are judged, and those that the resource declares.
    """
    library, unused = await server.profiles.known(resource, profiles)
    found = [*validate(resource, profiles, library=library, options=ASKED), *unused]
    return found if errors(found) else [*found, *loaded.findings(resource)]


async def accept(
    server: Server, resource: dict[str, Any], type_: str, *, patched: bool = False
) -> list[Issue]:
    """Pass a resource of the expected type, with what is worth knowing, or raise all findings.

    What fails the basic rules of FHIR is 400, what fails a profile that it declares and that is
    stored here or comes with R4 is 422, as http.html 3.1.0.8.1 says; a patch that would make it
    fail is 422 (3.1.0.9), and so is a SearchParameter that cannot be used.
    """
    require_type(resource, type_)
    # Drafts of definitions, and Bundles as others made them, are stored with their faults.
    found = check(resource, ruled=False)
    if wrong := errors(found):
        raise Unprocessable(issues=wrong) if patched else Malformed(issues=wrong)
    if "profile" in resource.get("meta", ()):
        found += await _judged_as_declared(server, resource)
    found += loaded.findings(resource)
    if wrong := errors(found):
        raise Unprocessable(issues=wrong)
    return found


async def _judged_as_declared(server: Server, resource: dict[str, Any]) -> list[Issue]:
    """What is wrong with a resource that has passed its check, if it declares a known profile."""
    library, unused = await server.profiles.known(resource)
    declared = resource["meta"]["profile"]
    if not any(library.find(each, "StructureDefinition") for each in declared if each):
        return list(unused)
    return [*judge(resource, (), library, WRITTEN), *unused]


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
