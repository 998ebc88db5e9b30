"""Compare what writers were told with what the server now shows and MongoDB holds.

Problems are sentences that start with the invariant they break:

    I1  every acknowledged version is readable, with its content
    I2  every version is in the system's history exactly once, those of a resource in order
    I4  a conditional create happened once
    I5  versions of a resource are numbered 1 to n, their times increase
    I6  of a transaction there is everything or nothing
    I7  search finds what exists, and nothing else
    I10 what was refused does not exist; what was confirmed, does
"""

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
from history import SYSTEM, History, Json, Version
from pymongo import MongoClient

AT_ONCE = 500
READY_SECONDS = 90.0

K = TypeVar("K")
Problems = list[str]


@dataclass
class Found:
    """What is there after recovery.

    `feed` are the entries of the system's history, oldest first; `versions` those of each resource
    by its own history, oldest first; `current` is what MongoDB holds, deletions included.
    """

    feed: list[Json]
    versions: dict[str, list[Json]] = field(default_factory=dict)
    current: dict[str, Json] = field(default_factory=dict)
    searched: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    read: dict[Version, tuple[int, Json]] = field(default_factory=dict)


async def problems(base: str, uri: str, database: str, history: History) -> Problems:
    """Every invariant that does not hold, now that the system runs again."""
    async with httpx.AsyncClient(base_url=f"{base}/", timeout=30) as http:
        found = await look(http, uri, database, history)
    rules = (readable, fed, numbered, whole, findable, truthful)
    return [*history.violations, *(p for rule in rules for p in rule(history, found))]


async def look(http: httpx.AsyncClient, uri: str, database: str, history: History) -> Found:
    """Ask the server for everything, and MongoDB for what should be everything."""
    await settled(http)
    found = Found(await whole_feed(http, history))
    found.current = await asyncio.to_thread(stored, uri, database)

    keys = history.keys | {pair for content in found.current.values() for pair in keys_of(content)}
    instances = {r: f"{r}/_history?_count=1000" for r in found.current}
    searches = {pair: f"{pair[0]}?identifier={SYSTEM}|{pair[1]}&_count=1000" for pair in keys}
    versions = {v: f"{v[0]}/_history/{v[1]}" for v in history.acknowledged}
    found.read = await ask(http, versions)
    for reference, (_, bundle) in (await ask(http, instances)).items():
        found.versions[reference] = bundle["entry"][::-1]
    for pair, (_, bundle) in (await ask(http, searches)).items():
        found.searched[pair] = {_reference(e["resource"]) for e in bundle.get("entry", [])}
    return found


async def settled(http: httpx.AsyncClient) -> None:
    """Wait until the feed answers: a writer that died holds its lease a while."""
    async with asyncio.timeout(READY_SECONDS):
        while (await http.get("_history?_count=1")).status_code == 503:  # noqa: ASYNC110
            await asyncio.sleep(0.2)


async def whole_feed(http: httpx.AsyncClient, history: History) -> list[Json]:
    """The system's history, oldest first; a page that fails is a violation."""
    entries: list[Json] = []
    url = "_history?_count=1000"
    while url:
        answer = await http.get(url)
        if answer.status_code != 200:
            history.violations.append(f"I2 the system's history is {answer.status_code}")
            return []
        bundle = answer.json()
        entries += bundle.get("entry", [])
        url = next((li["url"] for li in bundle["link"] if li["relation"] == "next"), "")
    return entries[::-1]


async def ask(http: httpx.AsyncClient, urls: Mapping[K, str]) -> dict[K, tuple[int, Json]]:
    """Status and body of each answer; many questions go together as a batch."""
    answers: list[tuple[int, Json]] = []
    asked = list(urls.values())
    for start in range(0, len(asked), AT_ONCE):
        entries = [
            {"request": {"method": "GET", "url": url}} for url in asked[start : start + AT_ONCE]
        ]
        answer = await http.post(
            "", json={"resourceType": "Bundle", "type": "batch", "entry": entries}
        )
        assert answer.status_code == 200, answer.text
        for entry in answer.json()["entry"]:
            status = int(entry["response"]["status"][:3])
            assert status < 500, entry
            answers.append((status, entry.get("resource", {})))
    return dict(zip(urls, answers, strict=True))


def stored(uri: str, database: str) -> dict[str, Json]:
    """The current version of each resource, straight from MongoDB; `{}` for a deleted one."""
    with MongoClient[dict[str, Any]](uri, readConcernLevel="majority") as client:
        data = client[database]
        types = [n for n in data.list_collection_names() if n[0].isupper() and "_" not in n]
        return {
            f"{type_}/{d['_id']}": json.loads(d["json"] or b"{}")
            for type_ in types
            for d in data[type_].find()
        }


def keys_of(content: Json) -> list[tuple[str, str]]:
    """The keys by which a resource is found."""
    return [(content["resourceType"], i["value"]) for i in content.get("identifier", [])]


def _reference(content: Json) -> str:
    return f"{content['resourceType']}/{content['id']}"


def _version(feed_entry: Json) -> Version:
    """Which version an entry of a history is about; its response has the number as ETag."""
    number = int(feed_entry["response"]["etag"].strip('W/"'))
    reference = feed_entry["fullUrl"].split("/fhir/")[1]
    return reference, number


def readable(history: History, found: Found) -> Problems:
    """I1."""
    wrong = []
    for (reference, number), content in history.acknowledged.items():
        status, body = found.read[reference, number]
        expected = 410 if content is None else 200
        if status != expected or (content is not None and body != content):
            wrong.append(f"I1 {reference} version {number} was acknowledged, and is {status} now")
    return wrong


def fed(history: History, found: Found) -> Problems:
    """I2."""
    listed = [_version(e) for e in found.feed]
    times = Counter(listed)
    wrong = [f"I2 {v} is {n} times in the feed" for v, n in times.items() if n > 1]
    wrong += [f"I2 {v} is not in the feed" for v in history.acknowledged if v not in times]
    existing = {_version(e) for entries in found.versions.values() for e in entries}
    wrong += [f"I2 {v} exists and is not in the feed" for v in existing - times.keys()]
    wrong += [f"I2 {v} is in the feed and does not exist" for v in times.keys() - existing]
    order = defaultdict(list)
    for reference, number in listed:
        order[reference].append(number)
    wrong += [f"I2 {r} is in the feed as {ns}" for r, ns in order.items() if ns != sorted(ns)]
    return wrong


def numbered(history: History, found: Found) -> Problems:
    """I5."""
    wrong = []
    for reference, entries in found.versions.items():
        numbers = [_version(e)[1] for e in entries]
        if numbers != list(range(1, len(numbers) + 1)):
            wrong.append(f"I5 {reference} has the versions {numbers}")
        times = [e["response"]["lastModified"] for e in entries]
        if times != sorted(set(times)):
            wrong.append(f"I5 {reference} was changed at {times}")
    return wrong


def whole(history: History, found: Found) -> Problems:
    """I6."""
    there: dict[str, set[str]] = defaultdict(set)
    for entries in found.versions.values():
        for version in entries:
            content = version.get("resource", {})
            there[tag_of(content)].add(content.get("id", ""))
    wrong = []
    for tag, size in history.together.items():
        if len(there[tag]) not in (0, size):
            wrong.append(f"I6 of a transaction of {size} there are {len(there[tag])}")
    return wrong


def findable(history: History, found: Found) -> Problems:
    """I7, and I4 for keys that were created conditionally."""
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reference, content in found.current.items():
        for pair in keys_of(content):
            expected[pair].add(reference)
    wrong = [
        f"I7 {pair} finds {hits}, not {expected[pair]}"
        for pair, hits in found.searched.items()
        if hits != expected[pair]
    ]
    times = {key: len(expected["Patient", key]) for key in history.single}
    return wrong + [f"I4 {key} was created {n} times" for key, n in times.items() if n > 1]


def truthful(history: History, found: Found) -> Problems:
    """I10."""
    there = {tag_of(e.get("resource", {})) for entries in found.versions.values() for e in entries}
    return [f"I10 {tag} was refused and exists" for tag in history.refused & there]


def tag_of(content: Json) -> str:
    """The mark of the write that made this content."""
    if "name" in content:
        return str(content["name"][0]["text"])
    return str(content.get("code", {}).get("text", ""))
