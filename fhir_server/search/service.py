"""The search parameters of the family doctor service, beside R4's: those that its profiles publish.

What cannot be read from the resource itself is left out: a Patient does not say which household it
belongs to, the household (a Group) says so; `Patient?_has:Group:member:_id=...` finds its members.
"""

from functools import cache
from typing import Any, NamedTuple

import profiles
from conformance.definitions import SearchParameter


class Own(NamedTuple):
    """A parameter, and whether it compares how values sound (`xpathUsage` phonetic)."""

    definition: SearchParameter
    phonetic: bool


@cache
def service_parameters() -> tuple[Own, ...]:
    """All of them, in the order of their URLs."""
    return tuple(_own(profiles.load(entry.url)) for entry in profiles.entries("SearchParameter"))


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
