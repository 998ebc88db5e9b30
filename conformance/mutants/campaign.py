"""One fault for each rule of a profile, and whether the validator finds it, by name and place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from conformance.issue import Issue, errors
from conformance.packages import Library
from conformance.validator import Options, validate

from .corpus import Corpus
from .edits import Path, pointer
from .elements import Json, Snapshot, above, is_slice, sliced
from .growth import grown
from .operators import OPERATORS, Case, Change, Demand, Operator
from .places import Places, Specimen
from .samples import Samples
from .specimens import Choice, chosen

Judge = Callable[..., list[Issue]]
"""The validator on trial: called as `conformance.validator.validate` is."""

MOST_MUTANTS = 2
"""How many examples a demand is broken in."""

FOUND, SURVIVED, EQUIVALENT, UNDECIDED = "found", "survived", "equivalent", "undecided"


class Outcome(NamedTuple):
    """What became of a mutant; `why` says it of those that were not found."""

    demand: Demand
    verdict: str
    example: str
    place: str
    why: str = ""
    resource: Json | None = None


@dataclass
class Result:
    """A profile with its mutants, the demands that were not broken by reason, unfit examples."""

    profile: str
    demands: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    skipped: dict[Demand, str] = field(default_factory=dict)
    unfit: dict[str, str] = field(default_factory=dict)


class Campaign:
    """Breaks the rules of the profiles of a library in the examples of a corpus."""

    def __init__(
        self,
        library: Library,
        corpus: Corpus,
        *,
        most: int = MOST_MUTANTS,
        judge: Judge = validate,
    ) -> None:
        self.library = library
        self.corpus = corpus
        self.most = most
        self._judge = judge
        self._samples = Samples(library)

    def run(self, canonical: str) -> Result:
        """Break every rule of a profile. Raises `SnapshotError`, KeyError for unknown ones."""
        structure = self.library.structure(canonical)
        if structure is None:
            raise KeyError(canonical)
        snapshot = Snapshot(structure)
        result = Result(snapshot.url)
        judged = _profiles(structure)
        choice = chosen(snapshot, self.corpus, self._samples, lambda s: self._faults(s, judged))
        result.unfit = choice.unfit
        specimens = self._grown(snapshot, choice, judged)
        for operator, demand in _demands(snapshot):
            result.demands += 1
            outcomes = list(self._broken(operator, demand, snapshot, specimens, judged))
            result.outcomes += outcomes
            if not outcomes:
                result.skipped[demand] = operator.reason if specimens else "no valid example"
        return result

    def _grown(self, snapshot: Snapshot, choice: Choice, judged: tuple[str, ...]) -> list[Specimen]:
        """The specimens, fuller ones first; what the first lack is tried on the next."""
        full: list[Specimen] = []
        apart: list[Specimen] = []
        seen: set[str] = set()
        for specimen in choice.specimens:
            whole, alone = grown(
                specimen, snapshot, seen, self._samples, lambda s: not self._faults(s, judged)
            )
            full.append(whole)
            apart += alone
        return [*full, *choice.specimens, *apart]

    def _faults(self, specimen: Specimen, judged: tuple[str, ...]) -> list[Issue]:
        return errors(self._judge(specimen.resource, judged, library=self.library))

    def _broken(
        self,
        operator: Operator,
        demand: Demand,
        snapshot: Snapshot,
        specimens: list[Specimen],
        judged: tuple[str, ...],
    ) -> Iterator[Outcome]:
        """A mutant from each of the first specimens that let the demand be broken."""
        left = self.most
        for specimen in specimens:
            places = Places(snapshot, specimen.resource, specimen.root)
            changes = operator.changes(Case(demand, places, self._samples))
            for change in islice(changes, 1):
                yield self._outcome(operator, demand, specimen, places, change, judged)
                left -= 1
            if not left:
                return

    def _outcome(
        self,
        operator: Operator,
        demand: Demand,
        specimen: Specimen,
        places: Places,
        change: Change,
        judged: tuple[str, ...],
    ) -> Outcome:
        options = Options(must_support=operator.kind == "must-support")
        issues = self._judge(change.resource, judged, library=self.library, options=options)
        before = self._judge(specimen.resource, judged, library=self.library, options=options)
        known = {(i.rule, i.pointer, i.diagnostics) for i in before}
        fresh = [i for i in issues if (i.rule, i.pointer, i.diagnostics) not in known]
        places_meant = [p for place in change.places for p in (place, _primitive(place))]
        wanted = [
            (rule, pointer(p)) for rule in change.rules or operator.rules for p in places_meant
        ]
        left = list(_left_slices(places, change.resource, demand.element))
        wanted += [pair for expected, pair in left if expected]
        severity = change.severity or operator.severity
        verdict, why = _verdict(operator.kind, severity, fresh, wanted)
        if verdict == SURVIVED and left and not any(expected for expected, _ in left):
            verdict, why = EQUIVALENT, "the value leaves a slice that is open and optional"
        place = pointer(change.places[0])
        kept = change.resource if verdict == SURVIVED else None
        return Outcome(demand, verdict, specimen.name, place, why, kept)


def _primitive(path: Path) -> Path:
    """The primitive whose extensions stand at a path, `gender` for `_gender`; else the path."""
    *above, last = path or ("",)
    return (*above, last[1:]) if isinstance(last, str) and last.startswith("_") else path


def _verdict(
    kind: str, severity: str, fresh: list[Issue], wanted: list[tuple[str, str]]
) -> tuple[str, str]:
    right = [i for i in fresh if (i.rule, i.pointer) in wanted]
    if any(i.severity == severity for i in right):
        return FOUND, ""
    if right:
        return SURVIVED, f"as {right[0].severity}, not {severity}"
    rules = {rule for rule, _ in wanted}
    misplaced = [i for i in fresh if i.rule in rules]
    if misplaced:
        return SURVIVED, f"wrong place: {misplaced[0].rule} at {misplaced[0].pointer or '/'}"
    if kind.startswith("binding") and any(i.rule == "binding-unknown" for i in fresh):
        return UNDECIDED, "the value set cannot be judged offline"
    others = [f"{i.rule} at {i.pointer or '/'}" for i in errors(fresh)]
    return SURVIVED, f"wrong rule: {', '.join(others[:3])}" if others else "not found"


def _demands(snapshot: Snapshot) -> Iterator[tuple[Operator, Demand]]:
    """The demands of a profile; those of a type that it has from another are judged there."""
    for element_id in snapshot.elements:
        if not snapshot.is_own(element_id) or snapshot.is_excluded(above(element_id)):
            continue
        is_excluded = snapshot.is_excluded(element_id)
        for operator in OPERATORS:
            if is_excluded and not operator.kind.endswith("absent"):
                continue
            for key in operator.keys(snapshot, element_id):
                yield operator, Demand(operator.kind, element_id, key)


def _profiles(structure: Json) -> tuple[str, ...]:
    """The profiles to judge by: those of resources. Others are judged where they are asked for."""
    is_profile = structure["kind"] == "resource" and structure.get("derivation") == "constraint"
    return (structure["url"],) if is_profile else ()


def _left_slices(
    places: Places, resource: Json, element_id: str
) -> Iterator[tuple[bool, tuple[str, str]]]:
    """The slices that a value is no longer in: whether that is a fault, and the finding to expect.

    A slice that now has too few values is missed where it should stand; in a closed slicing, the
    value that left it is a stranger.
    """
    snapshot = places.snapshot
    after = Places(snapshot, resource, places.root)
    steps = element_id.split(".")
    for n in range(1, len(steps) + 1):
        slice_id = ".".join(steps[:n])
        if not is_slice(slice_id) or slice_id not in snapshot.elements:
            continue
        now = {g.parent: g.values for g in after.groups(slice_id)}
        for parent, values in places.groups(slice_id):
            lost = [v for v in values if v not in now.get(parent, ())]
            if not lost:
                continue
            least = snapshot.elements[slice_id].get("min", 0)
            is_short = len(now.get(parent, ())) < least
            yield is_short, ("slice-min", pointer(parent))
            slicing = snapshot.elements.get(sliced(slice_id), {}).get("slicing", {})
            yield slicing.get("rules") == "closed", ("slice-unmatched", pointer(lost[0]))
