"""Rules of ends, referrals, prescriptions, charges and services: breaches and what keeps them."""

from datetime import date
from decimal import Decimal

import pytest
from signings import coded, extended, known, of_type

import profiles
from fhir_server.rules import findings
from fhir_server.rules.model import Charge, Ending, Prescription, Referral, Service
from fhir_server.service.policies import Terms

TODAY = date(2026, 6, 1)
PATIENT = {"reference": "Patient/1"}


def found(kind, when, policy, facts):
    made = kind(terms=Terms.of(policy), today=TODAY, **facts)
    return {(i.rule.removeprefix("rule-"), i.severity) for i in findings(made, when)}


def contract(state="active", **more):
    return {
        "resourceType": "Contract",
        "id": "1",
        "extension": [extended("contract-state", valueCode=state)],
        "applies": {"start": "2026-01-01", "end": "2026-12-31"},
        "subject": [PATIENT],
        **more,
    }


def paper(kind, received=None):
    on = [extended("received-on", valueDate=received)] if received else []
    return {"D": {"type": coded("document-kind", kind), "extension": on}}


def ending(reason, end="2026-06-01", **more):
    return {"contract": contract(), "reason": reason, "end": date.fromisoformat(end), **more}


BREACH = "provider-breach"
PAID = {"resident": 30000, "insurance-fund": 5000}
ENDINGS = [
    ("shenzhen-2017", ending("switch-team", documents={}), {("written-cancellation", "error")}),
    ("hainan-2024", ending("switch-team", documents={}), set()),
    ("shenzhen-2017", ending("switch-team", documents=paper("cancellation", "2026-05-31")), set()),
    (
        "shenzhen-2017",
        ending("resident-request", documents=paper("cancellation", "2026-06-02")),
        {("written-cancellation", "error")},
    ),
    ("shenzhen-2017", ending("team-dissolved", documents={}), set()),
    ("hainan-2024", ending("moved", documents={}), {("end-evidence", "error")}),
    ("hainan-2024", ending("moved", documents=paper("end-evidence")), set()),
    ("hainan-2024", ending("other", end="2027-01-01"), {("end-day", "error")}),
    ("hainan-2024", ending("other", end="2025-12-31"), {("end-day", "error")}),
    ("city-2017", ending(BREACH, sides=frozenset({"provider"})), {("breach-signatures", "error")}),
    ("city-2017", ending(BREACH, sides=frozenset({"provider", "recipient"})), set()),
    ("hainan-2024", ending(BREACH, sides=frozenset()), set()),
    ("city-2017", ending(BREACH, paid=PAID, refund=29999), {("breach-refund", "error")}),
    ("city-2017", ending(BREACH, paid=PAID, refund=30000), set()),
    ("hainan-2024", ending("moved", paid=PAID, refund=30001), {("breach-refund", "error")}),
    ("hainan-2024", ending("moved", paid=PAID, refund=0), set()),
]


@pytest.mark.parametrize(("policy", "facts", "expected"), ENDINGS)
def test_ends(policy, facts, expected):
    assert found(Ending, "transition", policy, facts) == expected


def referral(low="village", high="secondary", **more):
    levels = [{"url": "from", "valueCode": low}, {"url": "to", "valueCode": high}]
    request = {
        "resourceType": "ServiceRequest",
        "id": "1",
        "subject": PATIENT,
        "requester": {"reference": "PractitionerRole/sender"},
        "extension": [extended("referral-level", extension=levels)],
        **more.pop("request", {}),
    }
    return {"request": request, "day": TODAY, **more}


def review(result):
    output = {"valueCodeableConcept": coded("referral-review-result", result)}
    return {"status": "completed", "owner": {"reference": "Organization/1"}, "output": [output]}


def actor(id_="reviewer", role="referral-reviewer", institution="Organization/1"):
    return {
        "resourceType": "PractitionerRole",
        "id": id_,
        "code": [coded("team-role", role)],
        "organization": {"reference": institution},
    }


APPROVED, RETURNED = (review("approved"),), (review("incomplete"),)
CHAIN, REVIEW = {("referral-chain", "error")}, {("referral-review", "error")}
REVIEWER, UNCOVERED = {("referral-reviewer", "error")}, {("referral-contract", "warning")}
URGENT = {"priority": "urgent"}
LATER = {"subject": [PATIENT], "applies": {"start": "2026-07-01", "end": "2026-12-31"}}
REFERRALS = [
    ("city-2017", referral(), CHAIN),
    ("city-2017", referral("village", "township"), set()),
    ("city-2017", referral("township", "secondary"), set()),
    ("city-2017", referral("township", "tertiary"), CHAIN),
    ("city-2017", referral("secondary", "village"), set()),
    ("hainan-2024", referral(), set()),
    ("city-2017", referral(urgent=True, reason="chest pain"), set()),
    ("city-2017", referral(urgent=True), CHAIN),
    ("city-2017", referral(request=URGENT, reason="stroke"), set()),
    ("hainan-2024", referral(to="submitted", reviews=()), REVIEW),
    ("hainan-2024", referral(to="submitted", reviews=RETURNED), REVIEW),
    ("hainan-2024", referral(to="submitted", reviews=(*APPROVED, *RETURNED)), REVIEW),
    ("hainan-2024", referral(to="submitted", reviews=APPROVED), set()),
    ("hainan-2024", referral(to="submitted", reviews=(), urgent=True), set()),
    ("hainan-2024", referral(to="in-review", reviews=()), set()),
    ("national-2022", referral(to="submitted", reviews=()), set()),
    ("hainan-2024", referral(to="returned", reviews=RETURNED, actor=actor()), set()),
    ("hainan-2024", referral(to="returned", reviews=RETURNED, actor=actor("sender")), REVIEWER),
    ("hainan-2024", referral(to="returned", reviews=RETURNED, actor=actor(role="gp")), REVIEWER),
    (
        "hainan-2024",
        referral(to="returned", reviews=RETURNED, actor=actor(institution="Organization/2")),
        REVIEWER,
    ),
    ("hainan-2024", referral(contract=contract()), set()),
    ("hainan-2024", referral(contract=contract("applied")), UNCOVERED),
    ("hainan-2024", referral(contract=contract(**LATER)), UNCOVERED),
    ("hainan-2024", referral(contract=contract(subject=[])), UNCOVERED),
    (
        "hainan-2024",
        referral(to="referred-back", follow_ups=()),
        {("referral-follow-up", "warning")},
    ),
    ("hainan-2024", referral(to="referred-back", follow_ups=({},)), set()),
    ("city-2017", referral("township", to="referred-back", follow_ups=()), set()),
]


@pytest.mark.parametrize(("policy", "facts", "expected"), REFERRALS)
def test_referrals(policy, facts, expected):
    assert found(Referral, "transition", policy, facts) == expected


@pytest.mark.parametrize("policy", ["city-2017", "hainan-2024"])
def test_the_referrals_of_a_case_keep_the_rules(policy):
    resources = known(policy)
    for request in of_type(resources, "ServiceRequest").values():
        contracts = of_type(resources, "Contract").values()
        facts = {"request": request, "day": TODAY, "contract": next(iter(contracts))}
        assert {rule for rule, severity in found(Referral, "transition", policy, facts)} <= {
            "referral-contract"
        }


def prescription(value, code, on="2026-06-01T09:00:00+08:00"):
    supply = {"value": Decimal(value), "code": code}
    return {"authoredOn": on, "dispenseRequest": {"expectedSupplyDuration": supply}}


LONG = {("prescription-length", "warning")}
PRESCRIPTIONS = [
    ("hainan-2024", prescription("3", "mo"), set()),
    ("hainan-2024", prescription("3.5", "mo"), LONG),
    ("hainan-2024", prescription("13", "wk"), set()),
    ("hainan-2024", prescription("14", "wk"), LONG),
    ("hainan-2024", prescription("92", "d"), set()),
    ("hainan-2024", prescription("93", "d"), LONG),
    ("shenzhen-2017", prescription("12", "mo"), set()),
]


@pytest.mark.parametrize(("policy", "request_", "expected"), PRESCRIPTIONS)
def test_prescriptions(policy, request_, expected):
    assert found(Prescription, "write", policy, {"request": request_}) == expected


ON_2018 = date(2018, 5, 1)
HYPERTENSION = profiles.read("PlanDefinition-hainan-hypertension-diabetes-2.json")
FILED = [extended("filing-number", valueIdentifier={"value": "HN-1"})]


def item(name):
    return profiles.read(f"ActivityDefinition-item-{name}-1.json")


def charge(kind, yuan, on=TODAY, extension=(), **more):
    made = {
        "resourceType": "ChargeItem",
        "code": coded("fee-kind", kind),
        "priceOverride": {"value": Decimal(yuan), "currency": "CNY"},
        "extension": [*extension],
    }
    return {"charge": made, "day": on, **more}


def community(*filed):
    party = {"role": coded("contract-party", "functional-community"), "reference": [PATIENT]}
    return contract(term=[{"offer": {"party": [party]}, "asset": [{"extension": [*filed]}]}])


DISCOUNT, UNFILED = {("treatment-discount", "error")}, {("filing-number", "error")}
CHARGES = [
    ("city-2017", charge("exam-reduction", -25, ON_2018, reduced=27500), set()),
    ("city-2017", charge("exam-reduction", -26, ON_2018, reduced=0), DISCOUNT),
    ("city-2017", charge("exam-reduction", -25, ON_2018, reduced=27501), DISCOUNT),
    ("city-2017", charge("package-fee", 10, ON_2018, reduced=30000), set()),
    ("hainan-2024", charge("exam-reduction", -26, reduced=90000), set()),
    ("hainan-2024", charge("package-fee", 160, contract=community()), UNFILED),
    ("hainan-2024", charge("package-fee", 160, contract=community(), extension=FILED), set()),
    ("hainan-2024", charge("package-fee", 160, contract=community(*FILED)), set()),
    ("hainan-2024", charge("package-fee", 90, contract=contract()), set()),
    ("hainan-2024", charge("item-fee", 60, definition=item("hba1c")), set()),
    ("hainan-2024", charge("item-fee", 60, definition=item("tcm")), UNFILED),
    (
        "hainan-2024",
        charge("item-fee", 60, definition=item("hba1c"), package=HYPERTENSION),
        set(),
    ),
    (
        "hainan-2024",
        charge("item-fee", 60, definition=item("tcm"), package=HYPERTENSION, extension=FILED),
        {("charged-twice", "error")},
    ),
]


@pytest.mark.parametrize(("policy", "facts", "expected"), CHARGES)
def test_charges(policy, facts, expected):
    assert found(Charge, "write", policy, facts) == expected


def service(on="2026-06-01", **more):
    record = {"resourceType": "Encounter", "id": "1", **more.pop("record", {})}
    return {"record": record, "day": date.fromisoformat(on), **more}


def resident(*groups, **more):
    given = [
        extended("key-population", valueCodeableConcept=coded("key-population-group", each))
        for each in groups
    ]
    return {"resourceType": "Patient", "id": "1", "extension": given, **more}


TASK = {"resourceType": "Task", "for": PATIENT}
TEAM = {
    "resourceType": "CareTeam",
    "id": "1",
    "participant": [
        {"member": {"reference": "PractitionerRole/1"}, "period": {"end": "2026-05-31"}},
        {"member": {"reference": "PractitionerRole/2"}},
    ],
}
EVIDENCE, DEAD = {("evidence", "error")}, {("service-after-death", "error")}
PERSONS = {("examination-persons", "error")}
HOME = {"class": {"code": "HH"}}
LEFT = [{**PATIENT, "extension": [extended("covered", valuePeriod={"end": "2026-05-31"})]}]
SERVICES = [
    ("hainan-2024", service(task=TASK, contract=contract()), set()),
    ("hainan-2024", service("2027-01-01", task=TASK, contract=contract()), EVIDENCE),
    ("hainan-2024", service(task=TASK, contract=contract(subject=LEFT)), EVIDENCE),
    ("hainan-2024", service(task=TASK, team=TEAM, performer="PractitionerRole/2"), set()),
    ("hainan-2024", service(task=TASK, team=TEAM, performer="PractitionerRole/1"), EVIDENCE),
    ("hainan-2024", service(task=TASK, team=TEAM, performer="PractitionerRole/3"), EVIDENCE),
    ("hainan-2024", service(task=TASK, used=frozenset({"Encounter/1"})), EVIDENCE),
    ("hainan-2024", service(task=TASK, used=frozenset({"Encounter/2"})), set()),
    ("hainan-2024", service(patient=resident(deceasedDateTime="2026-05-31")), DEAD),
    ("hainan-2024", service(patient=resident(deceasedDateTime="2026-06-01T20:00:00Z")), set()),
    (
        "hainan-2024",
        service(record=HOME, patient=resident("hypertension"), item=item("house-call")),
        {("house-call", "warning")},
    ),
    (
        "hainan-2024",
        service(record=HOME, patient=resident("disabled"), item=item("house-call")),
        set(),
    ),
    ("city-2017", service(patient=resident(), examined={"Patient/2": 1}), set()),
    ("city-2017", service(patient=resident(), examined={"Patient/2": 1, "Patient/3": 1}), PERSONS),
    ("city-2017", service(patient=resident(), examined={"Patient/1": 1}), PERSONS),
    ("hainan-2024", service(patient=resident(), examined={"Patient/1": 9}), set()),
]


@pytest.mark.parametrize(("policy", "facts", "expected"), SERVICES)
def test_services(policy, facts, expected):
    assert found(Service, "write", policy, facts) == expected
