"""The demo data: the worked case of Hainan's policy, and the households around it."""

from datetime import date
from typing import Any

from profiles import cases

CONTRACT = "demo-contract"
HOUSEHOLDS = 80


def bundle(today: date) -> dict[str, Any]:
    """Make the demo data: one transaction Bundle, dated relative to `today`.

    Every entry is a PUT with a fixed id: loading it again renews the same resources.
    """
    return cases.bundle("hainan-2024", today, "demo", HOUSEHOLDS)
