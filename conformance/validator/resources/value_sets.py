"""What a ValueSet includes. FHIR R4 valueset.html, sections 4.9.5 and 4.9.6."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from conformance.says import shown
from conformance.validator.rules import Finding, Findings
from conformance.validator.scope import Scope

from .bundle_index import is_absolute
from .fault import Json, Place, fault, later_ones, objects
from .terminologies import terminology_of

if TYPE_CHECKING:
    from conformance.terminology import Terminology

_TAKES_CODE = frozenset({"is-a", "descendent-of", "is-not-a", "generalizes"})
# Properties every CodeSystem may have undeclared (concept-properties), by the type of their values.
_STANDARD = {
    "inactive": "boolean",
    "notSelectable": "boolean",
    "parent": "concept",
    "child": "concept",
}


def value_set_faults(value_set: Json, scope: Scope) -> Findings:
    """Judge the systems, codes and filters of a definition."""
    compose = value_set.get("compose", {})
    found: list[Finding] = []
    for name in ("include", "exclude"):
        for index, part in objects(compose, name):
            place = ("compose", name, index)
            found += _system_faults(place, part)
            found += _import_faults(place, part, value_set.get("url"))
            if scope.library is not None and part.get("system"):
                found += _code_faults(place, part, scope, terminology_of(scope.library))
    return found


def _system_faults(place: Place, part: Json) -> Iterator[Finding]:
    system = part.get("system")
    if system is not None and not is_absolute(system):
        yield fault("value-set-system", (*place, "system"), system=shown(system))
    codes = [concept.get("code") for _, concept in objects(part, "concept")]
    for index, code in later_ones(codes):
        yield fault("value-set-code-twice", (*place, "concept", index), code=shown(code))


def _import_faults(place: Place, part: Json, url: str | None) -> Iterator[Finding]:
    for index, imported in enumerate(part.get("valueSet", ())):
        if url is not None and imported is not None and imported.partition("|")[0] == url:
            yield fault("value-set-itself", (*place, "valueSet", index))


def _code_faults(
    place: Place, part: Json, scope: Scope, terminology: "Terminology"
) -> Iterator[Finding]:
    """Say which codes and values of filters their system, where it is known, does not have."""
    system = part["system"]
    for index, concept in objects(part, "concept"):
        code = concept.get("code")
        if code is not None and terminology.code_system_knows(system, code) is False:
            here = (*place, "concept", index, "code")
            yield fault("code-unknown", here, code=shown(code), system=system)
    types = _property_types(system, scope)
    for index, rule in objects(part, "filter"):
        here = (*place, "filter", index, "value")
        value, kind = rule.get("value"), types.get(rule.get("property", ""), "")
        if not isinstance(value, str):
            continue
        if rule.get("op") in _TAKES_CODE or (rule.get("op") == "=" and kind == "concept"):
            if terminology.code_system_knows(system, value) is False:
                yield fault("code-unknown", here, code=shown(value), system=system)
        elif rule.get("op") == "=" and kind in _VALUES and not _VALUES[kind](value, terminology):
            property_ = shown(rule["property"])
            said = shown(value)
            yield fault("value-set-filter", here, value=said, property=property_, type=kind)


def _property_types(system: str, scope: Scope) -> Mapping[str, str]:
    """The types of the properties of a code system."""
    from conformance.terminology.shape import is_sound  # noqa: PLC0415  # slow to load

    known = scope.library.find(system, "CodeSystem") if scope.library else None
    declared = (known or {}).get("property", [])
    if not is_sound("CodeSystem", {"property": declared}):
        return _STANDARD
    return _STANDARD | {p.get("code", ""): p.get("type", "") for p in declared}


def _is_coding(value: str, terminology: "Terminology") -> bool:
    """`system#code`, or `system|code`, of a code that may exist."""
    system, _, code = value.replace("#", "|").rpartition("|")
    return terminology.code_system_knows(system, code) is not False


def _is_integer(value: str, _: "Terminology") -> bool:
    return value.lstrip("-").isdecimal()


_VALUES: dict[str, Callable[[str, "Terminology"], bool]] = {
    "boolean": lambda value, _: value in ("true", "false"),
    "Coding": _is_coding,
    "integer": _is_integer,
}
"""How the value of a filter is written, by the type of its property."""
