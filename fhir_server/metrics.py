"""Numbers for Prometheus: requests by interaction and status, and how long they took."""

from prometheus_client import Counter, Histogram

from .http import Call
from .routes import table

REQUESTS = Counter("fhir_requests_total", "Requests answered", ["method", "route", "status"])
SECONDS = Histogram(
    "fhir_request_seconds",
    "Time from the request's first byte to the answer's last, in seconds",
    ["method", "route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
KNOWN = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

_children: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}


def observe(call: Call, status: int, seconds: float) -> None:
    """Count one answered request."""
    # Bounded labels: the shape of the path, never its names, and only a shape that exists.
    route = call.route if call.route in table() else "other"
    key = call.method if call.method in KNOWN else "other", route, status
    found = _children.get(key)
    if found is None:
        method, route, _ = key
        found = REQUESTS.labels(method, route, status), SECONDS.labels(method, route)
        _children[key] = found
    found[0].inc()
    found[1].observe(seconds)
