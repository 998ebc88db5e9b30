"""Required and maximal bindings: the code SHALL be from the set. FHIR R4 terminologies.html, 4.1.5.

A binding of another strength with a maximal value set is as strict about that set as a required one
(extension elementdefinition-maxValueSet). Sets that cannot be listed are judged by the grammar
their codes have.
"""

import re
from collections.abc import Callable
from typing import Any

from conformance.definitions import Element, codes_of
from conformance.says import says, shown

from .primitives import PLAIN
from .rules import OK, Finding, Findings
from .scope import Check, Scope

_MIME = re.compile(r"[\w.+!#$&^-]+/[\w.+!#$&^*-]+(?:\s*;.*)?", re.ASCII | re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_SETS = "http://hl7.org/fhir/ValueSet/"

# CapabilityStatement.format may also name FHIR's own formats by their short codes.
GRAMMARS: dict[str, tuple[Callable[[str], object], str]] = {
    f"{_SETS}mimetypes": (
        lambda code: code in ("json", "xml", "ttl") or _MIME.fullmatch(code),
        "mime-type",
    ),
    f"{_SETS}currencies": (re.compile(r"[A-Z]{3}").fullmatch, "currency"),
    f"{_SETS}all-languages": (_LANGUAGE.fullmatch, "language"),
}
GRAMMARS["http://www.rfc-editor.org/bcp/bcp13.txt"] = GRAMMARS[f"{_SETS}mimetypes"]
# Sets that hold a whole code system.
SYSTEMS = {
    f"{_SETS}ucum-units": "http://unitsofmeasure.org",
    f"{_SETS}all-languages": "urn:ietf:bcp:47",
}


def bound(element: Element, type_name: str, check: Check) -> Check:
    """Return the check of an element's values with its binding added, where it has one to judge."""
    value_set = strict_set(element)
    if type_name == "code" and value_set in GRAMMARS:
        return _by_grammar(value_set, check)
    codes = codes_of(value_set)
    if type_name == "code" and codes is not None:
        return _code_from(codes, value_set)
    if type_name not in _COMPLEX or (codes is None and value_set not in SYSTEMS):
        return check
    judge = _COMPLEX[type_name](codes, value_set, check)
    return judge if _is_required(element) else _if_any(_SAID[type_name], judge, check)


def _if_any(names: frozenset[str], judge: Check, check: Check) -> Check:
    """What has no code has none outside of a maximal set."""

    def either(value: Any, scope: Scope) -> Findings:
        says_something = type(value) is dict and not names.isdisjoint(value)
        return judge(value, scope) if says_something else check(value, scope)

    return either


def required_set(element: Element, type_name: str) -> str:
    """The value set a code has to be from, or "" where an extension may stand in for the value."""
    return strict_set(element) if type_name == "code" and _is_required(element) else ""


def _is_required(element: Element) -> bool:
    return element.binding is not None and element.binding[0] == "required"


def strict_set(element: Element) -> str:
    """The value set that no code of an element may be outside of, without its version, or ""."""
    strength, canonical = element.binding or ("", "")
    return (canonical if strength == "required" else element.maximum).partition("|")[0]


def _by_grammar(value_set: str, check: Check) -> Check:
    holds, form = GRAMMARS[value_set]

    def judge(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        if found or holds(value):
            return found
        sentence = says("code-of-grammar", value=shown(value), form=says(form))
        return (Finding("required-binding", sentence),)

    return judge


def _code_from(by_system: dict[str, frozenset[str]], value_set: str) -> Check:
    codes = frozenset().union(*by_system.values())
    as_code = PLAIN["code"]

    def judge(value: Any, scope: Scope) -> Findings:
        if type(value) is str and value in codes:
            return OK
        return as_code(value, scope) or (_stranger(value, codes, value_set, scope),)

    return judge


def _stranger(value: str, codes: frozenset[str], value_set: str, scope: Scope) -> Finding:
    few = len(codes) <= 8
    hint = says("one-of", codes=sorted(codes)) if few else scope.hints.nearest(value, codes)
    sentence = says("code-of-value-set", value=shown(value), value_set=value_set, hint=hint)
    return Finding("required-binding", sentence)


def _coding_from(codes: dict[str, frozenset[str]] | None, value_set: str, check: Check) -> Check:
    def judge(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        if found or _is_member(value, codes, value_set):
            return found
        return (Finding("required-binding", says("coding-of-value-set", value_set=value_set)),)

    return judge


def _concept_from(codes: dict[str, frozenset[str]] | None, value_set: str, check: Check) -> Check:
    """At least one coding is from the set; a text alone is none of its codes."""

    def judge(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        if found:
            return found
        if any(_is_member(coding, codes, value_set) for coding in value.get("coding", ())):
            return OK
        return (Finding("required-binding", says("concept-of-value-set", value_set=value_set)),)

    return judge


_COMPLEX = {"Coding": _coding_from, "CodeableConcept": _concept_from}
# Where what counts for a maximal set is said.
_SAID = {
    "Coding": frozenset({"system", "version", "code", "display", "userSelected"}),
    "CodeableConcept": frozenset({"coding"}),
}


def _is_member(
    coding: dict[str, Any], codes: dict[str, frozenset[str]] | None, value_set: str
) -> bool:
    system, code = coding.get("system"), coding.get("code")
    if codes is None:
        holds, _ = GRAMMARS.get(value_set, (bool, ""))
        return system == SYSTEMS[value_set] and code is not None and bool(holds(code))
    return code in codes.get(system or "", ())
