"""All rules by subject: name, requirements, when it bites, what it judges.

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
from .model import Charge, Ending, Prescription, Referral, Rule, Service, Signing, When

STEP: frozenset[When] = frozenset({"transition"})
WRITE: frozenset[When] = frozenset({"write"})
BOTH: frozenset[When] = frozenset({"write", "transition"})
PERIOD: frozenset[When] = frozenset({"period"})

_SIGNING = (
    Rule("parties", ("D1", "D2", "D3"), STEP, Signing, parties.parties),
    Rule("members", ("D2",), STEP, Signing, parties.members),
    Rule("resident-alive", ("D1",), STEP, Signing, parties.alive),
    Rule("signers", ("D1", "D2"), STEP, Signing, parties.signers),
    Rule("household-register", ("D2",), STEP, Signing, parties.register),
    Rule("copies", ("D15",), STEP, Signing, parties.copies),
    Rule("supplement", ("D14",), STEP, Signing, parties.supplement),
    Rule("team-active", ("C1", "B8"), STEP, Signing, teams.team_active),
    Rule("team-roles", ("C2", "C3", "C4", "C5"), STEP, Signing, teams.team_roles),
    Rule("family-doctor-roles", ("B1", "B4", "C1", "C5"), STEP, Signing, teams.family_doctor),
    Rule("institution-kind", ("B5", "B6", "B7"), STEP, Signing, institutions.institution_kind),
    Rule("institution-active", ("B8",), STEP, Signing, institutions.institution_active),
    Rule("one-team-per-resident", ("D4",), STEP, Signing, capacity.one_team_per_resident),
    Rule("one-team-per-household", ("D5",), STEP, Signing, capacity.one_team_per_household),
    Rule("capacity", ("C6", "C7", "C8"), STEP, Signing, capacity.capacity),
    Rule("capacity-set", ("C8",), STEP, Signing, capacity.capacity_set),
    Rule("term", ("D6", "D7", "D8", "D9"), STEP, Signing, terms.term),
    Rule("backdating", ("A12", "D18"), STEP, Signing, terms.backdating),
    Rule("package-count", ("E1", "E2"), STEP, Signing, packages.package_count),
    Rule("package-contains-basic", ("E1",), STEP, Signing, packages.package_contains_basic),
    Rule("package-active", ("D12", "D13", "E12"), STEP, Signing, packages.package_active),
    Rule("package-eligibility", ("H1", "H2", "H3"), STEP, Signing, packages.package_eligibility),
    Rule("basic-package-free", ("E3",), STEP, Signing, packages.basic_package_free),
    Rule("shares", ("E13",), STEP, Signing, fees.shares),
    Rule("payers", ("E13", "E16"), STEP, Signing, fees.payers),
    Rule("yearly-charge", ("E7",), STEP, Signing, fees.yearly_charge),
    Rule("uninsured-share", ("E14",), STEP, Signing, fees.uninsured_share),
    Rule("fiscal-share", ("E15",), STEP, Signing, fees.fiscal_share),
    Rule("subsidy", ("E17",), STEP, Signing, fees.subsidy),
    Rule("who-may-charge", ("E18",), STEP, Signing, fees.who_may_charge),
    Rule("announced-price", ("E18", "E19"), STEP, Signing, fees.announced_price),
)

_ENDING = (
    Rule("written-cancellation", ("D10",), STEP, Ending, endings.written_cancellation),
    Rule("end-evidence", ("D10", "B8"), STEP, Ending, endings.end_evidence),
    Rule("end-day", ("D10", "D11"), STEP, Ending, endings.end_day),
    Rule("breach-signatures", ("D11",), STEP, Ending, endings.breach_signatures),
    Rule("breach-refund", ("D11",), STEP, Ending, endings.breach_refund),
)

_REFERRAL = (
    Rule("referral-chain", ("G1",), STEP, Referral, referrals.referral_chain),
    Rule("referral-review", ("G4",), STEP, Referral, referrals.referral_review),
    Rule("referral-reviewer", ("G4",), STEP, Referral, referrals.referral_reviewer),
    Rule("referral-contract", ("A12", "G9"), STEP, Referral, referrals.referral_contract),
    Rule("referral-follow-up", ("G3",), STEP, Referral, referrals.referral_follow_up),
)

_SERVICE = (
    Rule("prescription-length", ("F2",), WRITE, Prescription, prescriptions.prescription_length),
    Rule("evidence", ("A12", "F13"), BOTH, Service, services.evidence),
    Rule("service-after-death", ("A12",), BOTH, Service, services.after_death),
    Rule("house-call", ("F5",), WRITE, Service, services.house_call),
    Rule("examination-persons", ("E6",), BOTH, Service, services.examination_persons),
    Rule("treatment-discount", ("E5",), BOTH, Charge, charges.treatment_discount),
    Rule("filing-number", ("E10", "E11"), BOTH, Charge, charges.filing_number),
    Rule("charged-twice", ("E10",), BOTH, Charge, charges.charged_twice),
)

_PERIOD = (
    Rule("staff-share", ("E20",), PERIOD, measure="staff-share"),
    Rule("labour-subsidy", ("E21",), PERIOD, measure="labour-subsidy"),
    Rule("slot-share", ("G6",), PERIOD, measure="slot-release-ratio"),
    Rule("exam-bed-release", ("G7",), PERIOD, measure="exam-bed-release"),
    Rule("specialist-follow-up", ("F4",), PERIOD, measure="specialist-follow-up-rate"),
    Rule("seven-one", ("F1",), PERIOD, measure="seven-one-completeness"),
    Rule("education-issues", ("E4",), PERIOD, measure="health-education-issues"),
    Rule("elderly-graded", ("F10",), PERIOD, measure="elderly-graded-service"),
    Rule("monitored-households", ("H4",), PERIOD, measure="monitored-household-coverage"),
    Rule("coverage-growth", ("I1",), PERIOD, measure="coverage-growth"),
    Rule("coverage", ("I2",), PERIOD, measure="coverage-all"),
    Rule("coverage-key", ("I2",), PERIOD, measure="coverage-key"),
    Rule("satisfaction", ("I2",), PERIOD, measure="satisfaction"),
)

RULES: tuple[Rule, ...] = (*_SIGNING, *_ENDING, *_REFERRAL, *_SERVICE, *_PERIOD)
