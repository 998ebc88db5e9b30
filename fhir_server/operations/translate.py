"""ConceptMap/$translate: a code in other words (conceptmap-operation-translate.html).

By one concept map, or by all that lead from one value set to another. A translation that depends on
other elements is refused.
"""

from collections.abc import Iterator
from typing import Any

from conformance.terminology import Match, TerminologyError, Translation
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.server import Server
from fhir_server.terminology import gathered, refusal

from .asked import Asked, Coded, answer, stored_instance
from .operation import Operation

Json = dict[str, Any]

SUPPORTED = (
    "url", "conceptMap", "conceptMapVersion", "code", "system", "version", "coding",
    "codeableConcept", "source", "target", "targetsystem", "reverse",
)  # fmt: skip


async def translate(call: Call, server: Server) -> Reply:
    """The translations of a code, or of the first coding of a concept that has any."""
    asked = Asked(call, SUPPORTED, ("dependency",))
    url = asked.canonical("url", "conceptMapVersion")
    own = await stored_instance(call, server) or asked.resource("conceptMap", "ConceptMap")
    source, target = asked.text("source"), asked.text("target")
    if not (url or own or source or target):
        raise BadRequest("$translate needs a concept map, or source or target to find one by.")
    if url and own:
        raise BadRequest("$translate goes by one concept map: that of the url or the one given.")
    coded = asked.coded()
    if not all(c.system for c in coded):
        raise BadRequest("A code is translated with its system: give the parameter system.")
    wanted = [("ConceptMap", url.partition("|")[0])] if url else []
    given = [own] if own else []
    known = await gathered(server.store, wanted, given=given, maps=not (url or own))
    target_system, reverse = asked.text("targetsystem"), bool(asked.flag("reverse"))

    def translation(each: Coded) -> Translation:
        return known.translate(
            each.system,
            each.code,
            concept_map=own or url,
            source=source,
            target=target,
            target_system=target_system,
            reverse=reverse,
        )

    try:
        found = [translation(each) for each in coded]
    except TerminologyError as error:
        raise refusal(error) from error
    return answer(_listed(next((t for t in found if t.result), found[0])))


def _listed(translation: Translation) -> Iterator[Json]:
    yield {"name": "result", "valueBoolean": translation.result}
    if translation.message is not None:
        yield {"name": "message", "valueString": translation.message.english}
    for match in translation.matches:
        yield {"name": "match", "part": list(_match(match))}


def _match(match: Match) -> Iterator[Json]:
    yield {"name": "equivalence", "valueCode": match.equivalence}
    coding = {"system": match.system, "code": match.code, "display": match.display}
    if match.code:
        yield {"name": "concept", "valueCoding": {k: v for k, v in coding.items() if v}}
    for product in match.product:
        parts = [{"name": "element", "valueUri": product["element"]}]
        parts.append({"name": "concept", "valueCoding": product["concept"]})
        yield {"name": "product", "part": parts}
    if match.source != "#":
        yield {"name": "source", "valueUri": match.source}


OPERATION = Operation(
    "translate",
    frozenset({"type", "instance"}),
    translate,
    "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate",
    types=frozenset({"ConceptMap"}),
)
