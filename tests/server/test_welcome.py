"""Beside the FHIR API: the page at `/`, the guide, health and metrics."""

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


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/guide/", "text/html"),
        ("/guide/zh/", "text/html"),
        ("/guide/en/StructureDefinition-fd-contract.html", "text/html"),
        ("/guide/guide.css", "text/css"),
    ],
)
def test_the_guide_is_served_as_safely_as_the_page(origin, path, kind):
    answer = httpx.get(origin + path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith(
        "default-src 'none'; style-src 'self'"
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert httpx.head(origin + path).content == b""


def test_the_guide_begins_behind_a_slash(origin):
    answer = httpx.get(f"{origin}/guide", follow_redirects=True)
    assert (answer.status_code, answer.url.path) == (200, "/guide/")


@pytest.mark.parametrize(
    "path", ["zh/none.html", "zh", "xx/index.html", "%2e%2e/console/guide.css"]
)
def test_what_the_guide_does_not_have_is_404(origin, path):
    answer = httpx.get(f"{origin}/guide/{path}")
    assert (answer.status_code, "begins at /guide/" in answer.text) == (404, True)


@pytest.mark.parametrize("path", ["/nothing", "/fhirx", "/fhirx/Patient"])
def test_elsewhere_is_404(origin, path):
    assert httpx.get(origin + path).status_code == 404
