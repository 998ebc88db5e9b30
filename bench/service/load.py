"""Put a population into a database of its own, as the server would store it, and keep it there."""

import asyncio
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor

from pymongo import AsyncMongoClient, MongoClient
from pymongo.write_concern import WriteConcern

from fhir_server.search.index import FORMAT, HERE, made_with
from fhir_server.store.epochs import Epochs
from fhir_server.store.mongo import Store

from .population import TYPES, Json, cases_for, documents

PROCESSES = 2
CHUNK = 100
MARK = "population"
LOADERS = WriteConcern(1, j=False)


def ensure(uri: str, contracts: int, *, anew: bool = False) -> str:
    """The database with so many contracts, loaded unless it is there; its name."""
    name, mark = f"service_{contracts}", {"_id": contracts, "format": FORMAT}
    with MongoClient[Json](uri) as client:
        if anew or not client[name][MARK].find_one(mark):
            client.drop_database(name)
            asyncio.run(_prepare(uri, name))
            _load(uri, name, cases_for(contracts))
            client[name][MARK].insert_one(mark)
    return name


async def _prepare(uri: str, name: str) -> None:
    async with AsyncMongoClient[Json](uri) as client:
        await Epochs(client[name], "bench").prepare(FORMAT, made_with(HERE))
        await Store(client[name]).prepare(TYPES)


def _load(uri: str, name: str, cases: int) -> None:
    started = time.monotonic()
    chunks = [(n, min(n + CHUNK, cases)) for n in range(0, cases, CHUNK)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        tasks = [pool.submit(_load_chunk, uri, name, *chunk) for chunk in chunks]
        for i, task in enumerate(tasks, 1):
            task.result()
            if not i % -(-len(tasks) // 10):
                print(f"{name}: {i * 100 // len(tasks)} % loaded", file=sys.stderr)
    print(f"{name}: loaded in {time.monotonic() - started:.0f} s", file=sys.stderr)


def _load_chunk(uri: str, name: str, first: int, end: int) -> None:
    by_type: dict[str, list[Json]] = defaultdict(list)
    for type_, document in documents(range(first, end)):
        by_type[type_].append(document)
    client = MongoClient[Json](uri)
    for type_, found in by_type.items():
        collection = client[name].get_collection(type_, write_concern=LOADERS)
        collection.insert_many(found, ordered=False)
    client.close()
