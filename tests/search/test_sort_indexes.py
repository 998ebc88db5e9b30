"""Orders are read from an index: those of hot pairs always, any other once it was slow."""

import asyncio
from typing import Any

import pytest
import pytest_asyncio

from fhir_server.search.parameters import parameters
from fhir_server.search.sort import UNSORTED
from fhir_server.store import sorting
from fhir_server.store.sorting import PAIRS

from .shelf import Shelf

Json = dict[str, Any]


def observation(number: int, **more: Any) -> Json:
    """A few on the same day, some without a date."""
    found: Json = {"resourceType": "Observation", "id": f"o{number:03}", "status": "final"}
    if number % 5:
        found["effectiveDateTime"] = f"2020-{1 + number % 11:02}-{1 + number % 7:02}"
    return {**found, "subject": {"reference": f"Patient/{number % 3}"}, **more}


TRIES = 500
UNDATED = 240 // 3 // 5
"""Observations of each patient without a date: no page looks at more than these and its own."""


@pytest_asyncio.fixture(scope="module")
async def observations(shelf: Shelf) -> Shelf:
    await shelf.put(*map(observation, range(240)))
    return shelf


async def plans(shelf: Shelf, type_: str, search: str) -> list[Json]:
    """What MongoDB's profiler tells of the reads of a search and of all its pages."""
    database = shelf.store.database
    await database.drop_collection("system.profile")
    await database.command("profile", 2)
    page = await shelf.page(type_, search)
    while page.next_cursor:
        page = await shelf.page(type_, f"{search}&_cursor={page.next_cursor}")
    await database.command("profile", 0)
    return await database["system.profile"].find({"op": "query"}).to_list()


@pytest.mark.parametrize("type_", PAIRS)
def test_the_owner_of_a_pair_is_one(type_: str) -> None:
    """Else an index on a single field would not find what is also somebody else's."""
    pair, known = PAIRS[type_], parameters(type_)
    (field,) = known[pair.owner].ends or ()
    for code in pair.owners:
        assert known[code].entered_as == code
        assert [end.element for end in known[code].ends or ()] == [field.element]
    assert field.element.max == 1
    assert field.first is field.element
    assert known[pair.date].entered_as == pair.date
    assert known[pair.date].type not in UNSORTED


@pytest.mark.parametrize("owner", ["patient", "subject"])
@pytest.mark.parametrize("order", ["date", "-date"])
async def test_a_pair_is_not_sorted(observations: Shelf, owner: str, order: str) -> None:
    search = f"{owner}=Patient/1&_sort={order}&_count=4"
    read = await plans(observations, "Observation", search)
    assert len(read) == 20
    assert not [r for r in read if r.get("hasSortStage")]
    assert max(r["docsExamined"] for r in read) <= UNDATED + 4 + 1


async def test_a_pair_finds_references_to_a_version(shelf: Shelf) -> None:
    versioned = {"reference": "Patient/7/_history/2"}
    await shelf.put(observation(300, subject=versioned), observation(301, subject=versioned))
    await shelf.put(observation(302, subject={"reference": "Patient/7"}))
    page = await shelf.page("Observation", "patient=Patient/7&_sort=-date")
    assert [r.id for r in page.resources] == ["o302", "o301", "o300"]
    page = await shelf.page("Observation", "patient=Patient/7/_history/2&_sort=-date")
    assert [r.id for r in page.resources] == ["o301", "o300"]


@pytest.mark.parametrize("order", ["status,-date", "-date", "-_lastUpdated"])
async def test_an_order_in_use_gets_an_index(
    observations: Shelf, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "SLOW_SECONDS", 0)
    monkeypatch.setattr(sorting, "SMALL", 0)
    search = f"_sort={order}&_count=20"
    assert max(await examined_once_unsorted(observations, search)) <= 60


async def test_a_pair_gets_the_index_it_lacks(
    observations: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a database from before it was a hot pair."""
    monkeypatch.setattr(sorting, "SLOW_SECONDS", 0)
    monkeypatch.setattr(sorting, "SMALL", 0)
    current = observations.store.current("Observation")
    (pair,) = [
        n for n in await current.index_information() if n.startswith("s.subject.min_1_s.date.max")
    ]
    await current.drop_index(pair)
    search = "patient=Patient/1&_sort=-date&_count=4"
    assert max(await examined_once_unsorted(observations, search)) <= UNDATED + 4 + 1
    assert pair in await current.index_information()


async def examined_once_unsorted(shelf: Shelf, search: str) -> list[int]:
    """Documents looked at for each page, as soon as no page is sorted any more."""
    for _ in range(TRIES):
        read = await plans(shelf, "Observation", search)
        if not [r for r in read if r.get("hasSortStage")]:
            assert len(read) > 10
            return [r["docsExamined"] for r in read]
        await asyncio.sleep(0.02)
    pytest.fail("it is still sorted")


async def test_orders_with_an_index_are_few(
    observations: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "SLOW_SECONDS", 0)
    monkeypatch.setattr(sorting, "SMALL", 0)
    codes = [c for c, p in parameters("Observation").items() if p.type not in UNSORTED]
    for code in codes[:20]:
        await observations.page("Observation", f"_sort={code}")
    for _ in range(TRIES):
        if await scalar_indexes(observations) == sorting.MOST:
            break
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.2)  # one more would be there by now
    assert await scalar_indexes(observations) == sorting.MOST


async def scalar_indexes(shelf: Shelf) -> int:
    known = await shelf.store.current("Observation").index_information()
    return sum(index["key"][0][0].startswith("s.") for index in known.values())
