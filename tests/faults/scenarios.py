"""Faults at one certain place, each played on the sound server and on one without the defence.

A scenario answers the problems it finds: none with the defence, some without.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import httpx
from checks import Problems, problems
from cluster import Cluster, Service
from history import FHIR_JSON, SYSTEM, History, Json, entry
from pymongo import MongoClient
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import PyMongoError
from pymongo.write_concern import WriteConcern

from fhir_server.app import run
from fhir_server.errors import Unavailable
from fhir_server.http import Call, Reply
from fhir_server.search import Entries
from fhir_server.server import Server
from fhir_server.settings import Settings
from fhir_server.store.connect import connect
from fhir_server.store.documents import Document, Stored
from fhir_server.store.faults import Raced
from fhir_server.store.mongo import Store
from fhir_server.versions import next_version

ATTEMPTS = 5


def patient(text: str, **more: Any) -> Json:
    """A Patient with some content."""
    return {"resourceType": "Patient", "name": [{"text": text}], **more}


def intact(_: Store) -> None:
    """Take nothing away."""


# Deaths of the server


async def dies_in_update(server: Service, build: str = "dies_in_update") -> Problems:
    """Killed between the two steps of updates; then updated by PUT and by a transaction."""
    history = History()
    names = ("Patient/put", "Patient/bundle")
    async with client(server) as http:
        await asyncio.to_thread(server.start, build)
        for name in names:
            await write(http, history, name, patient("1", id=name[8:]))
        lost = (http.put(name, json=patient("lost", id=name[8:])) for name in names)
        await asyncio.gather(*lost, return_exceptions=True)
        await asyncio.to_thread(server.ended)
        await asyncio.to_thread(server.start)
        await write(http, history, "Patient/put", patient("2", id="put"))
        changes = [entry("PUT", "Patient/bundle", patient("2", id="bundle"))]
        bundle = {"resourceType": "Bundle", "type": "transaction", "entry": changes}
        (await http.post("", json=bundle)).raise_for_status()
    return await problems(server.base, server.uri, server.database, history)


async def dies_in_feed(server: Service, *mutant: str) -> Problems:
    """Killed between the feed's position and its rows."""
    async with client(server) as http:
        await asyncio.to_thread(server.start, "dies_in_feed", *mutant)
        with suppress(httpx.TransportError):
            await http.put("Patient/a", json=patient("1", id="a"))
        await asyncio.to_thread(server.ended)
        await asyncio.to_thread(server.start)
    return await problems(server.base, server.uri, server.database, History())


async def dies_before_feed(server: Service, *mutant: str) -> Problems:
    """Killed between writes and their rows in the feed."""
    history = History()
    async with client(server) as http:
        await asyncio.to_thread(server.start, "without_feed")
        for number in range(3):
            await write(http, history, f"Patient/{number}", patient("1", id=str(number)))
        await asyncio.to_thread(server.restart, *mutant)
    return await problems(server.base, server.uri, server.database, history)


def client(server: Service) -> httpx.AsyncClient:
    """A client of the server, over all its lives."""
    return httpx.AsyncClient(base_url=f"{server.base}/", timeout=30, headers=FHIR_JSON)


async def write(http: httpx.AsyncClient, history: History, reference: str, body: Json) -> None:
    """An update that must succeed, and goes to the history."""
    answer = await http.put(reference, json=body)
    assert answer.is_success, answer.text
    made = answer.json()
    history.acknowledge(reference, int(made["meta"]["versionId"]), made)


# Two servers in this process, so that one can be held where it is


async def creates_twice(
    uri: str, database: str, defect: Callable[[Store], None] = intact
) -> Problems:
    """Two servers carry out one conditional create; each searches before the other has written."""
    async with servers(uri, database, 2) as pair:
        meeting = Meeting()
        for server in pair:
            defect(server.store)
            meeting.attend(server.store)
        await asyncio.gather(*(conditional_create(s) for s in pair))
        made = await pair[0].store.find("Patient", {}, limit=10)
    return [] if len(made) == 1 else [f"I4 one conditional create made {len(made)} resources"]


class Meeting:
    """Holds a transaction after its search until another has searched too, or was kept from it."""

    def __init__(self) -> None:
        self._free = asyncio.Event()
        self._searched = 0

    def attend(self, store: Store) -> None:
        """Hold the transactions of this store."""
        find, lock = store.find_to_change, store.lock

        async def find_and_wait(type_, criteria, *, session=None, **more):
            found = await find(type_, criteria, session=session, **more)
            if session is not None:
                self._searched += 1
                if self._searched > 1:
                    self._free.set()
                await self._free.wait()
            return found

        async def lock_or_tell(names, session):
            try:
                await lock(names, session)
            except PyMongoError:
                self._free.set()
                raise

        store.find_to_change, store.lock = find_and_wait, lock_or_tell


async def conditional_create(server: Server) -> None:
    """POST with If-None-Exist."""
    body = patient("1", identifier=[{"system": SYSTEM, "value": "one"}])
    await ask(server, "POST", "Patient", body, {"if-none-exist": f"identifier={SYSTEM}|one"})


async def ask(
    server: Server,
    method: str,
    url: str,
    body: Json | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
    now: datetime | None = None,
) -> Reply:
    """One request, by the clock of the server's machine, which is `now`."""
    now = now or datetime.now(UTC)
    call = Call(method, decoded=body, headers=dict(headers), now=now)
    server.router.locate(call, url)
    return await server.router.dispatch(call, server)


@asynccontextmanager
async def servers(uri: str, database: str, number: int) -> AsyncIterator[list[Server]]:
    """Servers as their processes hold them, on one database."""
    settings = Settings(mongodb_uri=uri, mongodb_database=database)
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(run(settings)) for _ in range(number)]


# A primary that is lost before the majority has its write


async def copies_unacknowledged(
    set_: Cluster, builds: Mapping[str, Callable[[AsyncDatabase[Document]], Store]]
) -> dict[str, Problems]:
    """An update reads while the primary holds a version nobody else has, and goes on without it.

    Meanwhile the other nodes have acknowledged another version of the same number. All builds live
    through one loss of the primary, each with a database of its own; the problems of each.
    """
    async with AsyncExitStack() as stack:
        data = {name: await stack.enter_async_context(connect(set_.uri, name)) for name in builds}
        writers = {name: Store(database) for name, database in data.items()}
        readers = {name: build(data[name]) for name, build in builds.items()}
        primary, others = await asyncio.to_thread(lambda: (set_.primary(), set_.secondaries()))
        for writer in writers.values():
            await update(writer, "x", "first")
        for node in others:
            node.replicates(False)
        for name in builds:
            await asyncio.to_thread(write_alone, primary.address, name, "x")
        previous = {name: await reader.read("Patient", "x") for name, reader in readers.items()}
        primary.kill()
        for node in others:
            node.replicates(True)
        await asyncio.to_thread(set_.primary)
        numbers = {name: await update(writers[name], "x", "acknowledged") for name in builds}
        for name, reader in readers.items():
            await update(reader, "x", "after", previous[name])
        primary.start()
        await asyncio.to_thread(set_.secondaries)
        return {name: await kept(writers[name], numbers[name]) for name in builds}


async def kept(store: Store, number: int) -> Problems:
    """Whether the acknowledged version is still what it was."""
    found = await store.version("Patient", "x", number)
    text = found.json.decode() if found else "nothing"
    return [] if "acknowledged" in text else [f"I1 the acknowledged version {number} is {text}"]


def write_alone(address: str, database: str, id_: str) -> None:
    """Leave a second version on one node, as an update does before the majority has it."""
    phantom = {"v": 2, "w": "phantom", "json": b'{"name": [{"text": "phantom"}]}'}
    with MongoClient[dict[str, Any]](address, directConnection=True, timeoutMS=1_500) as alone:
        collection = alone.get_database(database).get_collection("Patient")
        first = collection.find_one({"_id": id_})
        assert first is not None, "the majority has the first version"
        collection.with_options(write_concern=WriteConcern(1, j=True)).replace_one(
            {"_id": id_}, {**first, **phantom}
        )


async def update(store: Store, id_: str, text: str, previous: Stored | None = None) -> int:
    """Write the next version, on what was read before when that is given; answers its number."""
    for _ in range(ATTEMPTS):
        try:
            previous = previous or await store.read("Patient", id_)
            body = patient(text, id=id_)
            change = next_version(body, Entries([], {}), id_, "PUT", previous, datetime.now(UTC))
            assert change.draft is not None, "an update always has something to write"
            if previous is None:
                await store.insert(change.draft)
            else:
                await store.replace(previous, change.draft)
        except Raced:
            previous = None
        except Unavailable:
            await asyncio.sleep(0.2)
        else:
            return change.draft.stored.version
    raise AssertionError("the update never succeeded")
