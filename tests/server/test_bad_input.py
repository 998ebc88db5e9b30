"""Hostile and broken input: the right 4xx, a plain sentence, nothing stored (http.html 3.1.0.1.10).

The client of these tests fails on any 5xx and on any refusal without an OperationOutcome.
"""

import gzip
import json
import socket
from urllib.parse import urlsplit

import pytest
from build import batch, entry, patient, unique


@pytest.fixture(autouse=True)
def nothing_is_stored(fhir):
    before = fhir.get("Patient/_history", params={"_count": 0}).json()["total"]
    yield
    after = fhir.get("Patient/_history", params={"_count": 0}).json()["total"]
    assert after == before


def post(fhir, body, path="Patient"):
    content = body if isinstance(body, bytes) else body.encode()
    return fhir.post(path, content=content)


def with_name(text):
    """A Patient whose name is this JSON."""
    return '{"resourceType":"Patient","name":[{"text":' + text + "}]}"


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ('{\n "resourceType": "Patient",\n "active": tru\n}', 3, 12),
        ('{"resourceType": "Patient",}', 1, 28),
        ('{"resourceType": "Patient"', 1, None),
        ("{'resourceType': 'Patient'}", 1, 2),
        ('{\n"resourceType": "Patient",\n"active": true,\n"active": false}', 4, None),
        ('{"resourceType": "Patient", "active": NaN}', 1, 39),
        ('{"resourceType":"Observation",\n"valueQuantity":{"value":-Infinity}}', 2, None),
        ('{"resourceType": "Patient"} x', 1, None),
        ('{"resourceType": "Patient", "name": [{"text": "a\nb"}]}', None, None),
        ('{"resourceType": "Patient", "name": [{"text": "\\x"}]}', 1, None),
        ('{"resourceType": "Patient", "multipleBirthInteger": 01}', 1, None),
        ('{"resourceType": "Patient", "multipleBirthInteger": +1}', 1, None),
        ('{"resourceType": "Patient", /* c */ "active": true}', 1, None),
    ],
)
def test_malformed_json_is_400_with_its_place(fhir, body, line, column):
    answer = post(fhir, body, "Observation" if "Observation" in body else "Patient")
    assert answer.status_code == 400
    said = answer.json()["issue"][0]["diagnostics"]
    if line:
        assert f"line {line}" in said
    if column:
        assert f"column {column}" in said


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n",
        b"null",
        b"[]",
        b"5",
        b'"Patient"',
        b"[" * 1000,
        b'{"a":' * 100_000,
        b'{"resourceType":"Patient","name":[{"text":"\xff\xfe"}]}',
        '{"resourceType":"Patient","name":[{"text":"王"}]}'.encode("utf-16"),
        '{"resourceType":"Patient","name":[{"text":"王"}]}'.encode("gb18030"),
        b"{}",
        b'{"resourceType":5}',
        b'{"resourceType":null}',
        b'{"resourceType":["Patient"]}',
        b'{"resourceType":"Patient","id":{}}',
        b'{"resourceType":"Patient","meta":[]}',
        b'{"resourceType":"Patient","meta":"x"}',
        b'{"resourceType":"Patient","name":[[]]}',
        b'{"resourceType":"Patient","name":[null]}',
        b'{"resourceType":"Patient","active":{}}',
        b'{"resourceType":"Patient","_active":true}',
        b'{"resourceType":"Patient","contained":[{}]}',
        b'{"resourceType":"Patient","contained":[{"resourceType":"Patiant","id":"a"}]}',
        b'{"resourceType":"Patient","multipleBirthInteger":99999999999999999999}',
        b'{"resourceType":"Patient","multipleBirthInteger":1e2}',
    ],
)
def test_what_is_no_resource_is_400(fhir, body):
    assert post(fhir, body).status_code == 400


@pytest.mark.parametrize(
    "text",
    ['"\\ud800"', '"\\udc00\\ud800"', '"a\\u0000b"', '"\\u0000"', '""', "5", "null"],
)
def test_text_that_is_none(fhir, text):
    assert post(fhir, with_name(text)).status_code == 400


@pytest.mark.parametrize("depth", [101, 5000])
def test_depth_is_bounded(fhir, depth):
    nested = '{"url":"http://a.example","extension":[' * depth + "{}" + "]}" * depth
    assert post(fhir, '{"resourceType":"Patient","extension":[' + nested + "]}").status_code == 400


@pytest.mark.parametrize(
    "key",
    [
        "$where",
        "$set",
        "__proto__",
        "constructor",
        "name.family",
        "",
        " ",
        "a\\u0000",
        "_id",
        "idx",
        "ACTIVE",
        "王",
        "@type",
        "fhir_comments",
    ],
)
def test_keys_that_mean_something_elsewhere_are_unknown_here(fhir, key):
    body = '{"resourceType":"Patient","%s":{"a":1}}' % key  # noqa: UP031
    assert post(fhir, body).status_code == 400
    assert post(fhir, with_name('"x"').replace('"text"', f'"{key}"')).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "Patient/a%2fb",
        "Patient/a%00b",
        "Patient/%ff",
        "Patient/a b",
        "Patient/" + "x" * 65,
        "Patient/" + "x" * 5000,
        "Patient/$where",
        "Patient/__proto__/_history",
        "Patient/a/_history/1/2",
        "Patient/a/b/c/d",
        "Patient//a",
        "//etc/passwd",
        "Patient/<script>alert(1)</script>",
        "Patient/a;drop",
        "system.users/1",
        "feed/1",
        "locks",
        "Patient_history/1",
        "Patient/{$gt:''}",
        "_history/_history",
        "_search",
        "$",
        "Patient/$",
        "Patient/a_b",
        "Patient/王",
    ],
)
def test_paths_that_lead_nowhere(fhir, path):
    url = f"{fhir.base}/{path}"
    for method in ("GET", "DELETE", "PUT"):
        answer = fhir.request(method, url, json=patient(id="a") if method == "PUT" else None)
        assert 400 <= answer.status_code < 500 or (method, answer.status_code) == ("DELETE", 204)
        if answer.status_code >= 400 and "json" in answer.headers["content-type"]:
            assert "<script>" not in answer.headers["content-type"]


@pytest.mark.parametrize(
    "query",
    [
        "identifier[$ne]=x",
        "_id[$gt]=",
        "$where=1",
        "_id=%ff",
        "name:exact:exact=x",
        "=x",
        "_count=-1",
        "_count=1.5",
        "_lastUpdated=13",
        "birthdate=2020-02-30",
        "birthdate=gt",
        "_cursor=x",
        "_format=xyz",
        "_summary=x",
        "_elements=colour",
    ],
)
def test_queries_that_make_no_sense(fhir, query):
    assert fhir.get(f"{fhir.base}/Patient?{query}").status_code in (400, 406)


@pytest.mark.parametrize("value", ["%00", "%zz", "x" * 10_000, "%7B%22$gt%22:%22%22%7D", ".*"])
@pytest.mark.parametrize("name", ["_id", "name", "identifier"])
def test_values_are_only_values(fhir, name, value):
    """They match nothing, or are refused; never everything."""
    found = fhir.get(f"{fhir.base}/Patient?{name}={value}")
    assert found.status_code in (200, 400)
    assert "entry" not in found.json()


def test_reads_refuse_parameters_they_do_not_know(fhir):
    assert fhir.get("Patient/never-was", params={"_elements": "colour"}).status_code in (400, 404)
    assert fhir.get("Patient/never-was?colour=red").status_code in (400, 404)


@pytest.mark.parametrize(
    "header",
    [
        {"If-Match": "x" * 5000},
        {"If-None-Exist": "%ff=%ff"},
        {"If-None-Exist": "?"},
        {"If-None-Exist": "identifier=" + "x" * 3000},
        {"Prefer": "return=" + "x" * 5000},
        {"Accept": "a" * 5000},
        {"Accept": ";;;,,,"},
        {"Content-Type": ";"},
        {"Content-Type": "application/fhir+json; charset=gb18030"},
    ],
)
def test_strange_headers_are_no_fault(fhir, header):
    """On a resource that is refused anyway, so that nothing is stored."""
    headers = {"Content-Type": "application/fhir+json", **header}
    answer = fhir.post("Patient", content=json.dumps(patient(colour="red")), headers=headers)
    assert 400 <= answer.status_code < 500


def test_a_body_over_the_limit_is_413(fhir):
    answer = fhir.post("Patient", content=b" " * (32 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert "33,554,432" in answer.json()["issue"][0]["diagnostics"]


def test_a_body_that_grows_over_the_limit_when_inflated_is_413(fhir):
    bomb = gzip.compress(b" " * (64 * 1024 * 1024))
    answer = fhir.post("Patient", content=bomb, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 413


def test_a_body_over_the_limit_is_refused_before_it_has_arrived(fhir):
    """The length alone decides: the answer comes though no byte of the body was sent."""
    host, port = urlsplit(fhir.base).netloc.split(":")
    head = (
        f"POST /fhir/Patient HTTP/1.1\r\nHost: {host}\r\nContent-Length: 999999999999\r\n"
        "Content-Type: application/fhir+json\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_a_client_that_leaves_half_way_stores_nothing(fhir):
    host, port = urlsplit(fhir.base).netloc.split(":")
    head = (
        f"POST /fhir/Patient HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n"
        "Content-Type: application/fhir+json\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(head.encode() + b'{"resourceType":"Patient"}')
    assert fhir.get("metadata").status_code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_a_request_for_another_host_is_refused(fhir, method):
    """A page whose name was made to resolve to this machine (DNS rebinding)."""
    for host in ("evil.example", "127.0.0.1.evil.example:80", "127.0.0.1@evil.example", "["):
        refused = fhir.request(method, "Patient", headers={"Host": host})
        assert refused.status_code == 421, host


@pytest.mark.parametrize("host", ["localhost:9", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]:80"])
def test_this_machine_has_many_names(fhir, host):
    assert fhir.get("Patient", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "line", ["nonsense", "BREW /fhir/Patient HTTP/1.1", "GET /fhir/a b HTTP/1.1"]
)
def test_what_is_no_http_gets_an_outcome_too(fhir, line):
    host, port = urlsplit(fhir.base).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(f"{line}\r\nHost: {host}\r\n\r\n".encode())
        head, _, body = b"".join(iter(lambda: connection.recv(4096), b"")).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["resourceType"] == "OperationOutcome"


@pytest.mark.parametrize(
    "bad",
    [
        {"resourceType": "Bundle", "type": "batch", "entry": {}},
        {"resourceType": "Bundle", "type": "batch", "entry": [5]},
        {"resourceType": "Bundle", "type": "batch", "entry": [{"request": 5}]},
        {"resourceType": "Bundle", "type": "batch", "entry": [{"request": {"method": "GET"}}]},
        batch(entry("GET", "Patient", resource=5)),
        batch(entry("BREW", "Patient")),
        batch(entry("get", "Patient")),
    ],
)
def test_bundles_that_are_none(fhir, bad):
    assert fhir.post("", json=bad).status_code == 400
    assert fhir.post("", json={**bad, "type": "transaction"}).status_code == 400


@pytest.mark.parametrize(
    "url",
    ["Patient/a/b/c", "Patient?", "Patient?$where=1", "?", "/", "%ff", "Patient/%00", "\\..\\x"],
)
def test_urls_of_entries(fhir, url):
    """Each is refused or answered on its own; none is a fault."""
    done = fhir.run(batch(entry("GET", url), entry("GET", "metadata")))
    first, second = (int(e["response"]["status"][:3]) for e in done["entry"])
    assert first < 500
    assert second == 200


@pytest.mark.parametrize("kind", ["application/json", "application/fhir+json", ""])
def test_form_searches_take_forms_only(fhir, kind):
    answer = fhir.post("Patient/_search", content=b"_id=1", headers={"Content-Type": kind})
    assert answer.status_code == 415


def test_a_stack_of_many_errors_is_bounded(fhir):
    many = {f"colour{n}": n for n in range(20_000)}
    answer = fhir.create(patient(**many))
    assert answer.status_code == 400
    assert len(answer.content) < 10_000_000


def test_a_name_in_an_answer_is_cut(fhir):
    long = "X" + "x" * 100_000
    answer = fhir.post("Patient", json={"resourceType": long})
    assert answer.status_code == 400
    assert len(answer.content) < 5_000


def test_ids_in_the_body(fhir):
    for bad in ("a/b", "a b", "", "x" * 65, unique() + "\n", "$ne", 5, None, {}):
        assert fhir.put("Patient/x1", json=patient(id=bad)).status_code == 400, bad
