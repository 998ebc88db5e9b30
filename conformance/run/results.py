"""What came of a run: the findings by resource and file, and what could not be read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
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
    """Everything that was judged, in the order it was given."""

    files: dict[str, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
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
            for issue, excerpt in zip(judged.issues, judged.excerpts, strict=True):
                self.places.append(Place(result.file, judged.resource, issue, excerpt))

    @property
    def resources(self) -> int:
        """How many resources were judged."""
        return sum(self.files.values())

    def counts(self) -> Counter[str]:
        """How many findings there are of each severity."""
        return Counter(place.issue.severity for place in self.places)

    def by_file(self) -> Iterator[tuple[str, list[Place]]]:
        """Each file with its findings, the worst and first ones first; clean ones are empty."""
        found: dict[str, list[Place]] = {name: [] for name in self.files}
        for place in self.places:
            found[place.file].append(place)
        for name, places in found.items():
            yield name, sorted(places, key=_order)

    def without(self, known: Iterable[Place]) -> "Run":
        """The run without findings that are known already."""
        hidden = {id(place) for place in known}
        left = [place for place in self.places if id(place) not in hidden]
        return replace(self, places=left, known=len(hidden))


def _order(place: Place) -> tuple[int, int]:
    return place.issue.line or 0, place.issue.column or 0
