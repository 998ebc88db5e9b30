"""The facts that figures are computed from: small rows, read once, in memory.

With everything that is done for them, a resident takes some kilobytes. Contracts that are disputed
or void, or that never came into force, are not here at all, so that no figure can count them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from msgspec import Struct

from profiles.policies import Policy

from .records import CareTeam, Period, is_within
from .scope import Scope, Unit

T = TypeVar("T")

ELDERLY, CHILD = "elderly", "child-0-6"
CHILD_BELOW = 7
ELDERLY_FROM = 65
CHRONIC = frozenset({"hypertension", "diabetes", "chronic-other"})
GENERAL = "general"


class Resident(Struct, gc=False):
    """A Patient. `groups` are without those of age; `died` is a day, "0" for an unknown one."""

    id: str
    born: str
    died: str
    groups: tuple[str, ...]
    division: str
    is_registered: bool
    institution: str
    has_record: bool


class Person(Unit, gc=False):
    """A resident on a day: with the groups of that day, and the team and institution then."""

    is_contracted: bool = False
    is_registered: bool = False
    contract: str = ""


class Agreement(Struct, gc=False):
    """A contract in force, past or to come; `end` as signed, `last` as it was in the end."""

    id: str
    state: str
    signed: str
    start: str
    end: str
    last: str
    team: str
    institution: str
    doctor: str
    residents: tuple[str, ...]
    groups: tuple[str, ...]
    is_renewal: bool
    is_tailored: bool
    is_supplement: bool
    end_reason: str
    has_paper: bool


class Cover(Struct, gc=False):
    """A contract that covers a resident from one day to another."""

    start: str
    end: str
    contract: str
    team: str
    institution: str
    doctor: str


class Role(Struct, gc=False):
    """A PractitionerRole."""

    practitioner: str
    institution: str
    codes: tuple[str, ...]


class Team(Struct, gc=False):
    """A team with its caps by unit (resident, household) and the areas it serves."""

    record: CareTeam
    institution: str
    caps: dict[str, int]
    areas: tuple[str, ...]


class Institution(Struct, gc=False):
    """An Organization with its class of WS 218; `within` is the one it belongs to."""

    id: str
    name: str
    kind: str
    level: str
    is_active: bool
    division: str
    within: str


class Evidence(Struct, gc=False):
    """A record that shows a service: when, and who performed it (relative references)."""

    day: str
    performers: tuple[str, ...]


class Service(Struct, gc=False):
    """A service task. `done` says how it was fulfilled: in-time, late, "" for not (yet)."""

    id: str
    whom: str
    contract: str
    items: tuple[str, ...]
    owner: str
    due_from: str
    due_to: str
    is_completed: bool
    outputs: tuple[str, ...]
    day: str = ""
    done: str = ""


class Visit(Struct, gc=False):
    """An Encounter that took place; `with_whom` are relative references."""

    id: str
    resident: str
    day: str
    setting: str
    kinds: tuple[str, ...]
    institution: str
    with_whom: tuple[str, ...]


class Charge(Struct, gc=False):
    """A ChargeItem that was billed, in fen."""

    id: str
    kind: str
    day: str
    contract: str
    visit: str
    institution: str
    fen: int
    staff_fen: int


class Stated(Struct, gc=False):
    """A number that an office states: of `kind` (denominator-kind) for an area."""

    group: str
    kind: str
    division: str
    number: int
    period: Period


def once(function: Callable[["Facts"], T]) -> Callable[["Facts"], T]:
    """A function of the facts that is computed once for them."""

    @wraps(function)
    def remembered(facts: "Facts") -> T:
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in facts.known:
            facts.known[name] = function(facts)
        found: T = facts.known[name]
        return found

    return remembered


@dataclass(slots=True)
class Rows:
    """Everything that was read, by what it is about."""

    residents: dict[str, Resident] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    pending: list[Agreement] = field(default_factory=list)
    covers: dict[str, list[Cover]] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    households: dict[str, list[tuple[str, Period]]] = field(default_factory=dict)
    monitored: set[str] = field(default_factory=set)
    stated: list[Stated] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    referrals: list[Unit] = field(default_factory=list)
    backs: list[Unit] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    reviews: list[Unit] = field(default_factory=list)
    completed: list[Unit] = field(default_factory=list)
    slots: list[Unit] = field(default_factory=list)
    answers: list[Unit] = field(default_factory=list)
    graded: set[str] = field(default_factory=set)
    assessed: set[tuple[str, str]] = field(default_factory=set)
    planned: set[tuple[str, str]] = field(default_factory=set)
    carded: set[str] = field(default_factory=set)
    scheduled: set[tuple[str, str]] = field(default_factory=set)
    fulfilled: set[tuple[str, str, str]] = field(default_factory=set)
    prescribing: set[str] = field(default_factory=set)
    charges: list[Charge] = field(default_factory=list)


@dataclass
class Facts:
    """Rows, and what is asked of them: the period (both days included), for whom, which policy.

    `known` is what was counted already; `keys` which combinations of groups have a key one.
    """

    rows: Rows
    first: str
    last: str
    scope: Scope
    policy: Policy
    known: dict[Any, Any] = field(default_factory=dict)
    keys: dict[tuple[str, ...], bool] = field(default_factory=dict)

    @cached_property
    def day(self) -> date:
        """The last day as a date, by which the policy is read."""
        return date.fromisoformat(self.last)

    def within(self, day: str) -> bool:
        """Whether a day lies in the period."""
        return self.first <= day <= self.last

    def scoped(self, units: Iterable[Unit]) -> list[Unit]:
        """Those that are counted."""
        has = self.scope.has
        return [unit for unit in units if has(unit)]

    def cover(self, resident: str, day: str) -> Cover | None:
        """The contract that covers a resident on a day."""
        for each in self.rows.covers.get(resident, ()):
            if each.start <= day <= each.end:
                return each
        return None

    @cached_property
    def key_groups(self) -> frozenset[str] | None:
        """The key groups of the policy, None where it names none: then all are."""
        value = self.policy.key_groups.groups.on(self.day)
        return frozenset(value.value) if value else None

    def is_key(self, group: str) -> bool:
        """Whether a group is one of the key groups."""
        return group in self.key_groups if self.key_groups is not None else group != GENERAL

    @cached_property
    def people(self) -> list[Person]:
        """Permanent residents on the last day."""
        return self.people_on(self.last)

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """The same by id."""
        return {each.id: each for each in self.people}

    def met(self, type_: str, id_: str, resident: str, day: str) -> Unit | None:
        """What happened to a resident on a day, under the contract of that day; None without."""
        cover, known = self.cover(resident, day), self.rows.residents.get(resident)
        if cover is None or known is None:
            return None
        person = self.by_id.get(resident)
        groups = person.groups if person else known.groups
        parts = (cover.team, cover.institution, cover.doctor, known.division, groups)
        return Unit(type_, id_, resident, *parts)

    def under(self, type_: str, id_: str, agreement: Agreement, resident: str = "") -> Unit:
        """Something under a contract, about a resident of it: one asked for, or the first."""
        asked = self.scope.residents or frozenset()
        whom = resident or next((r for r in agreement.residents if r in asked), "")
        whom = whom or next(iter(agreement.residents), "")
        known = self.rows.residents.get(whom)
        person = self.by_id.get(whom)
        return Unit(
            type_,
            id_,
            whom,
            agreement.team,
            agreement.institution,
            agreement.doctor,
            known.division if known else "",
            person.groups if person else (),
        )

    def people_on(self, day: str) -> list[Person]:
        """Residents who were alive and lived in the scope on a day."""
        ages = Ages.on(day, self.policy)
        made = (self._person(r, day, ages) for r in self.rows.residents.values() if _lives(r, day))
        has = self.scope.has
        return [each for each in made if has(each)]

    def _person(self, resident: Resident, day: str, ages: "Ages") -> Person:
        cover = self.cover(resident.id, day)
        team = "" if cover else self.area_teams.of(resident.division)
        served = self.rows.teams.get(team)
        institution = resident.institution or (served.institution if served else "")
        return Person(
            "Patient",
            resident.id,
            resident.id,
            cover.team if cover else team,
            cover.institution if cover else institution,
            cover.doctor if cover else "",
            resident.division,
            ages.groups(resident),
            is_contracted=cover is not None,
            is_registered=resident.is_registered,
            contract=cover.contract if cover else "",
        )

    @cached_property
    def area_teams(self) -> "AreaTeams":
        """Which team an area belongs to."""
        active = [t for t in self.rows.teams.values() if t.record.status == "active"]
        return AreaTeams([(prefix, t.record.id) for t in active for prefix in t.areas])


def _lives(resident: Resident, day: str) -> bool:
    return resident.born <= day and not (resident.died and resident.died < day)


class AreaTeams:
    """The only team that serves an area; the narrowest area counts."""

    def __init__(self, served: list[tuple[str, str]]) -> None:
        """`served` are areas, as divisions begin, with ids of teams."""
        self._teams: dict[str, str] = {}
        for prefix, team in served:
            self._teams[prefix] = "" if self._teams.get(prefix, team) != team else team

    def of(self, division: str) -> str:
        """The id of the team, "" where none or several serve."""
        for length in range(len(division), 1, -1):
            found = self._teams.get(division[:length])
            if found is not None:
                return found
        return ""


@dataclass(frozen=True, slots=True)
class Ages:
    """The groups of age on a day: never taken from a stored code."""

    old: str
    young: str
    known: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = field(default_factory=dict)

    @classmethod
    def on(cls, day: str, policy: Policy) -> "Ages":
        """The birthdays that bound the groups."""
        from_age = policy.key_groups.elderly_from_age.on(date.fromisoformat(day))
        return cls(
            years_before(day, from_age.value if from_age else ELDERLY_FROM),
            years_before(day, CHILD_BELOW),
        )

    def groups(self, resident: Resident) -> tuple[str, ...]:
        """All groups of a resident; equal ones are one object."""
        age = ELDERLY if resident.born <= self.old else CHILD if resident.born > self.young else ""
        made = self.known.setdefault(resident.groups, {})
        if age not in made:
            made[age] = (age, *resident.groups) if age else resident.groups
        return made[age]


def years_before(day: str, years: int) -> str:
    """Who was born on this day or before is `years` old; it need not exist (29 February)."""
    return f"{int(day[:4]) - years:04}{day[4:]}"


def member_on(team: Team, who: str, practitioner: str, day: str) -> tuple[str, ...] | None:
    """The roles in which somebody was in a team on a day; None for whom it did not have."""
    for each in team.record.participant:
        reference = each.member.reference
        if reference in (who, f"Practitioner/{practitioner}") and is_within(day, each.period):
            return tuple(c.code for concept in each.role for c in concept.coding)
    return None
