"""Functions that FHIR adds. FHIR R4, fhirpath.html, section 2.9.1.5."""

from typing import Any

from conformance import definitions
from conformance.fhirpath import references
from conformance.fhirpath.errors import FhirPathError
from conformance.fhirpath.model import Node, children_named, primitives
from conformance.fhirpath.scope import Scope, single
from conformance.fhirpath.system import fhir_type, to_plain, to_system
from conformance.narrative import is_narrative

from .signature import BOOLEAN, INPUT, Function, string

_CORE = "http://hl7.org/fhir/StructureDefinition/"


def _children(items: list[Any], name: str) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if type(item) is Node:
            children_named(item, name, found)
    return found


def _extension(scope: Scope, items: list[Any], url: list[Any]) -> list[Any]:
    wanted = single(url)
    if wanted is None:
        return []
    name = wanted if type(wanted) is str else string(wanted)
    found = _children(items, "extension")
    scope.run.spend(len(found))
    return [x for x in found if type(x.value) is dict and x.value.get("url") == name]


def _has_extension(scope: Scope, items: list[Any], url: list[Any]) -> list[Any]:
    return [bool(_extension(scope, items, url))]


def _is_value(item: Any) -> bool:
    if type(item) is not Node:
        return True
    return item.value is not None and item.type in primitives()


def _has_value(_: Scope, items: list[Any]) -> list[Any]:
    return [len(items) == 1 and _is_value(items[0])]


def _get_value(_: Scope, items: list[Any]) -> list[Any]:
    return [to_system(items[0])] if len(items) == 1 and _is_value(items[0]) else []


def _resolve(scope: Scope, items: list[Any]) -> list[Any]:
    scope.run.spend(len(items))
    targets = (references.resolve(scope.run, item) for item in items)
    return [t for t in targets if t is not None]


def _member_of(scope: Scope, items: list[Any], value_set: list[Any]) -> list[Any]:
    item, url = single(items), single(value_set)
    if item is None or url is None:
        return []
    canonical, value = string(url), to_plain(item)
    ask = scope.run.options.get("terminology")
    if ask is not None:
        answer = ask(value, fhir_type(item), canonical)
    else:
        codes = definitions.codes_of(canonical)
        answer = None if codes is None else _in_codes(value, codes)
    return [] if answer is None else [answer]


def _in_codes(value: Any, codes: dict[str, frozenset[str]]) -> bool | None:
    """Whether a code, Coding or CodeableConcept is in a value set that lists these codes."""
    if isinstance(value, str):
        return any(value in of_system for of_system in codes.values())
    if not isinstance(value, dict):
        return None
    codings = value.get("coding", ()) if "code" not in value else (value,)
    return any(c.get("code") in codes.get(str(c.get("system")), ()) for c in codings)


def _conforms_to(scope: Scope, items: list[Any], profile: list[Any]) -> list[Any]:
    item, url = single(items), single(profile)
    if item is None or url is None:
        return []
    canonical = string(url)
    ask = scope.run.options.get("profiles")
    if ask is not None:
        answer = ask(to_plain(item), fhir_type(item), canonical)
    else:
        core = canonical.removeprefix(_CORE)
        known = canonical.startswith(_CORE) and definitions.type_named(core) is not None
        # What is of another type cannot conform; what is of this type has yet to be validated.
        answer = False if known and not definitions.is_a(fhir_type(item), core) else None
    return [] if answer is None else [answer]


def _html_checks(_: Scope, items: list[Any]) -> list[Any]:
    value = to_system(single(items))
    return [isinstance(value, str) and is_narrative(value)] if items else []


def _check_modifiers(scope: Scope, items: list[Any], *allowed: list[Any]) -> list[Any]:
    known = {string(single(url)) for url in allowed if url}
    modifiers = _children(items, "modifierExtension")
    scope.run.spend(len(modifiers))
    for modifier in modifiers:
        url = modifier.value.get("url") if type(modifier.value) is dict else None
        if url not in known:
            raise FhirPathError(f"The modifier extension {url} is not understood")
    return items


TABLE = {
    "extension": Function(_extension, 1, 1, returns="Extension"),
    "hasExtension": Function(_has_extension, 1, 1, returns=BOOLEAN),
    "hasValue": Function(_has_value, returns=BOOLEAN),
    "getValue": Function(_get_value),
    "resolve": Function(_resolve),
    "memberOf": Function(_member_of, 1, 1, returns=BOOLEAN),
    "conformsTo": Function(_conforms_to, 1, 1, returns=BOOLEAN),
    "htmlChecks": Function(_html_checks, returns=BOOLEAN),
    "checkModifiers": Function(_check_modifiers, 1, 100, returns=INPUT),
}
