"""`fhir-conformance snapshot`: the snapshot of a profile, from its differential."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from conformance.json import JsonError, decode
from conformance.packages import Library, PackageError, gather
from conformance.snapshot import SnapshotError
from conformance.xml import XmlError, from_xml

Json = dict[str, Any]


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        "fhir-conformance snapshot",
        description="Make the snapshot of a StructureDefinition anew, and write the whole as JSON.",
        epilog="exit status: 0 done, 2 wrong usage or a snapshot that cannot be made",
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help="a StructureDefinition as JSON or XML, or -")
    parser.add_argument(
        "--package",
        action="append",
        default=[],
        metavar="PACKAGE",
        help="where it builds on more than R4: .tgz, folder or name#version; may be repeated",
    )
    parser.add_argument(
        "--with",
        dest="beside",
        action="append",
        default=[],
        metavar="FILE",
        help="another definition it builds on; may be repeated",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it to a file")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; the answer is the exit status."""
    options = parser().parse_args(arguments)
    try:
        gathered = gather(options.package)
        structure = _read(options.file)
        library = Library.built_in().with_packages(*gathered.packages)
        library = library.with_resources([*map(_read, options.beside), structure])
        written = _written(library.snapshot(structure))
    except (OSError, JsonError, XmlError, PackageError, SnapshotError) as error:
        print(f"fhir-conformance: {error}", file=sys.stderr)
        for sentence in gathered.missing if isinstance(error, SnapshotError) else ():
            print(sentence, file=sys.stderr)
        return 2
    if options.output:
        options.output.write_bytes(written)
    else:
        sys.stdout.buffer.write(written)
    return 0


def _read(name: str) -> Json:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    resource = from_xml(data) if data.lstrip().startswith(b"<") else decode(data)
    if not isinstance(resource, dict) or resource.get("resourceType") != "StructureDefinition":
        raise SnapshotError(f"{name} is no StructureDefinition.")
    return resource


def _written(structure: Json) -> bytes:
    compact = msgspec.json.Encoder(decimal_format="number").encode(structure)
    return msgspec.json.format(compact, indent=2) + b"\n"
