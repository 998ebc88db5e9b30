"""Dates and times with partial precision. FHIRPath N1 2.0.0, sections 4.1.3 to 4.1.5."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["Date", "DateTime", "Time"]

_DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_TIME = r"(\d\d)(?::(\d\d)(?::(\d\d(?:\.\d+)?))?)?"
_DATE_TIME_PATTERN = re.compile(rf"{_DATE}(?:T(?:{_TIME}(Z|[+-]\d\d:\d\d)?)?)?", re.ASCII)
_DATE_PATTERN = re.compile(_DATE, re.ASCII)
_TIME_PATTERN = re.compile(_TIME, re.ASCII)
_LOWEST = (1, 1, 1, 0, 0, 0)
_HIGHEST = (9999, 12, 31, 23, 59, 59)
_MAX_OFFSET = 14 * 60
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Moment:
    """A Date, DateTime or Time of any precision.

    `parts` are year, month, day, hour, minute, second as far as known (a Time starts at the hour);
    the second is a Decimal with its fraction. `offset` is minutes east of UTC, None when not said.
    """

    kind: Kind
    parts: tuple[int | Decimal, ...]
    offset: int | None = None

    def __str__(self) -> str:
        if self.kind == "Time":
            return _clock(self.parts)
        year, *rest = self.parts[:3]
        text = "-".join((f"{year:04d}", *(f"{p:02d}" for p in rest)))
        if len(self.parts) > 3:
            text += "T" + _clock(self.parts[3:])
        if self.offset is not None:
            hours, minutes = divmod(abs(self.offset), 60)
            text += f"{'-' if self.offset < 0 else '+'}{hours:02d}:{minutes:02d}"
        return text.replace("+00:00", "Z")


def _clock(parts: tuple[int | Decimal, ...]) -> str:
    hour_minute = ":".join(f"{p:02d}" for p in parts[:2])
    if len(parts) < 3:
        return hour_minute
    second = parts[2]
    return f"{hour_minute}:{'0' if second < 10 else ''}{second}"


def _valid(parts: tuple[int | Decimal, ...]) -> bool:
    """Whether the parts of a Date or DateTime exist in the calendar; second 60 is let pass."""
    full = parts + _LOWEST[len(parts) :]
    year, month = int(full[0]), int(full[1])
    return (
        year >= 1
        and 1 <= month <= 12
        and 1 <= full[2] <= monthrange(year, month)[1]
        and full[3] < 24
        and full[4] < 60
        and full[5] < 61
    )


def _numbers(groups: tuple[str | None, ...], seconds_at: int) -> tuple[int | Decimal, ...]:
    return tuple(
        Decimal(g) if i == seconds_at else int(g) for i, g in enumerate(groups) if g is not None
    )


@lru_cache(maxsize=_KEPT)
def parse_date(text: str) -> Moment | None:
    """A Date from `2014`, `2014-01` or `2014-01-25`, or None."""
    match = _DATE_PATTERN.fullmatch(text)
    parts = _numbers(match.groups(), -1) if match else ()
    return Moment("Date", parts) if match and _valid(parts) else None


@lru_cache(maxsize=_KEPT)
def parse_datetime(text: str) -> Moment | None:
    """A DateTime of any precision (`2014`, `2014-01T`, `2014-01-25T14:30Z`), or None."""
    match = _DATE_TIME_PATTERN.fullmatch(text)
    if match is None or (match[4] is not None and match[3] is None):
        return None
    *groups, zone = match.groups()
    parts = _numbers(tuple(groups), 5)
    return Moment("DateTime", parts, _offset(zone)) if _valid(parts) else None


@lru_cache(maxsize=_KEPT)
def parse_time(text: str) -> Moment | None:
    """A Time from `14`, `14:30` or `14:30:05.123`, or None."""
    match = _TIME_PATTERN.fullmatch(text)
    parts = _numbers(match.groups(), 2) if match else ()
    return Moment("Time", parts) if match and _valid((1, 1, 1, *parts)) else None


def _offset(zone: str | None) -> int | None:
    if zone is None or zone == "Z":
        return None if zone is None else 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:6])
    return -minutes if zone[0] == "-" else minutes


def from_datetime(moment: datetime) -> Moment:
    """A DateTime to the millisecond from an aware `datetime`."""
    offset = moment.utcoffset() or timedelta()
    second = Decimal(moment.second * 1000 + moment.microsecond // 1000).scaleb(-3)
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, second)
    return Moment("DateTime", parts, int(offset.total_seconds() // 60))


def compare(left: Moment, right: Moment) -> int | None:
    """Negative, 0 or positive; None where the precision does not tell. Section 6.2.

    Where only one of two has a time zone, the other may be anywhere from -12:00 to +14:00: they
    are ordered when that does not matter, else None. Fractions belong to the precision of seconds.
    """
    if left.offset is not None and right.offset is not None:
        return _by_parts(_shift(left, -left.offset), _shift(right, -right.offset))
    if left.offset is None and right.offset is None:
        return _by_parts(left, right)
    if left.offset is None:
        flipped = compare(right, left)
        return None if flipped is None else -flipped
    utc = _shift(left, -(left.offset or 0))
    earliest = _by_parts(_shift(utc, -12 * 60), right)
    latest = _by_parts(_shift(utc, _MAX_OFFSET), right)
    return earliest if earliest and earliest == latest else None


def _by_parts(left: Moment, right: Moment) -> int | None:
    for a, b in zip(left.parts, right.parts, strict=False):
        if a != b:
            return -1 if a < b else 1
    return 0 if len(left.parts) == len(right.parts) else None


def _shift(moment: Moment, minutes: int) -> Moment:
    """The same local fields moved by minutes; what lies beyond the calendar stays."""
    shifted = add_seconds(moment, Decimal(minutes * 60)) if len(moment.parts) > 3 else None
    return shifted or moment


def add_months(moment: Moment, months: int) -> Moment | None:
    """Months later, on the last day of the month where the day does not exist; None beyond 9999."""
    if len(moment.parts) == 1:
        months = int(months / 12) * 12
    full = (*moment.parts, 1)
    year, month = divmod(int(full[0]) * 12 + int(full[1]) - 1 + months, 12)
    if len(moment.parts) == 1:
        month = 0
    if not 1 <= year <= 9999:
        return None
    parts: list[int | Decimal] = [year, month + 1, *moment.parts[2:]][: len(moment.parts)]
    if len(parts) > 2:
        parts[2] = min(int(parts[2]), monthrange(year, month + 1)[1])
    return replace(moment, parts=tuple(parts))


_GRAIN = {3: 86_400, 4: 3_600, 5: 60}


def add_seconds(moment: Moment, seconds: Decimal) -> Moment | None:
    """Seconds later, cut to the precision of the moment; None beyond the calendar."""
    size = len(moment.parts)
    if size == 1:
        return add_months(moment, int(seconds / (365 * 86_400)) * 12)
    if size == 2:
        return add_months(moment, int(seconds / (30 * 86_400)))
    grain = _GRAIN.get(size)
    if grain:
        seconds = Decimal(int(seconds / grain) * grain)
    full = moment.parts + _LOWEST[size:]
    total = full[5] + seconds
    minutes = int(total // 60)
    second = total - minutes * 60
    if second < 0:
        minutes, second = minutes - 1, second + 60
    try:
        day = datetime(int(full[0]), int(full[1]), int(full[2]))  # noqa: DTZ001 - local fields
        moved = day + timedelta(hours=int(full[3]), minutes=int(full[4]) + minutes)
    except OverflowError:
        return None
    parts = (moved.year, moved.month, moved.day, moved.hour, moved.minute, second)
    return replace(moment, parts=parts[:size])


def add_to_time(moment: Moment, seconds: Decimal) -> Moment:
    """Seconds later on the clock, going round at midnight."""
    day = Moment("DateTime", (2000, 1, 1, *moment.parts))
    moved = add_seconds(day, seconds % 86_400)
    assert moved is not None
    return replace(moment, parts=moved.parts[3:])


DIGITS = {"Date": (4, 6, 8), "DateTime": (4, 6, 8, 10, 12, 14, 17), "Time": (2, 4, 6, 9)}
"""The precisions of each kind, in digits of its written form."""


def precision(moment: Moment) -> int:
    """How many digits the moment has, milliseconds counting three."""
    digits = DIGITS[moment.kind]
    last = moment.parts[-1]
    milliseconds = isinstance(last, Decimal) and "." in str(last)
    return digits[len(moment.parts) - (0 if milliseconds else 1)]


def boundary(moment: Moment, digits: int, *, high: bool) -> Moment | None:
    """The first or last moment of `digits` precision that this one may mean; None if unknown."""
    if digits not in DIGITS[moment.kind]:
        return None
    level = DIGITS[moment.kind].index(digits) + 1
    start = 3 if moment.kind == "Time" else 0
    size = 6 - start
    full = [*moment.parts, *(_HIGHEST if high else _LOWEST)[start + len(moment.parts) :]]
    if high and start == 0 and len(moment.parts) < 3:
        full[2] = monthrange(int(full[0]), int(full[1]))[1]
    if level > size:
        full[-1] = _milliseconds(moment, Decimal(full[-1]), high=high)
    elif level == size:
        full[-1] = Decimal(int(full[-1]))
    offset = moment.offset
    if start == 0 and level > 3 and offset is None and moment.kind == "DateTime":
        offset = -12 * 60 if high else _MAX_OFFSET
    return Moment(moment.kind, tuple(full[: min(level, size)]), offset if level > 3 else None)


def _milliseconds(moment: Moment, second: Decimal, *, high: bool) -> Decimal:
    known = moment.parts[-1]
    digits = len(str(known).partition(".")[2]) if isinstance(known, Decimal) else 0
    open_end = Decimal(1).scaleb(-digits) - Decimal("0.001") if high and digits < 3 else Decimal(0)
    return (second + open_end).quantize(Decimal("0.001"))
