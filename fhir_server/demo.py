"""The demo data: the worked case of Hainan's policy, and residents of the same team around it."""

from datetime import date
from typing import Any

from profiles import cases

Json = dict[str, Any]

POLICY, PREFIX = "hainan-2024", "demo"
NEIGHBOURS = 240


def bundles(today: date) -> list[Json]:
    """Make the demo data: transaction Bundles, dated relative to `today`.

    Every entry is a PUT with a fixed id: loading it again renews the same resources.
    """
    return [
        cases.bundle(POLICY, today, PREFIX),
        cases.around(POLICY, today, NEIGHBOURS, PREFIX),
    ]
