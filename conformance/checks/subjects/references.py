"""References, chains and includes: https://hl7.org/fhir/R4/search.html#reference."""

from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.says import Text

check = subject(
    Text("Search by reference", "按引用查询"),
    "Patient.create",
    "Observation.create",
    "Observation?subject",
)


@check(
    "reference-forms",
    "REQ-REFERENCE",
    "A reference is found by type and id, and by id alone",
    "引用可按“类型/id”或单独 id 查询",
)
async def forms(fhir: Client) -> None:
    her = (await _with_subjects(fhir))["her"]["id"]
    for value in (f"Patient/{her}", her):
        await expect.finds(fhir, f"Observation?subject={value}", "hers")


@check(
    "reference-type",
    "REQ-REFERENCE",
    "The type of a reference is given as a modifier",
    "引用的类型可用修饰符指定",
)
async def typed(fhir: Client) -> None:
    her = (await _with_subjects(fhir))["her"]["id"]
    await expect.finds(fhir, f"Observation?subject:Patient={her}", "hers", may_refuse=True)
    await expect.finds(fhir, f"Observation?subject:Group={her}", may_refuse=True)


@check(
    "chain",
    "REQ-CHAIN",
    "A chain finds by a parameter of what is referred to",
    "链式参数按被引用资源的参数查询",
    "Patient?family",
)
async def chain(fhir: Client) -> None:
    await _with_subjects(fhir)
    query = f"Observation?subject:Patient.family=her{fhir.own}"
    await expect.finds(fhir, query, "hers", may_refuse=True)


@check(
    "has",
    "REQ-HAS",
    "_has finds what is referred to by others",
    "_has 查询被其他资源引用的资源",
    "Observation?code",
    "Patient.search-type",
)
async def has(fhir: Client) -> None:
    await _with_subjects(fhir)
    query = "Patient?_has:Observation:subject:code=urn:fhir-conformance:code|hers"
    await expect.finds(fhir, query, "her", may_refuse=True)


@check(
    "include",
    "REQ-INCLUDE",
    "_include brings what the matches refer to, marked as included",
    "_include 带回匹配结果所引用的资源，并标记为 include",
    "Observation+Observation:subject",
)
async def include(fhir: Client) -> None:
    people = await _with_subjects(fhir)
    her = f"Patient/{people['her']['id']}"
    query = f"Observation?subject={her}&_include=Observation:subject"
    answer = await expect.finds(fhir, query, "hers")
    expect.same(answer, "_include", _included(fhir, answer), ["her"])


@check(
    "revinclude",
    "REQ-INCLUDE",
    "_revinclude brings what refers to the matches, marked as included",
    "_revinclude 带回引用匹配结果的资源，并标记为 include",
    "Patient-Observation:subject",
    "Patient?_id",
)
async def revinclude(fhir: Client) -> None:
    people = await _with_subjects(fhir)
    query = f"Patient?_id={people['her']['id']}&_revinclude=Observation:subject"
    answer = await expect.finds(fhir, query, "her")
    expect.same(answer, "_revinclude", _included(fhir, answer), ["hers"])


async def _with_subjects(fhir: Client) -> dict[str, Json]:
    """Two Patients, her and him, each with an Observation: hers and his. The Patients."""
    names = {label: {"name": [{"family": f"{label}{fhir.own}"}]} for label in ("her", "him")}
    people = await fhir.given("Patient", **names)
    await fhir.given(
        "Observation",
        hers={**_coded("hers"), "subject": {"reference": f"Patient/{people['her']['id']}"}},
        his={**_coded("his"), "subject": {"reference": f"Patient/{people['him']['id']}"}},
    )
    return people


def _coded(code: str) -> Json:
    return {"code": {"coding": [{"system": "urn:fhir-conformance:code", "code": code}]}}


def _included(fhir: Client, answer: Answer) -> list[str]:
    modes = ((e.get("search", {}).get("mode"), e.get("resource", {})) for e in answer.entries)
    return expect.labelled(fhir, (resource for mode, resource in modes if mode == "include"))
