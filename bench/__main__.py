"""`python -m bench`: start everything, measure server and floors in turn, print a table, judge.

Ends with 1 when a bar is missed, a request failed, or the floor is too slow to compare with.
"""

import argparse
import json
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from fhir_server.store.embedded import embedded

from . import bare, driver, floors, processes, wrk
from .data import PATIENTS, bundle
from .held import held_document
from .rows import ROWS, Row, fhir_requests, floor_requests
from .table import COLUMNS, Cell, Sample, as_json, lines


class Target:
    """A server under load, at a base URL; `pids` are its process and mongod's where known."""

    def __init__(
        self, name: str, base: str, pids: tuple[int | None, int | None] = (None, None)
    ) -> None:
        self.name, self.base, self._pids = name, base, pids
        parts = urlsplit(base)
        self.address = (parts.hostname or "127.0.0.1", parts.port or 80)
        prepare = floor_requests if name == "floor" else fhir_requests
        self._requests = {row.name: prepare(row, base) for row in ROWS}
        self._turns = {name: _cycle(found) for name, found in self._requests.items()}

    def measure(self, row: Row, concurrency: int, seconds: float) -> Sample:
        """One run. A run of writes ends when the feed has seen them: it belongs to their price."""
        before = [processes.cpu_seconds(pid) for pid in self._pids]
        if wrk.is_installed() and not row.writes:
            requests = self._requests[row.name]
            result = wrk.drive(self.address, requests, concurrency, seconds)
        else:
            result = driver.drive(self.address, self._turns[row.name], concurrency, seconds)
        if row.writes and self.name == "server":
            with urllib.request.urlopen(f"{self.base}/_history?_count=1") as reply:
                reply.read()
        after = [processes.cpu_seconds(pid) for pid in self._pids]
        return Sample(result, *(b - a for a, b in zip(before, after, strict=True)))


def _cycle(requests: list[bytes]) -> Iterator[bytes]:
    while True:
        yield from requests


def fill(base: str) -> None:
    """Put the Patients on a FHIR server, each in two versions, so that vread finds a first one."""
    for _ in range(2):
        for n in range(0, PATIENTS, 100):
            post = urllib.request.Request(base, bundle(range(n, n + 100), "PUT"))
            post.add_header("Content-Type", "application/fhir+json")
            with urllib.request.urlopen(post) as reply:
                reply.read()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each target (default 5)")
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a run (default 1)")
    parser.add_argument("--quick", action="store_true", help="two rounds of 0.4 s: a first look")
    parser.add_argument("--rows", default="", help="only these, separated by commas")
    parser.add_argument("--concurrency", default="1,16,64", help="default 1,16,64")
    parser.add_argument("--json", type=Path, help="write everything measured to this file")
    parser.add_argument("--url", help="base URL of a peer to measure beside; it is written to")
    given = parser.parse_args()
    if given.quick:
        given.rounds, given.seconds = 2, 0.4
    return given


def main() -> int:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="bench-") as directory, ExitStack() as stack:
        data_dir = Path(directory)
        uri = stack.enter_context(embedded(data_dir, cache_gb=0.5))
        mongod = processes.mongod_pid(data_dir)
        floors.prepare(uri)
        port = processes.free_port()
        pid = stack.enter_context(processes.server(uri, port))
        targets = [Target("server", f"http://127.0.0.1:{port}/fhir", (pid, mongod))]
        port = processes.free_port()
        pid = stack.enter_context(processes.floor(uri, port))
        targets.append(Target("floor", f"http://127.0.0.1:{port}", (pid, mongod)))
        if given.url:
            targets.append(Target("peer", given.url.rstrip("/")))
        for target in targets:
            if target.name != "floor":
                fill(target.base)
        cells = measure(given, targets, uri)
        slowed = held_document(uri, targets[0].address, targets[0].base, given.seconds)
    if given.json:
        given.json.write_text(json.dumps(as_json(cells), indent=1))
    return judge(cells, slowed)


def measure(given: argparse.Namespace, targets: list[Target], uri: str) -> list[Cell]:
    """Every row at every concurrency, the targets in turn, so that all meet the same weather."""
    print(f"writes: w majority, j true; reads: primary, majority; rounds: {given.rounds}")
    print(COLUMNS, flush=True)
    cells = []
    wanted = given.rows.split(",") if given.rows else [row.name for row in ROWS]
    for row in (row for row in ROWS if row.name in wanted):
        for concurrency in map(int, given.concurrency.split(",")):
            cell = Cell(row, concurrency)
            for target in targets:
                target.measure(row, concurrency, given.seconds / 4)
            for number in range(given.rounds):
                for target in targets if number % 2 else reversed(targets):
                    cell.add(target.name, target.measure(row, concurrency, given.seconds))
                if alone := bare.bare(uri, row.name, given.seconds / 2):
                    cell.add("bare", Sample(alone))
            print("\n".join(lines(cell)), flush=True)
            cells.append(cell)
    return cells


def judge(cells: list[Cell], slowed: str) -> int:
    """Print what is wrong; the exit code."""
    slow = [cell.slow_floor for cell in cells if cell.slow_floor]
    missed = [cell.missed for cell in cells if cell.missed]
    failures = [failure for cell in cells for failure in cell.failures]
    for sentence in (*slow, *missed, *failures[:10], *filter(None, [slowed])):
        print(f"FAILED: {sentence}")
    return 1 if slow or missed or failures or slowed else 0


if __name__ == "__main__":
    sys.exit(main())
