"""Four residents under one roof: a chronic patient, two adults, a child with a guardian."""

from dataclasses import dataclass
from datetime import date, timedelta

from .dates import years_on
from .fhir import Json, coding, concept, extension, foreign, group, number, ref, resource
from .frame import Frame
from .numbers import health_record, identity_card
from .setting import Setting, address, person_name

ID_CARD, HEALTH_RECORD = "urn:oid:2.16.156.10011.1.3", "urn:oid:2.16.156.10011.1.2"
SEX = "urn:oid:2.16.156.10011.2.3.3.4"
RELATIONSHIP = "urn:oid:2.16.156.10011.2.3.3.8"
HOME_LINE = "示例社区3号楼101室"


@dataclass(frozen=True, slots=True)
class Person:
    """A resident: age, days since the last birthday, what they are to the head (GB/T 4761)."""

    key: str
    family: str
    given: str
    gender: str
    age: int
    days: int
    relationship: str
    groups: tuple[str, ...] = ()


# The head of the household first.
PEOPLE = (
    Person("father", "张", "示例", "male", 41, 155, "02"),
    Person("mother", "李", "示例", "female", 39, 72, "12"),
    Person(
        "grandmother",
        "赵",
        "示例",
        "female",
        69,
        252,
        "52",
        ("elderly", "hypertension", "diabetes"),
    ),
    Person("child", "张", "小例", "male", 5, 205, "22", ("child-0-6",)),
)


@dataclass(frozen=True, slots=True)
class Residents:
    """The residents of a case by their key, and what belongs to them."""

    people: dict[str, Json]
    guardian: Json
    household: Json | None

    @property
    def patient(self) -> Json:
        """The one whose care the case follows."""
        return self.people["grandmother"]

    def resources(self) -> list[Json]:
        """All of it."""
        return [*self.people.values(), self.guardian, *([self.household] if self.household else [])]


def residents(frame: Frame, place: Setting) -> Residents:
    """Make the residents of a case; they are a household where the policy lets one sign."""
    people = {p.key: _resident(frame, place, p, n) for n, p in enumerate(PEOPLE, 1)}
    members = [(people[p.key], p.relationship) for p in PEOPLE]
    group = household(frame, place, members) if frame.by_household else None
    return Residents(people, _guardian(frame, people), group)


def patient(
    id_: str, name: Json, gender: str, born: date, serial: int, groups: tuple[str, ...]
) -> Json:
    """A resident; the serial number goes into the numbers of identity card and health record."""
    # Odd sequence numbers are men's.
    sequence = (serial * 2 - (gender == "male")) % 1000
    card = {"use": "official", "system": ID_CARD, "value": identity_card(born, sequence)}
    sex = coding(SEX, "2" if gender == "female" else "1")
    return resource(
        "Patient",
        id_,
        "fd-resident",
        extension=[group(each) for each in groups],
        identifier=[card, {"system": HEALTH_RECORD, "value": health_record(serial)}],
        active=True,
        name=[name],
        gender=gender,
        _gender={"extension": [extension("original-code", valueCoding=sex)]},
        birthDate=born.isoformat(),
    )


def household(frame: Frame, place: Setting, members: list[tuple[Json, str]]) -> Json:
    """A household of members with what each is to the head, who comes first."""
    return resource(
        "Group",
        frame.id("household"),
        "fd-household",
        identifier=[number("household", f"{frame.prefix}-H-01")],
        active=True,
        type="person",
        actual=True,
        code=concept("group-kind", "household"),
        name=f"{members[0][0]['name'][0]['text']}家庭",
        quantity=len(members),
        managingEntity=ref(place.provider),
        member=[{"extension": [_to_head(code)], "entity": ref(who)} for who, code in members],
    )


def by_contract(doctor: Json) -> list[Json]:
    """The entry of the contract in `generalPractitioner`."""
    mark = extension("by-contract", valueBoolean=True)
    return [{"extension": [mark], **ref(doctor, doctor["practitioner"]["display"])}]


def _resident(frame: Frame, place: Setting, person: Person, serial: int) -> Json:
    born = _born(frame, person)
    name = person_name(person.family, person.given)
    made = patient(
        frame.id(person.key),
        name,
        person.gender,
        born,
        frame.region.number * 10 + serial,
        person.groups,
    )
    registered = extension("household-registration", valueCode="registered")
    made |= {
        "telecom": [_mobile(serial)] if person.age >= 18 else [],
        "address": [address(HOME_LINE, "home", extension=[registered])],
        "generalPractitioner": by_contract(place.lead),
        "managingOrganization": ref(place.provider),
    }
    return {name: value for name, value in made.items() if value}


def _born(frame: Frame, person: Person) -> date:
    return years_on(frame.today, -person.age) - timedelta(days=person.days)


def _guardian(frame: Frame, people: dict[str, Json]) -> Json:
    father = people["father"]
    codings = [
        *concept(RELATIONSHIP, "51")["coding"],
        *foreign("v3-RoleCode", "FTH", "father")["coding"],
        *foreign("v3-RoleCode", "GUARD", "guardian")["coding"],
    ]
    return resource(
        "RelatedPerson",
        frame.id("guardian"),
        "fd-related-person",
        identifier=father["identifier"][:1],
        active=True,
        patient=ref(people["child"]),
        relationship=[{"coding": codings, "text": "父亲（监护人）"}],
        name=father["name"],
        telecom=father["telecom"],
        gender="male",
        birthDate=father["birthDate"],
    )


def _to_head(code: str) -> Json:
    return extension("relationship-to-head", valueCodeableConcept=concept(RELATIONSHIP, code))


def _mobile(serial: int) -> Json:
    return {"system": "phone", "value": f"000-555-012{serial}", "use": "mobile"}
