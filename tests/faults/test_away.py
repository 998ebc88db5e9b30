"""MongoDB is there and does not answer; the server is asked to stop while it works."""

import asyncio
import time
from pathlib import Path

import httpx
import pytest
from cluster import until
from history import SYSTEM, History, entry
from scenarios import client, patient, write

ESTABLISHED = "01"
LIMIT_SECONDS = 5.0
# What the machine adds when it is busy with other tests; not the server's.
SLACK_SECONDS = 1.0

CHANGE = patient("changed", id="a")
BUNDLE = {
    "resourceType": "Bundle",
    "type": "transaction",
    "entry": [entry("PUT", "Patient/a", CHANGE), entry("POST", "Patient", patient("new"))],
}
REQUESTS = {
    "read": ("GET", "Patient/a", None, {}),
    "vread": ("GET", "Patient/a/_history/1", None, {}),
    "search": ("GET", "Patient?name=a", None, {}),
    "search by identifier": ("GET", f"Patient?identifier={SYSTEM}|x", None, {}),
    "history": ("GET", "_history", None, {}),
    "create": ("POST", "Patient", patient("new"), {}),
    "update": ("PUT", "Patient/a", CHANGE, {}),
    "delete": ("DELETE", "Patient/a", None, {}),
    "conditional create": (
        "POST", "Patient", patient("new"), {"If-None-Exist": f"identifier={SYSTEM}|x"}
    ),
    "transaction": ("POST", "", BUNDLE, {}),
}  # fmt: skip


@pytest.fixture
async def http(single, servers_on):
    """A client of a running server with one resource, `Patient/a`."""
    server = servers_on(single)
    await asyncio.to_thread(server.start)
    async with client(server) as made:
        await write(made, History(), "Patient/a", patient("first", id="a"))
        yield made


async def test_a_frozen_mongodb_is_503_within_five_seconds(single, http):
    async def timed(method, url, body, headers):
        started = time.monotonic()
        answer = await http.request(method, url, json=body, headers=headers)
        return answer, time.monotonic() - started

    (node,) = single.nodes
    node.freeze()
    try:
        # Each many times over: who must queue behind others waits no longer.
        asked = [(name, request) for name, request in REQUESTS.items() for _ in range(8)]
        answers = await asyncio.gather(*(timed(*request) for _, request in asked))
        health = await timed("GET", str(http.base_url).replace("/fhir/", "/health"), None, {})
    finally:
        node.thaw()
    for (name, _), (answer, seconds) in zip(asked, answers, strict=True):
        assert answer.status_code == 503, f"{name}: {answer.text}"
        assert int(answer.headers["Retry-After"]) > 0, name
        assert answer.json()["resourceType"] == "OperationOutcome", name
        assert seconds < LIMIT_SECONDS + SLACK_SECONDS, f"{name} took {seconds:.1f} s"
    assert health[0].status_code == 503
    assert health[1] < LIMIT_SECONDS + SLACK_SECONDS
    await recovered(http)


async def recovered(http: httpx.AsyncClient) -> None:
    """Reads, writes and the feed work again without anybody's help."""
    async with asyncio.timeout(60):
        for method, url, body, headers in REQUESTS.values():
            answer = None
            while answer is None or answer.status_code == 503:
                answer = await http.request(method, url, json=body, headers=headers)


def accepted(port: int, number: int) -> None:
    """Wait until the server has so many connections, with nothing left to read on them."""

    def arrived() -> bool:
        rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        local = f"0100007F:{port:04X}"
        queues = [row[4] for row in rows if row[1] == local and row[3] == ESTABLISHED]
        return len(queues) >= number and all(q.endswith(":00000000") for q in queues)

    until(arrived, "the server has the requests")


async def test_a_stop_drains_what_is_under_way(single, servers_on):
    server = servers_on(single)
    await asyncio.to_thread(server.start)
    entries = [entry("PUT", f"Patient/{n}", patient("1", id=str(n))) for n in range(300)]
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": entries}
    async with client(server) as http:
        await write(http, History(), "Patient/a", patient("first", id="a"))
        (node,) = single.nodes
        node.freeze()
        try:
            sent = asyncio.Semaphore(0)

            async def trace(event: str, _: object) -> None:
                if event == "http11.send_request_body.complete":
                    sent.release()

            traced = {"extensions": {"trace": trace}}
            asked = [
                asyncio.create_task(http.post("", json=bundle, **traced)),
                asyncio.create_task(http.put("Patient/a", json=CHANGE, **traced)),
            ]
            for _ in asked:
                await sent.acquire()
            await asyncio.to_thread(accepted, server.port, len(asked))
            assert server.process
            server.process.terminate()
            await asyncio.sleep(0.2)
        finally:
            node.thaw()
        answers = [a.status_code for a in await asyncio.gather(*asked)]
    assert answers == [200, 200]
    assert await asyncio.to_thread(server.ended) in (0, -15)
