"""What a load tells at its end: lines, a table of failures by cause, a file of all of them."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .inputs import Failure
from .run import Tally


def show(tally: Tally, seconds: float, console: Console) -> None:
    """Print the summary: what cannot be read, what was refused and why, what was loaded."""
    for failure in tally.failures:
        if failure.cause == "unreadable":
            console.print(Text(str(failure), "red"), soft_wrap=True)
    if refused := [f for f in tally.failures if f.cause != "unreadable"]:
        console.print(_causes(refused))
    if tally.loaded:
        console.print(_types(tally))
    console.print(_verdict(tally, seconds), soft_wrap=True)


def _causes(refused: list[Failure]) -> Table:
    table = Table(
        "cause", "entries", "first place", "reason", title="Refused", title_justify="left"
    )
    table.columns[1].justify = "right"
    rows = list(_by_cause(refused))
    for cause, count, first in sorted(rows, key=lambda row: -row[1]):
        # Text, since names and reasons are not markup.
        cells = (cause, f"{count:,}", f"{first.path.name}{first.where}", first.reason)
        table.add_row(*(Text(cell, overflow="fold") for cell in cells))
    return table


def _by_cause(refused: list[Failure]) -> Iterator[tuple[str, int, Failure]]:
    for cause, group in groupby(sorted(refused, key=lambda f: f.cause), key=lambda f: f.cause):
        failures = list(group)
        yield cause, sum(f.count for f in failures), failures[0]


def _types(tally: Tally) -> Table:
    table = Table("type", "loaded", title="Loaded", title_justify="left")
    table.columns[1].justify = "right"
    for name, count in sorted(tally.loaded.items()):
        table.add_row(Text(name), f"{count:,}")
    return table


def _verdict(tally: Tally, seconds: float) -> Text:
    loaded, failed = tally.loaded.total(), sum(f.count for f in tally.failures)
    parts = [f"{loaded:,} entries loaded in {seconds:.1f} s ({loaded / max(seconds, 1e-3):,.0f}/s)"]
    if tally.skipped:
        parts.append(f"{len(tally.skipped):,} files skipped, as they were loaded before")
    if failed:
        parts.append(f"{failed:,} failed")
    if tally.stopped:
        parts.append(f"stopped: {tally.stopped}. Run the same command again to go on")
    return Text("; ".join(parts) + ".", "green" if tally.well else "red")


def write(failures: list[Failure], file: Path) -> None:
    """Write every failure as a JSON object a line."""
    lines = (
        {"file": str(f.path), "where": f.where.lstrip(", :"), "cause": f.cause, "reason": f.reason}
        for f in failures
    )
    file.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
