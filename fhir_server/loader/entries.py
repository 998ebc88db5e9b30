"""From the entries of a Bundle to requests that can be repeated.

| Bundle type | what is loaded |
|---|---|
| transaction | its requests, whole or not at all |
| batch | its requests, each for itself |
| collection | every resource |
| searchset | every resource but the OperationOutcomes about the search |
| history | the newest version of each resource; a deletion where that is the newest |
| document, message | the Bundle itself, as one resource: signed and read as a whole |

A resource is put at its own id. Without one it gets the UUID of its `urn:uuid:` fullUrl, or an id
made from its content. Conditional creates, deletes, reads and operations are sent as they are.

Source: FHIR R4 bundle.html, sections 2.36.2 and 2.36.4; http.html, section 3.1.0.11.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from conformance import json
from fhir_server.references import rewrite

Json = dict[str, Any]

NO_RESOURCE = "no FHIR resource: it has no resourceType"

_URN_UUID = re.compile(r"urn:uuid:([0-9A-Fa-f-]{36})")
_LOCAL = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}")


class Unloadable(ValueError):
    """Nothing that can be sent; the message says why."""


def is_split(resource: Json) -> bool:
    """Whether a resource is a Bundle of things to load, rather than a thing itself."""
    whole = resource.get("type") in ("document", "message")
    return resource.get("resourceType") == "Bundle" and not whole


def requests_of(bundle: Json) -> list[Json]:
    """The entries of a Bundle, each with the request that loads it; references follow the ids.

    Entries that make no sense stay as they are, to be refused one by one.
    Raises Unloadable when the Bundle as a whole makes none.
    """
    pick = _PICKS.get(str(bundle.get("type")))
    if pick is None:
        raise Unloadable(f"a Bundle of type {bundle.get('type')!r} cannot be loaded")
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise Unloadable("Bundle.entry is not a list of objects")
    return _settled(pick(entries))


def request_of(resource: Json) -> Json:
    """The entry that loads one resource."""
    return _settled([{"resource": resource}])[0]


def fault_of(entry: Json) -> str | None:
    """Why an entry cannot be sent, if so."""
    if "request" in entry:
        return None
    return NO_RESOURCE


def _settled(entries: list[Json]) -> list[Json]:
    homes: dict[str, str] = {}
    taken: set[str] = set()
    for entry in entries:
        home = _home(entry, taken)
        if home and isinstance(entry.get("fullUrl"), str):
            homes[entry["fullUrl"]] = home
    if homes:
        for entry in entries:
            resource, full_url = _part(entry, "resource"), entry.get("fullUrl")
            known = full_url if isinstance(full_url, str) else None
            rewrite(resource, str(resource.get("resourceType")), homes, known)
    return entries


def _home(entry: Json, taken: set[str]) -> str | None:
    """Where the resource of an entry will be (`Patient/1`), the entry's request made a PUT to it.

    None where only the server knows.
    """
    resource, request = _part(entry, "resource"), _part(entry, "request")
    name = resource.get("resourceType")
    if not isinstance(name, str):
        return None
    if "request" not in entry or _is_plain_create(request, name):
        resource.setdefault("id", _new_id(resource, entry.get("fullUrl"), taken))
        home = f"{name}/{resource['id']}"
        entry["request"] = {"method": "PUT", "url": home}
    elif request.get("method") == "PUT":
        home = str(request.get("url"))
        if not _LOCAL.fullmatch(home):
            return None
    else:
        return None
    taken.add(home)
    return home


def _is_plain_create(request: Json, name: str) -> bool:
    return (
        request.get("method") == "POST"
        and request.get("url") == name
        and "ifNoneExist" not in request
    )


def _new_id(resource: Json, full_url: Any, taken: set[str]) -> str:
    if isinstance(full_url, str) and (found := _URN_UUID.fullmatch(full_url)):
        return found[1]
    content = json.encode(resource)
    new = sha256(content).hexdigest()[:32]
    while f"{resource['resourceType']}/{new}" in taken:  # its like stands in the same Bundle
        new = sha256(new.encode() + content).hexdigest()[:32]
    return new


def _as_they_are(entries: list[Json]) -> list[Json]:
    return entries


def _part(entry: Json, key: str) -> Json:
    """An object inside an entry; empty if there is none."""
    part = entry.get(key)
    return part if isinstance(part, dict) else {}


def _bare(entry: Json) -> Json:
    return {key: entry[key] for key in ("fullUrl", "resource") if key in entry}


def _resources(entries: list[Json]) -> list[Json]:
    return [_bare(e) for e in entries]


def _matches(entries: list[Json]) -> list[Json]:
    return [_bare(e) for e in entries if _part(e, "search").get("mode") != "outcome"]


def _newest(entries: list[Json]) -> list[Json]:
    """The first entry of each resource: a history lists newer versions before older ones."""
    newest: dict[str, Json] = {}
    for position, entry in enumerate(entries):
        resource, request = _part(entry, "resource"), _part(entry, "request")
        if resource.get("id"):
            key, kept = f"{resource.get('resourceType')}/{resource['id']}", _bare(entry)
        elif request.get("method") == "DELETE":
            key = str(request.get("url")).partition("/_history")[0]
            kept = {"request": {"method": "DELETE", "url": key}}
        else:
            key, kept = str(position), _bare(entry)
        newest.setdefault(key, kept)
    return list(newest.values())


_PICKS: dict[str, Callable[[list[Json]], list[Json]]] = {
    "transaction": _as_they_are,
    "batch": _as_they_are,
    "collection": _resources,
    "searchset": _matches,
    "history": _newest,
}
