"""The search parameters of the family doctor service, beside R4's: `service_parameters.json`.

What cannot be read from the resource itself is left out: a Patient does not say which household it
belongs to, the household (a Group) says so; `Patient?_has:Group:member:_id=...` finds its members.
"""

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from conformance.definitions import SearchParameter
from conformance.json import decode


class Own(NamedTuple):
    """A parameter, and whether it compares how values sound (`xpathUsage` phonetic)."""

    definition: SearchParameter
    phonetic: bool


@cache
def service_parameters() -> tuple[Own, ...]:
    """All of them, in the order of the file."""
    raw = files(__package__).joinpath("service_parameters.json").read_bytes()
    return tuple(_own(entry["resource"]) for entry in decode(raw)["entry"])


def _own(resource: dict[str, Any]) -> Own:
    definition = SearchParameter(
        url=resource["url"],
        code=resource["code"],
        type=resource["type"],
        base=tuple(resource["base"]),
        expression=resource["expression"],
        target=tuple(resource.get("target", ())),
        description=resource["description"],
    )
    return Own(definition, resource.get("xpathUsage") == "phonetic")
