"""The worked cases: whole, valid on any day, by their policies, and found by the searches."""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal

import httpx
import pytest
from profile_cases import faults

from conformance.json import encode
from profiles import cases, policies

ORDINARY, LEAP, LAST = date(2026, 11, 22), date(2028, 2, 29), date(2026, 12, 31)
POLICIES = ("city-2017", "hainan-2024", "national-2022", "shenzhen-2017")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resources(policy, today=ORDINARY, neighbours=0):
    return [e["resource"] for e in cases.bundle(policy, today, neighbours=neighbours)["entry"]]


def of_type(policy, name, today=ORDINARY):
    return [r for r in resources(policy, today) if r["resourceType"] == name]


def under(key, value):
    """Every value that a property `key` holds, at any depth."""
    if isinstance(value, list):
        return [found for item in value for found in under(key, item)]
    if not isinstance(value, dict):
        return []
    here = [value[key]] if key in value else []
    return here + [found for item in value.values() for found in under(key, item)]


def parties(policy):
    """The parties of the contracts: R4 names this list of references `reference`, too."""
    contracts = of_type(policy, "Contract")
    lists = (p["reference"] for c in contracts for t in c["term"] for p in t["offer"]["party"])
    return [each for several in lists for each in several]


def test_there_is_a_case_of_every_policy():
    assert cases.names() == policies.names() == list(POLICIES)


@pytest.mark.parametrize("today", [ORDINARY, LEAP, LAST, date(2027, 1, 1)], ids=str)
@pytest.mark.parametrize("policy", POLICIES)
def test_a_case_is_valid_without_a_warning(policy, today):
    whole = cases.bundle(policy, today)
    found = [(r["id"], i) for r in resources(policy, today) for i in faults(r)]
    assert [(i, f.rule, f.expression, f.diagnostics) for i, f in found] == []
    assert [(f.rule, f.expression, f.diagnostics) for f in faults(whole)] == []


def test_neighbours_are_valid_and_differ():
    made = resources("hainan-2024", neighbours=40)[len(resources("hainan-2024")) :]
    assert [(r["id"], i.diagnostics) for r in made for i in faults(r)] == []
    people = [r for r in made if r["resourceType"] == "Patient"]
    assert len({p["identifier"][0]["value"] for p in people}) == len(people) == 100
    states = Counter(r["status"] for r in made if r["resourceType"] == "Contract")
    assert states.keys() == {"executed", "terminated"}
    assert any(r["resourceType"] == "Task" for r in made)


@pytest.mark.parametrize("policy", POLICIES)
def test_what_is_ours_claims_its_profile(policy):
    claimed = {
        url.rpartition("/")[2] for r in resources(policy) for url in r["meta"].get("profile", ())
    }
    assert claimed >= {
        "fd-institution", "fd-practitioner", "fd-family-doctor", "fd-team", "fd-resident",
        "fd-related-person", "fd-service-item", "fd-service-package", "fd-agreement-document",
        "fd-contract", "fd-care-episode", "fd-care-plan", "fd-service-task",
        "fd-service-encounter", "fd-blood-pressure", "fd-blood-glucose", "fd-health-assessment",
        "fd-satisfaction", "fd-referral-up", "fd-review-task", "fd-acceptance-task",
        "fd-back-referral", "fd-follow-up-task", "fd-coverage", "fd-account", "fd-charge-item",
        "fd-invoice", "fd-consent",
    }  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES)
def test_references_stay_inside_and_loading_again_renews(policy):
    whole = cases.bundle(policy, ORDINARY)
    requests = [entry["request"] for entry in whole["entry"]]
    urls = [request["url"] for request in requests]
    assert {request["method"] for request in requests} == {"PUT"}
    assert len(set(urls)) == len(urls)
    cited = [each for each in under("reference", resources(policy)) if isinstance(each, str)]
    cited += [each["reference"] for each in parties(policy)]
    assert set(cited) <= set(urls)
    assert encode(whole) == encode(cases.bundle(policy, ORDINARY))


@pytest.mark.parametrize(
    ("policy", "today", "start", "end"),
    [
        ("shenzhen-2017", ORDINARY, "2026-05-06", "2027-05-05"),
        ("shenzhen-2017", date(2028, 9, 16), "2028-02-29", "2029-02-28"),  # on a leap day
        ("shenzhen-2017", date(2027, 9, 17), "2027-03-01", "2028-02-29"),  # to a leap day
        ("city-2017", ORDINARY, "2026-05-06", "2027-12-31"),
        ("city-2017", date(2027, 7, 20), "2027-01-01", "2028-12-31"),
        ("national-2022", ORDINARY, "2026-05-06", "2027-05-05"),
        ("hainan-2024", ORDINARY, "2026-05-06", "2027-12-31"),
        ("hainan-2024", date(2027, 1, 1), "2026-06-15", "2027-12-31"),
    ],
)
def test_a_term_is_as_long_as_the_policy_says(policy, today, start, end):
    contracts = of_type(policy, "Contract", today)
    assert {json.dumps(c["applies"]) for c in contracts} == {
        json.dumps({"start": start, "end": end})
    }


@pytest.mark.parametrize(
    ("policy", "households"),
    [("city-2017", 1), ("hainan-2024", 1), ("national-2022", 0), ("shenzhen-2017", 0)],
)
def test_a_household_signs_where_it_may(policy, households):
    contracts, groups = of_type(policy, "Contract"), of_type(policy, "Group")
    assert (len(groups), len(contracts)) == ((1, 1) if households else (0, 4))
    people = {f"Patient/{p['id']}" for p in of_type(policy, "Patient")}
    covered = [s["reference"] for c in contracts for s in c["subject"]]
    assert set(covered) - people == {f"Group/{g['id']}" for g in groups}
    assert people <= set(covered)
    assert {e["patient"]["reference"] for e in of_type(policy, "EpisodeOfCare")} == people
    if not households:  # the child does not sign for itself
        signers = [s["type"]["code"] for c in contracts for s in c["signer"]]
        assert signers.count("guardian") == 1


@pytest.mark.parametrize("policy", POLICIES)
def test_a_team_has_the_roles_and_the_cap_of_the_policy(policy):
    rules = policies.load(policy)
    (team,) = of_type(policy, "CareTeam")
    roles = {c["code"] for p in team["participant"] for r in p["role"] for c in r["coding"]}
    required = rules.team.required_roles.on(ORDINARY)
    # A family doctor is anybody with one of the roles that the policy names.
    asked = set(required.value) - {"family-doctor"} if required else set()
    assert roles >= asked
    most = rules.capacity.max_per_team.on(ORDINARY)
    assert under("valuePositiveInt", team) == [most.value if most else 2000]


@pytest.mark.parametrize("policy", POLICIES)
def test_what_is_paid_is_what_the_contracts_say(policy):
    agreed = [
        item["net"]["value"]
        for contract in of_type(policy, "Contract")
        for term in contract["term"]
        for item in term["asset"][0].get("valuedItem", ())
    ]
    charged = [c["priceOverride"]["value"] for c in of_type(policy, "ChargeItem")]
    paid = [i["totalNet"]["value"] for i in of_type(policy, "Invoice")]
    assert sum(agreed) == sum(charged) == sum(paid) > 0


def test_a_silent_policy_is_said_to_be():
    texts = {p: of_type(p, "Contract")[0]["term"][0]["text"] for p in POLICIES}
    assert "未规定签约主体" in texts["national-2022"]
    assert "未规定签约主体" not in texts["city-2017"]
    assert "asks for no review of referrals" in texts["shenzhen-2017"]
    assert "asks for no review of referrals" not in texts["hainan-2024"]


def test_the_referral_goes_up_level_by_level_and_back():
    steps = {
        r["id"]: [e["valueCode"] for e in r["extension"][0]["extension"]]
        for r in of_type("city-2017", "ServiceRequest")
    }
    assert steps == {
        "city-2017-referral-up-village-clinic": ["village", "township"],
        "city-2017-referral-up": ["township", "secondary"],
        "city-2017-referral-back": ["secondary", "township"],
    }
    assert len([t for t in of_type("city-2017", "Task") if t["id"].endswith("-review")]) == 2


@pytest.mark.parametrize("policy", POLICIES)
def test_a_slot_is_released_as_early_as_the_policy_says_and_booked(policy):
    slots, appointments = of_type(policy, "Slot"), of_type(policy, "Appointment")
    ahead = policies.load(policy).slots.release_days_ahead.on(ORDINARY)
    days = [
        date.fromisoformat(s["start"][:10]) - date.fromisoformat(under("valueDate", s)[0])
        for s in slots
    ]
    assert [each.days for each in days] == ([ahead.value] * 2 if ahead else [])
    taken = [f"Slot/{s['id']}" for s in slots if s["status"] == "busy"]
    assert [s["reference"] for a in appointments for s in a["slot"]] == taken
    came = under("valueReference", under("output", of_type(policy, "Task")))
    booked = [each["reference"] for each in came if each["reference"].startswith("Appointment/")]
    assert booked == [f"Appointment/{a['id']}" for a in appointments]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_resident_has_consented_as_long_as_the_contract_runs(policy):
    given = {c["patient"]["reference"]: c for c in of_type(policy, "Consent")}
    assert given.keys() == {f"Patient/{p['id']}" for p in of_type(policy, "Patient")}
    contracts = {f"Contract/{c['id']}": c for c in of_type(policy, "Contract")}
    for consent in given.values():
        source = contracts[consent["sourceReference"]["reference"]]
        assert consent["provision"]["period"] == source["applies"]
    by = given[f"Patient/{policy}-child"]["performer"]
    assert [who["reference"] for who in by] == [f"RelatedPerson/{policy}-guardian"]


@pytest.mark.parametrize("policy", POLICIES)
def test_nobody_can_be_meant(policy):
    for patient in of_type(policy, "Patient"):
        card = patient["identifier"][0]["value"]
        assert card.startswith("990000")
        assert card[6:14] == patient["birthDate"].replace("-", "")
        total = sum(int(d) * w for d, w in zip(card, WEIGHTS, strict=False))
        assert card[17] == "10X98765432"[total % 11]
        assert (int(card[16]) % 2 == 1) == (patient["gender"] == "male")
        assert "例" in patient["name"][0]["text"]
    telephones = [t["value"] for r in resources(policy) for t in r.get("telecom", [])]
    assert telephones
    assert all(t.startswith("000-555-") for t in telephones)


def test_the_command_prints_the_case():
    command = [sys.executable, "-m", "profiles.cases", "--policy", "city-2017"]
    ran = subprocess.run(
        [*command, "--today", "2026-11-22"], capture_output=True, text=True, check=True
    )
    printed = json.loads(ran.stdout, parse_float=Decimal)
    assert printed == cases.bundle("city-2017", ORDINARY)
    assert re.search(r'"value": 40\.00,', ran.stdout)  # four persons at 10 yuan, to the fen


def test_a_case_is_loaded_and_found(server):
    whole = cases.bundle("city-2017", ORDINARY)
    kind = {"Content-Type": "application/fhir+json"}
    sent = httpx.post(server, content=encode(whole), headers=kind, timeout=60)
    assert sent.status_code == 200, sent.text
    assert {e["response"]["status"] for e in sent.json()["entry"]} == {"201 Created"}
    for search, ids in {
        "Contract?team=city-2017-team": {"contract"},
        "Contract?patient=city-2017-child": {"contract"},
        "Contract?household=city-2017-household": {"contract"},
        "Contract?package=city-2017-basic-package": {"contract"},
        "EpisodeOfCare?team=city-2017-team": {
            f"episode-{who}" for who in ("father", "mother", "grandmother", "child")
        },
        "Task?due=ge2026-12-01&status=requested": {"follow-up-3"},
        "ServiceRequest?based-on=ServiceRequest/city-2017-referral-up": {"referral-back"},
        "ServiceRequest?based-on=city-2017-referral-up-village-clinic": {"referral-up"},
        "Encounter?episode-of-care=city-2017-episode-grandmother&_summary=data": {
            "visit-assessment", "visit-1", "visit-2", "visit-township-centre", "visit-3",
        },
    }.items():  # fmt: skip
        found = httpx.get(f"{server}/{search}").json()
        entries = {e["resource"]["id"] for e in found.get("entry", ())}
        assert entries == {f"city-2017-{each}" for each in ids}, search
