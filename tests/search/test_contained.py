"""search.html 3.1.1.5.5: contained resources as matches, with or in place of what contains them."""

from typing import Any

import pytest
from msgspec.structs import replace

from conformance.json import decode
from fhir_server.errors import BadRequest, NotSupported, TooCostly
from fhir_server.search import inside, run_contained
from fhir_server.search.filters import Filter, equal
from fhir_server.search.run import Page
from fhir_server.store.locks import Session

from .shelf import CONTEXT, Shelf, query

FORM = {"tablet": "385055001", "syrup": "385023001"}


def medication(id_: str, code: str, form: str = "", **others: Any) -> dict[str, Any]:
    """A Medication of its own, or one to be contained."""
    found = {"resourceType": "Medication", "id": id_, "code": {"coding": [{"code": code}]}}
    return found | ({"form": {"coding": [{"code": FORM[form]}]}} if form else {}) | others


def containing(type_: str, id_: str, *contained: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"resourceType": type_, "id": id_, "contained": list(contained), **others}


MAKER = {"reference": "Organization/maker"}
KEPT = [
    medication("m1", "abc", "syrup"),
    medication("stored", "abc", "tablet"),
    # What contains another of its own type, once with the same code.
    medication("double", "abc", contained=[medication("part", "abc")]),
    medication("outer", "xyz", contained=[medication("part", "abc")]),
    containing("MedicationRequest", "23", medication("m1", "abc", "tablet", manufacturer=MAKER),
               medicationReference={"reference": "#m1"}, status="active"),
    containing("MedicationRequest", "24", medication("m1", "abc", "syrup"),
               medication("m2", "xyz", "tablet"), medication("m3", "abc"), status="draft"),
    # No search parameter leads to it.
    containing("Provenance", "p", medication("m1", "abc"), {"resourceType": "Patient", "id": "x"}),
    containing("MedicationRequest", "25", {"resourceType": "Patient", "id": "m1"}),
    # One that refers to another in the same container, and one that does not.
    containing("MedicationDispense", "d", medication("n1", "def", manufacturer={"reference": "#o"}),
               medication("n2", "def", manufacturer=MAKER),
               {"resourceType": "Organization", "id": "o", "name": "Village", "active": False},
               {"resourceType": "Organization", "id": "p", "name": "Maker"}),
    {"resourceType": "Organization", "id": "maker", "name": "Maker"},
]  # fmt: skip


@pytest.fixture(scope="module")
async def filled(shelf: Shelf) -> Shelf:
    await shelf.put(*KEPT)
    await shelf.put(containing("MedicationRequest", "gone", medication("m1", "abc")))
    await shelf.delete("MedicationRequest", "gone")
    return shelf


async def page_of(
    shelf: Shelf, search: str, session: Session | None = None, **context: Any
) -> Page:
    type_, _, text = search.partition("?")
    asked = query(type_, text, **context)
    ctx = replace(CONTEXT, **context)
    return await run_contained.run_contained(shelf.store, asked, ctx, session)


def references(page: Page) -> list[str]:
    return [s.reference for s in page.resources]


REQUESTS = ["MedicationRequest/23", "MedicationRequest/24"]
ALONE = "_contained=true&_containedType=contained"
CASES = {
    "Medication?code=abc&_contained=true":
        ["Medication/double", "Medication/outer", *REQUESTS, "Provenance/p"],
    f"Medication?code=abc&{ALONE}":
        ["Medication/double#part", "Medication/outer#part", "MedicationRequest/23#m1",
         "MedicationRequest/24#m1", "MedicationRequest/24#m3", "Provenance/p#m1"],
    "Medication?code=abc&_contained=both":
        ["Medication/double", "Medication/m1", "Medication/outer", "Medication/stored", *REQUESTS,
         "Provenance/p"],
    "Medication?code=abc&_contained=both&_containedType=contained":
        ["Medication/double", "Medication/double#part", "Medication/m1", "Medication/outer#part",
         "Medication/stored", "MedicationRequest/23#m1", "MedicationRequest/24#m1",
         "MedicationRequest/24#m3", "Provenance/p#m1"],
    # Both criteria of one resource, not of two that stand in one container.
    f"Medication?code=abc&form={FORM['tablet']}&{ALONE}": ["MedicationRequest/23#m1"],
    f"Medication?code=xyz&form={FORM['tablet']}&_contained=true": ["MedicationRequest/24"],
    f"Medication?code=xyz&form={FORM['syrup']}&_contained=true": [],
    f"Medication?code:not=abc&{ALONE}":
        ["MedicationDispense/d#n1", "MedicationDispense/d#n2", "MedicationRequest/24#m2"],
    f"Medication?form:missing=true&code=abc&{ALONE}":
        ["Medication/double#part", "Medication/outer#part", "MedicationRequest/24#m3",
         "Provenance/p#m1"],
    f"Medication?_filter=code eq abc and not (form pr true)&{ALONE}":
        ["Medication/double#part", "Medication/outer#part", "MedicationRequest/24#m3",
         "Provenance/p#m1"],
    f"Medication?manufacturer.name=maker&{ALONE}":
        ["MedicationDispense/d#n2", "MedicationRequest/23#m1"],
    "Medication?manufacturer=maker&_contained=true":
        ["MedicationDispense/d", "MedicationRequest/23"],
    f"Medication?manufacturer.name=village&{ALONE}": ["MedicationDispense/d#n1"],
    f"Medication?manufacturer.name=village&code=def&{ALONE}": ["MedicationDispense/d#n1"],
    f"Medication?manufacturer.name=maker,village&code=def&{ALONE}":
        ["MedicationDispense/d#n1", "MedicationDispense/d#n2"],
    f"Medication?manufacturer.active:not=true&{ALONE}":
        ["MedicationDispense/d#n1", "MedicationDispense/d#n2", "MedicationRequest/23#m1"],
    f"Medication?_filter=code eq def and not (manufacturer.name eq Village)&{ALONE}":
        ["MedicationDispense/d#n2"],
    "Medication?manufacturer.name=maker&_contained=true":
        ["MedicationDispense/d", "MedicationRequest/23"],
    f"Medication?_id=m3&{ALONE}": ["MedicationRequest/24#m3"],
    "Medication?_id=m1&_contained=both":
        ["Medication/m1", *REQUESTS, "Provenance/p"],
    f"Medication?_lastUpdated=gt2000&{ALONE}": [],
    "Patient?_contained=true": ["MedicationRequest/25", "Provenance/p"],
    f"Patient?{ALONE}": ["MedicationRequest/25#m1", "Provenance/p#x"],
    "Group?_contained=both": [],
    "Medication?code=none&_contained=both": [],
    "MedicationRequest?status=active&_contained=both": ["MedicationRequest/23"],
}  # fmt: skip


@pytest.mark.parametrize("search", CASES)
async def test_finds(filled: Shelf, search: str) -> None:
    page = await page_of(filled, search)
    assert references(page) == CASES[search]
    assert page.total == len(page.resources)
    counted = await page_of(filled, f"{search}&_summary=count")
    assert (counted.resources, counted.total) == ([], page.total)


@pytest.mark.parametrize("search", [s for s in CASES if len(CASES[s]) > 1])
async def test_pages_there_and_back(filled: Shelf, search: str) -> None:
    pages = [await page_of(filled, f"{search}&_count=1")]
    while cursor := pages[-1].next_cursor:
        pages.append(await page_of(filled, f"{search}&_count=1&_cursor={cursor}"))
    assert [reference for page in pages for reference in references(page)] == CASES[search]
    assert pages[0].previous_cursor is None
    back = pages[-1:]
    while cursor := back[0].previous_cursor:
        back.insert(0, await page_of(filled, f"{search}&_count=1&_cursor={cursor}"))
    assert list(map(references, back)) == list(map(references, pages))
    for total, expected in (("accurate", len(CASES[search])), ("none", None)):
        for cursor in ("", f"&_cursor={pages[0].next_cursor}"):
            page = await page_of(filled, f"{search}&_count=1&_total={total}{cursor}")
            assert page.total == expected


async def test_in_a_transaction(filled: Shelf) -> None:
    search = "Medication?code=abc&_contained=true"
    found = await filled.store.transact(lambda session: page_of(filled, search, session))
    assert references(found) == CASES[search]


async def test_what_is_shown_is_the_contained_resource(filled: Shelf) -> None:
    page = await page_of(filled, f"Medication?manufacturer=maker&code=abc&{ALONE}")
    assert decode(page.resources[0].json)["id"] == "m1"
    assert decode(page.resources[0].json)["resourceType"] == "Medication"


@pytest.mark.parametrize("kind", ["container", "contained"])
async def test_includes_start_from_the_contained_resource(filled: Shelf, kind: str) -> None:
    search = f"Medication?code=abc&_contained=true&_containedType={kind}"
    page = await page_of(filled, f"{search}&_include=Medication:manufacturer")
    assert [s.reference for s in page.included] == ["Organization/maker"]


async def test_only_what_is_in_what_the_caller_may_see(filled: Shelf) -> None:
    def visible(type_: str) -> Filter | None:
        return {"_id": {"$in": []}} if type_ == "Provenance" else equal("status\x01active")

    page = await page_of(filled, "Medication?code=abc&_contained=true", visible=visible)
    assert references(page) == ["MedicationRequest/23"]
    counted = await page_of(filled, "Medication?code=abc&_contained=true&_count=0", visible=visible)
    assert counted.total == 1


async def test_a_cursor_is_for_its_own_kind(filled: Shelf) -> None:
    cursor = (await page_of(filled, "Medication?code=abc&_contained=true&_count=1")).next_cursor
    for other in ("_contained=both", ALONE, "_count=1"):
        with pytest.raises(BadRequest, match="another search"):
            query("Medication", f"code=abc&{other}&_cursor={cursor}")


async def test_bounded(filled: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_contained, "MOST_CONTAINERS", 1)
    with pytest.raises(TooCostly, match="narrow the criteria"):
        await page_of(filled, "Medication?code=abc&_contained=true")
    monkeypatch.setattr(inside, "MOST_CONTAINERS", 0)
    assert (await filled.page("MedicationRequest", "medication.code:not=abc")).total == 0
    doctors = [{"resourceType": "Practitioner", "id": id_} for id_ in ("li", "wang")]
    performer = [{"reference": "#li"}, {"reference": "#wang"}]
    await filled.put(containing("Observation", "two", *doctors, performer=performer))
    with pytest.raises(TooCostly, match="narrow the criteria"):
        await filled.page("Observation", "performer:Practitioner.gender:not=male")


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("_has:MedicationRequest:medication:status=active", "_has finds resources of their own"),
        ("_list=1", "_list finds resources of their own"),
        ("_sort=-code", "container's type and id"),
        ("_elements=code", "_containedType=contained"),
    ],
)
def test_refuses_what_it_cannot_do(search: str, words: str) -> None:
    for kind in ("true", "both"):
        with pytest.raises(NotSupported, match=words) as refusal:
            query("Medication", f"{search}&_contained={kind}")
        name = search.partition("=")[0].partition(":")[0]
        assert refusal.value.issues[0].expression == f"http.{name}"
    assert query("Medication", f"_contained=false&{search}")
