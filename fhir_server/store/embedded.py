"""A MongoDB of our own: one `mongod`, a replica set of one node, that lives as long as the server.

The data directory holds

    server.lock   an OS lock of the server process: it vanishes with the process, however that ends
    port          where mongod listened last; taken again when free, so that clients find it
    mongod.log    its log of this run; mongod.log.1 is that of the run before
    db/           its data

The one who starts `mongod` is a thread that lives until `stop`: the kernel ends `mongod` when that
thread ends (see `launch`), so a killed server leaves nothing behind. The thread also starts
`mongod` again, on the same port, when that dies by itself.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import structlog
from pymongo import MongoClient
from pymongo.errors import ConnectionFailure, OperationFailure

from fhir_server.store import binary, launch, ownership
from fhir_server.store.binary import DatabaseError

log = structlog.get_logger(__name__)

LOOPBACK = "127.0.0.1"
START_SECONDS = 120.0  # recovery after a crash reads the journal, which can be long
STOP_SECONDS = 30.0
WATCH_SECONDS = 0.2
NOT_YET_INITIALIZED = 94
# What a transaction has written must stay in the cache until it commits. By default a fifth of the
# cache may be dirty, which in a small one is less than a transaction of 5,000 resources makes.
EVICTION = (
    "eviction_dirty_target=30,eviction_dirty_trigger=75,"
    "eviction_updates_target=20,eviction_updates_trigger=60"
)


@contextmanager
def embedded(data_dir: Path, cache_gb: float = 0.25) -> Iterator[str]:
    """Run a `mongod` on `data_dir`; the value is its URI, usable for transactions at once.

    `cache_gb` bounds WiredTiger's cache in GB (0.25 is MongoDB's own minimum).
    Raises DatabaseError when it cannot run or the directory belongs to another server.
    """
    mongod = Embedded(data_dir, cache_gb)
    try:
        yield mongod.start()
    finally:
        mongod.stop()


class Embedded:
    """The `mongod` of one data directory; `embedded` is the usual way to it."""

    def __init__(self, data_dir: Path, cache_gb: float = 0.25) -> None:
        self._dir = data_dir.absolute()
        self._db = self._dir / "db"
        self._log = self._dir / "mongod.log"
        self._cache_gb = max(cache_gb, 0.25)
        self._lock: int | None = None
        self._port = 0
        self._stopping = threading.Event()
        self._thread = ThreadPoolExecutor(1, "mongod")

    def start(self) -> str:
        """Claim the directory, start `mongod`, wait until it is primary; its URI."""
        try:
            self._db.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = ownership.claim(self._dir)
            child = self._thread.submit(self._launch).result()
        except OSError as error:
            raise DatabaseError(f"{self._dir} cannot be used: {error}") from error
        self._thread.submit(self._watch, child)
        return f"mongodb://{LOOPBACK}:{self._port}/?replicaSet={ownership.REPLICA_SET}"

    def stop(self) -> None:
        """End `mongod` cleanly and give the directory back; harmless when never started."""
        self._stopping.set()
        self._thread.shutdown()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _watch(self, child: subprocess.Popen[bytes]) -> None:
        """Start `mongod` again whenever it dies, until `stop`; then end it."""
        pause = 1.0
        while not self._stopping.wait(WATCH_SECONDS):
            if child.poll() is None:
                continue
            log.error("mongod died and is started again", code=child.returncode)
            try:
                child = self._launch()
                pause = 1.0
            except (DatabaseError, OSError) as error:
                log.warning("mongod could not be started again", reason=str(error))
                self._stopping.wait(pause)
                pause = min(2 * pause, 30.0)
        _end(child)

    def _launch(self) -> subprocess.Popen[bytes]:
        """A running, primary `mongod`."""
        program = binary.find()
        ownership.retire(self._db)
        for last_try in (False, False, True):
            port = self._choose_port()
            child, output = self._spawn(program, port)
            try:
                ready = self._until_primary(child, port)
            except BaseException:
                _end(child)
                raise
            if ready:
                self._port = port
                (self._dir / "port").write_text(str(port))
                return child
            reason = binary.explain(program, child.returncode, _tail(output), self._log, port)
            # Another program was quicker with the port, or a predecessor is still dying.
            if last_try or not ("its port" in reason or "another mongod" in reason):
                break
            self._stopping.wait(0.5)
        raise DatabaseError(reason)

    def _choose_port(self) -> int:
        """The port of before when it is free; once a URI is out it cannot change."""
        if self._port:
            return self._port
        with suppress(OSError, ValueError):
            saved = int((self._dir / "port").read_text())
            if _is_free(saved):
                return saved
        return _free_port()

    def _spawn(self, program: Path, port: int) -> tuple[subprocess.Popen[bytes], Path]:
        """Start `mongod`; what it says before it has its log goes to the file returned."""
        if self._log.exists():
            self._log.replace(self._log.with_suffix(".log.1"))
        output = self._dir / "mongod.out"
        launcher = [sys.executable, "-I", "-S", launch.__file__, str(os.getpid())]
        with output.open("wb") as sink:
            child = subprocess.Popen(  # noqa: S603
                [*launcher, str(program), *self._options(port)],
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the server, which drains first
            )
        return child, output

    def _options(self, port: int) -> list[str]:
        return [
            *("--dbpath", str(self._db)),
            *("--replSet", ownership.REPLICA_SET),
            *("--bind_ip", LOOPBACK),
            *("--port", str(port)),
            "--nounixsocket",
            "--noscripting",
            *("--wiredTigerCacheSizeGB", str(self._cache_gb)),
            *("--wiredTigerEngineConfigString", EVICTION),
            *("--oplogSize", "1024"),  # MB; the default is a share of the disk
            *("--logpath", str(self._log)),
            "--quiet",
            *("--slowOpSampleRate", "0"),  # slow operations are logged with the data they ask for
            *("--setParameter", "diagnosticDataCollectionEnabled=false"),
            *("--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"),
        ]

    def _until_primary(self, child: subprocess.Popen[bytes], port: int) -> bool:
        """Wait until `mongod` takes writes; False when it ended instead."""

        def poll(action: Callable[[], bool]) -> bool:
            deadline = time.monotonic() + START_SECONDS
            while child.poll() is None:
                if self._stopping.is_set():
                    raise DatabaseError("the server was stopped while mongod was starting")
                if time.monotonic() > deadline:
                    raise DatabaseError(
                        f"mongod is not ready after {START_SECONDS:.0f} s; its log is {self._log}"
                    )
                if action():
                    return True
                time.sleep(0.01)
            return False

        if not poll(lambda: not _is_free(port)):
            return False
        # A client of its own for the handshake: one made before the set exists never learns
        # that sessions are supported.
        with MongoClient[dict[str, Any]](LOOPBACK, port, directConnection=True) as client:
            return poll(lambda: _advance(client, self._db, f"{LOOPBACK}:{port}"))


def _advance(client: MongoClient[dict[str, Any]], db: Path, host: str) -> bool:
    """Bring the replica set one step nearer to a primary at `host`; True when it is there."""
    try:
        hello = client.admin.command("hello")
        if hello.get("isWritablePrimary") and hello.get("me") == host:
            return True
        _require_own(client, db)
        _configure(client, host)
    except ConnectionFailure:
        pass  # it ended, which the caller sees, or dropped us while changing its state
    except OperationFailure as error:
        log.debug("mongod is not ready to be configured", reason=error.details)
    return False


def _configure(client: MongoClient[dict[str, Any]], host: str) -> None:
    """Make the replica set, or tell one that was at another port where it is now."""
    try:
        config = client.admin.command("replSetGetConfig")["config"]
    except OperationFailure as error:
        if error.code != NOT_YET_INITIALIZED:
            raise
        first = {"_id": ownership.REPLICA_SET, "members": [{"_id": 0, "host": host}]}
        client.admin.command("replSetInitiate", first)
        return
    if config["members"][0]["host"] != host:
        config["members"][0]["host"] = host
        config["version"] += 1
        client.admin.command("replSetReconfig", config, force=True)


def _require_own(client: MongoClient[dict[str, Any]], db: Path) -> None:
    """Never configure a foreign `mongod` that took the port in the meantime."""
    options = client.admin.command("getCmdLineOpts")["parsed"]
    if options.get("storage", {}).get("dbPath") != str(db):
        raise DatabaseError("its port was taken by another mongod; start again")


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()  # the journal keeps every acknowledged write
        child.wait()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def _tail(output: Path) -> str:
    return output.read_text(errors="replace")[-10_000:]
