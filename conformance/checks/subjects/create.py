"""Create: https://hl7.org/fhir/R4/http.html#create."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.says import Text

check = subject(Text("Create", "创建"), "Patient.create")


@check(
    "create-location",
    "REQ-CREATE-LOCATION",
    "Create answers 201 and the Location of what is new, with its version where versions are kept",
    "创建返回 201，Location 指向新资源；支持版本时含版本号",
)
async def location(fhir: Client) -> None:
    answer = expect.status(await fhir.post("Patient", fhir.patient()), 201)
    where = expect.header(answer, "location")
    type_, id_, version = answer.place
    expect.same(answer, "Location", type_, "Patient")
    if fhir.capabilities.has("Patient!versioning"):
        expect.that(version, "check-location", asked=answer.asked, location=where)
    got = expect.status(await fhir.get(f"Patient/{id_}"), 200)
    expect.same(got, "Patient.id", got.resource.get("id"), id_)


@check(
    "create-headers",
    "REQ-CREATE-ETAG",
    "Create answers ETag and Last-Modified",
    "创建返回 ETag 和 Last-Modified",
    "Patient!versioning",
)
async def headers(fhir: Client) -> None:
    answer = expect.status(await fhir.post("Patient", fhir.patient()), 201)
    tag = expect.header(answer, "etag")
    expect.that(tag.startswith('W/"'), "check-weak-etag", asked=answer.asked, found=tag)
    expect.header(answer, "last-modified")


@check(
    "create-assigns-id",
    "REQ-CREATE-ID",
    "Create assigns an id of the server's, whatever the client sent",
    "创建时由服务器分配 id，忽略客户端所给的 id",
)
async def assigns_id(fhir: Client) -> None:
    sent = fhir.patient(id=f"c{fhir.own}"[:32])
    answer = expect.status(await fhir.post("Patient", sent), 201)
    expect.different(answer, "Patient.id", answer.id, sent["id"])


@check(
    "create-assigns-meta",
    "REQ-CREATE-META",
    "Version id and lastUpdated are the server's, whatever the client sent",
    "versionId 与 lastUpdated 由服务器赋值，忽略客户端所给的值",
    "Patient.read",
)
async def assigns_meta(fhir: Client) -> None:
    sent = fhir.patient()
    sent["meta"] |= {"versionId": "4711", "lastUpdated": "2001-01-01T00:00:00Z"}
    made = expect.status(await fhir.post("Patient", sent), 201)
    answer = await fhir.get(f"Patient/{made.place[1]}")
    meta = answer.resource.get("meta", {})
    versions = ["versionId"] if fhir.capabilities.has("Patient!versioning") else []
    for name in (*versions, "lastUpdated"):
        expect.that(meta.get(name), "check-no-element", asked=answer.asked, name=f"meta.{name}")
        expect.different(answer, f"meta.{name}", meta[name], sent["meta"][name])


@check(
    "create-keeps-tags",
    "REQ-CREATE-KEEPS",
    "Tags, security labels and profiles in meta are kept",
    "保留 meta 中的标签、安全标签和规范",
    "Patient.read",
)
async def keeps_tags(fhir: Client) -> None:
    sent = fhir.patient()
    sent["meta"]["security"] = [
        {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}
    ]
    stored = await fhir.create(sent)
    answer = await fhir.get(f"Patient/{stored['id']}")
    for name in ("tag", "security"):
        found = answer.resource.get("meta", {}).get(name)
        expect.same(answer, f"meta.{name}", found, sent["meta"][name])


@check(
    "create-keeps-content",
    "REQ-CREATE-KEEPS",
    "What was created is read as it was sent",
    "读取到的内容与创建时提交的一致",
    "Patient.read",
)
async def keeps_content(fhir: Client) -> None:
    sent = fhir.patient(
        active=False,
        gender="female",
        birthDate="1985-02-28",
        name=[{"use": "official", "family": "陈", "given": ["小", "红"]}],
        telecom=[{"system": "phone", "value": "0898-1234", "rank": 1}],
        maritalStatus={"coding": [{"system": "urn:x", "code": "a"}], "text": "已婚"},
        contained=[{"resourceType": "Organization", "id": "o", "name": "卫生院"}],
        managingOrganization={"reference": "#o"},
    )
    stored = await fhir.create(sent)
    expect.content(await fhir.get(f"Patient/{stored['id']}"), sent)


@check(
    "create-wrong-type",
    "REQ-CREATE-400",
    "A resource sent to the endpoint of another type is refused",
    "向其他资源类型的端点提交资源会被拒绝",
)
async def wrong_type(fhir: Client) -> None:
    expect.refused(await fhir.post("Patient", {**fhir.observation()}), 400, 422)


@check(
    "create-unknown-type",
    "REQ-CREATE-404",
    "A type that does not exist is answered with 404",
    "资源类型不存在时返回 404",
)
async def unknown_type(fhir: Client) -> None:
    sent = {**fhir.patient(), "resourceType": "Nonsense"}
    expect.refused(await fhir.post("Nonsense", sent), 404)


@check(
    "create-invalid-code",
    "REQ-CREATE-INVALID",
    "A code outside of a required binding is refused, or not given out",
    "超出必需绑定取值集的代码会被拒绝，或不会再返回",
    "Patient.read",
)
async def invalid_code(fhir: Client) -> None:
    await expect.kept_out(fhir, await fhir.post("Patient", fhir.patient(gender="boy")))


@check(
    "create-invalid-date",
    "REQ-CREATE-INVALID",
    "A date that does not exist is refused, or not given out",
    "不存在的日期会被拒绝，或不会再返回",
    "Patient.read",
)
async def invalid_date(fhir: Client) -> None:
    sent = fhir.patient(birthDate="2020-13-01")
    await expect.kept_out(fhir, await fhir.post("Patient", sent))


@check(
    "create-missing-element",
    "REQ-CREATE-INVALID",
    "A resource without a required element is refused, or not given out so",
    "缺少必填元素的资源会被拒绝，或不会原样返回",
    "Observation.create",
    "Observation.read",
)
async def missing_element(fhir: Client) -> None:
    sent = fhir.observation()
    del sent["status"]
    await expect.kept_out(fhir, await fhir.post("Observation", sent))


@check(
    "create-unknown-element",
    "REQ-CREATE-INVALID",
    "An element that R4 does not know is refused, or not given out",
    "R4 未定义的元素会被拒绝，或不会再返回",
    "Patient.read",
)
async def unknown_element(fhir: Client) -> None:
    sent = fhir.patient(favouriteColour="red")
    await expect.kept_out(fhir, await fhir.post("Patient", sent))


@check(
    "prefer-minimal",
    "REQ-PREFER-RETURN",
    "Prefer: return=minimal answers without a body",
    "Prefer: return=minimal 时不返回响应体",
)
async def prefer_minimal(fhir: Client) -> None:
    answer = await fhir.post("Patient", fhir.patient(), prefer="return=minimal")
    expect.same(expect.status(answer, 201), "Content-Length", len(answer.data), 0)


@check(
    "prefer-representation",
    "REQ-PREFER-RETURN",
    "Prefer: return=representation answers the resource",
    "Prefer: return=representation 时返回资源",
)
async def prefer_representation(fhir: Client) -> None:
    sent = fhir.patient(gender="other")
    answer = await fhir.post("Patient", sent, prefer="return=representation")
    expect.content(expect.status(answer, 201), sent)


@check(
    "prefer-outcome",
    "REQ-PREFER-RETURN",
    "Prefer: return=OperationOutcome answers an OperationOutcome",
    "Prefer: return=OperationOutcome 时返回 OperationOutcome",
)
async def prefer_outcome(fhir: Client) -> None:
    answer = await fhir.post("Patient", fhir.patient(), prefer="return=OperationOutcome")
    expect.outcome(expect.status(answer, 201))
