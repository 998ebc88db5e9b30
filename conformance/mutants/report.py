"""What a campaign found: a table by kind of rule, the survivors, what was not broken and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from .campaign import EQUIVALENT, FOUND, SURVIVED, UNDECIDED, Outcome, Result
from .operators import OPERATORS

_COLUMNS = ("kind of rule", "rules", "broken", "mutants", "found", "survived", "other", "rate")
_ROW = "{:<20}{:>8}{:>8}{:>9}{:>8}{:>10}{:>7}{:>9}"


def lines(results: list[Result], *, whole: bool = False) -> Iterator[str]:
    """The report as lines of text; `whole` lists every rule that was not broken."""
    yield _ROW.format(*_COLUMNS)
    for kind in (operator.kind for operator in OPERATORS):
        yield from _row(kind, results, {kind})
    yield from _row("all", results, {operator.kind for operator in OPERATORS})
    yield ""
    yield "other: the value leaves an optional slice, or its value set cannot be judged offline"
    yield from _section("survivors", _survivors(results))
    yield from _section("rules that were not broken", _skipped(results, whole=whole))
    yield from _section("examples that break the profile they declare", _unfit(results))


def survivors(results: Iterable[Result]) -> int:
    """How many mutants were not found, or not by the right rule and place."""
    return sum(o.verdict == SURVIVED for r in results for o in r.outcomes)


def as_json(results: Iterable[Result]) -> list[dict[str, Any]]:
    """Every mutant that was not found, with its JSON."""
    return [
        {
            "profile": result.profile,
            "rule": list(outcome.demand),
            "verdict": outcome.verdict,
            "example": outcome.example,
            "pointer": outcome.place,
            "why": outcome.why,
            "resource": outcome.resource,
        }
        for result in results
        for outcome in result.outcomes
        if outcome.verdict != FOUND
    ]


def _row(name: str, results: list[Result], kinds: set[str]) -> Iterator[str]:
    found = Counter(o.verdict for r in results for o in r.outcomes if o.demand.kind in kinds)
    broken = {(r.profile, o.demand) for r in results for o in r.outcomes if o.demand.kind in kinds}
    skipped = sum(d.kind in kinds for r in results for d in r.skipped)
    judged = found[FOUND] + found[SURVIVED]
    if broken or skipped:
        yield _ROW.format(
            name,
            len(broken) + skipped,
            len(broken),
            found.total(),
            found[FOUND],
            found[SURVIVED],
            found[EQUIVALENT] + found[UNDECIDED],
            f"{found[FOUND] / judged:.2%}" if judged else "-",
        )


def _section(title: str, content: Iterable[str]) -> Iterator[str]:
    listed = list(content)
    if listed:
        yield ""
        yield f"{title}:"
        yield from (f"  {line}" for line in listed)


def _survivors(results: Iterable[Result]) -> Iterator[str]:
    for result in results:
        for outcome in result.outcomes:
            if outcome.verdict == SURVIVED:
                yield _survivor(result.profile, outcome)


def _survivor(profile: str, outcome: Outcome) -> str:
    place = outcome.place or "/"
    return f"{profile} {outcome.demand}: {outcome.example} at {place}: {outcome.why}"


def _skipped(results: Iterable[Result], *, whole: bool) -> Iterator[str]:
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for result in results:
        for demand, reason in result.skipped.items():
            by_reason[reason].append(f"{result.profile} {demand}")
    for reason, demands in sorted(by_reason.items(), key=lambda pair: -len(pair[1])):
        yield f"{len(demands):>6}  {reason}"
        if whole:
            yield from (f"          {demand}" for demand in demands)


def _unfit(results: Iterable[Result]) -> Iterator[str]:
    for result in results:
        for example, fault in result.unfit.items():
            yield f"{result.profile} {example}: {fault}"
