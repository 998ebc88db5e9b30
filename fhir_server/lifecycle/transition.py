"""One function that brings a contract to a state, for operations and plain writes alike.

It refuses what the table of states does not have, takes whose facts it relies on, judges by the
rules, reserves residents and places, keeps episodes and general practitioners in step, and leaves a
Provenance. Fees, plans and tasks are left to the operations.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from conformance.issue import Issue, errors
from fhir_server.errors import Conflict, Unprocessable
from fhir_server.rules import findings
from fhir_server.rules.model import Held, Signing
from fhir_server.service import contracts
from fhir_server.service.contracts import HOLDING
from fhir_server.service.elements import Json, extension_url, system
from fhir_server.service.policies import Terms
from fhir_server.service.unit import Unit

from . import cover, gathering, holdings, states
from .holdings import Claim
from .record import Step, leave

DEADLINE_HOURS = 72
OVERLAPS = frozenset({"rule-one-team-per-resident", "rule-one-team-per-household"})
CONFLICTS = ("rule-one-team", "rule-capacity")
"""Rules whose breach is a conflict with what others hold, by the beginning of their ids."""


Complete = Callable[[Signing], Json]
"""Completes a contract from the facts about it, before it is judged: its prices, its state."""


class Moved(NamedTuple):
    """What a step came to: the contract, and findings that refuse nothing.

    `facts` are those it was judged by; None where nothing had to be judged.
    """

    contract: Json
    warnings: list[Issue]
    facts: Signing | None = None


async def advance(
    unit: Unit, contract: Json, step: Step, complete: Complete | None = None
) -> Moved:
    """Bring a contract from where it is stored to where `contract` says that it stands.

    Raises:
        Conflict: the state does not lead there, or somebody else holds what it needs.
        Unprocessable: rules refuse it.

    """
    reference = f"Contract/{contract.setdefault('id', '')}"
    before = unit.before(reference)
    was, now = contracts.state(before or {}), contracts.state(contract)
    if not (step.record and not was):
        states.check(was, now)
    old, new = holdings.claims(before), holdings.claims(contract)
    await unit.take(holdings.due(contract))
    moved = Moved(contract, [])
    if _enters(was, now) or _adds(old, new):
        moved, new = await _enter(unit, contract, step, (old, new), complete)
    elif old or new:
        await unit.guard(*gathering.guarded(contract))
        await holdings.take(unit, old, new)
    contract = moved.contract
    holdings.change(unit, old, new)
    holdings.expect(unit, contract, _deadline(unit))
    unit.put(contract)
    await cover.keep(unit, before, contract, await cover.doctor_of(unit, contract))
    acting = replace(step, institution=step.institution or contracts.institution(contract))
    targets = [reference, *_touched(unit, reference)]
    await leave(unit, acting, targets, was, contracts.state(contract))
    return moved


def _deadline(unit: Unit) -> int:
    """Within how many hours a contract has to be paid, or it lapses."""
    policy = Terms.of(unit.server.settings.policy).policy
    hours = policy.contract.payment_deadline_hours.on(unit.today)
    return hours.value if hours else DEADLINE_HOURS


def _enters(was: str, now: str) -> bool:
    """Whether it comes to bind the parties by this step."""
    return now in HOLDING and was not in HOLDING


def _adds(old: list[Claim], new: list[Claim]) -> bool:
    """Whether it claims somebody, or days, that it did not."""
    spans = {claim.owner: claim.span for claim in old}
    return any(
        claim.owner not in spans
        or claim.span.start < spans[claim.owner].start
        or claim.span.end > spans[claim.owner].end
        for claim in new
        if claim.counts
    )


async def _enter(
    unit: Unit,
    contract: Json,
    step: Step,
    claimed: tuple[list[Claim], list[Claim]],
    complete: Complete | None,
) -> tuple[Moved, list[Claim]]:
    """Judge a contract that comes to bind; of record, one that overlaps becomes disputed."""
    old, new = claimed
    await unit.guard(*gathering.guarded(contract))
    await holdings.take(unit, old, new)
    moved = await judged(unit, contract, step, new, complete)
    wrong = {issue.rule for issue in errors(moved.warnings)}
    is_late = wrong and wrong <= OVERLAPS and _is_late_paper(unit, contract)
    if (step.record or is_late) and (overlapped := _overlapped(unit, contract, new)):
        contract = contracts.with_state(moved.contract, "disputed")
        await _ask(unit, contract, overlapped)
        return moved._replace(contract=contract), holdings.claims(contract)
    refuse(moved.warnings)
    return moved, new


def _is_late_paper(unit: Unit, contract: Json) -> bool:
    """Whether it was signed on paper before it is entered: first recorded wins."""
    signed = contracts.signed_on(contract)
    return contracts.channel(contract) == "paper" and signed is not None and signed < unit.today


async def _ask(unit: Unit, contract: Json, overlapped: list[Held]) -> None:
    """A task for each team to find out which of the contracts holds."""
    institution = contracts.institution(contract)
    for team in dict.fromkeys([contracts.team(contract), *(h.team for h in overlapped)]):
        own = {"reference": f"Contract/{contract['id']}"}
        unit.put(
            {
                "resourceType": "Task",
                "extension": [{"url": extension_url("contract"), "valueReference": own}],
                "status": "requested",
                "intent": "order",
                "code": {"coding": [{"system": system("task-kind"), "code": "overlap"}]},
                "focus": own,
                "for": {"reference": contracts.covered(contract)[0].patient},
                "authoredOn": unit.now.isoformat(timespec="milliseconds"),
                "requester": {"reference": institution},
                "owner": {"reference": team},
            }
        )


async def judged(
    unit: Unit, contract: Json, step: Step, claimed: list[Claim], complete: Complete | None = None
) -> Moved:
    """What the rules find in a contract as it would be signed; its claims were taken."""
    await _need(unit, contract)
    facts = await gathering.signing(unit, contract, claimed, step)
    if complete:
        facts = replace(facts, contract=complete(facts))
    return Moved(facts.contract, findings(facts, "transition"), facts)


def refuse(found: list[Issue]) -> None:
    """Raise what rules refuse: Conflict where others hold what it needs, else Unprocessable."""
    if wrong := errors(found):
        is_conflict = all(issue.rule.startswith(CONFLICTS) for issue in wrong)
        raise Conflict(issues=found) if is_conflict else Unprocessable(issues=found)


def _overlapped(unit: Unit, contract: Json, claimed: list[Claim]) -> list[Held]:
    """The contracts that hold a resident on days which this one claims."""
    own = (f"Contract/{contract['id']}", contracts.renews(contract))
    held = holdings.others(unit, claimed, own)
    residents = (c for c in claimed if c.kind == "resident")
    return [h for c in residents for h in held[c.owner] if c.span.meets(h.span)]


async def _need(unit: Unit, contract: Json) -> None:
    """Refuse a contract with somebody who does not exist."""
    wanted = {c.patient: "Contract.subject" for c in contracts.covered(contract)}
    wanted |= {contracts.team(contract): "Contract.term.action.performer"}
    wanted |= {p.reference: "Contract.term.offer.topic" for p in contracts.packages(contract)}
    await unit.fetch(filter(None, wanted))
    for reference, where in wanted.items():
        if reference:
            await unit.need(reference, where)


def _touched(unit: Unit, but: str) -> Iterable[str]:
    kept = ("EpisodeOfCare/", "Patient/")
    return [each for each in unit.written if each.startswith(kept) and each != but]
