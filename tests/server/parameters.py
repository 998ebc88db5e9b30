"""SearchParameters for the tests, and waiting until they can be searched by."""

import time
from typing import Any

import httpx

URL = "http://example.org/SearchParameter"
EXTENSION = "http://example.org/extension"
PATIENCE_SECONDS = 30.0


def search_parameter(code: str, type_: str, expression: str, *bases: str, **more: Any) -> dict:
    """An active SearchParameter, its id the code."""
    return {
        "resourceType": "SearchParameter",
        "id": code,
        "url": f"{URL}/{code}",
        "name": "Test",
        "status": "active",
        "description": "For a test.",
        "code": code,
        "base": list(bases or ("Patient",)),
        "type": type_,
        "expression": expression,
        **more,
    }


def extended(code: str) -> str:
    """What reads the extension that `having` makes."""
    return f"Patient.extension('{EXTENSION}/{code}').value"


def having(code: str, **value: Any) -> dict:
    """An extension: `having("nick", valueString="Bo")`."""
    return {"extension": [{"url": f"{EXTENSION}/{code}", **value}]}


def component(code: str, expression: str) -> dict:
    """A part of a composite."""
    return {"definition": f"{URL}/{code}", "expression": expression}


def opened(fhir, search: str) -> dict:
    """The Bundle of a search once what it needs is indexed; until then it must be refused."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (answer := httpx.get(f"{fhir.base}/{search}", timeout=30)).status_code == 503:
        (issue,) = answer.json()["issue"]
        assert (issue["code"], "Retry-After" in answer.headers) == ("transient", True)
        assert "is being indexed" in issue["diagnostics"], issue
        assert time.monotonic() < deadline, issue
        time.sleep(0.05)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(bundle: dict) -> list[str]:
    """The ids of the matches, in order."""
    return [e["resource"]["id"] for e in bundle.get("entry", ()) if e["search"]["mode"] == "match"]


def status(fhir) -> dict:
    """What $index-status answers, by name; types and unused ones as lists."""
    found: dict = {"type": [], "unused": []}
    for parameter in fhir.get("$index-status").json()["parameter"]:
        if "part" in parameter:
            found[parameter["name"]].append(plain(parameter["part"]))
        else:
            found |= plain([parameter])
    return found


def plain(parameters: list) -> dict:
    return {p["name"]: v for p in parameters for k, v in p.items() if k.startswith("value")}


def settled(fhir) -> dict:
    """The status once nothing is left to index."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := status(fhir))["complete"]:
        assert time.monotonic() < deadline, found
        time.sleep(0.05)
    return found
