"""All indicators over a population in one go, and single reports over HTTP: seconds and memory."""

import asyncio
import resource
import sys
import time
from dataclasses import dataclass, field
from datetime import date

import httpx

import profiles
from fhir_server import memory
from fhir_server.operations.reports.asked import Period
from fhir_server.operations.reports.indicators import EXPRESSIONS
from fhir_server.operations.reports.run import Wanted, evaluated
from fhir_server.operations.reports.scope import Scope
from fhir_server.store.connect import connect
from fhir_server.store.mongo import Store
from profiles import policies

from .population import POLICY, TODAY

WANTED_SECONDS = 20.0
PERIOD = Period(date(2026, 1, 1), TODAY)
SINGLE = ("coverage-all", "performance-rate", "residents-contracted")
TIMEOUT = 120


@dataclass(slots=True)
class Measured:
    """What one evaluation took; `peak_mb` of memory more than before it.

    `cpu_seconds` are this process's: without them nobody can tell a slow evaluation from a busy
    machine.
    """

    measures: int
    seconds: float
    read: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int | None] = field(default_factory=dict)
    peak_mb: float = 0.0
    cpu_seconds: float = 0.0


def measures() -> list[dict[str, object]]:
    """Every Measure of the profiles."""
    return [profiles.load(entry.url) for entry in profiles.entries("Measure")]


def all_indicators(uri: str, database: str) -> Measured:
    """Evaluate every Measure over what is stored, as `$evaluate-measure` does."""
    return asyncio.run(_all_indicators(uri, database))


async def _all_indicators(uri: str, database: str) -> Measured:
    memory.settle()  # as the server does
    before = _peak_mb()
    done: dict[str, int] = {}

    def progress(type_: str, count: int) -> None:
        if type_ not in done:
            print(f"  reading {type_} …", file=sys.stderr)
        done[type_] = count

    async with connect(uri, database) as opened:
        wanted = Wanted(measures(), PERIOD, Scope(), policies.load(POLICY))
        started, cpu = time.perf_counter(), time.process_time()
        _, groups = await evaluated(Store(opened), wanted, progress)
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    counts = {
        str(measure["id"]): each[0].whole.populations[0].count
        for measure, each in zip(wanted.measures, groups, strict=True)
    }
    return Measured(len(groups), seconds, done, counts, _peak_mb() - before, cpu)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def over_http(base: str) -> dict[str, float]:
    """Seconds of all indicators in one request, and of some in one each."""
    period = {"periodStart": str(PERIOD.first), "periodEnd": str(PERIOD.last)}
    urls = [str(measure["url"]) for measure in measures()]
    asked = {"all": urls, **{name: [name] for name in SINGLE}}
    took = {}
    with httpx.Client(base_url=base, timeout=TIMEOUT) as client:
        for name, named in asked.items():
            started = time.perf_counter()
            answer = client.get(
                "Measure/$evaluate-measure",
                params=[*period.items(), *(("measure", each) for each in named)],
            )
            answer.raise_for_status()
            took[name] = time.perf_counter() - started
    return took


def report(measured: Measured, contracts: int) -> None:
    """Print what was measured."""
    rows = sum(measured.read.values())
    print(
        f"evaluate-measure, {measured.measures} measures with {len(EXPRESSIONS)} expressions over "
        f"{contracts:,} contracts: {measured.seconds:.1f} s ({measured.cpu_seconds:.1f} s of "
        f"processor time), {rows:,} resources read, "
        f"{measured.peak_mb:.0f} MB more memory"
    )
