"""Operations: https://hl7.org/fhir/R4/operations.html, resource-operation-validate.html."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.says import Text

check = subject(Text("Operations", "操作"), "Patient.create")

_NO_LINK = [{"type": "seealso"}]
"""A fault that every parser passes over: the other Patient is missing."""


@check(
    "validate-valid",
    "REQ-VALIDATE",
    "$validate of a valid resource answers an OperationOutcome without errors",
    "$validate 对有效资源返回无错误的 OperationOutcome",
    "Patient$validate",
)
async def validate_valid(fhir: Client) -> None:
    answer = await fhir.post("Patient/$validate", fhir.patient(gender="female"))
    found = expect.outcome(expect.status(answer, 200))
    expect.same(answer, "OperationOutcome.issue", _errors(found), 0)


@check(
    "validate-invalid",
    "REQ-VALIDATE",
    "$validate of an invalid resource answers 200 and what is wrong",
    "$validate 对无效资源返回 200 并指出错误",
    "Patient$validate",
)
async def validate_invalid(fhir: Client) -> None:
    answer = await fhir.post("Patient/$validate", fhir.patient(link=_NO_LINK))
    expect.outcome(expect.status(answer, 200), "error", "fatal")


@check(
    "validate-parameters",
    "REQ-VALIDATE",
    "$validate takes the resource in Parameters, too",
    "$validate 也接受 Parameters 中的资源",
    "Patient$validate",
)
async def validate_parameters(fhir: Client) -> None:
    given = _parameters({"name": "resource", "resource": fhir.patient(link=_NO_LINK)})
    answer = await fhir.post("Patient/$validate", given)
    expect.outcome(expect.status(answer, 200), "error", "fatal")


@check(
    "validate-stores-nothing",
    "REQ-VALIDATE",
    "$validate stores nothing",
    "$validate 不保存任何内容",
    "Patient$validate",
    "Patient.search-type",
)
async def validate_stores_nothing(fhir: Client) -> None:
    await fhir.post("Patient/$validate", fhir.patient(gender="female"))
    await expect.finds(fhir, "Patient?_count=5")


@check(
    "meta-add-delete",
    "REQ-META",
    "$meta-add adds a tag, $meta-delete takes it away, and the content stays",
    "$meta-add 添加标签，$meta-delete 删除标签，内容不变",
    "Patient$meta-add",
    "Patient$meta-delete",
    "Patient.read",
)
async def meta_add_delete(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient(gender="female"))
    place, tag = f"Patient/{stored['id']}", {"system": "urn:fhir-conformance:t", "code": "seen"}
    given = _parameters({"name": "meta", "valueMeta": {"tag": [tag]}})
    for operation, wanted in (("$meta-add", True), ("$meta-delete", False)):
        expect.status(await fhir.post(f"{place}/{operation}", given), 200)
        got = await fhir.get(place)
        tags = [t.get("code") for t in got.resource.get("meta", {}).get("tag", [])]
        expect.same(got, "meta.tag", "seen" in tags, wanted)
        expect.same(got, "Patient.gender", got.resource.get("gender"), "female")


@check(
    "meta",
    "REQ-META",
    "$meta answers the tags of a resource",
    "$meta 返回资源的标签",
    "Patient$meta",
)
async def meta(fhir: Client) -> None:
    stored = await fhir.create(fhir.patient())
    answer = expect.status(await fhir.get(f"Patient/{stored['id']}/$meta"), 200)
    found = [p.get("valueMeta", {}) for p in answer.resource.get("parameter", [])]
    codes = [tag.get("code") for one in found for tag in one.get("tag", [])]
    expect.that(fhir.own in codes, "check-no-element", asked=answer.asked, name="meta.tag")


@check(
    "everything",
    "REQ-EVERYTHING",
    "$everything has the Patient and what belongs to her, and nobody else's",
    "$everything 包含该患者及其相关资源，不含他人的资源",
    "Patient$everything",
    "Observation.create",
)
async def everything(fhir: Client) -> None:
    people = await fhir.given("Patient", her={}, him={})
    links = {n: {"subject": {"reference": f"Patient/{p['id']}"}} for n, p in people.items()}
    await fhir.given("Observation", hers=links["her"], his=links["him"])
    pages = await fhir.pages(f"Patient/{people['her']['id']}/$everything")
    found = [e.get("resource", {}) for p in pages for e in expect.status(p, 200).entries]
    labels = sorted(expect.labelled(fhir, found))
    expect.same(pages[0], "Bundle.entry", labels, ["her", "hers"])


def _parameters(*parameters: Json) -> Json:
    return {"resourceType": "Parameters", "parameter": list(parameters)}


def _errors(outcome: Json) -> int:
    return sum(issue.get("severity") in ("error", "fatal") for issue in outcome.get("issue", []))
