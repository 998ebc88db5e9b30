"""One contract at a time, and room in the team.

Source: C6, C7, C8, D4, D5 of the policies. That two signings at the same moment do not both pass is
the reservations' doing; what they hold are the facts here.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from fhir_server.service import contracts
from fhir_server.service.elements import Span, own_reference
from profiles.policies import Value

from .messages import Code
from .model import Args, Breach, Held, Signing
from .teams import is_alone

_SUBJECT = "Contract.subject"


def one_team_per_resident(facts: Signing) -> Iterator[Breach]:
    """No resident is covered by two contracts on one day."""
    one = facts.terms.policy.contract.one_team_per_resident.on(facts.signed_on)
    if facts.held is None or contracts.is_supplement(facts.contract):
        return
    for patient, span in _covers(facts):
        yield from _overlaps("one-team-per-resident", patient, span, facts.held.get(patient), one)


def one_team_per_household(facts: Signing) -> Iterator[Breach]:
    """No household has contracts with two teams on one day."""
    one = facts.terms.policy.contract.one_team_per_household.on(facts.signed_on)
    household = contracts.household(facts.contract)
    if facts.held is None or not household or contracts.is_supplement(facts.contract):
        return
    found = facts.held.get(household)
    yield from _overlaps("one-team-per-household", household, facts.period, found, one)


def _covers(facts: Signing) -> Iterator[tuple[str, Span]]:
    for each in contracts.covered(facts.contract):
        yield each.patient, each.span or facts.period


def _overlaps(
    text: str, holder: str, span: Span, held: Sequence[Held] | None, one: Value[Any] | None
) -> Iterator[Breach]:
    other = next((each for each in held or () if each.span.meets(span)), None)
    if one and one.value and other:
        args: Args = {"holder": holder, "contract": other.contract, "team": other.team}
        args |= {"start": other.span.start, "end": other.span.end}
        yield Breach(text, args, one, _SUBJECT)


def capacity(facts: Signing) -> Iterator[Breach]:
    """The team has room for those whom the contract adds; renewing is allowed at the cap."""
    if facts.load is None or contracts.is_supplement(facts.contract):
        return
    for cap in facts.terms.caps(facts.signed_on):
        load = facts.load.get(cap.unit)
        if load and load.added and load.used + load.added > cap.most:
            args: Args = {"used": load.used, "most": cap.most, "added": load.added}
            args |= {"unit": Code("capacity-unit", cap.unit)}
            yield Breach("capacity", args, cap.value, "Contract.term.action.performer")


def capacity_set(facts: Signing) -> Iterator[Breach]:
    """Where each team has a cap of its own, it says so."""
    own = facts.terms.policy.capacity.set_per_team.on(facts.signed_on)
    team = facts.team
    if own and own.value and team and not is_alone(facts) and not facts.terms.caps(facts.signed_on):
        yield Breach("capacity-unset", {"team": own_reference(team)}, own)
