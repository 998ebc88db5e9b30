"""Formats: https://hl7.org/fhir/R4/http.html#mime-type, json.html, xml.html."""

from decimal import Decimal

from conformance import xml
from conformance.checks import expect
from conformance.checks.answer import Answer
from conformance.checks.check import subject
from conformance.checks.client import FHIR_JSON, FHIR_XML, Client, Json
from conformance.checks.verdict import Failed
from conformance.says import Text

check = subject(Text("Formats", "格式"), "Patient.create", "Patient.read")

_CHINESE = "欧阳𠮷祥·阿卜杜拉 ½ 😀"


@check(
    "format-json",
    "REQ-FORMAT-JSON",
    "A read that accepts JSON is answered in application/fhir+json",
    "请求 JSON 的读取以 application/fhir+json 返回",
)
async def json_type(fhir: Client) -> None:
    patient = await fhir.create(fhir.patient())
    expect.media_type(await fhir.get(f"Patient/{patient['id']}", accept=FHIR_JSON), FHIR_JSON)


@check(
    "format-xml",
    "REQ-FORMAT-XML",
    "A read that accepts XML is answered in application/fhir+xml",
    "请求 XML 的读取以 application/fhir+xml 返回",
    "format!xml",
)
async def xml_type(fhir: Client) -> None:
    patient = await fhir.create(fhir.patient(name=[{"family": _CHINESE}]))
    answer = await fhir.get(f"Patient/{patient['id']}", accept=FHIR_XML)
    expect.media_type(answer, FHIR_XML)
    expect.same(answer, "Patient.name", _from_xml(answer).get("name"), [{"family": _CHINESE}])


@check(
    "format-parameter",
    "REQ-FORMAT-PARAMETER",
    "The parameter _format stands above the Accept header",
    "_format 参数优先于 Accept 请求头",
    "format!xml",
)
async def parameter(fhir: Client) -> None:
    patient = await fhir.create(fhir.patient())
    for value, wanted in (("xml", FHIR_XML), ("application/fhir%2Bxml", FHIR_XML)):
        answer = await fhir.get(f"Patient/{patient['id']}?_format={value}", accept=FHIR_JSON)
        expect.media_type(expect.status(answer, 200), wanted)


@check(
    "format-xml-create",
    "REQ-CREATE-KEEPS",
    "A resource sent in XML is stored as the same resource",
    "以 XML 提交的资源按原样保存",
    "format!xml",
)
async def xml_create(fhir: Client) -> None:
    patient = fhir.patient(
        name=[{"family": _CHINESE, "given": ["一", "二"]}],
        birthDate="1949-10",
        multipleBirthInteger=2,
        extension=[{"url": "urn:fhir-conformance:note", "valueString": " two  blanks "}],
    )
    answer = await fhir.post("Patient", xml.to_xml(patient), content_type=FHIR_XML)
    place = expect.status(answer, 201).place
    expect.content(await fhir.get(f"Patient/{place[1]}"), patient)


@check(
    "format-round-trip",
    "REQ-FORMAT-XML",
    "JSON and XML of a resource say the same",
    "同一资源的 JSON 与 XML 内容一致",
    "format!xml",
    "Observation.create",
)
async def round_trip(fhir: Client) -> None:
    observation = fhir.observation(
        valueQuantity={"value": Decimal("0.25"), "unit": "mmol/L"},
        _status={"extension": [{"url": "urn:fhir-conformance:a", "valueBoolean": False}]},
        component=[{"code": {"text": "<&>\"'"}, "valueInteger": 0}],
    )
    stored = await fhir.create(observation)
    answer = await fhir.get(f"Observation/{stored['id']}", accept=FHIR_XML)
    found = _from_xml(answer)
    for name in ("valueQuantity", "_status", "component", "code"):
        expect.same(answer, f"Observation.{name}", found.get(name), observation[name])


@check(
    "format-decimal",
    "REQ-FORMAT-DECIMAL",
    "A decimal keeps its precision: 1.00 stays 1.00",
    "小数保留精度：1.00 仍为 1.00",
    "Observation.create",
)
async def decimals(fhir: Client) -> None:
    for value in (Decimal("1.00"), Decimal("0.000001"), Decimal("12345678.0500")):
        made = await fhir.create(fhir.observation(valueQuantity={"value": value}))
        answer = await fhir.get(f"Observation/{made['id']}")
        found = str(answer.resource.get("valueQuantity", {}).get("value"))
        expect.same(answer, "valueQuantity.value", found, str(value))


@check(
    "format-chinese",
    "REQ-FORMAT-UTF8",
    "Chinese, rare characters and emoji come back as they were sent",
    "汉字、生僻字及表情符号原样返回",
)
async def chinese(fhir: Client) -> None:
    patient = fhir.patient(name=[{"text": _CHINESE}], address=[{"city": "海口市", "text": "龘"}])
    stored = await fhir.create(patient)
    expect.content(await fhir.get(f"Patient/{stored['id']}"), patient, "name", "address")


@check(
    "format-primitive-extension",
    "REQ-EXTENSIONS-KEPT",
    "Extensions and ids of primitive values are kept",
    "基本类型值的扩展与 id 得以保留",
)
async def primitive_extension(fhir: Client) -> None:
    note = {"extension": [{"url": "urn:fhir-conformance:note", "valueCode": "approximate"}]}
    given = [{"given": ["A", None], "_given": [{"id": "g1"}, note]}]
    patient = fhir.patient(birthDate="1970", _birthDate=note, name=given)
    stored = await fhir.create(patient)
    answer = await fhir.get(f"Patient/{stored['id']}")
    expect.content(answer, patient, "birthDate", "_birthDate", "name")


@check(
    "format-not-acceptable",
    "REQ-FORMAT-406",
    "A format that cannot be given is answered with 406",
    "无法提供所请求的格式时返回 406",
)
async def not_acceptable(fhir: Client) -> None:
    patient = await fhir.create(fhir.patient())
    expect.status(await fhir.get(f"Patient/{patient['id']}", accept="image/png"), 406)


@check(
    "format-unsupported",
    "REQ-FORMAT-415",
    "A body in a foreign format is answered with 415",
    "请求体格式不受支持时返回 415",
)
async def unsupported(fhir: Client) -> None:
    expect.status(await fhir.post("Patient", "a,b\n1,2\n", content_type="text/csv"), 415)


@check(
    "format-broken-json",
    "REQ-CREATE-400",
    "A body that is not JSON is answered with 400",
    "请求体不是合法 JSON 时返回 400",
)
async def broken_json(fhir: Client) -> None:
    expect.refused(await fhir.post("Patient", '{"resourceType": "Patient",'), 400)


@check(
    "format-broken-xml",
    "REQ-CREATE-400",
    "A body that is not XML is answered with 400",
    "请求体不是合法 XML 时返回 400",
    "format!xml",
)
async def broken_xml(fhir: Client) -> None:
    text = '<Patient xmlns="http://hl7.org/fhir"><active value="true">'
    expect.refused(await fhir.post("Patient", text, content_type=FHIR_XML), 400)


@check(
    "format-error-xml",
    "REQ-ERROR-OUTCOME",
    "Errors come in the format that was asked for, too",
    "错误信息同样按请求的格式返回",
    "format!xml",
)
async def error_xml(fhir: Client) -> None:
    answer = expect.status(await fhir.get(f"Patient/{fhir.own}", accept=FHIR_XML), 404)
    expect.media_type(answer, FHIR_XML)
    expect.that("<OperationOutcome" in answer.text, "check-no-xml", asked=answer.asked)


def _from_xml(answer: Answer) -> Json:
    try:
        return xml.from_xml(answer.data)
    except xml.XmlError:
        raise Failed("check-no-xml", asked=answer.asked) from None
