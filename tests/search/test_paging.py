"""Pages: nothing repeats, nothing is skipped, whatever else happens meanwhile."""

import random
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any

import pytest

from fhir_server.errors import BadRequest
from fhir_server.search.run import Page
from fhir_server.store import searching

from .shelf import NOW, Shelf, query


def patient(number: int) -> dict[str, Any]:
    """Some share a name or a birth date, some have none."""
    found: dict[str, Any] = {"resourceType": "Patient", "id": f"p{number:03}", "gender": "male"}
    if number % 5:
        found["birthDate"] = f"19{50 + number % 7}-01-01"
    if number % 4:
        found["name"] = [{"family": f"F{number % 3}"}, {"family": f"G{number % 11}"}]
    return found


async def walk(shelf: Shelf, search: str, type_: str = "Patient") -> list[Page]:
    pages = [await shelf.page(type_, search)]
    while cursor := pages[-1].next_cursor:
        pages.append(await shelf.page(type_, f"{search}&_cursor={cursor}"))
    return pages


def ids(pages: list[Page]) -> list[str]:
    return [r.id for page in pages for r in page.resources]


@pytest.fixture(scope="module")
async def patients(shelf: Shelf) -> Shelf:
    numbers = list(range(60))
    random.Random(1).shuffle(numbers)
    await shelf.put(*map(patient, numbers))
    return shelf


def least(found: dict[str, Any]) -> str:
    return min(n["family"].lower() for n in found["name"])


def most(found: dict[str, Any]) -> str:
    return max(n["family"].lower() for n in found["name"])


ORDERS: dict[str, Any] = {
    "_id": lambda p: p["id"],
    "birthdate": lambda p: ("birthDate" in p, p.get("birthDate", ""), p["id"]),
    "family": lambda p: ("name" in p, least(p) if "name" in p else "", p["id"]),
    "gender,birthdate": lambda p: ("birthDate" in p, p.get("birthDate", ""), p["id"]),
}
DESCENDING: dict[str, Any] = {
    "-_id": lambda p: p["id"],
    "-birthdate": lambda p: ("birthDate" in p, p.get("birthDate", ""), p["id"]),
    "-family": lambda p: ("name" in p, most(p) if "name" in p else "", p["id"]),
}


@pytest.mark.parametrize("sort", [*ORDERS, *DESCENDING])
@pytest.mark.parametrize("count", [1, 7, 60])
async def test_walk_there_and_back(patients: Shelf, sort: str, count: int) -> None:
    everyone = [patient(n) for n in range(60)]
    wanted = sorted(everyone, key=(ORDERS | DESCENDING)[sort], reverse=sort in DESCENDING)
    search = f"gender=male&_sort={sort}&_count={count}"
    pages = await walk(patients, search)
    assert ids(pages) == [p["id"] for p in wanted]
    assert {p.total for p in pages} == {60}
    assert pages[0].previous_cursor is None
    page, back = pages[-1], list[str]()
    while True:
        assert page.resources, "a link to an empty page"
        back = [r.id for r in page.resources] + back
        if page.previous_cursor is None:
            break
        page = await patients.page("Patient", f"{search}&_cursor={page.previous_cursor}")
    assert back == ids(pages)


async def test_last_updated_orders_by_the_writing(patients: Shelf) -> None:
    pages = await walk(patients, "_sort=-_lastUpdated&_count=9")
    updated = [r.updated for page in pages for r in page.resources]
    assert len(updated) == 60
    assert updated == sorted(updated, reverse=True)
    middle = pages[3].resources[0].updated.isoformat(timespec="milliseconds")
    written = middle.replace("+00:00", "Z")
    for prefix, expected in {
        "": 1,
        "gt": 27,
        "ge": 28,
        "lt": 32,
        "le": 33,
        "ne": 59,
        "sa": 27,
        "eb": 32,
    }.items():
        page = await patients.page("Patient", f"_lastUpdated={prefix}{written}&_count=0")
        assert page.total == expected, prefix


@pytest.mark.parametrize("sort", ["_id", "birthdate", "-birthdate"])
async def test_walk_while_others_write(shelf: Shelf, sort: str) -> None:
    """What matches throughout is seen once; what comes or goes, at most once."""
    chance = random.Random(sort)
    await shelf.put(*({**patient(n), "active": True} for n in range(0, 300, 3)))
    steady = {f"p{n:03}" for n in range(0, 300, 3)}
    seen: list[str] = []
    search = f"active=true&_sort={sort}&_count=7"
    page = await shelf.page("Patient", search)
    while True:
        seen += [r.id for r in page.resources]
        for _ in range(5):
            passing = chance.choice([n for n in range(300) if n % 3])
            await shelf.put({**patient(passing), "active": True})
        gone = chance.randrange(100) * 3
        await shelf.delete("Patient", f"p{gone:03}")
        steady.discard(f"p{gone:03}")
        if page.next_cursor is None:
            break
        page = await shelf.page("Patient", f"{search}&_cursor={page.next_cursor}")
    assert len(seen) == len(set(seen))
    assert steady <= set(seen)
    await shelf.store.current("Patient").delete_many({})
    await shelf.put(*map(patient, range(60)))


async def test_a_total_that_is_not_asked_for_is_left_out_when_it_costs_much(
    patients: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FEW", 59)
    monkeypatch.setattr(patients.store, "_large", set())
    assert (await patients.page("Patient", "_count=7")).total is None
    assert (await patients.page("Patient", "_count=7&_total=accurate")).total == 60
    assert (await patients.page("Patient", "_count=0")).total == 60
    assert (await patients.page("Patient", "_count=60")).total == 60
    assert (await patients.page("Patient", "_count=7")).total is None
    assert (await patients.page("Patient", "_count=7&name=F1")).total == 15


async def test_total_says_what_was_asked(patients: Shelf) -> None:
    assert (await patients.page("Patient", "_count=7")).total == 60
    assert (await patients.page("Patient", "_count=7&_total=none")).total is None
    assert (await patients.page("Patient", "_count=7&_total=estimate")).total == 60
    assert (await patients.page("Patient", "_count=0")).resources == []
    assert (await patients.page("Group", "")) == Page([], 0)


async def test_pages_follow_each_other_while_time_goes_by(patients: Shelf) -> None:
    first = await patients.page("Patient", "birthdate=ap1950&_count=5")
    assert first.next_cursor is not None
    later = NOW + timedelta(hours=1)
    second = await patients.page(
        "Patient", f"birthdate=ap1950&_count=5&_cursor={first.next_cursor}", now=later
    )
    assert not {r.id for r in first.resources} & {r.id for r in second.resources}


async def test_cursor_is_for_its_own_search(patients: Shelf) -> None:
    search = "gender=male&_sort=birthdate"
    cursor = (await patients.page("Patient", f"{search}&_count=5")).next_cursor
    assert cursor is not None
    same = await patients.page("Patient", f"_count=9&{search}&_cursor={cursor}")
    assert len(same.resources) == 9
    tampered = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    forged = urlsafe_b64encode(b"x" * 16 + b'[false,"p000"]').decode()
    for type_, other in [
        ("Patient", f"gender=female&_sort=birthdate&_cursor={cursor}"),
        ("Patient", f"gender=male&_sort=-birthdate&_cursor={cursor}"),
        ("Patient", f"_cursor={cursor}"),
        ("Person", f"{search}&_cursor={cursor}"),
        ("Patient", f"{search}&_cursor={tampered}"),
        ("Patient", f"{search}&_cursor={forged}"),
        ("Patient", f"{search}&_cursor=%00"),
        ("Patient", f"{search}&_cursor=ü"),
        ("Patient", f"{search}&_cursor={'A' * 100_000}"),
    ]:
        with pytest.raises(BadRequest, match="another search"):
            await patients.page(type_, other)
    with pytest.raises(BadRequest, match="another search"):
        query("Patient", f"{search}&_cursor={cursor}", key=b"another")
