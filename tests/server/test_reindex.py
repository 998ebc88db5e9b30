"""Indexing in the background: it shows, it goes on after a death, and searches never miss data."""

import os
import re
import signal
import threading
import time
import uuid
from contextlib import contextmanager

import httpx
import pytest
from build import batch, entry, patient, profile, sentences, unique
from fhir_client import Fhir
from parameters import extended, having, ids, opened, search_parameter, settled, status
from pymongo import MongoClient
from typer.testing import CliRunner

from fhir_server.cli import app

SLOW = {"FHIR_REINDEX_RATE": "100"}
MANY = 120
# As with the fault tests: what has to wait until a process is given up runs on demand.
SECONDS = float(os.environ.get("FHIR_FAULT_SECONDS", "0"))


@pytest.fixture
def database(mongodb_uri):
    """An empty database, as the tests reach behind the server's back."""
    with MongoClient(mongodb_uri, tz_aware=True) as client:
        yield client[f"reindex_{uuid.uuid4().hex[:10]}"]


@pytest.fixture
def serving(serve, mongodb_uri, database):
    """Servers on that database; each with its client and its process."""

    @contextmanager
    def start(*flags, log=None, **given):
        variables = {"FHIR_MONGODB_DATABASE": database.name, "FHIR_LOG_LEVEL": "warning", **given}
        flags = ("--mongodb-uri", mongodb_uri, *flags)
        with (
            serve(*flags, log=log, **variables) as (base, process),
            Fhir(base) as client,
        ):
            yield client, process

    return start


@pytest.fixture
def reindex(mongodb_uri, database):
    """Run `fhir-server reindex`: exit code and output."""

    def run(*flags):
        names = {"FHIR_MONGODB_DATABASE": database.name, "FHIR_MONGODB_URI": mongodb_uri}
        done = CliRunner().invoke(app, ["reindex", *flags], env=names)
        return done.exit_code, done.output

    return run


def nicked(nick="x"):
    return patient(id=unique(), **having("nick", valueString=nick))


def fill(fhir, count):
    """So many Patients with the extension; their ids."""
    resources = [nicked() for _ in range(count)]
    fhir.run(batch(*(entry("PUT", f"Patient/{r['id']}", r) for r in resources)))
    return [r["id"] for r in resources]


def define(fhir, code="nick", **more):
    put = fhir.update(search_parameter(code, "string", extended("nick"), **more))
    assert put.status_code in (200, 201), put.text


REFUSED = (
    "Patient?nick=x",
    "Patient?nick:missing=true",
    "Patient?_sort=nick",
    "Patient?_filter=nick eq x",
    "?_type=Patient,Person&nick=x",
    "Observation?subject:Patient.nick=x",
    "Observation?subject.nick=x",
    "Group?_has:Patient:friend:nick=x",
    "Group?_revinclude=Patient:friend",
    "Group?_revinclude=Patient:*",
    "Organization?_has:Patient:organization:nick=x",
)


def test_until_it_is_open_every_use_of_it_is_refused(serving, database):
    with serving(**SLOW) as (fhir, _):
        fill(fhir, MANY)
        fhir.update({"resourceType": "Group", "id": "g", "type": "person", "actual": True})
        define(fhir, base=["Patient", "Person"])
        friend = search_parameter(
            "friend", "reference", extended("friend"), target=["Group", "Patient"]
        )
        fhir.update(friend)
        fhir.event_hooks = {"response": []}
        for search in REFUSED:
            for handling in ("strict", "lenient"):
                refused = fhir.get(search, headers={"Prefer": f"handling={handling}"})
                assert refused.status_code == 503, (search, refused.text)
                assert re.search("'(nick|friend)' of (Patient|Person) is being", refused.text)
        created = fhir.create(nicked(), if_none_exist="nick=y")
        assert (created.status_code, "nick" in sentences(created)) == (503, True)
        seen = {s["left"] for s in status(fhir)["type"] if s["code"] == "Patient"}
        assert fhir.get("Patient?_summary=count").json()["total"] == MANY
        assert len(opened(fhir, "Patient?nick=x&_count=1000")["entry"]) == MANY
        assert seen <= set(range(MANY + 1))
        (patients,) = [t for t in settled(fhir)["type"] if t["code"] == "Patient"]
        assert (patients["complete"], patients["left"]) == (True, 0)
        metrics = httpx.get(fhir.base.replace("/fhir", "/metrics")).text
        assert 'fhir_index_left{type="Patient"} 0.0' in metrics
        # A write that arrives all the same without the entries is found a moment later.
        known = database["Patient"].find_one({"idx": "nick\x01x"})
        known["idx"] = [entry for entry in known["idx"] if not entry.startswith("nick")]
        known["xe"] = 0
        database["Patient"].insert_one(known | {"_id": "late"})
        late = time.monotonic() + 10
        while fhir.count("Patient", nick="x") <= MANY:
            assert time.monotonic() < late
            time.sleep(0.05)


def test_workers_write_on_while_it_is_indexed(serving):
    with serving("--workers", "3", **SLOW) as (fhir, _):
        expected = fill(fhir, MANY)
        stop = threading.Event()
        writers = [threading.Thread(target=write, args=(fhir.base, expected, stop)) for _ in "12"]
        for writer in writers:
            writer.start()
        define(fhir)
        for _ in range(10):  # whichever worker it is that answers
            assert httpx.get(f"{fhir.base}/Patient?nick=x").status_code in (200, 503)
        first = opened(fhir, "Patient?nick=x&_count=1000")
        known = list(expected)
        stop.set()
        for writer in writers:
            writer.join()
        assert len(first["entry"]) >= MANY
        found = ids(opened(fhir, "Patient?nick=x&_count=1000"))
        assert sorted(found) == sorted(set(expected))
        assert len(known) > MANY


def write(base, written, stop):
    """Create and update until told to stop, on a new connection each time: any worker."""
    while not stop.is_set():
        resource = nicked()
        for _ in range(2):
            url = f"{base}/Patient/{resource['id']}"
            answer = httpx.put(url, json=resource, timeout=30)
            assert answer.status_code in (200, 201), answer.text
        written.append(resource["id"])


def test_it_goes_on_after_a_death(serving, database):
    with serving(FHIR_REINDEX_RATE="40") as (fhir, process):
        expected = fill(fhir, MANY)
        define(fhir)
        late = time.monotonic() + 20
        while not (done := database["Patient"].count_documents({"xe": 1})):
            assert time.monotonic() < late
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert done < MANY
    kept = set(database["Patient"].find({"xe": 1}).distinct("_id"))
    database["Patient"].update_many({"xe": 1}, {"$set": {"mark": True}})
    with serving() as (fhir, _):
        found = opened(fhir, "Patient?nick=x&_count=1000")
        assert sorted(ids(found)) == sorted(expected)
    marked = database["Patient"].find({"mark": True}).distinct("_id")
    assert set(marked) >= kept  # what was done was not done again: only entries are replaced
    assert database["Patient"].count_documents({"v": {"$ne": 1}}) == 0


def test_entries_that_were_lost_come_back(serving, reindex, database):
    with serving() as (fhir, _):
        stored = patient(id=unique(), name=[{"family": "Lost"}])
        other = {"resourceType": "Basic", "id": unique(), "code": {"text": "lost"}}
        fhir.update(stored)
        fhir.update(stored)
        fhir.update(other)
        before = fhir.get(f"Patient/{stored['id']}").content
        for how in (["--base-url", fhir.base], []):
            empty(database)
            assert fhir.count("Patient", name="lost") == 0
            code, said = reindex(*how, "--type", "Patient")
            assert code == 0, said
            assert "1 resources of these types" in said
            assert fhir.count("Patient", name="lost") == 1
            assert fhir.count("Basic", **{"code:text": "lost"}) == 0
            assert ids(fhir.get("Patient?_sort=-name").json()) == [stored["id"]]
    empty(database)
    code, said = reindex()
    assert code == 0, said
    assert "2 resources of all types" in said
    with serving() as (fhir, _):
        assert fhir.count("Patient", name="lost") == 1
        assert fhir.count("Basic", **{"code:text": "lost"}) == 1
        assert fhir.get(f"Patient/{stored['id']}").content == before
        assert fhir.get("_history").json()["total"] == 3


def test_entries_of_a_newer_form_are_not_touched(serving, database, tmp_path):
    with serving() as (fhir, _):
        fill(fhir, 1)
        # A newer server has come while this one runs.
        database["settings"].update_one({"_id": "search"}, {"$set": {"format": 99}})
        late = time.monotonic() + 10
        while httpx.get(f"{fhir.base}/Patient?name=x").status_code != 503:
            assert time.monotonic() < late
            time.sleep(0.05)
    log = tmp_path / "log"
    with pytest.raises((AssertionError, httpx.HTTPError)), serving(log=log):
        pass
    assert "use the newer server that made them" in log.read_text()


def empty(database):
    for type_ in ("Patient", "Basic"):
        database[type_].update_many({}, {"$set": {"idx": []}, "$unset": {"s": ""}})


def test_wrong_usage_is_told(reindex):
    code, said = reindex("--type", "Human")
    assert (code, "'Human' is no resource type" in said) == (2, True)


def test_entries_of_an_older_form_are_made_anew_before_they_are_searched(serving, database):
    with serving() as (fhir, _):
        fill(fhir, MANY)
        fhir.update(patient(id=unique(), name=[{"family": "Old"}]))
        stored = profile()
        fhir.update(stored)
    empty(database)
    database["settings"].update_one({"_id": "search"}, {"$set": {"format": 1}})
    with serving(**SLOW) as (fhir, _):
        refused = httpx.get(f"{fhir.base}/Patient?name=old")
        assert refused.status_code == 503
        assert "being indexed" in refused.text
        assert fhir.get("Patient?_id=nobody").status_code == 200
        declaring = fhir.create(patient(meta={"profile": [stored["url"]]}))
        assert declaring.status_code == 422, "writes are judged meanwhile"
        assert len(ids(opened(fhir, "Patient?name=old"))) == 1


def test_entries_made_with_other_settings_are_made_anew(serving, database):
    div = '<div xmlns="http://www.w3.org/1999/xhtml">asthma</div>'
    told = patient(id=unique(), text={"status": "generated", "div": div}, deceasedDateTime="2020")
    # The year 2020 begins before this instant in Shanghai, and after it in UTC.
    search = "Patient?death-date=sa2019-12-31T20:00:00Z"
    with serving() as (fhir, _):
        fill(fhir, MANY)
        fhir.update(told)
        assert fhir.get(search).json()["total"] == 0
    with serving(FHIR_TEXT_SEARCH="true", FHIR_TIMEZONE="UTC", **SLOW) as (fhir, _):
        refused = httpx.get(f"{fhir.base}/Patient?name=x")
        assert (refused.status_code, "being indexed" in refused.text) == (503, True)
        assert ids(opened(fhir, "Patient?_text=asthma")) == [told["id"]]
        assert ids(fhir.get(search).json()) == [told["id"]]
        epoch = database["settings"].find_one({"_id": "search"})["epoch"]
    with serving(FHIR_TEXT_SEARCH="true", FHIR_TIMEZONE="UTC") as (fhir, _):
        assert fhir.count("Patient", _text="asthma") == 1, "the same settings: nothing to do"
        assert database["settings"].find_one({"_id": "search"})["epoch"] == epoch
        with serving(FHIR_TIMEZONE="UTC"):  # another server, which nobody meant to be different
            late = time.monotonic() + 10
            while httpx.get(f"{fhir.base}/Patient?_text=asthma").status_code != 503:
                assert time.monotonic() < late
                time.sleep(0.05)


if SECONDS:

    def test_a_frozen_server_learns_what_is_new_before_it_writes(serving):
        with serving() as (awake, _), serving() as (frozen, process):
            fill(awake, 2)
            process.send_signal(signal.SIGSTOP)
            define(awake)
            assert httpx.get(f"{awake.base}/Patient?nick=x").status_code == 503
            resource = nicked()
            url = f"{frozen.base}/Patient/{resource['id']}"
            answers = []
            sending = threading.Thread(
                target=lambda: answers.append(httpx.put(url, json=resource, timeout=60))
            )
            sending.start()
            assert len(ids(opened(awake, "Patient?nick=x"))) == 2
            process.send_signal(signal.SIGCONT)
            sending.join()
            assert answers[0].status_code == 201
            assert resource["id"] in ids(awake.get("Patient?nick=x").json())
