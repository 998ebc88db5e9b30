"""The demo data: one fictitious household, its family doctors, their contract and a referral.

The `*.json` files beside this module hold the resources, in the order a reader meets them. All of
it is plainly invented: people are called 示例 ("example"), telephone numbers start with 000-555,
and resident ID and institution numbers carry right check digits over division 990000, which
GB/T 2260 does not assign, so that they pass format checks and can belong to nobody. Every
resource bears the security label HTEST, "test health data".

Dates that must stay near the present are written `{today-200d}` or `{today-200d+1y-1d}`: signed
200 days ago for one year less a day. Dates of birth are fixed, since the ID numbers contain them.
"""

import calendar
import re
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from conformance import json

_HOME = "https://family-doctor-fhir.github.io/demo"
_PLACEHOLDER = re.compile(r"\{today((?:[+-]\d+[dy])*)\}")
_STEP = re.compile(r"([+-]\d+)([dy])")
_TEST_DATA = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}


def bundle(today: date) -> dict[str, Any]:
    """Make the demo data: one transaction Bundle, dated relative to `today`.

    Every entry is a PUT with a fixed id (`demo-...`): loading it again renews the same resources.
    """
    return {
        "resourceType": "Bundle",
        "type": "transaction",
        "entry": [_entry(resource) for resource in _resources(today)],
    }


def _entry(resource: dict[str, Any]) -> dict[str, Any]:
    head = {"resourceType": resource.pop("resourceType"), "id": resource.pop("id")}
    local = f"{head['resourceType']}/{head['id']}"
    return {
        "fullUrl": f"{_HOME}/{local}",
        "resource": head | {"meta": {"security": [_TEST_DATA]}} | resource,
        "request": {"method": "PUT", "url": local},
    }


def _resources(today: date) -> list[dict[str, Any]]:
    here = files(__package__).iterdir()
    parts = sorted((p for p in here if p.name.endswith(".json")), key=lambda p: p.name)
    texts = (p.read_text(encoding="utf-8") for p in parts)
    return [r for text in texts for r in json.decode(_dated(text, today))]


def _dated(text: str, today: date) -> str:
    """`text` with each `{today...}` replaced by the date it stands for."""
    return _PLACEHOLDER.sub(lambda found: _moved(today, found[1]).isoformat(), text)


def _moved(day: date, steps: str) -> date:
    """`day` moved by steps such as `-200d+1y`, from left to right."""
    for amount, unit in _STEP.findall(steps):
        day = day + timedelta(days=int(amount)) if unit == "d" else _years_on(day, int(amount))
    return day


def _years_on(day: date, years: int) -> date:
    """Find the corresponding day `years` later; 29 February becomes 28 in a common year."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))
