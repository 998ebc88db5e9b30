"""Synthea's records: each search finds what a plain walk over the JSON finds."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from . import walk
from .shelf import Shelf
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

PATIENTS = 6
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
WEIGHT, HEIGHT, PRESSURE = "29463-7", "8302-2", "85354-9"
SYSTOLIC, DIASTOLIC = "8480-6", "8462-4"
CODE, VALUE = "code.coding.code", "valueQuantity.value"


def NOTHING(_: Any) -> bool:  # noqa: N802 - a constant of a table
    return False


def component(code: str, low: float) -> Meant:
    """Observations with a component of a code above a value."""

    def found(resource: Any) -> bool:
        return any(
            code in at(part, CODE) and any(v > low for v in at(part, VALUE))
            for part in at(resource, "component")
        )

    return found


def weighing(low: str, high: str) -> Meant:
    bounds = Decimal(low), Decimal(high)
    return all_of(among(CODE, WEIGHT), number(VALUE, lambda v: bounds[0] <= v < bounds[1]))


CASES: dict[str, Meant] = {
    # string
    "Organization?name=mount": starts("name", "mount"),
    "Organization?name:contains=hospital": contains("name", "hospital"),
    "Organization?name:exact=MOUNT AUBURN HOSPITAL": among("name", "MOUNT AUBURN HOSPITAL"),
    "Organization?name:exact=Mount Auburn Hospital": NOTHING,
    "Organization?address-city=boston": starts("address.city", "boston"),
    "Location?address-city=boston,cambridge":
        any_of(starts("address.city", "boston"), starts("address.city", "cambridge")),
    "Location?address=02138": starts("address.postalCode", "02138"),
    "Practitioner?family=a": starts("name.family", "a"),
    "Practitioner?given=ja&gender=female":
        all_of(starts("name.given", "ja"), among("gender", "female")),
    "Practitioner?name=dr": starts("name.prefix", "dr"),
    "Practitioner?name:contains=son":
        any_of(contains("name.family", "son"), contains("name.given", "son")),
    "Patient?address-state:missing=false": has("address.state"),
    # token
    "Patient?gender=female": among("gender", "female"),
    "Patient?gender:not=female": none_of(among("gender", "female")),
    "Patient?deceased=true": has("deceasedDateTime"),
    "Patient?deceased=false": none_of(has("deceasedDateTime")),
    "Patient?identifier=http://hl7.org/fhir/sid/us-ssn|":
        among("identifier.system", "http://hl7.org/fhir/sid/us-ssn"),
    "Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|SS|999-18-6906":
        among("identifier.value", "999-18-6906"),
    "Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|999-18-6906":
        NOTHING,
    "Patient?phone=555-839-1753": among("telecom.value", "555-839-1753"),
    f"Observation?code={WEIGHT}": among(CODE, WEIGHT),
    f"Observation?code={LOINC}|{WEIGHT},{LOINC}|{HEIGHT}": among(CODE, WEIGHT, HEIGHT),
    f"Observation?code={SNOMED}|{WEIGHT}": NOTHING,
    f"Observation?code=|{WEIGHT}": NOTHING,
    f"Observation?code:not={WEIGHT}": none_of(among(CODE, WEIGHT)),
    "Observation?category=vital-signs": among("category.coding.code", "vital-signs"),
    "Observation?category:not=vital-signs&status=final":
        none_of(among("category.coding.code", "vital-signs")),
    "Observation?code:text=body": any_of(
        starts("code.coding.display", "body"), starts("code.text", "body")),
    "Encounter?class=AMB": among("class.code", "AMB"),
    "Encounter?class=http://terminology.hl7.org/CodeSystem/v3-ActCode|EMER":
        among("class.code", "EMER"),
    "Condition?clinical-status=resolved": among("clinicalStatus.coding.code", "resolved"),
    "Condition?clinical-status:not=resolved":
        none_of(among("clinicalStatus.coding.code", "resolved")),
    "Condition?clinical-status:not=resolved,active": NOTHING,
    "Condition?abatement-date:missing=true": none_of(has("abatementDateTime")),
    f"Condition?code={SNOMED}|": among("code.coding.system", SNOMED),
    "MedicationRequest?status=stopped&intent=order": among("status", "stopped"),
    "Immunization?vaccine-code=140": among("vaccineCode.coding.code", "140"),
    "Claim?use=claim&status=active": has("id"),
    "Patient?_profile=http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient": has("id"),
    "DocumentReference?contenttype=text/plain; charset=utf-8": has("content.attachment"),
    # date
    "Patient?birthdate=ge1995": within("birthDate", "1995", "2100"),
    "Patient?birthdate=lt1995-06-26": within("birthDate", "1900", "1995-06-26"),
    "Patient?birthdate=1995-06": within("birthDate", "1995-06-01", "1995-07-01"),
    "Patient?birthdate=ne1995-06-26": none_of(among("birthDate", "1995-06-26")),
    "Observation?date=2019": within("effectiveDateTime", "2019", "2020"),
    "Observation?date=2018-04": within("effectiveDateTime", "2018-04-01", "2018-05-01"),
    "Observation?date=ge2015&date=lt2018": within("effectiveDateTime", "2015", "2018"),
    "Observation?date=gt2020-01-01T00:00:00Z":
        within("effectiveDateTime", "2020-01-01T00:00:01+00:00", "2100"),
    f"Observation?date=sa2017-12-31&code={HEIGHT}":
        all_of(within("effectiveDateTime", "2018", "2100"), among(CODE, HEIGHT)),
    "Encounter?date=eb2012": within("period.end", "1900", "2012"),
    "Encounter?date=ge2018-01-01&date=le2018-12-31": all_of(
        within("period.end", "2018", "2100"), within("period.start", "1900", "2019")),
    "Condition?onset-date=2018": within("onsetDateTime", "2018", "2019"),
    "Procedure?date=sa2019": within("performedPeriod.start", "2020", "2100"),
    # quantity and composite
    "Observation?value-quantity=gt150": number(VALUE, lambda v: v > 150),
    f"Observation?value-quantity=lt90|{UCUM}|mg/dL":
        all_of(among("valueQuantity.code", "mg/dL"), number(VALUE, lambda v: v < 90)),
    "Observation?value-quantity=181||cm": all_of(
        among("valueQuantity.unit", "cm"),
        number(VALUE, lambda v: Decimal("180.5") <= v < Decimal("181.5"))),
    f"Observation?code-value-quantity={WEIGHT}$ge60|{UCUM}|kg&code={WEIGHT}":
        weighing("60", "1000"),
    f"Observation?code-value-quantity={WEIGHT}$lt60000|{UCUM}|g": weighing("0", "60"),
    f"Observation?code-value-quantity={WEIGHT}$ap80": weighing("72", "88.0001"),
    f"Observation?component-code-value-quantity={SYSTOLIC}$gt120": component(SYSTOLIC, 120),
    f"Observation?component-code-value-quantity={DIASTOLIC}$gt120": NOTHING,
    f"Observation?combo-code={SYSTOLIC}":
        any_of(among(CODE, SYSTOLIC), among(f"component.{CODE}", SYSTOLIC)),
    # _filter
    f"Observation?_filter=code eq {WEIGHT} and value-quantity ge 60": weighing("60", "1000"),
    "Patient?_filter=gender eq male or birthdate ge 1995-01-01":
        any_of(among("gender", "male"), within("birthDate", "1995", "2100")),
    "Encounter?_filter=not (class eq AMB)": none_of(among("class.code", "AMB")),
}  # fmt: skip


@pytest.fixture(scope="module")
def world(shared: Path) -> World:
    """Hospitals, practitioners, and the smallest records."""
    files = sorted((shared / "suites/bundles").glob("*.bz2"), key=lambda f: f.stat().st_size)
    everyone = [f for f in files if f.name.startswith("0-")]
    return walk.bundles([*everyone, *[f for f in files if f not in everyone][:PATIENTS]])


@pytest.fixture(scope="module")
async def filled(shelf: Shelf, world: World) -> Shelf:
    await shelf.fill(world.values())
    return shelf


@pytest.mark.parametrize("search", CASES)
async def test_finds(filled: Shelf, world: World, search: str) -> None:
    wanted = walk.meant(world, search, CASES[search])
    assert await walk.answered(filled, search) == wanted
    assert wanted or CASES[search] is NOTHING


def linked(world: World, path: str, condition: Meant) -> Meant:
    """What refers by a path to something that meets a condition."""
    return lambda r: any(
        name in world and condition(world[name]) for name in at(r, f"{path}.reference")
    )


def referring(world: World, type_: str, path: str, condition: Meant) -> Meant:
    """What something of a type that meets a condition refers to by a path."""
    names = {
        name
        for r in world.values()
        if r["resourceType"] == type_ and condition(r)
        for name in at(r, f"{path}.reference")
    }
    return lambda r: f"{r['resourceType']}/{r['id']}" in names


PRACTITIONER = among("resourceType", "Practitioner")
FEMALE, MALE = among("gender", "female"), among("gender", "male")
CHAINS: dict[str, Any] = {
    "Observation?subject:Patient.gender=female": lambda w: linked(w, "subject", FEMALE),
    f"Observation?patient.gender=male&code={WEIGHT}": lambda w: all_of(
        linked(w, "subject", MALE), among(CODE, WEIGHT)),
    "Observation?encounter.class=AMB": lambda w: linked(
        w, "encounter", among("class.code", "AMB")),
    "Observation?encounter:Encounter.service-provider:Organization.address-city=b":
        lambda w: linked(w, "encounter", linked(
            w, "serviceProvider", starts("address.city", "b"))),
    "DiagnosticReport?result.code=718-7": lambda w: linked(w, "result", among(CODE, "718-7")),
    "Encounter?participant:Practitioner.gender=female": lambda w: linked(
        w, "participant.individual", FEMALE),
    "MedicationRequest?requester:Practitioner.family=t&patient.gender=male": lambda w: all_of(
        linked(w, "requester", starts("name.family", "t")), linked(w, "subject", MALE)),
    "Patient?_has:Condition:patient:clinical-status=active": lambda w: referring(
        w, "Condition", "subject", among("clinicalStatus.coding.code", "active")),
    "Patient?_has:Observation:patient:value-quantity=gt180": lambda w: referring(
        w, "Observation", "subject", number(VALUE, lambda v: v > 180)),
    "Practitioner?_has:Encounter:participant:class=EMER": lambda w: referring(
        w, "Encounter", "participant.individual", among("class.code", "EMER")),
    "Encounter?_has:Observation:encounter:_has:DiagnosticReport:result:code=58410-2":
        lambda w: referring(w, "Observation", "encounter", referring(
            w, "DiagnosticReport", "result", among(CODE, "58410-2"))),
    "Organization?_has:Encounter:service-provider:patient.gender=female": lambda w: referring(
        w, "Encounter", "serviceProvider", linked(w, "subject", FEMALE)),
    "CareTeam?participant:Practitioner.gender=male&status=inactive": lambda w: all_of(
        linked(w, "participant.member", all_of(PRACTITIONER, MALE)), among("status", "inactive")),
    "CarePlan?condition.code:text=suspected": lambda w: linked(
        w, "addresses", starts("code.text", "suspected")),
    # inside other resources
    "ExplanationOfBenefit?coverage.payor:missing=true": lambda _: NOTHING,
    "ExplanationOfBenefit?coverage.status=active": lambda _: lambda r: any(
        c["resourceType"] == "Coverage" and c["status"] == "active" for c in r["contained"]),
}  # fmt: skip


@pytest.mark.parametrize("search", CHAINS)
async def test_follows(filled: Shelf, world: World, search: str) -> None:
    condition = CHAINS[search](world)
    wanted = walk.meant(world, search, condition)
    assert await walk.answered(filled, search) == wanted
    assert wanted or condition is NOTHING


async def test_sorted_walk_over_all_pages(filled: Shelf, world: World) -> None:
    weights = [r for r in world.values() if among(CODE, WEIGHT)(r)]
    weights.sort(key=lambda r: (-walk.instant(r["effectiveDateTime"]).timestamp(), r["id"]))
    found, cursor = [], ""
    while True:
        text = f"code={WEIGHT}&_sort=-date&_count=7{cursor}"
        page = await filled.page("Observation", text)
        found += [s.id for s in page.resources]
        if page.next_cursor is None:
            break
        cursor = f"&_cursor={page.next_cursor}"
    assert found == [r["id"] for r in weights]
