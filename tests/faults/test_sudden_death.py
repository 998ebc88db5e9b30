"""`kill -9` of the server, of `mongod`, of both, at random moments under load."""

import asyncio
import random
import time

from checks import problems
from conftest import SECONDS
from history import Load, load

VICTIMS = (("server",), ("mongod",), ("server", "mongod"))
BUSY_SECONDS = 0.5
WRITES_AFTERWARDS = 15


async def test_nothing_acknowledged_is_lost(single, servers_on, seed):
    rng = random.Random(seed)
    server = servers_on(single)
    await asyncio.to_thread(server.start)
    deadline = time.monotonic() + SECONDS
    async with load(server.base, seed) as busy:
        for victims in VICTIMS:
            await strike(victims, single, server, busy, rng)
        while time.monotonic() < deadline:
            await strike(rng.choice(VICTIMS), single, server, busy, rng)
    assert await problems(server.base, server.uri, server.database, busy.history) == []


async def lose_primaries(triple, server, seed) -> None:
    """Kill one primary after the other under load."""
    rng = random.Random(seed)
    await asyncio.to_thread(server.start)
    deadline = time.monotonic() + SECONDS
    async with load(server.base, seed) as busy:
        while time.monotonic() < deadline:
            await asyncio.sleep(rng.uniform(0, BUSY_SECONDS))
            lost = await asyncio.to_thread(triple.primary)
            lost.kill()
            await busy.progress(WRITES_AFTERWARDS)
            await asyncio.to_thread(lost.start)
            await asyncio.to_thread(triple.secondaries)
    assert await problems(server.base, server.uri, server.database, busy.history) == []


if SECONDS:

    async def test_a_replica_set_that_loses_its_primary_loses_nothing(triple, servers_on, seed):
        await lose_primaries(triple, servers_on(triple), seed)


async def strike(victims, cluster, server, busy: Load, rng: random.Random) -> None:
    """Kill under load, start again, and see that writes go on."""
    (node,) = cluster.nodes
    await asyncio.sleep(rng.uniform(0, BUSY_SECONDS))
    if "server" in victims:
        server.kill()
    if "mongod" in victims:
        node.kill()
    await asyncio.sleep(rng.uniform(0, BUSY_SECONDS / 2))
    if "mongod" in victims:
        await asyncio.to_thread(node.start)
        await asyncio.to_thread(cluster.primary)
    if "server" in victims:
        await asyncio.to_thread(server.start)
    await busy.progress(WRITES_AFTERWARDS)
