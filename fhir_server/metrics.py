"""Numbers for Prometheus: requests by interaction and status, and how long they took.

Counted in plain integers, on the event loop alone, and put into Prometheus' words when asked for:
its own counters take locks, which cost every request three microseconds.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from prometheus_client import REGISTRY
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

from .http import Call
from .routes import table

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Upper bounds in seconds; above the last there is one bucket more."""

KNOWN = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class Tally:
    """The requests of one method, route and status: how many by duration, and seconds in all."""

    seconds: float = 0.0
    within: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))


_tallies: dict[tuple[str, str, int], Tally] = {}


def observe(call: Call, status: int, seconds: float) -> None:
    """Count one answered request."""
    tally = _tallies.get((call.method, call.route, status)) or _new_tally(call, status)
    tally.seconds += seconds
    tally.within[bisect_left(BUCKETS, seconds)] += 1


def _new_tally(call: Call, status: int) -> Tally:
    # Bounded labels: the shape of the path, never its names, and only a shape that exists.
    route = call.route if call.route in table() else "other"
    method = call.method if call.method in KNOWN else "other"
    return _tallies.setdefault((method, route, status), Tally())


class Requests(Collector):
    """What Prometheus reads."""

    def collect(self) -> Iterator[Any]:
        """`fhir_requests_total` by method, route and status; `fhir_request_seconds` by the two."""
        answered = CounterMetricFamily(
            "fhir_requests", "Requests answered", labels=["method", "route", "status"]
        )
        took = HistogramMetricFamily(
            "fhir_request_seconds",
            "Time from the request's first byte to the answer's last, in seconds",
            labels=["method", "route"],
        )
        by_route: dict[tuple[str, str], Tally] = {}
        for (method, route, status), tally in list(_tallies.items()):
            answered.add_metric([method, route, str(status)], sum(tally.within))
            whole = by_route.setdefault((method, route), Tally())
            whole.seconds += tally.seconds
            whole.within = [a + b for a, b in zip(whole.within, tally.within, strict=True)]
        for labels, whole in by_route.items():
            took.add_metric(labels, _cumulative(whole.within), whole.seconds)
        yield answered
        yield took


def _cumulative(within: list[int]) -> list[tuple[str, int]]:
    bounds = [*(str(float(bound)) for bound in BUCKETS), "+Inf"]
    return [(bound, sum(within[: i + 1])) for i, bound in enumerate(bounds)]


REGISTRY.register(Requests())
