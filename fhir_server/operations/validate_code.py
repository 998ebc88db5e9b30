"""$validate-code: is a code in a value set, or in a code system.

What cannot be known here is refused, not answered with false. Source: FHIR R4
valueset-operation-validate-code.html, codesystem-operation-validate-code.html.
"""

from collections.abc import Iterable
from typing import Any

from conformance.terminology import TerminologyError, Verdict
from fhir_server.errors import BadRequest, NotSupported
from fhir_server.http import Call, Reply
from fhir_server.server import Server
from fhir_server.terminology import gathered, refusal

from .asked import Asked, Coded, answer, own_url
from .operation import Operation

Json = dict[str, Any]

COMMON = ("url", "code", "display", "coding", "codeableConcept", "abstract")
OF_VALUE_SET = ("valueSet", "valueSetVersion", "system", "systemVersion")
OF_CODE_SYSTEM = ("codeSystem", "version")
UNSUPPORTED = ("date", "displayLanguage")


async def in_value_set(call: Call, server: Server) -> Reply:
    """Whether a code is in a value set."""
    asked = Asked(call, (*COMMON, *OF_VALUE_SET), (*UNSUPPORTED, "context"))
    url = asked.canonical("url", "valueSetVersion")
    own = await asked.subject(call, server, url, "valueSet", "ValueSet")
    coded = asked.coded("systemVersion")
    if any(c.system is None for c in coded):
        raise BadRequest("A code is asked about with its system: give the parameter system.")
    wanted = [("CodeSystem", c.system or "") for c in coded]
    wanted += [("ValueSet", url.partition("|")[0])] if url else []
    given = [own] if own else []
    known = await gathered(server.store, wanted, given=given, supplements=_has_display(coded))
    abstract = asked.flag("abstract")
    try:
        if url:
            known.value_set(url)
    except TerminologyError as error:
        raise refusal(error) from error

    def judge(coded: Coded) -> Verdict:
        system, code, version, display = coded
        words = {"version": version, "display": display}
        return known.validate(own or url or "", system, code, **words, abstract=abstract)

    return _answer(map(judge, coded))


async def in_code_system(call: Call, server: Server) -> Reply:
    """Whether a code is one of a code system."""
    asked = Asked(call, (*COMMON, *OF_CODE_SYSTEM), UNSUPPORTED)
    url = asked.text("url")
    own = await asked.subject(call, server, url, "codeSystem", "CodeSystem")
    system = url or own_url(own)
    coded = asked.coded()
    if any(c.system not in (None, system) for c in coded):
        raise BadRequest(f"The coding is not from the code system asked about, {system}.")
    given = [own] if own else []
    wanted = [("CodeSystem", system)] if url else []
    known = await gathered(server.store, wanted, given=given, supplements=_has_display(coded))
    abstract = asked.flag("abstract")

    def judge(coded: Coded) -> Verdict:
        words = {"version": coded.version, "display": coded.display}
        return known.validate_in_system(system, coded.code, **words, abstract=abstract)

    return _answer(map(judge, coded))


def _has_display(coded: list[Coded]) -> bool:
    """Whether a display is to be judged, for which the words of supplements count."""
    return any(c.display for c in coded)


def _answer(verdicts: Iterable[Verdict]) -> Reply:
    """The best verdict: of several codings one that is valid suffices."""
    rank = (True, None, False)
    best, *others = sorted(verdicts, key=lambda v: rank.index(v.result))
    if best.result is None:
        raise NotSupported(best.message.english if best.message else "")
    said = [v.message.english for v in (best, *others) if v.message is not None]
    listed: list[Json] = [{"name": "result", "valueBoolean": best.result}]
    if said:
        listed.append({"name": "message", "valueString": " ".join(said)})
    if best.display:
        listed.append({"name": "display", "valueString": best.display})
    return answer(listed)


OPERATIONS = tuple(
    Operation(
        "validate-code",
        frozenset({"type", "instance"}),
        handler,
        f"http://hl7.org/fhir/OperationDefinition/{type_}-validate-code",
        types=frozenset({type_}),
    )
    for type_, handler in (("ValueSet", in_value_set), ("CodeSystem", in_code_system))
)
