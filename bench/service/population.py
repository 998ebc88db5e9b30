"""Contracts by the hundred thousand: copies of the worked case of Shenzhen, renumbered and varied.

A case is a family of four, each with a contract of their own, one of them cared for and referred.
Cases differ in their day of signing, team and township; one family in five has not signed. What
each resource is searched by is made by the server's own code once for each variant, and renumbered
with it.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from conformance import json as fhir_json
from fhir_server.search import entries
from fhir_server.store.documents import to_document
from fhir_server.versions import next_version
from profiles import cases

Json = dict[str, Any]

POLICY = "shenzhen-2017"
TODAY = date(2026, 11, 22)
CONTRACTS_A_CASE = 4
CASES_A_TEAM = 400
VARIANTS = 12
VARIANT_DAYS = 12
UNSIGNED = 5  # one family in so many
TOWNSHIPS = 9
SHARED, OWN = "TTTTTTT", "CCCCCCCC"
DIVISION = "990000001001"
# What a case has of its own, and what all of a team share.
OF_CASE = (
    "Patient", "Contract", "EpisodeOfCare", "DocumentReference", "Task", "Encounter", "Observation",
    "QuestionnaireResponse", "ServiceRequest", "ChargeItem", "CarePlan", "Schedule", "Slot",
)  # fmt: skip
OF_TEAM = ("Organization", "Location", "Practitioner", "PractitionerRole", "CareTeam")
SIGNED_TYPES = frozenset(OF_CASE) - {"Patient"}
TYPES = (*OF_CASE, *OF_TEAM)
STORED_ON = datetime(2026, 11, 22)  # noqa: DTZ001  # as the driver reads it


class Template(NamedTuple):
    """A stored document whose ids are placeholders: its JSON, and the fields it is searched by."""

    type: str
    body: str
    document: str


@cache
def templates(variant: int) -> tuple[list[Template], list[Template]]:
    """What is a team's and what is a case's, in one variant of the case."""
    day = TODAY - timedelta(days=VARIANT_DAYS * variant)
    resources = [e["resource"] for e in cases.bundle(POLICY, day, OWN)["entry"]]
    shared = [r["id"] for r in resources if r["resourceType"] in OF_TEAM]

    def made(types: tuple[str, ...]) -> list[Template]:
        chosen = [r for r in resources if r["resourceType"] in types and OWN in r["id"]]
        copies = [r for r in chosen if "signed-agreement-copy" not in r["id"]]
        return [_template(_renamed(r, shared)) for r in copies]

    return made(OF_TEAM), made(OF_CASE)


def _renamed(resource: Json, shared: list[str]) -> Json:
    """The resource with other placeholders for what a team shares."""
    text = fhir_json.encode(resource).decode()
    for id_ in sorted(shared, key=len, reverse=True):
        text = text.replace(f'/{id_}"', f'/{id_.replace(OWN, SHARED)}"')
        text = text.replace(f'"id":"{id_}"', f'"id":"{id_.replace(OWN, SHARED)}"')
    renamed: Json = fhir_json.decode(text)
    return renamed


def _template(resource: Json) -> Template:
    type_ = resource["resourceType"]
    found = entries(type_, resource)
    made = next_version(resource, found, resource["id"], "PUT", None, STORED_ON)
    assert made.draft is not None
    document = to_document(made.draft)
    body = document.pop("json").decode()
    return Template(type_, body, json.dumps(document, default=str))


def documents(numbers: range) -> Iterator[tuple[str, Json]]:
    """Type and stored document of everything that some cases have; a team comes with its first."""
    known = [templates(variant) for variant in range(VARIANTS)]
    for number in numbers:
        team = number // CASES_A_TEAM
        of_team, of_case = known[number % VARIANTS]
        if number % CASES_A_TEAM == 0:
            of_team = known[0][0]
            yield from (_document(each, number, team) for each in of_team)
        is_signed = number % UNSIGNED != UNSIGNED - 1
        for each in of_case:
            if is_signed or each.type not in SIGNED_TYPES:
                yield _document(each, number, team)


def cases_for(contracts: int) -> int:
    """How many cases have so many contracts."""
    signed = -(-contracts // CONTRACTS_A_CASE)
    return signed * UNSIGNED // (UNSIGNED - 1)


def _document(template: Template, number: int, team: int) -> tuple[str, Json]:
    township = f"99000000{number % TOWNSHIPS + 1}001"

    def renumbered(text: str) -> str:
        text = text.replace(OWN, f"C{number:07}").replace(SHARED, f"T{team:06}")
        return text.replace(DIVISION, township)

    document: Json = json.loads(renumbered(template.document))
    document["lu"] = STORED_ON
    document["json"] = renumbered(template.body).encode()
    return template.type, document
