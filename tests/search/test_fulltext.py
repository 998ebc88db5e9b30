"""`_text` and `_content`, switched on; off, they are refused by name."""

import pytest

from fhir_server.errors import BadRequest, NotSupported
from fhir_server.search import entries
from fhir_server.search.fulltext import pieces

from .shelf import CONTEXT, Shelf, query


def narrated(id_: str, text: str, **more: object) -> dict[str, object]:
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{text}</div>'
    return {"resourceType": "Flag", "id": id_, "text": {"status": "generated", "div": div}, **more}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Diabetes mellitus, Typ-2", ["diabetes", "mellitus", "typ", "2"]),
        ("Ménière ＡＢＣ", ["meniere", "abc"]),
        ("2型糖尿病", ["2", "型糖", "糖尿", "尿病", "病"]),
        ("a_b 病", ["a", "b", "病"]),
        ("x" * 61, []),
    ],
)
def test_text_is_cut_into_folded_words_and_pairs(text: str, found: list[str]) -> None:
    assert list(pieces(text)) == found


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("_text=diabetes", ["a", "c"]),
        ("_text=DIABETES mellitus", ["a"]),
        ("_text=diab", []),
        ("_text=糖尿病", ["b"]),
        ("_text=病", ["b"]),
        ("_text=糖", ["b"]),
        ("_text=高血压,mellitus", ["a"]),
        ("_text=b", []),
        ("_text=penicillin", []),
        ("_content=penicillin", ["b"]),
        ("_content=penicillin 糖尿病", ["b"]),
        ("_content=diabetes&_text=mellitus", ["a"]),
        ("_content=p1", ["c"]),
        ("_content=Flag", []),
    ],
)
async def test_finds_what_has_all_words(shelf: Shelf, search: str, found: list[str]) -> None:
    await shelf.store.current("Flag").delete_many({})
    await shelf.put(
        narrated("a", "<p>Diabetes <b>mellitus</b></p>"),
        narrated("b", "<p>患有糖尿病</p>", code={"text": "Allergic to Penicillin"}),
        narrated("c", "diabetes &amp; more", subject={"reference": "Patient/p1"}),
        text_search=True,
    )
    assert [r.id for r in (await shelf.page("Flag", search, text_search=True)).resources] == found


def test_refusals() -> None:
    for code in ("_text", "_content"):
        with pytest.raises(NotSupported, match=f"{code}: {code} is switched off; .*TEXT_SEARCH"):
            query("Flag", f"{code}=x")
    with pytest.raises(NotSupported, match="_query"):
        query("Flag", "_query=current-high-risk")
    with pytest.raises(NotSupported, match="no narrative"):
        query("Binary", "_text=x", text_search=True)
    with pytest.raises(BadRequest, match="no word"):
        query("Flag", "_text=...", text_search=True)


def test_nothing_is_entered_while_off() -> None:
    assert not [e for e in entries("Flag", narrated("a", "x"), CONTEXT).idx if e[:2] == "_t"]
