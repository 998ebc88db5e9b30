"""Which inputs are done, kept in a file of one JSON object a line.

A line says: this content (SHA-256 of the file) was loaded whole into the server at that base URL,
and left this resource there. Before an input is skipped the server is asked for that resource, so
that lines about a server long wiped deceive nobody.
"""

from hashlib import file_digest
from pathlib import Path

import msgspec


class Done(msgspec.Struct, frozen=True):
    """One line."""

    sha256: str
    base_url: str
    home: str
    name: str


class Finished:
    """The inputs done at one server."""

    def __init__(self, file: Path, base_url: str) -> None:
        """Raise OSError at once if the file cannot be written, not after the first hour."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        self._file = file
        self._base_url = base_url
        self._homes = {line.sha256: line.home for line in _lines(file) if line.base_url == base_url}

    def home_of(self, sha256: str) -> str | None:
        """A resource that loading this content left behind; None when it was never done."""
        return self._homes.get(sha256)

    def add(self, sha256: str, home: str, name: str) -> None:
        """Note that an input is loaded whole."""
        line = msgspec.json.encode(Done(sha256, self._base_url, home, name))
        with self._file.open("ab") as file:
            file.write(b"\n" + line)  # a line cut short by a crash ends here


def digest(path: Path) -> str:
    """SHA-256 of a file as it lies there, packed or not."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _lines(file: Path) -> list[Done]:
    """The lines of a file; one that a crash cut short is left out."""
    lines: list[Done] = []
    for line in file.read_bytes().splitlines():
        try:
            lines.append(msgspec.json.decode(line, type=Done))
        except msgspec.DecodeError:
            continue
    return lines
