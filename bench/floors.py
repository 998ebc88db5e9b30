"""The floors: the MongoDB work of each row without any FHIR.

`python -m bench.floors URI PORT` serves it: a plain ASGI function under uvicorn that coalesces what
arrives together. The bare loop beside it is in `bare.py`.
"""

import asyncio
import sys
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import uvicorn
import uvloop
from pymongo import AsyncMongoClient, IndexModel, MongoClient, ReplaceOne
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

from fhir_server import memory

from .data import PATIENTS, document, patient_id, search_entry

Json = dict[str, Any]

DATABASE = "floor"
POOL = 500
BODY = {"json": 1}
CONCERNS: Json = {
    "read_concern": ReadConcern("majority"),
    "write_concern": WriteConcern("majority", j=True),
}
SNAPSHOT: Json = {**CONCERNS, "read_concern": ReadConcern("snapshot")}


def prepare(uri: str) -> None:
    """Fill the floor's collections with what the server holds: version 2, version 1 in history."""
    with MongoClient[Json](uri) as client:
        database = client[DATABASE]
        documents = [{**document(n), "v": 2} for n in range(PATIENTS)]
        database["Patient"].create_indexes(
            [IndexModel([("idx", 1), ("_id", 1)]), IndexModel([("lu", 1), ("_id", 1)])]
        )
        database["Patient_history"].create_index([("id", 1), ("v", -1)])
        database["Patient"].insert_many(documents)
        database["Patient_history"].insert_many([_copy({**d, "v": 1}) for d in documents])


def fresh(pool: list[Json], n: int, count: int) -> list[Json]:
    return [{**pool[(n + i) % POOL], "_id": str(uuid.uuid4())} for i in range(count)]


def _copy(found: Json) -> Json:
    """The document of a version in history."""
    kept = {k: v for k, v in found.items() if k not in ("idx", "s")}
    return {**kept, "_id": f"{found['_id']}/{found['v']}", "id": found["_id"]}


class Coalescer:
    """Calls that arrive while a trip is under way go on a second one when they are as many."""

    def __init__(self, run: Callable[[list[Any]], Awaitable[Sequence[Any]]]) -> None:
        self._run = run
        self._waiting: list[tuple[Any, asyncio.Future[Any]]] = []
        self._trips: set[asyncio.Task[None]] = set()
        self._boarding = False
        self._under_way = 0

    async def __call__(self, item: Any) -> Any:
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        self._depart()
        return await future

    def _depart(self) -> None:
        full = len(self._waiting) >= max(self._under_way, 1)
        if full and not self._boarding and len(self._trips) < 2:
            self._boarding = True
            trip = asyncio.create_task(self._trip())
            self._trips.add(trip)
            trip.add_done_callback(self._arrive)

    def _arrive(self, trip: asyncio.Task[None]) -> None:
        self._trips.discard(trip)
        trip.result()
        self._depart()

    async def _trip(self) -> None:
        self._boarding = False
        batch, self._waiting = self._waiting[:200], self._waiting[200:]
        self._under_way += len(batch)
        results = await self._run([item for item, _ in batch])
        self._under_way -= len(batch)
        for (_, future), result in zip(batch, results, strict=True):
            future.set_result(result)


class Floor:
    """`/ROW/NUMBER` does the MongoDB work of a row for Patient NUMBER and answers the bytes."""

    def __init__(self, uri: str) -> None:
        self._client: AsyncMongoClient[Json] = AsyncMongoClient(uri)
        database = self._client.get_database(DATABASE, **CONCERNS)
        self._patients, self._history = database["Patient"], database["Patient_history"]
        self._pool = [document(n) for n in range(POOL)]
        self._read = Coalescer(lambda ids: self._by_key(self._patients, ids, BODY))
        self._full = Coalescer(lambda ids: self._by_key(self._patients, ids, None))
        self._old = Coalescer(lambda ids: self._by_key(self._history, ids, BODY))
        self._search = Coalescer(self._by_entry)
        self._insert = Coalescer(self._insert_batch)
        self._keep = Coalescer(self._keep_batch)
        self._rows = {
            "read": self.read,
            "vread": self.vread,
            "search": self.search,
            "create": self.create,
            "update": self.update,
            "transaction": self.transaction,
            "bundle": self.bundle,
        }

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass
        _, row, number = scope["path"].split("/")
        body = await self._rows[row](int(number))
        headers = [(b"content-type", b"application/fhir+json"), (b"etag", b'W/"1"')]
        headers.append((b"content-length", b"%d" % len(body)))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _by_key(self, collection: Any, ids: list[str], fields: Json | None) -> list[Json]:
        cursor = collection.find({"_id": {"$in": ids}}, fields)
        found = {d["_id"]: d for d in await cursor.to_list()}
        return [found[i] for i in ids]

    async def _by_entry(self, entries: list[str]) -> list[list[bytes]]:
        found: dict[str, list[bytes]] = {e: [] for e in entries}
        cursor = self._patients.find({"idx": {"$in": entries}}, {"json": 1, "idx": 1})
        for d in await cursor.to_list():
            for e in found.keys() & d["idx"]:
                found[e].append(d["json"])
        return [found[e] for e in entries]

    async def _insert_batch(self, documents: list[Json]) -> list[Json]:
        await self._patients.insert_many(documents, ordered=False)
        return documents

    async def _keep_batch(self, documents: list[Json]) -> list[Json]:
        copies = map(_copy, documents)
        writes = [ReplaceOne({"_id": c["_id"]}, c, upsert=True) for c in copies]
        await self._history.bulk_write(writes, ordered=False)
        return documents

    async def read(self, n: int) -> bytes:
        return (await self._read(patient_id(n)))["json"]

    async def vread(self, n: int) -> bytes:
        await self._read(patient_id(n))
        return (await self._old(f"{patient_id(n)}/1"))["json"]

    async def search(self, n: int) -> bytes:
        return _bundle(await self._search(search_entry(n)))

    async def create(self, n: int) -> bytes:
        (made,) = fresh(self._pool, n, 1)
        return (await self._insert(made))["json"]

    async def update(self, n: int) -> bytes:
        now = await self._full(patient_id(n))
        await self._keep(now)
        key = {"_id": now["_id"], "v": now["v"]}
        await self._patients.replace_one(key, {**now, "v": now["v"] + 1})
        return now["json"]

    async def transaction(self, n: int) -> bytes:
        async def work(session: Any) -> None:
            await self._patients.insert_many(fresh(self._pool, n, 100), session=session)

        async with self._client.start_session() as session:
            await session.with_transaction(work, **SNAPSHOT)
        return b"{}"

    async def bundle(self, _: int) -> bytes:
        living = {"deleted": {"$exists": False}}
        cursor = self._patients.find(living, BODY, sort=[("_id", 1)], limit=101)
        return _bundle([d["json"] for d in (await cursor.to_list())[:100]])


def _bundle(resources: list[bytes]) -> bytes:
    entries = b",".join(b'{"resource":%b}' % r for r in resources)
    return b'{"resourceType":"Bundle","type":"searchset","entry":[%b]}' % entries


def main() -> None:
    """Serve the coalesced floor until a signal, set up like the server itself."""
    uri, port = sys.argv[1], int(sys.argv[2])

    async def serve() -> None:
        app = Floor(uri)
        memory.settle()
        config = uvicorn.Config(
            app,
            port=port,
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
        )
        await uvicorn.Server(config).serve()

    uvloop.run(serve())


if __name__ == "__main__":
    main()
