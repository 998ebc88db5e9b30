"""Writes under way in this process, by the epoch of their search entries.

A process says that it has taken over an epoch only when no write of an older one is left. And it
writes only while it is known to be there: one that froze, and was given up meanwhile, has to learn
the epoch anew before it writes again. `floor` is the epoch that writes need since then.
"""

import time
from collections import Counter

from fhir_server.errors import Unavailable

FRESH_SECONDS = 6.0


class Hold:
    """A write under way; every write has one, and a generator would take thrice as long."""

    __slots__ = ("_epoch", "_under_way")

    def __init__(self, under_way: Counter[int], epoch: int) -> None:
        self._under_way = under_way
        self._epoch = epoch

    def __enter__(self) -> None:
        """Count it."""
        self._under_way[self._epoch] += 1

    def __exit__(self, *_: object) -> None:
        """It has ended, one way or another."""
        self._under_way[self._epoch] -= 1
        if not self._under_way[self._epoch]:
            del self._under_way[self._epoch]


class Writers:
    """Counts writes; who only reads, or writes alone, never calls `seen` and is never stale."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._under_way: Counter[int] = Counter()
        self._seen: float | None = None
        self.floor = 0

    def hold(self, epoch: int) -> "Hold":
        """Around a write with entries of this epoch, or of a later one."""
        return Hold(self._under_way, epoch)

    def oldest(self, current: int) -> int:
        """The epoch that every write from now on has, or a later one."""
        return min(self._under_way, default=current)

    def seen(self, when: float, epoch: int) -> None:
        """Others know since `time.monotonic()` was `when` that this process works with an epoch.

        Where they may have given it up before, whatever it has prepared with an older one is void.
        """
        if self.stale:
            self.floor = epoch
        self._seen = when

    @property
    def stale(self) -> bool:
        """Whether others may have given this process up."""
        return self._seen is not None and time.monotonic() > self._seen + FRESH_SECONDS

    def fence(self, epoch: int) -> None:
        """Right before writing what was prepared with an epoch: Unavailable when it may not be."""
        if self.stale or epoch < self.floor:
            raise Unavailable("The server was held up for too long; try again.")
