"""Patch: https://hl7.org/fhir/R4/http.html#patch."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import FHIR_JSON, Client, Json
from conformance.says import Text

check = subject(Text("Patch", "局部修改"), "Patient.create", "Patient.read", "Patient.patch")

_JSON_PATCH = "application/json-patch+json"


@check(
    "patch-json",
    "REQ-PATCH",
    "A JSON Patch changes what it names and nothing else",
    "JSON Patch 只修改所指定的内容",
    "patchFormat!json-patch",
    "Patient!versioning",
)
async def json_patch(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female", active=True))
    operations = [{"op": "replace", "path": "/gender", "value": "male"}]
    answer = await fhir.patch(f"Patient/{stored['id']}", operations, _JSON_PATCH)
    expect.status(answer, 200)
    got = await fhir.get(f"Patient/{stored['id']}")
    expect.content(got, {**stored, "gender": "male"})
    before, after = (r.get("meta", {}).get("versionId") for r in (stored, got.resource))
    expect.different(got, "meta.versionId", after, before)


@check(
    "patch-json-test",
    "REQ-PATCH-TEST",
    "A JSON Patch whose test fails changes nothing",
    "JSON Patch 的 test 不成立时不作任何修改",
    "patchFormat!json-patch",
)
async def json_patch_test(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    operations = [
        {"op": "replace", "path": "/gender", "value": "male"},
        {"op": "test", "path": "/active", "value": True},
    ]
    expect.refused(await fhir.patch(f"Patient/{stored['id']}", operations, _JSON_PATCH))
    expect.content(await fhir.get(f"Patient/{stored['id']}"), stored)


@check(
    "patch-fhirpath",
    "REQ-PATCH",
    "A FHIRPath Patch changes what it names and nothing else",
    "FHIRPath Patch 只修改所指定的内容",
    "patchFormat!fhir+json",
)
async def fhirpath_patch(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female", active=True))
    parameters = _replace("Patient.gender", "male")
    answer = await fhir.patch(f"Patient/{stored['id']}", parameters, FHIR_JSON)
    expect.status(answer, 200)
    expect.content(await fhir.get(f"Patient/{stored['id']}"), {**stored, "gender": "male"})


@check(
    "patch-if-match",
    "REQ-PATCH-IF-MATCH",
    "A patch on an old version is answered with 412",
    "以旧版本为条件的局部修改返回 412",
    "patchFormat!json-patch",
    "Patient.update",
    "Patient!versioning",
)
async def if_match(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    place, tag = f"Patient/{stored['id']}", f'W/"{stored["meta"]["versionId"]}"'
    await fhir.put(place, {**stored, "gender": "male"})
    operations = [{"op": "replace", "path": "/gender", "value": "female"}]
    expect.refused(await fhir.patch(place, operations, _JSON_PATCH, if_match=tag), 412)


@check(
    "patch-invalid",
    "REQ-PATCH-INVALID",
    "A patch that makes the resource invalid is refused, or what is wrong is not given out",
    "使资源无效的局部修改会被拒绝，或错误内容不会再返回",
    "patchFormat!json-patch",
)
async def invalid(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    operations = [{"op": "replace", "path": "/gender", "value": "boy"}]
    place = f"Patient/{stored['id']}"
    answer = await fhir.patch(place, operations, _JSON_PATCH)
    await expect.kept_out(fhir, answer, place)
    if answer.status >= 400:
        expect.content(await fhir.get(place), stored)


@check(
    "patch-unsupported",
    "REQ-FORMAT-415",
    "A patch in a foreign format is answered with 415",
    "局部修改的格式不受支持时返回 415",
)
async def unsupported(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    answer = await fhir.patch(f"Patient/{stored['id']}", "gender=male", "text/csv")
    expect.status(answer, 415)


def _replace(path: str, code: str) -> Json:
    parts = [
        {"name": "type", "valueCode": "replace"},
        {"name": "path", "valueString": path},
        {"name": "value", "valueCode": code},
    ]
    return {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": parts}]}
