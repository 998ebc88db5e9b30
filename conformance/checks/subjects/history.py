"""History: https://hl7.org/fhir/R4/http.html#history."""

from datetime import datetime, timedelta
from urllib.parse import quote

from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.says import Text

check = subject(Text("History", "历史"), "Patient.create", "Patient.read", "Patient.update")


@check(
    "history-versions",
    "REQ-HISTORY",
    "The history of a resource has every version, the newest first",
    "资源历史含全部版本，最新的在前",
    "Patient.history-instance",
)
async def versions(fhir: Client) -> None:
    place, ids = await _with_versions(fhir, 4)
    answer = expect.status(await fhir.get(f"{place}/_history?_count=50"), 200)
    expect.same(answer, "Bundle.type", answer.resource.get("type"), "history")
    found = [_version(entry) for entry in answer.entries]
    expect.same(answer, "meta.versionId", found, ids[::-1])


@check(
    "history-requests",
    "REQ-HISTORY-ENTRY",
    "Entries of a history say how their version came about",
    "历史条目说明该版本由何种请求产生",
    "Patient.history-instance",
)
async def requests(fhir: Client) -> None:
    place, _ = await _with_versions(fhir, 2)
    answer = expect.status(await fhir.get(f"{place}/_history?_count=50"), 200)
    methods = [entry.get("request", {}).get("method") for entry in answer.entries]
    expect.same(answer, "request.method", methods, ["PUT", "POST"])
    for entry in answer.entries:
        status = entry.get("response", {}).get("status")
        expect.that(status, "check-no-element", asked=answer.asked, name="response.status")


@check(
    "history-deletion",
    "REQ-HISTORY-DELETION",
    "A deletion is an entry of the history, without a resource",
    "删除在历史中为一个不含资源的条目",
    "Patient.history-instance",
    "Patient.delete",
)
async def deletion(fhir: Client) -> None:
    place, ids = await _with_versions(fhir, 2)
    await fhir.delete(place)
    answer = expect.status(await fhir.get(f"{place}/_history?_count=50"), 200)
    methods = [entry.get("request", {}).get("method") for entry in answer.entries]
    expect.same(answer, "request.method", methods, ["DELETE", "PUT", "POST"])
    expect.same(answer, "entry[0].resource", answer.entries[0].get("resource"), None)
    found = [_version(entry) for entry in answer.entries[1:]]
    expect.same(answer, "meta.versionId", found, ids[::-1])


@check(
    "history-paging",
    "REQ-HISTORY-PAGING",
    "The pages of a history hold every version once",
    "分页的历史包含每个版本各一次",
    "Patient.history-instance",
)
async def paging(fhir: Client) -> None:
    place, ids = await _with_versions(fhir, 5)
    pages = await fhir.pages(f"{place}/_history?_count=2")
    sizes = [len(expect.status(page, 200).entries) for page in pages]
    expect.that(
        max(sizes) <= 2, "check-count", asked=pages[0].asked, found=max(sizes), wanted="≤ 2"
    )
    found = [_version(entry) for page in pages for entry in page.entries]
    expect.same(pages[0], "meta.versionId", found, ids[::-1])


@check(
    "history-since",
    "REQ-HISTORY-SINCE",
    "_since leaves out what is older",
    "_since 排除更早的版本",
    "Patient.history-instance",
)
async def since(fhir: Client) -> None:
    place, ids = await _with_versions(fhir, 3)
    last = (await fhir.get(place)).resource["meta"]["lastUpdated"]
    later = datetime.fromisoformat(last) + timedelta(seconds=2)  # no finer precision is demanded
    for since, wanted in ((last, ids[-1:]), (later.isoformat(), [])):
        query = f"{place}/_history?_since={quote(since, safe='')}"
        answer = expect.status(await fhir.get(query), 200)
        found = [_version(entry) for entry in answer.entries[:1]]
        expect.same(answer, "meta.versionId", found, wanted)


@check(
    "history-unknown",
    "REQ-HISTORY-404",
    "The history of what never was is answered with 404",
    "从未存在的资源，其历史返回 404",
    "Patient.history-instance",
)
async def unknown(fhir: Client) -> None:
    expect.refused(await fhir.get(f"Patient/{fhir.own}/_history"), 404)


@check(
    "history-type",
    "REQ-HISTORY-ALL",
    "The history of a type has every version of its resources, once",
    "类型级历史包含该类型资源的每个版本各一次",
    "Patient.history-type",
)
async def of_type(fhir: Client) -> None:
    await _in_wide_history(fhir, "Patient/_history")


@check(
    "history-system",
    "REQ-HISTORY-ALL",
    "The history of the server has every version, once",
    "系统级历史包含每个版本各一次",
    "system.history-system",
)
async def of_system(fhir: Client) -> None:
    await _in_wide_history(fhir, "_history")


async def _in_wide_history(fhir: Client, path: str) -> None:
    """Every version of a resource is in a history with others, while others are being written."""
    place, ids = await _with_versions(fhir, 3)
    first = (await fhir.get(f"{place}/_history/{ids[0]}")).resource
    since = quote(first["meta"]["lastUpdated"], safe="")
    pages = await fhir.pages(f"{path}?_since={since}&_count=100")
    entries = [entry for page in pages for entry in expect.status(page, 200).entries]
    own = [e for e in entries if e.get("resource", {}).get("id") == place.split("/")[1]]
    expect.same(pages[0], "meta.versionId", [_version(entry) for entry in own], ids[::-1])


async def _with_versions(fhir: Client, number: int) -> tuple[str, list[str]]:
    """A Patient of some versions: its place, its version ids from the first on."""
    stored = await fhir.create(fhir.patient(multipleBirthInteger=1))
    place, ids = f"Patient/{stored['id']}", [str(stored["meta"]["versionId"])]
    for n in range(2, number + 1):
        answer: Answer = await fhir.put(place, {**stored, "multipleBirthInteger": n})
        ids.append(expect.status(answer, 200).version)
    return place, ids


def _version(entry: Json) -> str:
    return str(entry.get("resource", {}).get("meta", {}).get("versionId"))
