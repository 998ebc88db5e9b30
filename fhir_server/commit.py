"""Carry out one write: find what it is about, decide, store; again when another came first.

An interaction describes itself as a `Write`. The decision (`plan`) looks at the current version
only, so it is the same for a lone request, a conditional one and an entry of a transaction.
"""

import asyncio
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from conformance import json
from conformance.issue import Issue

from .accept import accept
from .errors import (
    BadRequest,
    Conflict,
    MethodNotAllowed,
    MultipleMatches,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unavailable,
)
from .http import tags
from .integrity import check_deletion, check_references, index
from .references import rewrite
from .search import Entries, Query, resolved
from .server import Server
from .store.documents import Stored
from .store.faults import MAYBE, Raced
from .store.locks import Session
from .versions import Change, deletion, new_id, next_version, unchanged

Json = dict[str, Any]
Patch = Callable[[Json], Json]

ATTEMPTS = 30
DEADLINE_SECONDS = 4.7


@dataclass(slots=True)
class Write:
    """A write in words: POST, PUT, PATCH or DELETE on an id, or on what meets `criteria`.

    `resource` has passed the gate. `patch` makes the new content from the current one.
    `if_match` and `if_none_match` are the headers, "" when absent.
    """

    method: str
    type: str
    now: datetime
    id: str = ""
    criteria: Query | None = None
    resource: Json | None = None
    patch: Patch | None = None
    if_match: str = ""
    if_none_match: str = ""
    # Where a new resource goes when the criteria match none.
    spare_id: str = field(default_factory=new_id)
    # Links between entries of a transaction, for what a patch brings in.
    links: Mapping[str, str] = field(default_factory=dict)
    # Search entries of `resource`, kept for a second attempt.
    entries: Entries | None = None
    # What the gate found that does not forbid the write.
    hints: Sequence[Issue] = ()

    @property
    def reference(self) -> str:
        """`Type/id`, once the id is known."""
        return f"{self.type}/{self.id}"


async def perform(server: Server, write: Write) -> Change:
    """Carry out a write that stands alone, waiting for others included, within the promised 5 s."""
    try:
        async with asyncio.timeout(DEADLINE_SECONDS):
            await server.worker.ready()
            with server.worker.writing():
                change = await _perform(server, write)
    except TimeoutError as error:
        raise Unavailable(MAYBE) from error
    await server.stored(write.type)
    return change


async def _perform(server: Server, write: Write) -> Change:
    if write.criteria is not None:
        return await perform_conditional(server, write)
    if write.method == "POST":
        write.id = write.id or write.spare_id
        return await _store(server, await plan(server, write, None))
    async with server.queues.hold(f"{write.type}/{write.id}"):
        for attempt in range(ATTEMPTS):
            change = await plan(server, write, await server.store.read(write.type, write.id))
            try:
                return await _store(server, change)
            except Raced:
                await asyncio.sleep(random.uniform(0, 0.002 * attempt))  # noqa: S311 - jitter
    raise Conflict(f"{write.type}/{write.id} is being changed by too many writers; try again.")


async def _store(server: Server, change: Change) -> Change:
    if change.draft is None:
        return change
    type_ = change.draft.stored.type
    lives = type_ in server.life.GOVERNED and server.life.concerns(change)
    if lives or server.settings.references == "enforce":
        await server.store.prepare([type_])
        return await server.store.transact(lambda session: _within(server, change, session))
    if change.before is None:
        await server.store.insert(change.draft)
    else:
        await server.store.replace(change.before, change.draft)
    return change


async def _within(server: Server, change: Change, session: Session) -> Change:
    stored: Change = (await apply(server, [change], session))[0]
    return stored


async def apply(server: Server, changes: Sequence[Change], session: Session) -> list[Change]:
    """Store changes inside a transaction with what they bring along, which comes after them.

    References are checked where the settings ask for it.
    """
    if any(c.after and c.after.type in server.life.GOVERNED for c in changes):
        changes = await server.life.consequences(server, changes, session)
    await store(server, changes, session)
    await check_integrity(server, changes, session)
    return list(changes)


async def store(server: Server, changes: Iterable[Change], session: Session) -> None:
    """Store changes inside a transaction that calls `check_integrity` once all are there."""
    drafts = [(c.before, c.draft) for c in changes if c.draft is not None]
    await server.store.apply(drafts, session)


async def check_integrity(server: Server, changes: Iterable[Change], session: Session) -> None:
    """Refuse changes that leave a reference dangling, where the settings ask for it."""
    if server.settings.references == "enforce":
        written = [c.draft.stored for c in changes if c.draft is not None]
        await check_references(server, written, session)
        await check_deletion(server, written, session)


async def perform_conditional(server: Server, write: Write) -> Change:
    """Search and write as one: a lock document keeps equal criteria apart."""
    criteria = write.criteria
    assert criteria is not None
    await server.store.prepare([write.type])

    async def work(session: Session) -> Change:
        await server.store.lock([criteria.canonical()], session)
        return await _within(server, await decide(server, write, session), session)

    async with server.queues.hold(criteria.canonical()):
        # What is there already needs no lock; those who queued find what the first of them made.
        if write.method == "POST" and (known := await matching(server, write, None)):
            return unchanged(known[0])
        return await server.store.transact(work)


async def decide(server: Server, write: Write, session: Session) -> Change:
    """Resolve the criteria inside a transaction, and plan the write on what they match."""
    found = await matching(server, write, session)
    if write.method == "POST":
        if found:
            return unchanged(found[0])
        write.id = write.spare_id
        return await plan(server, write, None)
    target = await target_of(server, write, found, session)
    return await plan(server, write, target)


async def matching(
    server: Server, write: Write, session: Session | None, but: Sequence[str] = ()
) -> list[Stored]:
    """What the criteria match but for some ids: nothing or one; MultipleMatches beyond."""
    assert write.criteria is not None
    criteria = await resolved(server.store, write.criteria.filter, session)
    if but:
        criteria = {"$and": [criteria, {"_id": {"$nin": list(but)}}]}
    found = await server.store.find_to_change(write.type, criteria, limit=2, session=session)
    if len(found) > 1:
        raise MultipleMatches(
            f"The criteria match more than one {write.type}; they must identify a single one."
        )
    return found


async def target_of(
    server: Server, write: Write, found: list[Stored], session: Session
) -> Stored | None:
    """The current version a conditional update, patch or delete is about; sets `write.id`.

    Source: http.html 3.1.0.4.3 (conditional update).
    """
    given = (write.resource or {}).get("id", "")
    if found:
        if given and given != found[0].id:
            raise BadRequest(
                f"The criteria match {found[0].reference}, the body has the id {given!r}.",
                expression=f"{write.type}.id",
            )
        write.id = found[0].id
        return found[0]
    if write.method == "PATCH":
        raise NotFound(f"No {write.type} meets the criteria; there is nothing to patch.")
    write.id = given or write.spare_id
    return await server.store.read(write.type, write.id, session) if given else None


async def plan(server: Server, write: Write, current: Stored | None) -> Change:
    """What a write does to the current version of its resource, or why it may not."""
    check_preconditions(server, write, current)
    return await PLANS[write.method](server, write, current)


def check_preconditions(server: Server, write: Write, current: Stored | None) -> None:
    """If-Match and If-None-Match (http.html 3.1.0.5; stale versions are 412)."""
    exists = current is not None and not current.deleted
    version = str(current.version) if current else ""
    if write.if_match:
        wanted = tags(write.if_match)
        if not exists or (version not in wanted and "*" not in wanted):
            is_at = f"at version {version}" if exists else "not there"
            raise PreconditionFailed(
                f"If-Match asks for version {', '.join(wanted)} of {write.type}/{write.id}, which "
                f"is {is_at}."
            )
    elif exists and server.settings.require_if_match:
        raise PreconditionRequired(
            f"This server demands If-Match; {write.type}/{write.id} is at version {version}."
        )
    if write.if_none_match and exists:
        unwanted = tags(write.if_none_match)
        if "*" in unwanted or version in unwanted:
            raise PreconditionFailed(
                f"If-None-Match forbids the write: {write.type}/{write.id} is at version {version}."
            )


async def _plan_create(server: Server, write: Write, current: Stored | None) -> Change:
    return _content(server, write, "POST", current)


async def _plan_update(server: Server, write: Write, current: Stored | None) -> Change:
    conditional_create = write.criteria is not None and write.id == write.spare_id
    if current is None and not conditional_create and not server.settings.update_create:
        raise MethodNotAllowed(
            f"{write.type}/{write.id} does not exist, and this server assigns ids itself: POST it."
        )
    return _content(server, write, "PUT", current)


def _content(server: Server, write: Write, method: str, current: Stored | None) -> Change:
    assert write.resource is not None
    if write.entries is None:
        write.entries = index(server, write.resource)
    return next_version(
        write.resource, write.entries, write.id, method, current, write.now, write.hints
    )


async def _plan_patch(server: Server, write: Write, current: Stored | None) -> Change:
    assert write.patch is not None
    if current is None or current.deleted:
        raise NotFound(f"{write.type}/{write.id} does not exist; there is nothing to patch.")
    before = json.decode(current.json)
    patched = write.patch(before)
    if patched.get("id") != current.id or patched.get("resourceType") != current.type:
        raise BadRequest("A patch cannot change the id or the type of a resource.")
    write.hints = await accept(server, patched, write.type, patched=True)
    if write.links:
        rewrite(patched, write.type, write.links)
    found = index(server, patched)
    return next_version(patched, found, write.id, "PATCH", current, write.now, write.hints)


async def _plan_delete(server: Server, write: Write, current: Stored | None) -> Change:  # noqa: ARG001
    if current is None or current.deleted:
        return unchanged(current)
    return deletion(current, write.now)


PLANS = {
    "POST": _plan_create,
    "PUT": _plan_update,
    "PATCH": _plan_patch,
    "DELETE": _plan_delete,
}
