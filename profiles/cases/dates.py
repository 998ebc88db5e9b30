"""Days of a case: terms and service years by the policy, moments of the day."""

import calendar
from datetime import date, timedelta

from profiles.policies import Policy

DAY = timedelta(days=1)


def years_on(day: date, years: int) -> date:
    """The corresponding day so many years later; 29 February becomes 28 in a common year."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


def term_end(policy: Policy, signed: date, years: int) -> date:
    """The last day of a term that begins on the day of signing."""
    ends = policy.term.ends.on(signed)
    assert ends is not None, "the defaults always say how a term ends"
    if ends.value == "anniversary":
        # Where there is no corresponding day, the term ends on the last day of the month.
        last = years_on(signed, years)
        return last - DAY if last.day == signed.day else last
    further = 1 if ends.value == "next-calendar-year" else years - 1
    return date(signed.year + further, 12, 31)


def service_years(policy: Policy, start: date, end: date) -> list[tuple[date, date]]:
    """First and last days of the parts of a term that are priced one by one."""
    kind = policy.term.service_year.on(start)
    if kind is None or kind.value == "contract-year":
        return [(start, end)]
    years = range(start.year, end.year + 1)
    return [(max(start, date(y, 1, 1)), min(end, date(y, 12, 31))) for y in years]


def last_month(today: date) -> tuple[date, date]:
    """First and last day of the month before that of `today`."""
    last = today.replace(day=1) - DAY
    return last.replace(day=1), last


def moment(day: date, time: str) -> str:
    """A FHIR instant: `time` as 09:30, in China."""
    return f"{day}T{time}:00+08:00"
