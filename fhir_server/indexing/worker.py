"""The search parameters this process works with, in step with the database.

It looks for another epoch twice a second. It tells the others of an epoch when all its writes are
of that epoch, and every second that it is still there; one that was not heard of for too long
(`store/writers.py`) tells them, and learns the epoch anew, before it writes again.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

import msgspec
import structlog

from fhir_server.errors import FhirError, NotSupported, Unavailable
from fhir_server.search import Query
from fhir_server.search.catalogue import Catalogue, Progress, catalogue, install, note_progress
from fhir_server.search.context import Place
from fhir_server.search.index import FORMAT, made_with
from fhir_server.search.several import Several
from fhir_server.store.connect import UnusableDatabase
from fhir_server.store.documents import Document
from fhir_server.store.epochs import Epochs
from fhir_server.store.mongo import Store
from fhir_server.store.writers import Hold

from . import gauges
from .definitions import Definitions, definitions_of, unused_of

POLL_SECONDS = 0.5
DRAIN_SECONDS = 0.05
TELL_SECONDS = 1.0
EFFECT_SECONDS = 2.0
NEVER = 2**62

Asked = TypeVar("Asked", Query, Several)

log = structlog.get_logger()


class Worker:
    """Keeps the catalogue of this process, and takes part in changing it."""

    def __init__(self, epochs: Epochs, store: Store, place: Place) -> None:
        """`join` before anything is written."""
        self.epochs = epochs
        self.definitions = Definitions(epochs, store)
        self._store = store
        self._made_with = made_with(place)
        self._writers = store.writers
        self._told = (-1, 0.0)  # the epoch, and when
        self._one_at_a_time = asyncio.Lock()
        self._changed = asyncio.Event()

    async def join(self) -> None:
        """Take part; UnusableDatabase where the entries are of a form this server does not know.

        Entries of an older form, or made with other settings, are to be made anew.
        """
        format_ = 1 if await self._store.types() else FORMAT
        await self.epochs.prepare(format_, self._made_with)
        state = await self.epochs.state(whole=False)
        if state["format"] > FORMAT:
            raise UnusableDatabase(
                f"The database has search entries of form {state['format']}, this server knows up "
                f"to {FORMAT}: use the newer server that made them."
            )
        await self.definitions.upgrade(self._made_with)
        install(Catalogue())
        await self.announce()

    async def run(self) -> None:
        """Keep in step, for ever; while MongoDB is away, nothing changes."""
        while True:
            try:
                await self.refresh()
                late = time.monotonic() > self._told[1] + TELL_SECONDS
                if late or self._told[0] != self._writers.oldest(catalogue().epoch):
                    await self.announce()
            except FhirError as error:
                log.debug("index.out_of_reach", error=type(error).__name__)
            except Exception:
                log.exception("index.failed")
            behind = self._told[0] != catalogue().epoch
            self._changed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(DRAIN_SECONDS if behind else POLL_SECONDS):
                    await self._changed.wait()

    async def leave(self) -> None:
        """At a clean stop: nobody needs to wait for this process, which forgets its database."""
        with suppress(FhirError):
            await self.epochs.leave()
        install(Catalogue())

    async def announce(self) -> None:
        """Tell the epoch of all our writes; then learn what they are to be of from now on.

        In this order: who changes the epoch after that waits for us.
        """
        now, epoch = time.monotonic(), self._writers.oldest(catalogue().epoch)
        await self.epochs.join(epoch)
        await self.refresh()
        self._told = epoch, now
        self._writers.seen(now, catalogue().epoch)

    async def refresh(self) -> bool:
        """Take over what is in effect now; whether it was news."""
        async with self._one_at_a_time:
            state = await self.epochs.state(whole=False)
            new = await self._news(state)
            note_progress(msgspec.convert(state["progress"], dict[str, Progress]))
            gauges.note(state)
            if new is None:
                return False
            install(new)
            self._changed.set()
            return True

    async def _news(self, state: Document) -> Catalogue | None:
        known = catalogue()
        if state["format"] > FORMAT or state["made_with"] != self._made_with:
            # Another server has taken over: what we would find by our entries is no longer true.
            if known.since == NEVER:
                return None
            log.warning("index.taken_over", ours=self._made_with, now=state["made_with"])
            return replace(known, since=NEVER, done={})
        if state["epoch"] == known.epoch:
            return None if state["done"] == known.done else replace(known, done=state["done"])
        whole = await self.epochs.state()
        return Catalogue(
            epoch=whole["epoch"],
            since=whole["since"],
            definitions=definitions_of(whole),
            unused=unused_of(whole),
            done=whole["done"],
        )

    async def ready(self) -> None:
        """Before a write is prepared: learn the epoch anew, should others have given us up."""
        if self._writers.stale:
            await self.announce()

    def writing(self) -> Hold:
        """Around a write, from the extraction of its entries until its end is known."""
        return self._writers.hold(catalogue().epoch)

    async def stored(self, type_: str) -> None:
        """After a write: a SearchParameter takes effect. Should that fail, the job sees to it."""
        if type_ == "SearchParameter":
            with suppress(Unavailable, TimeoutError):
                async with asyncio.timeout(EFFECT_SECONDS):
                    await self._take_effect()

    async def _take_effect(self) -> None:
        await self.definitions.revise()
        await self.refresh()

    async def understood(self, read: Callable[[], Asked]) -> Asked:
        """What `read` makes of a search; where it does not know a parameter, by the latest ones."""
        by = catalogue()
        try:
            asked = read()
        except NotSupported:
            await self.refresh()
            if catalogue() is by:  # another may have taken over the news while this one waited
                raise
            return read()
        if asked.issues:
            await self.refresh()
            return asked if catalogue() is by else read()
        return asked
