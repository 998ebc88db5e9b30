"""`_text` and `_content`, switched on; off, they are refused by name."""

import pytest

from fhir_server.errors import BadRequest, NotSupported, TooCostly
from fhir_server.search import entries, fulltext
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
        ("_text=糖尿病", ["b", "d"]),
        ("_text=病", ["b", "d"]),
        ("_text=糖", ["b", "d"]),
        ("_text=高血压,mellitus", ["a"]),
        ("_text=b", []),
        ("_text=penicillin", []),
        ("_content=penicillin", ["b"]),
        ("_content=penicillin 糖尿病", ["b"]),
        ("_content=diabetes&_text=mellitus", ["a"]),
        ("_content=p1", ["c"]),
        ("_content=Flag", []),
        ("_text=mellitus OR more", ["a", "c"]),
        ("_text=(mellitus or more) and diabetes", ["a", "c"]),
        ("_text=diabetes (mellitus OR 糖尿病)", ["a"]),
        ("_text=diabetes NOT mellitus", ["c"]),
        ("_text=NOT (mellitus OR more)", ["b", "d"]),
        ("_text=not diabetes", []),
        ('_text="diabetes mellitus"', ["a"]),
        ('_text="Mellitus Diabetes"', []),
        ('_text="diabetes more"', ["c"]),
        ('_text="diabetes diabetes"', []),
        ('_text="糖尿病"', ["b"]),
        ("_text=糖尿病 患有", ["b", "d"]),
        ('_text="患有糖尿"', ["b"]),
        ('_text=NOT "患有糖尿"', ["a", "c", "d"]),
        ('_text="diabetes more",患有', ["b", "c", "d"]),
        ('_content="to penicillin" 糖尿病', ["b"]),
        ('_content="penicillin to"', []),
    ],
)
async def test_finds_what_has_all_words(shelf: Shelf, search: str, found: list[str]) -> None:
    await shelf.store.current("Flag").delete_many({})
    await shelf.put(
        narrated("a", "<p>Diabetes <b>mellitus</b></p>"),
        narrated("b", "<p>患有糖尿病</p>", code={"text": "Allergic to Penicillin"}),
        narrated("c", "diabetes &amp; more", subject={"reference": "Patient/p1"}),
        narrated("d", "患有尿病, 糖尿"),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("...", "no word"),
        ('""', "no word"),
        ('"diabetes', 'not closed by "'),
        ("(a OR b", "parenthesis is not closed"),
        ("a OR b)", "none that opens it"),
        ("a OR", "missing at the end"),
        ("AND a", "missing before 'and'"),
        ("()", r"missing before '\)'"),
        ("NOT", "missing at the end"),
        ("(" * 101, "at most 100 words"),
        ("x" * 61, "at most 60 bytes"),
    ],
)
def test_what_has_no_meaning_is_refused(text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        query("Flag", f"_text={text}", text_search=True)


async def test_a_phrase_of_common_words_is_too_costly(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fulltext, "MOST_READ", 0)
    with pytest.raises(TooCostly, match="words of a phrase"):
        await shelf.page("Flag", '_text="diabetes mellitus"', text_search=True)


def test_nothing_is_entered_while_off() -> None:
    assert not [e for e in entries("Flag", narrated("a", "x"), CONTEXT).idx if e[:2] == "_t"]
