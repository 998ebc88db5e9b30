"""How a contract may end early: letters, evidence, signatures of both sides, refunds.

Source: B8, D10, D11 of the policies.
"""

from collections.abc import Iterator

from fhir_server.service import contracts
from fhir_server.service.elements import code, day, extension_value

from .messages import Code, Yuan
from .model import Breach, Ending
from .money import RESIDENT, refund_of

BY_LETTER = frozenset({"resident-request", "switch-team"})
"""Reasons for which the resident hands in a written cancellation."""

BY_EVIDENCE = frozenset({"moved", "lost-contact", "refused-service"})
"""Reasons that need an evidence document and no letter."""

_SIDES = frozenset({"recipient", "provider"})


def written_cancellation(facts: Ending) -> Iterator[Breach]:
    """Who leaves by own wish hands in a letter, where the policy says so."""
    rule = facts.terms.policy.ending.written_cancellation.on(facts.end)
    if rule is None or not rule.value or facts.documents is None or facts.reason not in BY_LETTER:
        return
    letters = [
        letter
        for letter in facts.documents.values()
        if code(letter.get("type"), "document-kind") == "cancellation"
    ]
    if not letters:
        args = {"reason": Code("contract-end-reason", facts.reason)}
        yield Breach("letter-missing", args, rule, "Contract.supportingInfo")
        return
    received = day(extension_value(letters[-1], "received-on", "valueDate"))
    if received and facts.end < received:
        yield Breach("letter-later", {"end": facts.end, "received": received}, rule)


def end_evidence(facts: Ending) -> Iterator[Breach]:
    """A move, lost contact or refused service is shown by a document."""
    if facts.documents is None or facts.reason not in BY_EVIDENCE:
        return
    kinds = {code(d.get("type"), "document-kind") for d in facts.documents.values()}
    if "end-evidence" not in kinds:
        args = {"reason": Code("contract-end-reason", facts.reason)}
        yield Breach("evidence-missing", args, expression="Contract.supportingInfo")


def end_day(facts: Ending) -> Iterator[Breach]:
    """The last day lies within the period as signed."""
    span = contracts.applies(facts.contract)
    if span and facts.end > span.end:
        yield Breach("end-after-period", {"end": facts.end, "last": span.end})
    if span and contracts.state(facts.contract) == "active" and facts.end < span.start:
        yield Breach("end-before-period", {"end": facts.end, "first": span.start})


def breach_signatures(facts: Ending) -> Iterator[Breach]:
    """Both sides sign the end for breach, where the policy says so."""
    rule = facts.terms.policy.ending.breach_both_sign.on(facts.end)
    if rule is None or not rule.value or facts.sides is None or facts.reason != "provider-breach":
        return
    if missing := sorted(_SIDES - facts.sides):
        args = {"sides": [Code("contract-party", each) for each in missing]}
        yield Breach("breach-signatures", args, rule)


def breach_refund(facts: Ending) -> Iterator[Breach]:
    """A breach pays back at once all that the resident paid; no refund exceeds what was paid."""
    if facts.paid is None or facts.refund is None:
        return
    paid = facts.paid.get(RESIDENT, 0)
    args = {"refund": Yuan(facts.refund), "paid": Yuan(paid)}
    if facts.refund > paid:
        yield Breach("refund-too-large", args)
        return
    rule = facts.terms.policy.ending.breach_refund.on(facts.end)
    due = refund_of(facts.terms, facts.reason, facts.paid, facts.end).resident
    if facts.reason == "provider-breach" and facts.refund < due:
        yield Breach("refund-too-small", args, rule)
