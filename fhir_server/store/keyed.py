"""Locks by name within one process; they spare the database races it would settle anyway."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager


class KeyedLocks:
    """First come, first served, per name; a name costs nothing while nobody holds it."""

    def __init__(self) -> None:
        """Start with no name held."""
        self._held: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def hold(self, name: str) -> AsyncIterator[None]:
        """Hold a name; others wait for it in order."""
        lock, users = self._held.get(name) or (asyncio.Lock(), 0)
        self._held[name] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._held[name]
            if users == 1:
                del self._held[name]
            else:
                self._held[name] = lock, users - 1

    @asynccontextmanager
    async def hold_all(self, names: Iterable[str]) -> AsyncIterator[None]:
        """Hold several names, in one order for everybody, so that nobody waits in a circle."""
        async with AsyncExitStack() as held:
            for name in sorted(set(names)):
                await held.enter_async_context(self.hold(name))
            yield
