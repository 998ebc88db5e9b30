"""$cancel, $terminate: a contract ends before its end, for a reason and with its papers."""

import pytest

from .world import TODAY, answered, code, day, extension, ref, rules, signature, state, text

DOCTOR = "PractitionerRole/example-family-doctor"


def letter(world, resident, **days):
    return world.paper("cancellation", resident, received_on=TODAY, **days)


def episode(world, resident):
    (found,) = world.find(f"EpisodeOfCare?patient={resident}")
    return found


def test_a_letter_fixes_the_last_day_without_changing_the_period(world):
    resident = world.resident()
    contract = world.signed(world.team(), resident)
    paper = letter(world, resident, requested_end="2026-03-31")
    ended = answered(world.call(f"{contract}/$cancel", letter=ref(paper)))
    assert (state(ended), extension(ended, "ended-on")) == ("active", "2026-03-31")
    assert ended["applies"]["end"] == "2026-12-31"
    assert {"reference": paper} in ended["supportingInfo"]
    assert episode(world, resident)["period"]["end"] == "2026-03-31"
    after = [
        t["status"]
        for t in world.find(f"Task?patient={resident}")
        if t["restriction"]["period"]["start"] > "2026-03-31"
    ]
    assert set(after) == {"cancelled"}
    renewed = world.call(f"{contract}/$renew", signature=world.signatures(contract))
    assert renewed.status_code == 409


def test_after_a_letter_another_team_follows_the_day_after(world):
    resident = world.resident()
    contract = world.signed(world.team(), resident)
    world.call(f"{contract}/$cancel", letter=ref(letter(world, resident)))
    other = world.draft(world.team(), resident)
    refused = world.sign(other)
    assert rules(refused) == {"rule-one-team-per-resident"}
    signed = answered(world.sign(other, start=day("2026-03-03")))
    assert (state(signed), signed["applies"]["start"]) == ("pending-start", "2026-03-03")
    back = world.call(f"{contract}/$cancel", withdraw={"valueBoolean": True})
    assert (back.status_code, rules(back)) == (409, {"rule-one-team-per-resident"})


def test_a_cancellation_is_taken_back(world):
    resident = world.resident()
    contract = world.signed(world.team(), resident)
    world.call(f"{contract}/$cancel", letter=ref(letter(world, resident)))
    back = answered(world.call(f"{contract}/$cancel", withdraw={"valueBoolean": True}))
    assert (state(back), extension(back, "ended-on")) == ("active", None)
    assert episode(world, resident)["period"]["end"] == "2026-12-31"
    assert {t["status"] for t in world.find(f"Task?patient={resident}")} == {"requested"}


def test_a_move_needs_evidence(world):
    resident, team = world.resident(), world.team(most=1)
    contract = world.signed(team, resident)
    refused = world.call(f"{contract}/$terminate", reason=code("moved"))
    assert (refused.status_code, rules(refused)) == (422, {"rule-end-evidence"})
    proof = world.paper("end-evidence", resident)
    ended = answered(
        world.call(f"{contract}/$terminate", reason=code("moved"), evidence=ref(proof))
    )
    assert (state(ended), ended["status"]) == ("terminated", "revoked")
    assert (extension(ended, "ended-on"), ended["applies"]["end"]) == (TODAY, "2026-12-31")
    assert episode(world, resident)["status"] == "finished"
    assert "generalPractitioner" not in world.get(resident)
    # The place in the team is free, the day is not.
    world.signed(team, world.resident())
    assert world.sign(world.draft(world.team(), resident)).status_code == 409


def test_a_breach_needs_both_signatures_and_pays_back_all(world):
    resident = world.resident()
    contract = world.draft(world.team(), resident, package="hainan-basic-1")
    invoice = {
        "resourceType": "Invoice",
        "id": world.name("invoice"),
        "status": "balanced",
        "extension": [
            {
                "url": "https://family-doctor-fhir.github.io/StructureDefinition/contract",
                "valueReference": {"reference": contract},
            }
        ],
        "subject": {"reference": resident},
        "recipient": {"reference": resident},
        "totalNet": {"value": 55, "currency": "CNY"},
    }
    world.put(invoice)
    answered(world.sign(contract, payment=ref(f"Invoice/{invoice['id']}")))
    both = [{"valueSignature": signature(who)} for who in (resident, DOCTOR)]
    asked = {"reason": code("provider-breach"), "note": text("未履行承诺")}
    too_much = {"valueMoney": {"value": 60, "currency": "CNY"}}
    reply = world.call(f"{contract}/$terminate", **asked, signature=both, refund=too_much)
    assert (reply.status_code, rules(reply)) == (422, {"rule-breach-refund"})
    done = world.call(f"{contract}/$terminate", **asked, signature=both)
    assert answered(done)["status"] == "cancelled"
    (refund,) = world.find(f"Invoice?subject={resident}&status=issued")
    assert refund["totalNet"] == {"value": -55, "currency": "CNY"}
    record = world.find(f"Provenance?target={contract}")
    assert [len(r["signature"]) for r in record if "signature" in r] == [2]


WRONG = {
    "an application": (lambda w: w.draft(w.team(), w.resident()), "$terminate"),
    "a letter about an application": (lambda w: w.draft(w.team(), w.resident()), "$cancel"),
}


@pytest.mark.parametrize(("made", "operation"), WRONG.values(), ids=WRONG)
def test_what_is_not_in_force_does_not_end(world, made, operation):
    contract = made(world)
    asked = {"$terminate": {"reason": code("other")}, "$cancel": {}}[operation]
    if operation == "$cancel":
        asked = {"letter": ref(letter(world, world.resident()))}
    assert world.call(f"{contract}/{operation}", **asked).status_code == 409
