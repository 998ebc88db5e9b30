"""The folder of installed packages, laid out as FHIR tools do: `name#version/package/...`.

`FHIR_PACKAGES` names it; `~/.fhir/packages`, which other tools fill, will do too.
"""

import os
from pathlib import Path

from conformance.says import says, says_os

from .errors import PackageError


def packages_folder() -> Path:
    """Where packages are installed: `FHIR_PACKAGES`, or `~/.fhir-conformance/packages`."""
    named = os.environ.get("FHIR_PACKAGES")
    return Path(named) if named else Path.home() / ".fhir-conformance" / "packages"


def packs_folder() -> Path:
    """Where the packs of opened packages are kept."""
    return packages_folder() / ".packs"


def listed(folder: Path) -> list["os.DirEntry[str]"]:
    """The files right in a folder, in order of their names; links are refused."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        raise PackageError(says("os-at", file=folder, why=says_os(error))) from error
    for entry in found:
        if entry.is_symlink():
            link = says("package-link", name=entry.name)
            raise PackageError(says("package-at", path=folder, why=link))
    return [e for e in found if e.is_file(follow_symlinks=False)]
