"""Writes at the same moment: https://hl7.org/fhir/R4/http.html#concurrency."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client, together
from conformance.says import Text

check = subject(Text("Concurrency", "并发"), "Patient.create", "Patient.read", "Patient.update")

_SENDERS = 10


@check(
    "concurrency-versions",
    "REQ-CONCURRENCY-VERSIONS",
    "Updates at the same moment: every acknowledged version is in the history, once",
    "并发更新：每个已确认的版本都在历史中，且只出现一次",
    "Patient.history-instance",
)
async def versions(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    place = f"Patient/{stored['id']}"
    bodies = [{**stored, "multipleBirthInteger": n + 1} for n in range(_SENDERS)]
    answers = await together(*(fhir.put(place, body) for body in bodies))
    acknowledged = {
        answer.version: body["multipleBirthInteger"]
        for answer, body in zip(answers, bodies, strict=True)
        if expect.status(answer, 200, 409, 412, 429, 503).status == 200
    }
    taken = sum(answer.status == 200 for answer in answers)
    expect.same(answers[0], "ETag (distinct)", len(acknowledged), taken)
    pages = await fhir.pages(f"{place}/_history?_count=100")
    kept = {
        entry["resource"]["meta"]["versionId"]: entry["resource"].get("multipleBirthInteger")
        for page in pages
        for entry in page.entries
        if "resource" in entry
    }
    for version, number in acknowledged.items():
        expect.same(pages[0], f"_history/{version}", kept.get(version), number)


@check(
    "concurrency-if-match",
    "REQ-CONCURRENCY-IF-MATCH",
    "Updates at the same moment on the same version: one passes, the others are refused",
    "并发更新同一版本：仅一个成功，其余被拒绝",
    "Patient!versioning",
)
async def if_match(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    place, tag = f"Patient/{stored['id']}", f'W/"{stored["meta"]["versionId"]}"'
    bodies = [{**stored, "multipleBirthInteger": n + 1} for n in range(_SENDERS)]
    answers = await together(*(fhir.put(place, body, if_match=tag) for body in bodies))
    passed = [a for a in answers if expect.status(a, 200, 409, 412, 429, 503).status == 200]
    expect.that(len(passed) == 1, "check-passed", asked=answers[0].asked, found=len(passed))


@check(
    "concurrency-creates",
    "REQ-CONCURRENCY-VERSIONS",
    "Creates at the same moment get ids of their own and can all be read",
    "并发创建的资源各有 id，且均可读取",
)
async def creates(fhir: Client) -> None:
    bodies = [fhir.patient(multipleBirthInteger=n + 1) for n in range(_SENDERS)]
    answers = await together(*(fhir.post("Patient", body) for body in bodies))
    for answer, body in zip(answers, bodies, strict=True):
        expect.status(answer, 201)
        expect.content(await fhir.get(f"Patient/{answer.place[1]}"), body)
