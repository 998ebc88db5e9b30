"""A FHIR package: its manifest, and its conformance resources as a pack.

The pack of a package is kept in the folder `.packs` of the installed packages, under a key made of
its path, sizes and times of change; with it a package opens in milliseconds. Where that folder
cannot be written, the pack is made anew each time.
"""

from pathlib import Path

import msgspec

from conformance.definitions.pack import Pack
from conformance.says import says

from .errors import PackageError
from .folders import listed, packs_folder
from .manifest import Manifest
from .sources import Packed

FORMAT = "1"


class Package(Packed):
    """The definitions of a package. Printed as `name#version`."""

    def __init__(self, manifest: Manifest, packed: Pack) -> None:
        super().__init__(packed)
        self.manifest = manifest

    def __str__(self) -> str:
        return f"{self.manifest.name}#{self.manifest.version}"


def load_package(path: Path) -> Package:
    """The package in a `.tgz` or in an unpacked folder.

    A folder is one with `package.json`, or one with a folder `package` that has it. Read are the
    files right beside `package.json`; examples and other subfolders are not.

    Raises:
        PackageError: it cannot be read, is not for FHIR R4, or holds what no package does.

    """
    unpacked = path / "package" if (path / "package").is_dir() else path
    kept = packs_folder() / f"{_key(unpacked)}.zst"
    packed = _opened(kept)
    if packed is None:
        # The means to unpack take longer to import than a kept pack to open.
        from .packing import make_pack  # noqa: PLC0415

        packed = make_pack(unpacked, kept)
    return Package(msgspec.convert(packed.index.about, Manifest), packed)


def _opened(kept: Path) -> Pack | None:
    try:
        return Pack(kept.read_bytes())
    except (OSError, ValueError):
        return None


def _key(path: Path) -> str:
    """A name that changes when the package does."""
    import hashlib  # noqa: PLC0415  # most runs load no package

    digest = hashlib.sha256(f"{FORMAT} {path.absolute()}".encode(errors="surrogateescape"))
    if path.is_dir():
        for entry in listed(path):
            status = entry.stat(follow_symlinks=False)
            digest.update(f"{entry.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    elif path.is_file():
        status = path.stat()
        digest.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    else:
        raise PackageError(says("package-at", path=path, why=says("os-missing")))
    return digest.hexdigest()[:32]
