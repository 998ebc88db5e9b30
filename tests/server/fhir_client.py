"""A client that distrusts every answer."""

import json

import httpx
from lxml import etree

REVEALING = ("Traceback", "pymongo", "WriteError", "E11000", 'File "/')


def keeps_promises(answer: httpx.Response) -> None:
    """Whatever was asked: no 5xx, and a refusal is an OperationOutcome in plain words."""
    assert answer.status_code < 500 or answer.status_code == 501, answer.read()
    if answer.status_code < 400 or answer.request.method == "HEAD":
        return
    text = answer.read().decode()
    assert not any(word in text for word in REVEALING), text
    if "xml" in answer.headers["content-type"]:
        said = [e.get("value", "") for e in etree.fromstring(text.encode()).iter("{*}diagnostics")]
    else:
        outcome = json.loads(text)
        assert outcome["resourceType"] == "OperationOutcome", outcome
        said = [issue["diagnostics"] for issue in outcome["issue"]]
    assert said, f"{answer.status_code} without a sentence"
    assert all(said), said


class Fhir(httpx.Client):
    """A client of one server; paths are relative to its base."""

    def __init__(self, base: str) -> None:
        super().__init__(
            base_url=f"{base}/",
            timeout=60,
            headers={"Accept": "application/fhir+json", "Content-Type": "application/fhir+json"},
            event_hooks={"response": [keeps_promises]},
        )
        self.base = base

    def create(self, resource, **headers) -> httpx.Response:
        """POST a resource to the endpoint of its type."""
        return self.post(resource["resourceType"], json=resource, headers=spelled(headers))

    def made(self, resource) -> dict:
        """A resource as the server stored it."""
        answer = self.create(resource)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def update(self, resource, **headers) -> httpx.Response:
        """PUT a resource to its id."""
        return self.put(address(resource), json=resource, headers=spelled(headers))

    def run(self, bundle, expect: int = 200, **headers) -> dict:
        """POST a batch or transaction; the answer's body, when the status is as expected."""
        answer = self.post("", json=bundle, headers=spelled(headers))
        assert answer.status_code == expect, answer.text
        return answer.json()

    def count(self, type_: str, **criteria: str) -> int:
        """How many resources of a type match."""
        found = self.get(type_, params={**criteria, "_summary": "count"})
        assert found.status_code == 200, found.text
        return found.json()["total"]


def spelled(headers: dict[str, str]) -> dict[str, str]:
    """Headers given as keywords: if_match is If-Match."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


def address(resource: dict) -> str:
    return f"{resource['resourceType']}/{resource['id']}"
