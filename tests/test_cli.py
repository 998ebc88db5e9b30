"""`fhir-server serve`: what it says, how it ends, and what it refuses in one line."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from fhir_server.store import binary


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fhir_server.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() == b""
    except OSError:
        return True


REFUSALS = [
    (["--host", "0.0.0.0"], 2, "access control does not exist yet"),
    (["--host", "192.0.2.1"], 2, "access control does not exist yet"),
    (["--port", "70000"], 2, "FHIR_PORT"),
    (["--workers", "0"], 2, "FHIR_WORKERS"),
    (["--policy", "hainan"], 2, "FHIR_POLICY: there is no policy 'hainan'"),
    (["--today", "2026-02-30"], 2, "FHIR_TODAY: '2026-02-30' is no day"),
    (["--mongodb-uri", "mongodb://127.0.0.1:1/"], 1, "MongoDB at 127.0.0.1:1 cannot be used"),
    (["--mongodb-uri", "mongodb://127.0.0.1:x/"], 1, "URI is not valid"),
    (["--data-dir", "/proc/none"], 1, "/proc/none"),
]


@pytest.mark.parametrize(("flags", "code", "sentence"), REFUSALS)
def test_refusals_are_one_line(flags: list[str], code: int, sentence: str) -> None:
    done = run("serve", *(["--port", "0"] if "--port" not in flags else []), *flags)
    assert done.returncode == code
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_busy_port_names_port_and_flag(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("serve", "--port", port, "--data-dir", str(tmp_path / "data"))
    assert done.returncode == 2
    assert port in done.stderr
    assert "--port" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_stand_alone_mongod_is_refused(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    options = ["--dbpath", str(tmp_path), "--port", port, "--nounixsocket"]
    mongod = subprocess.Popen([binary.find(), *options], stdout=subprocess.DEVNULL)
    try:
        done = run("serve", "--port", "0", "--mongodb-uri", f"mongodb://127.0.0.1:{port}/")
    finally:
        mongod.terminate()
        mongod.wait()
    assert done.returncode == 1
    assert "stand-alone" in done.stderr
    assert "--replSet" in done.stderr
    assert done.stderr.count("\n") == 1


def test_directory_or_uri_not_both() -> None:
    done = run("serve", "--data-dir", "x", "--mongodb-uri", "mongodb://127.0.0.1/")
    assert done.returncode == 2
    assert "either --data-dir or --mongodb-uri" in done.stderr


def test_version() -> None:
    assert run("version").stdout.strip().count(".") == 2


def test_stops_cleanly_with_its_mongod(tmp_path: Path, serve) -> None:
    with serve("--data-dir", str(tmp_path)) as (base, process):
        httpx.put(f"{base}/Basic/a", json=basic("a")).raise_for_status()
        mongod = int((tmp_path / "db" / "mongod.lock").read_text())
        assert not is_gone(mongod)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert is_gone(mongod)


def test_killed_with_its_workers_it_starts_again_on_its_port(tmp_path: Path, serve) -> None:
    flags = ("--data-dir", str(tmp_path), "--workers", "2")
    with serve(*flags) as (base, process):
        httpx.put(f"{base}/Basic/a", json=basic("a")).raise_for_status()
        process.kill()
        process.wait()
    port = str(httpx.URL(base).port)
    with serve(*flags, "--port", port) as (again, _):
        assert again == base
        assert httpx.get(f"{base}/Basic/a").json()["meta"]["versionId"] == "1"


def test_sigterm_drains_what_is_under_way(mongodb_uri: str, database: str, serve) -> None:
    body = json.dumps(basic("drained")).encode()
    flags = ("--mongodb-uri", mongodb_uri)
    with serve(*flags, FHIR_MONGODB_DATABASE=database) as (base, process):

        def halves() -> Iterator[bytes]:
            yield body[:10]
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            with pytest.raises(httpx.ConnectError):  # nothing new is taken
                httpx.get(f"{base}/Basic/drained")
            yield body[10:]

        headers = {"Content-Type": "application/fhir+json"}
        answer = httpx.put(f"{base}/Basic/drained", content=halves(), headers=headers)
        assert answer.status_code == 201
        assert process.wait(30) == 0


@pytest.mark.parametrize("form", ["json", "console"])
def test_logs_hold_no_personal_data(
    tmp_path: Path, mongodb_uri: str, database: str, serve, form: str
) -> None:
    log = tmp_path / "log"
    variables = {"FHIR_LOG_LEVEL": "debug", "FHIR_LOG_FORMAT": form}
    flags = ("--mongodb-uri", mongodb_uri)
    with serve(*flags, log=log, FHIR_MONGODB_DATABASE=database, **variables) as (base, _):
        person = {"resourceType": "Patient", "name": [{"family": "Ouyang"}]}
        httpx.post(f"{base}/Patient", json=person).raise_for_status()
        httpx.get(f"{base}/Patient", params={"identifier": "Ouyang"})
        httpx.post(f"{base}/Patient", json={**person, "wrong": "Ouyang"})
        httpx.post(f"{base}/Patient", content=b'{"resourceType": "Patient", "name": "Ouyang')
    assert "Ouyang" not in log.read_text()
    assert "Traceback" not in log.read_text()


def test_settings_come_from_the_environment_and_reach_the_workers(
    mongodb_uri: str, database: str, serve
) -> None:
    flags = ("--mongodb-uri", mongodb_uri, "--workers", "2")
    variables = {"FHIR_MONGODB_DATABASE": database, "FHIR_UPDATE_CREATE": "false"}
    with serve(*flags, **variables) as (base, _):
        assert httpx.put(f"{base}/Basic/new", json=basic("new")).status_code in (404, 405)


def basic(identity: str) -> dict[str, object]:
    return {"resourceType": "Basic", "id": identity, "code": {"text": "test"}}
