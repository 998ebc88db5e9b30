"""Patients with at most ten records each, cut from real Bundles, renumbered, always the same.

Whatever selects a few is made so that it selects equally many at every size: eight patients share a
name, a post code, and so on, while dates and values are spread evenly over the whole.
"""

import bz2
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from hashlib import blake2b
from math import gcd
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SHARED = Path(os.environ.get("FHIR_SHARED", Path(__file__).parents[3] / "shared"))
BUNDLES = SHARED / "suites" / "bundles"

ALIKE = 8
"""So many patients share a name, and a post code."""
PER_DOCTOR = 40
"""Patients of one practitioner; an organization has ten times as many."""
RECORD_SYSTEM = "http://hospital.smarthealthit.org"

RECORDS = (
    ("Observation", "85354-9"),  # blood pressure, two components
    ("Observation", "29463-7"),  # body weight
    ("Observation", "8302-2"),  # body height
    ("Encounter", ""),
    ("Encounter", ""),
    ("Condition", ""),
    ("MedicationRequest", ""),
    ("Procedure", ""),
    ("DiagnosticReport", ""),
)
"""What is kept of a patient's Bundle: type and code, from its latest records."""

OF_PATIENT = sorted({"Patient", *(type_ for type_, _ in RECORDS)})
OF_HOUSES = ["Location", "Organization", "Practitioner"]
TYPES = [*OF_PATIENT, *OF_HOUSES]

# Days enough that ALIKE of 64,000 patients need one of their own.
FIRST_BIRTH, BIRTH_DAYS = date(1930, 1, 1), 32_000
FIRST_CARE, CARE_DAYS = date(2004, 1, 1), 8_000
LEAST_WEIGHT, WEIGHTS = 40, 100
LOADED = datetime(2026, 1, 1, tzinfo=UTC)
SPREAD = 7919  # a prime, so that ranks are scattered and each is given once
DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
SYLLABLES = "安宝晨丹恩芳国海惠佳建静康丽林美敏明宁培琴青瑞珊诗涛天伟文晓欣秀雪雅燕怡英宇志子"


class Population:
    """All resources of `size` patients; `resources(n)` are those of patient number `n`."""

    def __init__(self, size: int) -> None:
        if gcd(size, SPREAD) != 1:
            raise SystemExit(f"{size} patients: a multiple of {SPREAD} cannot be spread")
        self.size = size
        self.doctors = -(-size // PER_DOCTOR)
        self.houses = -(-self.doctors // 10)

    def rank(self, n: int) -> int:
        """The place of patient `n` by age and by weight, from 0."""
        return (n * SPREAD + 13) % self.size

    def born(self, rank: int) -> date:
        """The birth date of the patient of this rank."""
        return FIRST_BIRTH + timedelta(days=BIRTH_DAYS * rank // self.size)

    def cared(self, rank: int) -> date:
        """The day on which the patient of this rank was seen last."""
        return FIRST_CARE + timedelta(days=CARE_DAYS * rank // self.size)

    def weight(self, rank: int) -> float:
        """The weight in kg of the patient of this rank; no two are the same."""
        return round(LEAST_WEIGHT + WEIGHTS * rank / self.size, 4)

    def updated(self, n: int) -> datetime:
        """When the resources of patient `n` were stored."""
        return LOADED + timedelta(milliseconds=20 * n)

    def resources(self, n: int) -> Iterator[Json]:
        """The patient and the patient's records."""
        cut = self._templates[n % len(self._templates)]
        days = (self.cared(self.rank(n)) - cut.day).days
        doctor = id_of("Practitioner", n // PER_DOCTOR)
        house = n // PER_DOCTOR // 10

        def anew(text: str) -> str:
            if text[0] == "@":
                type_, _, i = text[1:].partition("/")
                own = id_of(type_, n, int(i)) if i else id_of(type_, house)
                return f"{type_}/{doctor if type_ == 'Practitioner' else own}"
            found = DAY.match(text) if text[:2] in ("19", "20") else None
            return f"{_later(found[0], days)}{text[found.end() :]}" if found else text

        for type_, i, record in cut.records:
            resource: Json = rewritten(record, anew)
            resource["id"] = id_of(type_, n, i)
            VARIATIONS.get(type_, _no_variation)(resource, n, self)
            yield resource

    def staff(self) -> Iterator[Json]:
        """The practitioners, organizations and locations that the records refer to."""
        for type_, count in (
            ("Practitioner", self.doctors),
            *((t, self.houses) for t in OF_HOUSES[:2]),
        ):
            known = self._houses[type_]
            for k in range(count):
                resource = {**known[k % len(known)], "id": id_of(type_, k)}
                for identifier in resource.get("identifier", ()):
                    identifier["value"] = f"{type_[0]}{k:06d}"
                yield resource

    @cached_property
    def _templates(self) -> list["Cut"]:
        return [Cut(bundle) for bundle in _bundles() if bundle["type"] == "transaction"]

    @cached_property
    def _houses(self) -> dict[str, list[Json]]:
        found: dict[str, list[Json]] = {type_: [] for type_ in OF_HOUSES}
        for bundle in _bundles():
            for entry in bundle["entry"] if bundle["type"] == "batch" else ():
                resource = entry["resource"]
                if resource["resourceType"] in found:
                    resource.pop("managingOrganization", None)
                    found[resource["resourceType"]].append(resource)
        return found


class Cut:
    """What is kept of one Bundle: (type, number, record), with `@Type/number` for references."""

    def __init__(self, bundle: Json) -> None:
        by_url = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
        kept: dict[str, str] = {}
        chosen: list[tuple[str, int, Json]] = []
        numbers: dict[str, int] = {}
        for type_, code in (("Patient", ""), *RECORDS):
            for url, resource in reversed(by_url.items()):
                fits = resource["resourceType"] == type_ and url not in kept
                if fits and (not code or resource["code"]["coding"][0]["code"] == code):
                    number = numbers.setdefault(type_, 0)
                    numbers[type_] += 1
                    kept[url] = f"@{type_}/{number}"
                    chosen.append((type_, number, resource))
                    break

        def relative(text: str) -> str:
            if text.startswith("urn:uuid:") and text in by_url:
                return kept.get(text) or f"@{by_url[text]['resourceType']}/0"
            for type_ in OF_HOUSES:
                if text.startswith(f"{type_}?"):
                    return f"@{type_}"
            return text

        self.records = [(t, i, _pruned(rewritten(r, relative), numbers)) for t, i, r in chosen]
        self.day = max(
            date.fromisoformat(found[0])
            for type_, _, record in self.records
            if type_ != "Patient"
            for found in DAY.finditer(json.dumps(record))
        )


def _pruned(record: Json, numbers: dict[str, int]) -> Json:
    """The record without references to what was not kept; a report refers to the observations."""
    if record["resourceType"] == "DiagnosticReport":
        record["result"] = [
            {"reference": f"@Observation/{i}"} for i in range(numbers.get("Observation", 0))
        ]
    for name in ("supportingInformation", "reasonReference", "partOf", "hospitalization"):
        record.pop(name, None)
    return record


def rewritten(value: Any, anew: Callable[[str], str]) -> Any:
    """A copy of JSON with each string that is not empty made anew."""
    if isinstance(value, str):
        return anew(value) if value else value
    if isinstance(value, dict):
        return {key: rewritten(item, anew) for key, item in value.items()}
    if isinstance(value, list):
        return [rewritten(item, anew) for item in value]
    return value


def id_of(type_: str, n: int, i: int = 0) -> str:
    """The id of a resource: scattered, as those the server assigns are."""
    return blake2b(f"{type_}/{n}/{i}".encode(), digest_size=12).hexdigest()


def name_of(n: int) -> str:
    """The name of patient `n`, in three characters."""
    k, base = n // ALIKE, len(SYLLABLES)
    return SYLLABLES[k % base] + SYLLABLES[k // base % base] + SYLLABLES[k // base**2 % base]


def _patient(resource: Json, n: int, population: Population) -> None:
    name = name_of(n)
    resource["name"] = [{"use": "official", "text": name, "family": name[0], "given": [name[1:]]}]
    for i, identifier in enumerate(resource["identifier"]):
        identifier["value"] = f"{i}-{n:08d}"
    resource["telecom"] = [{"system": "phone", "value": f"139{n:08d}", "use": "mobile"}]
    resource["address"][0]["postalCode"] = f"{n // ALIKE:06d}"
    resource["birthDate"] = population.born(population.rank(n)).isoformat()
    doctor = id_of("Practitioner", n // PER_DOCTOR)
    resource["generalPractitioner"] = [{"reference": f"Practitioner/{doctor}"}]


def _encounter(resource: Json, n: int, _: Population) -> None:
    resource["identifier"] = [{"system": RECORD_SYSTEM, "value": f"E-{n:08d}"}]


def _observation(resource: Json, n: int, population: Population) -> None:
    rank = population.rank(n)
    if resource["code"]["coding"][0]["code"] == "29463-7":
        resource["valueQuantity"]["value"] = population.weight(rank)
    for component in resource.get("component", ()):
        component["valueQuantity"]["value"] = 60 + 120 * rank // population.size


def _no_variation(_: Json, __: int, ___: Population) -> None:
    """Dates and references are enough."""


VARIATIONS = {"Patient": _patient, "Encounter": _encounter, "Observation": _observation}
"""What differs between patients beside ids, references and dates, by type."""


def _bundles() -> list[Json]:
    files = sorted(BUNDLES.glob("*.bz2"))
    if not files:
        raise SystemExit(f"no Bundles in {BUNDLES}: FHIR_SHARED names the folder above `suites`")
    return [json.loads(bz2.decompress(file.read_bytes())) for file in files]


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
