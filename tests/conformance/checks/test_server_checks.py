"""`fhir-conformance test` as a user meets it, against our server and against strange ones."""

import asyncio
import json
import socket

import httpx
import pytest
from faulty_proxy import Reply, answer, edit, faulty

from conformance.checks.subjects import every_check
from conformance.commands.test import main

SECRET = "Bearer a-very-secret-token"
NONSENSE = {
    "binary": bytes(range(256)),
    "strange": b'{"resourceType": "Bundle", "link": {"url": 1}, "meta": [], "issue": "x",'
    b' "entry": [1, {"resource": 2, "response": 3}, {"resource": {"meta": 4}, "search": 5}]}',
}


async def _stalls(request, forward):
    if request.path != "metadata":
        await asyncio.sleep(60)
    return await forward(request)


async def _echoes(request, forward):
    """Says in headers and body what it was told."""
    told = request.headers.pop("authorization", "none")
    reply = await forward(request)
    if request.path.startswith("Patient/"):
        return Reply(404, {"x-told": told}, f'{{"told": "{told}"}}'.encode())
    return reply


def _leads(to):
    return edit(
        lambda bundle: bundle.update(link=[{"relation": "next", "url": to}]), r"GET Patient\?"
    )


def _says(body):
    def changed(reply):
        reply.body = body

    return answer(changed, "^[A-Z]+ (?!metadata)")


FAULTS = {
    "stalls": _stalls,
    "echoes": _echoes,
    "foreign": _leads("http://127.0.0.1:1/fhir/Patient?page=2"),
    "declares-nothing": edit(
        lambda said: said.update(rest=[{"mode": "server", "resource": 1}], format=2), "metadata"
    ),
    "old": edit(lambda statement: statement.update(fhirVersion="3.0.2"), "metadata"),
    "closed": answer(lambda reply: setattr(reply, "status", 401)),
    **{name: _says(body) for name, body in NONSENSE.items()},
}


@pytest.fixture(scope="module")
def proxy(server):
    with faulty(server, FAULTS) as base:
        yield base


@pytest.fixture
def tested(tmp_path):
    """Run the command; its exit status and its report as JSON."""

    def run(*arguments):
        file = tmp_path / "report.json"
        options = [*arguments, "--format", "json", "--output", str(file)]
        code = main(options)
        return code, json.loads(file.read_text()) if file.exists() else None

    return run


def test_our_server_passes_all_it_declares_and_nothing_is_left_behind(server, tested):
    code, report = tested(server)
    results = {r["check"]: r for r in report["results"]}
    assert {i: r["reason"] for i, r in results.items() if r["result"] != "pass"} == {}
    assert code == 0
    assert results.keys() == every_check().keys()
    assert all(r["evidence"] for r in results.values())
    left = httpx.get(f"{server}/Patient?_tag=urn:fhir-conformance|&_summary=count").json()
    assert left["total"] == 0


def test_a_run_keeps_what_it_made_when_asked(server, tested):
    code, report = tested(server, "--keep", "--only", "create-keeps-content")
    assert code == 0
    created = json.loads(report["results"][0]["evidence"][0]["answer"]["body"])
    assert httpx.get(f"{server}/Patient/{created['id']}").status_code == 200


def test_a_read_only_run_sends_nothing_that_writes(server, tested):
    code, report = tested(server, "--read-only")
    sent = {e["request"]["method"] for r in report["results"] for e in r["evidence"]}
    assert code == 0
    assert sent == {"GET", "POST"}
    posted = [
        e for r in report["results"] for e in r["evidence"] if e["request"]["method"] == "POST"
    ]
    assert {e["answer"]["status"] for e in posted} == {405}


def test_only_chooses_by_check_and_by_requirement(server, tested):
    _, report = tested(server, "--only", "format-j*", "--only", "REQ-READ-404")
    assert [r["check"] for r in report["results"]] == ["format-json", "read-unknown"]


def test_what_a_header_says_is_sent_and_never_told(proxy, tested):
    code, report = tested(
        f"{proxy}/echoes/fhir", "--header", f"Authorization: {SECRET}", "--only", "read-*"
    )
    written = json.dumps(report)
    assert code == 1
    assert "secret-token" not in written
    assert '{\\"told\\": \\"(withheld)\\"}' in written


def test_a_link_to_another_server_is_not_followed(proxy, tested):
    code, report = tested(f"{proxy}/foreign/fhir", "--only", "pages-walk")
    assert code == 1
    assert "another server" in report["results"][0]["reason"]["en"]


def test_a_server_that_does_not_answer_is_an_error(proxy, tested):
    assert httpx.get(f"{proxy}/stalls/fhir/metadata").status_code == 200
    code, report = tested(f"{proxy}/stalls/fhir", "--only", "read-unknown", "--timeout", "2")
    assert code == 1
    assert report["results"][0]["result"] == "error"
    assert report["results"][0]["evidence"][0]["noAnswer"]


def test_what_is_not_declared_is_skipped(proxy, tested):
    """Also where a CapabilityStatement is malformed: all but the checks that every server meets."""
    code, report = tested(f"{proxy}/declares-nothing/fhir")
    assert code == 1
    carried_out = {r["check"]: r["result"] for r in report["results"] if r["result"] != "skip"}
    assert carried_out == {
        "capabilities-statement": "pass",
        "capabilities-valid": "fail",
        "error-unknown-type": "pass",
    }


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_fails_checks_and_breaks_nothing(proxy, tested, name):
    code, report = tested(f"{proxy}/{name}/fhir")
    assert code == 1
    assert not [r["check"] for r in report["results"] if r["result"] == "error"]
    assert report["summary"]["fail"] > 100


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("old", "speaks FHIR 3.0.2"),
        ("closed", "give credentials with --header"),
        ("none", "answered 404, not a CapabilityStatement"),
    ],
)
def test_what_is_no_r4_server_is_told_in_a_line(proxy, capsys, path, said):
    base = f"{proxy}/{path}/fhir" + ("/Patient" if path == "none" else "")
    assert main([base]) == 3
    assert said in capsys.readouterr().err


def test_no_server_at_all_is_exit_3(capsys):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{unused.getsockname()[1]}/fhir"
    assert main([base, "--lang", "zh"]) == 3
    assert "无法连接" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["not-a-url"],
        ["ftp://host/fhir"],
        ["http://user:password@host/fhir"],
        ["http://host/fhir", "--header", "no colon"],
        ["http://host/fhir", "--timeout", "soon"],
        ["http://host/fhir", "--format", "pdf"],
        ["http://host/fhir", "--only", "no-such-check"],
        [],
    ],
)
def test_wrong_usage_is_exit_2(arguments, capsys):
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert "password" not in capsys.readouterr().err.replace("--header", "")
