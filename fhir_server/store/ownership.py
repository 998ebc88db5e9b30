"""Whose data directory it is: one server's at a time, and that of no `mongod` left over.

The lock is the operating system's (`flock`), so it vanishes with the process that holds it: a lock
file that is there but not locked is stale, and just taken over.
"""

import fcntl
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from fhir_server.store.binary import DatabaseError

REPLICA_SET = "fhir"
"""Name of the embedded replica set; with the directory it tells our `mongod` from others."""
GRACE_SECONDS = 10.0
"""How long a `mongod` left over may take to end before it is killed."""


def claim(data_dir: Path) -> int:
    """Lock the directory for this process; the open file that is the lock."""
    lock = os.open(data_dir / "server.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(lock, 32).decode().strip() or "unknown"
        os.close(lock)
        raise DatabaseError(
            f"{data_dir} is in use by another fhir-server (process {holder}): "
            "stop that one, or choose another --data-dir"
        ) from None
    os.ftruncate(lock, 0)
    os.write(lock, f"{os.getpid()}\n".encode())
    return lock


def retire(db: Path) -> None:
    """See off the `mongod` of a server that was killed; it is about to end anyway."""
    try:
        pid = int((db / "mongod.lock").read_text())
    except (OSError, ValueError):
        return  # no run before, or a clean end
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + GRACE_SECONDS
        with suppress(ProcessLookupError):
            if _is_ours(pid, db):
                os.kill(pid, number)
        while time.monotonic() < deadline:
            if not _is_ours(pid, db):
                return
            time.sleep(0.02)


def _is_ours(pid: int, db: Path) -> bool:
    """Whether `pid` is a `mongod` that a server started on `db` (a number may be used again)."""
    try:
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return False
    return str(db) in arguments and REPLICA_SET in arguments and "--noscripting" in arguments
