"""`fhir-conformance package list | install | show`: the packages that definitions come from."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from conformance.definitions.core import core_pack
from conformance.packages import Package, PackageError, gather, open_package
from conformance.packages.folders import packages_folder
from conformance.packages.installed import CORE, built_in, is_built_in, places
from conformance.packages.sources import FamilyDoctor, Packed, Source


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        "fhir-conformance package",
        description="FHIR packages. Nothing is downloaded: packages are installed from files, into"
        " the folder FHIR_PACKAGES or ~/.fhir-conformance/packages.",
        epilog="exit status: 0 done, 2 wrong usage or a package that cannot be used",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the installed packages")
    listing.set_defaults(run=_list)
    installing = actions.add_parser("install", help="install packages from files or folders")
    installing.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".tgz or folder")
    installing.set_defaults(run=_install)
    showing = actions.add_parser("show", help="what a package says of itself and defines")
    showing.add_argument("package", metavar="PACKAGE", help=".tgz, folder or name#version")
    showing.add_argument("--type", metavar="TYPE", help="list the definitions of a type, too")
    showing.set_defaults(run=_show)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options = parser().parse_args(arguments)
    try:
        options.run(options)
    except PackageError as error:
        print(f"fhir-conformance: {error}", file=sys.stderr)
        return 2
    return 0


def _list(_: argparse.Namespace) -> None:
    rows = [(name, version, "built in") for name, version in built_in().items()]
    rows += [(p.name, p.version, str(p.folder)) for p in places()]
    widths = [max(len(row[i]) for row in rows) for i in range(2)]
    for name, version, where in rows:
        print(f"{name:<{widths[0]}}  {version:<{widths[1]}}  {where}")


def _install(options: argparse.Namespace) -> None:
    from conformance.packages.install import install  # noqa: PLC0415

    done = [install(path) for path in options.files]
    for package in done:
        print(f"{package} is installed in {packages_folder()}.")
    for sentence in gather(map(str, done)).missing:
        print(sentence, file=sys.stderr)


def _show(options: argparse.Namespace) -> None:
    source = _opened(options.package)
    found = sorted((d.type, d.url, d.version) for d in source.definitions())
    for kind, count in Counter(kind for kind, _, _ in found).items():
        print(f"  {count:>6,}  {kind}")
    for kind, url, version in found:
        if kind == options.type:
            print(f"{url}|{version}".rstrip("|"))


def _opened(wanted: str) -> Source:
    """The definitions of a package; what it says of itself is printed."""
    for name, version in built_in().items():
        if wanted in (name, f"{name}#{version}") and is_built_in(*wanted.split("#")):
            print(f"{name}#{version}  built in")
            return Packed(core_pack()) if name == CORE else FamilyDoctor()
    package = open_package(wanted)
    _describe(package)
    for sentence in gather([wanted]).missing:
        print(f"  {sentence}")
    return package


def _describe(package: Package) -> None:
    manifest = package.manifest
    print(f"{package}  {manifest.title}".rstrip())
    for title, value in (
        ("canonical", manifest.canonical),
        ("FHIR", ", ".join(manifest.fhir_versions)),
        ("about", " ".join(manifest.description.split())),
        ("needs", ", ".join(f"{n}#{v}" for n, v in manifest.dependencies.items())),
    ):
        if value:
            print(f"  {title:<10}{value}")
