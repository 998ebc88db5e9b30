"""What comes with the matches of a page: `include.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from fhir_server.errors import FhirError
from fhir_server.search import include

from .shelf import Shelf, query

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "include.yaml").read_text())


@pytest.fixture(scope="module")
async def graph(shelf: Shelf) -> Shelf:
    for reference, resource in CASES["kept"].items():
        type_, _, id_ = reference.partition("/")
        await shelf.put({"resourceType": type_, "id": id_, **resource})
    await shelf.put({"resourceType": "Practitioner", "id": "gone"})
    await shelf.delete("Practitioner", "gone")
    return shelf


@pytest.mark.parametrize("case", CASES["includes"], ids=lambda case: case["search"])
async def test_brings(graph: Shelf, case: dict[str, Any]) -> None:
    type_, _, text = case["search"].partition("?")
    page = await graph.page(type_, text)
    assert sorted(s.reference for s in page.included) == sorted(case["brings"])
    assert not page.includes_cut


@pytest.mark.parametrize(("text", "words"), CASES["refused"].items())
def test_refuses_by_name(text: str, words: str) -> None:
    with pytest.raises(FhirError) as refusal:
        query("Observation", text)
    assert words in str(refusal.value)
    assert refusal.value.status == 400
    assert refusal.value.issues[0].expression == f"http.{text.partition('=')[0]}"


async def test_each_page_brings_its_own(graph: Shelf) -> None:
    search = "_include=Observation:subject&_count=1"
    brought = []
    page = await graph.page("Observation", search)
    while True:
        brought.append([s.reference for s in page.included])
        if page.next_cursor is None:
            break
        page = await graph.page("Observation", f"{search}&_cursor={page.next_cursor}")
    assert brought == [["Patient/eve"], ["Group/g"], ["Patient/eve"]]


async def test_cut_where_there_are_too_many(graph: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(include, "MOST_INCLUDED", 2)
    page = await graph.page("Observation", "_id=1&_include=Observation:*")
    assert (len(page.included), page.includes_cut) == (2, True)
    page = await graph.page("Organization", "_id=ward&_include:iterate=Organization:partof")
    assert (len(page.included), page.includes_cut) == (2, False)
