"""What reports read of stored resources: the elements that count, and nothing else.

Stored JSON is decoded straight into these structs, five times as fast as into dicts; what they do
not name is skipped. Names are FHIR's, in Python's spelling. Days are ISO texts (`2026-03-31`): they
compare like dates and cost nothing to read.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from profiles import CANONICAL

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFSET = "+08:00"
OWN = f"{CANONICAL}/StructureDefinition/"
CODES = f"{CANONICAL}/CodeSystem/"


def _fhir_name(name: str) -> str:
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part.title() for part in rest)


class Element(Struct, gc=False, rename=_fhir_name):
    """An element or resource of FHIR."""


class Reference(Element):
    """`reference` is relative (`Patient/1`) for everything that is stored here."""

    reference: str = ""


class Period(Element):
    """Both ends included."""

    start: str = ""
    end: str = ""


class Coding(Element):
    """A code with its system."""

    system: str = ""
    code: str = ""
    display: str = ""


class Concept(Element):
    """A CodeableConcept."""

    coding: list[Coding] = []


class Money(Element):
    """Yuan."""

    value: Decimal = Decimal()


class Extension(Element):
    """An extension with the kinds of value that count here."""

    url: str
    extension: list["Extension"] = []
    value_code: str = ""
    value_date: str = ""
    value_positive_int: int = 0
    value_coding: Coding | None = None
    value_codeable_concept: Concept | None = None
    value_reference: Reference | None = None
    value_money: Money | None = None
    value_period: Period | None = None


class Meta(Element):
    """The profiles that a resource claims."""

    profile: list[str] = []


class Identifier(Element):
    """A number of somebody or something."""

    system: str = ""
    value: str = ""


class Record(Element):
    """A resource."""

    id: str
    extension: list[Extension] = []


class Address(Element):
    """Where somebody lives: the division is in an extension."""

    use: str = ""
    period: Period = field(default_factory=Period)
    extension: list[Extension] = []


class Patient(Record):
    """A resident."""

    meta: Meta = field(default_factory=Meta)
    active: bool = True
    birth_date: str = ""
    deceased_boolean: bool = False
    deceased_date_time: str = ""
    identifier: list[Identifier] = []
    address: list[Address] = []
    managing_organization: Reference | None = None


class EpisodeOfCare(Record):
    """The time in which a contract covers a resident."""

    status: str = ""
    type_: list[Concept] = []
    patient: Reference = field(default_factory=Reference)
    managing_organization: Reference | None = None
    period: Period = field(default_factory=Period)
    care_manager: Reference | None = None
    team: list[Reference] = []


class Offer(Element):
    """The package of a term."""

    type_: Concept | None = None
    topic: Reference | None = None


class Action(Element):
    """Who provides it."""

    performer: Reference | None = None


class Term(Element):
    """One package of a contract."""

    offer: Offer = field(default_factory=Offer)
    action: list[Action] = []


class Signer(Element):
    """A party that signed."""

    type_: Coding = field(default_factory=Coding)
    party: Reference = field(default_factory=Reference)


class Contract(Record):
    """A contract, or a supplement to one."""

    status: str = ""
    type_: Concept | None = None
    sub_type: list[Concept] = []
    issued: str = ""
    applies: Period = field(default_factory=Period)
    subject: list[Reference] = []
    signer: list[Signer] = []
    term: list[Term] = []
    legally_binding_reference: Reference | None = None


class Participant(Element):
    """A member of a team."""

    role: list[Concept] = []
    member: Reference = field(default_factory=Reference)
    period: Period = field(default_factory=Period)


class CareTeam(Record):
    """A team."""

    status: str = ""
    name: str = ""
    period: Period = field(default_factory=Period)
    participant: list[Participant] = []
    managing_organization: list[Reference] = []


class Organization(Record):
    """An institution."""

    active: bool = True
    name: str = ""
    type_: list[Concept] = []
    address: list[Address] = []
    part_of: Reference | None = None


class PractitionerRole(Record):
    """Somebody's work at an institution."""

    practitioner: Reference | None = None
    organization: Reference | None = None
    code: list[Concept] = []


class Member(Element):
    """A member of a group."""

    entity: Reference = field(default_factory=Reference)
    period: Period = field(default_factory=Period)
    inactive: bool = False


class Characteristic(Element):
    """What the members of a group have in common."""

    value_codeable_concept: Concept | None = None
    period: Period = field(default_factory=Period)


class Group(Record):
    """A household, or another group of residents."""

    active: bool = True
    code: Concept | None = None
    quantity: int | None = None
    member: list[Member] = []
    characteristic: list[Characteristic] = []


class Output(Element):
    """What a task led to."""

    type_: Concept | None = None
    value_reference: Reference | None = None
    value_codeable_concept: Concept | None = None


class Restriction(Element):
    """When a task is due."""

    period: Period = field(default_factory=Period)


class Task(Record):
    """A service that is owed, or a step of a referral."""

    status: str = ""
    business_status: Concept | None = None
    code: Concept | None = None
    for_: Reference | None = None
    focus: Reference | None = None
    owner: Reference | None = None
    authored_on: str = ""
    last_modified: str = ""
    execution_period: Period = field(default_factory=Period)
    restriction: Restriction = field(default_factory=Restriction)
    output: list[Output] = []


class Attendant(Element):
    """Who took part in a visit."""

    individual: Reference | None = None


class Encounter(Record):
    """A visit."""

    status: str = ""
    class_: Coding = field(default_factory=Coding)
    type_: list[Concept] = []
    subject: Reference | None = None
    participant: list[Attendant] = []
    period: Period = field(default_factory=Period)
    service_provider: Reference | None = None


class ServiceRequest(Record):
    """A referral."""

    status: str = ""
    category: list[Concept] = []
    subject: Reference = field(default_factory=Reference)
    authored_on: str = ""
    based_on: list[Reference] = []


class Schedule(Record):
    """Whose slots they are."""

    actor: list[Reference] = []


class Slot(Record):
    """A slot."""

    status: str = ""
    service_category: list[Concept] = []
    schedule: Reference = field(default_factory=Reference)
    start: str = ""


class Location(Record):
    """A place of an institution."""

    managing_organization: Reference | None = None


class HealthcareService(Record):
    """A service of an institution."""

    provided_by: Reference | None = None


class Answer(Element):
    """A coded answer."""

    value_coding: Coding | None = None


class Item(Element):
    """A question with its answers."""

    link_id: str = ""
    answer: list[Answer] = []
    item: list["Item"] = []


class QuestionnaireResponse(Record):
    """A form that was filled in."""

    status: str = ""
    questionnaire: str = ""
    subject: Reference | None = None
    authored: str = ""
    item: list[Item] = []


class MedicationRequest(Record):
    """A prescription."""

    meta: Meta = field(default_factory=Meta)
    status: str = ""
    authored_on: str = ""
    requester: Reference | None = None
    course_of_therapy_type: Concept | None = None


class Worker(Element):
    """Who performed a charged service, with the part that goes to them in an extension."""

    extension: list[Extension] = []
    actor: Reference | None = None


class ChargeItem(Record):
    """A charge."""

    status: str = ""
    code: Concept | None = None
    context: Reference | None = None
    occurrence_date_time: str = ""
    occurrence_period: Period = field(default_factory=Period)
    entered_date: str = ""
    performer: list[Worker] = []
    performing_organization: Reference | None = None
    price_override: Money = field(default_factory=Money)


class CarePlan(Record):
    """A plan of care."""

    status: str = ""
    subject: Reference | None = None
    created: str = ""
    period: Period = field(default_factory=Period)


class DocumentReference(Record):
    """A paper."""

    status: str = ""
    type_: Concept | None = None
    subject: Reference | None = None
    date: str = ""


def day_of(text: str) -> str:
    """The day, in China, of a date or an instant."""
    if len(text) <= 10 or text.endswith(OFFSET):
        return text[:10]
    return datetime.fromisoformat(text).astimezone(SHANGHAI).date().isoformat()


def id_of(reference: Reference | None, type_: str) -> str:
    """The id in a reference to a resource of that type, "" for anything else."""
    if reference is None:
        return ""
    head, _, rest = reference.reference.partition("/")
    return rest.partition("/")[0] if head == type_ else ""


def ours(extensions: list[Extension], name: str) -> Iterator[Extension]:
    """The extensions of one of our own names, such as `ended-on`."""
    url = OWN + name
    return (each for each in extensions if each.url == url)


def first(extensions: list[Extension], name: str) -> Extension | None:
    """The first of them."""
    url = OWN + name
    for each in extensions:
        if each.url == url:
            return each
    return None


def codes(concepts: list[Concept], system: str) -> list[str]:
    """The codes of one of our own systems, such as `service-item`."""
    url = CODES + system
    return [c.code for concept in concepts for c in concept.coding if c.system == url]


def code(concept: Concept | None, system: str) -> str:
    """The first code of one of our own systems, "" without one."""
    if concept is not None:
        url = CODES + system
        for coding in concept.coding:
            if coding.system == url:
                return coding.code
    return ""


def is_within(day: str, period: Period) -> bool:
    """Whether a day lies in a period whose ends may be open; both count."""
    return day_of(period.start) <= day and (not period.end or day <= day_of(period.end))
