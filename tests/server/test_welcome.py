"""Beside the FHIR API: the page at `/`, health and metrics."""

import httpx
import pytest
from build import patient


@pytest.fixture(scope="module")
def origin(server):
    return server.removesuffix("/fhir")


def test_a_browser_is_welcomed_by_a_page(fhir, origin):
    fhir.made(patient())
    page = httpx.get(f"{origin}/", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    for text in (fhir.base, "/metadata", "Patient"):
        assert text in page.text
    assert "script-src" in page.headers["content-security-policy"] or (
        "default-src" in page.headers["content-security-policy"]
    )


def test_health(origin):
    answer = httpx.get(f"{origin}/health")
    assert answer.status_code == 200


def test_metrics_tell_requests_by_interaction_and_hold_no_ids(fhir, origin):
    made = fhir.made(patient())
    fhir.get(f"Patient/{made['id']}")
    answer = httpx.get(f"{origin}/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert made["id"] not in answer.text
    assert 'status="200"' in answer.text


@pytest.mark.parametrize("path", ["/nothing", "/fhirx", "/fhirx/Patient"])
def test_elsewhere_is_404(origin, path):
    assert httpx.get(origin + path).status_code == 404
