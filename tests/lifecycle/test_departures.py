"""$dissolve, $disqualify and death: who is gone, and what becomes of the contracts."""

from .world import TODAY, answered, code, day, extension, ref, rules, state, text


def test_a_team_is_dissolved_and_its_contracts_stay(world):
    team, new = world.team(), world.team()
    resident = world.resident()
    contract = world.signed(team, resident)
    asked = {"date": day(TODAY), "reason": text("团队撤销"), "successor": ref(new)}
    reply = world.call(f"{team}/$dissolve", **asked)
    assert answered(reply, "team")["status"] == "inactive"
    (task,) = [p["valueReference"] for p in reply.json()["parameter"] if p["name"] == "task"]
    found = world.get(task["reference"])
    assert found["focus"]["reference"] == contract
    assert found["restriction"]["period"]["end"] == "2026-04-01"
    assert state(world.get(contract)) == "active"
    assert rules(world.sign(world.draft(team, world.resident()))) == {"rule-team-active"}
    # No letter is needed now.
    moved = world.call(
        f"{contract}/$transfer",
        team=ref(new),
        reason=code("team-dissolved"),
        signature=world.signatures(contract),
    )
    assert answered(moved)["applies"]["start"] == "2026-03-03"


def test_a_successor_without_room_is_refused(world):
    team, full = world.team(), world.team(most=1)
    for each in (team, full):
        world.signed(each, world.resident())
    asked = {"date": day(TODAY), "reason": text("团队撤销"), "successor": ref(full)}
    reply = world.call(f"{team}/$dissolve", **asked)
    assert (reply.status_code, rules(reply)) == (409, {"rule-capacity"})
    assert world.get(team)["status"] == "active"


def test_nobody_signs_with_a_disqualified_doctor(world):
    doctor = world.doctor()
    team = world.team(doctor=doctor)
    contract = world.draft(team, world.resident())
    asked = {"date": day(TODAY), "reason": text("取消资格")}
    reply = world.call(f"{doctor}/$disqualify", **asked)
    found = answered(reply, "practitionerRole")
    assert extension(found, "registration-status") == "disqualified"
    refused = world.sign(contract)
    assert refused.status_code == 422
    assert "rule-family-doctor-roles" in rules(refused)
    again = {"date": day(TODAY), "reason": text("再次")}
    assert world.call(f"{doctor}/$disqualify", **again).status_code == 409


def dies(world, resident, **said):
    patient = world.get(resident)
    world.put({k: v for k, v in patient.items() if not k.startswith("deceased")} | said)
    tasks = world.find(f"Task?patient={resident}&code=death-confirmation")
    return tasks[-1] if tasks else None


def test_a_death_ends_the_cover_once_it_is_confirmed(world):
    resident = world.resident()
    contract = world.signed(world.team(), resident)
    task = dies(world, resident, deceasedDateTime=TODAY)
    assert task["status"] == "requested"
    assert state(world.get(contract)) == "active"
    world.put(task | {"status": "completed"})
    ended = world.get(contract)
    assert (state(ended), extension(ended, "ended-on")) == ("terminated", TODAY)
    reason = extension(ended, "early-end-reason")
    assert reason["coding"][0]["code"] == "deceased"
    service = [t for t in world.find(f"Task?patient={resident}") if "restriction" in t]
    later = [t["status"] for t in service if t["restriction"]["period"]["start"] > TODAY]
    assert set(later) == {"cancelled"}


def test_a_wrong_report_is_taken_back(world):
    resident = world.resident()
    world.signed(world.team(), resident)
    dies(world, resident, deceasedBoolean=True)
    assert dies(world, resident)["status"] == "cancelled"


def test_a_household_keeps_its_contract(world):
    dead, lives = world.resident(), world.resident()
    group = world.household(dead, lives)
    register = world.paper("household-register", group)
    contract = world.draft(world.team(), dead, lives, household=group)
    assert world.sign(contract, document=ref(register)).status_code == 200
    task = dies(world, dead, deceasedBoolean=True)
    world.put(task | {"status": "completed"})
    assert state(world.get(contract)) == "active"
    (episode,) = world.find(f"EpisodeOfCare?patient={dead}")
    assert episode["period"]["end"] == TODAY
    (other,) = world.find(f"EpisodeOfCare?patient={lives}")
    assert other["period"]["end"] == "2026-12-31"
