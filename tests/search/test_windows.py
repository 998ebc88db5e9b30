"""Two bounds on one date mean both, whatever the width of what is stored; and read little."""

from itertools import product
from typing import Any

import pytest
import pytest_asyncio

from fhir_server.search.parameters import parameters
from fhir_server.search.types.window import LOWER, UPPER, occurs_once

from .oracle import matches
from .shelf import Shelf

Json = dict[str, Any]

STARTS = ("2009-12-31", "2013-01-01", "2013-01-14", "2013-02-01", "2014-01-01")
LENGTHS = ("2009-12-31", "2013-01-14", "2013-01-15", "2013-03-01", "2014-01-01", "2016-01-01")
TEXTS = ("2013", "2013-01", "2013-01-14", "2013-01-14T10:00:00+08:00", "2013-01-14T23:59:59+08:00")
BOUNDS = ("2013", "2013-01", "2013-01-14T10:00+08:00", "2014-01-01")


def stored() -> list[Json]:
    periods = [{"start": s, "end": e} for s, e in product(STARTS, LENGTHS) if s <= e]
    periods += [{"start": s} for s in STARTS] + [{"end": e} for e in LENGTHS]
    effective = [{"effectivePeriod": p} for p in periods]
    effective += [{"effectiveDateTime": text} for text in TEXTS]
    effective.append({})
    return [{"resourceType": "Observation", "id": f"o{i:03}", **e} for i, e in enumerate(effective)]


@pytest_asyncio.fixture(scope="module")
async def shelf_of_dates(shelf: Shelf) -> Shelf:
    await shelf.put(*stored())
    return shelf


@pytest.mark.parametrize(("lower", "upper"), [*product(LOWER, UPPER)])
async def test_a_window_is_both_its_bounds(shelf_of_dates: Shelf, lower: str, upper: str) -> None:
    for low, high in product(BOUNDS, BOUNDS):
        asked = [("date", lower + low), ("date", upper + high)]
        wanted = [o["id"] for o in stored() if all(matches(o, *pair) for pair in asked)]
        first, second = asked if low < high else reversed(asked)
        search = f"date={first[1]}&date={second[1]}".replace("+", "%2B")
        assert await shelf_of_dates.ids("Observation", search) == wanted, search


async def test_a_window_reads_what_is_near(shelf: Shelf) -> None:
    """Not all that begins before its end, nor all that ends after its beginning."""
    days = [f"{2000 + n // 300}-{1 + n // 25 % 12:02}-{1 + n % 25:02}" for n in range(3000)]
    await shelf.put(
        *({"resourceType": "Patient", "id": f"p{n}", "birthDate": d} for n, d in enumerate(days))
    )
    database = shelf.store.database
    await database.command("profile", 2)
    page = await shelf.page("Patient", "birthdate=ge2005-06-03&birthdate=lt2005-06-06&_count=50")
    await database.command("profile", 0)
    assert len(page.resources) == 3
    (read,) = await database["system.profile"].find({"op": "query"}).to_list()
    assert read["docsExamined"] <= 3 * 3


@pytest.mark.parametrize(
    ("type_", "code", "once"),
    [
        ("Patient", "birthdate", True),
        ("Observation", "date", True),
        ("Observation", "value-date", True),
        ("Encounter", "date", True),
        ("DocumentReference", "period", True),
        ("Encounter", "location-period", False),
        ("CarePlan", "activity-date", False),
        ("Appointment", "date", True),
    ],
)
def test_what_occurs_once(type_: str, code: str, once: bool) -> None:
    assert occurs_once(parameters(type_)[code]) == once


async def test_bounds_on_what_occurs_often_may_be_met_by_different_values(shelf: Shelf) -> None:
    locations = [{"period": {"start": d, "end": d}} for d in ("2013-01-01", "2013-12-31")]
    await shelf.put({"resourceType": "Encounter", "id": "e", "location": locations})
    search = "location-period=ge2013-06-01&location-period=lt2013-02-01"
    assert await shelf.ids("Encounter", search) == ["e"]
