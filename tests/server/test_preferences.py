"""Prefer, CORS, OPTIONS and request ids (http.html 3.1.0.1.7, 3.1.0.1.8; RFC 7240; Fetch)."""

import pytest
from build import patient, unique

APP = "http://localhost:3000"


@pytest.mark.parametrize("method", ["POST", "PUT"])
@pytest.mark.parametrize(
    ("returns", "expected"),
    [
        (None, "Patient"),
        ("minimal", None),
        ("representation", "Patient"),
        ("OperationOutcome", "OperationOutcome"),
        ("colour", "Patient"),
        ('"minimal"', None),
    ],
)
def test_what_a_write_returns(fhir, method, returns, expected):
    id_ = unique()
    path = "Patient" if method == "POST" else f"Patient/{id_}"
    headers = {"Prefer": f"return={returns}"} if returns else {}
    answer = fhir.request(method, path, json=patient(id=id_), headers=headers)
    assert answer.status_code == 201
    assert answer.headers["etag"] == 'W/"1"'
    assert answer.headers["location"]
    if expected:
        assert answer.json()["resourceType"] == expected
    else:
        assert answer.content == b""


def test_several_preferences(fhir):
    headers = {"Prefer": "handling=lenient, return=minimal"}
    assert fhir.post("Patient", json=patient(), headers=headers).content == b""


def test_unknown_parameters_are_refused_unless_handling_is_lenient(fhir):
    made = fhir.made(patient())
    query = f"Patient?_id={made['id']}&colour=red"
    assert fhir.get(query).status_code == 400
    assert fhir.get(query, headers={"Prefer": "handling=strict"}).status_code == 400
    lenient = fhir.get(query, headers={"Prefer": "handling=lenient"})
    assert lenient.status_code == 200
    found = lenient.json()
    used = next(k["url"] for k in found["link"] if k["relation"] == "self")
    assert "colour" not in used
    modes = {e["search"]["mode"] for e in found["entry"]}
    assert modes == {"match", "outcome"}


@pytest.mark.parametrize(
    "origin", [APP, "http://127.0.0.1:5173", "https://localhost", "http://localhost:8000"]
)
def test_applications_on_this_machine_may_call(fhir, origin):
    answer = fhir.get("metadata", headers={"Origin": origin})
    assert answer.headers["access-control-allow-origin"] in (origin, "*")
    exposed = {
        e.strip().lower() for e in answer.headers["access-control-expose-headers"].split(",")
    }
    assert exposed >= {"etag", "location", "content-location", "last-modified"}


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://localhost.evil.example", "null", "http://localhost@e"],
)
def test_others_may_not(fhir, origin):
    answer = fhir.get("metadata", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers


def test_errors_can_be_read_by_applications_too(fhir):
    answer = fhir.get("Patient/never-was", headers={"Origin": APP})
    assert answer.headers["access-control-allow-origin"] in (APP, "*")


def test_answers_differ_by_origin(fhir):
    assert "origin" in fhir.get("metadata", headers={"Origin": APP}).headers["vary"].lower()


@pytest.mark.parametrize("path", ["", "Patient", "Patient/1", "Patient/1/_history", "metadata"])
def test_a_preflight_is_answered(fhir, path):
    asked = {
        "Origin": APP,
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "content-type, if-match, prefer",
    }
    answer = fhir.options(path, headers=asked)
    assert answer.status_code in (200, 204)
    assert answer.headers["access-control-allow-origin"] in (APP, "*")
    methods = answer.headers["access-control-allow-methods"]
    assert all(m in methods for m in ("GET", "POST", "PUT", "PATCH", "DELETE"))
    allowed = answer.headers["access-control-allow-headers"].lower()
    for name in ("content-type", "if-match", "if-none-exist", "if-none-match", "prefer"):
        assert name in allowed


def test_options_without_origin(fhir):
    answer = fhir.options("Patient/1")
    assert answer.status_code in (200, 204)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["metadata", "Patient/never-was"])
def test_a_request_id_is_echoed(fhir, path):
    assert fhir.get(path, headers={"X-Request-Id": "abc-1"}).headers["x-request-id"] == "abc-1"


def test_a_request_without_an_id_gets_one(fhir):
    ids = {fhir.get("metadata").headers["x-request-id"] for _ in range(3)}
    assert len(ids) == 3


@pytest.mark.parametrize("bad", ["x" * 200, "a b", "<script>", "王".encode()])
def test_a_request_id_that_could_do_harm_is_replaced(fhir, bad):
    echoed = fhir.get("metadata", headers={b"X-Request-Id": bad}).headers["x-request-id"]
    assert echoed not in (bad, bad if isinstance(bad, str) else bad.decode())
    assert echoed.isascii()


def test_a_method_at_the_wrong_place_is_405_and_says_what_is_possible(fhir):
    answer = fhir.post("Patient/1", json=patient())
    assert answer.status_code == 405
    allowed = {m.strip() for m in answer.headers["allow"].split(",")}
    assert allowed >= {"GET", "HEAD", "PUT", "PATCH", "DELETE"}
    assert "POST" not in allowed


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "LOCK"])
def test_other_methods_are_refused(fhir, method):
    assert fhir.request(method, "Patient/1").status_code in (400, 405, 501)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_parameters_without_meaning_are_refused(fhir, method):
    made = fhir.made(patient())
    answer = fhir.request(method, f"Patient/{made['id']}?foo=bar", json=made)
    assert answer.status_code == 400
    assert "foo" in answer.json()["issue"][0]["diagnostics"]
    assert fhir.get(f"Patient/{made['id']}").json()["meta"]["versionId"] == "1"


def test_pages_from_elsewhere_may_not_write(fhir):
    """A browser sends such a request without asking first."""
    headers = {"Origin": "https://elsewhere.example.org", "Content-Type": "text/plain"}
    before = fhir.count("Patient")
    answer = fhir.post("Patient", json=patient(), headers=headers)
    assert answer.status_code == 403
    assert fhir.count("Patient") == before
    assert fhir.post("Patient", json=patient(), headers={"Origin": APP}).status_code == 201


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_write_shows_the_part_asked_for(fhir, method):
    id_ = unique()
    body = patient(id=id_, gender="female")
    if method == "PATCH":
        fhir.update(body)
        body = [{"op": "add", "path": "/active", "value": True}]
    path = "Patient" if method == "POST" else f"Patient/{id_}"
    kind = "application/json-patch+json" if method == "PATCH" else "application/fhir+json"

    def send(query):
        return fhir.request(method, f"{path}?{query}", json=body, headers={"Content-Type": kind})

    shown = send("_elements=gender").json()
    assert shown["gender"] == "female"
    assert "name" not in shown
    stored = fhir.get(f"Patient/{shown['id']}").json()
    assert stored["name"]
    assert "tag" not in stored["meta"]
    for bad in ("_elements=colour", "_summary=colour"):
        assert send(bad).status_code == 400, "before anything is written"
    assert fhir.get(f"Patient/{shown['id']}").json() == stored


def test_a_correlation_id_is_echoed(fhir):
    answer = fhir.get("metadata?_elements=status", headers={"X-Correlation-Id": "a b/7"})
    assert answer.headers["x-correlation-id"] == "a b/7"
