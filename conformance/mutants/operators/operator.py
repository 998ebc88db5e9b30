"""What an operator is: it knows the demands of a kind, and how to break one in an example."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from conformance.issue import Severity
from conformance.mutants.edits import Path
from conformance.mutants.elements import Json, Snapshot
from conformance.mutants.places import Places
from conformance.mutants.samples import Samples


class Demand(NamedTuple):
    """One rule of a profile: its kind, the id of the element it is on, the key of an invariant."""

    kind: str
    element: str
    key: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


class Case(NamedTuple):
    """A demand on an example."""

    demand: Demand
    places: Places
    samples: Samples

    @property
    def snapshot(self) -> Snapshot:
        """The profile."""
        return self.places.snapshot

    @property
    def element(self) -> Json:
        """The ElementDefinition of the demand."""
        return self.snapshot.elements[self.demand.element]

    @property
    def resource(self) -> Json:
        """The example."""
        return self.places.resource


class Change(NamedTuple):
    """An example with one fault, where it may be reported, under which rules and how badly.

    Without `rules` and `severity` those of the operator are meant.
    """

    resource: Json
    places: tuple[Path, ...]
    rules: tuple[str, ...] = ()
    severity: Severity | None = None


class Operator(NamedTuple):
    """One kind of rule: where a profile has it, how it is broken, how that has to be reported.

    `keys` are those of the demands on an element (one without a key is ""). `rules` are the ids of
    which one has to be reported, unless the change names its own; base R4 and a profile may say
    the same under two names. `reason` is why a demand could not be broken, when no example let it.
    """

    kind: str
    keys: Callable[[Snapshot, str], list[str]]
    changes: Callable[[Case], Iterator[Change]]
    rules: tuple[str, ...]
    reason: str
    severity: Severity = "error"


def when(test: Callable[[Snapshot, str, Json], object]) -> Callable[[Snapshot, str], list[str]]:
    """The keys of an operator whose demand an element has once, if it has it."""

    def keys(snapshot: Snapshot, element_id: str) -> list[str]:
        return [""] if test(snapshot, element_id, snapshot.elements[element_id]) else []

    return keys
