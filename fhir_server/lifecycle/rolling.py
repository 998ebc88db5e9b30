"""Roll-over: contracts are brought to where they stand on a day, many at a time.

What is due is found by the `due/…` documents (`holdings.py`), in batches, each one transaction;
what was rolled over is due no more, so a pass may be stopped anywhere, repeated, and run late. A
contract that cannot be brought to where it belongs is named, and keeps nobody else waiting.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import structlog

from fhir_server.errors import FhirError
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.elements import Json
from fhir_server.service.unit import Unit, step, trial
from fhir_server.store.documents import utc_now
from fhir_server.store.follow import Follower

from .record import Step
from .states import SIGNED
from .transition import advance

BATCH = 20
PAUSE_SECONDS = 60.0
COUNTED = {
    "active": "started",
    "expired": "expired",
    "renewed": "renewed",
    "terminated": "ended",
    "lapsed": "lapsed",
}
"""What a contract is counted as, by the state that it comes to."""

log = structlog.get_logger()


@dataclass(slots=True)
class Rolled:
    """What a pass did: contracts counted by what became of them; those that failed, with why."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: dict[str, str] = field(default_factory=dict)


async def roll_over(
    server: Server, now: datetime, day: date, institution: str = "", *, dry: bool = False
) -> Rolled:
    """Bring all that is due by a day to where it belongs."""
    rolled = Rolled()
    while True:
        before = rolled.counts.total()
        await _pass(server, now, day, institution, rolled, dry=dry)
        # What started by this pass may have ended by the same day.
        if dry or rolled.counts.total() == before:
            return rolled


async def _pass(
    server: Server, now: datetime, day: date, institution: str, rolled: Rolled, *, dry: bool
) -> None:
    after = ("", "")
    while found := await server.owners.due(day.isoformat(), after, BATCH):
        after = found[-1]
        names = [name.removeprefix("due/") for _, name in found]
        todo = [each for each in names if each not in rolled.problems]
        try:
            rolled.counts += await _batch(server, now, day, todo, institution, dry=dry)
        except FhirError:
            for each in todo:
                await _alone(server, now, day, each, institution, rolled)
        await asyncio.sleep(0)


async def _alone(
    server: Server, now: datetime, day: date, reference: str, institution: str, rolled: Rolled
) -> None:
    try:
        rolled.counts += await _batch(server, now, day, [reference], institution, dry=False)
    except FhirError as error:
        rolled.problems[reference] = str(error)


async def _batch(
    server: Server,
    now: datetime,
    day: date,
    references: Sequence[str],
    institution: str,
    *,
    dry: bool,
) -> Counter[str]:
    async def work(unit: Unit) -> Counter[str]:
        await unit.take(*(f"due/{each}" for each in references))
        await unit.fetch(references)
        return Counter(
            [kind for each in references if (kind := await _roll(unit, each, day, institution))]
        )

    return await (trial if dry else step)(server, now, work)


async def _roll(unit: Unit, reference: str, day: date, institution: str) -> str:
    """Bring one contract to its next state; what it is counted as, "" where nothing was due."""
    contract, due = await unit.read(reference), unit.owned[f"due/{reference}"]
    if contract is None or due.get("next", "9999") > day.isoformat():
        return ""
    if institution and contracts.institution(contract) != institution:
        return ""
    to = await _next(unit, contract)
    if to is None:
        due.pop("next", None)
        return ""
    if not unit.trial:
        await advance(unit, contracts.with_state(contract, to), Step("roll-over"))
    return COUNTED[to]


async def _next(unit: Unit, contract: Json) -> contracts.State | None:
    """To which state a contract that is due comes."""
    state, period, whole = (
        contracts.state(contract),
        contracts.applies(contract),
        contracts.in_force(contract),
    )
    if state == "pending-payment":
        return "lapsed"
    if state == "pending-start" and period and whole and period.start <= whole.end:
        return "active"
    if state not in ("pending-start", "active"):
        return None
    if contracts.ended_on(contract):
        return "terminated"
    later = contracts.renewed_by(contract)
    successor = await unit.read(later) if later else None
    return "renewed" if successor and contracts.state(successor) in SIGNED else "expired"


class DailyRollOver:
    """Runs in every process, and works in the one that writes the feed: once for each legal day."""

    def __init__(self, server: Server, follower: Follower) -> None:
        """`follower` says whether this process leads."""
        self._server = server
        self._follower = follower
        self._done: date | None = None

    async def run(self) -> None:
        """Work when a day has begun, for ever; what fails is tried again."""
        while True:
            now = utc_now()
            today = self._server.today(now)
            if self._follower.leading and self._done != today:
                try:
                    rolled = await roll_over(self._server, now, today)
                    self._done = today
                    if rolled.counts or rolled.problems:
                        log.info("contracts.rolled", **rolled.counts, problems=len(rolled.problems))
                except Exception:
                    log.exception("contracts.roll_failed")
            await asyncio.sleep(PAUSE_SECONDS if self._done == today else 1.0)
