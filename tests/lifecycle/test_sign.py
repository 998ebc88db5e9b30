"""$sign: what was applied for comes into force, with all that belongs to it."""

import pytest

from .world import (
    TODAY,
    answered,
    code,
    contract,
    day,
    extension,
    ref,
    rules,
    signature,
    state,
    text,
)


def of_contract(resources, contract):
    """Those that name a contract in our extension."""
    return [r for r in resources if extension(r, "contract") == {"reference": contract}]


def test_comes_into_force_with_a_period_by_the_policy(world):
    signed = answered(world.sign(world.draft(world.team(), world.resident())))
    assert state(signed) == "active"
    assert signed["status"] == "executed"
    assert signed["issued"] == TODAY
    assert signed["applies"] == {"start": TODAY, "end": "2026-12-31"}
    assert signed["meta"]["versionId"] == "2"


def test_the_resident_gets_an_episode_and_the_doctor(world):
    team, resident = world.team(), world.resident()
    contract = world.signed(team, resident)
    (episode,) = of_contract(world.find(f"EpisodeOfCare?patient={resident}"), contract)
    assert episode["status"] == "active"
    assert episode["period"] == {"start": TODAY, "end": "2026-12-31"}
    assert episode["team"] == [{"reference": team}]
    (doctor,) = world.get(resident)["generalPractitioner"]
    assert doctor["reference"] == "PractitionerRole/example-family-doctor"
    assert extension(doctor, "by-contract") is True


def test_the_packages_become_a_plan_with_tasks_by_frequency(world):
    resident = world.resident()
    contract = world.signed(world.team(), resident)
    (plan,) = world.find(f"CarePlan?patient={resident}")
    tasks = of_contract(world.find(f"Task?patient={resident}"), contract)
    assert {t["basedOn"][0]["reference"] for t in tasks} == {f"CarePlan/{plan['id']}"}
    assert len(plan["activity"]) == len(tasks)
    education = sorted(
        (t["restriction"]["period"]["start"], t["restriction"]["period"]["end"])
        for t in tasks
        if "item-health-education" in t["instantiatesCanonical"]
    )
    assert education == [
        ("2026-03-02", "2026-06-01"),
        ("2026-06-02", "2026-09-01"),
        ("2026-09-02", "2026-12-01"),
        ("2026-12-02", "2026-12-31"),
    ]
    # What is for patients with hypertension is not for everybody.
    assert not [t for t in tasks if "item-hypertension" in t["instantiatesCanonical"]]


def test_leaves_a_provenance_with_the_states_before_and_after(world):
    contract = world.draft(world.team(), world.resident())
    performer = "PractitionerRole/example-family-doctor"
    assert world.sign(contract, performer=ref(performer)).status_code == 200
    (record,) = world.find(f"Provenance?target={contract}")
    change = record["extension"][-1]["extension"]
    assert [each["valueCoding"]["code"] for each in change] == ["applied", "active"]
    assert record["target"][0]["reference"] == f"{contract}/_history/2"
    assert record["agent"][0]["who"]["reference"] == performer
    assert record["activity"]["coding"][0]["code"] == "sign"


def test_a_package_with_a_price_waits_for_its_payment(world):
    resident = world.resident()
    contract = world.draft(world.team(), resident, package="hainan-basic-1")
    signed = answered(world.sign(contract))
    assert (state(signed), signed["status"]) == ("pending-payment", "executable")
    (asset,) = signed["term"][0]["asset"]
    shares = {extension(i, "payer-kind"): i["net"]["value"] for i in asset["valuedItem"]}
    # Nobody found insured pays what the insurance fund would have paid.
    assert shares == {"public-health-fund": 35, "resident": 55}
    assert world.find(f"CarePlan?patient={resident}") == []
    less = paid(world, resident, 10)
    assert rules(world.call(f"{contract}/$sign", payment=ref(less))) == {"rule-payment"}
    invoice = paid(world, resident, 55)
    assert state(answered(world.call(f"{contract}/$sign", payment=ref(invoice)))) == "active"
    assert len(world.find(f"CarePlan?patient={resident}")) == 1


def test_an_insured_resident_pays_less(world):
    resident = world.resident()
    world.put(
        {
            "resourceType": "Coverage",
            "id": world.name("coverage"),
            "status": "active",
            "type": {"coding": [{"system": "urn:oid:2.16.156.10011.2.3.1.248", "code": "2"}]},
            "beneficiary": {"reference": resident},
            "payor": [{"display": "示例市基本医疗保险基金"}],
        }
    )
    contract = world.draft(world.team(), resident, package="hainan-basic-1")
    signed = answered(world.sign(contract, payment=ref(paid(world, resident, 10))))
    (asset,) = signed["term"][0]["asset"]
    shares = {extension(i, "payer-kind"): i["net"]["value"] for i in asset["valuedItem"]}
    assert shares == {"insurance-fund": 45, "public-health-fund": 35, "resident": 10}
    assert state(signed) == "active"


def paid(world, resident, yuan):
    id_ = world.name("invoice")
    amount = {"value": yuan, "currency": "CNY"}
    invoice = {"resourceType": "Invoice", "id": id_, "status": "balanced", "totalNet": amount}
    world.put(invoice | {"subject": {"reference": resident}})
    return f"Invoice/{id_}"


def test_the_same_again_is_answered_as_at_first(world):
    contract = world.draft(world.team(), world.resident())
    asked = {"signature": world.signatures(contract)}
    first = world.sign(contract, **asked)
    assert world.sign(contract, **asked).json() == first.json()
    assert world.get(contract)["meta"]["versionId"] == "2"
    other = world.sign(contract, **asked, channel=code("app"))
    assert (other.status_code, rules(other)) == (409, {"idempotency"})


def test_an_idempotency_key_names_one_request(world):
    first, second = (world.draft(world.team(), world.resident()) for _ in range(2))
    key = {"Idempotency-Key": world.name("key")}
    asked = {"signature": world.signatures(first)}
    done = world.sign(first, key, **asked)
    assert done.status_code == 200
    assert world.sign(first, key, **asked).json() == done.json()
    assert world.sign(second, key).status_code == 409
    assert state(world.get(second)) == "applied"


def test_one_team_at_a_time(world):
    resident = world.resident()
    world.signed(world.team(), resident)
    contract = world.draft(world.team(), resident)
    refused = world.sign(contract)
    assert (refused.status_code, rules(refused)) == (409, {"rule-one-team-per-resident"})
    assert world.get(contract)["meta"]["versionId"] == "1"
    assert world.find(f"Provenance?target={contract}") == []


def test_paper_signed_before_and_entered_later_is_disputed(world):
    resident, team = world.resident(), world.team()
    world.signed(world.team(), resident)
    contract = world.draft(team, resident)
    paper = {"signedOn": day("2026-02-20"), "channel": code("paper")}
    signed = answered(world.sign(contract, **paper))
    assert (state(signed), signed["status"]) == ("disputed", "disputed")
    tasks = world.find(f"Task?patient={resident}&code=overlap")
    assert len({task["owner"]["reference"] for task in tasks}) == 2
    assert [e["status"] for e in world.find(f"EpisodeOfCare?team={team}")] == ["onhold"]


def test_a_full_team_refuses_the_next_resident(world):
    team = world.team(most=2)
    for _ in range(2):
        world.signed(team, world.resident())
    refused = world.sign(world.draft(team, world.resident()))
    assert (refused.status_code, rules(refused)) == (409, {"rule-capacity"})
    assert "2 of 2" in refused.json()["issue"][0]["diagnostics"]


def test_a_household_covers_whom_it_names(world):
    father, mother, child = world.resident(), world.resident(), world.resident("2020-01-01")
    household = world.household(father, mother, child)
    register = world.paper("household-register", household)
    contract = world.draft(world.team(), father, mother, household=household)
    signed = answered(
        world.sign(contract, member=[ref(father), ref(mother)], document=ref(register))
    )
    assert signed["signer"][0]["type"]["code"] == "household-representative"
    assert [e["status"] for e in world.find(f"EpisodeOfCare?patient={father},{mother}")] == [
        "active",
        "active",
    ]
    assert world.find(f"EpisodeOfCare?patient={child}") == []
    alone = world.draft(world.team(), child)
    guardian = world.guardian(child)
    doctor = "PractitionerRole/example-family-doctor"
    by = [{"valueSignature": signature(who)} for who in (guardian, doctor)]
    assert answered(world.sign(alone, signature=by))["signer"][0]["type"]["code"] == "guardian"


REFUSED = {
    "signed in the future": ({"signedOn": day("2026-03-03")}, "rule-backdating"),
    "paper entered too late": (
        {"signedOn": day("2026-01-15"), "channel": code("paper")},
        "rule-backdating",
    ),
    "a term longer than three years": ({"years": {"valuePositiveInt": 4}}, "rule-term"),
    "somebody unknown acts": (
        {"performer": ref("PractitionerRole/nobody")},
        "reference-missing",
    ),
}


@pytest.mark.parametrize(("asked", "rule"), REFUSED.values(), ids=REFUSED)
def test_refused_with_nothing_done(world, asked, rule):
    contract = world.draft(world.team(), world.resident())
    reply = world.sign(contract, **asked)
    assert reply.status_code == 422, reply.text
    assert rule in rules(reply)
    assert world.get(contract)["meta"]["versionId"] == "1"


def test_who_has_died_is_not_signed_for(world):
    dead = world.resident(deceasedDateTime="2026-02-01")
    reply = world.sign(world.draft(world.team(), dead))
    assert (reply.status_code, rules(reply)) == (422, {"rule-resident-alive"})


def test_a_term_of_three_years_ends_with_a_calendar_year(world):
    contract = world.draft(world.team(), world.resident())
    signed = answered(world.sign(contract, years={"valuePositiveInt": 3}))
    assert signed["applies"]["end"] == "2028-12-31"
    assert [a["period"][0]["start"] for a in signed["term"][0]["asset"]] == [
        TODAY,
        "2027-01-01",
        "2028-01-01",
    ]


def test_bad_input_is_named(world):
    contract = world.draft(world.team(), world.resident())
    assert world.call("Contract/unheard-of/$sign", signedOn=day(TODAY)).status_code == 404
    assert world.call(f"{contract}/$sign", member=text("Practitioner/1")).status_code == 400
    assert world.call(f"{contract}/$sign", unknown=text("x")).status_code == 400
    foreign = {"resourceType": "Contract", "id": world.name("foreign"), "status": "offered"}
    world.put(foreign)
    reply = world.call(f"Contract/{foreign['id']}/$sign", signedOn=day(TODAY))
    assert (reply.status_code, rules(reply)) == (422, {"not-ours"})


def test_eligibility_tells_what_signing_would_and_does_nothing(world):
    team, resident, busy = world.team(), world.resident(), world.resident()
    world.signed(world.team(), busy)
    asked = {"team": ref(team), "package": ref("PlanDefinition/hainan-basic-1")}
    good = world.call("Contract/$eligibility", resident=ref(resident), **asked)
    found = {p["name"]: p for p in good.json()["parameter"]}
    assert found["eligible"]["valueBoolean"] is True, good.text
    assert found["period"]["valuePeriod"] == {"start": TODAY, "end": "2026-12-31"}
    bad = world.call("Contract/$eligibility", resident=ref(busy), **asked)
    assert bad.json()["parameter"][0]["valueBoolean"] is False
    assert rules_of(bad) == {"rule-one-team-per-resident"}
    assert answered(world.sign(world.draft(team, resident)))
    whole = {"resource": contract("asked", team, [world.resident()])}
    assert world.call("Contract/$eligibility", contract=whole).status_code == 200


def rules_of(reply):
    outcome = answered(reply, "outcome")
    return {i["details"]["coding"][0]["code"] for i in outcome["issue"] if i["severity"] == "error"}


def test_apply_plans_without_storing(world):
    resident = world.resident()
    package = "PlanDefinition/hainan-basic-1"
    reply = world.call(f"{package}/$apply", subject=text(resident))
    plan = reply.json()
    assert (reply.status_code, plan["resourceType"]) == (200, "CarePlan")
    assert len(plan["contained"]) == len(plan["activity"]) > 5
    assert plan["period"] == {"start": TODAY, "end": "2027-03-01"}
    assert world.find(f"CarePlan?patient={resident}") == []
