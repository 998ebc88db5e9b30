"""The CapabilityStatement: https://hl7.org/fhir/R4/http.html#capabilities."""

from urllib.parse import quote

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import FHIR_XML, Client
from conformance.checks.needs import Capabilities
from conformance.says import Text

check = subject(Text("Capabilities", "能力声明"), writes=False)

# Parameters whose values have a form of their own; not every text is one.
_OF_OWN_FORM = frozenset({"_filter", "_has", "_list", "_query", "_type"})

_PLAUSIBLE = {
    "token": ("x", "true"),  # a server may refuse what is no boolean
    "string": ("x",),
    "date": ("2020-01-01",),
    "reference": ("Patient/x",),
    "uri": ("urn:x",),
    "number": ("1",),
    "quantity": ("1",),
}


@check(
    "capabilities-statement",
    "REQ-CAPABILITIES",
    "GET metadata answers a CapabilityStatement of R4 with a server part",
    "GET metadata 返回含服务器部分的 R4 CapabilityStatement",
)
async def statement(fhir: Client) -> None:
    answer = expect.status(await fhir.get("metadata"), 200)
    found = answer.resource
    expect.same(answer, "resourceType", found["resourceType"], "CapabilityStatement")
    expect.same(answer, "fhirVersion", str(found.get("fhirVersion"))[:4], "4.0.")
    expect.that(Capabilities(found).rest, "check-no-rest", asked=answer.asked)
    expect.that(found.get("format"), "check-no-element", asked=answer.asked, name="format")


@check(
    "capabilities-valid",
    "REQ-CAPABILITIES-VALID",
    "The CapabilityStatement is a valid resource",
    "CapabilityStatement 是有效的资源",
)
async def valid(fhir: Client) -> None:
    expect.valid(expect.status(await fhir.get("metadata"), 200))


@check(
    "capabilities-xml",
    "REQ-CAPABILITIES",
    "GET metadata answers XML where XML is declared",
    "声明支持 XML 时，GET metadata 可返回 XML",
    "format!xml",
)
async def xml(fhir: Client) -> None:
    answer = expect.status(await fhir.get("metadata", accept=FHIR_XML), 200)
    expect.media_type(answer, FHIR_XML)
    expect.that("<CapabilityStatement" in answer.text, "check-no-xml", asked=answer.asked)


@check(
    "capabilities-parameters-work",
    "REQ-CAPABILITIES-TRUE",
    "Every declared search parameter of Patient is answered",
    "Patient 所声明的每个查询参数均可使用",
    "Patient.search-type",
)
async def parameters_work(fhir: Client) -> None:
    parameters = fhir.capabilities.parameters("Patient")
    for name, kind in ((n, k) for n, k in parameters.items() if n not in _OF_OWN_FORM):
        queries = [f"Patient?{name}={quote(v)}&_count=1" for v in _PLAUSIBLE.get(kind, ())]
        answers = [await fhir.get(query, prefer="handling=strict") for query in queries]
        if all(answer.status != 200 for answer in answers):
            for answer in answers:
                expect.status(answer, 200)
