"""Transactions: https://hl7.org/fhir/R4/http.html#transaction."""

import uuid

from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(
    Text("Transaction", "事务"),
    "system.transaction",
    "Patient.create",
    "Patient.read",
    "Patient?identifier",
)


@check(
    "transaction-creates",
    "REQ-TRANSACTION-RESPONSE",
    "Each entry is answered in its place, with status and Location",
    "逐条按顺序返回 status 和 location",
    "Observation.create",
)
async def creates(fhir: Client) -> None:
    entries = [_post(fhir.patient()), _post(fhir.observation()), _post(fhir.patient())]
    answer = await _transact(fhir, *entries)
    expect.same(answer, "Bundle.type", answer.resource.get("type"), "transaction-response")
    responses = _responses(answer, 3)
    for response, type_ in zip(responses, ("Patient", "Observation", "Patient"), strict=True):
        expect.same(answer, "response.status", str(response.get("status"))[:3], "201")
        location = str(response.get("location"))
        expect.that(
            f"{type_}/" in location, "check-location", asked=answer.asked, location=location
        )


@check(
    "transaction-atomic",
    "REQ-TRANSACTION-ATOMIC",
    "When one entry fails nothing of the transaction is stored",
    "任一条目失败，则整个事务不保存任何内容",
)
async def atomic(fhir: Client) -> None:
    good = fhir.patient()
    impossible = _entry("POST", "Nonsense", fhir.patient())
    expect.explained(await _send(fhir, _post(good), impossible))
    await _counts(fhir, good, 0)


@check(
    "transaction-order",
    "REQ-TRANSACTION-ORDER",
    "Reads see what the other entries do, even where they are listed before them",
    "无论条目如何排列，读取均在删除、创建、更新之后执行",
    "Patient.update",
    "Patient.delete",
    "Patient.search-type",
)
async def order(fhir: Client) -> None:
    old, new = fhir.patient(), fhir.patient()
    stored, kept = await fhir.create(old), await fhir.create(fhir.patient(gender="female"))
    answer = await _transact(
        fhir,
        _without_body("GET", f"Patient/{kept['id']}"),
        _without_body("GET", f"Patient?{fhir.criteria(new)}"),
        _without_body("GET", f"Patient?{fhir.criteria(old)}"),
        _entry("PUT", f"Patient/{kept['id']}", {**kept, "gender": "male"}),
        _post(new),
        _without_body("DELETE", f"Patient/{stored['id']}"),
    )
    _responses(answer, 6)
    read, *searches = (entry.get("resource", {}) for entry in answer.entries[:3])
    expect.same(answer, "entry[0].resource.gender", read.get("gender"), "male")
    found = [len(search.get("entry", [])) for search in searches]
    expect.same(answer, "entry[1..2].resource.entry (number)", found, [1, 0])


@check(
    "transaction-references",
    "REQ-TRANSACTION-REFERENCES",
    "References to entries by fullUrl become references to what was stored",
    "按 fullUrl 指向其他条目的引用改写为实际保存的引用",
    "Observation.create",
    "Observation.read",
)
async def references(fhir: Client) -> None:
    url = f"urn:uuid:{uuid.uuid4()}"
    observation = fhir.observation(subject={"reference": url})
    patient = {**_post(fhir.patient()), "fullUrl": url}
    answer = await _transact(fhir, _post(observation), patient)
    where = [_place(response) for response in _responses(answer, 2)]
    got = expect.status(await fhir.get(where[0]), 200)
    found = str(got.resource.get("subject", {}).get("reference"))
    expect.same(got, "Observation.subject", found.removeprefix(f"{fhir.base}/"), where[1])


@check(
    "transaction-conditional-reference",
    "REQ-TRANSACTION-CONDITIONAL-REFERENCE",
    "A reference that is a search becomes a reference to its one match",
    "以查询表达的引用改写为唯一匹配资源的引用",
    "Observation.create",
    "Observation.read",
)
async def conditional_reference(fhir: Client) -> None:
    patient = fhir.patient()
    stored = await fhir.create(patient)
    link = {"reference": f"Patient?{fhir.criteria(patient)}"}
    answer = await _transact(fhir, _post(fhir.observation(subject=link)))
    got = await fhir.get(_place(_responses(answer, 1)[0]))
    found = str(got.resource.get("subject", {}).get("reference"))
    found = found.removeprefix(f"{fhir.base}/")
    expect.same(got, "Observation.subject", found, f"Patient/{stored['id']}")


@check(
    "transaction-conditional-reference-none",
    "REQ-TRANSACTION-CONDITIONAL-REFERENCE",
    "A reference that is a search without a match makes the transaction fail",
    "以查询表达的引用无匹配时，事务失败",
    "Observation.create",
)
async def conditional_reference_none(fhir: Client) -> None:
    other = fhir.patient()
    link = {"reference": f"Patient?{fhir.criteria(fhir.patient())}"}
    expect.explained(await _send(fhir, _post(other), _post(fhir.observation(subject=link))))
    await _counts(fhir, other, 0)


@check(
    "transaction-if-none-exist",
    "REQ-TRANSACTION-CONDITIONAL",
    "ifNoneExist in an entry creates nothing where there is a match",
    "条目中的 ifNoneExist 有匹配时不创建资源",
    "Patient!conditionalCreate",
)
async def if_none_exist(fhir: Client) -> None:
    patient = fhir.patient()
    await fhir.create(patient)
    answer = await _transact(fhir, _post(patient, ifNoneExist=fhir.criteria(patient)))
    expect.same(answer, "response.status", str(_responses(answer, 1)[0].get("status"))[:3], "200")
    await _counts(fhir, patient, 1)


@check(
    "transaction-if-match",
    "REQ-TRANSACTION-CONDITIONAL",
    "ifMatch with an old version makes the transaction fail",
    "条目中的 ifMatch 为旧版本时，事务失败",
    "Patient.update",
    "Patient!versioning",
)
async def if_match(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    await fhir.put(f"Patient/{stored['id']}", {**stored, "gender": "male"})
    other = fhir.patient()
    update = _entry("PUT", f"Patient/{stored['id']}", {**stored, "gender": "female"})
    update["request"]["ifMatch"] = f'W/"{stored["meta"]["versionId"]}"'
    expect.explained(await _send(fhir, _post(other), update))
    await _counts(fhir, other, 0)


@check(
    "transaction-same-twice",
    "REQ-TRANSACTION-TWICE",
    "A transaction that writes one resource twice is refused",
    "同一资源在事务中写两次会被拒绝",
    "Patient.update",
)
async def same_twice(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    entries = [
        _entry("PUT", f"Patient/{stored['id']}", {**stored, "gender": gender})
        for gender in ("male", "other")
    ]
    expect.explained(await _send(fhir, *entries))
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.same(got, "Patient.gender", got.resource.get("gender"), "female")


@check(
    "transaction-wrong-type",
    "REQ-TRANSACTION-TYPE",
    "A Bundle of another type that is refused at the base leaves nothing behind",
    "根地址拒绝其他类型的 Bundle 时，不保存其中任何内容",
)
async def wrong_type(fhir: Client) -> None:
    patient = fhir.patient()
    entry = {"fullUrl": f"urn:uuid:{uuid.uuid4()}", "resource": patient}
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [entry]}
    answer = await fhir.post("", bundle)
    if answer.status == 200:
        raise Skipped("check-takes-as-it-may", asked=answer.asked, status=answer.status)
    expect.refused(answer)
    await _counts(fhir, patient, 0)


async def _send(fhir: Client, *entries: Json) -> Answer:
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": list(entries)}
    return await fhir.post("", bundle)


async def _transact(fhir: Client, *entries: Json) -> Answer:
    """A transaction that has to pass."""
    return expect.status(await _send(fhir, *entries), 200)


def _entry(method: str, url: str, resource: Json) -> Json:
    return {"resource": resource, "request": {"method": method, "url": url}}


def _without_body(method: str, url: str) -> Json:
    return {"request": {"method": method, "url": url}}


def _post(resource: Json, **request: str) -> Json:
    entry = _entry("POST", resource["resourceType"], resource)
    entry["request"] |= request
    return {"fullUrl": f"urn:uuid:{uuid.uuid4()}", **entry}


def _responses(answer: Answer, wanted: int) -> list[Json]:
    found = [entry.get("response", {}) for entry in answer.entries]
    expect.same(answer, "Bundle.entry (number)", len(found), wanted)
    return found


def _place(response: Json) -> str:
    """Type and id of an entry's Location."""
    parts = str(response.get("location")).split("/_history/")[0].split("/")
    return "/".join(parts[-2:])


async def _counts(fhir: Client, patient: Json, wanted: int) -> None:
    answer = expect.status(await fhir.get(f"Patient?{fhir.criteria(patient)}"), 200)
    found = len(answer.entries)
    expect.that(found == wanted, "check-count", asked=answer.asked, found=found, wanted=wanted)
