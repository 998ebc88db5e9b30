r"""A lower and an upper bound on a date that occurs once in a resource: one window of the index.

Each bound alone leads through half of the type. Together they mean one interval, which either
begins in the window, a range of `<low><high>` entries, or begins before and reaches into it. How
long before is bounded by its width: all but the narrowest have an entry `~~<class><low><high>` by
the class of their width, so that nothing is read but what begins near the window, and in the last
class what lasts for more than a year. That no Period ends before it begins is an invariant of R4
(per-1), kept by the write gate.

Source: FHIR R4 search.html, 3.1.1.4.5 (prefixes).
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from fhir_server.search.filters import Filter, any_of, between
from fhir_server.search.parameters import Parameter

from .interval import at_most

WIDE = "~~"
DAY = 86_400_000_000
START, END = 0, 16**15 - 1
WIDTHS = (25 * DAY // 24, 32 * DAY, 367 * DAY)
"""In microseconds: a day (of 25 hours in autumn), a month, a year; what is wider is the last."""

Span = tuple[int, int]


class Part(NamedTuple):
    """Intervals that begin in `[start, end)`, end beyond `after` and by `by`, where these are."""

    start: int
    end: int
    after: int | None = None
    by: int | None = None


LOWER: dict[str, Callable[[int, int], list[Part]]] = {
    "ge": lambda low, high: [Part(low, END), Part(START, low, after=high)],
    "gt": lambda _, high: [Part(high, END), Part(START, high, after=high)],
    "sa": lambda _, high: [Part(high, END)],
}
UPPER: dict[str, Callable[[int, int], list[Part]]] = {
    "lt": lambda low, _: [Part(START, low)],
    "le": lambda low, high: [Part(START, low), Part(low, high, by=high)],
    "eb": lambda low, _: [Part(START, low, by=low)],
}
"""What a prefix with an interval `[low, high)` asks for, as parts that exclude each other."""


def wide_entries(low: int, high: int) -> list[str]:
    """The entry of an interval by the class of its width; the narrowest need none."""
    class_ = sum(high - low > width for width in WIDTHS)
    return [f"{WIDE}{class_}{low:015x}{high:015x}"] if class_ else []


def window(parameter: Parameter, lower: tuple[str, Span], upper: tuple[str, Span]) -> Filter:
    """What meets both bounds, each a prefix and an interval."""
    pairs = product(LOWER[lower[0]](*lower[1]), UPPER[upper[0]](*upper[1]))
    return any_of(
        fragment for one, other in pairs for fragment in _ranges(parameter.key, _both(one, other))
    )


def occurs_once(parameter: Parameter) -> bool:
    """Whether a resource has at most one value: plain elements at the top or just below it."""
    ends = parameter.ends or ()
    short = all(path.split(" as ")[0].count(".") <= 2 for path in parameter.paths)
    once = all(end.first.max == end.element.max == 1 for end in ends)
    same = len({(end.first.name, end.element.name) for end in ends}) == 1
    return short and once and same and not parameter.united


def _both(one: Part, other: Part) -> Part:
    after = one.after if other.after is None else other.after
    by = one.by if other.by is None else other.by
    return Part(max(one.start, other.start), min(one.end, other.end), after, by)


def _ranges(key: str, part: Part) -> Iterator[Filter]:
    if part.start > START:
        yield from _range(key, part)
        return
    assert part.after is not None, "a lower bound leaves nothing open that ends before it"
    for i, width in enumerate((*WIDTHS, END)):
        begin = key + f"{WIDE}{i}" if i else key
        yield from _range(begin, part._replace(start=max(START, part.after - width)))


def _range(key: str, part: Part) -> Iterator[Filter]:
    if part.start >= part.end:
        return
    after = "" if part.after is None else f"(?!(?:{at_most(f'{part.after:015x}')})$)"
    by = "" if part.by is None else f"(?:{at_most(f'{part.by:015x}')})$"
    skipped = f"^.{{{len(key) + 15}}}"
    pattern = f"{skipped}{after}{by}" if after or by else ""
    yield between(f"{key}{part.start:015x}", f"{key}{part.end:015x}", pattern=pattern)
