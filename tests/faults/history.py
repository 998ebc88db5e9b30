"""What writers were told, kept while things break, for `checks` to compare with what is there."""

import asyncio
import json
import random
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

Json = dict[str, Any]
Version = tuple[str, int]
"""`Type/id` and version number."""

SYSTEM = "http://example.org/faults"
FHIR_JSON = {"Content-Type": "application/fhir+json"}
JSON_PATCH = {"Content-Type": "application/json-patch+json"}
STALE = 'W/"99999"'
PATIENCE_SECONDS = 60.0


@dataclass
class History:
    """What the server answered.

    `acknowledged` holds the content of each version it confirmed, None for a deletion. A tag marks
    the content of one write; a transaction has one tag on several resources, their number is in
    `together`. What became of a tag in none of the sets is unknown.
    """

    acknowledged: dict[Version, Json | None] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    together: dict[str, int] = field(default_factory=dict)
    keys: set[tuple[str, str]] = field(default_factory=set)
    single: set[str] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)

    def acknowledge(self, reference: str, version: int, content: Json | None) -> None:
        """One version was confirmed; a number can be confirmed to one writer only."""
        known = (reference, version)
        if known in self.acknowledged and self.acknowledged[known] != content:
            self.violations.append(f"I5 {reference} version {version} was confirmed twice")
        self.acknowledged[known] = content


class Writer:
    """Sends one write at a time and records the outcome; never repeats one."""

    def __init__(self, http: httpx.AsyncClient, history: History, rng: random.Random) -> None:
        self.history = history
        self.own: list[str] = []
        self._http = http
        self._rng = rng

    async def send(
        self, method: str, path: str, tag: str, body: object = None, **headers: str
    ) -> httpx.Response | None:
        """The answer when the write was confirmed; None when it was refused or nobody knows."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content = None if body is None else json.dumps(body)
        try:
            answer = await self._http.request(
                method, path, content=content, headers={**FHIR_JSON, **named}
            )
        except httpx.TransportError:
            self.history.answers["unknown"] += 1
            await asyncio.sleep(0.05)
            return None
        self.history.answers[str(answer.status_code)] += 1
        if answer.is_success:
            self.history.confirmed.add(tag)
            return answer
        self._refused(answer, tag)
        await asyncio.sleep(0.02)
        return None

    def _refused(self, answer: httpx.Response, tag: str) -> None:
        """A refusal says that nothing was stored, unless it says that something may have been."""
        if answer.status_code == 503 and "Retry-After" not in answer.headers:
            self.history.violations.append("I10 a 503 without Retry-After")
        if answer.status_code >= 500 and answer.status_code != 503:
            self.history.violations.append(f"I10 {answer.status_code}: {answer.text}")
        elif "may have been applied" not in answer.text:
            self.history.refused.add(tag)

    def _record(self, answer: httpx.Response | None) -> str:
        """Note the version a confirmed write made; `Type/id` of it."""
        if answer is None:
            return ""
        content = answer.json()
        reference = f"{content['resourceType']}/{content['id']}"
        self.history.acknowledge(reference, int(content["meta"]["versionId"]), content)
        return reference

    def resource(self, tag: str, key: str = "", type_: str = "Patient", **more: Any) -> Json:
        """A resource that can be found by its key, with the tag of the write as content."""
        key = key or uuid.uuid4().hex
        self.history.keys.add((type_, key))
        made = {"resourceType": type_, "identifier": [{"system": SYSTEM, "value": key}], **more}
        if type_ == "Patient":
            return {**made, "name": [{"text": tag}]}
        return {**made, "status": "final", "code": {"text": tag}}

    async def create(self) -> None:
        """A new resource."""
        tag = new_tag()
        made = self._record(await self.send("POST", "Patient", tag, self.resource(tag)))
        if made:
            self.own.append(made)

    async def update(self, reference: str = "", **headers: str) -> None:
        """A new version of a resource of ours, by default; also ends its deletion."""
        reference = reference or self._rng.choice(self.own)
        tag = new_tag()
        id_ = reference.partition("/")[2]
        body = self.resource(tag, key=f"of-{id_}", id=id_)
        self._record(await self.send("PUT", reference, tag, body, **headers))

    async def update_stale(self) -> None:
        """An update that must be refused."""
        await self.update(If_Match=STALE)

    async def invalid(self) -> None:
        """A create that must be refused."""
        tag = new_tag()
        body = self.resource(tag, birthDate="2020-13-01")
        if await self.send("POST", "Patient", tag, body):
            self.history.violations.append("I10 an invalid resource was accepted")

    async def patch(self) -> None:
        """A new version by patch; 404 when the resource is deleted."""
        tag = new_tag()
        steps = [{"op": "replace", "path": "/name/0/text", "value": tag}]
        reference = self._rng.choice(self.own)
        self._record(await self.send("PATCH", reference, tag, steps, **JSON_PATCH))

    async def delete(self) -> None:
        """The deletion of a resource of ours."""
        reference = self._rng.choice(self.own)
        answer = await self.send("DELETE", reference, new_tag())
        if answer is not None and "etag" in answer.headers:
            version = int(answer.headers["etag"].strip('W/"'))
            self.history.acknowledge(reference, version, None)

    async def create_once(self) -> None:
        """A conditional create on a key that others use too."""
        key = f"once-{self._rng.randrange(20)}"
        self.history.single.add(key)
        tag = new_tag()
        await_answer = self.send(
            "POST",
            "Patient",
            tag,
            self.resource(tag, key),
            If_None_Exist=f"identifier={SYSTEM}|{key}",
        )
        answer = await await_answer
        self._record(answer)
        if answer is not None and answer.status_code == 200:
            self.history.confirmed.discard(tag)

    async def transaction(self, *, spoiled: bool = False) -> None:
        """Ten writes under one tag: all or none."""
        tag = new_tag()
        target = self._rng.choice(self.own)
        id_ = target.partition("/")[2]
        entries = [entry("PUT", target, self.resource(tag, key=f"of-{id_}", id=id_))]
        for number in range(9):
            type_ = ("Patient", "Observation")[number % 2]
            entries.append(entry("POST", type_, self.resource(tag, type_=type_)))
        if spoiled:
            entries[-1] = entry("PUT", target.replace(id_, new_tag()), {}, ifMatch=STALE)
            id_ = entries[-1]["request"]["url"].partition("/")[2]
            entries[-1]["resource"] = self.resource(tag, id=id_)
        self.history.together[tag] = len(entries)
        bundle = {"resourceType": "Bundle", "type": "transaction", "entry": entries}
        answer = await self.send("POST", "", tag, bundle, Prefer="return=representation")
        for made in answer.json()["entry"] if answer is not None else ():
            content = made["resource"]
            reference = f"{content['resourceType']}/{content['id']}"
            self.history.acknowledge(reference, int(content["meta"]["versionId"]), content)

    async def spoiled_transaction(self) -> None:
        """A transaction whose last entry must be refused, and everything with it."""
        await self.transaction(spoiled=True)


def new_tag() -> str:
    return f"tag-{uuid.uuid4().hex}"


def entry(method: str, url: str, resource: Json, **request: str) -> Json:
    """One entry of a transaction."""
    return {"resource": resource, "request": {"method": method, "url": url, **request}}


WEIGHTS: dict[Callable[[Writer], Awaitable[None]], int] = {
    Writer.create: 4,
    Writer.update: 5,
    Writer.patch: 3,
    Writer.delete: 2,
    Writer.create_once: 3,
    Writer.transaction: 3,
    Writer.update_stale: 1,
    Writer.invalid: 1,
    Writer.spoiled_transaction: 1,
}


class Load:
    """Writers at work."""

    def __init__(self, history: History) -> None:
        self.history = history

    async def progress(self, writes: int) -> None:
        """Return when so many further writes were confirmed: the system works."""
        wanted = len(self.history.confirmed) + writes
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(self.history.confirmed) < wanted:  # noqa: ASYNC110 - writers know of nothing
                await asyncio.sleep(0.02)


@asynccontextmanager
async def load(base: str, seed: int, writers: int = 5) -> AsyncIterator[Load]:
    """Keep writers busy until the block ends; what they were told is in the load's history."""
    history = History()
    async with httpx.AsyncClient(base_url=f"{base}/", timeout=30) as http:
        shared = Writer(http, history, random.Random(seed))
        for _ in range(2):
            await shared.create()
        assert shared.own, f"the server takes no writes: {history.answers}"
        busy = [
            asyncio.create_task(_work(Writer(http, history, random.Random(seed + n)), shared.own))
            for n in range(1, writers + 1)
        ]
        try:
            yield Load(history)
        finally:
            await _finish(busy)


async def _finish(busy: list[asyncio.Task[None]]) -> None:
    """Stop the writers; a request cut off has an unknown outcome, like any other."""
    for task in busy:
        task.cancel()
    for task in busy:
        with suppress(asyncio.CancelledError):
            await task


async def _work(writer: Writer, hot: list[str]) -> None:
    """Write for ever; now and then to a resource that all writers change."""
    kinds, weights = list(WEIGHTS), list(WEIGHTS.values())
    while True:
        if not writer.own:
            await writer.create()
        elif writer._rng.random() < 0.1:
            await writer.update(writer._rng.choice(hot))
        else:
            await writer._rng.choices(kinds, weights)[0](writer)
