"""Errors: https://hl7.org/fhir/R4/http.html#Status-Codes, operationoutcome.html."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.says import Text

check = subject(Text("Errors", "错误"), writes=False)


@check(
    "error-unknown-type",
    "REQ-ERROR-404",
    "A path whose type does not exist is answered with 404",
    "路径中的资源类型不存在时返回 404",
)
async def unknown_type(fhir: Client) -> None:
    expect.refused(await fhir.get("Nonsense/1"), 404)


@check(
    "error-unknown-operation",
    "REQ-ERROR-OPERATION",
    "An operation that does not exist is refused",
    "不存在的操作会被拒绝",
    "Patient.read",
)
async def unknown_operation(fhir: Client) -> None:
    expect.refused(await fhir.get("Patient/$no-such-operation"), 400, 404, 405, 501)


@check(
    "error-method",
    "REQ-ERROR-METHOD",
    "A method that a path does not know is refused",
    "路径不支持的方法会被拒绝",
    "Patient.read",
)
async def method(fhir: Client) -> None:
    expect.refused(await fhir.post(f"Patient/{fhir.own}", fhir.patient()))


@check(
    "error-valid-outcome",
    "REQ-ERROR-OUTCOME",
    "An error is explained by an OperationOutcome, and that is a valid resource",
    "错误附带 OperationOutcome 说明，且其为有效的资源",
    "Patient.read",
)
async def valid_outcome(fhir: Client) -> None:
    expect.valid(expect.explained(await fhir.get(f"Patient/{fhir.own}"), 404))


@check(
    "error-no-stack-trace",
    "REQ-ERROR-OUTCOME",
    "Strange input is answered as the client's fault, never as the server's",
    "异常输入按客户端错误返回，不得返回服务器错误",
    "Patient.read",
)
async def strange_input(fhir: Client) -> None:
    for path in ("Patient/%00", "Patient/%E0%A4%A", "Patient/a%2Fb", f"Patient/{'x' * 300}"):
        answer = await fhir.get(path)
        expect.that(
            400 <= answer.status < 500,
            "check-status",
            asked=answer.asked,
            status=answer.status,
            wanted="4xx",
        )
