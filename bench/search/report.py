"""What was measured of one shape at all sizes: judged, printed, and as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.driver import Result

from .shapes import OTHER, Shape
from .site import Examined

MOST_GROWTH = 1.4
LEAST_MS = 1.0
"""Faster than this counts as this: there is nothing to gain."""
MUCH = 20
WAYS = ("store", "http")


@dataclass(slots=True)
class Measured:
    """One shape: runs by (way, size), and what is examined by size."""

    shape: Shape
    runs: dict[tuple[str, int], list[Result]] = field(default_factory=dict)
    examined: dict[int, Examined] = field(default_factory=dict)

    def add(self, way: str, size: int, result: Result | None) -> None:
        if result is not None:
            self.runs.setdefault((way, size), []).append(result)

    def ms(self, way: str, size: int, figure: str = "p50") -> float | None:
        """p50 or p99 in ms of the quietest run; None where it was not measured.

        What else the machine does makes a run slower, never faster.
        """
        runs = self.runs.get((way, size))
        return min(getattr(run, figure) for run in runs) * 1e3 if runs else None

    def growth(self, way: str) -> float | None:
        """How many times slower the largest size is than the smallest."""
        sizes = sorted(self.examined)
        least, most = self.ms(way, sizes[0]), self.ms(way, sizes[-1])
        if least is None or most is None:
            return None
        return max(most, LEAST_MS) / max(least, LEAST_MS)

    @property
    def failures(self) -> list[str]:
        """Sentences on what must not be."""
        found = [
            f"{self.shape.name}: {f}"
            for runs in self.runs.values()
            for r in runs
            for f in r.failures
        ]
        if any(e.walks for e in self.examined.values()) and not self.shape.walks:
            found.append(f"{self.shape.name}: scans a whole collection, and nothing says so")
        if self.shape.kind == OTHER:
            return found
        for way in WAYS:
            growth = self.growth(way)
            if growth and growth > MOST_GROWTH:
                found.append(
                    f"{self.shape.name}: grows by {growth:.2f} ({way}), wanted {MOST_GROWTH}"
                )
        return found

    @property
    def notes(self) -> list[str]:
        """What is worth naming of the largest size."""
        last = self.examined[max(self.examined)]
        found = [
            f"x{g:.1f}" for g in [max(filter(None, map(self.growth, WAYS)))] if g > MOST_GROWTH
        ]
        if last.ratio > MUCH:
            found.append(f"examines {last.ratio:,.0f} for each result")
        if last.walks:
            found.append(f"scans the collection: {self.shape.walks or 'unannounced'}")
        return found


def heading(sizes: Sequence[int]) -> str:
    """Column titles: p50/p99 in ms for each way and size, growth of p50, examined/returned."""
    text = f"{'shape':37}{'kind':11}"
    for way in WAYS:
        text += "".join(f"{f'{way} {size:,}':>15}" for size in sizes) + f"{'x':>6}"
    return f"{text}{'examined':>10}{'ratio':>7}"


def line(measured: Measured) -> str:
    """One row of the table."""
    sizes = sorted(measured.examined)
    text = f"{measured.shape.name:37}{measured.shape.kind:11}"
    for way in WAYS:
        text += "".join(f"{_pair(measured, way, size):>15}" for size in sizes)
        growth = measured.growth(way)
        text += f"{growth:6.2f}" if growth else f"{'':6}"
    last = measured.examined[sizes[-1]]
    looked = max(last.keys, last.documents)
    return f"{text}{looked:10,.0f}{last.ratio:7.1f}  {', '.join(measured.notes)}".rstrip()


def _pair(measured: Measured, way: str, size: int) -> str:
    p50, p99 = measured.ms(way, size), measured.ms(way, size, "p99")
    return "" if p50 is None else f"{p50:.2f}/{p99:.1f}"


def as_json(all_measured: Sequence[Measured]) -> list[Mapping[str, Any]]:
    """Everything, for a machine."""
    return [
        {
            "shape": m.shape.name,
            "kind": m.shape.kind,
            "url": m.shape.url,
            "growth": {way: m.growth(way) for way in WAYS},
            "sizes": [
                {
                    "patients": size,
                    "keys_examined": e.keys,
                    "documents_examined": e.documents,
                    "returned": e.returned,
                    "examined_per_result": e.ratio,
                    "plans": sorted(e.plans),
                }
                | {f"{way}_{f}_ms": m.ms(way, size, f) for way in WAYS for f in ("p50", "p99")}
                for size, e in sorted(m.examined.items())
            ],
        }
        for m in all_measured
    ]
