"""Search by token, string, quantity and URI: https://hl7.org/fhir/R4/search.html#token."""

from decimal import Decimal

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client, Json
from conformance.says import Text

check = subject(Text("Search by value", "按值查询"), "Patient.create", "Patient.search-type")


@check(
    "token-system-code",
    "REQ-TOKEN",
    "system|code finds by both",
    "system|code 按系统和代码共同匹配",
    "Patient?identifier",
    "Patient?_tag",
)
async def system_code(fhir: Client) -> None:
    await _with_identifiers(fhir)
    await expect.finds(fhir, f"Patient?identifier={fhir.system}|A1", "own")


@check(
    "token-code",
    "REQ-TOKEN",
    "A code alone finds it in any system",
    "仅给代码时匹配任意系统",
    "Patient?identifier",
    "Patient?_tag",
)
async def code(fhir: Client) -> None:
    await _with_identifiers(fhir)
    await expect.finds(fhir, "Patient?identifier=A1", "own", "foreign", "bare")


@check(
    "token-no-system",
    "REQ-TOKEN",
    "|code finds what has no system",
    "|code 匹配没有系统的代码",
    "Patient?identifier",
    "Patient?_tag",
)
async def no_system(fhir: Client) -> None:
    await _with_identifiers(fhir)
    await expect.finds(fhir, "Patient?identifier=|A1", "bare")


@check(
    "token-system",
    "REQ-TOKEN",
    "system| finds any code of the system",
    "system| 匹配该系统的任意代码",
    "Patient?identifier",
    "Patient?_tag",
)
async def system(fhir: Client) -> None:
    await _with_identifiers(fhir)
    await expect.finds(fhir, f"Patient?identifier={fhir.system}|", "own", "other")


@check(
    "token-not",
    "REQ-TOKEN-MODIFIERS",
    ":not finds those without the code, also those without a value",
    ":not 匹配不含该代码的资源，包括没有该值的资源",
    "Patient?gender",
)
async def negated(fhir: Client) -> None:
    await fhir.given("Patient", woman={"gender": "female"}, man={"gender": "male"}, unknown={})
    await expect.finds(fhir, "Patient?gender:not=female", "man", "unknown", may_refuse=True)


@check(
    "token-boolean",
    "REQ-TOKEN",
    "A boolean is found by true and false",
    "布尔值可按 true 和 false 查询",
    "Patient?active",
)
async def boolean(fhir: Client) -> None:
    await fhir.given("Patient", yes={"active": True}, no={"active": False}, open={})
    await expect.finds(fhir, "Patient?active=false", "no")


@check(
    "search-missing",
    "REQ-SEARCH-MISSING",
    ":missing finds by whether there is a value",
    ":missing 按是否有值查询",
    "Patient?gender",
)
async def missing(fhir: Client) -> None:
    await fhir.given("Patient", woman={"gender": "female"}, unknown={})
    await expect.finds(fhir, "Patient?gender:missing=true", "unknown", may_refuse=True)
    await expect.finds(fhir, "Patient?gender:missing=false", "woman", may_refuse=True)


@check(
    "string-start",
    "REQ-STRING",
    "A string is found by how it begins, whatever the case",
    "字符串按开头匹配，不区分大小写",
    "Patient?family",
)
async def start(fhir: Client) -> None:
    await _with_names(fhir)
    await expect.finds(fhir, "Patient?family=lin", "short", "long")


@check(
    "string-exact",
    "REQ-STRING-MODIFIERS",
    ":exact finds the whole string in its case",
    ":exact 匹配完整字符串，区分大小写",
    "Patient?family",
)
async def exact(fhir: Client) -> None:
    await _with_names(fhir)
    await expect.finds(fhir, "Patient?family:exact=Lin", "short", may_refuse=True)
    await expect.finds(fhir, "Patient?family:exact=lin", may_refuse=True)


@check(
    "string-contains",
    "REQ-STRING-MODIFIERS",
    ":contains finds a string anywhere",
    ":contains 匹配任意位置的字符串",
    "Patient?family",
)
async def contains(fhir: Client) -> None:
    await _with_names(fhir)
    await expect.finds(fhir, "Patient?family:contains=IND", "long", may_refuse=True)
    await expect.finds(fhir, "Patient?family:contains=LIN", "short", "long", "other")


@check(
    "string-chinese",
    "REQ-STRING",
    "A Chinese name is found by its first character",
    "中文姓名可按首字查询",
    "Patient?family",
)
async def chinese(fhir: Client) -> None:
    await fhir.given("Patient", double=_named("欧阳"), single=_named("欧"), other=_named("阳"))
    await expect.finds(fhir, "Patient?family=欧", "double", "single")


@check(
    "string-comma",
    "REQ-SEARCH-ESCAPE",
    "An escaped comma is part of the value",
    "转义的逗号属于值的一部分",
    "Patient?family",
)
async def comma(fhir: Client) -> None:
    await fhir.given("Patient", comma=_named("Ma,Jr"), ma=_named("Ma"), junior=_named("Jr"))
    await expect.finds(fhir, "Patient?family=Ma%5C,Jr", "comma")


@check(
    "quantity-prefixes",
    "REQ-QUANTITY",
    "A quantity is compared as a number, with its unit",
    "数量按数值及单位比较",
    "Observation.create",
    "Observation?value-quantity",
)
async def quantity(fhir: Client) -> None:
    await fhir.given(
        "Observation", low=_pressure("9.5"), high=_pressure("120"), other=_grams("150")
    )
    unit = "http://unitsofmeasure.org|mm[Hg]"
    await expect.finds(fhir, f"Observation?value-quantity=gt100|{unit}", "high")
    await expect.finds(fhir, f"Observation?value-quantity=lt100|{unit}", "low")
    await expect.finds(fhir, f"Observation?value-quantity=120|{unit}", "high")


@check(
    "composite-code-value",
    "REQ-COMPOSITE",
    "A composite parameter demands both values of one resource",
    "组合参数要求同一资源同时满足两个值",
    "Observation.create",
    "Observation?code-value-quantity",
)
async def composite(fhir: Client) -> None:
    systolic, diastolic = _coded("systolic"), _coded("diastolic")
    await fhir.given(
        "Observation",
        right={**systolic, **_pressure("150")},
        low={**systolic, **_pressure("110")},
        other={**diastolic, **_pressure("150")},
    )
    query = "Observation?code-value-quantity=urn:fhir-conformance:code|systolic$gt140"
    await expect.finds(fhir, query, "right")


@check(
    "uri-exact",
    "REQ-URI",
    "A URI is found whole and in its case",
    "URI 按全文匹配，区分大小写",
    "ValueSet.create",
    "ValueSet?url",
)
async def uri(fhir: Client) -> None:
    url = f"http://example.org/{fhir.own}"
    await fhir.given("ValueSet", whole={"url": f"{url}/Abc"}, start={"url": f"{url}/Abcd"})
    await expect.finds(fhir, f"ValueSet?url={url}/Abc", "whole")
    await expect.finds(fhir, f"ValueSet?url={url}/abc")


async def _with_identifiers(fhir: Client) -> None:
    values = {
        "own": {"system": fhir.system, "value": "A1"},
        "other": {"system": fhir.system, "value": "B2"},
        "foreign": {"system": f"{fhir.system}:x", "value": "A1"},
        "bare": {"value": "A1"},
    }
    await fhir.given("Patient", **{name: {"identifier": [i]} for name, i in values.items()})


async def _with_names(fhir: Client) -> None:
    await fhir.given("Patient", short=_named("Lin"), long=_named("Linde"), other=_named("Olin"))


def _named(family: str) -> Json:
    return {"name": [{"family": family}]}


def _coded(code: str) -> Json:
    return {"code": {"coding": [{"system": "urn:fhir-conformance:code", "code": code}]}}


def _pressure(value: str) -> Json:
    return _quantity(value, "mm[Hg]")


def _grams(value: str) -> Json:
    return _quantity(value, "g")


def _quantity(value: str, unit: str) -> Json:
    quantity = {"value": Decimal(value), "system": "http://unitsofmeasure.org", "code": unit}
    return {"valueQuantity": {**quantity, "unit": unit}}
