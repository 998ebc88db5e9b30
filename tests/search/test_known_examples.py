"""The official examples of R4: each search finds what a plain walk over the JSON finds.

They have a bit of everything: open periods, partial dates, contained resources, canonical
references, comparators, quantities in unlike units.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conformance.json import decode
from fhir_server.search.run_contained import run_contained

from . import walk
from .shelf import CONTEXT, Shelf, query
from .walk import (
    Meant,
    World,
    all_of,
    among,
    any_of,
    at,
    contains,
    has,
    none_of,
    number,
    starts,
    within,
)

MOST_BYTES = 50_000
QUANTITY = "valueQuantity"
REFERENCE = "subject.reference"


def inside(type_: str, condition: Meant) -> Meant:
    """What contains a resource of a type that meets a condition."""
    return lambda r: any(c["resourceType"] == type_ and condition(c) for c in at(r, "contained"))


def pointing(path: str, type_: str, condition: Meant) -> Meant:
    """What refers by a path to such a resource that it contains."""

    def found(resource: Any) -> bool:
        names = set(at(resource, f"{path}.reference"))
        return any(
            f"#{c['id']}" in names and c["resourceType"] == type_ and condition(c)
            for c in at(resource, "contained")
        )

    return found


CASES: dict[str, Meant] = {
    "Patient?name=chalmers": any_of(
        starts("name.family", "chalmers"), starts("name.given", "chalmers"),
        starts("name.text", "chalmers")),
    "Patient?family:exact=Chalmers": among("name.family", "Chalmers"),
    "Patient?given=jim": starts("name.given", "jim"),
    "Patient?gender:missing=true": none_of(has("gender")),
    "Patient?active=true": lambda r: r.get("active") is True,
    "Patient?active:not=true": lambda r: r.get("active") is not True,
    "Patient?deceased=true": any_of(
        has("deceasedDateTime"), lambda r: r.get("deceasedBoolean") is True),
    "Patient?birthdate=lt1960": within("birthDate", "1000", "1960"),
    "Patient?general-practitioner:missing=false": has("generalPractitioner"),
    "Patient?link:missing=false": has("link"),
    "Patient?identifier=urn:oid:1.2.36.146.595.217.0.1|12345": lambda r: any(
        (i.get("system"), i.get("value")) == ("urn:oid:1.2.36.146.595.217.0.1", "12345")
        for i in at(r, "identifier")),
    "Patient?organization=Organization/1": among(
        "managingOrganization.reference", "Organization/1"),
    "Observation?subject=Patient/f001": among(REFERENCE, "Patient/f001"),
    "Observation?patient=f001": among(REFERENCE, "Patient/f001"),
    "Observation?code=http://loinc.org|15074-8": among("code.coding.code", "15074-8"),
    "Observation?status:not=final": none_of(among("status", "final")),
    "Observation?value-quantity=gt100": all_of(
        number(f"{QUANTITY}.value", lambda v: v > 100), none_of(has(f"{QUANTITY}.comparator"))),
    "Observation?value-quantity=6.3||mmol/l": number(
        f"{QUANTITY}.value", lambda v: Decimal("6.25") <= v < Decimal("6.35")),
    "Observation?value-concept:missing=false": has("valueCodeableConcept"),
    "Observation?value-string:missing=false": any_of(
        has("valueString"), has("valueCodeableConcept.text")),
    "Observation?has-member:missing=false": has("hasMember"),
    "Observation?component-code=8480-6": among("component.code.coding.code", "8480-6"),
    "Observation?data-absent-reason:missing=false": has("dataAbsentReason"),
    "Observation?date=2012-09-17": any_of(
        among("effectiveDateTime", "2012-09-17"),
        within("effectiveDateTime", "2012-09-17", "2012-09-18")),
    "Observation?performer=Practitioner/f005": among("performer.reference", "Practitioner/f005"),
    "Condition?severity=24484000": among("severity.coding.code", "24484000"),
    "Condition?body-site:missing=false": has("bodySite"),
    "Condition?clinical-status=active&subject=Patient/f201": all_of(
        among("clinicalStatus.coding.code", "active"), among(REFERENCE, "Patient/f201")),
    "Encounter?class=IMP": among("class.code", "IMP"),
    "Encounter?length=gt60": number("length.value", lambda v: v > 60),
    "MedicationRequest?status=active": among("status", "active"),
    "MedicationRequest?medication=Medication/med0316": among(
        "medicationReference.reference", "Medication/med0316"),
    "MedicationRequest?code:missing=false": has("medicationCodeableConcept"),
    "Group?type=person": among("type", "person"),
    "Group?member=Patient/pat1": among("member.entity.reference", "Patient/pat1"),
    "Location?partof=Location/1": among("partOf.reference", "Location/1"),
    "Location?name=south": any_of(starts("name", "south"), starts("alias", "south")),
    "Organization?name:contains=university": any_of(
        contains("name", "university"), contains("alias", "university")),
    "Task?intent=order": among("intent", "order"),
    "Task?part-of=Task/example1": among("partOf.reference", "Task/example1"),
    "Immunization?lot-number=aaj": starts("lotNumber", "aaj"),
    "RiskAssessment?probability=lt0.01": number(
        "prediction.probabilityDecimal", lambda v: v < Decimal("0.01")),
    "Questionnaire?subject-type=Patient&status=draft": all_of(
        among("subjectType", "Patient"), among("status", "draft")),
    "Questionnaire?url:below=http://hl7.org/fhir/Questionnaire": starts(
        "url", "http://hl7.org/fhir/questionnaire/"),
    "MeasureReport?measure:missing=false": has("measure"),
    "Provenance?target:missing=false": has("target"),
    "Specimen?type:missing=false": has("type"),
    "Slot?status=free": among("status", "free"),
    "Practitioner?communication=nl": among("communication.coding.code", "nl"),
    "Contract?subject=Patient/f201": among(REFERENCE, "Patient/f201"),
    # what is contained
    "MedicationRequest?medication.code=324252006": pointing(
        "medicationReference", "Medication", among("code.coding.code", "324252006")),
    "MedicationRequest?medication:Medication.code:not=324252006": any_of(
        pointing("medicationReference", "Medication",
                 none_of(among("code.coding.code", "324252006"))),
        among("medicationReference.reference", "Medication/med0316", "Medication/example")),
    "Medication?manufacturer.name=wyeth": pointing(
        "manufacturer", "Organization", starts("name", "wyeth")),
    "Observation?subject:Patient.birthdate=2016-05-18&subject:Patient.gender=male": pointing(
        "subject", "Patient", all_of(among("birthDate", "2016-05-18"), among("gender", "male"))),
}  # fmt: skip
CONTAINED: dict[str, Meant] = {
    "Medication?code=324252006&_contained=true": inside(
        "Medication", among("code.coding.code", "324252006")),
    "Medication?code:not=324252006&_contained=true": inside(
        "Medication", none_of(among("code.coding.code", "324252006"))),
    "Organization?name=wyeth&_contained=true": inside("Organization", starts("name", "wyeth")),
    "Patient?identifier=12345&gender=male&_contained=true": inside(
        "Patient", all_of(among("identifier.value", "12345"), among("gender", "male"))),
    "Provenance?_contained=true": inside("Provenance", lambda _: True),
    "Substance?_contained=true": inside("Substance", lambda _: True),
}  # fmt: skip


@pytest.fixture(scope="module")
def world(official_examples: list[Path]) -> World:
    types = {search.partition("?")[0] for search in CASES}
    files = [
        f
        for f in official_examples
        if f.name.partition("-")[0] in types and f.stat().st_size <= MOST_BYTES
    ]
    resources = [decode(file.read_bytes()) for file in files]
    return {f"{r['resourceType']}/{r['id']}": r for r in resources}


@pytest.fixture(scope="module")
async def filled(shelf: Shelf, world: World) -> Shelf:
    await shelf.fill(world.values())
    return shelf


@pytest.mark.parametrize("search", CASES)
async def test_finds(filled: Shelf, world: World, search: str) -> None:
    wanted = walk.meant(world, search, CASES[search])
    assert await walk.answered(filled, search) == wanted
    assert wanted


@pytest.mark.parametrize("search", CONTAINED)
async def test_finds_what_contains(filled: Shelf, world: World, search: str) -> None:
    type_, _, text = search.partition("?")
    asked = query(type_, f"{text}&_count=1000")
    page = await run_contained(filled.store, asked, CONTEXT)
    wanted = {name for name, r in world.items() if CONTAINED[search](r)}
    assert {s.reference for s in page.resources} == wanted
    assert wanted
