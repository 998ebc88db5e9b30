"""Small resources, Bundles and patches, plainly fictitious, for the behaviour tests."""

import uuid
from base64 import b64encode

SYSTEM = "http://example.org/ids"
R4_DEFINES = "http://hl7.org/fhir/StructureDefinition"


def unique() -> str:
    """A value no other test uses."""
    return uuid.uuid4().hex


def patient(**more) -> dict:
    """A resident, `王芳`."""
    return {"resourceType": "Patient", "name": [{"family": "王", "given": ["芳"]}], **more}


def identified(value: str, **more) -> dict:
    """A resident with an identifier of the tests' system."""
    return patient(identifier=[{"system": SYSTEM, "value": value}], **more)


def criteria(value: str) -> str:
    """What finds `identified(value)`."""
    return f"identifier={SYSTEM}|{value}"


def observation(**more) -> dict:
    """A body weight."""
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"text": "body weight"},
        **more,
    }


def weight(value) -> dict:
    """An Observation of so many kilograms."""
    return observation(valueQuantity={"value": value, "unit": "kg"})


def basic(**more) -> dict:
    """The resource that holds anything."""
    return {"resourceType": "Basic", "code": {"text": "anything"}, **more}


def extension(**value) -> dict:
    """`extension(valueUri="…")` as the one extension of an element."""
    return {"extension": [{"url": "http://example.org/extension", **value}]}


def profile(url: str | None = None, *elements: dict, **more) -> dict:
    """A StructureDefinition of Patients that have a gender, or of what the elements say."""
    id_ = unique()
    gender = {"id": "Patient.gender", "path": "Patient.gender", "min": 1}
    return {
        "resourceType": "StructureDefinition",
        "id": id_,
        "url": url or f"http://example.org/StructureDefinition/{id_}",
        "name": "Profile",
        "status": "active",
        "fhirVersion": "4.0.1",
        "kind": "resource",
        "abstract": False,
        "type": "Patient",
        "baseDefinition": f"{R4_DEFINES}/Patient",
        "derivation": "constraint",
        "differential": {"element": list(elements) or [gender]},
        **more,
    }


def element(path: str, **more) -> dict:
    """What a profile says of an element."""
    return {"id": path, "path": path, **more}


def bundle(kind: str, *entries: dict) -> dict:
    """A Bundle of some type."""
    return {"resourceType": "Bundle", "type": kind, **({"entry": list(entries)} if entries else {})}


def transaction(*entries: dict) -> dict:
    """A Bundle of type transaction."""
    return bundle("transaction", *entries)


def batch(*entries: dict) -> dict:
    """A Bundle of type batch."""
    return bundle("batch", *entries)


def entry(method: str, url: str, resource=None, full_url=None, **request) -> dict:
    """One entry; `request` holds ifMatch, ifNoneExist and the like."""
    made: dict = {"request": {"method": method, "url": url, **request}}
    if resource is not None:
        made["resource"] = resource
    if full_url is not None:
        made["fullUrl"] = full_url
    return made


def urn() -> str:
    """A new urn:uuid."""
    return f"urn:uuid:{uuid.uuid4()}"


def json_patch_binary(text: str) -> dict:
    """A JSON Patch as an entry carries it (http.html 3.1.0.11.4)."""
    return {
        "resourceType": "Binary",
        "contentType": "application/json-patch+json",
        "data": b64encode(text.encode()).decode(),
    }


def fhirpath_patch(*operations: dict) -> dict:
    """A FHIRPath Patch (fhirpatch.html)."""
    return {
        "resourceType": "Parameters",
        "parameter": [{"name": "operation", "part": _parts(o)} for o in operations],
    }


def _parts(operation: dict) -> list[dict]:
    kinds = {"type": "valueCode", "index": "valueInteger", "path": "valueString"}
    return [
        {"name": name, **value}
        if isinstance(value, dict)
        else {"name": name, kinds.get(name, "valueString"): value}
        for name, value in operation.items()
    ]


def statuses(response: dict) -> list[int]:
    """The status of every entry of a response Bundle."""
    return [int(e["response"]["status"][:3]) for e in response["entry"]]


def sentences(answer) -> str:
    """All diagnostics of an OperationOutcome."""
    return " | ".join(i["diagnostics"] for i in answer.json()["issue"])


def expressions(answer) -> list[str]:
    """All expressions of an OperationOutcome."""
    return [e for i in answer.json()["issue"] for e in i.get("expression", [])]
