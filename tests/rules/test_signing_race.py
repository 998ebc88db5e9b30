"""Many sign at the same moment, through several processes: what may be had once is had once."""

import asyncio
from collections import Counter

import httpx
import pytest

from tests.lifecycle.world import SETTINGS, TODAY, World, contract, ref, rules, signature, state

MANY = 64
PROCESSES = 3
DOCTOR = "PractitionerRole/example-family-doctor"


@pytest.fixture(scope="module")
def world(serve, mongodb_uri, database):
    variables = {**SETTINGS, "FHIR_MONGODB_DATABASE": database}
    flags = ("--mongodb-uri", mongodb_uri, "--workers", str(PROCESSES))
    with serve(*flags, **variables) as (base, _), httpx.Client(timeout=60) as client:
        yield World(base, client).build()


def transaction(world, resources):
    """Store many resources at once."""
    entries = [
        {"resource": r, "request": {"method": "PUT", "url": f"{r['resourceType']}/{r['id']}"}}
        for r in resources
    ]
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": entries}
    reply = world.client.post(world.base, json=bundle)
    assert reply.status_code == 200, reply.text


def residents(world, number):
    made = [
        {"resourceType": "Patient", "id": world.name("racer"), "birthDate": "1960-05-01"}
        for _ in range(number)
    ]
    transaction(world, made)
    return [f"Patient/{each['id']}" for each in made]


def drafts(world, pairs):
    """Applications of residents to teams; the references."""
    made = [contract(world.name("race"), team, [resident]) for team, resident in pairs]
    transaction(world, made)
    return [f"Contract/{each['id']}" for each in made]


def all_sign(world, asked):
    """Sign contracts of residents at the same time, each on a connection of its own."""

    async def sign(reference, resident):
        async with httpx.AsyncClient(timeout=120) as client:
            return await _sign(client, world, reference, resident)

    async def run():
        return await asyncio.gather(*(sign(*each) for each in asked))

    return asyncio.run(run())


def statuses(replies):
    return Counter(reply.status_code for reply in replies)


def test_one_resident_and_many_teams_one_succeeds(world):
    (resident,) = residents(world, 1)
    teams = [world.team() for _ in range(8)]
    contracts = drafts(world, [(teams[n % len(teams)], resident) for n in range(MANY)])
    replies = all_sign(world, [(each, resident) for each in contracts])
    assert statuses(replies) == {200: 1, 409: MANY - 1}
    refused = [reply for reply in replies if reply.status_code != 200]
    assert {rule for reply in refused for rule in rules(reply)} == {"rule-one-team-per-resident"}
    assert Counter(state(world.get(each)) for each in contracts) == {
        "active": 1,
        "applied": MANY - 1,
    }
    assert len(world.find(f"EpisodeOfCare?patient={resident}")) == 1
    assert len(world.get(resident)["generalPractitioner"]) == 1


def test_many_residents_and_one_team_with_room_all_succeed(world):
    team, people = world.team(most=MANY), residents(world, MANY)
    contracts = drafts(world, [(team, resident) for resident in people])
    replies = all_sign(world, zip(contracts, people, strict=True))
    assert statuses(replies) == {200: MANY}
    (late,) = residents(world, 1)
    refused = world.sign(world.draft(team, late))
    assert (refused.status_code, rules(refused)) == (409, {"rule-capacity"})


def test_a_full_team_refuses_the_rest(world):
    room, number = 10, 24
    team, people = world.team(most=room), residents(world, number)
    contracts = drafts(world, [(team, resident) for resident in people])
    replies = all_sign(world, zip(contracts, people, strict=True))
    assert statuses(replies) == {200: room, 409: number - room}
    assert len(world.find(f"EpisodeOfCare?team={team}")) == room


def test_places_that_become_free_meanwhile_are_taken_once(world):
    room, leaving = 10, 5
    team, people = world.team(most=room), residents(world, room + 20)
    first = drafts(world, [(team, resident) for resident in people[:room]])
    assert statuses(all_sign(world, zip(first, people, strict=False))) == {200: room}
    later = people[room:]
    contracts = drafts(world, [(team, resident) for resident in later])
    proof = [world.paper("end-evidence", each) for each in people[:leaving]]

    async def run():
        async with httpx.AsyncClient(timeout=120) as client:
            ends = [_end(client, world, *each) for each in zip(first, proof, strict=False)]
            signs = [_sign(client, world, *each) for each in zip(contracts, later, strict=True)]
            return await asyncio.gather(*ends, *signs)

    replies = asyncio.run(run())
    assert statuses(replies[:leaving]) == {200: leaving}
    signed = statuses(replies[leaving:])
    assert signed.keys() <= {200, 409}
    assert signed[200] <= leaving
    active = [e for e in world.find(f"EpisodeOfCare?team={team}") if e["status"] == "active"]
    assert len(active) == room - leaving + signed[200]
    # As many more as there are places left, and not one more.
    rest = [c for c, r in zip(contracts, replies[leaving:], strict=True) if r.status_code == 409]
    left = leaving - signed[200]
    again = [world.sign(each).status_code for each in rest[: left + 1]]
    assert again == [200] * left + [409]


async def _end(client, world, reference, proof):
    reason = {"name": "reason", "valueCode": "moved"}
    body = {"resourceType": "Parameters", "parameter": [reason, {"name": "evidence", **ref(proof)}]}
    return await client.post(f"{world.base}/{reference}/$terminate", json=body)


async def _sign(client, world, reference, resident, doctor=DOCTOR):
    signed = [{"valueSignature": signature(who)} for who in (resident, doctor)]
    body = {"resourceType": "Parameters"}
    body["parameter"] = [{"name": "signature", **each} for each in signed]
    return await client.post(f"{world.base}/{reference}/$sign", json=body)


def test_nobody_signs_with_a_doctor_who_is_disqualified_meanwhile(world):
    """What was signed was committed before the disqualification: the guard keeps them apart."""
    number = 12
    people = residents(world, number)
    doctors = [world.doctor() for _ in people]
    teams = [world.team(doctor=doctor) for doctor in doctors]
    contracts = drafts(world, zip(teams, people, strict=True))

    async def run():
        async with httpx.AsyncClient(timeout=120) as client:
            calls = []
            for reference, resident, doctor in zip(contracts, people, doctors, strict=True):
                calls += [
                    _sign(client, world, reference, resident, doctor),
                    _disqualify(client, world, doctor),
                ]
            return await asyncio.gather(*calls)

    replies = asyncio.run(run())
    assert {reply.status_code for reply in replies[1::2]} == {200}
    assert {reply.status_code for reply in replies[::2]} <= {200, 422}
    history = world.get("_history?_count=1000")["entry"]
    order = [e["fullUrl"].removeprefix(f"{world.base}/") for e in reversed(history)]
    last = {reference: n for n, reference in enumerate(order)}
    signed = [n for n, reply in enumerate(replies[::2]) if reply.status_code == 200]
    assert [n for n in signed if last[contracts[n]] > last[doctors[n]]] == []


async def _disqualify(client, world, doctor):
    day, why = {"name": "date", "valueDate": TODAY}, {"name": "reason", "valueString": "取消资格"}
    body = {"resourceType": "Parameters", "parameter": [day, why]}
    return await client.post(f"{world.base}/{doctor}/$disqualify", json=body)
