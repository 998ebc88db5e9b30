"""The files of a package from outside: a `.tgz` that nobody has looked into, or a folder.

Nothing is written here, and no name is trusted: what leads out of the package, is no plain file, or
unpacks to more than a package holds is refused before it is read.

Source: https://confluence.hl7.org/display/FHIR/NPM+Package+Specification
"""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from conformance.says import says, says_os

from .errors import PackageError
from .folders import listed

MAX_FILES = 100_000
MAX_FILE = 200_000_000
MAX_BYTES = 2_000_000_000
# JSON packs 10 to 30 times; this many are a bomb, unless it is a small one.
MAX_RATIO = 200
SMALL = 20_000_000

BROKEN = (
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RecursionError,
)


class File(NamedTuple):
    """A file: its path below `package/`, with `/`, and its content."""

    name: str
    data: bytes


def files_of(path: Path) -> Iterator[File]:
    """The files below `package/` of a `.tgz`, or right in a folder.

    Raises:
        PackageError: it cannot be read, or holds what no package does.

    """
    return _in_folder(path) if path.is_dir() else _archived(path)


def _archived(path: Path) -> Iterator[File]:
    try:
        with (
            path.open("rb") as file,
            _Bounded(file, path.stat().st_size) as unzipped,
            tarfile.open(fileobj=unzipped, mode="r:") as archive,
        ):
            yield from _members(archive, unzipped)
    except PackageError:
        raise
    except BROKEN as error:
        raise PackageError(says("package-archive")) from error


def _members(archive: tarfile.TarFile, unzipped: "_Bounded") -> Iterator[File]:
    seen: set[str] = set()
    for number, member in enumerate(archive):
        if number >= MAX_FILES:
            raise PackageError(says("package-files", most=MAX_FILES))
        _check_member(member)
        unzipped.check(member.offset_data + member.size)
        parts = PurePosixPath(member.name).parts
        if member.isdir() or parts[0] != "package":
            continue
        name = "/".join(parts[1:])
        if name in seen:
            raise PackageError(says("package-twice", name=name))
        seen.add(name)
        content = archive.extractfile(member)
        yield File(name, content.read() if content else b"")


def _check_member(member: tarfile.TarInfo) -> None:
    name = member.name
    shown = name[:200]
    if member.issym() or member.islnk():
        raise PackageError(says("package-link", name=shown))
    if member.issparse() or not (member.isfile() or member.isdir()):
        raise PackageError(says("package-device", name=shown))
    if not name or _leads_out(name):
        raise PackageError(says("package-outside", name=shown))
    if not 0 <= member.size <= MAX_FILE:
        raise PackageError(says("package-file-size", name=shown, size=member.size))


def _leads_out(name: str) -> bool:
    """Whether a name is absolute or climbs, on any system."""
    return (
        name.startswith("/")
        or ".." in PurePosixPath(name).parts
        or any(c in '\\:*?"<>|' or c < " " or c == "\x7f" for c in name)
    )


class _Bounded(gzip.GzipFile):
    """A gzip stream that ends with an error where it unpacks to more than a package holds."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        super().__init__(fileobj=file, mode="rb")
        self.most = min(MAX_BYTES, max(SMALL, size * MAX_RATIO))

    def check(self, end: int) -> None:
        """Refuse to go on to a position."""
        if end > self.most:
            raise PackageError(says("package-size", most=self.most))

    def read(self, size: int | None = -1) -> bytes:
        """Read; a tar header may ask for any size too."""
        asked = -1 if size is None else size
        if not 0 <= asked <= MAX_FILE:
            raise PackageError(says("package-block"))
        self.check(self.tell() + asked)
        return super().read(asked)


def _in_folder(folder: Path) -> Iterator[File]:
    total = 0
    for number, entry in enumerate(listed(folder)):
        total += entry.stat(follow_symlinks=False).st_size
        if number >= MAX_FILES or total > MAX_BYTES:
            raise PackageError(says("package-folder-size"))
        try:
            yield File(entry.name, Path(entry.path).read_bytes())
        except OSError as error:
            raise PackageError(says("os-at", file=entry.path, why=says_os(error))) from error
