"""Installed packages: find them, and gather a package with what it depends on.

Nothing is downloaded. R4 core and the family doctor profiles are built in.

Source: https://confluence.hl7.org/display/FHIR/NPM+Package+Specification (versions, dependencies)
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import profiles
from conformance.says import Says, says

from .errors import PackageError
from .folders import packages_folder
from .package import Package, load_package
from .versions import means, precedence

CORE = "hl7.fhir.r4.core"
CORE_VERSION = "4.0.1"
# A local build of a package, or else the last build its authors published.
BUILDS = {"dev": ("dev", "current"), "current": ("current",)}


def built_in() -> dict[str, str]:
    """The packages that need not be installed: versions by name."""
    manifest = profiles.read("package.json")
    return {CORE: CORE_VERSION, manifest["name"]: manifest["version"]}


def is_built_in(name: str, version: str = "") -> bool:
    """Whether a package is the one built in: R4 core always, ours unless another is installed."""
    return name == CORE or (name in built_in() and place_of(name, version) is None)


class Place(NamedTuple):
    """An installed package: its name, the version in its folder's name, its folder."""

    name: str
    version: str
    folder: Path


class Gathered(NamedTuple):
    """Packages, dependencies before what needs them; and a clause for each that is missing."""

    packages: list[Package]
    missing: list[Says]


def places() -> list[Place]:
    """The installed packages, by name and version."""
    folder = packages_folder()
    found = [p for p in folder.iterdir() if p.is_dir()] if folder.is_dir() else []
    split = [(p.name.partition("#"), p) for p in found]
    named = [Place(name, version, p) for (name, _, version), p in split if version]
    return sorted(named, key=lambda p: (p.name, precedence(p.version)))


def place_of(name: str, version: str = "") -> Place | None:
    """The installed package that a name and a version mean: the highest, releases first.

    A version is exact (`4.0.1`), has a wild card (`4.0.x`), is `latest`, or names a build (`dev`:
    the local one, else `current`).
    """
    named = [p for p in places() if p.name == name]
    for build in BUILDS.get(version, ()):
        for place in named:
            if place.version == build:
                return place
    meant = [p for p in named if means(version, p.version)]
    return max(meant, key=_rank) if meant else None


def _rank(place: Place) -> tuple[bool, bool, object]:
    version = place.version
    return version[:1].isdigit(), "-" not in version, precedence(version)


def installed(name: str, version: str = "") -> Package:
    """The installed package that a name and a version mean (see `place_of`).

    Raises:
        PackageError: it is not there, or cannot be read.

    """
    place = place_of(name, version)
    if place is None:
        wanted = f"{name}#{version}" if version else name
        raise PackageError(says("package-not-installed", package=wanted, offer=_offer(name)))
    return load_package(place.folder)


def _offer(name: str) -> Says:
    versions = [p.version for p in places() if p.name == name]
    return says("package-versions", versions=versions) if versions else says("package-how")


def gather(wanted: Iterable[str | Path]) -> Gathered:
    """Packages with everything they depend on, from the folder of installed packages.

    What is wanted is a path or a name, as for `open_package`. A missing dependency is no error:
    what it defines is unknown.

    Raises:
        PackageError: what is wanted itself is not there or cannot be read.

    """
    found: dict[str, Package] = {}
    missing: dict[str, Says] = {}  # by what needs and what is needed
    for one in wanted:
        _gather(open_package(one), found, missing)
    return Gathered(_newest_last(list(found.values())), list(missing.values()))


def _gather(package: Package, found: dict[str, Package], missing: dict[str, Says]) -> None:
    """Add what a package needs, then the package."""
    under_way = {str(package)}
    stack = [(package, iter(package.manifest.dependencies.items()))]
    while stack:
        needing, rest = stack[-1]
        for name, version in rest:
            needed = _dependency(needing, name, version, missing)
            if needed and str(needed) not in found and str(needed) not in under_way:
                under_way.add(str(needed))
                stack.append((needed, iter(needed.manifest.dependencies.items())))
                break
        else:
            stack.pop()
            found[str(needing)] = needing


def _dependency(
    needing: Package, name: str, version: str, missing: dict[str, Says]
) -> Package | None:
    try:
        return None if is_built_in(name, version) else installed(name, version)
    except PackageError as error:
        needed = f"{name}#{version}"
        clause = says("package-needs", package=str(needing), needed=needed, why=error.says)
        missing[f"{needing} {needed}"] = clause
        return None


def _newest_last(packages: list[Package]) -> list[Package]:
    """The same order, but of several versions of a package the highest comes last."""
    by_name: dict[str, list[Package]] = {}
    for package in packages:
        by_name.setdefault(package.manifest.name, []).append(package)
    for same in by_name.values():
        same.sort(key=lambda p: precedence(p.manifest.version), reverse=True)
    return [by_name[p.manifest.name].pop() for p in packages]


def open_package(wanted: str | Path) -> Package:
    """The package in a `.tgz` or folder, or the installed one of a `name` or `name#version`.

    Raises:
        PackageError: it is not there, or cannot be read.

    """
    path = Path(wanted)
    if isinstance(wanted, Path) or path.exists() or "/" in wanted or wanted.endswith(".tgz"):
        return load_package(path)
    name, _, version = wanted.replace("@", "#").partition("#")
    return installed(name, version)
