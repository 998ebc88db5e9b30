"""Joins: how criteria about other resources are resolved, and where they end."""

import pytest

from fhir_server.errors import TooCostly
from fhir_server.search import joins, resolved
from fhir_server.search.filters import NOTHING
from fhir_server.store.locks import Session

from .shelf import Shelf, query

CHAIN = "subject:Patient.name=li"


@pytest.fixture(scope="module")
async def filled(shelf: Shelf) -> Shelf:
    for number in range(6):
        await shelf.put(
            {"resourceType": "Patient", "id": f"p{number}", "name": [{"family": f"Li{number}"}]},
            {"resourceType": "Observation", "id": f"o{number}", "status": "final",
             "subject": {"reference": f"Patient/p{number}"}},
        )  # fmt: skip
    return shelf


async def test_one_value_becomes_one_entry(filled: Shelf) -> None:
    asked = query("Observation", "subject:Patient.name=li3")
    assert await resolved(filled.store, asked.filter) == {"idx": "subject\x01Patient/p3"}


async def test_no_value_becomes_nothing(filled: Shelf) -> None:
    asked = query("Observation", "subject:Patient.name=wang")
    assert await resolved(filled.store, asked.filter) == NOTHING


async def test_types_on_the_way_become_one_list(filled: Shelf) -> None:
    await filled.put({"resourceType": "Location", "id": "l", "name": "Li1"})
    found = await resolved(filled.store, query("Observation", "subject.name=li1").filter)
    assert found == {"idx": {"$in": ["subject\x01Location/l", "subject\x01Patient/p1"]}}


async def test_what_has_none_stays_what_it_is(filled: Shelf) -> None:
    asked = query("Observation", "status=final&subject=Patient/p1")
    assert await resolved(filled.store, asked.filter) is asked.filter


async def test_inside_a_transaction(filled: Shelf) -> None:
    asked = query("Observation", f"{CHAIN}&subject.name=li2&_has:Task:focus:status:missing=true")

    async def work(session: Session) -> list[str]:
        wanted = await resolved(filled.store, asked.filter, session)
        return await filled.store.ids("Observation", wanted, limit=9, session=session)

    assert await filled.store.transact(work) == []
    assert await filled.ids("Observation", f"{CHAIN}&subject.name=li2") == ["o2"]


async def test_too_many_are_refused(filled: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joins, "MOST_VALUES", 6)
    assert len(await filled.ids("Observation", CHAIN)) == 6
    with pytest.raises(TooCostly, match="narrow the criteria"):
        await filled.page("Observation", f"{CHAIN}&subject:Patient.name=li1")
    with pytest.raises(TooCostly, match="narrow the criteria"):
        await filled.page("Patient", "_has:Observation:subject:subject:Patient.name=li")


async def test_too_slow_is_refused(filled: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joins, "SECONDS", 0)
    with pytest.raises(TooCostly, match="narrow the criteria behind"):
        await filled.page("Observation", CHAIN)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("subject:Patient.name=a&status=final", "status=final&subject:Patient.name=a", True),
        ("subject:Patient.gender=male,female", "subject:Patient.gender=female,male", True),
        ("subject:Patient.name=a", "subject:Patient.name=b", False),
        ("subject:Patient.name=a", "subject:Group.identifier=a", False),
        ("_has:Observation:has-member:status=final", "_has:Observation:focus:status=final", False),
    ],
)
def test_canonical_of_chains(one: str, other: str, same: bool) -> None:
    found = query("Observation", one).canonical() == query("Observation", other).canonical()
    assert found is same


@pytest.mark.parametrize(
    ("search", "words"),
    [
        (".".join(["focus"] * 9) + ".code=x", "name the types"),
        (".".join(["focus"] * 300) + "=x", "at most 10 steps"),
        ("_has:Observation:focus:" * 300 + "code=x", "at most 10 steps"),
        ("subject:Patient." * 300 + "name=x", "at most 10 steps"),
    ],
)
def test_a_long_chain_is_refused(search: str, words: str) -> None:
    with pytest.raises(TooCostly, match=words):
        query("Observation", search)


@pytest.mark.parametrize(
    ("type_", "search", "returned"),
    [
        ("Observation", CHAIN, 6),
        ("Observation", "subject:Patient.name=li1", 1),
        ("Patient", "_has:Observation:subject:_id=o1", 1),
    ],
)
async def test_the_last_step_reads_no_more_than_it_returns(
    filled: Shelf, type_: str, search: str, returned: int
) -> None:
    wanted = await resolved(filled.store, query(type_, search).filter)
    plan = await filled.store.current(type_).find(wanted).sort("_id", 1).explain()
    stats = plan["executionStats"]
    assert (stats["nReturned"], stats["totalDocsExamined"]) == (returned, returned)
