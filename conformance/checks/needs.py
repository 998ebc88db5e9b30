"""What a server declares in its CapabilityStatement, and what a check needs of that.

A need is written as a place, a sign and a name:

    Patient.create        an interaction of a type         system.transaction   of the system
    Patient?birthdate     a search parameter               Patient$validate     an operation
    Patient!updateCreate  a capability that is not off     compartment!patient  a compartment
    format!xml            a format                         patchFormat!json     a format of patches
    Observation+Observation:subject     an include
    Patient-Observation:subject         a reverse include, where Patients are searched
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

Json = dict[str, Any]

_NEED = re.compile(r"(\w+)([.?$!+-])(.+)")
_OFF = (None, False, "no-version", "not-supported")


class Capabilities:
    """The server part of a CapabilityStatement of R4. What is malformed counts as not declared."""

    def __init__(self, statement: Json) -> None:
        self.statement = statement

    def missing(self, needs: Iterable[str]) -> list[str]:
        """The needs that the server does not declare."""
        return [need for need in needs if not self.has(need)]

    def has(self, need: str) -> bool:
        """Whether the server declares what is needed."""
        found = _NEED.fullmatch(need)
        assert found, need
        place, sign, name = found.groups()
        declares = _SIGNS.get(place + sign) or _SIGNS[sign]
        return declares(self, place, name)

    def resource(self, type_: str) -> Json:
        """What is declared for a type."""
        return self._resources.get(type_, {})

    def parameters(self, type_: str) -> dict[str, str]:
        """The search parameters of a type, those for all types among them, and their types."""
        declared = [*_dicts(self.rest, "searchParam"), *_dicts(self.resource(type_), "searchParam")]
        return {str(p.get("name")): str(p.get("type")) for p in declared}

    def value(self, type_: str, name: str) -> Any:
        """A capability of a type such as `conditionalDelete`."""
        return self.resource(type_).get(name)

    @cached_property
    def rest(self) -> Json:
        """The first `rest` whose mode is server."""
        servers = [r for r in _dicts(self.statement, "rest") if r.get("mode") == "server"]
        return servers[0] if servers else {}

    @cached_property
    def _resources(self) -> dict[str, Json]:
        return {str(r.get("type")): r for r in _dicts(self.rest, "resource")}


def _interaction(server: Capabilities, place: str, name: str) -> bool:
    holder = server.rest if place == "system" else server.resource(place)
    return any(i.get("code") == name for i in _dicts(holder, "interaction"))


def _parameter(server: Capabilities, place: str, name: str) -> bool:
    return _interaction(server, place, "search-type") and name in server.parameters(place)


def _operation(server: Capabilities, place: str, name: str) -> bool:
    holders = (server.rest, server.resource(place))
    declared = [o for holder in holders for o in _dicts(holder, "operation")]
    return any(str(o.get("name")).lstrip("$") == name for o in declared)


def _capability(server: Capabilities, place: str, name: str) -> bool:
    return server.value(place, name) not in _OFF


def _include(server: Capabilities, place: str, name: str) -> bool:
    return _is_listed(name, server.value(place, "searchInclude"))


def _reverse(server: Capabilities, place: str, name: str) -> bool:
    return _is_listed(name, server.value(place, "searchRevInclude"))


def _is_listed(name: str, listed: Any) -> bool:
    return any(way in _list(listed) for way in (name, name.replace(":", "."), "*"))


def _format(server: Capabilities, place: str, name: str) -> bool:
    """A word in the media types of `format` or `patchFormat`."""
    return any(name in str(form) for form in _list(server.statement.get(place)))


def _compartment(server: Capabilities, _place: str, name: str) -> bool:
    listed = _list(server.rest.get("compartment"))
    return any(str(url).lower().endswith(f"/{name}") for url in listed)


_SIGNS: dict[str, Callable[[Capabilities, str, str], bool]] = {
    ".": _interaction,
    "?": _parameter,
    "$": _operation,
    "!": _capability,
    "+": _include,
    "-": _reverse,
    "format!": _format,
    "patchFormat!": _format,
    "compartment!": _compartment,
}


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _dicts(holder: Json, name: str) -> list[Json]:
    """The objects of a list that may be missing or not be one."""
    return [x for x in _list(holder.get(name)) if isinstance(x, dict)]
