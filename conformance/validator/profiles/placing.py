"""Which slice a value is in. FHIR R4 profiling.html, section 5.1.0.12."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from conformance.fhirpath import Node

from .discriminators import Criterion, every
from .finding import Finding, finding
from .paths import Step, values_at
from .session import Judge, Session

JudgeAll = Callable[[Node, list[Node], Session, list[Finding]], None]
"""Judges all values of an element, given the node they stand in."""

_DEFAULT = "@default"


class Slice(NamedTuple):
    """A slice of an element, ready to judge. Without criteria anything is perhaps in it.

    It has `least` to `most` values, any number from `least` on where `most` is None.
    """

    name: str
    element: str
    least: int
    most: int | None
    criteria: list[Criterion]
    judge: Judge | None
    judge_all: JudgeAll | None

    @property
    def is_default(self) -> bool:
        """Whether it takes what is in no other slice."""
        return self.name == _DEFAULT

    def holds(self, count: int) -> bool:
        """Whether it may have so many values."""
        return count >= self.least and (self.most is None or count <= self.most)


class Index(NamedTuple):
    """The numbers of slices by the text that each is told by, all at the same path."""

    steps: tuple[Step, ...]
    numbers: dict[str, int]


class Slices(NamedTuple):
    """The slices of an element.

    `default` is the number of the one that takes the rest, `undecidable` are those that say nothing
    to be told by, and `by_text` is there where a text tells each, as with extensions.
    """

    listed: list[Slice]
    default: int | None
    undecidable: list[Slice]
    by_text: Index | None


class Placed(NamedTuple):
    """A value with the number of the slice it is in, or those of the slices it is perhaps in."""

    value: Node
    at: int | None
    perhaps: Sequence[int] = ()


def united(listed: list[Slice]) -> Slices:
    """The slices of an element, ready for values to be placed."""
    default = next((i for i, each in enumerate(listed) if each.is_default), None)
    undecidable = [each for each in listed if not (each.criteria or each.is_default)]
    return Slices(listed, default, undecidable, _index(listed))


def _index(listed: list[Slice]) -> Index | None:
    told = [(i, each.criteria) for i, each in enumerate(listed) if not each.is_default]
    single = {i: criteria[0] for i, criteria in told if len(criteria) == 1}
    numbers = {text: i for i, c in single.items() if (text := c.found.exactly) is not None}
    paths = {c.path: c.steps for c in single.values()}
    if len(numbers) < len(told) or len(paths) != 1:
        return None
    return Index(next(iter(paths.values())), numbers)


def place(value: Node, slices: Slices, session: Session, out: list[Finding]) -> Placed:
    """Find the slice of a value; say of one in several, or perhaps in some, that it is."""
    if slices.by_text is not None:
        found = values_at(value, slices.by_text.steps, session)
        if len(found) == 1 and type(found[0].value) is str:
            return Placed(value, slices.by_text.numbers.get(found[0].value, slices.default))
    here: dict[str, list[Node]] = {}
    answers = [_is_in(value, each, here, session) for each in slices.listed]
    places = [i for i, answer in enumerate(answers) if answer]
    if len(places) > 1:
        names = [slices.listed[i].name for i in places]
        out.append(finding("slice-ambiguous", value, slices=names))
    if places:
        return Placed(value, places[0])
    perhaps = [i for i, answer in enumerate(answers) if answer is None]
    if perhaps:
        told = (slices.listed[i] for i in perhaps)
        if names := [each.name for each in told if each.criteria]:
            out.append(finding("slice-unknown", value, slices=names))
        return Placed(value, None, perhaps)
    return Placed(value, slices.default)


def _is_in(value: Node, each: Slice, here: dict[str, list[Node]], session: Session) -> bool | None:
    """Whether a value is in a slice; `here` keeps what stands at the paths of discriminators."""
    if each.is_default:
        return False
    if not each.criteria:
        return None
    if len(each.criteria) == 1:
        return _holds(each.criteria[0], value, here, session)
    return every(_holds(c, value, here, session) for c in each.criteria)


def _holds(
    criterion: Criterion, value: Node, here: dict[str, list[Node]], session: Session
) -> bool | None:
    found = here.get(criterion.path)
    if found is None:
        found = here[criterion.path] = values_at(value, criterion.steps, session)
    return criterion.found.test(found, session)
