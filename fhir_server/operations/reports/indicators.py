"""The table of expressions: what the criteria of a Measure name, and how each is computed.

A Measure of ours or of a region may name any of them (`text/cql`). Conditions in FHIRPath are known
by their text: those of the published Measures stand in CONDITIONS under the Measure and population
they belong to.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import profiles

from . import activities as a
from . import populations as p
from .facts import Facts, Person
from .populations import Units, people

# What is read beside residents, contracts, teams and institutions.
CARE, VISITS, REFERRALS, ANSWERS = "care", "visits", "referrals", "answers"
PAPERS, PRESCRIPTIONS, SLOTS, CHARGES = "papers", "prescriptions", "slots", "charges"


class Expression(NamedTuple):
    """What is counted, what has to be read for it, how many units make one that is shown.

    `per` is 100 where amounts are in fen and shown in yuan.
    """

    units: Callable[[Facts], Units]
    reads: frozenset[str] = frozenset()
    per: int = 1


def _of(count: Callable[[Facts], Units], *reads: str, per: int = 1) -> Expression:
    return Expression(count, frozenset(reads), per)


EXPRESSIONS: dict[str, Expression] = {
    # Residents
    "PermanentResidents": _of(people()),
    "ContractedResidents": _of(people(p.contracted)),
    "KeyResidents": _of(people(p.key)),
    "ContractedKeyResidents": _of(people(p.contracted, p.key)),
    "GroupMembers": _of(people(p.key)),
    "ContractedGroupMembers": _of(people(p.contracted, p.key)),
    "MonitoredInNeed": _of(people(p.monitored, p.in_need)),
    "ContractedMonitoredInNeed": _of(people(p.monitored, p.in_need, p.contracted)),
    "ContractedChronic": _of(people(p.contracted, p.chronic)),
    "FollowedUp": _of(people(p.contracted, p.chronic, p.followed_up), CARE),
    "SeenBySpecialist": _of(people(p.contracted, p.chronic, p.seen_by_specialist), VISITS),
    "ElderlyWithDisease": _of(people(p.elderly, p.chronic)),
    "GradedAndServed": _of(
        people(p.elderly, p.chronic, p.contracted, p.graded_and_served), CARE, ANSWERS
    ),
    "SevenOneDone": _of(people(p.contracted, p.has_seven), CARE, ANSWERS, PAPERS),
    "RegisteredResidents": _of(people(p.registered)),
    "Children": _of(people(p.child)),
    "ContractedChildren": _of(people(p.child, p.contracted)),
    "Elderly": _of(people(p.elderly)),
    "ContractedElderly": _of(people(p.elderly, p.contracted)),
    "Maternal": _of(people(p.member("pregnant"))),
    "ContractedMaternal": _of(people(p.member("pregnant"), p.contracted)),
    "ManagedHypertension": _of(people(p.member("hypertension"))),
    "ContractedHypertension": _of(people(p.member("hypertension"), p.contracted)),
    "ManagedDiabetes": _of(people(p.member("diabetes"))),
    "ContractedDiabetes": _of(people(p.member("diabetes"), p.contracted)),
    "ManagedTuberculosis": _of(people(p.member("tuberculosis"))),
    "ContractedTuberculosis": _of(people(p.member("tuberculosis"), p.contracted)),
    "ManagedMental": _of(people(p.member("severe-mental"))),
    "ContractedMental": _of(people(p.member("severe-mental"), p.contracted)),
    # Households, contracts, teams
    "ContractedHouseholds": _of(p.contracted_households),
    "EnoughIssues": _of(p.enough_issues, CARE),
    "ContractsInForce": _of(p.agreements(p.in_force)),
    "TailoredContracts": _of(p.agreements(p.in_force, p.tailored)),
    "ContractsSigned": _of(p.agreements(p.signed)),
    "ContractsRenewedIn": _of(p.agreements(p.signed, p.renewal)),
    "ContractsEndedEarly": _of(p.agreements(p.ended_early)),
    "ContractsEnded": _of(p.agreements(p.ended)),
    "EndedByDeathOrMove": _of(p.agreements(p.ended, p.all_gone)),
    "RenewedInTime": _of(p.renewed_in_time),
    "UnitsUnderContract": _of(p.units_under_contract),
    "TeamCapacity": _of(p.team_capacity),
    "Teams": _of(p.teams),
    "LabourSubsidy": _of(p.labour_subsidy),
    # Services
    "ServicesDue": _of(a.services(a.due), CARE),
    "ServicesDueDone": _of(a.services(a.due_and_in_time), CARE),
    "ServicesDueLate": _of(a.services(a.due_and_late), CARE),
    "ServicesDone": _of(a.services(a.done), CARE),
    "ServicesLate": _of(a.services(a.done_late), CARE),
    # Visits and costs
    "FirstVisits": _of(a.needing_outside(a.visits(a.first_visit)), VISITS),
    "FirstVisitsPrimary": _of(a.needing_outside(a.visits(a.first_visit, a.at_primary)), VISITS),
    "OutpatientVisits": _of(a.needing_outside(a.visits()), VISITS),
    "OutpatientVisitsOwn": _of(a.visits(a.own_institution), VISITS),
    "VisitsToOwnDoctor": _of(a.visits(a.own_institution, a.own_doctor), VISITS),
    "AverageCost": _of(a.average_cost, VISITS, CHARGES),
    "AverageCostBefore": _of(a.average_cost_before, VISITS, CHARGES),
    # Referrals and slots
    "ReferralsUp": _of(a.referrals_up, CARE, REFERRALS),
    "ReferralsUpCompleted": _of(a.referrals_completed, CARE, REFERRALS),
    "ReferralsBack": _of(a.referrals_back, CARE, REFERRALS),
    "ReferralsBackIn": _of(a.referrals_back_in, CARE, REFERRALS),
    "ReviewsDecided": _of(a.reviews, CARE),
    "ReviewsPassed": _of(a.reviews_passed, CARE),
    "SpecialistSlots": _of(a.specialist_slots, SLOTS),
    "SpecialistSlotsReleased": _of(a.released_early, SLOTS),
    "OtherSlots": _of(a.other_slots, SLOTS),
    "OtherSlotsReleased": _of(a.other_slots_released, SLOTS),
    # What residents say
    "Answered": _of(a.answers("satisfaction"), ANSWERS),
    "Satisfied": _of(a.answers("satisfaction", "satisfied", "very-satisfied"), ANSWERS),
    "AuthenticityAnswered": _of(a.answers("authenticity"), ANSWERS),
    "AuthenticityConfirmed": _of(a.answers("authenticity", "confirmed"), ANSWERS),
    # Institutions and money
    "PrimaryInstitutions": _of(p.institutions),
    "WithLongPrescription": _of(p.with_long_prescription, PRESCRIPTIONS),
    "ContractCharges": _of(a.contract_charges, CHARGES, per=100),
    "StaffAllocation": _of(a.staff_allocation, CHARGES, per=100),
}

CONDITIONS = {
    ("paid-package-rate", "numerator"): "TailoredContracts",
    ("performance-rate", "numerator"): "ServicesDueDone",
    ("referral-review-pass", "denominator"): "ReviewsDecided",
    ("referral-review-pass", "numerator"): "ReviewsPassed",
    ("slot-release-ratio", "denominator"): "SpecialistSlots",
    ("slot-release-ratio", "numerator"): "SpecialistSlotsReleased",
    ("exam-bed-release", "denominator"): "OtherSlots",
    ("exam-bed-release", "numerator"): "OtherSlotsReleased",
    ("satisfaction", "denominator"): "Answered",
    ("satisfaction", "numerator"): "Satisfied",
    ("authenticity", "denominator"): "AuthenticityAnswered",
    ("authenticity", "numerator"): "AuthenticityConfirmed",
}
"""What a condition of a published Measure counts, by Measure and population."""

BESIDE = {"performance-rate": ("ServicesDueLate", "Done late 逾期完成")}
"""What is reported beside the populations of an indicator, with the text that says so."""


def coverage_growth(facts: Facts) -> Decimal | None:
    """Points by which coverage on the last day exceeds that of a year before."""
    return _growth(facts, people())


def key_coverage_growth(facts: Facts) -> Decimal | None:
    """The same within the key groups."""
    return _growth(facts, people(p.key))


def _growth(facts: Facts, counted: Callable[[Facts], Units]) -> Decimal | None:
    year = int(facts.last[:4]) - 1
    day = f"{year}{facts.last[4:]}".replace("-02-29", "-02-28")
    shares = []
    for on in (facts, earlier(facts, day)):
        units = [unit for unit in counted(on) if isinstance(unit, Person)]
        if not units:
            return None
        shares.append(Decimal(100 * sum(unit.is_contracted for unit in units)) / len(units))
    return shares[0] - shares[1]


def earlier(facts: Facts, day: str) -> Facts:
    """The same facts, as they were on an earlier day."""
    return Facts(facts.rows, facts.first, day, facts.scope, facts.policy)


OBSERVATIONS: dict[str, Callable[[Facts], Decimal | None]] = {
    "CoverageGrowth": coverage_growth,
    "KeyCoverageGrowth": key_coverage_growth,
}
"""Expressions that give a value and no population."""


@cache
def conditions() -> dict[str, str]:
    """The expression behind the text of each condition."""
    found = {}
    for (measure, population), name in CONDITIONS.items():
        definition = profiles.load(f"{profiles.CANONICAL}/Measure/{measure}")
        for each in definition["group"][0]["population"]:
            if each["code"]["coding"][0]["code"] == population:
                found[each["criteria"]["expression"]] = name
    return found
