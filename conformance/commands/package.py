"""`fhir-conformance package list | install | show`: the packages that definitions come from."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from conformance.definitions.core import core_pack
from conformance.packages import Package, PackageError, gather, open_package
from conformance.packages.folders import packages_folder
from conformance.packages.installed import CORE, built_in, is_built_in, places
from conformance.packages.sources import FamilyDoctor, Packed, Source
from conformance.says import Language

from . import arguments
from .arguments import word
from .output import complain


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = arguments.parser("package")
    actions = made.add_subparsers(metavar="ACTION", required=True)
    listing = arguments.add_action(actions, "list")
    listing.set_defaults(run=_list)
    installing = arguments.add_action(actions, "install")
    files = word("option-install-files")
    installing.add_argument("files", nargs="+", type=Path, metavar="FILE", help=files)
    installing.set_defaults(run=_install)
    showing = arguments.add_action(actions, "show")
    showing.add_argument("package", metavar="PACKAGE", help=word("option-show-package"))
    showing.add_argument("--type", metavar="TYPE", help=word("option-show-type"))
    showing.set_defaults(run=_show)
    return made


def main(given: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options, language = arguments.parsed(parser, given)
    try:
        options.run(options, language)
    except PackageError as error:
        complain(error.says, language)
        return 2
    return 0


def _list(_: argparse.Namespace, __: Language) -> None:
    rows = [(name, version, word("built-in")) for name, version in built_in().items()]
    rows += [(p.name, p.version, str(p.folder)) for p in places()]
    widths = [max(len(row[i]) for row in rows) for i in range(2)]
    for name, version, where in rows:
        print(f"{name:<{widths[0]}}  {version:<{widths[1]}}  {where}")


def _install(options: argparse.Namespace, language: Language) -> None:
    from conformance.packages.install import install  # noqa: PLC0415

    done = [install(path) for path in options.files]
    for package in done:
        print(word("package-installed", package=package, folder=packages_folder()))
    for clause in gather(map(str, done)).missing:
        complain(clause, language)


def _show(options: argparse.Namespace, language: Language) -> None:
    source = _opened(options.package, language)
    found = sorted((d.type, d.url, d.version) for d in source.definitions())
    for kind, count in Counter(kind for kind, _, _ in found).items():
        print(f"  {count:>6,}  {kind}")
    for kind, url, version in found:
        if kind == options.type:
            print(f"{url}|{version}".rstrip("|"))


def _opened(wanted: str, language: Language) -> Source:
    """The definitions of a package; what it says of itself is printed."""
    for name, version in built_in().items():
        if wanted in (name, f"{name}#{version}") and is_built_in(*wanted.split("#")):
            print(f"{name}#{version}  {word('built-in')}")
            return Packed(core_pack()) if name == CORE else FamilyDoctor()
    package = open_package(wanted)
    _describe(package)
    for clause in gather([wanted]).missing:
        complain(clause, language)
    return package


def _describe(package: Package) -> None:
    manifest, needs = package.manifest, package.manifest.dependencies
    print(f"{package}  {manifest.title}".rstrip())
    for title, value in (
        (word("package-canonical"), manifest.canonical),
        ("FHIR", ", ".join(manifest.fhir_versions)),
        (word("package-about"), " ".join(manifest.description.split())),
        (word("package-dependencies"), ", ".join(f"{n}#{v}" for n, v in needs.items())),
    ):
        if value:
            print(f"  {title:<10}{value}")
