"""What was done and what it cost: services, visits, referrals, slots, answers, charges.

The second half of the functions behind the expressions of the library `populations`.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from .facts import Charge, Facts, Service, Visit, member_on, once
from .populations import Missing, Units
from .scope import Unit

DOCTORS = frozenset(
    {
        "family-doctor", "gp", "rural-doctor", "township-clinician", "specialist", "tcm-physician",
        "retired-clinician", "public-health-physician",
    }
)  # fmt: skip
PRIMARY = ("B", "C", "D1", "D2", "D300", "D400", "D600")
OUTPATIENT = "AMB"
EXAMINED = frozenset({"examination", "laboratory", "bed"})
RELEASE_DAYS = 14
FEES = frozenset({"package-fee", "supplement-fee"})
GIVEN_BACK = frozenset({"refund", "reversal"})


def services(test: Callable[[Facts, Service], bool]) -> Callable[[Facts], Units]:
    """Service tasks that pass a test, each under its contract, by their item."""

    def counted(facts: Facts) -> Units:
        return [unit for service, unit in _all_services(facts) if test(facts, service)]

    return counted


@once
def _all_services(facts: Facts) -> list[tuple[Service, Unit]]:
    """Services within the scope, with their units."""
    made = []
    for service in facts.rows.services:
        under = facts.rows.agreements[service.contract]
        whom = "" if "/" in service.whom else service.whom
        unit = facts.under("Task", service.id, under, whom)
        unit.item = next(iter(service.items), "")
        if facts.scope.has(unit):
            made.append((service, unit))
    return made


def due(facts: Facts, service: Service) -> bool:
    """With a due window that ends in the period."""
    return facts.within(service.due_to)


def due_and_in_time(facts: Facts, service: Service) -> bool:
    """Of these, done within the window."""
    return facts.within(service.due_to) and service.done == "in-time"


def due_and_late(facts: Facts, service: Service) -> bool:
    """Of these, done after the window, or before it."""
    return facts.within(service.due_to) and service.done == "late"


def done(facts: Facts, service: Service) -> bool:
    """Performed in the period, late or not."""
    return bool(service.done) and facts.within(service.day)


def done_late(facts: Facts, service: Service) -> bool:
    """Of these, those that were late."""
    return service.done == "late" and facts.within(service.day)


# Visits


def visits(*tests: Callable[[Facts, Visit, Unit], bool]) -> Callable[[Facts], Units]:
    """Outpatient visits of the period, of residents under contract on that day."""

    def counted(facts: Facts) -> Units:
        return [
            unit
            for visit, unit in _outpatients(facts)
            if facts.within(visit.day) and all(test(facts, visit, unit) for test in tests)
        ]

    return counted


def needing_outside(count: Callable[[Facts], Units]) -> Callable[[Facts], Units]:
    """The same where visits elsewhere are held; without any, a share of them says nothing."""

    def counted(facts: Facts) -> Units:
        visited = ((v, u) for v, u in _outpatients(facts) if facts.within(v.day))
        if all(own_institution(facts, visit, unit) for visit, unit in visited):
            raise Missing("No visit at another institution is held here: the share is unknown.")
        return count(facts)

    return counted


@once
def _outpatients(facts: Facts) -> list[tuple[Visit, Unit]]:
    """Outpatient visits of residents under contract on that day, within the scope."""
    seen = (visit for visit in facts.rows.visits if visit.setting == OUTPATIENT)
    met = ((v, facts.met("Encounter", v.id, v.resident, v.day)) for v in seen)
    return [(visit, unit) for visit, unit in met if unit and facts.scope.has(unit)]


def first_visit(_: Facts, visit: Visit, __: Unit) -> bool:
    """The first of an illness, as whoever recorded it says."""
    return "first-contact" in visit.kinds


def at_primary(facts: Facts, visit: Visit, _: Unit) -> bool:
    """At an institution of primary level: by its class, or a hospital of the first level."""
    known = facts.rows.institutions.get(visit.institution)
    return known is not None and (
        known.kind.startswith(PRIMARY) or known.level.startswith("level-1")
    )


def own_institution(_: Facts, visit: Visit, unit: Unit) -> bool:
    """At the institution of the contract."""
    return visit.institution == unit.institution


def own_doctor(facts: Facts, visit: Visit, unit: Unit) -> bool:
    """To a doctor of the team, or the doctor who signed alone."""
    team = facts.rows.teams.get(unit.team)
    for who in visit.with_whom:
        type_, _, id_ = who.partition("/")
        role = facts.rows.roles.get(id_) if type_ == "PractitionerRole" else None
        practitioner = role.practitioner if role else id_
        if team is None and practitioner and practitioner == unit.doctor:
            return True
        roles = member_on(team, who, practitioner, visit.day) if team else None
        if roles and not DOCTORS.isdisjoint(roles):
            return True
    return False


def average_cost(facts: Facts) -> Units:
    """What an outpatient visit of the period cost on average, in fen."""
    return _average(facts, facts.first, facts.last)


def average_cost_before(facts: Facts) -> Units:
    """The same in the period before."""
    return _average(facts, *period_before(facts.first, facts.last))


def _average(facts: Facts, start: str, end: str) -> Units:
    fen: dict[str, int] = defaultdict(int)
    for charge in facts.rows.charges:
        if charge.visit:
            fen[charge.visit] += charge.fen
    costs = [
        fen[visit.id]
        for visit, _ in _outpatients(facts)
        if visit.id in fen and start <= visit.day <= end
    ]
    if not costs:
        raise Missing(f"No cost of an outpatient visit from {start} to {end} is held here.")
    return [Unit("Encounter", "", amount=round(sum(costs) / len(costs)))]


def period_before(first: str, last: str) -> tuple[str, str]:
    """As many whole months before, or as many days where the period is not whole months."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    previous = start - timedelta(days=1)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        count = start.year * 12 + start.month - 1 - months
        return date(count // 12, count % 12 + 1, 1).isoformat(), previous.isoformat()
    return (previous - (end - start)).isoformat(), previous.isoformat()


# Referrals, reviews, slots, answers


def referrals_up(facts: Facts) -> Units:
    """Sent in the period."""
    return facts.scoped(facts.rows.referrals)


def referrals_completed(facts: Facts) -> Units:
    """Referrals up whose care at the receiver ended in the period."""
    return facts.scoped(facts.rows.completed)


def referrals_back(facts: Facts) -> Units:
    """Of these, those from which the resident was referred back."""
    answered = {unit.item for unit in facts.rows.backs}
    return [unit for unit in referrals_completed(facts) if unit.id in answered]


def referrals_back_in(facts: Facts) -> Units:
    """Back-referrals written in the period."""
    return facts.scoped(unit for unit in facts.rows.backs if facts.within(unit.role))


def reviews(facts: Facts) -> Units:
    """Reviews decided in the period."""
    return facts.scoped(facts.rows.reviews)


def reviews_passed(facts: Facts) -> Units:
    """Of these, reasonable and compliant."""
    return [unit for unit in reviews(facts) if unit.item == "approved"]


def specialist_slots(facts: Facts) -> Units:
    """Specialist outpatient slots of the period, blocked ones too."""
    return [unit for unit in facts.scoped(facts.rows.slots) if unit.item == "specialist-outpatient"]


def released_early(facts: Facts) -> Units:
    """Of these, released so many days ahead as the policy says, or earlier."""
    ahead = facts.policy.slots.release_days_ahead.on(facts.day)
    days = timedelta(days=ahead.value if ahead else RELEASE_DAYS)

    def is_early(unit: Unit) -> bool:
        bound = (date.fromisoformat(unit.groups[0]) - days).isoformat()
        return unit.role[:1].isdigit() and unit.role <= bound

    return [unit for unit in specialist_slots(facts) if is_early(unit)]


def other_slots(facts: Facts) -> Units:
    """Slots of examinations, laboratory tests and beds."""
    return [unit for unit in facts.scoped(facts.rows.slots) if unit.item in EXAMINED]


def other_slots_released(facts: Facts) -> Units:
    """Of these, released to primary institutions."""
    return [unit for unit in other_slots(facts) if unit.role]


def answers(question: str, *good: str) -> Callable[[Facts], Units]:
    """Surveys of the period that answer a question, or give one of the answers."""

    def counted(facts: Facts) -> Units:
        asked = (unit for unit in facts.rows.answers if unit.role == question)
        return facts.scoped(unit for unit in asked if not good or unit.item in good)

    return counted


# Money


def contract_charges(facts: Facts) -> Units:
    """Charges of packages and supplements in the period, less what was given back; in fen."""
    return _charged(facts, lambda c: c.fen if c.kind in FEES | GIVEN_BACK else 0)


def staff_allocation(facts: Facts) -> Units:
    """Of these, what was allocated to the staff; in fen."""
    kinds = FEES | {"staff-allocation"}
    return _charged(facts, lambda c: c.staff_fen if c.kind in kinds else 0)


def _charged(facts: Facts, fen: Callable[[Charge], int]) -> Units:
    made = []
    for charge in facts.rows.charges:
        under = facts.rows.agreements.get(charge.contract)
        if under and facts.within(charge.day) and (amount := fen(charge)):
            unit = facts.under("ChargeItem", charge.id, under)
            unit.institution = charge.institution or unit.institution
            unit.amount = amount
            made.append(unit)
    return facts.scoped(made)
