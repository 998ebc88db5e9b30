"""Conditional create, update and delete: https://hl7.org/fhir/R4/http.html#ccreate.

A server that ignores criteria would change what is somebody else's: what they match is counted
before anything conditional is updated or deleted.
"""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client, Json, together
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(
    Text("Conditional", "条件操作"), "Patient.create", "Patient.read", "Patient?identifier"
)

_SENDERS = 12


@check(
    "conditional-create-none",
    "REQ-CONDITIONAL-CREATE",
    "If-None-Exist without a match creates",
    "If-None-Exist 无匹配时创建资源",
    "Patient!conditionalCreate",
)
async def create_none(fhir: Client) -> None:
    patient = fhir.patient()
    answer = await fhir.post("Patient", patient, if_none_exist=fhir.criteria(patient))
    expect.status(answer, 201)
    await _counts(fhir, patient, 1)


@check(
    "conditional-create-one",
    "REQ-CONDITIONAL-CREATE",
    "If-None-Exist with one match answers 200 and creates nothing",
    "If-None-Exist 匹配一个时返回 200，不创建资源",
    "Patient!conditionalCreate",
)
async def create_one(fhir: Client) -> None:
    patient = fhir.patient(gender="female")
    await fhir.create(patient)
    again = {**patient, "gender": "male"}
    answer = await fhir.post("Patient", again, if_none_exist=fhir.criteria(patient))
    expect.status(answer, 200)
    await _counts(fhir, patient, 1)


@check(
    "conditional-create-many",
    "REQ-CONDITIONAL-CREATE",
    "If-None-Exist with several matches answers 412",
    "If-None-Exist 匹配多个时返回 412",
    "Patient!conditionalCreate",
)
async def create_many(fhir: Client) -> None:
    patient = await _twice(fhir)
    answer = await fhir.post("Patient", patient, if_none_exist=fhir.criteria(patient))
    expect.refused(answer, 412)
    await _counts(fhir, patient, 2)


@check(
    "conditional-create-atomic",
    "REQ-CONDITIONAL-ATOMIC",
    f"Of {_SENDERS} equal conditional creates at a time one creates",
    f"同时发出的 {_SENDERS} 个相同条件创建只创建一个资源",
    "Patient!conditionalCreate",
)
async def create_atomic(fhir: Client) -> None:
    patient = fhir.patient()
    criteria = fhir.criteria(patient)
    sending = [fhir.post("Patient", patient, if_none_exist=criteria) for _ in range(_SENDERS)]
    for answer in await together(*sending):
        expect.status(answer, 200, 201, 409, 412, 429, 503)
    await _counts(fhir, patient, 1)


@check(
    "conditional-update-none",
    "REQ-CONDITIONAL-UPDATE",
    "A conditional update without a match creates",
    "条件更新无匹配时创建资源",
    "Patient!conditionalUpdate",
)
async def update_none(fhir: Client) -> None:
    patient = fhir.patient()
    await _counts(fhir, patient, 0)
    expect.status(await fhir.put(f"Patient?{fhir.criteria(patient)}", patient), 201)
    await _counts(fhir, patient, 1)


@check(
    "conditional-update-one",
    "REQ-CONDITIONAL-UPDATE",
    "A conditional update with one match updates it",
    "条件更新匹配一个时更新该资源",
    "Patient!conditionalUpdate",
)
async def update_one(fhir: Client) -> None:
    patient = fhir.patient(gender="female")
    stored = await fhir.create(patient)
    await _counts(fhir, patient, 1)
    changed = {**patient, "gender": "male"}
    expect.status(await fhir.put(f"Patient?{fhir.criteria(patient)}", changed), 200)
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.same(got, "Patient.gender", got.resource.get("gender"), "male")


@check(
    "conditional-update-many",
    "REQ-CONDITIONAL-UPDATE",
    "A conditional update with several matches answers 412",
    "条件更新匹配多个时返回 412",
    "Patient!conditionalUpdate",
)
async def update_many(fhir: Client) -> None:
    patient = await _twice(fhir)
    await _counts(fhir, patient, 2)
    expect.refused(await fhir.put(f"Patient?{fhir.criteria(patient)}", patient), 412)


@check(
    "conditional-update-atomic",
    "REQ-CONDITIONAL-ATOMIC",
    f"Of {_SENDERS} equal conditional updates at a time one creates",
    f"同时发出的 {_SENDERS} 个相同条件更新只创建一个资源",
    "Patient!conditionalUpdate",
)
async def update_atomic(fhir: Client) -> None:
    patient = fhir.patient()
    url = f"Patient?{fhir.criteria(patient)}"
    await _counts(fhir, patient, 0)
    for answer in await together(*(fhir.put(url, patient) for _ in range(_SENDERS))):
        expect.status(answer, 200, 201, 409, 412, 429, 503)
    await _counts(fhir, patient, 1)


@check(
    "conditional-delete-one",
    "REQ-CONDITIONAL-DELETE",
    "A conditional delete with one match deletes it",
    "条件删除匹配一个时删除该资源",
    "Patient!conditionalDelete",
)
async def delete_one(fhir: Client) -> None:
    patient = fhir.patient()
    stored = await fhir.create(patient)
    await _counts(fhir, patient, 1)
    expect.status(await fhir.delete(f"Patient?{fhir.criteria(patient)}"), 200, 202, 204)
    expect.status(await fhir.get(f"Patient/{stored['id']}"), 404, 410)


@check(
    "conditional-delete-many",
    "REQ-CONDITIONAL-DELETE",
    "A conditional delete of single resources with several matches answers 412",
    "只支持单个删除时，条件删除匹配多个返回 412",
    "Patient!conditionalDelete",
)
async def delete_many(fhir: Client) -> None:
    declared = fhir.capabilities.value("Patient", "conditionalDelete")
    if declared != "single":
        raise Skipped("check-declares", name="conditionalDelete", value=declared)
    patient = await _twice(fhir)
    await _counts(fhir, patient, 2)
    expect.refused(await fhir.delete(f"Patient?{fhir.criteria(patient)}"), 412)
    await _counts(fhir, patient, 2)


async def _twice(fhir: Client) -> Json:
    """A Patient that is stored twice."""
    patient = fhir.patient()
    await together(fhir.create(patient), fhir.create(patient))
    return patient


async def _counts(fhir: Client, patient: Json, wanted: int) -> None:
    answer = expect.status(await fhir.get(f"Patient?{fhir.criteria(patient)}"), 200)
    expect.that(
        len(answer.entries) == wanted,
        "check-count",
        asked=answer.asked,
        found=len(answer.entries),
        wanted=wanted,
    )
