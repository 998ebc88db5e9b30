"""Sorting, counting and paging: https://hl7.org/fhir/R4/search.html#sort, #count, #total."""

from conformance.checks import expect
from conformance.checks.answer import matches
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(Text("Pages", "排序与分页"), "Patient.create", "Patient.search-type")

_MANY = {f"p{n}": {"birthDate": f"1990-01-0{n}"} for n in range(1, 8)}


@check(
    "sort-ascending",
    "REQ-SORT",
    "_sort gives the order of a parameter",
    "_sort 按参数升序排列",
    "Patient?birthdate",
)
async def ascending(fhir: Client) -> None:
    await fhir.given("Patient", late={"birthDate": "2001-01-01"}, early={"birthDate": "1999-01-01"})
    await expect.finds(
        fhir, "Patient?_sort=birthdate", "early", "late", ordered=True, may_refuse=True
    )


@check(
    "sort-descending",
    "REQ-SORT",
    "_sort with a minus gives the opposite order",
    "_sort 前加减号则降序排列",
    "Patient?birthdate",
)
async def descending(fhir: Client) -> None:
    await fhir.given("Patient", early={"birthDate": "1999-01-01"}, late={"birthDate": "2001-01-01"})
    await expect.finds(
        fhir, "Patient?_sort=-birthdate", "late", "early", ordered=True, may_refuse=True
    )


@check(
    "count",
    "REQ-COUNT",
    "A page has no more matches than _count",
    "每页匹配数不超过 _count",
)
async def count(fhir: Client) -> None:
    await fhir.given("Patient", **_MANY)
    answer = await fhir.get(f"Patient?_count=3&{fhir.mine('Patient')}")
    found = len(list(matches(expect.status(answer, 200))))
    expect.that(1 <= found <= 3, "check-count", asked=answer.asked, found=found, wanted="1–3")


@check(
    "pages-walk",
    "REQ-PAGING",
    "The next links lead through all matches, each once",
    "沿 next 链接可遍历全部匹配结果，且不重复",
)
async def walk(fhir: Client) -> None:
    await fhir.given("Patient", **_MANY)
    pages = await fhir.pages(f"Patient?_count=2&{fhir.mine('Patient')}")
    found = [match for page in pages for match in matches(expect.status(page, 200))]
    labels = sorted(expect.labelled(fhir, found))
    expect.same(pages[0], "Bundle.entry", labels, sorted(_MANY))


@check(
    "pages-walk-sorted",
    "REQ-PAGING",
    "Sorted pages go on where the page before ended",
    "排序后的各页前后衔接",
    "Patient?birthdate",
)
async def walk_sorted(fhir: Client) -> None:
    await fhir.given("Patient", **_MANY)
    pages = await fhir.pages(f"Patient?_sort=-birthdate&_count=3&{fhir.mine('Patient')}")
    found = [match for page in pages for match in matches(expect.status(page, 200))]
    labels = expect.labelled(fhir, found)
    expect.same(pages[0], "Bundle.entry", labels, sorted(_MANY, reverse=True))


@check(
    "pages-while-writing",
    "REQ-PAGING-STABLE",
    "The next links still lead on when resources come and go between pages",
    "翻页期间有增删时，next 链接仍可继续使用",
    "Patient.delete",
)
async def while_writing(fhir: Client) -> None:
    stored = await fhir.given("Patient", **_MANY)
    page = expect.status(await fhir.get(f"Patient?_count=3&{fhir.mine('Patient')}"), 200)
    found = expect.labelled(fhir, matches(page))
    expect.that(found, "check-count", asked=page.asked, found=0, wanted="1–3")
    seen = next(label for label in _MANY if label in found)
    await fhir.delete(f"Patient/{stored[seen]['id']}")
    await fhir.given("Patient", new={"birthDate": "1980-01-01"})
    following = await fhir.pages(page.link("next"))
    found += [x for p in following for x in expect.labelled(fhir, matches(expect.status(p, 200)))]
    kept = sorted(label for label in found if label not in ("new", seen))
    if kept != sorted(set(_MANY) - {seen}):
        raise Skipped("check-pages-moved", asked=page.asked)


@check(
    "total-accurate",
    "REQ-TOTAL",
    "_total=accurate gives the number of all matches",
    "_total=accurate 返回全部匹配数",
)
async def total(fhir: Client) -> None:
    await fhir.given("Patient", **_MANY)
    query = f"Patient?_count=2&_total=accurate&{fhir.mine('Patient')}"
    answer = expect.status(await fhir.get(query), 200)
    expect.same(answer, "Bundle.total", answer.resource.get("total"), len(_MANY))


@check(
    "summary-count",
    "REQ-SUMMARY",
    "_summary=count gives the number alone",
    "_summary=count 只返回数量",
)
async def summary_count(fhir: Client) -> None:
    await fhir.given("Patient", **_MANY)
    answer = expect.status(await fhir.get(f"Patient?_summary=count&{fhir.mine('Patient')}"), 200)
    expect.same(answer, "Bundle.total", answer.resource.get("total"), len(_MANY))
    expect.same(answer, "Bundle.entry", list(matches(answer)), [])


@check(
    "elements",
    "REQ-SUMMARY",
    "_elements leaves the rest out and says so with the tag SUBSETTED",
    "_elements 省略其余元素，并以 SUBSETTED 标签注明",
)
async def elements(fhir: Client) -> None:
    await fhir.given("Patient", one={"gender": "female", "birthDate": "1990-01-01"})
    answer = await expect.finds(fhir, "Patient?_elements=gender", "one")
    found = next(matches(answer))
    expect.same(answer, "Patient.gender", found.get("gender"), "female")
    expect.same(answer, "Patient.birthDate", found.get("birthDate"), None)
    tags = [tag.get("code") for tag in found.get("meta", {}).get("tag", [])]
    expect.that("SUBSETTED" in tags, "check-no-element", asked=answer.asked, name="SUBSETTED")
