"""Patient/$match: who a resident may be, graded (patient-operation-match.html, DECISIONS 37).

certain: identity number, name and birth date agree. probable: the number and one of the others, or
birth certificate and mother of a newborn. possible: name, birth date and a telephone or address,
unless the numbers contradict each other. Nobody is merged here.
"""

from collections.abc import Mapping
from typing import Any

from conformance import json
from conformance.issue import errors
from conformance.validator import check
from fhir_server.errors import Malformed
from fhir_server.http import Call, Reply
from fhir_server.operations.declared import given
from fhir_server.operations.operation import Operation
from fhir_server.search import parse, resolved
from fhir_server.server import Server
from fhir_server.service.elements import reference

from . import identity

Json = dict[str, Any]

DEFINITION = "https://family-doctor-fhir.github.io/OperationDefinition/patient-match"
GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade"
SCORES: Mapping[str, float] = {"certain": 1.0, "probable": 0.8, "possible": 0.5}
MOST, USUAL = 1_000, 10


async def match(call: Call, server: Server) -> Reply:
    """The residents that may be the one described, best first."""
    asked = given(call, DEFINITION)
    described: Json = asked.one("resource")
    if found := errors(check(described)):
        raise Malformed(issues=found)
    candidates = await _candidates(call, server, described)
    relatives = await _relatives(call, server, candidates)
    graded = [
        (grade, candidate)
        for candidate in candidates
        if (grade := grade_of(described, candidate, relatives.get(_name(candidate), [])))
    ]
    graded.sort(key=lambda each: (-SCORES[each[0]], each[1]["id"]))
    if asked.one("onlyCertainMatches"):
        certain = [each for each in graded if each[0] == "certain"]
        graded = certain if len(certain) == 1 else []
    most = asked.one("count")
    return _reply(server, graded[: USUAL if most is None else max(0, most)])


def grade_of(described: Json, candidate: Json, relatives: list[Json]) -> str:
    """How well somebody fits: certain, probable or possible; "" for not."""
    own, theirs = (identity.id_numbers(each) for each in (described, candidate))
    births = {described.get("birthDate"), *(str(identity.born(n)) for n in own)} - {None, "None"}
    same_number = bool(own & theirs)
    same_name = bool(_names(described) & _names(candidate))
    same_birth = births == {candidate.get("birthDate")}
    if same_number and same_name and same_birth:
        return "certain"
    if same_number and (same_name or same_birth):
        return "probable"
    if _same_newborn(described, candidate, relatives):
        return "probable"
    is_other = bool(own) and bool(theirs)
    reached = any(of(described) & of(candidate) for of in (identity.telephones, identity.addresses))
    return "possible" if same_name and same_birth and reached and not is_other else ""


def _names(patient: Json) -> set[str]:
    return identity.names(patient.get("name", []))


def _same_newborn(described: Json, candidate: Json, relatives: list[Json]) -> bool:
    one, other = (identity.numbers(p, identity.BIRTH_CERTIFICATE) for p in (described, candidate))
    mothers = identity.mothers(described, []), identity.mothers(candidate, relatives)
    return bool(one & other) and bool(mothers[0] & mothers[1])


def _name(resource: Json) -> str:
    return f"Patient/{resource['id']}"


async def _candidates(call: Call, server: Server, described: Json) -> list[Json]:
    """Residents who share a number, the birth date, or that of the identity number."""
    given_numbers = identity.id_numbers(described)
    listed = [
        f"{identity.ID_NUMBER}|{form}" for each in given_numbers for form in identity.forms(each)
    ]
    certificates = identity.numbers(described, identity.BIRTH_CERTIFICATE)
    listed += [f"{identity.BIRTH_CERTIFICATE}|{each}" for each in certificates]
    days = {described.get("birthDate"), *map(identity.born, given_numbers)} - {None}
    found: dict[str, Json] = {}
    for name, values in (("identifier", listed), ("birthdate", sorted(map(str, days)))):
        if values:
            for patient in await _found(call, server, "Patient", (name, ",".join(values))):
                found[patient["id"]] = patient
    return [p for p in found.values() if not _is_replaced(p)]


def _is_replaced(patient: Json) -> bool:
    return any(link.get("type") == "replaced-by" for link in patient.get("link", []))


async def _relatives(call: Call, server: Server, candidates: list[Json]) -> dict[str, list[Json]]:
    """The RelatedPersons of those who have a birth certificate, by `Patient/id`."""
    newborn = [_name(p) for p in candidates if identity.numbers(p, identity.BIRTH_CERTIFICATE)]
    by_patient: dict[str, list[Json]] = {}
    if newborn:
        query = ("patient", ",".join(newborn))
        for relative in await _found(call, server, "RelatedPerson", query):
            by_patient.setdefault(reference(relative["patient"]), []).append(relative)
    return by_patient


async def _found(call: Call, server: Server, type_: str, pair: tuple[str, str]) -> list[Json]:
    context = server.search_context(Call("GET", type=type_, now=call.now))
    criteria = await resolved(server.store, parse(type_, [pair], context).filter)
    stored = await server.store.find_to_change(type_, criteria, limit=MOST, session=None)
    return [json.decode(each.json) for each in stored]


def _reply(server: Server, graded: list[tuple[str, Json]]) -> Reply:
    entries = [
        {
            "fullUrl": server.url(_name(patient)),
            "resource": patient,
            "search": {
                "extension": [{"url": GRADE, "valueCode": grade}],
                "mode": "match",
                "score": SCORES[grade],
            },
        }
        for grade, patient in graded
    ]
    bundle: Json = {"resourceType": "Bundle", "type": "searchset", "total": len(entries)}
    return Reply(200, json=json.encode(bundle | ({"entry": entries} if entries else {})))


OPERATION = Operation("match", frozenset({"type"}), match, DEFINITION, types=frozenset({"Patient"}))
