"""What a report was asked for: period, scope and view, from a query or a body alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fhir_server.errors import BadRequest, NotFound
from fhir_server.http import Call
from fhir_server.operations.asked import Asked
from fhir_server.server import Server
from fhir_server.store.documents import Stored

from .scope import Scope, area

SCOPE = ("team", "institution", "division")
DIGITS = (2, 4, 6, 9, 12)
MOST_MEMBERS = 10_000


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are reported, both included; `is_open`: more days were asked for, to come."""

    first: date
    last: date
    is_open: bool = False


def day(value: Any, name: str, *, ends: bool = False) -> date:
    """A date parameter; a year or month means its first day, or its last where it `ends`.

    Raises:
        BadRequest: it is no date.

    """
    text = value if isinstance(value, str) else ""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        if len(text) == 7:
            return _last_of(f"{text}-01") if ends else date.fromisoformat(f"{text}-01")
        if len(text) == 4:
            return date.fromisoformat(f"{text}-12-31" if ends else f"{text}-01-01")
        raise ValueError(text)
    except ValueError as error:
        raise BadRequest(
            f"{name} is a date, such as 2026-03-31.", expression=f"http.{name}"
        ) from error


def _last_of(first: str) -> date:
    start = date.fromisoformat(first)
    following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return following - timedelta(days=1)


def period(first: date, last: date, today: date) -> Period:
    """What can be reported of a period: nothing after today.

    Raises:
        BadRequest: it ends before it begins, or is still to come.

    """
    if first > last:
        raise BadRequest(
            f"The period ends on {last} before it begins on {first}.", expression="http.periodEnd"
        )
    if first > today:
        raise BadRequest(
            f"The period begins on {first}, which is still to come: today is {today}.",
            expression="http.periodStart",
        )
    return Period(first, min(last, today), is_open=last > today)


def month(asked: Asked, today: date) -> Period:
    """The month of a monthly report, whole or up to today."""
    text = asked.required("month")
    if len(text) not in (7, 10):
        raise BadRequest("month is a year and a month, such as 2026-03.", expression="http.month")
    first = day(text[:7], "month")
    return period(first, day(text[:7], "month", ends=True), today)


def reported_period(asked: Asked, today: date) -> Period:
    """The period of `periodStart` and `periodEnd`, both needed."""
    first = day(asked.required("periodStart"), "periodStart")
    return period(first, day(asked.required("periodEnd"), "periodEnd", ends=True), today)


def reference(value: Any, name: str, types: Iterable[str]) -> tuple[str, str]:
    """Type and id of a reference parameter, given as text, a Reference, or (for one type) an id.

    Raises:
        BadRequest: it refers to none of these types.

    """
    text = value.get("reference", "") if isinstance(value, dict) else value
    allowed = tuple(types)
    if isinstance(text, str):
        type_, _, id_ = text.rpartition("/")
        if type_ in allowed and id_:
            return type_, id_
        if not type_ and id_ and len(allowed) == 1:
            return allowed[0], id_
    raise BadRequest(
        f"{name} refers to a {' or '.join(allowed)}, such as {allowed[0]}/1.",
        expression=f"http.{name}",
    )


async def existing(server: Server, type_: str, id_: str, name: str) -> Stored:
    """The resource that a parameter refers to.

    Raises:
        NotFound: it does not exist.

    """
    found = await server.store.read(type_, id_)
    if found is None or found.deleted:
        raise NotFound(f"{type_}/{id_[:64]} does not exist.", expression=f"http.{name}")
    return found


async def scope(asked: Asked, server: Server) -> Scope:
    """The team, institution and area that are asked for; what belongs to them is read later."""
    ids = {"team": "", "institution": ""}
    for name, type_ in (("team", "CareTeam"), ("institution", "Organization")):
        if name in asked:
            _, ids[name] = reference(asked.all(name)[0], name, (type_,))
            await existing(server, type_, ids[name], name)
    division = asked.text("division") or ""
    if division and not (division.isdigit() and len(division) in DIGITS):
        raise BadRequest(
            "division is a code of GB/T 2260 of 2, 4, 6, 9 or 12 digits.",
            expression="http.division",
        )
    return Scope(ids["team"], ids["institution"], area(division))


def today_of(call: Call, server: Server) -> date:
    """The day that counts as today."""
    return server.today(call.now)
