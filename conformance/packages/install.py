"""Install a package: unpack it into the folder of installed packages."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from conformance.says import says, says_os

from .archive import File, files_of
from .errors import PackageError
from .folders import packages_folder
from .package import Package, load_package


def install(path: Path) -> Package:
    """Unpack a `.tgz`, or copy an unpacked folder, into the folder of installed packages.

    One of the same name and version is replaced, at once and whole.

    Raises:
        PackageError: it cannot be read or written, or is not for FHIR R4.

    """
    manifest = load_package(path).manifest
    folder = packages_folder()
    target = folder / f"{manifest.name}#{manifest.version}"
    unpacked = path / "package" if (path / "package").is_dir() else path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".install-") as scratch:
            _write(files_of(unpacked), Path(scratch, "new", "package"))
            if target.exists():
                target.rename(Path(scratch, "old"))
            Path(scratch, "new").rename(target)
    except OSError as error:
        raise PackageError(says("os-at", file=target, why=says_os(error))) from error
    return load_package(target)


def _write(files: Iterable[File], folder: Path) -> None:
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
