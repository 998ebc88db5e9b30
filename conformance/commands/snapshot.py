"""`fhir-conformance snapshot`: the snapshot of a profile, from its differential."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from conformance.json import JsonError, decode
from conformance.packages import Library, PackageError, gather
from conformance.says import Says, says
from conformance.snapshot import SnapshotError
from conformance.xml import XmlError, from_xml

from . import arguments
from .arguments import word
from .output import complain, unreadable

Json = dict[str, Any]


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = arguments.parser("snapshot")
    add = made.add_argument
    add("file", metavar="FILE", help=word("option-structure"))
    add("--package", action="append", default=[], metavar="PACKAGE", help=word("option-package"))
    add(
        "--with",
        dest="beside",
        action="append",
        default=[],
        metavar="FILE",
        help=word("option-with"),
    )
    add("--output", type=Path, metavar="FILE", help=word("option-output"))
    return made


def main(given: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options, language = arguments.parsed(parser, given)
    missing: list[Says] = []
    try:
        packages, missing = gather(options.package)
        structure = _read(options.file)
        library = Library.built_in().with_packages(*packages)
        library = library.with_resources([*map(_read, options.beside), structure])
        written = _written(library.snapshot(structure))
        if options.output:
            options.output.write_bytes(written)
        else:
            sys.stdout.buffer.write(written)
    except (PackageError, SnapshotError) as error:
        for clause in (error.says, *missing):
            complain(clause, language)
        return 2
    except OSError as error:
        unreadable(error, language)
        return 2
    return 0


def _read(name: str) -> Json:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        resource = from_xml(data) if data.lstrip().startswith(b"<") else decode(data)
    except (JsonError, XmlError) as error:
        place = {"line": error.line, "column": error.column}
        raise SnapshotError(says("text-at", file=name, why=error.says, **place)) from error
    if not isinstance(resource, dict) or resource.get("resourceType") != "StructureDefinition":
        raise SnapshotError(says("snapshot-no-structure", file=name))
    return resource


def _written(structure: Json) -> bytes:
    compact = msgspec.json.Encoder(decimal_format="number").encode(structure)
    return msgspec.json.format(compact, indent=2) + b"\n"
