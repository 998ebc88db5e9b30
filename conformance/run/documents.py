"""The files to judge: found by name, folder or pattern, and cut into pieces a process can take."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import IO, NamedTuple

from conformance.says import Says, says, says_os

SUFFIXES = (".json", ".xml", ".ndjson", ".jsonl")
LARGEST = 64 * 1024 * 1024
"""The largest resource that is read, in bytes; NDJSON may be as long as it likes."""

_LINES_AT_ONCE = 512 * 1024
_NO_RESOURCES = frozenset({"package.json", ".index.json"})  # of FHIR and npm packages


class Piece(NamedTuple):
    """A part of a run: a file (whoever judges it reads it), or lines of NDJSON, from `first_line`.

    `failure` says in a clause why there is nothing to judge.
    """

    file: str
    data: bytes | None = None
    first_line: int = 0
    failure: Says | None = None


class Unreadable(Exception):
    """A file that cannot be read; `says` is a clause."""

    def __init__(self, says: Says) -> None:
        super().__init__(says.english)
        self.says = says


def pieces(names: Iterable[str]) -> Iterator[Piece]:
    """The pieces of what was named, in order: files, folders, patterns, `-` for standard input.

    What is named twice is read once.
    """
    seen: set[str] = set()
    for name in dict.fromkeys(names):
        if name == "-":
            yield from _piped(sys.stdin.buffer)
            continue
        files = list(_files(name))
        if not files:
            yield Piece(name, failure=_why_nothing(name))
        for file in files:
            if file in seen:
                continue
            seen.add(file)
            if _is_ndjson(file):
                yield from _lines(file)
            else:
                yield Piece(file)


def _is_ndjson(file: str) -> bool:
    """Whether a file holds one resource a line, by its name."""
    return file.removesuffix(".gz").endswith((".ndjson", ".jsonl"))


def read(file: str) -> bytes:
    """The content of a file, unpacked.

    Raises:
        Unreadable: it cannot be read, or is too large.

    """
    with _explained(), _opened(file) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(_too_large())
    return data


def _too_large() -> Says:
    return says("file-too-large", most=LARGEST // 1024**2)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what a broken file raises into Unreadable."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable(says("gzip-broken")) from error
    except OSError as error:
        raise Unreadable(says("file-unreadable", why=says_os(error))) from error


def _opened(file: str) -> IO[bytes]:
    return gzip.open(file) if file.endswith(".gz") else Path(file).open("rb")  # type: ignore[return-value]


def _files(name: str) -> Iterator[str]:
    path = Path(name)
    if path.is_dir():
        yield from (str(file) for file in sorted(path.rglob("*")) if _is_meant(file, path))
    elif path.exists():
        yield name
    else:
        found = glob(name, recursive=True)  # noqa: PTH207  # the pattern may be absolute
        yield from sorted(file for file in found if Path(file).is_file())


def _is_meant(file: Path, folder: Path) -> bool:
    parts = file.relative_to(folder).parts
    return (
        file.name.removesuffix(".gz").endswith(SUFFIXES)
        and file.name not in _NO_RESOURCES
        and not any(part.startswith(".") or part == "node_modules" for part in parts)
        and file.is_file()
    )


def _why_nothing(name: str) -> Says:
    return says("folder-empty" if Path(name).is_dir() else "file-missing")


def _lines(file: str) -> Iterator[Piece]:
    """Pieces of some megabytes of whole lines."""
    try:
        with _explained(), _opened(file) as stream:
            yield from _cut(file, stream, b"", 1)
    except Unreadable as error:
        yield Piece(file, failure=error.says)


def _cut(file: str, stream: IO[bytes], rest: bytes, first: int) -> Iterator[Piece]:
    """Cut what is left of a stream, `rest` before it, into whole lines counted from `first`."""
    while data := stream.read(_LINES_AT_ONCE):
        whole, newline, rest = (rest + data).rpartition(b"\n")
        if newline:
            yield Piece(file, whole, first)
            first += whole.count(b"\n") + 1
        if len(rest) > LARGEST:
            too_large = says("line-too-large", line=first, most=LARGEST // 1024**2)
            yield Piece(file, failure=too_large)
            return
    if rest.strip():
        yield Piece(file, rest, first)


def _piped(stream: IO[bytes]) -> Iterator[Piece]:
    """Standard input: NDJSON when its first line is an object of its own and more follows."""
    start = stream.read(_LINES_AT_ONCE)
    first, newline, more = start.lstrip().partition(b"\n")
    if newline and more.lstrip()[:1] == b"{" and first[:1] == b"{" and first.rstrip()[-1:] == b"}":
        yield from _cut("-", stream, start, 1)
        return
    data = start + stream.read(LARGEST + 1)
    yield Piece("-", data, failure=_too_large() if len(data) > LARGEST else None)
