"""Update: https://hl7.org/fhir/R4/http.html#update."""

from datetime import datetime

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(Text("Update", "更新"), "Patient.create", "Patient.read", "Patient.update")


@check(
    "update-new-version",
    "REQ-UPDATE",
    "An update answers 200 with the ETag of a new version",
    "更新返回 200 和新版本的 ETag",
    "Patient!versioning",
)
async def new_version(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    answer = await fhir.put(f"Patient/{stored['id']}", {**stored, "gender": "male"})
    expect.different(
        expect.status(answer, 200), "ETag", answer.version, stored["meta"]["versionId"]
    )
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.same(got, "Patient.gender", got.resource.get("gender"), "male")
    expect.same(got, "ETag", got.version, answer.version)


@check(
    "update-replaces",
    "REQ-UPDATE-REPLACES",
    "An update replaces: what is not sent is gone",
    "更新为整体替换：未提交的元素不再保留",
)
async def replaces(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female", active=True))
    without = {name: value for name, value in stored.items() if name != "gender"}
    expect.status(await fhir.put(f"Patient/{stored['id']}", without), 200)
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.same(got, "Patient.gender", got.resource.get("gender"), None)
    expect.same(got, "Patient.active", got.resource.get("active"), True)


@check(
    "update-last-updated",
    "REQ-UPDATE-META",
    "lastUpdated does not go back with a new version",
    "新版本的 lastUpdated 不得倒退",
)
async def last_updated(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    await fhir.put(f"Patient/{stored['id']}", {**stored, "active": True})
    got = await fhir.get(f"Patient/{stored['id']}")
    before, after = (r.get("meta", {}).get("lastUpdated", "") for r in (stored, got.resource))
    is_later = datetime.fromisoformat(after) >= datetime.fromisoformat(before)
    expect.that(is_later, "check-not-later", asked=got.asked, before=before, after=after)


@check(
    "update-other-id",
    "REQ-UPDATE-ID",
    "A body whose id is not that of the URL is answered with 400",
    "资源 id 与 URL 不一致时返回 400",
)
async def other_id(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    other = {**stored, "id": "another"}
    expect.refused(await fhir.put(f"Patient/{stored['id']}", other), 400)


@check(
    "update-without-id",
    "REQ-UPDATE-ID",
    "A body without an id is answered with 400",
    "资源缺少 id 时返回 400",
)
async def without_id(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    expect.refused(await fhir.put(f"Patient/{stored['id']}", fhir.patient()), 400)


@check(
    "update-as-create",
    "REQ-UPDATE-CREATE",
    "An update of an id that is not in use creates it, where updateCreate is declared",
    "声明 updateCreate 时，更新未使用的 id 即创建该资源",
    "Patient!updateCreate",
)
async def as_create(fhir: Client) -> None:
    id_ = fhir.own
    answer = await fhir.put(f"Patient/{id_}", fhir.patient(id=id_, gender="male"))
    expect.status(answer, 201)
    got = expect.status(await fhir.get(f"Patient/{id_}"), 200)
    expect.same(got, "Patient.gender", got.resource.get("gender"), "male")


@check(
    "update-invalid",
    "REQ-UPDATE-INVALID",
    "An invalid update is refused and changes nothing, or what is wrong is not given out",
    "无效的更新会被拒绝且不改变原有数据，或错误内容不会再返回",
)
async def invalid(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    place = f"Patient/{stored['id']}"
    answer = await fhir.put(place, {**stored, "gender": "boy"})
    await expect.kept_out(fhir, answer, place)
    if answer.status >= 400:
        expect.content(await fhir.get(place), stored)


@check(
    "update-if-match",
    "REQ-UPDATE-IF-MATCH",
    "An update on the current version passes",
    "以当前版本为条件的更新成功",
    "Patient!versioning",
)
async def if_match(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    tag = f'W/"{stored["meta"]["versionId"]}"'
    answer = await fhir.put(f"Patient/{stored['id']}", {**stored, "active": True}, if_match=tag)
    expect.status(answer, 200)


@check(
    "update-if-match-stale",
    "REQ-UPDATE-IF-MATCH",
    "An update on an old version is answered with 412 and changes nothing",
    "以旧版本为条件的更新返回 412，且不改变原有数据",
    "Patient!versioning",
)
async def if_match_stale(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    place, tag = f"Patient/{stored['id']}", f'W/"{stored["meta"]["versionId"]}"'
    await fhir.put(place, {**stored, "gender": "male"})
    late = await fhir.put(place, {**stored, "gender": "female"}, if_match=tag)
    expect.refused(late, 412)
    got = await fhir.get(place)
    expect.same(got, "Patient.gender", got.resource.get("gender"), "male")


@check(
    "update-after-delete",
    "REQ-UPDATE-AFTER-DELETE",
    "An update brings a deleted resource back",
    "更新可恢复已删除的资源",
    "Patient.delete",
    "Patient!updateCreate",
)
async def after_delete(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    place = f"Patient/{stored['id']}"
    await fhir.delete(place)
    answer = await fhir.put(place, {**stored, "active": True})
    if 400 <= answer.status < 500:
        raise Skipped("check-refused-as-it-may", asked=answer.asked, status=answer.status)
    expect.status(answer, 200, 201)
    expect.status(await fhir.get(place), 200)
