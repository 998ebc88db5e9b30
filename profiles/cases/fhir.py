"""How the resources of a case are written: profiles claimed, codes with their published names."""

from functools import cache
from typing import Any

import profiles

Json = dict[str, Any]

HOME = f"{profiles.CANONICAL}/demo"
TEST_DATA = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}


def resource(type_name: str, id_: str, profile: str | None = None, /, **elements: Any) -> Json:
    """A resource in Chinese, marked as test data, without the elements that are None or empty.

    `profile` is the id of one of ours, such as `fd-contract`; a trailing `_` makes a name of an
    element that Python keeps for itself.
    """
    claimed = {"profile": [f"{profiles.CANONICAL}/StructureDefinition/{profile}"]}
    meta = {**(claimed if profile else {}), "security": [TEST_DATA]}
    given = {name.rstrip("_"): value for name, value in elements.items()}
    kept = {name: value for name, value in given.items() if value not in (None, [], {})}
    return {"resourceType": type_name, "id": id_, "meta": meta, "language": "zh-CN", **kept}


def ref(target: Json, display: str | None = None) -> Json:
    """A reference to a resource of the case, with its name."""
    local = f"{target['resourceType']}/{target['id']}"
    shown = display or named(target)
    return {"reference": local, "display": shown} if shown else {"reference": local}


def named(target: Json) -> str:
    """The name or title of a resource; empty where it has none."""
    name = target.get("name", "")
    if isinstance(name, list):
        name = name[0]["text"]
    return str(target.get("title") or name or target.get("code", {}).get("text", ""))


def coding(system: str, code: str) -> Json:
    """A code of a published code system: its id if it is one of the project's own, else its URL."""
    url = system if ":" in system else f"{profiles.CANONICAL}/CodeSystem/{system}"
    return {"system": url, "code": code, "display": _displays(url)[code]}


def foreign(system: str, code: str, display: str) -> Json:
    """A concept of a code system of HL7."""
    url = f"http://terminology.hl7.org/CodeSystem/{system}"
    return {"coding": [{"system": url, "code": code, "display": display}]}


def concept(system: str, code: str, text: str | None = None) -> Json:
    """A concept with one code of a published code system."""
    found: Json = {"coding": [coding(system, code)]}
    return found | {"text": text} if text else found


def extension(name: str, *parts: Json, **value: Any) -> Json:
    """One of the project's extensions, with a value or with parts."""
    return part(f"{profiles.CANONICAL}/StructureDefinition/{name}", *parts, **value)


def part(url: str, *parts: Json, **value: Any) -> Json:
    """An extension inside another, by its name there."""
    return {"url": url, **({"extension": list(parts)} if parts else value)}


def group(code: str) -> Json:
    """A key population group, as residents and contracts carry it."""
    return extension("key-population", valueCodeableConcept=concept("key-population-group", code))


def number(kind: str, value: str) -> Json:
    """An identifier in a numbering of the case's own."""
    return {"system": f"{HOME}/{kind}", "value": value}


def transaction(resources: list[Json]) -> Json:
    """A transaction that puts each resource under its id: loading it again renews the same."""
    return {
        "resourceType": "Bundle",
        "type": "transaction",
        "entry": [_entry(each) for each in resources],
    }


def _entry(each: Json) -> Json:
    local = f"{each['resourceType']}/{each['id']}"
    request = {"method": "PUT", "url": local}
    return {"fullUrl": f"{HOME}/{local}", "resource": each, "request": request}


@cache
def _displays(url: str) -> dict[str, str]:
    """The names of the codes of a code system, at any depth."""
    found: dict[str, str] = {}
    waiting = list(profiles.load(url)["concept"])
    while waiting:
        each = waiting.pop()
        found[each["code"]] = each["display"]
        waiting += each.get("concept", [])
    return found
