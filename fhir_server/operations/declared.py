"""The input of an operation as its OperationDefinition declares it: names, numbers, types.

Source: FHIR R4 operationdefinition.html.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import profiles
from fhir_server.errors import BadRequest
from fhir_server.http import Call
from fhir_server.service.elements import reference

from .operation import read_input

Json = dict[str, Any]

_REFERENCE = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z0-9.\-]{1,64}")


@dataclass(frozen=True, slots=True)
class Given:
    """What was given, by name; every value is of its declared type."""

    values: dict[str, list[Any]]

    def one(self, name: str) -> Any:
        """The value of a parameter that is given once or not at all; None without it."""
        return next(iter(self.values.get(name, ())), None)

    def text(self, name: str) -> str:
        """A string or code, "" without it."""
        return str(self.one(name) or "")

    def references(self, name: str) -> list[str]:
        """References as `Type/id`, each once."""
        return list(dict.fromkeys(reference(each) for each in self.values.get(name, ())))

    def reference(self, name: str) -> str:
        """The only reference; "" without it."""
        return next(iter(self.references(name)), "")


def declared(definition: str) -> list[Json]:
    """The input parameters of an OperationDefinition of the profiles, by its canonical URL."""
    return [p for p in profiles.load(definition)["parameter"] if p["use"] == "in"]


def given(call: Call, definition: str) -> Given:
    """Read the input of a call.

    Raises:
        BadRequest: it has what is not declared, lacks what is, or a value is of another type.

    """
    parameters = declared(definition)
    read = read_input(call, (p["name"] for p in parameters))
    for parameter in parameters:
        _check(call.operation, parameter, read.get(parameter["name"], []))
    return Given(read)


def _check(operation: str, parameter: Json, values: list[Any]) -> None:
    name, most = parameter["name"], parameter["max"]
    if len(values) < parameter["min"]:
        raise BadRequest(f"${operation} needs the parameter {name}.", expression=name)
    if most != "*" and len(values) > int(most):
        raise BadRequest(f"The parameter {name} may be given {most} times.", expression=name)
    says = _types(parameter)
    for value in values:
        if not says.holds(value):
            raise BadRequest(f"{name} is to be {says.what}.", expression=name)


@dataclass(frozen=True, slots=True)
class _Type:
    what: str
    holds: Callable[[Any], bool]


def _types(parameter: Json) -> _Type:
    type_ = parameter["type"]
    if type_ == "Reference":
        return _reference_to(p.rpartition("/")[2] for p in parameter.get("targetProfile", ()))
    if type_ in _PRIMITIVES:
        return _PRIMITIVES[type_]
    return _Type(f"a {type_}", lambda v: isinstance(v, dict) and v.get("resourceType") == type_)


def _reference_to(names: Iterable[str]) -> _Type:
    """A literal reference; to some types where these are named, by profile or as types."""
    types = {_type_of(name) for name in names} - {"Resource"}
    shown = " or ".join(sorted(types)) or "a resource"

    def holds(value: Any) -> bool:
        target = reference(value) if isinstance(value, dict) else ""
        found = _REFERENCE.fullmatch(target) and target.partition("/")[0]
        return bool(found) and (not types or found in types)

    return _Type(f"a Reference to {shown}, such as {min(types, default='Patient')}/1", holds)


def _type_of(name: str) -> str:
    url = f"{profiles.CANONICAL}/StructureDefinition/{name}"
    return str(profiles.load(url)["type"]) if profiles.find(url) else name


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and len(value) == len("2026-01-01") and _reads(date, value)


def _is_instant(value: Any) -> bool:
    return _is_date(value) or (isinstance(value, str) and "T" in value and _reads(datetime, value))


def _reads(type_: type[date], value: str) -> bool:
    try:
        type_.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


_PRIMITIVES = {
    "string": _Type("a text", lambda v: isinstance(v, str) and bool(v.strip())),
    "code": _Type("a code", lambda v: isinstance(v, str) and bool(v)),
    "boolean": _Type("true or false", lambda v: isinstance(v, bool)),
    "integer": _Type("a whole number", lambda v: isinstance(v, int) and not isinstance(v, bool)),
    "decimal": _Type("a number", _is_number),
    "date": _Type("a day, such as 2026-01-31", _is_date),
    "dateTime": _Type("a day, or a time with its offset", _is_instant),
}
