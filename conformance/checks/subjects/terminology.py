"""Terminology, by code systems of R4 itself: https://hl7.org/fhir/R4/terminology-service.html."""

from typing import Any
from urllib.parse import quote

from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.checks.verdict import Skipped
from conformance.says import Text

check = subject(Text("Terminology", "术语"), writes=False)

_GENDER = "http://hl7.org/fhir/administrative-gender"
_GENDERS = "http://hl7.org/fhir/ValueSet/administrative-gender"
_EVENT = "http://hl7.org/fhir/event-status"
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_MAP = "http://hl7.org/fhir/ConceptMap/cm-administrative-gender-v3"


@check(
    "expand",
    "REQ-EXPAND",
    "$expand lists the codes of a value set",
    "$expand 列出取值集中的代码",
    "ValueSet$expand",
)
async def expand(fhir: Client) -> None:
    answer = await _known(fhir, f"ValueSet/$expand?url={_q(_GENDERS)}", _GENDERS)
    expect.same(
        answer, "expansion.contains", _codes(answer), ["female", "male", "other", "unknown"]
    )


@check(
    "expand-filter",
    "REQ-EXPAND",
    "$expand with a filter lists what fits it, and leaves out what has nothing of it",
    "$expand 带 filter 时列出匹配的代码，不含毫不相干的代码",
    "ValueSet$expand",
)
async def expand_filter(fhir: Client) -> None:
    answer = await _known(fhir, f"ValueSet/$expand?url={_q(_GENDERS)}&filter=female", _GENDERS)
    found = [code for code in _codes(answer) if code in ("female", "unknown")]
    expect.same(answer, "expansion.contains", found, ["female"])


@check(
    "expand-unknown",
    "REQ-EXPAND",
    "$expand of a value set that nobody knows is refused",
    "对未知取值集执行 $expand 会被拒绝",
    "ValueSet$expand",
)
async def expand_unknown(fhir: Client) -> None:
    url = f"http://example.org/fhir/ValueSet/{fhir.own}"
    expect.refused(await fhir.get(f"ValueSet/$expand?url={_q(url)}"))


@check(
    "validate-code",
    "REQ-VALIDATE-CODE",
    "$validate-code tells the codes of a value set from others",
    "$validate-code 能区分代码是否属于取值集",
    "ValueSet$validate-code",
)
async def validate_code(fhir: Client) -> None:
    for code, wanted in (("female", True), ("boy", False)):
        query = f"url={_q(_GENDERS)}&system={_q(_GENDER)}&code={code}"
        answer = await _known(fhir, f"ValueSet/$validate-code?{query}", _GENDERS)
        expect.same(answer, f"result ({code})", _parameter(answer, "result"), wanted)


@check(
    "lookup",
    "REQ-LOOKUP",
    "$lookup gives the display of a code, and refuses one that is not in the system",
    "$lookup 返回代码的显示名称，系统中不存在的代码会被拒绝",
    "CodeSystem$lookup",
)
async def lookup(fhir: Client) -> None:
    path = f"CodeSystem/$lookup?system={_q(_GENDER)}&code="
    answer = await _known(fhir, f"{path}female", _GENDER)
    expect.same(answer, "display", _parameter(answer, "display"), "Female")
    expect.refused(await fhir.get(f"{path}boy"))


@check(
    "subsumes",
    "REQ-SUBSUMES",
    "$subsumes knows equal codes and different ones",
    "$subsumes 能判断代码相同或不相关",
    "CodeSystem$subsumes",
)
async def subsumes(fhir: Client) -> None:
    path = f"CodeSystem/$subsumes?system={_q(_EVENT)}&codeA=completed&codeB="
    for code, wanted in (("completed", "equivalent"), ("stopped", "not-subsumed")):
        answer = await _known(fhir, f"{path}{code}", _EVENT)
        expect.same(answer, f"outcome ({code})", _parameter(answer, "outcome"), wanted)


@check(
    "translate",
    "REQ-TRANSLATE",
    "$translate gives the code that a concept map names",
    "$translate 返回概念映射所指定的代码",
    "ConceptMap$translate",
)
async def translate(fhir: Client) -> None:
    query = f"url={_q(_MAP)}&system={_q(_GENDER)}&code=female"
    answer = await _known(fhir, f"ConceptMap/$translate?{query}", _MAP)
    if _parameter(answer, "result") is False:
        raise Skipped("check-unknown-as-it-may", asked=answer.asked, url=_MAP)
    expect.same(answer, "result", _parameter(answer, "result"), True)
    matches = [p for p in answer.resource.get("parameter", []) if p.get("name") == "match"]
    parts = [part for match in matches for part in match.get("part", [])]
    codes = [p.get("valueCoding", {}).get("code") for p in parts if p.get("name") == "concept"]
    expect.same(answer, "match.concept", codes, ["F"])


async def _known(fhir: Client, path: str, url: str) -> Answer:
    """What an operation answers. Skips where the server does not know what it is about."""
    answer = await fhir.get(path)
    if 400 <= answer.status < 500:
        raise Skipped("check-unknown-as-it-may", asked=answer.asked, url=url)
    return expect.status(answer, 200)


def _q(url: str) -> str:
    return quote(url, safe="")


def _codes(answer: Answer) -> list[str]:
    contains = answer.resource.get("expansion", {}).get("contains", [])
    return sorted(str(concept.get("code")) for concept in contains)


def _parameter(answer: Answer, name: str) -> Any:
    """The value of a parameter in the answer's Parameters, whatever its type."""
    for parameter in answer.resource.get("parameter", []):
        if parameter.get("name") == name:
            return next((v for k, v in parameter.items() if k.startswith("value")), None)
    return None
