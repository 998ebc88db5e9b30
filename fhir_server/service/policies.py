"""The policy in force for a team: the region's, with what institution and team set themselves.

>>> from datetime import date
>>> Terms.of("shenzhen-2017").policy.capacity.max_per_team.on(date(2017, 6, 1)).value
2000

Precedence is team > institution > policy, and only for values that the policy marks overridable.
A team sets its capacity in the extension team-capacity. Institutions are described by `own`:
values by section and name, such as `{"fees.staff_share_over": Decimal("0.75")}`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from profiles.policies import Policy, Setting, Value, load

from .elements import Json, extensions, part

Own = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cap:
    """How many units (resident, household) a team may have, and the value that says so."""

    unit: str
    most: int
    value: Value[Any]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one team of one institution: read a value with `terms.policy.….on(day)`.

    `limits` is what the team says of itself, by unit of capacity-unit.
    """

    policy: Policy
    limits: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, own: Own | None = None, team: Json | None = None) -> "Terms":
        """The terms of a policy by its id, of an institution's own values, of a CareTeam.

        Raises:
            PolicyError: there is no policy of that id.

        """
        return cls(_overridden(load(name), own or {}), dict(_limits(team or {})))

    def caps(self, day: date) -> list[Cap]:
        """The caps that hold for the team on a day; none where nobody sets one.

        The team's own number goes before that of the region; where the region names none, it is
        one that stops new contracts.
        """
        unit, most = (
            getattr(self.policy.capacity, name).on(day) for name in ("unit", "max_per_team")
        )
        regional = {unit.value: Cap(unit.value, most.value, most)} if unit and most else {}
        own = {
            each: Cap(each, number, _limit(regional.get(each)))
            for each, number in self.limits.items()
            if each not in regional or regional[each].value.overridable
        }
        return list((regional | own).values())


_OWN_LIMIT: Value[Any] = Value(None, ("C8",), "error", own=True)


def _limit(regional: Cap | None) -> Value[Any]:
    return regional.value if regional else _OWN_LIMIT


def _limits(team: Json) -> Iterator[tuple[str, int]]:
    for each in extensions(team, "team-capacity"):
        unit, most = part(each, "unit", "valueCode"), part(each, "max", "valuePositiveInt")
        if unit and most:
            yield str(unit), int(most)


def _overridden(policy: Policy, own: Own) -> Policy:
    """The policy with an institution's values in place of those it may override."""
    for key, given in own.items():
        name, _, setting = key.partition(".")
        section = getattr(policy, name)
        theirs: Setting[Any] = getattr(section, setting)
        values = tuple(replace(v, value=given) if v.overridable else v for v in theirs.values)
        policy = replace(policy, **{name: replace(section, **{setting: Setting(values)})})
    return policy
