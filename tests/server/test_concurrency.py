"""Many writers at once: no lost update, one winner, one resource (http.html 3.1.0.5, 3.1.0.8.1).

On one server process and on two, where nothing but MongoDB keeps the writers apart.
"""

import asyncio
import ssl
import time
from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
import pytest
from build import criteria, entry, identified, patient, profile, statuses, transaction, unique

PATIENCE_SECONDS = 30.0
HEADERS = {"Accept": "application/fhir+json", "Prefer": "return=minimal"}


@pytest.fixture(scope="module", params=["one process", "two processes"])
def several(request, fhir, serve_with):
    """A client of a server with one worker, and of one with two."""
    if request.param == "one process":
        yield fhir
        return
    with serve_with("--workers", "2") as client:
        yield client


TLS = ssl.create_default_context()  # one for all clients: each would load its own


@asynccontextmanager
async def connections(fhir, number):
    """So many clients, each with a connection that is open already."""
    async with AsyncExitStack() as opened:
        clients = [
            await opened.enter_async_context(
                httpx.AsyncClient(base_url=f"{fhir.base}/", headers=HEADERS, timeout=60, verify=TLS)
            )
            for _ in range(number)
        ]
        await asyncio.gather(*(client.head("Patient/none") for client in clients))
        yield clients


async def at_once(fhir, number, request):
    """The answers to `request(client, n)` for n in 0…number-1, all under way together."""
    async with connections(fhir, number) as clients:
        return await asyncio.gather(*(request(client, n) for n, client in enumerate(clients)))


def codes(answers):
    return Counter(a.status_code for a in answers)


async def test_fifty_updates_are_fifty_ordered_versions(several):
    id_ = unique()

    def update(client, n):
        body = patient(id=id_, name=[{"text": str(n)}])
        return client.put(f"Patient/{id_}", json=body)

    answers = await at_once(several, 50, update)
    assert codes(answers) == {201: 1, 200: 49}
    history = several.get(f"Patient/{id_}/_history", params={"_count": 100}).json()
    versions = [int(e["resource"]["meta"]["versionId"]) for e in history["entry"]]
    times = [e["resource"]["meta"]["lastUpdated"] for e in history["entry"]]
    names = {e["resource"]["name"][0]["text"] for e in history["entry"]}
    assert versions == list(range(50, 0, -1))
    assert times == sorted(set(times), reverse=True)
    assert names == {str(n) for n in range(50)}
    told = {a.headers["etag"]: str(n) for n, a in enumerate(answers)}
    stored = {e["response"]["etag"]: e["resource"]["name"][0]["text"] for e in history["entry"]}
    assert told == stored, "each answer names the version that holds its content"


async def test_one_of_sixteen_if_match_wins(several):
    made = several.made(patient())

    def update(client, n):
        body = {**made, "name": [{"text": str(n)}]}
        return client.put(f"Patient/{made['id']}", json=body, headers={"If-Match": 'W/"1"'})

    assert codes(await at_once(several, 16, update)) == {200: 1, 412: 15}
    assert several.get(f"Patient/{made['id']}/_history").json()["total"] == 2


async def test_racing_deletes_make_one_version(several):
    made = several.made(patient())
    answers = await at_once(several, 16, lambda client, _: client.delete(f"Patient/{made['id']}"))
    assert set(codes(answers)) <= {200, 204}
    assert several.get(f"Patient/{made['id']}/_history").json()["total"] == 2


async def test_racing_first_puts_create_once(several):
    id_ = unique()
    answers = await at_once(
        several, 32, lambda client, _: client.put(f"Patient/{id_}", json=patient(id=id_))
    )
    assert codes(answers) == {201: 1, 200: 31}


def conditional_create(key):
    headers = {"If-None-Exist": criteria(key)}
    return lambda client, _: client.post("Patient", json=identified(key), headers=headers)


async def test_conditional_creates_make_one_resource_also_after_it_was_deleted(several):
    key = unique()
    for _ in range(2):
        answers = await at_once(several, 64, conditional_create(key))
        assert codes(answers) == {201: 1, 200: 63}
        found = several.get("Patient", params={"identifier": key}).json()["entry"]
        assert len(found) == 1
        several.delete(f"Patient/{found[0]['resource']['id']}")


async def test_conditional_creates_in_transactions_make_one_resource(several):
    key, mark = unique(), unique()
    bundle = transaction(
        entry("POST", "Patient", identified(key), ifNoneExist=criteria(key)),
        entry("POST", "Patient", identified(mark)),
    )
    answers = await at_once(several, 32, lambda client, _: client.post("", json=bundle))
    assert codes(answers) == {200: 32}
    firsts = Counter(statuses(a.json())[0] for a in answers)
    assert firsts == {201: 1, 200: 31}
    assert several.count("Patient", identifier=key) == 1
    assert several.count("Patient", identifier=mark) == 32


async def test_conditional_creates_alone_and_in_transactions_meet(several):
    key = unique()
    bundle = transaction(entry("POST", "Patient", identified(key), ifNoneExist=criteria(key)))
    alone = conditional_create(key)

    def either(client, n):
        return client.post("", json=bundle) if n % 2 else alone(client, n)

    answers = await at_once(several, 32, either)
    assert set(codes(answers)) <= {200, 201}
    assert several.count("Patient", identifier=key) == 1


async def test_conditional_updates_make_one_resource(several):
    key = unique()
    url = f"Patient?{criteria(key)}"
    answers = await at_once(several, 32, lambda client, _: client.put(url, json=identified(key)))
    assert codes(answers) == {201: 1, 200: 31}
    found = several.get("Patient", params={"identifier": key}).json()
    assert [e["resource"]["meta"]["versionId"] for e in found["entry"]] == ["32"]


async def test_transactions_that_cross_all_succeed(several):
    """Two resources, written in opposite orders by many Bundles: no deadlock, no lost version."""
    ids = [unique(), unique()]
    puts = [entry("PUT", f"Patient/{i}", patient(id=i)) for i in ids]

    def cross(client, n):
        return client.post("", json=transaction(*(puts if n % 2 else reversed(puts))))

    assert codes(await at_once(several, 24, cross)) == {200: 24}
    for id_ in ids:
        assert several.get(f"Patient/{id_}").json()["meta"]["versionId"] == "24"


async def test_updates_and_transactions_of_one_resource_lose_nothing(several):
    id_ = unique()
    bundle = transaction(entry("PUT", f"Patient/{id_}", patient(id=id_)))

    def either(client, n):
        if n % 2:
            return client.post("", json=bundle)
        return client.put(f"Patient/{id_}", json=patient(id=id_))

    assert set(codes(await at_once(several, 32, either))) <= {200, 201}
    history = several.get(f"Patient/{id_}/_history", params={"_count": 100}).json()
    etags = [e["response"]["etag"] for e in history["entry"]]
    assert etags == [f'W/"{n}"' for n in range(32, 0, -1)]


async def test_patches_of_one_resource_all_arrive(several):
    made = several.made(patient(name=[{"given": ["0"]}]))
    kind = {"Content-Type": "application/json-patch+json"}

    def patch(client, n):
        body = f'[{{"op":"add","path":"/name/0/given/-","value":"n{n}"}}]'
        return client.patch(f"Patient/{made['id']}", content=body, headers=kind)

    assert codes(await at_once(several, 24, patch)) == {200: 24}
    given = several.get(f"Patient/{made['id']}").json()["name"][0]["given"]
    assert sorted(given) == sorted(["0", *(f"n{n}" for n in range(24))])


async def test_readers_beside_writers_see_whole_versions(several):
    """What is read is one version: its number and its content belong together."""
    made = several.made(patient(multipleBirthInteger=1))

    async def write(client):
        for n in range(2, 30):
            body = {**made, "multipleBirthInteger": n}
            answer = await client.put(f"Patient/{made['id']}", json=body)
            assert answer.status_code == 200

    async def read(client):
        seen = []
        for _ in range(40):
            resource = (await client.get(f"Patient/{made['id']}")).json()
            assert int(resource["meta"]["versionId"]) == resource["multipleBirthInteger"]
            seen.append(resource["multipleBirthInteger"])
        assert seen == sorted(seen), "time never runs backwards for one reader"

    async with connections(several, 5) as (writer, *readers):
        await asyncio.gather(write(writer), *(read(reader) for reader in readers))


async def test_every_process_sees_the_writes_of_the_others(several):
    made = several.made(patient())
    answers = await at_once(
        several, 40, lambda client, _: client.get(f"Patient/{made['id']}/_history")
    )
    assert {a.json()["total"] for a in answers} == {1}


async def test_every_process_judges_by_a_profile_that_any_of_them_stored(several):
    stored = profile()
    path = f"StructureDefinition/{stored['id']}"
    resource = patient(meta={"profile": [stored["url"]]})

    async def agree(clients, expected):
        """Whichever process it is that answers; each of them looks for changes by itself."""
        late = time.monotonic() + PATIENCE_SECONDS
        while codes(a := [await c.post("Patient", json=resource) for c in clients]) != expected:
            assert time.monotonic() < late, [each.text for each in a]
            await asyncio.sleep(0.05)

    async with connections(several, 6) as clients:
        await agree(clients, {201: 6})
        assert (await clients[0].put(path, json=stored)).status_code == 201
        assert (await clients[0].post("Patient", json=resource)).status_code == 422, "at once"
        await agree(clients, {422: 6})
        await clients[0].delete(path)
        await agree(clients, {201: 6})


async def test_type_history_is_whole_under_load(several):
    """Acknowledged means: in the next history, exactly once."""

    async def create(client, n):
        body = {"resourceType": "Basic", "code": {"text": str(n)}}
        answer = await client.post("Basic", json=body)
        location = answer.headers["location"]
        newest = await client.get("Basic/_history", params={"_count": 200})
        ids = [e["fullUrl"].split("/")[-1] for e in newest.json()["entry"]]
        return ids.count(location.split("/")[-3])

    assert await at_once(several, 24, create) == [1] * 24
