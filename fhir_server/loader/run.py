"""One load: passes over the inputs, a few requests in flight, and the tally."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from .delivery import Answer, Delivery, Parcel, Unreachable, pack
from .inputs import Failure, Unit, Watch, rank, read
from .state import Finished, digest


@dataclass(slots=True)
class Tally:
    """What came of a load.

    `loaded` counts entries by resource type (their last success), `failures` is what remains.
    """

    loaded: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    stopped: str = ""

    @property
    def well(self) -> bool:
        """Whether everything is where it belongs."""
        return not self.failures and not self.stopped


@dataclass(slots=True)
class _Input:
    """How far one file is: units under way, refused ones by position, what cannot be read."""

    path: Path
    sha256: str
    open: int = 0
    taken: bool = False
    home: str = ""
    refused: dict[int, Failure] = field(default_factory=dict)
    unreadable: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether all of it is loaded."""
        return self.taken and not (self.open or self.refused or self.unreadable)


class Load:
    """Loads files through one delivery. `run` is called once."""

    def __init__(
        self,
        delivery: Delivery,
        finished: Finished,
        *,
        again: bool = False,
        batch_entries: int = 200,
        in_flight: int = 4,
    ) -> None:
        """With `again`, files count as new whatever `finished` says."""
        self._delivery = delivery
        self._finished = finished
        self._again = again
        self._batch_entries = batch_entries
        self._in_flight = in_flight
        self._tally = Tally()
        self._inputs: dict[Path, _Input] = {}

    async def run(self, files: list[Path], watch: Watch) -> Tally:
        """Load files, in the order given; `watch` is told how far each has been read."""
        try:
            for path in files:
                await self._admit(path)
            for _, group in groupby(self._inputs, key=rank):
                await self._pass(list(group), watch)
            await self._try_again()
        except Unreachable as error:
            self._tally.stopped = str(error)
        for each in self._inputs.values():
            self._tally.failures += [*each.unreadable, *each.refused.values()]
        return self._tally

    async def _admit(self, path: Path) -> None:
        sha256 = ""
        with suppress(OSError):  # reading it will say what is wrong
            sha256 = digest(path)
        home = None if self._again else self._finished.home_of(sha256)
        if home and await self._delivery.knows(home):
            self._tally.skipped.append(path)
        else:
            self._inputs[path] = _Input(path, sha256)

    async def _try_again(self) -> None:
        """Send what was refused once more, and again as long as that helps."""
        left: int | None = None
        while (refused := self._refused()) and len(refused) != left:
            left = len(refused)
            await self._pass([p for p, each in self._inputs.items() if each.refused])

    def _refused(self) -> list[Failure]:
        return [f for each in self._inputs.values() for f in each.refused.values()]

    async def _pass(self, paths: list[Path], watch: Watch | None = None) -> None:
        """Send all units of some files; without `watch` only those that were refused before."""
        places = asyncio.Semaphore(self._in_flight)

        async def deliver(parcel: Parcel) -> None:
            try:
                for unit, answer in zip(
                    parcel.units, await self._delivery.send(parcel), strict=True
                ):
                    self._note(unit, answer)
            finally:
                places.release()

        try:
            async with asyncio.TaskGroup() as group:
                for parcel in pack(self._units(paths, watch), self._batch_entries):
                    await places.acquire()
                    group.create_task(deliver(parcel))
        except ExceptionGroup as several:
            unreachable, others = several.split(Unreachable)
            if unreachable is None or others is not None:
                raise
            raise unreachable.exceptions[0] from None

    def _units(self, paths: list[Path], watch: Watch | None) -> Iterator[Unit]:
        for path in paths:
            each = self._inputs[path]
            wanted = None if watch else set(each.refused)
            each.taken = False
            for found in read(path, watch):
                if isinstance(found, Unit):
                    if wanted is None or found.position in wanted:
                        each.open += 1
                        yield found
                elif wanted is None:
                    each.unreadable.append(found)
            each.taken = True
            self._close(each)

    def _note(self, unit: Unit, answer: Answer) -> None:
        each = self._inputs[unit.path]
        each.open -= 1
        if answer.well:
            each.refused.pop(unit.position, None)
            each.home = answer.home or each.home
            self._tally.loaded.update(_type_of(entry) for entry in unit.entries)
        else:
            each.refused[unit.position] = Failure(
                unit.path, unit.where, answer.cause, answer.reason, len(unit.entries)
            )
        self._close(each)

    def _close(self, each: _Input) -> None:
        if each.done:
            self._finished.add(each.sha256, each.home, each.path.name)


def _type_of(entry: dict[str, dict[str, str]]) -> str:
    resource = entry.get("resource") or {}
    return resource.get("resourceType") or entry["request"]["url"].partition("/")[0]
