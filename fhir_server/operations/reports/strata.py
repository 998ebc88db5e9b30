"""What figures are broken down by: a row for each breakdown that a Measure may name."""

from collections.abc import Callable
from typing import Any, NamedTuple

import profiles

from .facts import Facts
from .gather import DIVISION
from .records import CODES, OWN
from .scope import Unit

Json = dict[str, Any]

NONE = ""
TOWNSHIP_DIGITS = 9


class Breakdown(NamedTuple):
    """The parts of a unit, how a part is called, and for whom it is reported.

    `is_sum`: each unit is in one part, so that the parts add up to the whole.
    """

    parts: Callable[[Facts, Unit], tuple[str, ...]]
    value: Callable[[Facts, str], Json]
    scope: Callable[[str], Json] | None = None
    is_sum: bool = True


def _coded(system: str) -> Callable[[Facts, str], Json]:
    def value(_: Facts, code: str) -> Json:
        if not code:
            return {"text": "none 无"}
        shown = displays(CODES + system).get(code)
        return {"coding": [{"system": CODES + system, "code": code} | _display(shown)]}

    return value


def displays(url: str) -> dict[str, str]:
    """The names of the codes of a code system of ours."""
    found: dict[str, str] = {}
    waiting = list(profiles.load(url)["concept"])
    while waiting:
        each = waiting.pop()
        found[each["code"]] = each["display"]
        waiting += each.get("concept", [])
    return found


def _display(text: str | None) -> Json:
    return {"display": text} if text else {}


def _named(kind: str) -> Callable[[Facts, str], Json]:
    def value(facts: Facts, id_: str) -> Json:
        return {"text": name_of(facts, kind, id_) or "none 无"}

    return value


def name_of(facts: Facts, kind: str, id_: str) -> str:
    """The name of a team or institution, its id where it has none."""
    if kind == "CareTeam":
        team = facts.rows.teams.get(id_)
        return (team.record.name if team else "") or id_
    institution = facts.rows.institutions.get(id_)
    return (institution.name if institution else "") or id_


def _township(_: Facts, code: str) -> Json:
    return {"coding": [{"system": DIVISION, "code": code}]} if code else {"text": "none 无"}


def reported_for(**parts: Json) -> Json:
    """The extension that says for whom figures are; a part is `team={"valueReference": …}`."""
    listed = [{"url": name, **value} for name, value in parts.items()]
    return {"url": f"{OWN}reported-for", "extension": listed}


def reference(type_: str, id_: str) -> Json:
    """A valueReference."""
    return {"valueReference": {"reference": f"{type_}/{id_}"}}


def coding_of(division: str) -> Json:
    """A valueCoding of a division."""
    return {"valueCoding": {"system": DIVISION, "code": division}}


BREAKDOWNS: dict[str, Breakdown] = {
    "TeamOf": Breakdown(
        lambda _, unit: (unit.team,),
        _named("CareTeam"),
        lambda id_: reported_for(team=reference("CareTeam", id_)),
    ),
    "InstitutionOf": Breakdown(
        lambda _, unit: (unit.institution,),
        _named("Organization"),
        lambda id_: reported_for(institution=reference("Organization", id_)),
    ),
    "TownshipOf": Breakdown(
        lambda _, unit: (unit.division[:TOWNSHIP_DIGITS],),
        _township,
        lambda code: reported_for(division=coding_of(code)),
    ),
    "KeyGroupOf": Breakdown(
        lambda facts, unit: tuple(g for g in unit.groups if facts.is_key(g)),
        _coded("key-population-group"),
        is_sum=False,
    ),
    "ItemOf": Breakdown(lambda _, unit: (unit.item,), _coded("service-item")),
    "RoleOf": Breakdown(lambda _, unit: (unit.role,), _coded("team-role")),
    "HospitalDayOf": Breakdown(
        lambda _, unit: (f"{unit.institution} {unit.groups[0]}",),
        lambda facts, part: {"text": f"{name_of(facts, 'Organization', part[:-11])} {part[-10:]}"},
    ),
}
