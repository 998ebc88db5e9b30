"""Who may sign and be signed: kind of party, members, guardians, adults of a household.

Source: D1, D2, D3, D14, D15 of the policies; of the signatures also C4 and D16.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from fhir_server.service import contracts
from fhir_server.service.contracts import Signer
from fhir_server.service.elements import Json, code, day, holds, own_reference, reference

from .groups import age_on
from .messages import Code
from .model import Breach, Signing

_REGISTERS = frozenset({"household-register", "residence-permit"})


def parties(facts: Signing) -> Iterator[Breach]:
    """The party is of a kind with which the policy lets a contract be made."""
    allowed = facts.terms.policy.contract.parties.on(facts.signed_on)
    kind = contracts.party_kind(facts.contract)
    if contracts.is_supplement(facts.contract):
        return
    if allowed and kind and kind not in allowed.value:
        named = [Code("contract-party", each) for each in allowed.value]
        args = {"kind": Code("contract-party", kind), "allowed": named}
        yield Breach("party-kind", args, allowed, "Contract.term.offer.party")


def members(facts: Signing) -> Iterator[Breach]:
    """Somebody is covered; who is covered through a household is a present member of it."""
    covered = contracts.covered(facts.contract)
    if not covered:
        yield Breach("nobody-covered", {}, expression="Contract.subject")
    if facts.household is None:
        return
    strangers = [
        patient
        for patient, span in covered
        if patient not in _present(facts.household, span.start if span else facts.period.start)
    ]
    if strangers:
        yield Breach("not-of-household", {"members": strangers}, expression="Contract.subject")


def _present(household: Json, on: date) -> set[str]:
    return {
        reference(member.get("entity"))
        for member in household.get("member", [])
        if not member.get("inactive") and holds(member.get("period"), on)
    }


def alive(facts: Signing) -> Iterator[Breach]:
    """Nobody is signed for beyond death; a record of it blocks that before it is confirmed.

    An amendment of others' contract goes on, and may end the cover of the dead.
    """
    for patient, span in contracts.covered(facts.contract):
        died = _died((facts.members or {}).get(patient, {}), facts.today)
        cover = span or facts.period
        last = cover.start if facts.step == "amend" else cover.end
        if died and last > died:
            yield Breach("resident-dead", {"member": patient}, expression="Contract.subject")


def _died(resident: Json, today: date) -> date | None:
    """The day of death, today where only the fact is recorded; None for the living."""
    is_dead = resident.get("deceasedDateTime") or resident.get("deceasedBoolean")
    return (day(resident.get("deceasedDateTime")) or today) if is_dead else None


def signers(facts: Signing) -> Iterator[Breach]:
    """A minor is signed for by the guardian, a household by an adult with its register."""
    adult = facts.terms.policy.contract.adult_age.on(facts.signed_on)
    signed = contracts.signers(facts.contract)
    if adult is None or facts.members is None:
        return
    minors = [p for p, r in facts.members.items() if _is_minor(r, facts.signed_on, adult.value)]
    for each in signed:
        if each.role in ("resident", "household-representative") and each.party in minors:
            args = {"signer": each.party, "age": adult.value}
            yield Breach("minor-signs", args, adult, "Contract.signer")
    if contracts.party_kind(facts.contract) == "resident":
        for patient in minors:
            if not any(_signs_for(each, patient, facts.relatives) for each in signed):
                args = {"member": patient, "age": adult.value}
                yield Breach("guardian-missing", args, adult, "Contract.signer")


def _is_minor(resident: Json, on: date, adult: int) -> bool:
    age = age_on(resident, on)
    return age is not None and age < adult


def _signs_for(signer: Signer, patient: str, relatives: Mapping[str, Json] | None) -> bool:
    """Whether it is a guardian's signature for a resident; the RelatedPerson is that resident's."""
    if signer.role != "guardian" or signer.on_behalf_of not in ("", patient):
        return False
    relative = (relatives or {}).get(signer.party)
    return relative is None or reference(relative.get("patient")) == patient


def register(facts: Signing) -> Iterator[Breach]:
    """A household is signed for with its register or a residence permit."""
    allowed = facts.terms.policy.contract.parties.on(facts.signed_on)
    is_household = contracts.party_kind(facts.contract) == "household"
    if facts.documents is None or not is_household or facts.previous:
        return
    kinds = {code(d.get("type"), "document-kind") for d in facts.documents.values()}
    if allowed and not kinds & _REGISTERS:
        yield Breach("register-missing", {}, expression="Contract.supportingInfo")


def copies(facts: Signing) -> Iterator[Breach]:
    """The agreement is handed out in as many copies as the policy says."""
    due = facts.terms.policy.contract.copies.on(facts.signed_on)
    found = contracts.copies(facts.contract)
    if due and found < due.value and not contracts.is_supplement(facts.contract):
        args = {"found": found, "due": due.value}
        yield Breach("copies", args, due, "Contract.legal")


def supplement(facts: Signing) -> Iterator[Breach]:
    """A supplement belongs to a contract in force, and ends with it."""
    if facts.main is None:
        return
    span = contracts.in_force(facts.main)
    if contracts.state(facts.main) not in contracts.HOLDING or span is None:
        yield Breach("supplement-main", {"main": own_reference(facts.main)})
    elif not (span.holds(facts.period.start) and span.holds(facts.period.end)):
        args = {"start": span.start, "end": span.end}
        yield Breach("supplement-period", args, expression="Contract.applies")
