r"""Contained resources: chains see them, `_contained` finds them, plain searches do not.

A container has the entries of each resource in it under `#Patient\u0002name\u0001eve`, and where a
reference parameter points to that resource, under the parameter too:
`subject\u0001#Patient\u0002name\u0001eve`. So one criterion at the end of a chain, or a further
chain from the contained resource to a stored one, is answered by the container's own entries. What
must not be, or several things of one resource, they tell only where there is one such resource;
where there are several, which MANY marks, each is read and judged by itself. So it is where a
chain goes on from one contained resource to another beside it, as entries do not say which refers
to which. A reference of a contained resource to its container (`#`) is not followed.

Source: FHIR R4 search.html, 3.1.1.5.5 (contained resources).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

MARK = "#"
OF = "\x02"
MANY = "\x02"  # after a beginning: several resources of the type stand under it

Json = dict[str, Any]


def under(key: str, resource_type: str) -> str:
    """What the entries of contained resources of a type begin with."""
    return f"{key}{MARK}{resource_type}{OF}"


def held(resource: Json) -> dict[str, Json]:
    """The resources in a resource, by the reference that points to each."""
    return {
        MARK + c["id"]: c
        for c in resource.get("contained", ())
        if "id" in c and "resourceType" in c
    }


def contained_entries(
    resource: Json,
    references: Iterable[tuple[str, Any]],
    enter: Callable[[str, Json], list[str]],
) -> Iterator[str]:
    """The entries by what is contained: `references` are (parameter's key, value)."""
    inside = held(resource)
    entered = {name: enter(c["resourceType"], c) for name, c in inside.items()}
    pointed = [("", name) for name in inside]
    pointed += [(key, name) for key, value in references if (name := points_to(value)) in inside]
    found: set[str] = set()
    for key, name in dict.fromkeys(pointed):
        beginning = under(key, inside[name]["resourceType"])
        if beginning in found:
            yield beginning + MANY
        found.add(beginning)
        yield from (beginning + entry for entry in entered[name] or [""])


def points_to(value: Any) -> str:
    """What a Reference says, "" where it says nothing."""
    written = value.get("reference") if isinstance(value, dict) else None
    return written if isinstance(written, str) else ""
