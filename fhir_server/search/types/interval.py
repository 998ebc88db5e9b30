"""Search by order over values that are intervals: what each prefix means, in entries.

An interval `[low, high)` has two entries: `<key><low><high>` and `<key>~<high>`. Both bounds have a
fixed width, and code points up to `f`. A comparison with one bound is one range over one of the two
kinds; one that needs both reads `<low><high>` entries in a range of `low` and picks by `high`. So
every prefix is index-exact, with many intervals in one resource too.

Source: FHIR R4 search.html, 3.1.1.4.5 (prefixes).
"""

from collections.abc import Callable

from fhir_server.search.filters import Filter, any_of, between

Compare = Callable[[str, str, str], Filter]


def interval_entries(key: str, low: str, high: str) -> list[str]:
    """The entries of one interval; `key` is whatever they are to be found under."""
    return [f"{key}{low}{high}", f"{key}~{high}"]


def compare(key: str, prefix: str, low: str, high: str) -> Filter:
    """Documents with an interval that stands in the relation `prefix` to `[low, high)`."""
    return COMPARISONS[prefix](key, low, high)


def _starts_before(key: str, bound: str) -> Filter:
    return between(key, key + bound)


def _starts_from(key: str, bound: str) -> Filter:
    return between(key + bound, key + "~")


def _ends_by(key: str, bound: str) -> Filter:
    return between(f"{key}~", f"{key}~{bound}~")


def _ends_after(key: str, bound: str) -> Filter:
    return between(f"{key}~{bound}~", f"{key}~~")


def _contained(key: str, low: str, high: str) -> Filter:
    end = f"(?:{at_most(high)})$"
    return between(key + low, key + high, pattern=_ending(key, high, end))


def _overlaps(key: str, low: str, high: str) -> Filter:
    return between(key, key + high, pattern=_ending(key, high, f"(?!(?:{at_most(low)})$)"))


def _ending(key: str, bound: str, end: str) -> str:
    """A pattern for `<key><low>` followed by what is asked of `<high>`."""
    return f"^.{{{len(key) + len(bound)}}}{end}"


def at_most(bound: str) -> str:
    """A pattern for the strings of the same width that sort up to `bound`."""
    smaller = [f"{bound[:i]}[0-{chr(ord(c) - 1)}].*" for i, c in enumerate(bound) if c > "0"]
    return "|".join([*smaller, bound])


def within(low: str, high: str) -> str:
    """A pattern, to the end, for strings in `[low, high)`; a bound may end with a space ("after").

    Both bounds have the width of the strings, the space not counted.
    """
    least, most = low.rstrip(), high.rstrip()
    below = f"(?!(?:{at_most(least)})$)"
    from_low = below if low != least else f"(?:(?={least}$)|{below})"
    to_high = "" if high != most else f"(?!{most}$)"
    return f"{from_low}{to_high}(?:{at_most(most)})$"


def _equal(key: str, low: str, high: str) -> Filter:
    """The search interval contains the other."""
    return _contained(key, low, high)


def _not_equal(key: str, low: str, high: str) -> Filter:
    return any_of([_starts_before(key, low), _ends_after(key, high)])


def _greater(key: str, _: str, high: str) -> Filter:
    """The interval reaches beyond the end of the search interval."""
    return _ends_after(key, high)


def _less(key: str, low: str, _: str) -> Filter:
    """The interval begins before the search interval."""
    return _starts_before(key, low)


def _greater_or_equal(key: str, low: str, high: str) -> Filter:
    """What starts from `low` on is contained or reaches beyond."""
    return any_of([_starts_from(key, low), _ends_after(key, high)])


def _less_or_equal(key: str, low: str, high: str) -> Filter:
    """What ends by `high` is contained or begins before."""
    return any_of([_starts_before(key, low), _ends_by(key, high)])


def _starts_after(key: str, _: str, high: str) -> Filter:
    return _starts_from(key, high)


def _ends_before(key: str, low: str, _: str) -> Filter:
    return _ends_by(key, low)


COMPARISONS: dict[str, Compare] = {
    "eq": _equal,
    "ne": _not_equal,
    "gt": _greater,
    "lt": _less,
    "ge": _greater_or_equal,
    "le": _less_or_equal,
    "sa": _starts_after,
    "eb": _ends_before,
    "ap": _overlaps,
}
