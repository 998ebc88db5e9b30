"""Dates and times of a query as the span of time they stand for (search.html 3.1.1.5.5)."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from .errors import BadRequest

PATTERN = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?"
    r"(Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` up to, not including, `end`; both UTC."""

    start: datetime
    end: datetime


def read_span(text: str, zone: tzinfo, name: str) -> Span:
    """The span of `2026`, `2026-11-22`, `2026-11-22T07:00:00.000+08:00`; BadRequest otherwise.

    A `+` that arrives as a space was not percent-encoded; what is meant is plain all the same.
    """
    found = PATTERN.fullmatch(text.replace(" ", "+"))
    if found is None:
        raise BadRequest(f"{name} {text[:64]!r} is not a FHIR date or time, such as 2026-11-22.")
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    try:
        start = datetime(
            int(year),
            int(month or 1),
            int(day or 1),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int((fraction or "").ljust(6, "0")[:6]),
            _zone(offset, zone),
        )
        end = _end(start, [month, day, hour, second, fraction])
        return Span(start.astimezone(UTC), end.astimezone(UTC))
    except (ValueError, OverflowError) as error:
        raise BadRequest(f"{name} {text[:64]!r} is not a real date.") from error


def _zone(offset: str | None, zone: tzinfo) -> tzinfo:
    if offset is None:
        return zone
    return (
        UTC if offset == "Z" else datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo or UTC
    )


def _end(start: datetime, given: list[str | None]) -> datetime:
    month, day, hour, second, fraction = given
    if month is None:
        return start.replace(year=start.year + 1)
    if day is None:
        return (start + timedelta(days=32)).replace(day=1)
    if hour is None:
        return start + timedelta(days=1)
    if second is None:
        return start + timedelta(minutes=1)
    return start + (timedelta(milliseconds=1) if fraction else timedelta(seconds=1))
