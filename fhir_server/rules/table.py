"""All rules by subject: name, requirements, how each is judged, and when.

Rules over a period refuse nothing: the Measure that a row names counts them.
"""

from . import (
    capacity,
    charges,
    endings,
    fees,
    institutions,
    packages,
    parties,
    prescriptions,
    referrals,
    services,
    teams,
    terms,
)
from .model import Charge, Ending, Prescription, Referral, Rule, Service, Signing, Step, When

# Steps of a contract at which rules of signing are judged.
ALL: frozenset[Step] = frozenset()
NEW: frozenset[Step] = frozenset({"sign", "transfer"})
AGAIN: frozenset[Step] = NEW | {"renew"}
ADDING: frozenset[Step] = NEW | {"amend"}

_SIGNING = (
    ("parties", "D1 D2 D3", parties.parties, ALL),
    ("members", "D2", parties.members, AGAIN),
    ("resident-alive", "D1", parties.alive, ALL),
    ("signers", "D1 D2", parties.signers, ALL),
    ("household-register", "D2", parties.register, NEW),
    ("copies", "D15", parties.copies, AGAIN),
    ("supplement", "D14", parties.supplement, ALL),
    ("team-active", "C1 B8", teams.team_active, AGAIN),
    ("team-roles", "C2 C3 C4 C5", teams.team_roles, AGAIN),
    ("family-doctor-roles", "B1 B4 C1 C5", teams.family_doctor, AGAIN),
    ("institution-kind", "B5 B6 B7", institutions.institution_kind, AGAIN),
    ("institution-active", "B8", institutions.institution_active, AGAIN),
    ("one-team-per-resident", "D4", capacity.one_team_per_resident, ALL),
    ("one-team-per-household", "D5", capacity.one_team_per_household, ALL),
    ("capacity", "C6 C7 C8", capacity.capacity, ADDING),
    ("capacity-set", "C8", capacity.capacity_set, AGAIN),
    ("term", "D6 D7 D8 D9", terms.term, AGAIN),
    ("backdating", "A12 D18", terms.backdating, AGAIN),
    ("package-count", "E1 E2", packages.package_count, ALL),
    ("package-contains-basic", "E1", packages.package_contains_basic, ALL),
    ("package-active", "D12 D13 E12", packages.package_active, ALL),
    ("package-eligibility", "H1 H2 H3", packages.package_eligibility, ALL),
    ("basic-package-free", "E3", packages.basic_package_free, ALL),
    ("shares", "E13", fees.shares, ALL),
    ("payers", "E13 E16", fees.payers, ALL),
    ("yearly-charge", "E7", fees.yearly_charge, ALL),
    ("uninsured-share", "E14", fees.uninsured_share, ALL),
    ("fiscal-share", "E15", fees.fiscal_share, ALL),
    ("subsidy", "E17", fees.subsidy, ALL),
    ("who-may-charge", "E18", fees.who_may_charge, ALL),
    ("announced-price", "E18 E19", fees.announced_price, ALL),
)

STEP: frozenset[When] = frozenset({"transition"})
WRITE: frozenset[When] = frozenset({"write"})
BOTH: frozenset[When] = STEP | WRITE

_OTHERS = (
    ("written-cancellation", "D10", endings.written_cancellation, Ending, STEP),
    ("end-evidence", "D10 B8", endings.end_evidence, Ending, STEP),
    ("end-day", "D10 D11", endings.end_day, Ending, STEP),
    ("breach-signatures", "D11", endings.breach_signatures, Ending, STEP),
    ("breach-refund", "D11", endings.breach_refund, Ending, STEP),
    ("referral-chain", "G1", referrals.referral_chain, Referral, STEP),
    ("referral-review", "G4", referrals.referral_review, Referral, STEP),
    ("referral-reviewer", "G4", referrals.referral_reviewer, Referral, STEP),
    ("referral-contract", "A12 G9", referrals.referral_contract, Referral, STEP),
    ("referral-follow-up", "G3", referrals.referral_follow_up, Referral, STEP),
    ("prescription-length", "F2", prescriptions.prescription_length, Prescription, WRITE),
    ("evidence", "A12 F13", services.evidence, Service, BOTH),
    ("service-after-death", "A12", services.after_death, Service, BOTH),
    ("house-call", "F5", services.house_call, Service, WRITE),
    ("examination-persons", "E6", services.examination_persons, Service, BOTH),
    ("treatment-discount", "E5", charges.treatment_discount, Charge, BOTH),
    ("filing-number", "E10 E11", charges.filing_number, Charge, BOTH),
    ("charged-twice", "E10", charges.charged_twice, Charge, BOTH),
)

# Over a period, by the Measure that counts it.
_PERIOD = (
    ("staff-share", "E20", "staff-share"),
    ("labour-subsidy", "E21", "labour-subsidy"),
    ("slot-share", "G6", "slot-release-ratio"),
    ("exam-bed-release", "G7", "exam-bed-release"),
    ("specialist-follow-up", "F4", "specialist-follow-up-rate"),
    ("seven-one", "F1", "seven-one-completeness"),
    ("education-issues", "E4", "health-education-issues"),
    ("elderly-graded", "F10", "elderly-graded-service"),
    ("monitored-households", "H4", "monitored-household-coverage"),
    ("coverage-growth", "I1", "coverage-growth"),
    ("coverage", "I2", "coverage-all"),
    ("coverage-key", "I2", "coverage-key"),
    ("satisfaction", "I2", "satisfaction"),
)

RULES: tuple[Rule, ...] = (
    *(
        Rule(name, tuple(ids.split()), STEP, Signing, check, steps=steps)
        for name, ids, check, steps in _SIGNING
    ),
    *(
        Rule(name, tuple(ids.split()), bites, facts, check)
        for name, ids, check, facts, bites in _OTHERS
    ),
    *(
        Rule(name, tuple(ids.split()), frozenset({"period"}), measure=measure)
        for name, ids, measure in _PERIOD
    ),
)
