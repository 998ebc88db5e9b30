"""`fhir-conformance requirements`: what is demanded, and what covers it."""

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table

from conformance import json
from conformance.checks.reports import worded
from conformance.checks.requirements import COVERS, Requirement, every_requirement
from conformance.checks.subjects import every_check
from conformance.says import Language, said, says

from . import arguments
from .arguments import word
from .output import opened, unreadable

_COLUMNS = ("id", "title", "coverage", *COVERS, "tests", "reason", "verb", "spec")


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = arguments.parser("requirements")
    add = made.add_argument
    add("--format", choices=sorted(_WRITERS), default="text", help=word("option-format"))
    add("--output", type=Path, metavar="FILE", help=word("option-output"))
    return made


def main(given: Sequence[str]) -> int:
    """Run the command; its exit status."""
    options, language = arguments.parsed(parser, given)
    rows = every_requirement(every_check().values())
    try:
        with opened(options.output) as out:
            _WRITERS[options.format](rows, language, out)
    except OSError as error:
        unreadable(error, language)
        return 2
    return 0


def _write_text(rows: list[Requirement], language: Language, out: TextIO) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    for row in rows:
        coverage = said(says(f"requirements-{row.coverage}"), language)
        covers = ", ".join(row.covers)
        why = "; ".join(filter(None, (covers, worded(row.reason, language))))
        table.add_row(row.id, coverage, worded(row.title, language), why)
    width = None if out.isatty() else 160
    console = Console(file=out, highlight=False, markup=False, width=width)
    console.print(table)
    counts = Counter(row.coverage for row in rows)
    numbers = {name: counts[name] for name in ("covered", "partly", "open")}
    console.print(said(says("requirements-summary", all=len(rows), **numbers), language))


def _write_json(rows: list[Requirement], language: Language, out: TextIO) -> None:
    out.write(json.encode([_cells(row, language) for row in rows]).decode())
    out.write("\n")


def _write_csv(rows: list[Requirement], language: Language, out: TextIO) -> None:
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        cells = _cells(row, language)
        writer.writerow({k: " ".join(v) if isinstance(v, list) else v for k, v in cells.items()})


def _cells(row: Requirement, language: Language) -> dict[str, str | list[str]]:
    return {
        "id": row.id,
        "title": worded(row.title, language),
        "coverage": row.coverage,
        **{kind: list(getattr(row, kind)) for kind in (*COVERS, "tests")},
        "reason": worded(row.reason, language),
        "verb": row.verb,
        "spec": row.spec,
    }


_WRITERS: dict[str, Callable[[list[Requirement], Language, TextIO], None]] = {
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
