"""CodeSystem/$subsumes: how two codes of a system relate (codesystem-operation-subsumes.html)."""

from conformance.terminology import TerminologyError
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.server import Server
from fhir_server.terminology import gathered, refusal

from .asked import Asked, answer, own_url, stored_instance
from .operation import Operation

SUPPORTED = ("codeA", "codeB", "codingA", "codingB", "system", "version")


async def subsumes(call: Call, server: Server) -> Reply:
    """Equivalent, subsumes, subsumed-by or not-subsumed."""
    asked = Asked(call, SUPPORTED)
    own = await stored_instance(call, server)
    coded = [asked.coded_as(letter) for letter in "AB"]
    named = {c.system for c in coded} | {asked.text("system"), own_url(own) if own else None}
    systems = sorted(s for s in named if s)
    if len(systems) != 1:
        raise BadRequest("$subsumes is about two codes of one system: give the parameter system.")
    given = [own] if own else []
    known = await gathered(server.store, [("CodeSystem", systems[0])], given=given)
    try:
        outcome = known.subsumes(systems[0], coded[0].code, coded[1].code, asked.text("version"))
    except TerminologyError as error:
        raise refusal(error) from error
    return answer([{"name": "outcome", "valueCode": outcome}])


OPERATION = Operation(
    "subsumes",
    frozenset({"type", "instance"}),
    subsumes,
    "http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes",
    types=frozenset({"CodeSystem"}),
)
