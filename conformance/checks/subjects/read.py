"""Read and vread: https://hl7.org/fhir/R4/http.html#read."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(Text("Read", "读取"), "Patient.create", "Patient.read")


@check(
    "read-headers",
    "REQ-READ-ETAG",
    "A read answers ETag with the version id and Last-Modified",
    "读取返回含版本号的 ETag 以及 Last-Modified",
    "Patient!versioning",
)
async def headers(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    answer = expect.status(await fhir.get(f"Patient/{stored['id']}"), 200)
    meta = answer.resource.get("meta", {})
    expect.same(answer, "ETag", expect.header(answer, "etag"), f'W/"{meta.get("versionId")}"')
    expect.header(answer, "last-modified")


@check(
    "read-unknown",
    "REQ-READ-404",
    "An id that was never used is answered with 404",
    "从未使用过的 id 返回 404",
)
async def unknown(fhir: Client) -> None:
    expect.refused(await fhir.get(f"Patient/{fhir.own}"), 404)


@check(
    "read-deleted",
    "REQ-READ-410",
    "A deleted resource is answered with 410",
    "已删除的资源返回 410",
    "Patient.delete",
    "Patient.vread",
)
async def deleted(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    await fhir.delete(f"Patient/{stored['id']}")
    expect.refused(await fhir.get(f"Patient/{stored['id']}"), 410)


@check(
    "read-none-match",
    "REQ-READ-CONDITIONAL",
    "If-None-Match with the current ETag is answered with 304",
    "If-None-Match 与当前 ETag 相同时返回 304",
    "Patient!conditionalRead",
)
async def none_match(fhir: Client) -> None:
    _needs_conditional_read(fhir, "not-match")
    place = f"Patient/{(await fhir.create(fhir.patient()))['id']}"
    tag = expect.header(await fhir.get(place), "etag")
    answer = expect.status(await fhir.get(place, if_none_match=tag), 304)
    expect.same(answer, "Content-Length", len(answer.data), 0)


@check(
    "read-none-match-changed",
    "REQ-READ-CONDITIONAL",
    "If-None-Match with an old ETag is answered with the new version",
    "If-None-Match 为旧 ETag 时返回新版本",
    "Patient!conditionalRead",
    "Patient.update",
)
async def none_match_changed(fhir: Client) -> None:
    _needs_conditional_read(fhir, "not-match")
    stored = await fhir.create(fhir.patient())
    place = f"Patient/{stored['id']}"
    tag = expect.header(await fhir.get(place), "etag")
    await fhir.put(place, {**stored, "gender": "male"})
    answer = expect.status(await fhir.get(place, if_none_match=tag), 200)
    expect.same(answer, "Patient.gender", answer.resource.get("gender"), "male")


@check(
    "read-modified-since",
    "REQ-READ-CONDITIONAL",
    "If-Modified-Since with the current Last-Modified is answered with 304",
    "If-Modified-Since 等于当前 Last-Modified 时返回 304",
    "Patient!conditionalRead",
)
async def modified_since(fhir: Client) -> None:
    _needs_conditional_read(fhir, "modified-since")
    place = f"Patient/{(await fhir.create(fhir.patient()))['id']}"
    modified = expect.header(await fhir.get(place), "last-modified")
    expect.status(await fhir.get(place, if_modified_since=modified), 304)


@check(
    "read-modified-since-before",
    "REQ-READ-CONDITIONAL",
    "If-Modified-Since before the last change is answered with the resource",
    "If-Modified-Since 早于最后修改时间时返回资源",
    "Patient!conditionalRead",
)
async def modified_since_before(fhir: Client) -> None:
    _needs_conditional_read(fhir, "modified-since")
    stored = await fhir.create(fhir.patient())
    past = "Sat, 01 Jan 2000 00:00:00 GMT"
    expect.status(await fhir.get(f"Patient/{stored['id']}", if_modified_since=past), 200)


@check(
    "read-head",
    "REQ-HEAD",
    "HEAD answers what GET answers, without a body",
    "HEAD 与 GET 的响应相同，但不含响应体",
)
async def head(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    answer = await fhir.send("HEAD", f"Patient/{stored['id']}")
    if answer.status in (405, 501):
        raise Skipped("check-refused-as-it-may", asked=answer.asked, status=answer.status)
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.status(answer, got.status)
    expect.same(answer, "ETag", answer.headers.get("etag"), got.headers.get("etag"))


@check(
    "vread-old-version",
    "REQ-VREAD",
    "An old version is read as it was",
    "可按原样读取旧版本",
    "Patient.vread",
    "Patient.update",
)
async def old_version(fhir: Client) -> None:
    first = await fhir.create(fhir.patient(gender="female"))
    place = f"Patient/{first['id']}"
    await fhir.put(place, {**first, "gender": "male"})
    answer = await fhir.get(f"{place}/_history/{first['meta']['versionId']}")
    expect.content(expect.status(answer, 200), first)
    expect.same(answer, "meta", answer.resource["meta"], first["meta"])


@check(
    "vread-current-version",
    "REQ-VREAD",
    "The current version is read by its version id, with its ETag",
    "可按版本号读取当前版本，并返回其 ETag",
    "Patient.vread",
)
async def current_version(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    version = stored["meta"]["versionId"]
    answer = await fhir.get(f"Patient/{stored['id']}/_history/{version}")
    expect.same(expect.status(answer, 200), "ETag", answer.version, version)
    expect.content(answer, stored)


@check(
    "vread-unknown-version",
    "REQ-VREAD-404",
    "A version that never was is answered with 404",
    "不存在的版本返回 404",
    "Patient.vread",
)
async def unknown_version(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    expect.refused(await fhir.get(f"Patient/{stored['id']}/_history/4711"), 404)


@check(
    "vread-after-delete",
    "REQ-VREAD-DELETED",
    "Versions before a deletion can still be read",
    "删除之前的版本仍可读取",
    "Patient.vread",
    "Patient.delete",
)
async def after_delete(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    place = f"Patient/{stored['id']}"
    await fhir.delete(place)
    answer = await fhir.get(f"{place}/_history/{stored['meta']['versionId']}")
    expect.content(expect.status(answer, 200), stored)


def _needs_conditional_read(fhir: Client, kind: str) -> None:
    declared = fhir.capabilities.value("Patient", "conditionalRead")
    if declared not in (kind, "full-support"):
        raise Skipped("check-declares", name="conditionalRead", value=declared)
