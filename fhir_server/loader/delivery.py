"""Units on their way: packed into Bundles, sent, and answered one by one.

Source: FHIR R4 http.html, section 3.1.0.11 (batch/transaction).
"""

import asyncio
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from conformance import json

from .inputs import Unit

Json = dict[str, Any]

BATCH_BYTES = 4 * 1024 * 1024
ATTEMPTS = 6
LONGEST_WAIT = 30.0  # seconds between two attempts

# Servers resolve `Practitioner?identifier=...` in transactions only.
_CONDITIONAL = re.compile(rb'"reference":"[A-Z][A-Za-z]+\?')

_BUSY = frozenset({429, 502, 503, 504})
_PERHAPS_ONE_ENTRY = frozenset({400, 413, 422})
_RESOURCE = re.compile(r"(?:^|/)([A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64})(?:/_history/[^/]*)?$")


class Unreachable(Exception):
    """The server does not answer, or not as a FHIR server does; the load stops here."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one unit.

    `home` is a resource it left (`Patient/1`), if told.
    """

    status: int
    cause: str = ""
    reason: str = ""
    home: str = ""

    @property
    def well(self) -> bool:
        """Whether the server did as it was asked."""
        return self.status < 400


@dataclass(slots=True)
class Parcel:
    """Units that travel together: one transaction, or independent entries in a batch."""

    units: list[Unit]
    entries: list[bytes]
    atomic: bool = False

    def body(self) -> bytes:
        """The Bundle."""
        kind = b"transaction" if self.atomic else b"batch"
        head = b'{"resourceType":"Bundle","type":"' + kind + b'","entry":['
        return head + b",".join(self.entries) + b"]}"

    def only(self, places: Iterable[int]) -> "Parcel":
        """The units at some places; all there is, where they travel as one."""
        if self.atomic:
            return self
        chosen = list(places)
        return Parcel([self.units[i] for i in chosen], [self.entries[i] for i in chosen])

    def halves(self) -> Iterator["Parcel"]:
        """Two batches in place of one."""
        middle = len(self.units) // 2
        yield Parcel(self.units[:middle], self.entries[:middle])
        yield Parcel(self.units[middle:], self.entries[middle:])


def pack(units: Iterable[Unit], batch_entries: int) -> Iterator[Parcel]:
    """Fill batches up to a number of entries and `BATCH_BYTES`; transactions are never split.

    An entry with a conditional reference becomes a transaction of its own.
    """
    batch, size = Parcel([], []), 0
    for unit in units:
        entries = [json.encode(entry) for entry in unit.entries]
        if unit.atomic or _CONDITIONAL.search(entries[0]):
            yield Parcel([unit], entries, atomic=True)
            continue
        (entry,) = entries
        if batch.units and (len(batch.units) >= batch_entries or size + len(entry) > BATCH_BYTES):
            yield batch
            batch, size = Parcel([], []), 0
        batch.units.append(unit)
        batch.entries.append(entry)
        size += len(entry)
    if batch.units:
        yield batch


@dataclass(slots=True)
class Delivery:
    """The way to one server. `first_wait` is in seconds, and doubles with each attempt."""

    client: httpx.AsyncClient
    base_url: str
    first_wait: float = 0.5
    _met: bool = False
    _headers: dict[str, str] = field(
        default_factory=lambda: {
            "Content-Type": "application/fhir+json",
            "Accept": "application/fhir+json",
            "Prefer": "return=minimal",
        }
    )

    async def send(self, parcel: Parcel) -> list[Answer]:
        """Send a parcel; one answer for each of its units.

        A batch refused as a whole is sent in halves, so that one entry spoils no other; entries
        that the server was too busy for are sent again. Raises Unreachable when it stays away.
        """
        answers = await self._send(parcel)
        wait = self.first_wait
        for _ in range(1, ATTEMPTS):
            busy = [i for i, answer in enumerate(answers) if answer.status in _BUSY]
            if not busy:
                break
            await asyncio.sleep(min(wait, LONGEST_WAIT))
            wait *= 2
            again = await self._send(parcel.only(busy))
            answers = [*answers]
            for i, answer in zip(busy, again, strict=True):
                answers[i] = answer
        return answers

    async def _send(self, parcel: Parcel) -> list[Answer]:
        reply = await self._request("POST", self.base_url, content=parcel.body())
        content = _content(reply)
        if reply.is_success and content.get("resourceType") == "Bundle":
            return _answers(content, parcel)
        if reply.status_code in _PERHAPS_ONE_ENTRY and len(parcel.units) > 1:
            return [answer for half in parcel.halves() for answer in await self.send(half)]
        if content.get("resourceType") != "OperationOutcome":
            raise Unreachable(f"{self.base_url} does not answer as a FHIR server does ({reply})")
        return [_refusal(reply.status_code, content)] * len(parcel.units)

    async def knows(self, home: str) -> bool:
        """Whether the server holds a resource, or holds that it was deleted."""
        reply = await self._request("HEAD", f"{self.base_url}/{home}")
        return reply.is_success or reply.status_code == 410

    async def operate(self, name: str, given: Json | None = None) -> Json:
        """Call an operation of the server, by POST where parameters are given; its answer."""
        url = f"{self.base_url}/${name}"
        if given is None:
            reply = await self._request("GET", url)
        else:
            reply = await self._request("POST", url, content=json.encode(given))
        content = _content(reply)
        if not reply.is_success or content.get("resourceType") != "Parameters":
            raise Unreachable(f"{url} is not answered as expected ({reply})")
        return content

    async def _request(self, method: str, url: str, **options: Any) -> httpx.Response:
        wait = self.first_wait
        for attempt in range(1, ATTEMPTS + 1):
            try:
                reply = await self.client.request(method, url, headers=self._headers, **options)
                self._met = True
                if reply.status_code not in _BUSY:
                    return reply
                trouble, asked = f"it answers {reply.status_code}", _retry_after(reply)
            except httpx.TransportError as error:
                trouble, asked = str(error) or type(error).__name__, 0.0
            if attempt == ATTEMPTS or not self._met:  # a wrong address gets no better
                break
            await asyncio.sleep(min(max(wait, asked), LONGEST_WAIT))
            wait *= 2
        raise Unreachable(f"{self.base_url} cannot be reached: {trouble}")


def _retry_after(reply: httpx.Response) -> float:
    try:
        return float(reply.headers.get("Retry-After", 0))
    except ValueError:  # a date, which asks for more than it is worth
        return 0.0


def _content(reply: httpx.Response) -> dict[str, Any]:
    try:
        content = json.decode(reply.content) if reply.content else {}
    except json.JsonError:
        return {}
    return content if isinstance(content, dict) else {}


def _answers(bundle: dict[str, Any], parcel: Parcel) -> list[Answer]:
    answers = [_answer(entry.get("response", {})) for entry in bundle.get("entry", [])]
    if parcel.atomic:
        return [next((a for a in answers if a.home), Answer(200))]
    if len(answers) != len(parcel.units):
        raise Unreachable(f"a batch of {len(parcel.units)} entries got {len(answers)} answers")
    return answers


def _answer(response: dict[str, Any]) -> Answer:
    status = int(str(response.get("status", "500"))[:3])
    if status >= 400:
        return _refusal(status, response.get("outcome") or {})
    found = _RESOURCE.search(str(response.get("location", "")))
    return Answer(status, home=found[1] if found else "")


def _refusal(status: int, outcome: dict[str, Any]) -> Answer:
    """The first error of an OperationOutcome; its cause leaves out which resource it was."""
    issues = outcome.get("issue") or [{}]
    issue = next((i for i in issues if i.get("severity") in ("fatal", "error")), issues[0])
    details = issue.get("details") or {}
    rule = next((c["code"] for c in details.get("coding", []) if c.get("code")), "")
    reason = issue.get("diagnostics") or details.get("text") or "no reason given"
    place = next(iter(issue.get("expression", [])), "")
    cause = " ".join(filter(None, [str(status), issue.get("code"), rule]))
    return Answer(status, cause, f"{place}: {reason}" if place else reason)
