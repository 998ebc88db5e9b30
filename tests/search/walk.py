"""A plain walk over JSON that others made, to say which resources a search means.

It knows nothing of search parameters, entries or filters: a case names properties.
"""

import bz2
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from conformance.json import decode

from .shelf import Shelf

Json = dict[str, Any]
World = dict[str, Json]
Meant = Callable[[Json], Any]

SHANGHAI = timezone(timedelta(hours=8))
BY_IDENTIFIER = frozenset({"Location", "Organization", "Practitioner"})


def at(node: Any, path: str) -> list[Any]:
    """The values at a path of JSON names, lists flattened."""
    found = [node]
    for step in path.split("."):
        values = [n[step] for n in found if isinstance(n, dict) and step in n]
        found = [v for value in values for v in (value if isinstance(value, list) else [value])]
    return found


def among(path: str, *wanted: Any) -> Meant:
    """Resources with one of some values."""
    return lambda r: set(at(r, path)) & set(wanted)


def has(path: str) -> Meant:
    return lambda r: at(r, path)


def starts(path: str, text: str) -> Meant:
    """Resources with a text that begins so, in any case."""
    return lambda r: any(v.lower().startswith(text) for v in at(r, path))


def contains(path: str, text: str) -> Meant:
    return lambda r: any(text in v.lower() for v in at(r, path))


def number(path: str, test: Callable[[Any], bool]) -> Meant:
    return lambda r: any(map(test, at(r, path)))


def all_of(*parts: Meant) -> Meant:
    return lambda r: all(part(r) for part in parts)


def any_of(*parts: Meant) -> Meant:
    return lambda r: any(part(r) for part in parts)


def none_of(part: Meant) -> Meant:
    return lambda r: not part(r)


def instant(text: str) -> datetime:
    """The first instant of a FHIR date or time; what has no zone is in Shanghai's."""
    found = datetime.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)


def within(path: str, low: str, high: str) -> Meant:
    """Resources with an instant in `[low, high)`."""
    return lambda r: any(instant(low) <= instant(v) < instant(high) for v in at(r, path))


async def answered(shelf: Shelf, search: str) -> set[str]:
    """The ids of all matches of `Type?query`."""
    type_, _, text = search.partition("?")
    return set(await shelf.ids(type_, text))


def meant(world: World, search: str, condition: Meant) -> set[str]:
    """The ids of the resources of the type that meet a condition."""
    type_ = search.partition("?")[0]
    return {r["id"] for r in world.values() if r["resourceType"] == type_ and condition(r)}


def bundles(files: Iterable[Path]) -> World:
    """The resources of Synthea's Bundles by `Type/id`, their links as a server resolves them."""
    read = (decode(bz2.decompress(file.read_bytes())) for file in files)
    entries = [entry for bundle in read for entry in bundle["entry"]]
    names: dict[str, str] = {}
    for entry in entries:
        resource = entry["resource"]
        name = f"{resource['resourceType']}/{resource['id']}"
        names[entry["fullUrl"]] = name
        if resource["resourceType"] in BY_IDENTIFIER:
            for own in resource["identifier"]:
                asked = f"{resource['resourceType']}?identifier={own['system']}|{own['value']}"
                names[asked] = name
    return {names[e["fullUrl"]]: _linked(e["resource"], names) for e in entries}


def _linked(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, list):
        return [_linked(item, names) for item in node]
    if isinstance(node, dict):
        return {
            key: names.get(value, value) if key == "reference" else _linked(value, names)
            for key, value in node.items()
        }
    return node
