"""The feed under faults: its writer dies, its position is lost, clocks disagree."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest
from bson import Timestamp
from checks import problems, settled
from cluster import until
from conftest import fresh
from history import History, load
from pymongo import MongoClient
from scenarios import ask, client, patient, servers, write

from fhir_server.store.documents import next_instant

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


async def test_another_worker_takes_over(single, servers_on, seed):
    server = servers_on(single)
    await asyncio.to_thread(server.start, workers=2)
    with MongoClient(single.uri) as mongodb:
        state = mongodb[server.database]["settings"]

        def holder() -> str:
            return state.find_one({"_id": "feed"}).get("holder", "")

        async with load(server.base, seed, writers=2) as busy:
            first = await asyncio.to_thread(until, holder, "a worker writes the feed")
            for victim in await asyncio.to_thread(server.workers):
                await busy.progress(5)
                server.kill_worker(victim)
            await asyncio.to_thread(until, lambda: holder() != first, "another worker does")
            await busy.progress(5)
    assert await problems(server.base, server.uri, server.database, busy.history) == []


LOST = (
    {"token": {"_data": "82"}},  # nonsense, or of another MongoDB
    {"token": "$$REMOVE", "start": Timestamp(1, 1)},  # gone from the oplog
)
NOBODY = {"holder": "nobody", "expires": "$$NOW"}


async def test_a_lost_position_loses_and_doubles_nothing(single, servers_on):
    server = servers_on(single)
    history = History()
    await asyncio.to_thread(server.start)
    with MongoClient(single.uri, w="majority") as mongodb:
        settings = mongodb[server.database]["settings"]

        def put(fields: dict) -> None:
            settings.update_one({"_id": "feed"}, [{"$set": fields}])

        async with client(server) as http:
            await write_versions(http, history, "known")
            for number, position in enumerate(LOST):
                await settled(http)
                put({"holder": "elsewhere", "expires": {"$add": ["$$NOW", 600_000]}})
                await write_versions(http, history, "known", f"missed-{number}")
                put({**position, **NOBODY})
            await write_versions(http, history, "known", "later")
    assert await problems(server.base, server.uri, server.database, history) == []


async def write_versions(http, history, *ids: str) -> None:
    """Two more versions of each resource."""
    for id_ in ids:
        for text in "12":
            await write(http, history, f"Patient/{id_}", patient(text, id=id_))


@pytest.mark.parametrize(
    ("now", "previous", "expected"),
    [
        (NOW, None, NOW),
        (NOW, NOW - timedelta(hours=1), NOW),
        (NOW, NOW, NOW + MILLISECOND),
        (NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=1) + MILLISECOND),
        (NOW + timedelta(microseconds=999), NOW, NOW + MILLISECOND),
    ],
)
def test_versions_are_made_one_after_another_by_any_clock(now, previous, expected):
    assert next_instant(now, previous) == expected


async def test_who_asks_since_the_last_answer_misses_nothing_by_any_clock(single):
    skews = [timedelta(), timedelta(minutes=10), timedelta(minutes=-10), timedelta(hours=-1)]
    seen: list[str] = []
    times: list[str] = []
    async with servers(single.uri, fresh(), 2) as pair:
        since = ""
        for number, skew in enumerate(skews * 2):
            # By turns on two machines, whose clocks disagree and step back.
            now = datetime.now(UTC) + skew
            url, text = "Patient/a", str(number)
            made = await ask(
                pair[number % 2], "PUT", url, patient(text, id="a"), REPRESENTATION, now
            )
            times.append(json.loads(made.json)["meta"]["lastUpdated"])
            await ask(pair[number % 2], "POST", "Patient", patient(text), now=now)
            reply = await ask(pair[0], "GET", f"_history{since}")
            bundle = json.loads(reply.json)
            seen += [e["fullUrl"] + e["response"]["etag"] for e in bundle["entry"]]
            since = f"?_since={bundle['meta']['lastUpdated']}".replace("+", "%2B")
    assert len(set(seen)) == 2 * 2 * len(skews)
    assert times == sorted(set(times))


REPRESENTATION = {"prefer": "return=representation"}
