"""What an operation is, and how its input and output are read and written."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from conformance import json
from conformance.issue import errors
from conformance.validator import check
from fhir_server.errors import BadRequest, Malformed
from fhir_server.http import Call, Reply
from fhir_server.server import Server

SHOWING = ("_format", "_pretty")

Json = dict[str, Any]
Handler = Callable[[Call, Server], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: `definition` is the canonical of its OperationDefinition.

    `levels` says where it is called (system, type, instance, version), `types` on what; empty: on
    any type. `writes_spreadsheets`: it answers as .xlsx who asks for that.
    """

    name: str
    levels: frozenset[str]
    handler: Handler
    definition: str
    affects_state: bool = False
    types: frozenset[str] = frozenset()
    writes_spreadsheets: bool = False

    def is_at(self, level: str, type_: str) -> bool:
        """Whether it can be called there."""
        return level in self.levels and (not self.types or type_ in self.types)


def read_input(call: Call, expected: Iterable[str]) -> dict[str, list[Any]]:
    """The input parameters by name: those of the query, then those of a Parameters body.

    Values are strings from the query; from Parameters the value, the resource, or the values of
    the parts by their names. Unknown names are refused.
    """
    given: dict[str, list[Any]] = {}
    for name, value in call.query:
        if name not in SHOWING:
            given.setdefault(name, []).append(value)
    if call.method == "POST" and (call.decoded is not None or call.body.strip()):
        body = call.resource()
        if body.get("resourceType") == "Parameters":
            for parameter in _parameters(body):
                given.setdefault(parameter["name"], []).append(_value(parameter))
        else:
            given.setdefault("resource", []).append(body)
    known = set(expected)
    if unknown := sorted(given.keys() - known):
        raise BadRequest(
            f"${call.operation} has no parameter {unknown[0][:64]!r}; it has "
            f"{', '.join(sorted(known))}."
        )
    return given


def _parameters(body: Json) -> list[Json]:
    """The parameters of a body that is well formed but for the resources in it."""
    listed = body.get("parameter", [])
    framed = [_framed(p) for p in listed] if isinstance(listed, list) and listed else listed
    if found := errors(check({**body, "parameter": framed} if "parameter" in body else body)):
        raise Malformed(issues=found)
    return list(listed)


def _framed(parameter: Any) -> Any:
    """A parameter with a stand-in for its resource, about which the operation may be asking."""
    if isinstance(parameter, dict) and isinstance(parameter.get("resource"), dict):
        return {**parameter, "resource": {"resourceType": "Basic", "code": {"text": "-"}}}
    return parameter


def _value(parameter: Json) -> Any:
    if "resource" in parameter:
        return parameter["resource"]
    if "part" in parameter:
        parts: dict[str, list[Any]] = {}
        for part in parameter["part"]:
            parts.setdefault(part["name"], []).append(_value(part))
        return parts
    return next((v for k, v in parameter.items() if k.startswith("value")), None)


def one(given: dict[str, list[Any]], name: str) -> Any:
    """The only value of a parameter, None when absent."""
    values = given.get(name, [])
    if len(values) > 1:
        raise BadRequest(f"The parameter {name!r} may be given once.")
    return values[0] if values else None


def parameters_reply(**values: tuple[str, Any]) -> Reply:
    """A Parameters resource: each value comes with its type, as in `valueMeta`."""
    listed = [{"name": n.replace("_", "-"), f"value{t}": v} for n, (t, v) in values.items()]
    filled = {"parameter": listed} if listed else {}
    return Reply(200, json=json.encode({"resourceType": "Parameters", **filled}))
