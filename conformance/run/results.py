"""What came of a run: the findings by resource and file, and what could not be read."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from conformance.issue import Issue
from conformance.says import Says


class Excerpt(NamedTuple):
    """The source around a finding: a part of one line, and the column in it (from 1)."""

    text: str
    column: int


class Place(NamedTuple):
    """A finding in a run: the file, the resource in it, the finding, and the source around it."""

    file: str
    resource: str
    issue: Issue
    excerpt: Excerpt | None


class Places:
    """Findings in the order they came, to be read as often as needed. Many are held packed."""

    _BLOCK = 500

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._latest: list[Place] = []

    def append(self, place: Place) -> None:
        """Take in one more."""
        self._latest.append(place)
        if len(self._latest) == self._BLOCK:
            self._pack()

    def _pack(self) -> None:
        import pickle  # noqa: PLC0415  # most runs find less
        import zlib  # noqa: PLC0415

        self._packed.append(zlib.compress(pickle.dumps(self._latest), 1))
        self._latest = []

    def __iter__(self) -> Iterator[Place]:
        if self._packed:
            import pickle  # noqa: PLC0415
            import zlib  # noqa: PLC0415

            for block in self._packed:
                yield from pickle.loads(zlib.decompress(block))  # noqa: S301  # packed right here
        yield from self._latest


@dataclass(frozen=True, slots=True)
class Judged:
    """One resource that was judged: `Patient/1` where it says so, its findings, their source."""

    resource: str
    issues: list[Issue]
    excerpts: list[Excerpt | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Result:
    """A file or a piece of it: how many resources it holds, and those with findings.

    `failure` says in a clause why it could not be judged at all.
    """

    file: str
    count: int
    judged: list[Judged] = field(default_factory=list)
    failure: Says | None = None


@dataclass(slots=True)
class Run:
    """Everything that was judged, in the order it was given.

    `files` counts the resources of each file, `faults` the findings by file and severity, where
    there are any.
    """

    files: dict[str, int] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    faults: dict[str, Counter[str]] = field(default_factory=dict)
    failures: list[tuple[str, Says]] = field(default_factory=list)
    known: int = 0
    seconds: float = 0.0

    def add(self, result: Result) -> None:
        """Take in what came of a piece."""
        if result.failure:
            self.failures.append((result.file, result.failure))
            return
        self.files[result.file] = self.files.get(result.file, 0) + result.count
        for judged in result.judged:
            found = zip(judged.issues, judged.excerpts, strict=True)
            for issue, excerpt in sorted(found, key=lambda pair: _order(pair[0])):
                self.keep(Place(result.file, judged.resource, issue, excerpt))

    def keep(self, place: Place) -> None:
        """Take in one finding, the files in one row, their findings in order."""
        self.places.append(place)
        self.faults.setdefault(place.file, Counter())[place.issue.severity] += 1

    @property
    def resources(self) -> int:
        """How many resources were judged."""
        return sum(self.files.values())

    def counts(self) -> Counter[str]:
        """How many findings there are of each severity."""
        return sum(self.faults.values(), Counter())

    def by_file(self) -> Iterator[tuple[str, Iterator[Place]]]:
        """Each file with its findings in their order, to be read before the next; some have none.

        A file is judged once, so that its findings came one after the other.
        """
        groups = groupby(self.places, attrgetter("file"))
        for name in self.files:
            yield name, next(groups)[1] if name in self.faults else iter(())

    def without(self, is_known: Callable[[Place], bool]) -> "Run":
        """The run without findings that are known already."""
        left = replace(self, places=Places(), faults={})
        for place in self.places:
            if is_known(place):
                left.known += 1
            else:
                left.keep(place)
        return left


def _order(issue: Issue) -> tuple[int, int]:
    return issue.line or 0, issue.column or 0
