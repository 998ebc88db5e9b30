"""Public views: small counts are hidden, and others from which they could be computed.

A part (a stratum, or the whole) is hidden with all its counts and its score when one of its counts
is below the threshold. Then, in every sum of parts, at least two parts are hidden whose counts
together reach the threshold, so that the sum less what is shown tells nothing about either. The
teams of an institution are a sum, too, where a report has both.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .evaluate import Group, Part, Stratifier
from .strata import BREAKDOWNS


class Sum(NamedTuple):
    """A whole and the parts that add up to it."""

    whole: Part
    parts: Sequence[Part]


def hide(group: Group, below: int) -> None:
    """Hide what is small in a group, and what would tell it."""
    for part in _parts(group):
        part.is_hidden = any(p.count is not None and p.count < below for p in part.populations)
    sums = list(_sums(group))
    while any(_protect(each, below) for each in sums):
        pass


def _parts(group: Group) -> Iterable[Part]:
    yield group.whole
    for stratifier in group.stratifiers:
        yield from stratifier.parts


def _sums(group: Group) -> Iterable[Sum]:
    for stratifier in group.stratifiers:
        if BREAKDOWNS[stratifier.name].is_sum or len(stratifier.parts) > 1:
            yield Sum(group.whole, stratifier.parts)
    by_name = {s.name: s for s in group.stratifiers}
    if {"TeamOf", "InstitutionOf"} <= by_name.keys():
        yield from _teams_of(by_name["InstitutionOf"], by_name["TeamOf"])


def _teams_of(institutions: Stratifier, teams: Stratifier) -> Iterable[Sum]:
    for institution in institutions.parts:
        own = [t for t in teams.parts if _institution(t) == institution.key]
        if own:
            yield Sum(institution, own)


def _institution(team: Part) -> str:
    units = (unit for population in team.populations for unit in population.units)
    return next((unit.institution for unit in units), "")


def _protect(each: Sum, below: int) -> bool:
    """Hide one more part where a sum would tell a hidden one; whether there was need."""
    hidden = [p for p in each.parts if p.is_hidden]
    if each.whole.is_hidden or not hidden:
        return _follow(each)
    together = min(
        sum(p.populations[n].count or 0 for p in hidden) for n in range(len(hidden[0].populations))
    )
    if len(hidden) > 1 and together >= below:
        return False
    shown = [p for p in each.parts if not p.is_hidden]
    (min(shown, key=lambda p: p.size) if shown else each.whole).is_hidden = True
    return True


def _follow(each: Sum) -> bool:
    """A hidden whole whose parts are all shown would be their sum: hide one of them."""
    if each.whole.is_hidden and each.parts and not any(p.is_hidden for p in each.parts):
        min(each.parts, key=lambda p: p.size).is_hidden = True
        return True
    return False
