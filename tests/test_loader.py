"""`fhir-server load` against a real server: what arrives, what is told, what a rerun does."""

import bz2
import gzip
import json
from itertools import count
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from fhir_server.cli import app
from fhir_server.loader.delivery import Delivery
from fhir_server.loader.inputs import find
from fhir_server.loader.run import Load
from fhir_server.loader.state import Finished

NUMBERS = count(1)
UUID = "00000000-0000-4000-8000-{:012d}"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def loaded(server, tmp_path):
    """Run the command on some paths; `(exit code, what it printed)`."""

    def run(*arguments, base=server):
        flags = ["--base-url", base]
        if "--state" not in arguments:
            flags += ["--state", str(tmp_path / "state")]
        done = CliRunner().invoke(
            app,
            ["load", *map(str, arguments), *flags],
            env={"COLUMNS": "200"},
            catch_exceptions=False,
        )
        return done.exit_code, done.output

    return run


@pytest.fixture
def get(server):
    def get(path):
        return httpx.get(f"{server}/{path}", timeout=30).json()

    return get


def text(content):
    return json.dumps(content).encode()


def patient(own_id, **more):
    return {"resourceType": "Patient", "id": own_id, **more}


def observation(own_id, subject, **more):
    return {
        "resourceType": "Observation",
        "id": own_id,
        "status": "final",
        "code": {"text": "示例"},
        "subject": {"reference": subject},
        **more,
    }


def bundle(kind, *entries):
    return {"resourceType": "Bundle", "type": kind, "entry": list(entries)}


def put(resource):
    url = f"{resource['resourceType']}/{resource['id']}"
    return {"resource": resource, "request": {"method": "PUT", "url": url}}


def post(resource, full_url=None, **request):
    entry = {
        "resource": resource,
        "request": {"method": "POST", "url": resource["resourceType"], **request},
    }
    return {"fullUrl": full_url, **entry} if full_url else entry


def a_version(resource):
    url = f"{resource['resourceType']}/{resource['id']}"
    return put(resource) | {
        "fullUrl": f"http://elsewhere/fhir/{url}",
        "response": {"status": "200", "etag": 'W/"1"', "lastModified": "2026-01-01T00:00:00Z"},
    }


# Each makes the files that hold one Patient and one Observation about them.
SHAPES = {
    "two files in folders": lambda p, o: {"x/p.json": text(p), "x/y/o.json": text(o)},
    "NDJSON": lambda p, o: {"all.ndjson": text(p) + b"\n\n" + text(o)},
    "jsonl.gz": lambda p, o: {"all.jsonl.gz": gzip.compress(text(p) + b"\r\n" + text(o) + b"\r\n")},
    "json.bz2": lambda p, o: {"p.json.bz2": bz2.compress(text(p)), "o.json": text(o)},
    "json.gz": lambda p, o: {"p.json": text(p), "o.json.gz": gzip.compress(text(o))},
    "byte order mark": lambda p, o: {"p.json": b"\xef\xbb\xbf" + text(p), "o.json": text(o)},
    "transaction": lambda p, o: {"t.json": text(bundle("transaction", put(o), put(p)))},
    "batch": lambda p, o: {"b.json": text(bundle("batch", put(p), put(o)))},
    "Bundles in NDJSON": lambda p, o: {
        "b.ndjson": text(bundle("batch", put(p))) + b"\n" + text(bundle("transaction", put(o)))
    },
    "collection": lambda p, o: {
        "c.json": text(bundle("collection", {"resource": p}, {"resource": o}))
    },
    "searchset": lambda p, o: {
        "s.json": text(
            bundle(
                "searchset",
                {"resource": p, "search": {"mode": "match"}},
                {"resource": o, "search": {"mode": "include"}},
                {
                    "resource": {
                        "resourceType": "OperationOutcome",
                        "issue": [{"severity": "information", "code": "informational"}],
                    },
                    "search": {"mode": "outcome"},
                },
            )
        )
    },
    "history": lambda p, o: {
        "h.json": text(
            bundle(
                "history",
                a_version(o),
                a_version(p),
                a_version(o | {"code": {"text": "an older version"}}),
            )
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_loads(shape, folder, loaded, get):
    name = f"shape-{next(NUMBERS)}"
    given = SHAPES[shape](patient(name), observation(name, f"Patient/{name}"))
    for path, content in given.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "notes.txt").write_text("not for us")
    (folder / ".hidden.json").write_text("nor this")

    code, said = loaded(folder)

    assert (code, "2 entries loaded" in said) == (0, True), said
    assert get(f"Patient/{name}")["id"] == name
    found = get(f"Observation/{name}")
    assert found["subject"]["reference"] == f"Patient/{name}"
    assert found["code"]["text"] == "示例"


def test_history_ends_with_the_deletion(folder, loaded, server):
    name = f"gone-{next(NUMBERS)}"
    deletion = {"request": {"method": "DELETE", "url": f"Patient/{name}"}}
    (folder / "p.json").write_bytes(text(patient(name)))
    (folder / "q.json").write_bytes(text(bundle("history", deletion, a_version(patient(name)))))
    assert loaded(folder / "p.json")[0] == 0
    assert loaded(folder / "q.json")[0] == 0
    assert httpx.get(f"{server}/Patient/{name}").status_code == 410


def test_document_stays_whole(folder, loaded, get):
    composition = {
        "resourceType": "Composition",
        "status": "final",
        "type": {"text": "示例"},
        "date": "2026-11-22",
        "author": [{"display": "示例"}],
        "title": "示例",
    }
    document = bundle(
        "document", {"fullUrl": "urn:uuid:" + UUID.format(1), "resource": composition}
    )
    document |= {
        "id": "a-document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": "urn:uuid:" + UUID.format(2)},
        "timestamp": "2026-11-22T08:00:00Z",
    }
    (folder / "d.json").write_bytes(text(document))
    assert loaded(folder)[0] == 0
    assert get("Bundle/a-document")["entry"][0]["resource"]["title"] == "示例"


@pytest.mark.parametrize("kind", ["transaction", "batch", "collection"])
def test_creates_keep_their_uuid_and_references_follow(kind, folder, loaded, get):
    person, finding = UUID.format(next(NUMBERS) + 1000), UUID.format(next(NUMBERS) + 1000)
    who = {"resourceType": "Patient"}
    what = observation("", f"urn:uuid:{person}")
    del what["id"]
    entries = [post(what, f"urn:uuid:{finding}"), post(who, f"urn:uuid:{person}")]
    if kind == "collection":
        entries = [{k: e[k] for k in ("fullUrl", "resource")} for e in entries]
    (folder / "b.json").write_bytes(text(bundle(kind, *entries)))

    for version in ("1", "2"):
        assert loaded(folder, "--again")[0] == 0
        found = get(f"Observation/{finding}")
        assert found["subject"]["reference"] == f"Patient/{person}"
        assert found["meta"]["versionId"] == version
    assert get(f"Observation?subject=Patient/{person}&_summary=count").get("total") == 1


def test_without_any_id_one_content_is_one_resource(folder, loaded, get):
    tag = f"no-id-{next(NUMBERS)}"
    nameless = {"resourceType": "Patient", "identifier": [{"system": "urn:x", "value": tag}]}
    (folder / "1.ndjson").write_bytes(text(nameless))
    (folder / "2.json").write_bytes(text(nameless))
    assert loaded(folder)[0] == 0
    assert loaded(folder, "--again")[0] == 0
    assert len(get(f"Patient?identifier=urn:x|{tag}")["entry"]) == 1


def test_twins_in_one_transaction_stay_two(folder, loaded, get):
    tag = f"twins-{next(NUMBERS)}"
    nameless = {"resourceType": "Patient", "identifier": [{"system": "urn:x", "value": tag}]}
    (folder / "t.json").write_bytes(text(bundle("transaction", post(nameless), post(nameless))))
    assert loaded(folder)[0] == 0
    assert loaded(folder, "--again")[0] == 0
    assert len(get(f"Patient?identifier=urn:x|{tag}")["entry"]) == 2


def test_conditional_creates_stay_conditional(folder, loaded, get):
    tag = f"once-{next(NUMBERS)}"
    doctor = {"resourceType": "Practitioner", "identifier": [{"system": "urn:x", "value": tag}]}
    for number, kind in enumerate(("batch", "transaction")):
        home = f"urn:uuid:{UUID.format(number)}"
        entry = post(doctor, home, ifNoneExist=f"identifier=urn:x|{tag}")
        (folder / f"{number}.json").write_bytes(text(bundle(kind, entry)))
    assert loaded(folder)[0] == 0
    assert len(get(f"Practitioner?identifier=urn:x|{tag}")["entry"]) == 1


def test_what_comes_later_may_be_referred_to(folder, loaded, get):
    tag = f"later-{next(NUMBERS)}"
    doctor = {"resourceType": "Practitioner", "identifier": [{"system": "urn:x", "value": tag}]}
    by = {"performer": [{"reference": f"Practitioner?identifier=urn:x|{tag}"}]}
    (folder / "a.json").write_bytes(
        text(bundle("transaction", put(observation(f"{tag}-1", "Patient/x", **by))))
    )
    (folder / "b.ndjson").write_bytes(text(observation(f"{tag}-2", "Patient/x", **by)))
    (folder / "z.json").write_bytes(text(doctor))
    code, said = loaded(folder)
    assert code == 0, said
    home = get(f"Practitioner?identifier=urn:x|{tag}")["entry"][0]["resource"]["id"]
    for number in (1, 2):
        performer = get(f"Observation/{tag}-{number}")["performer"]
        assert performer[0]["reference"].endswith(f"Practitioner/{home}")


def test_files_that_others_refer_to_come_first(tmp_path):
    names = ["Zoe.json", "practitionerInformation1.json", "Ada.json", "hospitalInformation1.json"]
    for name in names:
        (tmp_path / name).write_text("{}")
    assert [f.name for f in find([tmp_path, tmp_path / "Ada.json"])] == [
        "hospitalInformation1.json",
        "practitionerInformation1.json",
        "Ada.json",
        "Zoe.json",
    ]


GOOD = text(patient("among-the-bad"))

# File name, content, and the line told about it.
BAD = [
    ("a.json", b'{"resourceType": "Patient",\n "id": x}', "a.json:2:8: "),
    ("b.json", b'{"resourceType": "Patient", "id": "1", "id": "2"}', "b.json:1:"),
    ("c.json", b"", "c.json:1:1: "),
    ("d.json", b"[]", "d.json: no FHIR resource"),
    ("e.json", b'{"name": "package"}', "e.json: no FHIR resource"),
    ("f.json", text(bundle("wish")), "f.json: a Bundle of type 'wish' cannot be loaded"),
    ("g.json", b'{"resourceType": "Bundle", "type": "batch", "entry": 3}', "g.json: Bundle.entry"),
    ("h.json", text(bundle("collection", {"resource": {}})), "h.json, entry[0]: no FHIR resource"),
    ("i.json.gz", gzip.compress(GOOD, mtime=0)[:-12], "i.json.gz: Compressed file ended"),
    ("j.json.gz", b"plain", "j.json.gz: Not a gzipped file"),
    ("k.json.bz2", b"plain", "k.json.bz2: Invalid data stream"),
    ("l.ndjson", GOOD + b"\n{\n", "l.ndjson:2:"),
    ("m.json", b'{"resourceType": "Patient", "id": "\xff"}', "m.json:1:"),
    ("n.json", b"[" * 500, "n.json:1:"),
]


def test_bad_files_get_a_line_each_and_spoil_nothing_else(folder, loaded, get):
    for name, content, _ in BAD:
        (folder / name).write_bytes(content)
    (folder / "z.ndjson").write_bytes(text(patient("after-the-bad")))
    code, said = loaded(folder)
    assert code == 1
    assert "Traceback" not in said
    for name, _, line in BAD:
        told = [each for each in said.splitlines() if f"/{name}" in each]
        assert len(told) == 1, (name, told)
        assert line in told[0]
    assert f"{len(BAD)} failed" in said
    assert get("Patient/among-the-bad")["id"] == "among-the-bad"
    assert get("Patient/after-the-bad")["id"] == "after-the-bad"


def test_refusals_are_counted_by_cause_with_their_place(folder, loaded, server, tmp_path):
    name = f"refused-{next(NUMBERS)}"
    lines = [patient(f"{name}-{i}", **({"shoe": 43} if i % 2 else {})) for i in range(6)]
    (folder / "p.ndjson").write_bytes(b"\n".join(map(text, lines)))
    atomic = bundle("transaction", put(patient(f"{name}-7")), put(patient(f"{name}-8", hat=1)))
    (folder / "t.json").write_bytes(text(atomic))
    report = tmp_path / "failures.jsonl"

    code, said = loaded(folder, "--failures", report)

    assert code == 1
    assert "3 entries loaded" in said
    assert "5 failed" in said
    assert "p.ndjson, line 2" in said
    assert "shoe" in said
    told = [json.loads(line) for line in report.read_text().splitlines()]
    assert [f["where"] for f in told] == ["line 2", "line 4", "line 6", ""]
    found = [httpx.get(f"{server}/Patient/{name}-{i}").status_code for i in range(9)]
    assert found == [200, 404, 200, 404, 200, 404, 404, 404, 404]


def test_a_second_run_skips_what_is_done(folder, loaded, get, tmp_path):
    name = f"state-{next(NUMBERS)}"
    (folder / "1.json").write_bytes(text(patient(name)))
    half_good = [patient(f"{name}-b"), patient(f"{name}-c", shoe=43)]
    (folder / "2.ndjson").write_bytes(b"\n".join(map(text, half_good)))
    for _ in range(2):
        code, said = loaded(folder)
        assert (code, "1 failed" in said) == (1, True)
    assert "1 files skipped" in said
    with (tmp_path / "state").open("ab") as state:
        state.write(b'\n{"sha256":"cut sh')  # as a crash leaves it
    (folder / "2.ndjson").write_bytes(text(half_good[0]))

    code, said = loaded(folder)

    assert (code, "1 entries loaded" in said, "1 files skipped" in said) == (0, True, True)
    assert get(f"Patient/{name}")["meta"]["versionId"] == "1"
    assert "2 files skipped" in loaded(folder)[1]
    loaded(folder, "--again")
    assert get(f"Patient/{name}")["meta"]["versionId"] == "2"


def test_notes_about_a_wiped_server_are_not_believed(folder, loaded, server, get, tmp_path):
    name = f"wiped-{next(NUMBERS)}"
    (folder / "1.json").write_bytes(text(patient(name)))
    assert loaded(folder)[0] == 0
    state = tmp_path / "state"
    state.write_text(state.read_text().replace(f"Patient/{name}", "Patient/was-never-here"))
    assert "1 entries loaded" in loaded(folder)[1]
    assert "1 files skipped" in loaded(folder)[1]


def test_a_server_that_is_not_there_is_told_in_a_sentence(folder, loaded):
    (folder / "1.json").write_bytes(text(patient("nowhere")))
    code, said = loaded(folder, base="http://127.0.0.1:9/fhir")
    assert code == 1
    assert "http://127.0.0.1:9/fhir cannot be reached" in said
    assert "Traceback" not in said


def test_what_is_no_fhir_server_is_told_in_a_sentence(folder, loaded, server):
    (folder / "1.json").write_bytes(text(patient("elsewhere")))
    code, said = loaded(folder, base=server.removesuffix("/fhir") + "/health")
    assert code == 1
    assert "does not answer as a FHIR server does" in said


@pytest.mark.parametrize("option", ["--state", "--failures"])
def test_files_that_cannot_be_written_are_told_before_anything_is_loaded(option, folder, loaded):
    (folder / "1.json").write_bytes(text(patient("never-sent")))
    code, said = loaded(folder, option, folder / "1.json" / "x")
    assert code == 2
    assert "cannot be written" in said


def test_a_path_that_is_not_there_is_wrong_usage(folder, loaded):
    assert loaded(folder / "absent.json")[0] == 2


def test_batches_that_are_too_large_are_sent_in_halves(serve, mongodb_uri, folder, loaded):
    limits = {"FHIR_MONGODB_DATABASE": "loader_limits", "FHIR_MAX_BODY_BYTES": "4096"}
    lines = [patient(f"half-{i}", name=[{"text": "x" * 400}]) for i in range(40)]
    lines[7]["name"][0]["text"] *= 20
    (folder / "p.ndjson").write_bytes(b"\n".join(map(text, lines)))
    with serve("--mongodb-uri", mongodb_uri, **limits) as (base, _):
        code, said = loaded(folder, base=base)
        assert (code, "39 entries loaded" in said) == (1, True), said
        assert "p.ndjson, line 8" in said


class Stumbling(httpx.AsyncHTTPTransport):
    """The network to a real server, with the given troubles first."""

    def __init__(self, *troubles):
        super().__init__()
        self.troubles = list(troubles)

    async def handle_async_request(self, request):
        trouble = self.troubles.pop(0) if self.troubles else None
        if isinstance(trouble, Exception):
            raise trouble
        if trouble:
            return httpx.Response(trouble, headers={"Retry-After": "0"}, request=request)
        return await super().handle_async_request(request)


async def test_troubles_that_pass_are_sat_out(server, tmp_path, get):
    file = tmp_path / "p.json"
    file.write_bytes(text(patient("after-trouble")))
    troubles = (503, httpx.ReadError("reset"), 429, httpx.ReadTimeout("late"))
    async with httpx.AsyncClient(transport=Stumbling(*troubles)) as client:
        delivery = Delivery(client, server, first_wait=0.001)
        tally = await Load(delivery, Finished(tmp_path / "state", server)).run(
            [Path(file)], lambda _file, _taken: None
        )
    assert (tally.well, tally.loaded.total()) == (True, 1)
    assert get("Patient/after-trouble")["id"] == "after-trouble"


class HalfBusy(httpx.AsyncHTTPTransport):
    """Passes the first batch on, and says of its second entry that the server was too busy."""

    batches = 0

    async def handle_async_request(self, request):
        reply = await super().handle_async_request(request)
        if request.method != "POST":
            return reply
        self.batches += 1
        content = json.loads(await reply.aread())
        if self.batches == 1:
            content["entry"][1]["response"] = {"status": "503"}
        return httpx.Response(reply.status_code, json=content, request=request)


async def test_entries_that_the_server_was_too_busy_for_are_sent_again(server, tmp_path, get):
    file = tmp_path / "p.ndjson"
    names = ["one-of-three", "two-of-three", "three-of-three"]
    file.write_bytes(b"\n".join(text(patient(name)) for name in names))
    transport = HalfBusy()
    async with httpx.AsyncClient(transport=transport) as client:
        delivery = Delivery(client, server, first_wait=0.001)
        tally = await Load(delivery, Finished(tmp_path / "state", server)).run(
            [file], lambda _file, _taken: None
        )
    assert (tally.well, tally.loaded.total(), transport.batches) == (True, 3, 2)
    versions = [get(f"Patient/{name}")["meta"]["versionId"] for name in names]
    assert versions == ["1", "2", "1"]


def test_loads_into_the_database_without_a_server(
    folder, mongodb_uri, database, server, get, tmp_path
):
    (folder / "p.json").write_bytes(text(patient("in-process")))
    variables = {"FHIR_MONGODB_DATABASE": database, "FHIR_DATA_DIR": str(tmp_path)}
    arguments = ["load", str(folder), "--mongodb-uri", mongodb_uri]
    done = CliRunner().invoke(app, arguments, env=variables, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert get("Patient/in-process")["id"] == "in-process"
    assert (tmp_path / "loaded.jsonl").exists()


def test_synthea_patients_with_their_hospitals(shared, loaded, get):
    """Two patients, whose 629 conditional references lead into two other files."""
    bundles = shared / "suites" / "bundles"
    people = [bundles / f"{name}.json.bz2" for name in (
        "5035bbae-27fc-b927-4a9b-7af7fdd536eb", "4004a424-c33b-6ced-23c3-c1318e45c419"
    )]  # fmt: skip
    code, said = loaded(*people, *bundles.glob("0-*Information*"))
    assert (code, "1,362 entries loaded" in said) == (0, True), said
    practitioners = get("Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999944849")
    home = f"Practitioner/{practitioners['entry'][0]['resource']['id']}"
    subject = "Patient/5035bbae-27fc-b927-4a9b-7af7fdd536eb"
    encounters = get(f"Encounter?subject={subject}&_count=100")["entry"]
    assert home in json.dumps(encounters)
    assert "Practitioner?" not in json.dumps(encounters)
    assert "urn:uuid" not in json.dumps(encounters)
