"""Batches: https://hl7.org/fhir/R4/http.html#transaction. Their entries stand each for itself."""

from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.says import Text

check = subject(Text("Batch", "批处理"), "system.batch", "Patient.create", "Patient.read")


@check(
    "batch-independent",
    "REQ-BATCH",
    "An entry that fails does not hinder the others",
    "某一条目失败不影响其他条目",
)
async def independent(fhir: Client) -> None:
    entries = [
        {**_post(fhir.patient()), "request": {"method": "POST", "url": "Nonsense"}},
        _post(fhir.patient()),
        _get(f"Patient/{fhir.own}"),
    ]
    answer = await _send(fhir, *entries)
    expect.same(answer, "Bundle.type", answer.resource.get("type"), "batch-response")
    statuses = [str(entry.get("response", {}).get("status"))[:3] for entry in answer.entries]
    expect.that(statuses[0][:1] == "4", "check-entries", asked=answer.asked, found=statuses)
    expect.same(answer, "response.status", statuses[1:], ["201", "404"])


@check(
    "batch-outcome",
    "REQ-ERROR-OUTCOME",
    "An entry that fails carries an OperationOutcome",
    "失败的条目附带 OperationOutcome",
)
async def outcome(fhir: Client) -> None:
    answer = await _send(fhir, _get(f"Patient/{fhir.own}"))
    found = answer.entries[0].get("response", {}).get("outcome", {})
    kind = found.get("resourceType")
    expect.same(answer, "response.outcome", kind, "OperationOutcome")


@check(
    "batch-reads",
    "REQ-BATCH-RESPONSE",
    "Reads and searches in a batch answer what they answer alone",
    "批处理中的读取与查询，结果与单独执行相同",
    "Patient.search-type",
)
async def reads(fhir: Client) -> None:
    stored = await fhir.given("Patient", one={"gender": "female"})
    place = f"Patient/{stored['one']['id']}"
    answer = await _send(fhir, _get(place), _get(f"Patient?{fhir.mine('Patient')}"))
    read, search = (entry.get("resource", {}) for entry in answer.entries[:2])
    expect.same(answer, "entry[0].resource.gender", read.get("gender"), "female")
    found = [entry.get("resource", {}).get("id") for entry in search.get("entry", [])]
    expect.same(answer, "entry[1].resource.entry", found, [stored["one"]["id"]])


async def _send(fhir: Client, *entries: Json) -> Answer:
    bundle = {"resourceType": "Bundle", "type": "batch", "entry": list(entries)}
    answer = expect.status(await fhir.post("", bundle), 200)
    expect.same(answer, "Bundle.entry (number)", len(answer.entries), len(entries))
    return answer


def _post(resource: Json) -> Json:
    return {"resource": resource, "request": {"method": "POST", "url": resource["resourceType"]}}


def _get(url: str) -> Json:
    return {"request": {"method": "GET", "url": url}}
