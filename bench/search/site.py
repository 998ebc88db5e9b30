"""A population and a server on it: how long a search takes, and what MongoDB examines for it."""

import asyncio
import itertools
import json
import time
import urllib.request
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from pymongo import MongoClient

from bench import driver
from bench.rows import request
from fhir_server.search import Query, SearchContext, parse
from fhir_server.search.compartments import membership
from fhir_server.search.query import Within
from fhir_server.search.run import run, sort_values
from fhir_server.store.connect import connect, signing_key
from fhir_server.store.mongo import Store
from fhir_server.store.searching import FEW

from .population import Population
from .shapes import Shape

Json = dict[str, Any]

POOL = 200  # patients asked about, spread over all
PROFILED = 5


@dataclass(slots=True)
class Examined:
    """What MongoDB did for one request, on average: keys and documents looked at, results."""

    keys: float = 0.0
    documents: float = 0.0
    returned: float = 0.0
    plans: set[str] = field(default_factory=set)

    @property
    def ratio(self) -> float:
        """Looked at for each result; what nothing matches counts as one result."""
        return max(self.keys, self.documents) / max(1.0, self.returned)

    @property
    def walks(self) -> bool:
        """Whether a whole collection was scanned."""
        return any("COLLSCAN" in plan for plan in self.plans)


class Site:
    """One size. `base` is the server's base URL; the store is opened beside it, in this process."""

    def __init__(
        self, runner: asyncio.Runner, uri: str, database: str, size: int, base: str
    ) -> None:
        self.size, self.base = size, base
        self._population = Population(size)
        self._runner, self._stack = runner, AsyncExitStack()
        self._profiled = MongoClient[Json](uri)[database]
        self._database = runner.run(self._stack.enter_async_context(connect(uri, database)))
        self._store = Store(self._database)
        self._context = SearchContext(key=runner.run(signing_key(self._database)))
        parts = urlsplit(base)
        self._address = (parts.hostname or "", parts.port or 80)
        self._urls: dict[str, list[str]] = {}

    def close(self) -> None:
        self._runner.run(self._stack.aclose())
        self._profiled.client.close()

    def urls(self, shape: Shape) -> list[str]:
        """The searches of a shape, each for another patient, at the page it asks for."""
        if shape.name not in self._urls:
            step = max(1, self.size // POOL)
            plain = [shape.request(self._population, n) for n in range(0, self.size, step)]
            self._urls[shape.name] = [
                self._at_page(url, shape.page) for url in dict.fromkeys(plain)
            ]
        return self._urls[shape.name]

    def at_store(self, shape: Shape, seconds: float) -> driver.Result | None:
        """Searches one after the other, from compiled query to page; None: is more than one."""
        queries = [q for q in map(self._query, self.urls(shape)) if q]
        return self._runner.run(self._drive(queries, seconds)) if queries else None

    async def _drive(self, queries: list[Query], seconds: float) -> driver.Result:
        load = driver.Load()
        started = now = time.perf_counter()
        for query in itertools.cycle(queries):
            await run(self._store, query, self._context)
            before, now = now, time.perf_counter()
            load.latencies.append(now - before)
            if now > started + seconds:
                break
        load.seconds = now - started
        return load.result()

    def over_http(self, shape: Shape, seconds: float) -> driver.Result:
        """The same over one connection."""
        parts = urlsplit(self.base)
        asked = [request("GET", f"{parts.path}/{u}", parts.netloc) for u in self.urls(shape)]
        return driver.drive(self._address, itertools.cycle(asked), 1, seconds)

    def examined(self, shape: Shape) -> Examined:
        """What MongoDB's profiler says of some requests."""
        found = Examined()
        urls = self.urls(shape)
        urls = urls[:: max(1, len(urls) // PROFILED)][:PROFILED]
        for url in urls:
            total, operations = self._profile(url)
            for operation in operations:
                found.plans.add(operation.get("planSummary", "none"))
                found.keys += operation.get("keysExamined", 0) / len(urls)
                found.documents += operation.get("docsExamined", 0) / len(urls)
                found.returned += _returned(operation, total) / len(urls)
        return found

    def _profile(self, url: str) -> tuple[int, list[Json]]:
        """The total of an answer (else as far as is counted) and the operations it took."""
        self._profiled.drop_collection("system.profile")
        self._profiled.command("profile", 2)
        try:
            with urllib.request.urlopen(f"{self.base}/{url}") as reply:
                total = json.load(reply).get("total", FEW + 1)
        finally:
            self._profiled.command("profile", 0)
        namespace = f"^{self._profiled.name}\\.[A-Z]"
        return total, list(self._profiled["system.profile"].find({"ns": {"$regex": namespace}}))

    def _query(self, url: str) -> Query | None:
        """The compiled search; None for one that is several."""
        path, _, query = url.partition("?")
        type_, *rest = path.split("/")
        if not type_ or (rest and not rest[-1].isalpha()):
            return None
        within = None
        if rest:
            compartment, type_ = type_, rest[-1]
            within = Within(path, membership(compartment, [rest[0]], type_))
        return parse(type_, parse_qsl(query), self._context, within=within)

    def _at_page(self, url: str, page: int) -> str:
        query = self._query(url) if page > 1 else None
        return f"{url}&_cursor={self._runner.run(self._cursor(query, page))}" if query else url

    async def _cursor(self, query: Query, page: int) -> str:
        skipped = (page - 1) * query.count
        order = tuple((key.field, key.direction) for key in query.sort)
        found = await self._store.find(query.type, query.filter, sort=order, limit=skipped)
        if len(found) < skipped:
            raise SystemExit(f"{self.size} patients have no page {page} of {query.type}")
        position = sort_values(query.sort, found[-1], self._context)
        return query.cursor_at(position, self._context, backwards=False)


def _returned(operation: Json, total: int) -> float:
    counts = "$group" in str(operation["command"].get("pipeline", ""))
    return total if counts else operation.get("nreturned", 0)
