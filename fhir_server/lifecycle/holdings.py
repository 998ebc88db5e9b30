"""What contracts hold: residents and households for a time, places in a team.

Ownership documents (`store/owners.py`):

| name | content |
|---|---|
| `resident/<Patient/id>`, `household/<Group/id>` | `held`: list of {contract, team, start, end} |
| `unit/<team>/<resident or household>` | `contracts`: those that count; `kind`, `until` |
| `team/<team>` | `resident`, `household`: how many such units it has |
| `due/<Contract/id>` | `next`: the day on which it has to be rolled over |

A unit counts once per team, however many contracts it has there, from signing to the end.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from fhir_server.rules.model import Held, Load
from fhir_server.service import contracts
from fhir_server.service.contracts import HOLDING
from fhir_server.service.elements import Json, Span
from fhir_server.service.unit import Unit

RESERVING = HOLDING | {"expired", "renewed", "terminated"}
"""Contracts that are over have held their days, too: nobody else may have them."""
KINDS = ("resident", "household")
HOURS_A_DAY = 24


class Claim(NamedTuple):
    """One contract's hold of a resident or household, `owner`, with a team."""

    owner: str
    contract: str
    team: str
    span: Span
    counts: bool

    @property
    def kind(self) -> str:
        """A resident or a household."""
        return "resident" if self.owner.startswith("Patient/") else "household"

    @property
    def holder(self) -> str:
        """The document of whom it holds."""
        return f"{self.kind}/{self.owner}"

    @property
    def unit(self) -> str:
        """The document of the place in the team."""
        return f"unit/{self.team}/{self.owner}"


def claims(contract: Json | None, *, as_if: str = "") -> list[Claim]:
    """What a contract claims as it stands, or in another state `as_if`; supplements nothing."""
    if contract is None or not contracts.is_ours(contract) or contracts.is_supplement(contract):
        return []
    state = as_if or contracts.state(contract)
    if state not in RESERVING:
        return []
    return list(_claims(contract, state in HOLDING))


def _claims(contract: Json, counts: bool) -> Iterator[Claim]:
    reference, team = f"Contract/{contract['id']}", contracts.team(contract)
    for patient, span in contracts.covered(contract):
        if span and span.start <= span.end:
            yield Claim(patient, reference, team, span, counts)
    household, whole = contracts.household(contract), contracts.in_force(contract)
    if household and whole and whole.start <= whole.end:
        yield Claim(household, reference, team, whole, counts)


async def take(unit: Unit, *claimed: Iterable[Claim]) -> None:
    """Take all that some claims are about."""
    every = {claim for group in claimed for claim in group}
    await unit.take(
        *{claim.holder for claim in every},
        *{claim.unit for claim in every},
        *{f"team/{claim.team}" for claim in every},
    )


def others(unit: Unit, claimed: Iterable[Claim], but: Iterable[str]) -> dict[str, tuple[Held, ...]]:
    """What else each resident and household holds, some contracts left out; taken before."""
    left_out = set(but)
    return {
        claim.owner: tuple(
            Held(h["contract"], h["team"], _span(h))
            for h in unit.owned[claim.holder].get("held", [])
            if h["contract"] not in left_out
        )
        for claim in claimed
    }


def _span(held: Json) -> Span:
    return Span(date.fromisoformat(held["start"]), date.fromisoformat(held["end"]))


async def load(
    unit: Unit, team: str, claimed: list[Claim], most: dict[str, int]
) -> dict[str, Load]:
    """Units that a team has and how many the claims would add, by kind.

    A unit whose contracts have all ended by today does not count, though nothing has been rolled
    over yet; this is looked up only where the limit `most` would be passed.
    """
    owned = unit.owned.get(f"team/{team}", {})
    today = unit.today.isoformat()
    found = {}
    for kind in KINDS:
        units = {c.unit for c in claimed if c.kind == kind and c.counts}
        added = sum(1 for name in units if unit.owned[name].get("until", "") < today)
        used = int(owned.get(kind, 0))
        if kind in most and used + added > most[kind]:
            used -= await unit.server.owners.lapsed(team, kind, today, unit.session)
        found[kind] = Load(used, added)
    return found


def expect(unit: Unit, contract: Json, deadline_hours: int) -> None:
    """Note when a contract has to be rolled over next; `due/…` was taken before."""
    document = unit.owned[due(contract)]
    found = _next(unit, contract, deadline_hours)
    if contracts.state(contract) == "pending-payment" and "next" in document:
        return  # the deadline runs from when it began to wait
    document.pop("next", None)
    if found:
        document["next"] = found.isoformat()


def due(contract: Json) -> str:
    """The document that says when a contract has to be rolled over."""
    return f"due/Contract/{contract['id']}"


def _next(unit: Unit, contract: Json, deadline_hours: int) -> date | None:
    period, whole = contracts.applies(contract), contracts.in_force(contract)
    state = contracts.state(contract)
    if state == "pending-payment":
        return unit.today + timedelta(hours=deadline_hours + HOURS_A_DAY - 1)
    if state == "pending-start" and period and whole:
        return min(period.start, whole.end + timedelta(days=1))
    return whole.end + timedelta(days=1) if state == "active" and whole else None


def change(unit: Unit, before: list[Claim], after: list[Claim]) -> None:
    """Give back what a contract claimed and take what it claims now; taken before."""
    for claim in before:
        _release(unit.owned[claim.holder], claim)
        _leave(unit, claim)
    for claim in after:
        _hold(unit.owned[claim.holder], claim)
        if claim.counts:
            _join(unit, claim)


def _hold(document: dict[str, Any], claim: Claim) -> None:
    entry = {
        "contract": claim.contract,
        "team": claim.team,
        "start": claim.span.start.isoformat(),
        "end": claim.span.end.isoformat(),
    }
    document["held"] = [*document.get("held", []), entry]


def _release(document: dict[str, Any], claim: Claim) -> None:
    held = document.get("held", [])
    document["held"] = [h for h in held if h["contract"] != claim.contract]


def _join(unit: Unit, claim: Claim) -> None:
    document = unit.owned[claim.unit]
    counted = document.get("contracts", [])
    entry = {"contract": claim.contract, "end": claim.span.end.isoformat()}
    document |= {"team": claim.team, "kind": claim.kind}
    _count(unit, claim, document, [*counted, entry])


def _leave(unit: Unit, claim: Claim) -> None:
    document = unit.owned[claim.unit]
    counted = document.get("contracts", [])
    _count(unit, claim, document, [c for c in counted if c["contract"] != claim.contract])


def _count(unit: Unit, claim: Claim, document: dict[str, Any], now: list[Json]) -> None:
    """Set what counts of a unit, and the team's number of units with it."""
    team = unit.owned[f"team/{claim.team}"]
    more = bool(now) - bool(document.get("contracts"))
    team[claim.kind] = team.get(claim.kind, 0) + more
    document["contracts"] = now
    document["until"] = max((c["end"] for c in now), default="")
