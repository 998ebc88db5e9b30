"""The way of a referral: level by level, reviewed before it is sent, followed up after the return.

Source: G1, G3, G4 of the policies.
"""

from collections.abc import Iterator

from fhir_server.service import contracts
from fhir_server.service.elements import (
    Json,
    code,
    extensions,
    own_reference,
    part,
    reference,
)

from .messages import Code
from .model import Args, Breach, Referral
from .teams import roles_of

LEVELS = ("village", "township", "secondary", "tertiary")
"""Levels of referral-level, from below."""

_URGENT = frozenset({"urgent", "asap", "stat"})
_LEVEL = "ServiceRequest.extension('referral-level')"


def levels_of(request: Json) -> tuple[str, str] | None:
    """The levels of sender and receiver that a ServiceRequest states; None where it does not."""
    stated = next(extensions(request, "referral-level"), {})
    sender, receiver = part(stated, "from", "valueCode"), part(stated, "to", "valueCode")
    return (str(sender), str(receiver)) if sender and receiver else None


def is_urgent(facts: Referral) -> bool:
    """Whether it cannot wait: by its priority, or because its sender says so."""
    return facts.urgent or facts.request.get("priority") in _URGENT


def referral_chain(facts: Referral) -> Iterator[Breach]:
    """A referral goes up level by level; an emergency may skip one, with a reason."""
    chain = facts.terms.policy.referral.chain.on(facts.day)
    levels = facts.levels or levels_of(facts.request)
    if chain is None or levels is None or not {*levels} <= {*LEVELS}:
        return
    low, high = (LEVELS.index(level) for level in levels)
    skipped = [level for level in LEVELS[low + 1 : high] if level in chain.value]
    may_skip = facts.terms.policy.referral.emergency_may_skip.on(facts.day)
    is_excused = is_urgent(facts) and may_skip is not None and may_skip.value
    sender, receiver = (Code("referral-level", level) for level in levels)
    args: Args = {"sender": sender, "receiver": receiver}
    if skipped and not is_excused:
        args["skipped"] = [Code("referral-level", level) for level in skipped]
        yield Breach("referral-chain", args, chain, _LEVEL)
    if skipped and is_excused and not facts.reason:
        yield Breach("referral-skip-reason", args, chain, _LEVEL)


def referral_review(facts: Referral) -> Iterator[Breach]:
    """It is sent after its institution approved it, or reviewed afterwards if it is urgent."""
    rules = facts.terms.policy.referral
    required, when = rules.review_required.on(facts.day), rules.review_when.on(facts.day)
    if required is None or not required.value or facts.reviews is None or is_urgent(facts):
        return
    is_before = when is None or when.value == "before-sending"
    if facts.to == "submitted" and is_before and not _approved(facts.reviews):
        yield Breach("referral-unreviewed", {}, required, "ServiceRequest")


def _approved(reviews: tuple[Json, ...]) -> bool:
    """Whether there is a review, and each of them approved."""
    return bool(reviews) and all(
        "approved" in _results(task) for task in reviews if task.get("status") != "entered-in-error"
    )


def _results(task: Json) -> Iterator[str]:
    for output in task.get("output", []):
        yield code(output.get("valueCodeableConcept"), "referral-review-result")


def referral_reviewer(facts: Referral) -> Iterator[Breach]:
    """Who reviews is a reviewer of the institution that owns the review, not the sender."""
    if facts.actor is None or facts.reviews is None or facts.to not in _REVIEWED:
        return
    who, where = own_reference(facts.actor), "Parameters.parameter('performer')"
    if who == reference(facts.request.get("requester")):
        yield Breach("reviewer-is-sender", {"actor": who}, expression=where)
    if "referral-reviewer" not in roles_of(facts.actor):
        yield Breach("reviewer-role", {"actor": who}, expression=where)
    owners = {reference(task.get("owner")) for task in facts.reviews}
    if owners and not owners & {who, reference(facts.actor.get("organization"))}:
        yield Breach("reviewer-elsewhere", {"actor": who, "owners": sorted(owners)}, None, where)


_REVIEWED = frozenset({"in-review", "submitted", "returned", "review-rejected"})


def referral_contract(facts: Referral) -> Iterator[Breach]:
    """The contract that it cites covers the resident on its day."""
    if facts.contract is None:
        return
    resident = reference(facts.request.get("subject"))
    spans = [c.span for c in contracts.covered(facts.contract) if c.patient == resident]
    is_live = contracts.state(facts.contract) not in ("draft", "applied", "rejected", "void")
    if not (is_live and any(span and span.holds(facts.day) for span in spans)):
        args = {"contract": own_reference(facts.contract), "resident": resident, "day": facts.day}
        yield Breach("referral-uncovered", args, None, "ServiceRequest.supportingInfo", "warning")


def referral_follow_up(facts: Referral) -> Iterator[Breach]:
    """Who is referred back is followed up by the team."""
    rule = facts.terms.policy.referral.follow_up_required.on(facts.day)
    if rule is None or not rule.value or facts.to not in ("referred-back", "closed"):
        return
    if facts.follow_ups is not None and not facts.follow_ups:
        yield Breach("referral-follow-up", {}, rule, "ServiceRequest")
