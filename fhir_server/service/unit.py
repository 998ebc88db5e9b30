"""One step in the life of contracts and referrals, as one database transaction.

A step reads resources as the transaction sees them, what it has put itself included; takes
ownership documents (`store/owners.py`) of what it relies on; puts what it changes. Nothing is
stored before `save`, which passes everything through the write gate. MongoDB may make a step run
again from its beginning, so it keeps nothing outside of its Unit.
"""

import asyncio
import copy
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from conformance import json
from fhir_server.accept import accept
from fhir_server.commit import Write, apply, plan
from fhir_server.criteria import strict
from fhir_server.errors import Conflict, Unavailable, Unprocessable
from fhir_server.http import Call, read_query
from fhir_server.search import parse, resolved
from fhir_server.server import Server
from fhir_server.store.documents import Document, Stored
from fhir_server.store.faults import MAYBE
from fhir_server.store.locks import Session
from fhir_server.versions import Change, new_id

Json = dict[str, Any]
T = TypeVar("T")

LEGAL_ZONE = ZoneInfo("Asia/Shanghai")
"""Legal dates are days there (DECISIONS 15)."""
SECONDS = 20.0
MOST_FOUND = 10_000


class NeedsTypes(Exception):
    """Collections of these types have to be made first, outside of a transaction."""

    def __init__(self, types: Iterable[str]) -> None:
        """Name them."""
        super().__init__()
        self.types = tuple(types)


@dataclass
class Unit:
    """What one step reads, holds and writes. `now` is the instant of the request."""

    server: Server
    session: Session
    now: datetime
    _before: dict[str, Stored | None] = field(default_factory=dict)
    _after: dict[str, Json] = field(default_factory=dict)
    _written: list[str] = field(default_factory=list)
    owned: dict[str, Document] = field(default_factory=dict)
    _held: dict[str, bytes] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The legal day of this step."""
        return self.now.astimezone(LEGAL_ZONE).date()

    # Reading

    async def read(self, reference: str) -> Json | None:
        """The resource as this step sees it; None when there is none, or none any more.

        The content may be changed and `put`; it is this step's own copy.
        """
        if reference not in self._after:
            await self.fetch([reference])
        return self._after.get(reference)

    async def fetch(self, references: Iterable[str]) -> None:
        """Read several resources at once, those of a type in one trip, for `read` to find."""
        by_type: dict[str, list[str]] = {}
        for reference in references:
            type_, _, id_ = reference.partition("/")
            if reference not in self._before and id_ and "/" not in id_:
                by_type.setdefault(type_, []).append(id_)
        for type_, ids in by_type.items():
            found = await self.server.store.read_many(type_, ids, self.session)
            for id_ in ids:
                self._know(f"{type_}/{id_}", found.get(id_))

    def _know(self, reference: str, stored: Stored | None) -> None:
        if reference in self._before:
            return
        self._before[reference] = stored
        if stored is not None and not stored.deleted:
            self._after[reference] = json.decode(stored.json)

    async def need(self, reference: str, where: str) -> Json:
        """The resource a step cannot do without; Unprocessable names `where` it is referred to."""
        found = await self.read(reference)
        if found is None:
            raise Unprocessable(
                f"{reference[:200]} does not exist.", expression=where, rule="reference-missing"
            )
        return found

    async def search(self, type_: str, query: str) -> list[Json]:
        """What a search finds (`subject=Patient/1&status=active`), as this step sees it.

        Resources that this step has put are shown with their new content, if they were found.
        """
        context = strict(Call("GET", type=type_, now=self.now), self.server)
        filter_ = parse(type_, read_query(query), context).filter
        criteria = await resolved(self.server.store, filter_, self.session)
        found = await self.server.store.find_to_change(
            type_, criteria, limit=MOST_FOUND, session=self.session
        )
        for stored in found:
            self._know(stored.reference, stored)
        return [self._after[s.reference] for s in found if s.reference in self._after]

    def before(self, reference: str) -> Json | None:
        """The content that was stored when this step began; None when there was none."""
        stored = self._before.get(reference)
        return json.decode(stored.json) if stored is not None and not stored.deleted else None

    # Changing

    def put(self, resource: Json) -> str:
        """Create or change a resource; returns its reference. One without id gets one."""
        id_ = resource.setdefault("id", new_id())
        reference = f"{resource['resourceType']}/{id_}"
        self._after[reference] = resource
        if reference not in self._written:
            self._written.append(reference)
        return reference

    @property
    def written(self) -> list[str]:
        """References of what was put, in order."""
        return [*self._written]

    # Holding

    async def take(self, *names: str) -> None:
        """Hold what is owned under some names until the end; then it stands in `owned`."""
        new = [name for name in names if name not in self.owned]
        for name, document in (await self.server.owners.take(new, self.session)).items():
            self.owned[name] = document
            self._held[name] = json.encode(document)

    async def guard(self, *references: str) -> None:
        """Rely on facts of resources, or change them: nobody else does so at the same time."""
        await self.take(*(f"guard/{reference}" for reference in references))

    # Ending

    async def save(self) -> list[Change]:
        """Pass all that was put through the gate, and store it with what is owned now."""
        new = {r.partition("/")[0] for r in self._written}
        if missing := self.server.store.unprepared(new):
            raise NeedsTypes(missing)
        await self.fetch(self._written)
        changes = [await self._change(reference) for reference in self._written]
        await apply(self.server, changes, self.session)
        held = {n: d for n, d in self.owned.items() if json.encode(d) != self._held[n]}
        await self.server.owners.keep(held, self.session)
        return changes

    async def _change(self, reference: str) -> Change:
        type_, _, id_ = reference.partition("/")
        resource = self._after[reference]
        before = self._before.get(reference)
        hints = await accept(self.server, resource, type_)
        write = Write("PUT", type_, self.now, id=id_, resource=resource, hints=hints)
        return await plan(self.server, write, before)


async def step(
    server: Server,
    now: datetime,
    work: Callable[[Unit], Awaitable[T]],
    queue: Iterable[str] = (),
) -> T:
    """Run `work` on a Unit, then save it, as one transaction; answers what `work` answers.

    `queue` are names for which steps in this process wait in line instead of colliding in the
    database. Unavailable when it takes too long: then nothing was done, or it may have been.
    """

    async def run(session: Session) -> tuple[T, Unit]:
        unit = Unit(server, session, now)
        answer = await work(unit)
        await unit.save()
        return answer, unit

    await server.worker.ready()
    with server.worker.writing():
        try:
            async with asyncio.timeout(SECONDS + 1), server.queues.hold_all(queue):
                answer, unit = await _prepared(server, run)
        except TimeoutError as error:
            raise Unavailable(MAYBE) from error
    for type_ in {reference.partition("/")[0] for reference in unit.written}:
        await server.stored(type_)
    return answer


async def _prepared(server: Server, run: Callable[[Session], Awaitable[T]]) -> T:
    """Run in a transaction; again once, should a collection have to be made first."""
    try:
        return await server.store.transact(run, SECONDS)
    except NeedsTypes as needed:
        await server.store.prepare(needed.types)
        return await server.store.transact(run, SECONDS)


async def once(
    unit: Unit, name: str, asked: Mapping[str, Any], work: Callable[[], Awaitable[Json]]
) -> tuple[Json, bool]:
    """The answer of a step that is done once, and whether it was done now (DECISIONS 27).

    `name` is what it is known by: an Idempotency-Key, or the operation with the contract it is
    about. The same name with the same input answers as the first time; with another, Conflict.
    """
    key = f"step/{sha256(name.encode()).hexdigest()}"
    digest = sha256(json.encode(asked)).hexdigest()
    await unit.take(key)
    done = unit.owned[key]
    if "answer" in done:
        if done["digest"] != digest:
            raise Conflict(
                "This was asked for before with the same Idempotency-Key, or about the same "
                "contract, and other input.",
                rule="idempotency",
            )
        return json.decode(done["answer"]), False
    answer = await work()
    done |= {"digest": digest, "answer": json.encode(answer)}
    return copy.deepcopy(answer), True
