"""A slot or bed is kept once, however many ask for it at the same moment, whatever process answers.

Two servers on one database; 64 referrals wait for the same receiver.
"""

import asyncio
import sys
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from fhir_server.service.elements import CHINA
from profiles import CANONICAL

sys.path[:0] = [str(Path(__file__).parents[1] / "faults")]
from cluster import service  # noqa: E402 - found by the line above

TRIES, ASIDE = 64, 8
HOSPITAL, CENTRE = "Organization/hospital", "Organization/centre"
SENDER, DESK = "PractitionerRole/sender", "PractitionerRole/desk"
DAY = datetime.now(CHINA).date() + timedelta(days=3)


def ref(target):
    return {"reference": target}


def concept(system, code):
    return {"coding": [{"system": f"{CANONICAL}/CodeSystem/{system}", "code": code}]}


def resource(type_, id_, **more):
    return {"resourceType": type_, "id": id_, **more}


def role(id_, organization):
    codes = [concept("team-role", "referral-coordinator")]
    return resource(
        "PractitionerRole", id_, organization=ref(organization), code=codes, active=True
    )


def down(number):
    """A referral down, which nobody reviews."""
    return resource(
        "ServiceRequest",
        f"r{number}",
        meta={"profile": [f"{CANONICAL}/StructureDefinition/fd-referral-down"]},
        status="draft",
        intent="order",
        category=[concept("referral-direction", "down")],
        code=concept("service-item", "referral"),
        subject=ref("Patient/resident"),
        authoredOn="2026-11-22T08:30:00+08:00",
        requester=ref(SENDER),
        performer=[ref(CENTRE)],
        reasonCode=[{"text": "康复"}],
    )


def slot(number):
    times = {"start": f"{DAY}T09:00:00+08:00", "end": f"{DAY}T09:15:00+08:00"}
    return resource("Slot", f"s{number}", schedule=ref("Schedule/x"), status="free", **times)


def world():
    """All in one transaction."""
    made = [
        resource("Organization", "hospital", name="示例医院"),
        resource("Organization", "centre", name="示例中心"),
        resource("Patient", "resident", name=[{"text": "示例"}]),
        resource("Schedule", "x", actor=[ref(DESK)]),
        resource("Location", "bed", managingOrganization=ref(CENTRE)),
        role("sender", HOSPITAL),
        role("desk", CENTRE),
        *map(slot, range(ASIDE + 1)),
        *map(down, range(TRIES)),
    ]
    entries = [
        {"resource": r, "request": {"method": "PUT", "url": f"{r['resourceType']}/{r['id']}"}}
        for r in made
    ]
    return resource("Bundle", "b", type="transaction", entry=entries)


class Servers:
    """Both servers; what is asked goes to one and the other in turn."""

    def __init__(self, *clients):
        self.clients = clients

    async def step(self, number, step, performer, **given):
        """A step of a referral; its answer."""
        named = {"performer": performer, **given}.items()
        listed = [{"name": name, "valueReference": ref(value)} for name, value in named]
        return await self.clients[number % len(self.clients)].post(
            f"ServiceRequest/r{number}/${step}",
            json={"resourceType": "Parameters", "parameter": listed},
        )

    async def all(self, step, performer, given=lambda _: {}):
        """The same step of all referrals at once; how often each status was answered."""
        steps = (self.step(n, step, performer, **given(n)) for n in range(TRIES))
        return await asyncio.gather(*steps)

    async def read(self, name):
        """A resource, or a Bundle of them."""
        return (await self.clients[0].get(name)).json()


@pytest.fixture
async def servers(mongodb_uri, tmp_path) -> AsyncIterator[Servers]:
    """Two of them, with referrals that were sent."""
    name = f"race_{uuid.uuid4().hex[:10]}"
    with ExitStack() as stack:
        both = [
            stack.enter_context(service(mongodb_uri, name, tmp_path / f"{n}.log")) for n in range(2)
        ]
        await asyncio.gather(*(asyncio.to_thread(each.start) for each in both))
        clients = [httpx.AsyncClient(base_url=f"{each.base}/", timeout=60) for each in both]
        made = Servers(*clients)
        assert (await clients[0].post("", json=world())).status_code == 200
        assert {a.status_code for a in await made.all("submit", SENDER)} == {200}
        yield made
        for client in clients:
            await client.aclose()


def statuses(answers):
    return Counter(answer.status_code for answer in answers)


async def test_nothing_is_kept_twice(servers):
    """One slot, then the bed, then eight slots; what is given back may be had once more."""
    answers = await servers.all("accept", DESK, lambda _: {"slot": "Slot/s0"})
    assert statuses(answers) == {200: 1, 409: TRIES - 1}
    (first,) = [n for n, answer in enumerate(answers) if answer.status_code == 200]
    kept = await servers.read("Slot/s0")
    assert kept["status"] == "busy"
    assert kept["extension"][0]["valueReference"] == ref(f"ServiceRequest/r{first}")
    assert (await servers.read("Appointment?_summary=count"))["total"] == 1

    answers = await servers.all("accept", DESK, lambda _: {"bed": "Location/bed"})
    assert statuses(answers) == {200: 1, 409: TRIES - 1}

    answers = await servers.all("accept", DESK, lambda n: {"slot": f"Slot/s{1 + n % ASIDE}"})
    assert statuses(answers) == {200: ASIDE, 409: TRIES - ASIDE}
    assert (await servers.read("Slot?status=busy&_summary=count"))["total"] == ASIDE + 1
    assert (await servers.read("Appointment?_summary=count"))["total"] == ASIDE + 1

    withdrawn, answers = await asyncio.gather(
        _withdraw(servers, first), servers.all("accept", DESK, lambda _: {"slot": "Slot/s0"})
    )
    assert withdrawn == 200
    taken = statuses(answers)[200]
    assert taken <= 1
    assert statuses(answers) == {409: TRIES - taken} | ({200: 1} if taken else {})
    assert (await servers.read("Slot/s0"))["status"] == ("busy" if taken else "free")


async def _withdraw(servers, number):
    listed = [
        {"name": "performer", "valueReference": ref(SENDER)},
        {"name": "reason", "valueString": "好转"},
    ]
    answer = await servers.clients[0].post(
        f"ServiceRequest/r{number}/$withdraw",
        json={"resourceType": "Parameters", "parameter": listed},
    )
    return answer.status_code
