"""One step in the life of contracts and referrals, as one database transaction.

A step reads resources as the transaction sees them, what it has put itself included; takes
ownership documents (`store/owners.py`) of what it relies on; puts what it changes. Nothing is
stored before `save`, which passes everything through the write gate. MongoDB may make a step run
again from its beginning, so it keeps nothing outside of its Unit.
"""

import asyncio
import copy
import random
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any, TypeVar

from conformance import json
from fhir_server.accept import accept
from fhir_server.commit import Write, check_integrity, plan, store
from fhir_server.criteria import strict
from fhir_server.errors import Conflict, Unavailable, Unprocessable
from fhir_server.http import Call, read_query
from fhir_server.search import entries, parse, resolved
from fhir_server.search.matching import matches
from fhir_server.server import Server
from fhir_server.store.documents import Document, Stored
from fhir_server.store.faults import MAYBE, Unprepared
from fhir_server.store.locks import Session
from fhir_server.versions import Change, new_id, position, stamp

Json = dict[str, Any]
T = TypeVar("T")

SECONDS = 20.0
REMEMBERED = timedelta(days=400)
"""How long a step is known to have been done: longer than any contract's year."""
MOST_FOUND = 10_000


@dataclass
class Unit:
    """What one step reads, holds and writes. `now` is the instant of the request.

    A `trial` finds out what a step would come to: it takes nothing and is never saved.
    """

    server: Server
    session: Session
    now: datetime
    trial: bool = False
    _before: dict[str, Stored | None] = field(default_factory=dict)
    _after: dict[str, Json] = field(default_factory=dict)
    _written: list[str] = field(default_factory=list)
    _new: dict[str, None] = field(default_factory=dict)
    _entries: dict[str, list[str]] = field(default_factory=dict)
    owned: dict[str, Document] = field(default_factory=dict)
    _held: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def over(
        cls, server: Server, session: Session, now: datetime, changes: Iterable[Change]
    ) -> "Unit":
        """A step that begins with writes which are about to be stored in its transaction."""
        unit = cls(server, session, now)
        for change in changes:
            if change.after is not None and change.draft is not None:
                reference = change.after.reference
                unit._before[reference] = change.before
                unit._new[reference] = None
                if not change.after.deleted:
                    unit._after[reference] = json.decode(change.after.json)
        return unit

    @property
    def today(self) -> date:
        """The legal day of this step."""
        return self.server.today(self.now)

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

        What this step writes counts as it will be; criteria on other resources (chains) are about
        what is stored.
        """
        context = strict(Call("GET", type=type_, now=self.now), self.server)
        filter_ = parse(type_, read_query(query), context).filter
        criteria = await resolved(self.server.store, filter_, self.session)
        found = await self.server.store.find_to_change(
            type_, criteria, limit=MOST_FOUND, session=self.session
        )
        for stored in found:
            self._know(stored.reference, stored)
        new = [r for r in self._new if r.startswith(f"{type_}/") and self._meets(r, criteria)]
        same = (s.reference for s in found if s.reference not in self._new)
        return [self._after[r] for r in (*same, *new) if r in self._after]

    def _meets(self, reference: str, criteria: Document) -> bool:
        """Whether something that is not stored yet would be found."""
        resource = self._after.get(reference)
        if resource is None:
            return False
        known = self._entries.get(reference)
        if known is None:
            known = entries(resource["resourceType"], resource, self.server.place).idx
            self._entries[reference] = known
        return matches(criteria, {"_id": resource["id"], "idx": known})

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
        self._new[reference] = None
        self._entries.pop(reference, None)
        if reference not in self._written:
            self._written.append(reference)
        return reference

    def seen(self, type_: str) -> list[Json]:
        """What this step knows of a type so far, read or put."""
        return [r for r in self._after.values() if r["resourceType"] == type_]

    def version_of(self, reference: str, ahead: int = 1) -> str:
        """`Type/id/_history/n` of the version that this step writes, or with 0 of the one before.

        The resource was fetched before.
        """
        stored = self._before.get(reference)
        return f"{reference}/_history/{(stored.version if stored else 0) + ahead}"

    def stamped(self, reference: str) -> Json:
        """What was put, as `save` will store it: with its version and instant."""
        version, updated = position(self._before.get(reference), self.now)
        resource = self._after[reference]
        return stamp(resource, resource["id"], version, updated)

    @property
    def written(self) -> list[str]:
        """References of what was put, in order."""
        return [*self._written]

    # Holding

    async def take(self, *names: str) -> None:
        """Hold what is owned under some names until the end; then it stands in `owned`.

        A trial looks and holds nothing.
        """
        new = [name for name in names if name not in self.owned]
        owners = self.server.owners
        found = await (owners.look if self.trial else owners.take)(new, self.session)
        for name in new:
            self.owned[name] = found.get(name, {"_id": name})
            self._held[name] = json.encode(self.owned[name])

    async def guard(self, *references: str) -> None:
        """Rely on facts of resources, or change them: nobody else does so at the same time."""
        await self.take(*(f"guard/{reference}" for reference in references))

    # Ending

    async def save(self) -> list[Change]:
        """Pass all that was put through the gate, and store it with what is owned now."""
        changes = await self.changes(())
        await store(self.server, changes, self.session)
        await check_integrity(self.server, changes, self.session)
        return changes

    async def changes(self, given: Sequence[Change]) -> list[Change]:
        """The writes that a step began with, as they are now, and what was put besides.

        All has passed the gate; what is owned has been written.
        """
        new = {r.partition("/")[0] for r in self._written}
        if missing := self.server.store.unprepared(new):
            raise Unprepared(missing)
        await self.fetch(self._written)
        began = {c.after.reference: c for c in given if c.after is not None}
        settled = [await self._settled(c) for c in given]
        more = [await self._change(r) for r in self._written if r not in began]
        held = {n: d for n, d in self.owned.items() if json.encode(d) != self._held[n]}
        await self.server.owners.keep(held, self.session)
        return [*settled, *more]

    async def _settled(self, change: Change) -> Change:
        """A write that the step began with, planned anew if the step gave it other content."""
        assert change.after is not None
        reference = change.after.reference
        if reference not in self._written:
            return change
        if json.decode(change.after.json) == self._after[reference]:
            return change
        return await self._change(reference)

    async def _change(self, reference: str) -> Change:
        type_, _, id_ = reference.partition("/")
        resource = self._after[reference]
        before = self._before.get(reference)
        hints = await accept(self.server, resource, type_)
        method, tag = ("POST", "") if before is None or before.deleted else ("PUT", "*")
        write = Write(method, type_, self.now, id=id_, resource=resource, hints=hints, if_match=tag)
        return await plan(self.server, write, before)


async def step(
    server: Server,
    now: datetime,
    work: Callable[[Unit], Awaitable[T]],
    queue: Iterable[str] = (),
) -> T:
    """Run `work` on a Unit, then save it, as one transaction; answers what `work` answers.

    `queue` are names under which ownership is known to be needed. Steps in this process wait in
    line for them; steps of others collide there first of all, before anything was done in vain.
    Unavailable when it takes too long: then nothing was done, or it may have been.
    """
    names, attempts = sorted(set(queue)), count()

    async def run(session: Session) -> tuple[T, Unit]:
        # Whoever was in the way is not met again at the same moment.
        await asyncio.sleep(random.uniform(0, min(0.005 * next(attempts), 0.05)))  # noqa: S311
        unit = Unit(server, session, now)
        await unit.take(*names)
        answer = await work(unit)
        await unit.save()
        return answer, unit

    await server.worker.ready()
    # Waiting in line is no time-out: whoever is before is done in time.
    async with server.queues.hold_all(names):
        with server.worker.writing():
            answer, unit = await _timed(server, run)
    for type_ in {reference.partition("/")[0] for reference in unit.written}:
        await server.stored(type_)
    return answer


async def _timed(server: Server, run: Callable[[Session], Awaitable[T]]) -> T:
    try:
        async with asyncio.timeout(SECONDS + 1):
            return await server.store.transact(run, SECONDS)
    except TimeoutError as error:
        raise Unavailable(MAYBE) from error


async def trial(server: Server, now: datetime, work: Callable[[Unit], Awaitable[T]]) -> T:
    """Run `work` on a Unit that is not saved: what a step would come to, as of one instant."""

    async def run(session: Session) -> T:
        return await work(Unit(server, session, now, trial=True))

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
    done |= {"digest": digest, "answer": json.encode(answer), "expires": unit.now + REMEMBERED}
    return copy.deepcopy(answer), True
