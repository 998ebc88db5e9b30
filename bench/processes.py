"""The processes measured: mongod, the server, the floor; and what processor time they took."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
READY_SECONDS = 60


def cpu_seconds(pid: int | None) -> float:
    """Processor time of a process so far, all its threads, user and system; 0 for none."""
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def mongod_pid(data_dir: Path) -> int:
    """The process id that the embedded mongod wrote into its lock file."""
    return int((data_dir / "db" / "mongod.lock").read_text())


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(uri: str, port: int, database: str = "bench") -> Iterator[int]:
    """`fhir-server serve` on a database; its process id."""
    command = [sys.executable, "-m", "fhir_server.cli", "serve", "--port", str(port)]
    environment = {"FHIR_MONGODB_URI": uri, "FHIR_MONGODB_DATABASE": database}
    with _running(command, environment, f"http://127.0.0.1:{port}/health") as pid:
        yield pid


@contextmanager
def floor(uri: str, port: int) -> Iterator[int]:
    """The coalesced floor; its process id."""
    command = [sys.executable, "-m", "bench.floors", uri, str(port)]
    with _running(command, {}, f"http://127.0.0.1:{port}/read/0") as pid:
        yield pid


@contextmanager
def _running(command: list[str], environment: dict[str, str], probe: str) -> Iterator[int]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment, "FHIR_LOG_LEVEL": "warning"},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(probe, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{' '.join(process.args)} is not ready: {url} does not answer")
