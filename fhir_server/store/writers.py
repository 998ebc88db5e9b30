"""Writes under way in this process, by the epoch of their search entries.

A process says that it has taken over an epoch only when no write of an older one is left. And it
writes only while it is known to be there: one that froze, and was given up meanwhile, has to learn
the epoch anew before it writes again.
"""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from fhir_server.errors import Unavailable

FRESH_SECONDS = 4.0


class Writers:
    """Counts writes; who only reads, or writes alone, never calls `seen` and is never stale."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._under_way: Counter[int] = Counter()
        self._seen: float | None = None

    @contextmanager
    def hold(self, epoch: int) -> Iterator[None]:
        """A write with entries of this epoch, or of a later one, is under way."""
        self._under_way[epoch] += 1
        try:
            yield
        finally:
            self._under_way[epoch] -= 1
            if not self._under_way[epoch]:
                del self._under_way[epoch]

    def oldest(self, current: int) -> int:
        """The epoch that every write from now on has, or a later one."""
        return min(self._under_way, default=current)

    def seen(self, when: float) -> None:
        """Others know since `time.monotonic()` was `when` that this process is there."""
        self._seen = when

    @property
    def stale(self) -> bool:
        """Whether others may have given this process up."""
        return self._seen is not None and time.monotonic() > self._seen + FRESH_SECONDS

    def fence(self) -> None:
        """Right before writing: Unavailable when others may have given this process up."""
        if self.stale:
            raise Unavailable("The server was held up for too long; try again.")
