"""Search as such: its Bundle, its parameters: https://hl7.org/fhir/R4/search.html."""

from urllib.parse import quote, urlsplit

from conformance.checks import expect
from conformance.checks.answer import matches
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.says import Text

check = subject(Text("Search", "查询"), "Patient.create", "Patient.search-type")


@check(
    "search-bundle",
    "REQ-SEARCH-BUNDLE",
    "A search answers a searchset whose entries have full URL and mode",
    "查询返回 searchset，条目含 fullUrl 和 search.mode",
)
async def bundle(fhir: Client) -> None:
    stored = await fhir.given("Patient", one={})
    answer = await expect.finds(fhir, "Patient?_count=5", "one")
    expect.same(answer, "Bundle.type", answer.resource.get("type"), "searchset")
    entry = answer.entries[0]
    expect.same(answer, "search.mode", entry.get("search", {}).get("mode"), "match")
    full_url = str(entry.get("fullUrl"))
    expect.that("://" in full_url, "check-full-url", asked=answer.asked, found=full_url)
    ends = "/".join(full_url.split("/")[-2:])
    expect.same(answer, "fullUrl", ends, f"Patient/{stored['one']['id']}")


@check(
    "search-nothing",
    "REQ-SEARCH-NOTHING",
    "A search that finds nothing answers 200 and an empty searchset",
    "查询无结果时返回 200 和空的 searchset",
)
async def nothing(fhir: Client) -> None:
    answer = await expect.finds(fhir, "Patient?_count=5")
    expect.same(answer, "Bundle.type", answer.resource.get("type"), "searchset")
    expect.same(answer, "Bundle.total", answer.resource.get("total", 0), 0)


@check(
    "search-self-link",
    "REQ-SEARCH-SELF",
    "The self link shows the parameters that were used",
    "self 链接列出实际使用的参数",
    "Patient?gender",
)
async def self_link(fhir: Client) -> None:
    answer = await expect.finds(fhir, "Patient?gender=female")
    link = answer.link("self")
    expect.that("gender" in urlsplit(link).query, "check-self-link", asked=answer.asked, found=link)


@check(
    "search-post",
    "REQ-SEARCH-POST",
    "POST _search finds what GET finds",
    "POST _search 与 GET 查询结果相同",
    "Patient?gender",
)
async def post(fhir: Client) -> None:
    await fhir.given("Patient", woman={"gender": "female"}, man={"gender": "male"})
    name, value = fhir.mine("Patient").split("=", 1)
    form = f"gender=female&{name}={quote(value, safe='')}"
    answer = await fhir.post(
        "Patient/_search", form, content_type="application/x-www-form-urlencoded"
    )
    found = expect.labelled(fhir, matches(expect.status(answer, 200)))
    expect.same(answer, "Bundle.entry", found, ["woman"])


@check(
    "search-unknown-strict",
    "REQ-SEARCH-STRICT",
    "Prefer: handling=strict refuses an unknown parameter",
    "Prefer: handling=strict 时拒绝未知参数",
)
async def unknown_strict(fhir: Client) -> None:
    query = "Patient?no-such-parameter=x"
    expect.explained(await fhir.get(query, prefer="handling=strict"), 400, 422)


@check(
    "search-unknown-lenient",
    "REQ-SEARCH-LENIENT",
    "Prefer: handling=lenient passes over an unknown parameter, and the self link shows so",
    "Prefer: handling=lenient 时忽略未知参数，并在 self 链接中体现",
)
async def unknown_lenient(fhir: Client) -> None:
    await fhir.given("Patient", one={})
    query = f"Patient?no-such-parameter=x&{fhir.mine('Patient')}"
    answer = expect.status(await fhir.get(query, prefer="handling=lenient"), 200)
    expect.same(answer, "Bundle.entry", expect.labelled(fhir, matches(answer)), ["one"])
    link = answer.link("self")
    expect.that("no-such-parameter" not in link, "check-self-link", asked=answer.asked, found=link)


@check(
    "search-unknown-modifier",
    "REQ-SEARCH-MODIFIER",
    "A modifier that the server does not know is refused",
    "服务器不支持的修饰符会被拒绝",
    "Patient?gender",
)
async def unknown_modifier(fhir: Client) -> None:
    expect.explained(await fhir.get("Patient?gender:no-such-modifier=male"))


@check(
    "search-and-or",
    "REQ-SEARCH-AND-OR",
    "A comma means or, a repeated parameter means and",
    "逗号表示“或”，重复参数表示“且”",
    "Patient?given",
)
async def and_or(fhir: Client) -> None:
    await fhir.given(
        "Patient",
        both={"name": [{"given": ["Anna", "Berta"]}]},
        anna={"name": [{"given": ["Anna"]}]},
        carla={"name": [{"given": ["Carla"]}]},
    )
    await expect.finds(fhir, "Patient?given=Berta,Carla", "both", "carla")
    await expect.finds(fhir, "Patient?given=Anna&given=Berta", "both")


@check(
    "search-id",
    "REQ-SEARCH-COMMON",
    "_id finds one resource",
    "_id 可查到指定资源",
    "Patient?_id",
)
async def by_id(fhir: Client) -> None:
    stored = await fhir.given("Patient", one={}, other={})
    await expect.finds(fhir, f"Patient?_id={stored['one']['id']}", "one")


@check(
    "search-last-updated",
    "REQ-SEARCH-COMMON",
    "_lastUpdated finds by the time of the last change",
    "_lastUpdated 按最后修改时间查询",
    "Patient?_lastUpdated",
)
async def last_updated(fhir: Client) -> None:
    stored = await fhir.given("Patient", one={})
    when = quote(stored["one"]["meta"]["lastUpdated"], safe="")
    await expect.finds(fhir, f"Patient?_lastUpdated=ge{when}", "one")
    await expect.finds(fhir, "Patient?_lastUpdated=lt2001-01-01")


@check(
    "search-tag",
    "REQ-SEARCH-COMMON",
    "_tag finds by the tags in meta",
    "_tag 按 meta 中的标签查询",
    "Patient?_tag",
)
async def tag(fhir: Client) -> None:
    vip = {"system": "urn:fhir-conformance:other", "code": fhir.own}
    await fhir.given("Patient", tagged={"meta": {"tag": [vip]}}, plain={})
    answer = await fhir.get(f"Patient?_tag={vip['system']}|{vip['code']}")
    found = expect.labelled(fhir, matches(expect.status(answer, 200)))
    expect.same(answer, "Bundle.entry", found, ["tagged"])


@check(
    "search-after-update",
    "REQ-SEARCH-CURRENT",
    "A search sees the current values alone",
    "查询只针对当前值",
    "Patient.update",
    "Patient?gender",
)
async def after_update(fhir: Client) -> None:
    one = (await fhir.given("Patient", one={"gender": "female"}))["one"]
    await fhir.put(f"Patient/{one['id']}", {**one, "gender": "male"})
    await expect.finds(fhir, "Patient?gender=male", "one")
    await expect.finds(fhir, "Patient?gender=female")


@check(
    "search-system",
    "REQ-SEARCH-SYSTEM",
    "A search of the system finds resources of several types",
    "系统级查询可返回多种类型的资源",
    "system.search-system",
    "Observation.create",
    "Patient?_tag",
)
async def system(fhir: Client) -> None:
    await fhir.given("Patient", person={})
    await fhir.given("Observation", value={})
    answer = await fhir.get(f"?_type=Patient,Observation&{fhir.mine('Patient')}")
    found = sorted(expect.labelled(fhir, matches(expect.status(answer, 200))))
    expect.same(answer, "Bundle.entry", found, ["person", "value"])


@check(
    "search-compartment",
    "REQ-SEARCH-COMPARTMENT",
    "A search in the compartment of a Patient finds what belongs to her alone",
    "在患者分区内查询只返回属于该患者的资源",
    "compartment!patient",
    "Observation.create",
    "Observation.search-type",
)
async def compartment(fhir: Client) -> None:
    people = await fhir.given("Patient", her={}, him={})
    links = {n: {"subject": {"reference": f"Patient/{p['id']}"}} for n, p in people.items()}
    await fhir.given("Observation", hers=links["her"], his=links["him"])
    narrow = fhir.mine("Observation")
    answer = await fhir.get(f"Patient/{people['her']['id']}/Observation?{narrow}")
    found = expect.labelled(fhir, matches(expect.status(answer, 200)))
    expect.same(answer, "Bundle.entry", found, ["hers"])
