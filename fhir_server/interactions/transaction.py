"""transaction: `POST [base]` with a Bundle of type transaction (http.html 3.1.0.11).

Entries are read, gated and turned into writes before MongoDB is asked anything. Inside one database
transaction the conditional ones are resolved, links rewritten, everything stored in a few bulk
writes, conditional references resolved last, and the reads carried out: they see what was written.
A failing entry takes everything with it and is named in the OperationOutcome.
"""

import asyncio
import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from fhir_server import operations
from fhir_server.commit import Write, check_integrity, matching, plan, store, target_of
from fhir_server.errors import BadRequest, FhirError, NotSupported, Unavailable
from fhir_server.http import Call, Reply
from fhir_server.integrity import index as search_entries
from fhir_server.references import rewrite
from fhir_server.search import resolved
from fhir_server.server import Server
from fhir_server.store.documents import Stored
from fhir_server.store.faults import MAYBE
from fhir_server.store.locks import Session
from fhir_server.versions import Change, unchanged

from . import create, delete, patch, update
from .conditional_references import ConditionalReferences, has_conditional_references
from .entries import Entry, at_entry, bundle_entries, read_entry, response_bundle
from .represent import written

Json = dict[str, Any]

WRITERS = {"POST": create.write, "PUT": update.write, "PATCH": patch.write, "DELETE": delete.write}
# Processed after creates; deletes come before them.
LATER = frozenset({"PUT", "PATCH"})
BASE_SECONDS = 3.5
SECONDS_PER_ENTRY = 0.02
MAX_SECONDS = 50.0
BREATH = 25
NOTHING: Mapping[int, Change] = {}


async def transaction(call: Call, server: Server) -> Reply:
    """200 with a transaction-response, or the first failing entry's error."""
    given = bundle_entries(call, server)
    entries = [read_entry(i, e, call, server) for i, e in enumerate(given)]
    work = Transaction(server, entries, may_search=b"?" in call.body or not call.body)
    await server.worker.ready()
    with server.worker.writing():
        await work.prepare()
        seconds = min(BASE_SECONDS + SECONDS_PER_ENTRY * len(entries), MAX_SECONDS)
        try:
            async with asyncio.timeout(seconds + 1), server.queues.hold_all(work.contended()):
                replies = await server.store.transact(work.run, seconds)
        except TimeoutError as error:
            raise Unavailable(MAYBE) from error
    for type_ in {write.type for write in work.writes.values()}:
        await server.stored(type_)
    return response_bundle("transaction-response", entries, replies, server)


def refuse_changing(call: Call) -> None:
    """Refuse an operation that changes data; the others are carried out with the reads."""
    if operations.named(call).affects_state:
        raise NotSupported(f"${call.operation} changes data, and cannot be part of a transaction.")


async def breathe(index: int) -> None:
    """Let other requests have their turn now and then: a large Bundle is seconds of work."""
    if index % BREATH == BREATH - 1:
        await asyncio.sleep(0)


def _at(entries: Mapping[str, Entry], change: Change) -> AbstractContextManager[None]:
    """Names the entry that a change comes from."""
    assert change.after is not None
    return at_entry(entries[change.after.reference])


class Transaction:
    """The prepared entries of one Bundle; `run` may be called again when another was in its way."""

    def __init__(self, server: Server, entries: list[Entry], *, may_search: bool) -> None:
        """Start with nothing prepared; `may_search`: there may be conditional references."""
        self._server = server
        self._may_search = may_search
        self._entries = entries
        self.writes: dict[int, Write] = {}
        self._conditional: dict[int, Write] = {}
        self._originals: dict[int, Json | None] = {}

    async def prepare(self) -> None:
        """Gate every write; raises the error of the first entry that fails, naming it."""
        for entry in sorted(self._entries, key=lambda e: e.rank):
            await breathe(entry.index)
            with at_entry(entry):
                if entry.call.route.endswith("_search"):
                    raise NotSupported("A transaction searches by GET, not by POST.")
                if entry.call.operation:
                    refuse_changing(entry.call)
                elif writer := WRITERS.get(entry.call.method):
                    self.writes[entry.index] = await writer(entry.call, self._server)
        await self._server.store.prepare({w.type for w in self.writes.values()})
        self._conditional = {i: w for i, w in self.writes.items() if w.criteria is not None}
        for write in self.writes.values():
            if write.method == "POST" and write.criteria is None:
                write.id = write.spare_id
        # What depends on a search may come out otherwise on another try, which starts from these.
        self._originals = (
            {i: copy.deepcopy(w.resource) for i, w in self.writes.items()}
            if self._conditional
            or (self._may_search and has_conditional_references(self.writes.values()))
            else {}
        )
        if not self._originals:
            self._refuse_duplicates()
            self._rewrite_links()
            # Nothing will change any more: entries are found before the transaction begins.
            for index, write in self.writes.items():
                await breathe(index)
                if write.resource is not None:
                    write.entries = search_entries(self._server, write.resource)

    def contended(self) -> list[str]:
        """What writers in this process queue for instead of colliding in the database."""
        shared = [w for w in self.writes.values() if w.criteria or w.method != "POST"]
        return sorted({w.criteria.canonical() if w.criteria else w.reference for w in shared})

    async def run(self, session: Session) -> list[Reply]:
        """Everything inside the database transaction."""
        changes = await self._resolve(session)
        if self._originals:
            self._refuse_duplicates(except_for=changes)
            self._restore()
            self._rewrite_links(changes)
        await self._store(changes, session)
        await self._refuse_overlaps(session)
        replies = []
        for entry in self._entries:
            with at_entry(entry):
                replies.append(await self._reply(entry, changes.get(entry.index), session))
        return replies

    async def _resolve(self, session: Session) -> dict[int, Change]:
        """Take the locks of conditional entries and search; answers those with nothing to write."""
        found: dict[int, Change] = {}
        names = [w.criteria.canonical() for w in self._conditional.values() if w.criteria]
        if names:
            await self._server.store.lock(names, session)
        spare: dict[str, str] = {}
        for index, write in self._conditional.items():
            assert write.criteria is not None
            # Two that create by the same criteria would create the same resource: a duplicate.
            write.spare_id = spare.setdefault(write.criteria.canonical(), write.spare_id)
            with at_entry(self._entries[index]):
                if write.method == "POST":
                    matches = await matching(
                        self._server, write, session, self._deleted(write.type)
                    )
                    write.id = matches[0].id if matches else write.spare_id
                    if matches:
                        found[index] = unchanged(matches[0])
                else:
                    matches = await matching(self._server, write, session)
                    await target_of(self._server, write, matches, session)
        return found

    def _deleted(self, type_: str) -> list[str]:
        """Ids this transaction deletes: that comes first, so that creates do not find them."""
        deletes = (w for w in self.writes.values() if w.method == "DELETE" and w.type == type_)
        return [w.id for w in deletes]

    def _refuse_duplicates(self, except_for: Iterable[int] = ()) -> None:
        """Two writes of one resource have no defined order (http.html 3.1.0.11.2)."""
        seen: dict[str, int] = {}
        for index, write in self.writes.items():
            if index in except_for:
                continue
            if write.reference in seen:
                raise BadRequest(
                    f"Entries {seen[write.reference]} and {index} both write {write.reference}.",
                    expression=f"Bundle.entry[{index}]",
                    rule="duplicate-identity",
                )
            seen[write.reference] = index

    async def _refuse_overlaps(self, session: Session) -> None:
        """What a POST created is there when later criteria are read (http.html 3.1.0.11.2)."""
        created: dict[str, list[str]] = defaultdict(list)
        for write in self.writes.values():
            if write.method == "POST" and write.id == write.spare_id:
                created[write.type].append(write.id)
        for index, write in self._conditional.items():
            ids = created[write.type]
            if write.method not in LATER or write.criteria is None or not ids:
                continue
            store = self._server.store
            criteria = await resolved(store, write.criteria.filter, session)
            among = {"$and": [criteria, {"_id": {"$in": ids}}]}
            if found := await store.ids(write.type, among, limit=1, session=session):
                raise BadRequest(
                    f"The criteria of entry {index} mean {write.type}/{found[0]} too, which "
                    "another entry creates; one Bundle cannot write it twice.",
                    expression=f"Bundle.entry[{index}]",
                    rule="duplicate-identity",
                )

    def _restore(self) -> None:
        for index, write in self.writes.items():
            write.resource = copy.deepcopy(self._originals[index])
            write.entries = None

    def _rewrite_links(self, found: Mapping[int, Change] = NOTHING) -> None:
        """Point links between entries at the ids their targets got.

        Those to a version of a created resource, or of one found instead, get that one's version
        (http.html 3.1.0.11.2: clients write any, all are assigned anew).
        """
        targets = {
            self._entries[i].full_url: w.reference
            for i, w in self.writes.items()
            if self._entries[i].full_url and w.method != "DELETE"
        }
        changed = {url: to for url, to in targets.items() if self._moves(url, to)}
        if not changed:
            return
        versions = {w.reference: 1 for w in self.writes.values() if w.id == w.spare_id}
        versions |= {c.after.reference: c.after.version for c in found.values() if c.after}
        for index, write in self.writes.items():
            write.links = changed
            if write.resource is not None:
                own = self._entries[index].full_url
                rewrite(write.resource, write.type, changed, own, versions)

    def _moves(self, url: str, reference: str) -> bool:
        return all(url != f"{base}/{reference}" for base in self._server.place.bases)

    async def _store(self, changes: dict[int, Change], session: Session) -> None:
        """Plan and write; entries with conditional references come after what they may refer to."""
        todo = {i: w for i, w in self.writes.items() if i not in changes}
        current = await self._current(todo.values(), session)
        pending = ConditionalReferences(self._server, todo if self._originals else {})
        while todo:
            ready = pending.ready(todo)
            for index in ready:
                await breathe(index)
                with at_entry(self._entries[index]):
                    write = todo.pop(index)
                    changes[index] = await plan(self._server, write, current.get(write.reference))
            await self._store_ready(ready, changes, session)
            if todo:
                await pending.resolve(todo, self._entries, session)
        await self._check_integrity(changes, session)

    async def _store_ready(
        self, ready: list[int], changes: dict[int, Change], session: Session
    ) -> None:
        """Store what is ready, with what the life of contracts brings along."""
        listed = [changes[i] for i in ready]
        if any(self.writes[i].type in self._server.life.GOVERNED for i in ready):
            entries = {self.writes[i].reference: self._entries[i] for i in ready}
            listed = await self._server.life.consequences(
                self._server, listed, session, lambda c: _at(entries, c)
            )
            changes.update(zip(ready, listed, strict=False))
        await store(self._server, listed, session)

    async def _check_integrity(self, changes: Mapping[int, Change], session: Session) -> None:
        try:
            await check_integrity(self._server, changes.values(), session)
        except FhirError:
            # All together is fast; one by one tells which entry it was.
            for index, change in changes.items():
                with at_entry(self._entries[index]):
                    await check_integrity(self._server, [change], session)
            raise

    async def _current(self, writes: Iterable[Write], session: Session) -> Mapping[str, Stored]:
        """Current versions of what is to be updated, patched or deleted, by reference."""
        ids: dict[str, list[str]] = defaultdict(list)
        for write in writes:
            if write.method != "POST":
                ids[write.type].append(write.id)
        found = [
            await self._server.store.read_many(type_, wanted, session)
            for type_, wanted in ids.items()
        ]
        return {s.reference: s for group in found for s in group.values()}

    async def _reply(self, entry: Entry, change: Change | None, session: Session) -> Reply:
        if change is None:
            entry.call.session = session
            return await self._server.router.dispatch(entry.call, self._server)
        if entry.call.method == "DELETE":
            return Reply(204, version=change.after.version if change.after else None)
        return written(entry.call, self._server, change)
