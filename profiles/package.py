"""`python -m profiles.package`: the FHIR package of the profiles as a `.tgz`.

It is the same byte for byte each time, and needs neither Node nor a network: `generated/` holds all
that is in it.

Source: https://confluence.hl7.org/display/FHIR/NPM+Package+Specification
"""

import argparse
import gzip
import io
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from profiles import GENERATED

# What the index of a package says of each resource, as far as the resource has it.
INDEXED = ("resourceType", "id", "url", "version", "kind", "type", "supplements", "content")


def files() -> Iterator[tuple[str, bytes]]:
    """The files of the package by their names in it, in order."""
    yield "package/package.json", (GENERATED / "package.json").read_bytes()
    yield from _resources("package", GENERATED)
    yield from _resources("package/example", GENERATED / "examples")


def _resources(name: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """The resources of a folder, after the index that tells what they are without reading them."""
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("[A-Z]*.json"))}
    entries = [_entry(filename, json.loads(raw)) for filename, raw in found.items()]
    index = {"index-version": 2, "files": entries}
    yield f"{name}/.index.json", json.dumps(index, indent=1).encode()
    for filename, raw in found.items():
        yield f"{name}/{filename}", raw


def _entry(filename: str, resource: dict[str, Any]) -> dict[str, str]:
    said = {key: resource[key] for key in INDEXED if isinstance(resource.get(key), str)}
    return {"filename": filename, **said}


def packed() -> bytes:
    """The package as a `.tgz` in which nothing tells when or by whom it was made."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, raw in files():
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return gzip.compress(tar.getvalue(), mtime=0)


def write(folder: Path) -> Path:
    """Write the package into a folder, under its name and version; returns the file."""
    manifest = json.loads((GENERATED / "package.json").read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{manifest['name']}-{manifest['version']}.tgz"
    file.write_bytes(packed())
    return file


def main(arguments: Sequence[str]) -> None:
    """Write the package and say where."""
    parser = argparse.ArgumentParser("python -m profiles.package", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("dist"), help="where (dist)")
    sys.stdout.write(f"{write(parser.parse_args(arguments).folder)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
