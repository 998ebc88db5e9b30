"""Filters of a value set: which codes of a code system have a property as asked.

Source: FHIR R4 valueset.html, 4.9.5.1; valueset-filter-operator.html.
"""

from collections.abc import Callable, Iterable

import re2

from conformance.says import says

from .codesystem import CodeSystem
from .model import Json, Unsupported

Codes = Iterable[str]
Filter = Callable[[CodeSystem, str, str], Codes]


def selected(system: CodeSystem, rule: Json) -> frozenset[str]:
    """The codes that a filter selects from what is listed; raises Unsupported."""
    name, operator = rule.get("property", ""), rule.get("op", "")
    compute = OPERATORS.get(operator)
    if compute is None:
        raise Unsupported(says("tx-filter-operator", operator=operator))
    if not system.has_property(name):
        raise Unsupported(says("tx-filter-property", system=system.url, property=name))
    return frozenset(compute(system, name, str(rule.get("value", ""))))


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a whole string matches, in time linear to its length; raises Unsupported."""
    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(pattern, options)
    except re2.error as error:
        raise Unsupported(says("tx-filter-regex", pattern=pattern[:60])) from error
    return lambda text: compiled.fullmatch(text) is not None


def _is_a(system: CodeSystem, name: str, value: str) -> Codes:
    return {_root(system, name, value)} | system.descendants(value)


def _descendent_of(system: CodeSystem, name: str, value: str) -> Codes:
    return system.descendants(_root(system, name, value))


def _is_not_a(system: CodeSystem, name: str, value: str) -> Codes:
    return system.concepts.keys() - _is_a(system, name, value)


def _generalizes(system: CodeSystem, name: str, value: str) -> Codes:
    return {_root(system, name, value)} | system.ancestors(value)


def _root(system: CodeSystem, name: str, value: str) -> str:
    """The concept that a filter on the hierarchy starts from."""
    if name not in ("concept", "code"):
        raise Unsupported(says("tx-filter-hierarchy", property=name))
    if value not in system.concepts:
        raise Unsupported(says("tx-filter-code", system=system.url, code=value[:60]))
    return value


def _where(system: CodeSystem, name: str, holds: Callable[[list[str]], bool]) -> Codes:
    return (code for code in system.concepts if holds(system.values(code, name)))


def _equals(system: CodeSystem, name: str, value: str) -> Codes:
    return _where(system, name, lambda values: value in values)


def _in(system: CodeSystem, name: str, value: str) -> Codes:
    wanted = {each.strip() for each in value.split(",")}
    return _where(system, name, lambda values: not wanted.isdisjoint(values))


def _not_in(system: CodeSystem, name: str, value: str) -> Codes:
    unwanted = {each.strip() for each in value.split(",")}
    return _where(system, name, unwanted.isdisjoint)


def _regex(system: CodeSystem, name: str, value: str) -> Codes:
    matches = matcher(value)
    return _where(system, name, lambda values: any(map(matches, values)))


def _exists(system: CodeSystem, name: str, value: str) -> Codes:
    if value not in ("true", "false"):
        raise Unsupported(says("tx-filter-exists", value=value[:60]))
    return _where(system, name, lambda values: bool(values) == (value == "true"))


BY_VALUE: dict[str, Filter] = {
    "=": _equals,
    "regex": _regex,
    "in": _in,
    "not-in": _not_in,
    "exists": _exists,
}
BY_HIERARCHY: dict[str, Filter] = {
    "is-a": _is_a,
    "descendent-of": _descendent_of,
    "is-not-a": _is_not_a,
    "generalizes": _generalizes,
}
OPERATORS = BY_VALUE | BY_HIERARCHY


def filters_of(system: CodeSystem) -> dict[str, tuple[str, ...]]:
    """The concept and the properties of a system by which filters go, with their operators."""
    of_concept = (*BY_VALUE, *(BY_HIERARCHY if system.is_hierarchy else ()))
    return {"concept": of_concept} | dict.fromkeys(system.declared, tuple(BY_VALUE))
