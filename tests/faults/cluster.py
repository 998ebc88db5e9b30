"""Real parts to break: replica sets of `mongod`, and `fhir-server serve` over them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from pymongo import MongoClient
from pymongo.errors import PyMongoError

from fhir_server.store import binary, launch

REPOSITORY = Path(__file__).parents[2]
BUILDS = Path(__file__).with_name("builds.py")
LOOPBACK = "127.0.0.1"
RECOVERY_SECONDS = 60.0
ELECTION_MS = 2_000


def until(condition: Callable[[], Any], what: str, seconds: float = RECOVERY_SECONDS) -> Any:
    """The condition's first true value; fails when there is none in time."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, f"{what}: not within {seconds:.0f} s"
        time.sleep(0.05)
    return value


def held_port() -> socket.socket:
    """A port that nobody else is given while its holder is down.

    Bound and not listening, the socket leaves the port free for servers alone, which bind it with
    SO_REUSEADDR like this one.
    """
    holder = socket.socket()
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind((LOOPBACK, 0))
    return holder


class Node:
    """One `mongod`, with a directory and a port that it keeps over its deaths."""

    def __init__(self, directory: Path) -> None:
        self._holder = held_port()
        self.port: int = self._holder.getsockname()[1]
        self.address = f"{LOOPBACK}:{self.port}"
        self._directory = directory
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; it may still be recovering when this returns."""
        self._directory.mkdir(parents=True, exist_ok=True)
        # The launcher ends it with us, should we be killed.
        launcher = [sys.executable, "-I", "-S", launch.__file__, str(os.getpid())]
        options = {
            "dbpath": self._directory,
            "replSet": "faults",
            "bind_ip": LOOPBACK,
            "port": self.port,
            "wiredTigerCacheSizeGB": 0.25,
            "oplogSize": 64,
            "logpath": self._directory / "mongod.log",
        }
        flags = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        flags += ["--setParameter", "diagnosticDataCollectionEnabled=false"]
        flags += ["--setParameter", "enableTestCommands=1"]
        flags += ["--nounixsocket", "--noscripting", "--logappend"]
        self._process = subprocess.Popen(
            [*launcher, binary.find(), *flags], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._holder.close()

    def freeze(self) -> None:
        """Stop it without closing a connection, like a hung disk or a partition."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def replicates(self, does: bool) -> None:
        """Whether this node, a secondary, takes over what the primary writes."""
        mode = "off" if does else "alwaysOn"
        with MongoClient[dict[str, Any]](self.address, directConnection=True) as client:
            client.admin.command("configureFailPoint", "stopReplProducer", mode=mode)

    def _signal(self, number: int) -> None:
        assert self._process is not None, "the node was started"
        self._process.send_signal(number)

    def hello(self) -> dict[str, Any]:
        """What it says of itself; nothing when it does not answer."""
        with MongoClient[dict[str, Any]](self.address, directConnection=True, timeoutMS=500) as c:
            try:
                return c.admin.command("hello")
            except PyMongoError:
                return {}


class Cluster:
    """A replica set of one or three nodes."""

    def __init__(self, directory: Path, size: int) -> None:
        self.nodes = [Node(directory / str(number)) for number in range(size)]
        hosts = ",".join(node.address for node in self.nodes)
        self.uri = f"mongodb://{hosts}/?replicaSet=faults"

    def start(self) -> None:
        """Start the nodes and make them a set with a primary."""
        for node in self.nodes:
            node.start()
        for node in self.nodes:
            until(node.hello, "mongod answers")
        config = {
            "_id": "faults",
            "members": [{"_id": i, "host": n.address} for i, n in enumerate(self.nodes)],
            "settings": {"electionTimeoutMillis": ELECTION_MS},
        }
        with MongoClient[dict[str, Any]](self.nodes[0].address, directConnection=True) as client:
            client.admin.command("replSetInitiate", config)
        self.primary()

    def primary(self) -> Node:
        """The node that takes writes, once there is one."""
        return until(
            lambda: next((n for n in self.nodes if n.hello().get("isWritablePrimary")), None),
            "the set has a primary",
        )

    def secondaries(self) -> list[Node]:
        """The other nodes, once they follow."""
        primary = self.primary()
        others = [n for n in self.nodes if n is not primary]
        for node in others:
            until(lambda node=node: node.hello().get("secondary"), "the node follows")
        return others

    def stop(self) -> None:
        """Nothing is kept."""
        for node in self.nodes:
            node.close()


@contextmanager
def cluster(directory: Path, size: int) -> Iterator[Cluster]:
    """A running replica set."""
    made = Cluster(directory, size)
    try:
        made.start()
        yield made
    finally:
        made.stop()


class Service:
    """`fhir-server serve` on one port and one database over all its lives."""

    def __init__(self, uri: str, database: str, log: Path) -> None:
        self._holder = held_port()
        self.port: int = self._holder.getsockname()[1]
        self.origin = f"http://{LOOPBACK}:{self.port}"
        self.base = f"{self.origin}/fhir"
        self.uri, self.database = uri, database
        self.process: subprocess.Popen[bytes] | None = None
        self._log = log
        self._variables = {
            "FHIR_PORT": str(self.port),
            "FHIR_MONGODB_URI": uri,
            "FHIR_MONGODB_DATABASE": database,
            "FHIR_LOG_LEVEL": "warning",
        }

    def start(self, *builds: str, workers: int = 1) -> None:
        """Start it and wait until it is ready; `builds` are changes of `builds.py` to it."""
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("FHIR_")}
        variables = {**inherited, **self._variables, "FHIR_WORKERS": str(workers)}
        with self._log.open("ab") as sink:
            self.process = subprocess.Popen(
                [sys.executable, BUILDS, ",".join(builds), "serve"],
                env={**variables, "PYTHONPATH": str(REPOSITORY), "PYTHONFAULTHANDLER": "1"},
                cwd=REPOSITORY,
                stdout=subprocess.DEVNULL,
                stderr=sink,
                start_new_session=True,
            )
        until(self.ready, "the server is ready")

    def ready(self) -> bool:
        """Whether it says so; fails when the process has ended."""
        assert self.process is not None, "the server was started"
        assert self.process.poll() is None, self.last_words()
        connection = HTTPConnection(LOOPBACK, self.port, timeout=10)
        with closing(connection), suppress(OSError, HTTPException):
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        return False

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None, "the server was started"
        self.process.terminate()
        return self.ended()

    def kill(self) -> None:
        """End it and its workers without a word; harmless when it has ended."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def ended(self) -> int:
        """Wait until it has ended by itself; its exit code."""
        assert self.process is not None, "the server was started"
        return self.process.wait(RECOVERY_SECONDS)

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._holder.close()

    def last_words(self) -> str:
        """How the process fares, and the end of its log."""
        code = self.process.poll() if self.process is not None else "never started"
        log = self._log.read_text()[-2_000:] if self._log.exists() else ""
        return f"server on port {self.port}, exit code {code}: {log}"

    def restart(self, *builds: str, workers: int = 1) -> None:
        """Kill it, should it still live, and start it again."""
        self.kill()
        self.start(*builds, workers=workers)

    def kill_worker(self, pid: int) -> None:
        """End one worker; the parent starts another in its place."""
        os.kill(pid, signal.SIGKILL)

    def workers(self) -> list[int]:
        """The process ids of its workers."""
        assert self.process is not None, "the server was started"
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [pid for pid in map(int, children.read_text().split()) if _serves(pid)]


def _serves(pid: int) -> bool:
    """Whether a child process is a worker, and not a helper of `multiprocessing`."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


@contextmanager
def service(uri: str, database: str, log: Path) -> Iterator[Service]:
    """A server that is not running yet; it is killed at the end.

    A failure meanwhile carries what the server had to say.
    """
    made = Service(uri, database, log)
    try:
        yield made
    except BaseException as error:
        error.add_note(made.last_words())
        raise
    finally:
        made.close()
