"""`python -m conformance.mutants`: break every rule of profiles in valid examples.

Prints how many of the faults the validator finds, by the right rule and in the right place, and
lists the others. Ends with 1 when a fault was not found, with 2 when it could not be tried.
"""

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from conformance import json
from conformance.packages import Library, PackageError, gather

from .campaign import MOST_MUTANTS, Campaign, Result
from .corpus import Corpus
from .report import as_json, lines, survivors

_KINDS = ("resource", "complex-type", "primitive-type")


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser("python -m conformance.mutants", description=__doc__)
    add = parser.add_argument
    add("--examples", type=Path, action="append", required=True, help="folder of JSON examples")
    add("--package", action="append", default=[], help="a FHIR package: .tgz, folder, name#version")
    add("--profile", action="append", default=[], help="only this profile or type")
    add("--most", type=int, default=MOST_MUTANTS, help="mutants of a rule (default 2)")
    add("--jobs", type=int, default=2, help="processes (default 2)")
    add("--json", type=Path, help="write the mutants that were not found to this file")
    add("--list", action="store_true", help="list every rule that was not broken")
    return parser.parse_args()


def library_of(packages: Iterable[str]) -> tuple[Library, list[str]]:
    """R4 with packages, and the profiles to try: of the packages, or all of R4 without any."""
    core = Library.core()
    names = list(packages)
    if not names:
        return core, _profiles(core, core.urls("StructureDefinition"))
    given = gather(names).packages
    library = core.with_packages(*given)
    urls = (d.url for p in given for d in p.definitions() if d.type == "StructureDefinition")
    return library, _profiles(library, dict.fromkeys(urls))


def _profiles(library: Library, urls: Iterable[str]) -> list[str]:
    """The types and profiles among structures; logical models are none."""
    found = ((url, library.find(url, "StructureDefinition")) for url in urls)
    return [url for url, s in found if s and s["kind"] in _KINDS and s.get("derivation")]


@cache
def _campaign(packages: tuple[str, ...], folders: tuple[Path, ...], most: int) -> Campaign:
    return Campaign(library_of(packages)[0], Corpus.of_folders(folders), most=most)


def _run(packages: tuple[str, ...], folders: tuple[Path, ...], most: int, url: str) -> Result:
    return _campaign(packages, folders, most).run(url)


def main() -> int:
    """Run the campaign and report."""
    given = arguments()
    packages, folders = tuple(given.package), tuple(given.examples)
    missing = next((f for f in folders if not f.is_dir()), None)
    if missing is not None:
        return _refused(f"There is no folder {missing} with examples.")
    try:
        library, profiles = library_of(packages)
    except PackageError as error:
        return _refused(str(error))
    unknown = [url for url in given.profile if library.structure(url) is None]
    if unknown:
        return _refused(f"The profile {unknown[0]} is not known.")
    chosen = given.profile or profiles
    with ProcessPoolExecutor(given.jobs) as pool:
        tasks = [pool.submit(_run, packages, folders, given.most, url) for url in chosen]
        results = [task.result() for task in tasks]
    sys.stdout.writelines(f"{line}\n" for line in lines(results, whole=given.list))
    if given.json:
        given.json.write_bytes(json.encode(as_json(results)))
    return 1 if survivors(results) else 0


def _refused(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
