"""Put a population into a database of its own, as the server would store it, and keep it there.

Each resource goes through the server's own extraction and becomes the server's own document; only
HTTP, the write gate and the feed are left out. The feed of a database begins when a server first
opens it, which is after this.
"""

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from pymongo import AsyncMongoClient, MongoClient
from pymongo.write_concern import WriteConcern

from fhir_server.search import entries
from fhir_server.search.index import FORMAT, HERE, made_with
from fhir_server.store.documents import to_document
from fhir_server.store.epochs import Epochs
from fhir_server.store.mongo import Store
from fhir_server.versions import next_version

from .population import TYPES, Json, Population

PROCESSES = 2
CHUNK = 125  # patients that are sent together
SAMPLE = 20  # patients whose documents must be what the server would store today
MARK = "population"
LOADERS = WriteConcern(1, j=False)


def database_of(size: int) -> str:
    """The database of a population."""
    return f"search_{size}"


def ensure(uri: str, size: int, *, anew: bool = False) -> str:
    """The database of a population, loaded unless it is there and up to date; its name."""
    name, mark = database_of(size), {"_id": size, "format": FORMAT}
    with MongoClient[Json](uri) as client:
        if anew or not _is_current(client, name, size):
            client.drop_database(name)
            asyncio.run(_prepare(uri, name))
            _load(uri, name, size)
            client[name][MARK].insert_one(mark)
    asyncio.run(_prepare(uri, name))
    return name


async def _prepare(uri: str, name: str) -> None:
    async with AsyncMongoClient[Json](uri) as client:
        await Epochs(client[name], "bench").prepare(FORMAT, made_with(HERE))
        await Store(client[name]).prepare(TYPES)


def _is_current(client: MongoClient[Json], name: str, size: int) -> bool:
    database = client[name]
    if not database[MARK].find_one({"_id": size, "format": FORMAT}):
        return False
    population = Population(size)
    numbers = range(0, size, max(1, size // SAMPLE))
    return all(
        _comparable(document) == _comparable(database[type_].find_one({"_id": document["_id"]}))
        for n in numbers
        for type_, document in documents(population, n)
    )


def _comparable(document: Json | None) -> Json:
    """The document but for the token of its write, and for zones, which the driver drops."""
    kept = {k: v for k, v in (document or {}).items() if k != "w"}
    return kept | {"lu": kept["lu"].replace(tzinfo=None)} if kept else kept


def documents(population: Population, n: int) -> Iterator[tuple[str, Json]]:
    """Type and stored document of each resource of a patient."""
    yield from _stored(population.resources(n), population, n)


def _stored(
    resources: Iterable[Json], population: Population, n: int
) -> Iterator[tuple[str, Json]]:
    for resource in resources:
        type_ = resource["resourceType"]
        found = entries(type_, resource)
        made = next_version(resource, found, resource["id"], "PUT", None, population.updated(n))
        assert made.draft is not None
        yield type_, to_document(made.draft)


def _load(uri: str, name: str, size: int) -> None:
    started = time.monotonic()
    population = Population(size)
    with MongoClient[Json](uri) as client:
        _insert(client, name, _stored(population.staff(), population, 0))
    chunks = [range(n, min(n + CHUNK, size)) for n in range(0, size, CHUNK)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        tasks = [pool.submit(_load_chunk, uri, name, size, chunk) for chunk in chunks]
        for i, task in enumerate(tasks, 1):
            task.result()
            if not i % -(-len(tasks) // 20):
                print(f"{name}: {i * 100 // len(tasks)} % loaded", file=sys.stderr)
    seconds = time.monotonic() - started
    print(f"{name}: loaded in {seconds:.0f} s", file=sys.stderr)


def _load_chunk(uri: str, name: str, size: int, numbers: Sequence[int]) -> None:
    population = _population(size)
    stored = (pair for n in numbers for pair in documents(population, n))
    _insert(_client(uri), name, stored)


def _insert(client: MongoClient[Json], name: str, stored: Iterable[tuple[str, Json]]) -> None:
    by_type: dict[str, list[Json]] = defaultdict(list)
    for type_, document in stored:
        by_type[type_].append(document)
    for type_, found in by_type.items():
        collection = client[name].get_collection(type_, write_concern=LOADERS)
        collection.insert_many(found, ordered=False)


@cache
def _client(uri: str) -> MongoClient[Json]:
    return MongoClient(uri)


@cache
def _population(size: int) -> Population:
    return Population(size)
