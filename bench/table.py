"""Medians over the rounds, judged and printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from .driver import Result
from .rows import Row

FLOOR_LEAD = 2.5
LEAD_AT = 16
"""The coalesced floor must be this much faster than the bare loop at this concurrency."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of one target: its result, and the CPU seconds its server and mongod took for it."""

    result: Result
    server: float = 0.0
    mongod: float = 0.0


@dataclass(slots=True)
class Cell:
    """All runs of one row at one concurrency, by target: `server`, `floor`, `bare`, `peer`."""

    row: Row
    concurrency: int
    samples: dict[str, list[Sample]] = field(default_factory=dict)

    def add(self, target: str, sample: Sample) -> None:
        self.samples.setdefault(target, []).append(sample)

    def of(self, target: str, figure: Callable[[Sample], float]) -> float:
        """The median of a figure over the rounds; 0 when the target was not measured."""
        found = self.samples.get(target)
        return median(map(figure, found)) if found else 0.0

    def rate(self, target: str) -> float:
        """Requests a second."""
        return self.of(target, lambda s: s.result.rate)

    @property
    def ratio(self) -> float:
        """The server's share of the floor's rate; of the bare loop's, where nothing coalesces."""
        bare = not self.row.coalesced and "bare" in self.samples
        return self.rate("server") / self.rate("bare" if bare else "floor")

    @property
    def missed(self) -> str:
        """A sentence when the bar is missed."""
        if self.row.bar is None or self.ratio >= self.row.bar:
            return ""
        return (
            f"{self.row.name} at concurrency {self.concurrency}: {self.ratio:.2f} of the floor, "
            f"wanted {self.row.bar}"
        )

    @property
    def slow_floor(self) -> str:
        """A sentence when the floor is no fair measure."""
        if not self.row.coalesced or self.concurrency != LEAD_AT:
            return ""
        lead = self.rate("floor") / self.rate("bare")
        if lead >= FLOOR_LEAD:
            return ""
        return (
            f"the coalesced floor of {self.row.name} is only {lead:.1f} times the bare loop, "
            f"which must be {FLOOR_LEAD}: the comparison is worth nothing"
        )

    @property
    def failures(self) -> list[str]:
        """What went wrong, one line each."""
        return [
            f"{target} {self.row.name}: {failure}"
            for target, samples in self.samples.items()
            for sample in samples
            for failure in sample.result.failures
        ]


COLUMNS = (
    f"{'row':12}{'conc':>5} {'target':8}{'req/s':>9}{'res/s':>9}{'p50 ms':>9}{'p99 ms':>9}"
    f"{'cpu us':>8}{'mongod':>8}{'ratio':>7}  bar"
)


def lines(cell: Cell) -> list[str]:
    """A cell as lines of the table, one for each target; CPU is microseconds a request."""
    return [_line(cell, target) for target in cell.samples]


def _line(cell: Cell, target: str) -> str:
    rate = cell.rate(target)
    text = f"{cell.row.name:12}{cell.concurrency:5} {target:8}{rate:9,.0f}"
    text += f"{rate * cell.row.resources:9,.0f}" if cell.row.resources > 1 else " " * 9
    text += f"{cell.of(target, lambda s: s.result.p50) * 1e3:9.2f}"
    text += f"{cell.of(target, lambda s: s.result.p99) * 1e3:9.2f}"
    text += _micros(cell.of(target, lambda s: s.server / s.result.requests))
    text += _micros(cell.of(target, lambda s: s.mongod / s.result.requests))
    if target == "server":
        text += f"{cell.ratio:7.2f}"
        if cell.row.bar is not None:
            text += f"  {cell.row.bar:<5}{'MISSED' if cell.missed else 'ok'}"
    return text


def _micros(seconds: float) -> str:
    return f"{seconds * 1e6:8,.0f}" if seconds else " " * 8


def as_json(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """Everything measured, for a machine."""
    return [
        {
            "row": cell.row.name,
            "concurrency": cell.concurrency,
            "target": target,
            "requests_per_second": sample.result.rate,
            "p50_ms": sample.result.p50 * 1e3,
            "p99_ms": sample.result.p99 * 1e3,
            "server_cpu_us": sample.server / sample.result.requests * 1e6,
            "mongod_cpu_us": sample.mongod / sample.result.requests * 1e6,
        }
        for cell in cells
        for target, samples in cell.samples.items()
        for sample in samples
    ]
