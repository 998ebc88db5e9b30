"""A replica set without a majority, or without a primary yet; indexes that come and go."""

import asyncio

import httpx
from checks import problems
from history import History, load
from pymongo import MongoClient
from scenarios import client, patient, write

MINORITY_WRITES = {
    "create": ("POST", "Patient", patient("lost")),
    "update": ("PUT", "Patient/a", patient("lost", id="a")),
    "delete": ("DELETE", "Patient/a", None),
}
ENTRIES = [("idx", 1), ("_id", 1)]
WRITES_MEANWHILE = 40


async def test_without_a_majority_nothing_is_acknowledged(triple, servers_on):
    server = servers_on(triple)
    await asyncio.to_thread(server.start)
    history = History()
    async with client(server) as http:
        await write(http, history, "Patient/a", patient("kept", id="a"))
        dead = await asyncio.to_thread(triple.secondaries)
        for node in dead:
            node.kill()
        try:
            answers = await asyncio.gather(
                *(http.request(m, url, json=body) for m, url, body in MINORITY_WRITES.values())
            )
            read = await http.get("Patient/a")
        finally:
            for node in dead:
                await asyncio.to_thread(node.start)
        for name, answer in zip(MINORITY_WRITES, answers, strict=True):
            assert answer.status_code == 503, f"{name}: {answer.status_code}"
            assert int(answer.headers["Retry-After"]) > 0, name
        # A primary that does not know yet that it is alone still has the last majority's state.
        assert read.status_code == 503 or "kept" in read.text
        await asyncio.to_thread(triple.secondaries)
        await answered(http, "GET", "Patient/a")
        await write(http, history, "Patient/b", patient("after", id="b"))
    assert await problems(server.base, server.uri, server.database, history) == []


async def test_a_server_started_during_an_election_serves(triple, servers_on):
    server = servers_on(triple)
    lost = await asyncio.to_thread(triple.primary)
    lost.kill()
    try:
        await asyncio.to_thread(server.start)
        async with client(server) as http:
            answer = await answered(http, "PUT", "Patient/a", patient("1", id="a"))
            assert answer.status_code == 201
            assert (await http.get("Patient/a")).status_code == 200
    finally:
        await asyncio.to_thread(lost.start)
        await asyncio.to_thread(triple.secondaries)


async def test_an_index_that_is_dropped_and_built_during_writes_misses_nothing(
    single, servers_on, seed
):
    server = servers_on(single)
    await asyncio.to_thread(server.start)

    def rebuild() -> None:
        with MongoClient(server.uri) as mongodb:
            patients = mongodb[server.database]["Patient"]
            patients.drop_index(ENTRIES)
            patients.create_index(ENTRIES)

    async with load(server.base, seed) as busy:
        await busy.progress(WRITES_MEANWHILE)
        await asyncio.to_thread(rebuild)
        await busy.progress(WRITES_MEANWHILE)
    assert busy.history.answers["500"] == 0
    assert await problems(server.base, server.uri, server.database, busy.history) == []


async def answered(http: httpx.AsyncClient, method: str, url: str, body=None) -> httpx.Response:
    """The answer once MongoDB has a primary again."""
    async with asyncio.timeout(60):
        answer = await http.request(method, url, json=body)
        while answer.status_code == 503:
            answer = await http.request(method, url, json=body)
    return answer
