"""Delete: https://hl7.org/fhir/R4/http.html#delete."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.says import Text

check = subject(Text("Delete", "删除"), "Patient.create", "Patient.read", "Patient.delete")


@check(
    "delete-gone",
    "REQ-DELETE",
    "A deleted resource can no longer be read",
    "已删除的资源不能再读取",
)
async def gone(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    expect.status(await fhir.delete(f"Patient/{stored['id']}"), 200, 202, 204)
    expect.refused(await fhir.get(f"Patient/{stored['id']}"), 404, 410)


@check(
    "delete-not-found",
    "REQ-DELETE-SEARCH",
    "A deleted resource is no longer found by a search",
    "查询不再返回已删除的资源",
    "Patient.search-type",
)
async def not_found(fhir: Client) -> None:
    stored = await fhir.given("Patient", kept={}, deleted={})
    await expect.finds(fhir, "Patient?_count=50", "kept", "deleted")
    await fhir.delete(f"Patient/{stored['deleted']['id']}")
    await expect.finds(fhir, "Patient?_count=50", "kept")


@check(
    "delete-again",
    "REQ-DELETE-AGAIN",
    "Deleting again, or what never was, is answered as a deletion: with 200, 202 or 204",
    "重复删除或删除不存在的资源与删除成功一样返回 200、202 或 204",
)
async def again(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    await fhir.delete(f"Patient/{stored['id']}")
    for id_ in (stored["id"], fhir.own):
        expect.status(await fhir.delete(f"Patient/{id_}"), 200, 202, 204)
