"""CodeSystem/$lookup: what a code system says of a code (codesystem-operation-lookup.html)."""

from collections.abc import Callable, Iterator
from typing import Any

from conformance.terminology import Found, TerminologyError
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.server import Server
from fhir_server.terminology import gathered, refusal

from .asked import Asked, answer
from .operation import Operation

Json = dict[str, Any]

SUPPORTED = ("code", "system", "version", "coding", "displayLanguage", "property")


async def lookup(call: Call, server: Server) -> Reply:
    """Names, designations and properties of a code."""
    asked = Asked(call, SUPPORTED, ("date",))
    system, code, version, _ = asked.coded()[0]
    if not system:
        raise BadRequest("A code is looked up with its system: give the parameter system.")
    known = await gathered(server.store, [("CodeSystem", system)], supplements=True)
    try:
        found = known.lookup(system, code, version)
    except TerminologyError as error:
        raise refusal(error) from error
    language = (asked.text("displayLanguage") or "").casefold()
    return answer(_listed(found, language, _chooser(asked.all("property"))))


def _chooser(names: list[str]) -> Callable[[str], bool]:
    """Whether a property is wanted: without names, all are."""
    return (lambda _: True) if not names else names.__contains__


def _listed(found: Found, language: str, wanted: Callable[[str], bool]) -> Iterator[Json]:
    yield {"name": "name", "valueString": found.name}
    if found.version:
        yield {"name": "version", "valueString": found.version}
    words = {d.get("language", "").casefold(): d["value"] for d in found.designations}
    display = words.get(language, found.display) if language else found.display
    yield {"name": "display", "valueString": display}
    for designation in found.designations:
        if wanted("designation") or wanted(f"lang.{designation.get('language', '')}"):
            yield {"name": "designation", "part": list(_designation(designation))}
    if found.definition and wanted("definition"):
        yield _property("definition", "String", found.definition)
    if found.inactive and wanted("inactive"):
        yield _property("inactive", "Boolean", value=True)
    for each in found.properties:
        if wanted(each.code) and each.code not in ("definition", "inactive"):
            yield _property(each.code, each.type, each.value, each.description)


def _designation(designation: Json) -> Iterator[Json]:
    types = {"language": "Code", "use": "Coding", "value": "String"}
    for name, type_ in types.items():
        if name in designation:
            yield {"name": name, f"value{type_}": designation[name]}


def _property(code: str, type_: str, value: Any, description: str | None = None) -> Json:
    parts: list[Json] = [
        {"name": "code", "valueCode": code},
        {"name": "value", f"value{type_}": value},
    ]
    if description:
        parts.append({"name": "description", "valueString": description})
    return {"name": "property", "part": parts}


OPERATION = Operation(
    "lookup",
    frozenset({"type"}),
    lookup,
    "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup",
    types=frozenset({"CodeSystem"}),
)
