"""The searches measured, as a client would write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from .population import (
    ALIKE,
    LEAST_WEIGHT,
    PER_DOCTOR,
    RECORD_SYSTEM,
    WEIGHTS,
    Population,
    id_of,
    name_of,
)

SELECTIVE, PAIR, OTHER = "selective", "pair", "other"
PLACEHOLDER = re.compile(r"\{([a-z ]+)\}")
KG = "|http://unitsofmeasure.org|kg"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of search. `url` is what stands behind the base URL, `{...}` from VALUES.

    `selective` single parameters and hot `pair`s must be flat; any `other` is bounded by its rarest
    parameter. `page` asks for a later page. `walks` says why a collection may be walked, where it
    may.
    """

    kind: str
    name: str
    url: str
    page: int = 1
    walks: str = ""

    def request(self, population: Population, n: int) -> str:
        """The search as asked for patient number `n`."""
        return PLACEHOLDER.sub(lambda f: quote(VALUES[f[1]](population, n), safe="/"), self.url)


VALUES: dict[str, Callable[[Population, int], str]] = {
    "id": lambda _, n: id_of("Patient", n),
    "patient": lambda _, n: f"Patient/{id_of('Patient', n)}",
    "encounter": lambda _, n: f"Encounter/{id_of('Encounter', n)}",
    "doctor": lambda _, n: f"Practitioner/{id_of('Practitioner', n // PER_DOCTOR)}",
    "record": lambda _, n: f"{RECORD_SYSTEM}|{number(n)}",
    "number": lambda _, n: number(n),
    "visit": lambda _, n: f"{RECORD_SYSTEM}|E-{n:08d}",
    "phone": lambda _, n: f"139{n:08d}",
    "name": lambda _, n: name_of(n),
    "family": lambda _, n: name_of(n)[0],
    "given": lambda _, n: name_of(n)[1:],
    "postcode": lambda _, n: f"{n // ALIKE:06d}",
    "birthday": lambda p, n: p.born(p.rank(n)).isoformat(),
    "born from": lambda p, n: p.born(some_rank(p, n)).isoformat(),
    "born to": lambda p, n: p.born(some_rank(p, n) + ALIKE).isoformat(),
    "born last": lambda p, _: p.born(p.size - ALIKE).isoformat(),
    "seen from": lambda p, n: p.cared(some_rank(p, n)).isoformat(),
    "seen to": lambda p, n: p.cared(some_rank(p, n) + ALIKE).isoformat(),
    "seen last": lambda p, _: p.cared(p.size - 2 * ALIKE).isoformat(),
    "heaviest": lambda p, _: f"gt{p.weight(p.size - ALIKE - 1)}{KG}",
    "heavier": lambda _, __: f"gt{LEAST_WEIGHT + WEIGHTS // 2}{KG}",
    "stored last": lambda p, _: f"{p.updated(p.size - ALIKE):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
    "fifty": lambda p, n: ",".join(number((n + 17 * i) % p.size) for i in range(50)),
}
"""What stands for a placeholder, by patient number."""


def number(n: int) -> str:
    """The number of a patient's record."""
    return f"1-{n:08d}"


def some_rank(population: Population, n: int) -> int:
    """A rank with ALIKE others above it."""
    return population.rank(n) * (population.size - ALIKE) // population.size


PRESSURE, WEIGHT = "http://loinc.org%7C85354-9", "http://loinc.org%7C29463-7"

TOTAL = "the total is counted as far as 1,000, from documents where no entry is asked for"

SHAPES = (
    Shape(SELECTIVE, "id", "Patient?_id={id}"),
    Shape(SELECTIVE, "identifier, system|value", "Patient?identifier={record}"),
    Shape(SELECTIVE, "identifier, value alone", "Patient?identifier={number}"),
    Shape(SELECTIVE, "identifier, none such", "Patient?identifier=none-{number}"),
    Shape(SELECTIVE, "token: phone", "Patient?phone={phone}"),
    Shape(SELECTIVE, "string: name", "Patient?name={name}"),
    Shape(SELECTIVE, "string: name:exact", "Patient?name:exact={name}"),
    Shape(SELECTIVE, "string: post code", "Patient?address-postalcode={postcode}"),
    Shape(SELECTIVE, "date: the youngest", "Patient?birthdate=ge{born last}"),
    Shape(SELECTIVE, "date: a birth date", "Patient?birthdate={birthday}"),
    Shape(SELECTIVE, "date: the last visits", "Encounter?date=ge{seen last}"),
    Shape(SELECTIVE, "date: a window", "Encounter?date=ge{seen from}&date=lt{seen to}"),
    Shape(
        SELECTIVE, "date: born in a window", "Patient?birthdate=ge{born from}&birthdate=lt{born to}"
    ),
    Shape(SELECTIVE, "reference: of a patient", "Observation?patient={patient}"),
    Shape(SELECTIVE, "reference: general practitioner", "Patient?general-practitioner={doctor}"),
    Shape(SELECTIVE, "reference: of an encounter", "Observation?encounter={encounter}"),
    Shape(SELECTIVE, "quantity: the heaviest", "Observation?value-quantity={heaviest}"),
    Shape(SELECTIVE, "composite", f"Observation?code-value-quantity={WEIGHT}${{heaviest}}"),
    Shape(SELECTIVE, "_lastUpdated: the last", "Patient?_lastUpdated=ge{stored last}"),
    Shape(SELECTIVE, "compartment, one type", "Patient/{id}/Observation"),
    Shape(PAIR, "patient + code", f"Observation?patient={{patient}}&code={PRESSURE}"),
    Shape(PAIR, "patient, newest first", "Observation?patient={patient}&_sort=-date"),
    Shape(PAIR, "patient, oldest first", "Observation?patient={patient}&_sort=date"),
    Shape(
        PAIR,
        "patient + code, the newest",
        f"Observation?patient={{patient}}&code={WEIGHT}&_sort=-date&_count=1",
    ),
    Shape(PAIR, "patient + date", "Observation?patient={patient}&date=ge2000-01-01"),
    Shape(PAIR, "patient, encounters newest first", "Encounter?patient={patient}&_sort=-date"),
    Shape(PAIR, "patient + status", "Condition?patient={patient}&clinical-status=resolved"),
    Shape(PAIR, "name + birth date", "Patient?name={name}&birthdate={birthday}"),
    Shape(OTHER, "token: a common one", "Patient?gender=male"),
    Shape(
        OTHER,
        "three values, none rare",
        f"Observation?status=final&category=vital-signs&code={WEIGHT}",
    ),
    Shape(
        OTHER,
        "three values, the last rare",
        "Encounter?status=finished&class=AMB&identifier={visit}",
    ),
    Shape(OTHER, "OR of 50 identifiers", "Patient?identifier={fifty}"),
    Shape(OTHER, "OR of codes", f"Observation?code={PRESSURE},{WEIGHT}"),
    Shape(OTHER, "string: a common family name", "Patient?family={family}"),
    Shape(OTHER, "string: contains", "Patient?name:contains={given}"),
    Shape(OTHER, "quantity: half of all", "Observation?value-quantity={heavier}"),
    Shape(OTHER, "chain of 1", "Observation?patient.identifier={record}"),
    Shape(OTHER, "chain of 3", "DiagnosticReport?result.encounter.patient.identifier={record}"),
    Shape(OTHER, "_has", "Patient?_has:Encounter:patient:identifier={visit}"),
    Shape(
        OTHER,
        "_has, with another",
        "Patient?gender=male&_has:Observation:patient:value-quantity={heaviest}",
    ),
    Shape(
        OTHER,
        "_include",
        "Observation?patient={patient}&_include=Observation:patient&_include=Observation:encounter",
    ),
    Shape(OTHER, "_revinclude", "Patient?identifier={record}&_revinclude=Observation:patient"),
    Shape(OTHER, "_filter", "Patient?_filter=name+eq+%22{name}%22+and+birthdate+ge+1931-01-01"),
    Shape(OTHER, ":not beside a patient", "Observation?patient={patient}&status:not=amended"),
    Shape(OTHER, ":not alone", "Patient?gender:not=male"),
    Shape(OTHER, ":missing alone", "Patient?email:missing=true", walks=TOTAL),
    Shape(OTHER, "count of a patient's", "Observation?patient={patient}&_summary=count"),
    Shape(OTHER, "count of a common code", f"Observation?code={WEIGHT}&_summary=count"),
    Shape(OTHER, "all, page 1", "Observation?_count=2", walks=TOTAL),
    Shape(OTHER, "all, page 2", "Observation?_count=2", page=2),
    Shape(OTHER, "all, page 1,000", "Observation?_count=2", page=1_000),
    Shape(OTHER, "a code, page 1,000", f"Observation?code={WEIGHT}&_count=1", page=1_000),
    Shape(OTHER, "by date, page 2", "Observation?_sort=-date&_count=2", page=2),
    Shape(OTHER, "by date, page 1,000", "Observation?_sort=-date&_count=2", page=1_000),
    Shape(OTHER, "by last update, newest first", "Patient?_sort=-_lastUpdated", walks=TOTAL),
    Shape(OTHER, "by name", "Patient?_sort=name", walks=TOTAL),
    Shape(OTHER, "by family and birth date", "Patient?_sort=family,-birthdate", walks=TOTAL),
    Shape(OTHER, "by birth date, of a name", "Patient?name={name}&_sort=birthdate"),
    Shape(OTHER, "by birth date, of a common value", "Patient?gender=male&_sort=birthdate"),
    Shape(OTHER, "compartment, all types", "Patient/{id}/*"),
    Shape(OTHER, "several types", "?_type=Patient,Practitioner&_id={id}"),
    Shape(OTHER, "$everything", "Patient/{id}/$everything"),
)
