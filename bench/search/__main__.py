"""`python -m bench.search`: load the populations, time each shape of search on each, judge.

Ends with 1 when a shape that must be flat is not, a request failed, a collection is scanned where
nothing says so, or bad input is not refused at once.
"""

import argparse
import asyncio
import json
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import structlog

from bench import processes
from fhir_server.store.embedded import embedded

from . import bad_input
from .load import ensure
from .report import Measured, as_json, heading, line
from .shapes import SHAPES
from .site import Site

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench.search", description=__doc__)
    parser.add_argument("--patients", default="1000,8000", help="sizes (default 1000,8000)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each shape (default 5)")
    parser.add_argument("--seconds", type=float, default=0.2, help="length of a run (default 0.2)")
    parser.add_argument("--shapes", default="", help="only those with this in their name")
    parser.add_argument("--anew", action="store_true", help="load the populations again")
    parser.add_argument("--json", type=Path, help="write everything measured to this file")
    parser.add_argument("--cache-gb", type=float, default=4.0, help="mongod's cache (default 4)")
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=CACHE / "family-doctor-fhir" / "bench-search",
        help="where the loaded populations are kept (default %(default)s)",
    )
    return parser.parse_args()


def main() -> int:
    given = arguments()
    quiet = structlog.make_filtering_bound_logger(logging.WARNING)
    structlog.configure(wrapper_class=quiet)
    sizes = sorted(map(int, given.patients.split(",")))
    shapes = [shape for shape in SHAPES if given.shapes in shape.name]
    given.data_dir.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        uri = stack.enter_context(embedded(given.data_dir, given.cache_gb))
        runner = stack.enter_context(asyncio.Runner())
        sites = [
            _site(stack, runner, ensure(uri, size, anew=given.anew), uri, size) for size in sizes
        ]
        all_measured = [Measured(shape) for shape in shapes]
        measure(all_measured, sites, given.rounds, given.seconds)
        refused = list(bad_input.answered(sites[-1].base))
    print(heading(sizes))
    print(*map(line, all_measured), sep="\n")
    print("", bad_input.heading(), *(each.line() for each in refused), sep="\n")
    if given.json:
        given.json.write_text(json.dumps(as_json(all_measured), indent=1))
    failures = [failure for measured in all_measured for failure in measured.failures]
    failures += [each.failure for each in refused if each.failure]
    for sentence in failures:
        print(f"FAILED: {sentence}")
    return 1 if failures else 0


def _site(stack: ExitStack, runner: asyncio.Runner, database: str, uri: str, size: int) -> Site:
    port = processes.free_port()
    stack.enter_context(processes.server(uri, port, database))
    site = Site(runner, uri, database, size, f"http://127.0.0.1:{port}/fhir")
    stack.callback(site.close)
    return site


def measure(
    all_measured: Sequence[Measured], sites: Sequence[Site], rounds: int, seconds: float
) -> None:
    """All shapes in turn, each at all sizes, so that they meet the same weather and plan cache."""
    for measured in all_measured:  # orders that are slow ask for an index by this
        for site in sites:
            site.over_http(measured.shape, 0)
    for number in range(rounds):
        for measured in all_measured:
            for site in sites if number % 2 else reversed(sites):
                measured.add("store", site.size, site.at_store(measured.shape, seconds))
                measured.add("http", site.size, site.over_http(measured.shape, seconds))
    for measured in all_measured:
        for site in sites:
            measured.examined[site.size] = site.examined(measured.shape)


if __name__ == "__main__":
    sys.exit(main())
