"""Search type date: date, dateTime, instant, Period, Timing. All shapes are index-exact.

Each value is an interval `[low, high)` in microseconds: `2013` is a year, `10:15:30` a second, an
open end of a Period reaches to the limit. A Timing counts from its first to its last instant. An
entry writes a bound as 15 hexadecimal digits counted from the year 1, UTC; wide intervals have one
more (`window.py`).

Source: FHIR R4 search.html, 3.1.1.5.5 (date).
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache, partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from .interval import COMPARISONS, compare, interval_entries
from .model import Compiler, Indexed, each_of, prefixed
from .window import DAY, END, LOWER, START, UPPER, Span, occurs_once, wide_entries, window

FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<time>\d\d:\d\d)(?P<seconds>:\d\d)?(?:\.(?P<fraction>\d+))?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
SPACE_FOR_PLUS = re.compile(r" (?=\d\d:\d\d$)")
EPOCH = datetime(1, 1, 1, tzinfo=UTC)
MINUTE = 60_000_000
SECOND = 1_000_000

TEXTS = frozenset({"date", "dateTime", "instant"})


def index(value: Any, kind: str, _: Parameter, place: Place) -> Indexed:
    """The entries of one value; sorting takes the start of a value upwards, its end downwards."""
    found = _span_of(value, kind, place.timezone)
    if found is None:
        return None
    low, high = _written(found)
    return interval_entries("", low, high) + wide_entries(*found), low, high


def _span_of(value: Any, kind: str, zone: tzinfo) -> Span | None:
    if kind in TEXTS and isinstance(value, str):
        return span(value, zone)
    if kind == "Period":
        return _period(value, zone)
    if kind == "Timing":
        return _timing(value, zone)
    return None


def _period(value: dict[str, Any], zone: tzinfo) -> Span | None:
    start, end = value.get("start"), value.get("end")
    first = span(start, zone) if start else (START, START)
    last = span(end, zone) if end else (END, END)
    return (first[0], last[1]) if first and last and (start or end) else None


def _timing(value: dict[str, Any], zone: tzinfo) -> Span | None:
    """From the first to the last instant of the events and the bounds."""
    spans = [span(event, zone) for event in value.get("event", ()) if event]
    bounds = value.get("repeat", {}).get("boundsPeriod")
    spans += [_period(bounds, zone)] if bounds else []
    known = [s for s in spans if s]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None


@lru_cache(maxsize=16_384)
def span(text: str, zone: tzinfo) -> Span | None:
    """`[low, high)` of a FHIR date or time, in microseconds from the year 1; None if it is none.

    Time of day without a zone is in `zone`. Digits beyond the microsecond are cut.
    """
    found = FORM.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found[part] or 1) for part in ("year", "month", "day"))
    try:
        if found["time"]:
            return _time_span(found, zone)
        start = date(year, month, day)
        following = _following(start, found)
    except ValueError:
        return None
    return _midnight(start, zone), END if following is None else _midnight(following, zone)


def _time_span(found: re.Match[str], zone: tzinfo) -> Span | None:
    if found["fraction"] and not found["seconds"]:
        return None
    fraction = (found["fraction"] or "")[:6]
    day = f"{found['year']}-{found['month']}-{found['day']}"
    naive = datetime.fromisoformat(
        f"{day}T{found['time']}{found['seconds'] or ':00'}.{fraction:0<6}"
    )
    low = _micros(naive.replace(tzinfo=_offset(found["zone"]) if found["zone"] else zone))
    width = 10 ** (6 - len(fraction)) if fraction else SECOND if found["seconds"] else MINUTE
    return low, min(low + width, END)


def _following(start: date, found: re.Match[str]) -> date | None:
    """The first day after the year, month or day; None after the last one of the calendar."""
    try:
        if found["day"]:
            return start + timedelta(days=1)
        if found["month"]:
            return (start + timedelta(days=31)).replace(day=1)
        return start.replace(year=start.year + 1)
    except (OverflowError, ValueError):
        return None


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if minutes > 59:
        raise ValueError(text)
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if text[0] == "-" else delta)


def _midnight(day: date, zone: tzinfo) -> int:
    return _micros(datetime(day.year, day.month, day.day, tzinfo=zone))


def _micros(instant: datetime) -> int:
    since = instant - EPOCH
    return max(START, since.days * DAY + since.seconds * SECOND + since.microseconds)


def _written(found: Span) -> tuple[str, str]:
    return f"{found[0]:015x}", f"{found[1]:015x}"


def read(raw: str, ctx: SearchContext) -> tuple[str, Span]:
    """Prefix and interval of one search value; `ap` widens it by a tenth of its distance to now."""
    prefix, text = prefixed(unescape(raw), COMPARISONS)
    found = span(SPACE_FOR_PLUS.sub("+", text), ctx.timezone)
    if found is None:
        raise BadRequest(f"{text!r} is not a date such as 2013, 2013-01-14 or 2013-01-14T10:00Z")
    if prefix != "ap":
        return prefix, found
    low, high = found
    margin = min(abs(_micros(ctx.now) - low), abs(_micros(ctx.now) - high)) // 10
    return prefix, (max(START, low - margin), min(END, high + margin))


def _compile(parameter: Parameter, raw: str, ctx: SearchContext) -> Filter:
    prefix, found = read(raw, ctx)
    return compare(parameter.key, prefix, *_written(found))


def between(parameter: Parameter, raws: Sequence[str], ctx: SearchContext) -> Filter | None:
    """What meets a lower and an upper bound together; None where they are no such thing."""
    bounds = [read(raw, ctx) for raw in raws]
    lower = [bound for bound in bounds if bound[0] in LOWER]
    upper = [bound for bound in bounds if bound[0] in UPPER]
    if len(lower) != 1 or len(upper) != 1 or len(bounds) != 2 or not occurs_once(parameter):
        return None
    return window(parameter, lower[0], upper[0])


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
