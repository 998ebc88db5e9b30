"""$roll-over: contracts start, end, are renewed and lapse on their days, whenever it runs."""

import httpx
import pytest

from .world import SETTINGS, World, answered, code, day, extension, ref, state


@pytest.fixture
def at(serve, mongodb_uri, database):
    """A function that gives the world on a day: a server of its own, on the same database."""
    running = []

    def on(today):
        variables = {**SETTINGS, "FHIR_TODAY": today, "FHIR_MONGODB_DATABASE": database}
        context = serve("--mongodb-uri", mongodb_uri, **variables)
        base, _ = context.__enter__()
        client = httpx.Client(timeout=60)
        running.append((context, client))
        return World(base, client)

    yield on
    for context, client in running:
        client.close()
        context.__exit__(None, None, None)


def counted(reply):
    return {p["name"]: p["valueInteger"] for p in reply.json()["parameter"] if "valueInteger" in p}


def test_a_life_goes_its_way_on_its_days(world, at):
    resident, other, debtor = world.resident(), world.resident(), world.resident()
    team = world.team()
    old = world.signed(team, resident)
    new = answered(world.call(f"{old}/$renew", signature=world.signatures(old)))
    ends = world.signed(team, other)
    paper = world.paper("cancellation", other, received_on="2026-03-02")
    assert world.call(f"{ends}/$cancel", letter=ref(paper)).status_code == 200
    unpaid = world.draft(team, debtor, package="hainan-basic-1")
    answered(world.sign(unpaid))
    quiet = world.call("Contract/$roll-over", dryRun={"valueBoolean": True})
    assert set(counted(quiet).values()) == {0}

    later = at("2026-03-06")
    later.call("Contract/$roll-over", date=day("2026-03-06"))  # or the daily job was first
    assert state(later.get(ends)) == "terminated"
    assert state(later.get(unpaid)) == "lapsed"
    assert state(later.get(old)) == "active"
    assert "generalPractitioner" not in later.get(other)

    year = at("2027-01-01")
    year.call("Contract/$roll-over", date=day("2027-01-01"))
    assert (state(year.get(old)), year.get(old)["status"]) == ("renewed", "terminated")
    assert state(year.get(f"Contract/{new['id']}")) == "active"
    (doctor,) = year.get(resident)["generalPractitioner"]
    assert extension(doctor, "contract") == {"reference": f"Contract/{new['id']}"}
    statuses = [e["status"] for e in year.find(f"EpisodeOfCare?patient={resident}&_sort=date")]
    assert sorted(statuses) == ["active", "finished"]
    again = year.call("Contract/$roll-over", date=day("2027-01-01"))
    assert set(counted(again).values()) == {0}
    assert year.call("Contract/$roll-over", date=day("2027-01-02")).status_code == 400


def test_a_place_is_judged_by_true_dates_before_anything_rolls_over(world, at):
    team = world.team(most=1)
    resident = world.resident()
    contract = world.signed(team, resident)
    proof = world.paper("end-evidence", resident)
    end = {"reason": code("moved"), "evidence": ref(proof), "end": day("2026-03-05")}
    announced = answered(world.call(f"{contract}/$terminate", **end))
    assert state(announced) == "active"
    assert world.sign(world.draft(team, world.resident())).status_code == 409
