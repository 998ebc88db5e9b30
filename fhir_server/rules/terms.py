"""How long a contract runs: its first and last day by the policy, its service years.

Years of a term are counted as `term.ends` says: to the day before the corresponding day, or in
calendar years. Source: D6, D7, D8, D9 of the policies.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from fhir_server.service import contracts
from fhir_server.service.elements import Span
from fhir_server.service.policies import Terms
from profiles.policies import Value

from .model import Breach, Signing

DAY = timedelta(days=1)

_PAPER = ("paper", "")
"""A contract that does not say how it was signed may be of paper."""


def years_on(day: date, years: int) -> date:
    """The corresponding day so many years later; that of 29 February is 1 March in a common year.

    So a term of a year that begins on 29 February ends on 28 February.
    """
    year = day.year + years
    is_missing = (day.month, day.day) == (2, 29) and not calendar.isleap(year)
    return date(year, 3, 1) if is_missing else day.replace(year=year)


def period_of(terms: Terms, signed_on: date, years: int | None, start: date | None = None) -> Span:
    """The period of a first contract: from the day of signing, or from `start`.

    Without `years` the shortest that the policy lets. Whether the policy leaves `start` and `years`
    open is judged by the rule `term`.
    """
    first = start or signed_on
    return Span(first, _last_day(terms, signed_on, first, years or _shortest(terms, signed_on)))


def renewal_of(terms: Terms, signed_on: date, previous: Span, years: int | None) -> Span:
    """The period of a renewal: from the day after the actual end, or after a gap from signing.

    `previous` is what it continues, with its actual last day. Without `years` the shortest.
    """
    start = max(previous.end + DAY, signed_on)
    count = years or _shortest(terms, signed_on)
    if _kind(terms.policy.term.renewal.on(signed_on)) == "calendar-year":
        return Span(start, date(start.year + count - 1, 12, 31))
    return Span(start, _last_day(terms, signed_on, start, count))


def service_years(terms: Terms, period: Span) -> list[Span]:
    """The parts of a period that are priced one by one: calendar years, or years of the contract.

    A period that runs to the end of the next calendar year is one; a corresponding last day belongs
    to the year before it.
    """
    if _kind(terms.policy.term.service_year.on(period.start)) == "calendar-year":
        years = range(period.start.year, period.end.year + 1)
        return [
            Span(max(period.start, date(y, 1, 1)), min(period.end, date(y, 12, 31))) for y in years
        ]
    if _kind(terms.policy.term.ends.on(period.start)) != "anniversary":
        return [period]
    return list(_contract_years(period))


def _contract_years(period: Span) -> Iterator[Span]:
    start, n = period.start, 1
    while years_on(period.start, n) < period.end:
        yield Span(start, years_on(period.start, n) - DAY)
        start, n = years_on(period.start, n), n + 1
    yield Span(start, period.end)


def _last_day(terms: Terms, signed_on: date, start: date, years: int) -> date:
    kind = _kind(terms.policy.term.ends.on(signed_on))
    if kind == "calendar-year":
        return date(start.year + years - 1, 12, 31)
    if kind == "next-calendar-year":
        return date(start.year + years, 12, 31)
    return years_on(start, years) - DAY


def _shortest(terms: Terms, day: date) -> int:
    least = terms.policy.term.min_years.on(day)
    return least.value if least else 1


def _kind(value: Value[Any] | None) -> str:
    """What a value says, as a plain word; "" where the policy is silent."""
    return value.value if value else ""


def term(facts: Signing) -> Iterator[Breach]:
    """The period begins and ends as the policy says, and is no shorter or longer than it lets."""
    if contracts.is_supplement(facts.contract):
        return
    yield from _begins(facts)
    yield from _length(facts)


def _begins(facts: Signing) -> Iterator[Breach]:
    start, signed, where = facts.period.start, facts.signed_on, "Contract.applies.start"
    args = {"start": start, "signed": signed}
    if start < signed:
        yield Breach("term-before-signing", args, expression=where)
    starts = facts.terms.policy.term.starts.on(signed)
    is_open = starts is None or starts.own or facts.previous or _follows(facts)
    if start > signed and not is_open:
        yield Breach("term-starts", args, expression=where)
    if facts.previous and (ended := contracts.in_force(facts.previous)):
        due = max(ended.end + DAY, signed)
        if start != due:
            yield Breach("term-renewal-starts", {"start": start, "due": due}, expression=where)


def _follows(facts: Signing) -> bool:
    """Whether it starts on the day after a cover that somebody still has."""
    held = (h for each in (facts.held or {}).values() for h in each)
    return any(h.span.end + DAY == facts.period.start for h in held)


def _length(facts: Signing) -> Iterator[Breach]:
    rules, signed, end = facts.terms.policy.term, facts.signed_on, facts.period.end
    least, most, ends = (
        rules.min_years.on(signed),
        rules.max_years.on(signed),
        rules.ends.on(signed),
    )
    args = {"start": facts.period.start, "end": end}
    shortest = least.value if least else 1
    if least and end < _ends(facts, least.value)[0]:
        yield Breach("term-short", args | {"years": least.value}, least, "Contract.applies.end")
        return
    if most and end > _ends(facts, most.value)[-1]:
        yield Breach("term-long", args | {"years": most.value}, most, "Contract.applies.end")
        return
    longest = most.value if most else shortest
    allowed = [d for n in range(shortest, longest + 1) for d in _ends(facts, n)]
    if ends and end not in allowed:
        yield Breach("term-ends", args | {"due": allowed[0]}, ends, "Contract.applies.end")


def _ends(facts: Signing, years: int) -> list[date]:
    """The last days that a term of so many years may have, the first the regular one."""
    terms, signed, start = facts.terms, facts.signed_on, facts.period.start
    rules = terms.policy.term
    if facts.previous and _kind(rules.renewal.on(signed)) == "calendar-year":
        return [date(start.year + years - 1, 12, 31)]
    regular = _last_day(terms, signed, start, years)
    also = rules.corresponding_day_accepted.on(signed)
    is_anniversary = _kind(rules.ends.on(signed)) == "anniversary"
    return [regular, regular + DAY] if is_anniversary and also and also.value else [regular]


def backdating(facts: Signing) -> Iterator[Breach]:
    """A day of signing lies not in the future, nor further back than paper may be entered late."""
    signed, where = facts.signed_on, "Contract.issued"
    days = (facts.today - signed).days
    if days < 0:
        yield Breach("signed-in-future", {"signed": signed, "today": facts.today}, None, where)
    if facts.record or days <= 0:
        return
    if contracts.channel(facts.contract) not in _PAPER:
        yield Breach("signed-online-late", {"signed": signed, "today": facts.today}, None, where)
    most = facts.terms.policy.contract.backdate_days_max.on(signed)
    if most and days > most.value:
        yield Breach("signed-too-late", {"days": days, "most": most.value}, most, where)
    if facts.closed and signed <= facts.closed and not facts.reason:
        month = signed.strftime("%Y-%m")
        yield Breach("month-closed", {"month": month, "signed": signed}, most, where)
