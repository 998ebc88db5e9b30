"""Raise the epoch: because other SearchParameters are stored, or because all is to be made anew."""

import asyncio
from collections.abc import Iterable, Sequence

import msgspec
import structlog
from msgspec.structs import replace

from conformance.json import decode
from fhir_server.search.catalogue import Definition, Unused
from fhir_server.search.index import FORMAT
from fhir_server.search.loaded import settle
from fhir_server.store.batching import Batcher
from fhir_server.store.documents import Document
from fhir_server.store.epochs import EVERY, Epochs
from fhir_server.store.mongo import Store

MOST_STORED = 20_000

log = structlog.get_logger()


def definitions_of(state: Document) -> tuple[Definition, ...]:
    """The definitions in effect."""
    return msgspec.convert(state["definitions"], tuple[Definition, ...])


def unused_of(state: Document) -> tuple[Unused, ...]:
    """Those that are active, and not in effect."""
    return msgspec.convert(state["unused"], tuple[Unused, ...])


class Definitions:
    """Changes what is in effect; any process may, as each change is made on the latest state."""

    def __init__(self, epochs: Epochs, store: Store) -> None:
        """Nothing is changed yet."""
        self._epochs = epochs
        self._store = store
        self._revisions: Batcher[None, None] = Batcher(self._revise_together)

    async def revise(self) -> None:
        """Put the SearchParameters that are stored now into effect.

        Calls that come together share one look, which begins after they came.
        """
        await self._revisions.submit(None)

    async def _revise_together(self, calls: Sequence[None]) -> Sequence[None]:
        while not await self._revise():
            pass
        return calls

    async def _revise(self) -> bool:
        """One attempt; False when another process changed the state meanwhile."""
        state = await self._epochs.state()  # first, so that nothing older is put into effect
        before, unused = definitions_of(state), unused_of(state)
        stored = await self._store.find("SearchParameter", {}, limit=MOST_STORED)
        resources = [decode(s.json) for s in stored]
        found, left = await asyncio.to_thread(settle, resources, before)
        kept = {replace(d, since=0): d for d in before}
        epoch = state["epoch"] + 1
        after = tuple(kept.get(d, replace(d, since=epoch)) for d in found)
        if (after, left) == (before, unused):
            return True
        new = [d for d in after if d.since == epoch]
        fields = {
            "definitions": [msgspec.to_builtins(d) for d in after],
            "unused": [msgspec.to_builtins(u) for u in left],
            "due": state["due"] | {type_: epoch for d in new for type_ in d.types},
        }
        done = await self._epochs.raise_from(state["epoch"], fields)
        if done:
            log.info("index.definitions", epoch=epoch, used=len(after), new=len(new))
        return done

    async def request(self, types: Iterable[str]) -> None:
        """Have the entries of some types, or without any of all, made anew."""
        listed = list(types) or [EVERY]
        while True:
            state = await self._epochs.state(whole=False)
            epoch = state["epoch"] + 1
            due = state["due"] | dict.fromkeys(listed, epoch)
            if await self._epochs.raise_from(state["epoch"], {"due": due}):
                log.info("index.requested", epoch=epoch, types=types or "all")
                return

    async def upgrade(self, made_with: Document) -> None:
        """Where entries are of an older form, or were made with other settings, have all made anew.

        None can be searched before.
        """
        now = {"format": FORMAT, "made_with": made_with}
        state = await self._epochs.state(whole=False)
        while state["format"] < FORMAT or state["made_with"] != made_with:
            epoch = state["epoch"] + 1
            fields = now | {"since": epoch, "due": state["due"] | {EVERY: epoch}}
            if await self._epochs.raise_from(state["epoch"], fields):
                log.warning("index.upgrade", before={key: state.get(key) for key in now}, now=now)
            state = await self._epochs.state(whole=False)


def due_in(state: Document, type_: str) -> int:
    """The epoch from which the entries of a type's documents must be."""
    return max(int(state["due"].get(name, 0)) for name in (EVERY, type_))


def is_due(state: Document, type_: str) -> bool:
    """Whether documents of a type may have older entries."""
    return due_in(state, type_) > int(state["done"].get(type_, 0))


def is_upgrade(state: Document, due: Iterable[str]) -> bool:
    """Whether documents of some types may have entries of an older form."""
    return any(state["done"].get(type_, 0) < state["since"] for type_ in due)
