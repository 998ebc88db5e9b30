"""Numbers for Prometheus: how far indexing is."""

from typing import Any

from prometheus_client import Gauge

EPOCH = Gauge("fhir_index_epoch", "Epoch of the search parameters in effect")
LEFT = Gauge("fhir_index_left", "Resources that still lack search entries", ["type"])


def note(state: dict[str, Any]) -> None:
    """Show the state of `store/epochs.py`."""
    EPOCH.set(state["epoch"])
    for type_, progress in state["progress"].items():
        LEFT.labels(type_).set(progress["left"])
