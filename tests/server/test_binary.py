"""Binary: raw content beside the resource form (binary.html, http.html 3.1.0.15)."""

import json
from base64 import b64decode, b64encode

import pytest
from build import basic, unique

FHIR_JSON = "application/fhir+json"
PDF = b"%PDF-1.4\n\x00\xff\xfe content"
ANY = {"Accept": "*/*"}


def raw(fhir, content=PDF, kind="application/pdf", **headers):
    return fhir.post("Binary", content=content, headers={"Content-Type": kind, **headers})


@pytest.fixture(scope="module")
def made(fhir):
    answer = raw(fhir)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"].split("/")[-3]


@pytest.mark.parametrize("accept", ["*/*", "application/pdf", "image/png, */*;q=0.1"])
def test_raw_in_raw_out(fhir, made, accept):
    answer = fhir.get(f"Binary/{made}", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.content == PDF
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["etag"] == 'W/"1"'
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_raw_in_resource_out(fhir, made):
    answer = fhir.get(f"Binary/{made}", headers={"Accept": FHIR_JSON})
    resource = answer.json()
    assert resource["resourceType"] == "Binary"
    assert resource["contentType"] == "application/pdf"
    assert b64decode(resource["data"]) == PDF
    xml = fhir.get(f"Binary/{made}", headers={"Accept": "application/fhir+xml"})
    assert "<Binary" in xml.text
    assert fhir.get(f"Binary/{made}?_format=json", headers=ANY).json() == resource


def test_resource_in_raw_out(fhir):
    sent = {
        "resourceType": "Binary",
        "contentType": "text/plain; charset=utf-8",
        "data": b64encode("王芳".encode()).decode(),
    }
    made = fhir.made(sent)
    answer = fhir.get(f"Binary/{made['id']}", headers=ANY)
    assert answer.content.decode() == "王芳"
    assert answer.headers["content-type"].replace(" ", "") == "text/plain;charset=utf-8"


def test_raw_update_and_versions(fhir):
    id_ = unique()
    kind = {"Content-Type": "text/csv"}
    first = fhir.put(f"Binary/{id_}", content=b"a,b", headers=kind)
    second = fhir.put(f"Binary/{id_}", content=b"c,d", headers=kind)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.headers["etag"] == 'W/"2"'
    assert fhir.get(f"Binary/{id_}", headers=ANY).content == b"c,d"
    assert fhir.get(f"Binary/{id_}/_history/1", headers=ANY).content == b"a,b"
    stale = fhir.put(f"Binary/{id_}", content=b"x", headers={**kind, "If-Match": 'W/"1"'})
    assert stale.status_code == 412


def test_unmodified_content_is_not_sent_again(fhir, made):
    answer = fhir.get(f"Binary/{made}", headers={**ANY, "If-None-Match": 'W/"1"'})
    assert (answer.status_code, answer.content) == (304, b"")


def test_security_context(fhir):
    answer = raw(fhir, **{"X-Security-Context": "Patient/1"})
    path = "/".join(answer.headers["location"].split("/")[-4:-2])
    resource = fhir.get(path, headers={"Accept": FHIR_JSON}).json()
    assert resource["securityContext"] == {"reference": "Patient/1"}
    again = fhir.get(path, headers=ANY)
    assert again.headers.get("x-security-context") in (None, "Patient/1")


def test_head_of_content(fhir, made):
    answer = fhir.head(f"Binary/{made}", headers=ANY)
    assert answer.content == b""
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-length"] == str(len(PDF))


@pytest.mark.parametrize("kind", ["application/json", "application/xml", "text/html"])
def test_content_that_looks_like_ours_stays_content(fhir, kind):
    """Only the FHIR media types mean the resource form."""
    content = b'{"a": 1.50}'
    answer = raw(fhir, content, kind)
    assert answer.status_code == 201, answer.text
    path = "/".join(answer.headers["location"].split("/")[-4:-2])
    stored = fhir.get(path, headers={"Accept": FHIR_JSON}).json()
    assert stored["contentType"] == kind
    assert b64decode(stored["data"]) == content


def test_another_resource_is_content(fhir):
    """All but a Binary is taken as it is, whatever the content type says (binary.html)."""
    content = json.dumps(basic()).encode()
    made = fhir.post("Binary", content=content)
    assert made.status_code == 201
    assert fhir.get(f"Binary/{made.json()['id']}", headers={"accept": "*/*"}).content == content


def test_a_resource_form_is_checked_like_any_resource(fhir):
    assert fhir.create({"resourceType": "Binary"}).status_code == 400
    bad = {"resourceType": "Binary", "contentType": "text/plain", "data": "%%%"}
    assert fhir.create(bad).status_code == 400


def test_large_content(fhir):
    content = bytes(range(256)) * (10 * 4096)
    answer = raw(fhir, content, "application/octet-stream", Prefer="return=minimal")
    assert answer.status_code == 201
    path = "/".join(answer.headers["location"].split("/")[-4:-2])
    assert fhir.get(path, headers=ANY).content == content


def test_content_over_the_limit_is_413_and_both_sizes_are_said(fhir):
    answer = raw(fhir, bytes(11 * 1024 * 1024 + 1), "application/octet-stream")
    assert answer.status_code == 413
    said = answer.json()["issue"][0]["diagnostics"]
    assert "11,534,337" in said
    assert "11,534,336" in said


def test_a_resource_over_the_limit_is_413(fhir):
    piece = {"url": "http://example.org/e", "valueString": "x" * 1_000_000}
    answer = fhir.create(basic(extension=[piece] * 16))
    assert answer.status_code == 413


def test_deleted_content_is_410(fhir):
    path = "/".join(raw(fhir).headers["location"].split("/")[-4:-2])
    fhir.delete(path)
    assert fhir.get(path, headers={"Accept": FHIR_JSON}).status_code == 410
    assert fhir.get(path, headers=ANY).status_code == 410
