"""The inputs: which files are read, in which order, and the units of work inside them."""

import bz2
import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from conformance import json

from .entries import NO_RESOURCE, Json, Unloadable, fault_of, is_split, request_of, requests_of

_PACKED: dict[str, Callable[[IO[bytes]], Any]] = {".gz": gzip.open, ".bz2": bz2.open}
_LINES = frozenset({".ndjson", ".jsonl"})
_WHOLE = frozenset({".json"})

Watch = Callable[[Path, int], None]  # (file, bytes of it taken so far)

# What Synthea names the files that its patients' conditional references lead to.
_FIRST = re.compile(r"(hospital|practitioner)Information")


@dataclass(frozen=True, slots=True)
class Failure:
    """Something not loaded: where it stands, the cause in a few words, the whole reason."""

    path: Path
    where: str
    cause: str
    reason: str
    count: int = 1

    def __str__(self) -> str:
        """One line: `patients.ndjson, line 3: ...`."""
        return f"{self.path}{self.where}: {' '.join(self.reason.split())}"


@dataclass(slots=True)
class Unit:
    """What succeeds or fails as one: a single entry, or the entries of a transaction.

    `position` counts the units of a file, `where` names the place for a reader.
    """

    path: Path
    position: int
    where: str
    entries: list[Json]
    atomic: bool = False


def find(paths: Iterable[Path]) -> list[Path]:
    """The files to load: those named, and all of a fitting kind in the folders named.

    Folders are searched through in alphabetical order, hidden files left out.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files_in(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda file: (rank(file), str(file)))


def rank(path: Path) -> int:
    """Files of a higher rank wait until those of lower ones are loaded."""
    return 0 if _FIRST.search(path.name) else 1


def _files_in(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        visible = not any(part.startswith(".") for part in file.relative_to(folder).parts)
        if visible and _kind(file) in _LINES | _WHOLE and file.is_file():
            yield file


def _kind(path: Path) -> str:
    return Path(path.stem).suffix if path.suffix in _PACKED else path.suffix


def read(path: Path, watch: Watch | None = None) -> Iterator[Unit | Failure]:
    """The units of one file, and a Failure for each part that cannot be read."""
    try:
        with path.open("rb") as raw:
            unpack = _PACKED.get(path.suffix)
            stream = unpack(raw) if unpack else raw
            for position, part in enumerate(_parts(stream, _kind(path) in _LINES)):
                if watch:
                    watch(path, raw.tell())
                yield _named(path, position, part)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        yield Failure(path, "", "unreadable", reason or str(error) or "the file is damaged")


# Where it stands in its file, the entries or why there are none, whether they are one transaction.
_Part = tuple[str, list[Json] | str, bool]


def _named(path: Path, position: int, part: _Part) -> Unit | Failure:
    where, found, atomic = part
    if isinstance(found, str):
        return Failure(path, where, "unreadable", found)
    return Unit(path, position, where, found, atomic)


def _parts(stream: IO[bytes], by_line: bool) -> Iterator[_Part]:
    if not by_line:
        yield from _texts(stream.read(), "", None)
        return
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield from _texts(line, f", line {number}", number)


def _texts(text: bytes, where: str, line: int | None) -> Iterator[_Part]:
    """What one JSON text holds; `line` is its place in a file of several."""
    try:
        content = json.decode(text)
    except json.JsonError as error:
        at = f":{line or error.line}:{error.column}"
        yield at, str(error).partition(" (line ")[0], False
        return
    if isinstance(content, dict) and isinstance(content.get("resourceType"), str):
        yield from _contents(content, where)
    else:
        yield where, NO_RESOURCE, False


def _contents(resource: Json, where: str) -> Iterator[_Part]:
    if not is_split(resource):
        yield where, [request_of(resource)], False
        return
    try:
        entries = requests_of(resource)
    except Unloadable as reason:
        yield where, str(reason), False
        return
    if resource["type"] == "transaction":
        yield where, entries, True
        return
    for number, entry in enumerate(entries):
        yield f"{where}, entry[{number}]", fault_of(entry) or [entry], False
