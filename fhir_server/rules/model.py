"""What rules are: pure functions over gathered facts, which give breaches.

Facts are gathered by others. A fact that is None was not gathered: rules that need it do not judge.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from fhir_server.service.elements import Json, Span
from fhir_server.service.policies import Terms
from profiles.policies import Value

When = Literal["write", "transition", "period"]
"""When a rule bites: at any write of the resource, at a step of its life, over a period."""


Step = Literal["sign", "renew", "transfer", "amend", "confirm"]
"""What is done with a contract; `confirm`: the payment or the receipt of one signed came in."""


class Held(NamedTuple):
    """A contract that holds a resident or household: its id, who provides, its days."""

    contract: str
    team: str
    span: Span


class Load(NamedTuple):
    """Units that a team has, and how many the contract would add (none that count already)."""

    used: int
    added: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every judgement needs: the terms in force, the day it is judged on, today."""

    terms: Terms
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing(Facts):
    """A contract that is signed, renewed, amended or transferred to.

    `contract` is as it would be afterwards. Resources are by their `Type/id`: `members` covered
    Patients, `roles` the PractitionerRoles of the team's participants and of those who sign,
    `relatives` the RelatedPersons who sign, `packages` PlanDefinitions, `items` the
    ActivityDefinitions of their actions by `url|version`, `documents` DocumentReferences.
    `team` is the CareTeam, or the PractitionerRole of a doctor alone. `held` is what each member
    and the household hold, this contract and the one it renews left out. `load` is by unit.
    `insured` are members insured on the first day of the service year; `subsidised` those whose
    subsidy of the year was given. `previous` is what it renews, `main` what it supplements.
    `closed` is the last day of the last report month that is closed; `reason` why it is late.
    `step` is what is done: what was settled at signing is not judged again later; `added` are the
    packages, by reference, that an amendment adds.
    `record`: it comes from a system of record, so findings become warnings.
    """

    contract: Json
    signed_on: date
    period: Span
    step: Step = "sign"
    added: frozenset[str] = frozenset()
    members: Mapping[str, Json] | None = None
    household: Json | None = None
    community: Json | None = None
    team: Json | None = None
    roles: Mapping[str, Json] | None = None
    relatives: Mapping[str, Json] | None = None
    institution: Json | None = None
    packages: Mapping[str, Json] | None = None
    items: Mapping[str, Json] | None = None
    documents: Mapping[str, Json] | None = None
    held: Mapping[str, tuple[Held, ...]] | None = None
    load: Mapping[str, Load] | None = None
    insured: frozenset[str] | None = None
    subsidised: frozenset[str] | None = None
    previous: Json | None = None
    main: Json | None = None
    closed: date | None = None
    reason: str = ""
    record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Facts):
    """A contract that ends early: why (contract-end-reason), its last day, who signed, the money.

    `sides` are the sides that signed: "recipient", "provider". Amounts are in fen: `paid` all that
    stands on balanced Invoices by payer-kind, `refund` what is to be paid back to the resident.
    """

    contract: Json
    reason: str
    end: date
    sides: frozenset[str] | None = None
    documents: Mapping[str, Json] | None = None
    paid: Mapping[str, int] | None = None
    refund: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Facts):
    """A ServiceRequest of ours at a step of its life (codes of referral-state).

    `levels` are sender's and receiver's, `reviews` its review Tasks, `actor` the PractitionerRole
    who acts, `contract` the one it cites, `follow_ups` the follow-up Tasks after a back-referral.
    """

    request: Json
    day: date
    to: str = ""
    levels: tuple[str, str] | None = None
    urgent: bool = False
    reason: str = ""
    reviews: tuple[Json, ...] | None = None
    actor: Json | None = None
    contract: Json | None = None
    follow_ups: tuple[Json, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription(Facts):
    """A MedicationRequest of ours (fd-long-prescription)."""

    request: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Facts):
    """A ChargeItem of ours that is written.

    `contract` is the one it names, `reduced` what the person's examinations were reduced by in the
    year before this charge (fen), `definition` the package or item charged.
    """

    charge: Json
    day: date
    contract: Json | None = None
    reduced: int | None = None
    package: Json | None = None
    definition: Json | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Facts):
    """A service performed under a contract, or the evidence that completes a Task.

    `record` is the Encounter, Observation …, `day` its day, `performer` `Type/id` of who did it.
    `examined` counts yearly examinations by `Patient/id` in the household and year, without this.
    """

    record: Json
    day: date
    patient: Json | None = None
    task: Json | None = None
    item: Json | None = None
    contract: Json | None = None
    team: Json | None = None
    performer: str | None = None
    used: frozenset[str] | None = None
    examined: Mapping[str, int] | None = None


Args = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Breach:
    """A broken rule: a text of `messages`, what to put in, and the value of the policy it breaks.

    A breach of a value without severity is none; without a value it is an error in every policy.
    `expression` is the FHIRPath of the element.
    """

    text: str
    args: Mapping[str, Any] = field(default_factory=dict)
    value: Value[Any] | None = None
    expression: str = ""
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the requirements it serves, when it bites, and how it is judged.

    `facts` is the class of facts it judges. Rules over a period are Measures: they have no `check`
    and name the `measure` that counts them. Rules of signings name the `steps` at which they are
    judged; none means all.
    """

    name: str
    requirement: tuple[str, ...]
    bites: frozenset[When]
    facts: type[Facts] | None = None
    check: Callable[[Any], Iterable[Breach]] | None = None
    measure: str = ""
    steps: frozenset[Step] = frozenset()
