"""$renew, $transfer, $amend: what follows a contract, and what changes within it."""

from .world import TODAY, answered, code, day, extension, ref, rules, state


def renewed(world, contract, **asked):
    return world.call(f"{contract}/$renew", signature=world.signatures(contract), **asked)


def test_a_renewal_starts_the_day_after_and_leaves_the_old_one_in_force(world):
    resident, team = world.resident(), world.team(most=1)
    contract = world.signed(team, resident)
    new = answered(renewed(world, contract))
    assert (state(new), new["applies"]["start"]) == ("pending-start", "2027-01-01")
    assert new["subType"][0]["coding"][0]["code"] == "renewal"
    assert extension(new, "renews") == {"reference": contract}
    old = world.get(contract)
    assert state(old) == "active"
    assert extension(old, "renewed-by") == {"reference": f"Contract/{new['id']}"}
    again = renewed(world, contract, years={"valuePositiveInt": 2})
    assert again.status_code == 409


def test_a_transfer_at_the_residents_wish_needs_the_letter(world):
    resident, team = world.resident(), world.team()
    contract = world.signed(world.team(), resident)
    signatures = world.signatures(contract)
    asked = {"team": ref(team), "reason": code("switch-team"), "signature": signatures}
    refused = world.call(f"{contract}/$transfer", **asked)
    paper = world.paper("cancellation", resident, received_on=TODAY)
    if refused.status_code == 200:  # a policy without that rule
        return
    assert (refused.status_code, rules(refused)) == (422, {"rule-written-cancellation"})
    new = answered(world.call(f"{contract}/$transfer", **asked, letter=ref(paper)))
    assert new["applies"]["start"] == "2026-03-03"


def test_a_transfer_leaves_no_day_without_cover(world):
    resident, team = world.resident(), world.team()
    contract = world.signed(world.team(), resident)
    paper = world.paper("cancellation", resident, received_on=TODAY)
    new = answered(
        world.call(
            f"{contract}/$transfer",
            team=ref(team),
            reason=code("switch-team"),
            letter=ref(paper),
            signature=world.signatures(contract),
        )
    )
    assert (state(new), new["applies"]["start"]) == ("pending-start", "2026-03-03")
    assert new["term"][0]["action"][0]["performer"]["reference"] == team
    assert extension(world.get(contract), "ended-on") == TODAY
    periods = sorted(
        (e["period"]["start"], e["period"]["end"])
        for e in world.find(f"EpisodeOfCare?patient={resident}")
    )
    assert periods == [(TODAY, TODAY), ("2026-03-03", "2026-12-31")]


def household(world, *members):
    group = world.household(*members)
    register = world.paper("household-register", group)
    contract = world.draft(world.team(), *members, household=group)
    assert world.sign(contract, document=ref(register)).status_code == 200
    return contract


def test_a_newborn_joins_from_a_day_to_the_end(world):
    contract = household(world, world.resident(), world.resident())
    baby = world.resident("2026-02-20")
    asked = {"date": day("2026-04-01"), "addMember": ref(baby)}
    amended = answered(world.call(f"{contract}/$amend", **asked))
    (subject,) = [s for s in amended["subject"] if s["reference"] == baby]
    assert extension(subject, "covered") == {"start": "2026-04-01", "end": "2026-12-31"}
    (episode,) = world.find(f"EpisodeOfCare?patient={baby}")
    assert episode["period"]["start"] == "2026-04-01"
    again = world.call(f"{contract}/$amend", date=day("2026-05-01"), addMember=ref(baby))
    assert again.status_code == 409


def test_a_member_who_is_covered_elsewhere_cannot_join(world):
    other = world.resident()
    world.signed(world.team(), other)
    contract = household(world, world.resident())
    reply = world.call(f"{contract}/$amend", date=day("2026-04-01"), addMember=ref(other))
    assert (reply.status_code, rules(reply)) == (409, {"rule-one-team-per-resident"})


def test_a_member_leaves_and_may_sign_elsewhere(world):
    stays, leaves = world.resident(), world.resident()
    contract = household(world, stays, leaves)
    part = [
        {"name": "member", "valueReference": {"reference": leaves}},
        {"name": "reason", "valueCode": "moved"},
    ]
    asked = {"date": day("2026-03-10"), "removeMember": {"part": part}}
    answered(world.call(f"{contract}/$amend", **asked))
    (episode,) = world.find(f"EpisodeOfCare?patient={leaves}")
    assert episode["period"]["end"] == "2026-03-09"
    other = world.draft(world.team(), leaves)
    assert state(answered(world.sign(other, start=day("2026-03-10")))) == "pending-start"
