"""The job of one process: documents with older entries than their type needs get new ones.

It begins once every worker has taken the epoch over, so that nobody writes older entries any more.
What it did is seen by the documents, so it may be stopped anywhere, and a second process at the
same work would do no harm. A parameter of a type also enters what holds a contained resource of
that type: those containers come first.
"""

import asyncio
import time
from collections.abc import Collection
from contextlib import suppress

import structlog

from conformance.definitions import resource_types
from conformance.json import decode
from fhir_server.errors import FhirError
from fhir_server.integrity import index
from fhir_server.search.catalogue import catalogue
from fhir_server.search.index import HOLDS
from fhir_server.server import Server
from fhir_server.store.documents import Document, Draft, Stored
from fhir_server.store.follow import Follower, Written
from fhir_server.store.outdated import count_outdated, find_outdated, renew

from .definitions import is_due, is_upgrade

PAUSE_SECONDS = 0.5
WAIT_SECONDS = 0.1
BATCH = 100
SERVERS_OWN = ("versionId", "lastUpdated")

log = structlog.get_logger()


class Backfill:
    """Runs in every process, and works in the one that writes the feed."""

    def __init__(self, server: Server, follower: Follower) -> None:
        """`follower` says whether this process leads, and what is written meanwhile."""
        self._server = server
        self._store = server.store
        self._worker = server.worker
        self._follower = follower
        self._rate = server.settings.reindex_rate
        self._batch = min(BATCH, max(1, self._rate // 4)) if self._rate else BATCH
        self._revise = False
        self._late: set[tuple[str, str]] = set()
        self._news = asyncio.Event()
        self._behind: list[str] = []
        follower.on_lead = self._lead
        follower.on_writes = self._hear

    async def run(self) -> None:
        """Work whenever there is something to do, for ever; whatever fails is tried again."""
        while True:
            try:
                if self._follower.leading:
                    await self._work()
            except FhirError as error:
                log.warning("index.interrupted", error=str(error))
            except Exception:
                log.exception("index.failed")
            with suppress(TimeoutError):
                async with asyncio.timeout(WAIT_SECONDS if self._behind else PAUSE_SECONDS):
                    await self._news.wait()
            self._news.clear()

    def _lead(self) -> None:
        """What was stored while nobody led may not be in effect yet."""
        self._revise = True
        self._news.set()

    def _hear(self, writes: list[Written]) -> None:
        """Note changed SearchParameters, and what arrived too late with older entries."""
        done = catalogue().done
        late = {(t, i) for t, i, epoch in writes if epoch is not None and epoch < done.get(t, 0)}
        self._late |= late
        changed = any(type_ == "SearchParameter" for type_, _, _ in writes)
        self._revise = self._revise or changed
        if late or changed:
            self._news.set()

    async def _work(self) -> None:
        if self._revise:
            self._revise = False
            await self._worker.definitions.revise()
        await self._worker.refresh()
        await self._renew_late()
        state = await self._worker.epochs.state(whole=False)
        due = [t for t in resource_types() if is_due(state, t)]
        if not due:
            return
        epoch = state["epoch"]
        behind = await self._worker.epochs.behind(epoch)
        if behind and not self._behind:
            log.info("index.waiting", epoch=epoch, workers=behind)
        self._behind = behind
        if not behind and catalogue().epoch >= epoch:
            await self._fill_all(due, epoch, together=is_upgrade(state, due))

    async def _renew_late(self) -> None:
        late, self._late = self._late, set()
        for type_ in {type_ for type_, _ in late}:
            ids = [id_ for t, id_ in late if t == type_]
            await self._fill(type_, catalogue().done.get(type_, 0), {"_id": {"$in": ids}})

    async def _fill_all(self, due: Collection[str], epoch: int, *, together: bool) -> None:
        """Give all documents of some types the entries of an epoch; small types open first.

        Or all open `together`: entries of an older form do not tell what is contained.
        """
        counts = await self._store.counts()
        holding: Document = {"idx": {"$in": [HOLDS + type_ for type_ in due]}}
        for type_ in counts:
            await self._fill(type_, epoch, holding)
        if not together:
            await self._worker.epochs.finish([t for t in due if t not in counts], epoch)
        for type_ in sorted(set(due) & counts.keys(), key=lambda t: (counts[t], t)):
            done = await self._fill(type_, epoch, {}, tell=True)
            if not together:
                await self._worker.epochs.finish([type_], epoch)
            log.info("index.filled", type=type_, epoch=epoch, documents=done)
        await self._worker.epochs.finish(due, epoch)
        await self._worker.refresh()

    async def _fill(self, type_: str, epoch: int, criteria: Document, *, tell: bool = False) -> int:
        """Renew what meets the criteria and is older than an epoch; how many there were."""
        total = await count_outdated(self._store, type_, epoch, criteria) if tell else 0
        done, after = 0, ""
        while True:
            if tell:
                await self._worker.epochs.tell(type_, total, max(total - done, 0))
            started = time.monotonic()
            found = await find_outdated(
                self._store, type_, epoch, criteria, after=after, limit=self._batch
            )
            if not found:
                return done
            renewed = []
            for outdated in found:
                renewed.append((outdated, self._draft(outdated.stored)))
                await asyncio.sleep(0)  # requests come first
            await renew(self._store, type_, renewed)
            done, after = done + len(found), found[-1].stored.id
            if self._rate:
                due_at = started + len(found) / self._rate
                await asyncio.sleep(max(0.0, due_at - time.monotonic()))

    def _draft(self, stored: Stored) -> Draft:
        """The same version with the entries it would be written with now."""
        resource = decode(stored.json)
        for name in SERVERS_OWN:  # not known when a version is written
            resource["meta"].pop(name, None)
        found = index(self._server, resource)
        return Draft(stored, found.idx, found.sort, found.epoch)
