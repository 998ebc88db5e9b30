"""`python -m bench.service`: load contracts, make all reports over them, judge.

Ends with 1 when all indicators take longer than wanted, or count what is not there.
"""

import argparse
import os
from contextlib import ExitStack
from pathlib import Path

from bench import processes
from fhir_server.store.embedded import embedded

from . import reports
from .load import ensure

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m bench.service", description=__doc__)
    parser.add_argument("--contracts", type=int, default=100_000, help="default 100,000")
    parser.add_argument("--anew", action="store_true", help="load the population again")
    parser.add_argument("--cache-gb", type=float, default=2.0, help="mongod's cache (default 2)")
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=CACHE / "family-doctor-fhir" / "bench-service",
        help="where the loaded population is kept (default %(default)s)",
    )
    return parser.parse_args()


def main() -> int:
    given = arguments()
    given.data_dir.mkdir(parents=True, exist_ok=True)
    failures = []
    with ExitStack() as stack:
        uri = stack.enter_context(embedded(given.data_dir, given.cache_gb))
        name = ensure(uri, given.contracts, anew=given.anew)
        measured = reports.all_indicators(uri, name)
        reports.report(measured, given.contracts)
        port = processes.free_port()
        stack.enter_context(processes.server(uri, port, name))
        for asked, seconds in reports.over_http(f"http://127.0.0.1:{port}/fhir").items():
            print(f"  over HTTP, {asked}: {seconds:.1f} s")
            if seconds > reports.WANTED_SECONDS:
                failures.append(f"{asked} over HTTP took {seconds:.1f} s")
    if measured.seconds > reports.WANTED_SECONDS:
        failures.append(f"all indicators took {measured.seconds:.1f} s, wanted 20")
    if measured.counts["residents-contracted"] != given.contracts:
        failures.append(f"{measured.counts['residents-contracted']} contracted residents counted")
    for sentence in failures:
        print(f"FAILED: {sentence}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
