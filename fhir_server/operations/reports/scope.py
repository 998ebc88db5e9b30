"""For whom figures are: everybody, a team, an institution, an area, a doctor, some residents."""

from dataclasses import dataclass, field

from msgspec import Struct

# Digits of a division code that a level adds, the lowest first: village, township, county, city.
LEVELS = (3, 3, 2, 2)


class Unit(Struct, gc=False):
    """One of what a population counts, with all that it can be broken down by.

    `type` and `id` are those of the resource; `amount` is 1 except for money (fen) and capacities.
    `groups` are codes of key-population-group, `division` a code of GB/T 2260.
    """

    type: str
    id: str
    resident: str = ""
    team: str = ""
    institution: str = ""
    doctor: str = ""
    division: str = ""
    groups: tuple[str, ...] = ()
    item: str = ""
    role: str = ""
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted; empty: everything. All that is said must hold.

    `institutions` are an institution and what belongs to it; `doctors` the Practitioner and
    `teams_of` the teams of a doctor; `residents` are ids of Patients.
    """

    team: str = ""
    institution: str = ""
    division: str = ""
    doctors: frozenset[str] = frozenset()
    residents: frozenset[str] | None = None
    institutions: frozenset[str] = field(default=frozenset())
    teams_of: frozenset[str] = field(default=frozenset())

    def has(self, unit: Unit) -> bool:
        """Whether something is counted."""
        return (
            (not self.team or unit.team == self.team)
            and (not self.institution or unit.institution in self.institutions)
            and (not self.division or unit.division.startswith(self.division))
            and (not self.doctors or unit.doctor in self.doctors or unit.team in self.teams_of)
            and (self.residents is None or unit.resident in self.residents)
        )


def area(division: str) -> str:
    """What all divisions within a division begin with: `460100` is a city, its areas `4601..`."""
    for length, digits in zip((12, 9, 6, 4), LEVELS, strict=True):
        if len(division) == length and division.endswith("0" * digits):
            division = division[:-digits]
    return division
