"""Who and what indicators count: a function for each expression of the library `populations`.

Each takes the facts and gives what is counted within the scope. The words that define them are in
the Library `populations` of the profiles; what these leave open is said here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from .facts import CHILD, CHRONIC, ELDERLY, Agreement, Facts, Person, once
from .records import is_within
from .scope import Unit

Units = list[Unit]
Test = Callable[[Facts, Person], bool]

RENEWAL_DAYS = 30
GONE = frozenset({"moved", "deceased"})
# Township health centres, community health centres and stations, by WS 218.
COMMUNITY_CLASSES = frozenset({"B100", "B200", "C100", "C210", "C220"})


class Missing(Exception):
    """The service does not hold what a figure needs; the sentence says what."""


def people(*tests: Test) -> Callable[[Facts], Units]:
    """Permanent residents who pass all tests; those who pass the first of them are remembered."""

    def counted(facts: Facts) -> Units:
        return list(_passing(facts, tests))

    return counted


def _passing(facts: Facts, tests: tuple[Test, ...]) -> list[Person]:
    if not tests:
        return facts.people
    if tests not in facts.known:
        *before, test = tests
        facts.known[tests] = [p for p in _passing(facts, tuple(before)) if test(facts, p)]
    passed: list[Person] = facts.known[tests]
    return passed


def contracted(_: Facts, person: Person) -> bool:
    """With a contract in force on the last day."""
    return person.is_contracted


def key(facts: Facts, person: Person) -> bool:
    """In one key group or more, as the policy has them."""
    if not person.groups:
        return False
    found = facts.keys.get(person.groups)
    if found is None:
        found = facts.keys[person.groups] = any(map(facts.is_key, person.groups))
    return found


def chronic(_: Facts, person: Person) -> bool:
    """With hypertension, diabetes or another chronic disease."""
    return not CHRONIC.isdisjoint(person.groups)


def elderly(_: Facts, person: Person) -> bool:
    """Of 65 or above on the last day, or of the age of the policy."""
    return ELDERLY in person.groups


def child(_: Facts, person: Person) -> bool:
    """Aged 0 to 6 on the last day."""
    return CHILD in person.groups


def registered(_: Facts, person: Person) -> bool:
    """With the household registration here."""
    return person.is_registered


def member(group: str) -> Test:
    """Of a group."""
    return lambda _, person: group in person.groups


def monitored(facts: Facts, person: Person) -> bool:
    """Of a household watched for a return to poverty: by the resident, the household or a list."""
    if "poverty-monitored" in person.groups or person.id in facts.rows.monitored:
        return True
    return any(
        f"Group/{g}" in facts.rows.monitored for g in households_of(facts).get(person.id, ())
    )


def in_need(facts: Facts, person: Person) -> bool:
    """Elderly or chronically ill."""
    return elderly(facts, person) or chronic(facts, person)


def followed_up(facts: Facts, person: Person) -> bool:
    """With follow-ups due in the period, all of which were done, late or not."""
    due = follow_ups(facts).get(person.id, ())
    return bool(due) and all(due)


def seen_by_specialist(facts: Facts, person: Person) -> bool:
    """Followed up face to face in the period by a specialist."""
    return person.id in specialist_visits(facts)


def graded_and_served(facts: Facts, person: Person) -> bool:
    """With a grade from an assessment, and a service in the period."""
    return person.id in facts.rows.graded and person.id in served(facts)


SEVEN: dict[str, Callable[[Facts, str, str], bool]] = {
    "record": lambda f, _, who: f.rows.residents[who].has_record,
    "agreement": lambda f, contract, _: f.rows.agreements[contract].has_paper,
    "assessment": lambda f, contract, who: (contract, who) in f.rows.assessed,
    "plan": lambda f, contract, who: (contract, who) in f.rows.planned,
    "schedule": lambda f, contract, who: (contract, who) in f.rows.scheduled,
    "contact-card": lambda f, contract, who: (
        f"Patient/{who}" in f.rows.carded or (contract, who, "contact-card") in f.rows.fulfilled
    ),
    "philosophy": lambda f, contract, who: (
        not {(contract, who, "philosophy"), (contract, who, "health-education")}.isdisjoint(
            f.rows.fulfilled
        )
    ),
}
"""The seven things, by code of seven-one-service: whether a resident has one under a contract."""


def has_seven(facts: Facts, person: Person) -> bool:
    """With all seven things."""
    return all(test(facts, person.contract, person.id) for test in SEVEN.values())


# Households and contracts


@once
def households_of(facts: Facts) -> dict[str, list[str]]:
    """The households of each resident on the last day."""
    found: dict[str, list[str]] = defaultdict(list)
    for group, members in facts.rows.households.items():
        for resident, period in members:
            if is_within(facts.last, period):
                found[resident].append(group)
    return found


@once
def contracted_households(facts: Facts) -> Units:
    """Households that signed, or of which a member is under contract."""
    made: dict[str, Unit] = {}
    homes = households_of(facts)
    for person in facts.people:
        if person.is_contracted:
            signed = facts.rows.agreements[person.contract].groups
            for group in (*signed, *homes.get(person.id, ())):
                if group in facts.rows.households and group not in made:
                    parts = (person.team, person.institution, person.doctor, person.division)
                    made[group] = Unit("Group", group, person.id, *parts)
    return list(made.values())


def enough_issues(facts: Facts) -> Units:
    """Households to which four issues of health education were given."""
    wanted = facts.policy.packages.health_education_issues_per_year_min.on(facts.day)
    least = wanted.value if wanted else 4
    given: dict[str, int] = defaultdict(int)
    homes = households_of(facts)
    for service in facts.rows.services:
        if service.done and facts.within(service.day) and "health-education" in service.items:
            group = service.whom.removeprefix("Group/")
            for household in {group} if group in facts.rows.households else homes.get(group, ()):
                given[household] += 1
    return [unit for unit in contracted_households(facts) if given[unit.id] >= least]


def agreements(*tests: Callable[[Facts, Agreement], bool]) -> Callable[[Facts], Units]:
    """Contracts, without supplements, that pass all tests."""

    def counted(facts: Facts) -> Units:
        return [
            unit
            for each, unit in _all_agreements(facts)
            if all(test(facts, each) for test in tests)
        ]

    return counted


@once
def _all_agreements(facts: Facts) -> list[tuple[Agreement, Unit]]:
    """Contracts within the scope, without supplements, with their units."""
    listed = (each for each in facts.rows.agreements.values() if not each.is_supplement)
    made = ((each, facts.under("Contract", each.id, each)) for each in listed)
    return [(each, unit) for each, unit in made if facts.scope.has(unit)]


def in_force(facts: Facts, agreement: Agreement) -> bool:
    """On the last day."""
    return agreement.start <= facts.last <= agreement.last


def signed(facts: Facts, agreement: Agreement) -> bool:
    """In the period."""
    return facts.within(agreement.signed)


def renewal(_: Facts, agreement: Agreement) -> bool:
    """One that continues another."""
    return agreement.is_renewal


def tailored(_: Facts, agreement: Agreement) -> bool:
    """With a tailored package."""
    return agreement.is_tailored


def ended(facts: Facts, agreement: Agreement) -> bool:
    """With its last day, as signed, in the period."""
    return facts.within(agreement.end)


def ended_early(facts: Facts, agreement: Agreement) -> bool:
    """Ended in the period before its last day as signed."""
    return agreement.last < agreement.end and facts.within(agreement.last)


def all_gone(facts: Facts, agreement: Agreement) -> bool:
    """All of whose residents died or moved."""
    known = [facts.rows.residents.get(each) for each in agreement.residents]
    died = known and all(each and each.died and each.died <= agreement.end for each in known)
    return agreement.end_reason in GONE or bool(died)


def renewed_in_time(facts: Facts) -> Units:
    """Contracts that ended and that another of the same residents follows within 30 days."""
    starts: dict[str, list[str]] = defaultdict(list)
    for each in facts.rows.agreements.values():
        if not each.is_supplement:
            for resident in each.residents:
                starts[resident].append(each.start)

    def continued(_: Facts, agreement: Agreement) -> bool:
        until = date.fromisoformat(agreement.end) + timedelta(days=RENEWAL_DAYS)
        bound = until.isoformat()
        return any(
            agreement.last < start <= bound for who in agreement.residents for start in starts[who]
        )

    return agreements(ended, continued)(facts)


# Teams


def teams(facts: Facts) -> Units:
    """Teams that are active on the last day."""
    made = (
        Unit("CareTeam", id_, team=id_, institution=t.institution, division=next(iter(t.areas), ""))
        for id_, t in facts.rows.teams.items()
        if t.record.status == "active" and is_within(facts.last, t.record.period)
    )
    return facts.scoped(made)


def unit_of(facts: Facts, team: str) -> str:
    """What the capacity of a team counts: as the team says, else the policy, else residents."""
    caps = facts.rows.teams[team].caps if team in facts.rows.teams else {}
    by_policy = facts.policy.capacity.unit.on(facts.day)
    wanted = by_policy.value if by_policy else "resident"
    return wanted if wanted in caps or not caps else next(iter(caps))


def team_capacity(facts: Facts) -> Units:
    """The cap of each team that has one, or for which the policy has one."""
    made = []
    by_policy = facts.policy.capacity.max_per_team.on(facts.day)
    for unit in teams(facts):
        cap = facts.rows.teams[unit.id].caps.get(unit_of(facts, unit.id))
        if cap is None and by_policy:
            cap = by_policy.value
        if cap is not None:
            unit.amount = cap
            made.append(unit)
    if not made:
        raise Missing("No team has a cap, and the policy names none.")
    return made


def units_under_contract(facts: Facts) -> Units:
    """Residents or households with a contract of the team that waits or is in force."""
    seen: dict[tuple[str, str], Unit] = {}
    homes = households_of(facts)
    capped = {each.id for each in team_capacity(facts)}
    for each in (*facts.rows.agreements.values(), *facts.rows.pending):
        if (
            each.is_supplement
            or each.team not in capped
            or not each.signed <= facts.last <= each.last
        ):
            continue
        for type_, id_, who in _counted(each, unit_of(facts, each.team), homes):
            if (each.team, id_) not in seen:
                unit = facts.under(type_, id_, each, who)
                seen[each.team, id_] = unit
    return facts.scoped(seen.values())


def _counted(
    agreement: Agreement, unit: str, homes: dict[str, list[str]]
) -> Iterable[tuple[str, str, str]]:
    """Type, id and resident of what a contract takes of the capacity."""
    if unit == "household":
        if agreement.groups:
            return [("Group", g, next(iter(agreement.residents), "")) for g in agreement.groups]
        living = {home: who for who in agreement.residents for home in homes.get(who, ())}
        if living:
            return [("Group", home, who) for home, who in living.items()]
    return [("Patient", who, who) for who in agreement.residents]


def labour_subsidy(facts: Facts) -> Units:
    """What a contracted household is worth to each role, in yuan."""
    fees = facts.policy.fees
    amounts = {
        "rural-doctor": fees.labour_subsidy_rural_doctor.on(facts.day),
        "township-clinician": fees.labour_subsidy_township_clinician.on(facts.day),
    }
    known = {role: value.value for role, value in amounts.items() if value}
    if not known:
        raise Missing("The policy names no labour subsidy on the last day of the period.")
    made = []
    for household in contracted_households(facts):
        for role, amount in known.items():
            parts = (household.team, household.institution, household.doctor, household.division)
            made.append(
                Unit(
                    "Group", household.id, household.resident, *parts, role=role, amount=int(amount)
                )
            )
    return made


# What several functions look at


@once
def follow_ups(facts: Facts) -> dict[str, list[bool]]:
    """For each resident the follow-ups due in the period: whether each was done."""
    kinds = {"follow-up", "specialist-follow-up", "hypertension-mgmt", "diabetes-mgmt"}
    found: dict[str, list[bool]] = defaultdict(list)
    for service in facts.rows.services:
        if facts.within(service.due_to) and not kinds.isdisjoint(service.items):
            found[service.whom].append(bool(service.done))
    return found


@once
def specialist_visits(facts: Facts) -> set[str]:
    """Residents whom a specialist followed up face to face in the period."""
    kinds, roles = {"follow-up", "specialist-follow-up"}, facts.rows.roles
    specialists = {
        f"PractitionerRole/{id_}" for id_, role in roles.items() if "specialist" in role.codes
    }
    return {
        visit.resident
        for visit in facts.rows.visits
        if facts.within(visit.day)
        and visit.setting != "VR"
        and not kinds.isdisjoint(visit.kinds)
        and not specialists.isdisjoint(visit.with_whom)
    }


@once
def served(facts: Facts) -> set[str]:
    """Residents who had a service in the period: a task that was fulfilled, or a visit."""
    by_task = {s.whom for s in facts.rows.services if s.done and facts.within(s.day)}
    return by_task | {v.resident for v in facts.rows.visits if facts.within(v.day)}


def institutions(facts: Facts) -> Units:
    """Township health centres, community health centres and stations that are active."""
    made = (
        Unit("Organization", each.id, institution=each.id, division=each.division)
        for each in facts.rows.institutions.values()
        if each.is_active and each.kind in COMMUNITY_CLASSES
    )
    return facts.scoped(made)


def with_long_prescription(facts: Facts) -> Units:
    """Of these, those that wrote a long-term prescription in the period."""
    return [unit for unit in institutions(facts) if unit.id in facts.rows.prescribing]
