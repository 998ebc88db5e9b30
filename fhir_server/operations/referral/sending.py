"""The sender's side: submit, review, withdraw."""

from fhir_server.accept import accept
from fhir_server.errors import BadRequest
from fhir_server.operations.declared import Given
from fhir_server.service.elements import Json, extensions, reference

from .actors import Actor, institution_of
from .keeping import give_back
from .levels import stated
from .referral import Referral, clash, concept, output, refuse

_REFUSED = ("not-reasonable", "not-compliant", "neither")
_HURRIED = ("urgent", "asap", "stat")


async def submit(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """To review, or to the receiver where no review comes first or the case cannot wait."""
    urgent, referral.reason = bool(given.one("urgent")), given.text("reason")
    if urgent and not referral.reason:
        raise BadRequest("What is urgent needs a reason.", expression="reason")
    referral.kept["reason"] = referral.reason
    await _check_form(referral, urgent)
    when = _review(referral)
    if when:
        await _ask_for_reviews(referral)
    return "in-review" if when == "before-sending" and not urgent else "submitted"


async def _check_form(referral: Referral, urgent: bool) -> None:
    """The form as it will be sent: levels filled in, complete, of a living resident."""
    request, unit = referral.request, referral.unit
    if urgent and request.get("priority") not in _HURRIED:
        request["priority"] = "urgent"
    if referral.levels and not list(extensions(request, "referral-level")):
        request.setdefault("extension", []).append(stated(referral.levels))
    resident = await unit.need(reference(request.get("subject")), "ServiceRequest.subject")
    if any(key.startswith("deceased") and resident[key] is not False for key in resident):
        raise refuse(
            "rule-referral-resident",
            "ServiceRequest.subject",
            "The resident is recorded as deceased.",
            "该居民已登记死亡。",
        )
    await accept(unit.server, {**request, "status": "active"}, "ServiceRequest")


def _review(referral: Referral) -> str:
    """When the institution reviews a referral: before-sending or after-sending; "" for never.

    The review mechanism is that of primary institutions, about what they send up (G4).
    """
    policy, today = referral.terms.policy.referral, referral.unit.today
    required, when = policy.review_required.on(today), policy.review_when.on(today)
    if not (referral.goes_up and required and required.value):
        return ""
    return when.value if when else "before-sending"


async def _ask_for_reviews(referral: Referral) -> None:
    """A task for each reviewer: those of drafts and of an earlier round, at least the institution.

    A referral out of the region has a second draft, of the agency of the insurance fund.
    """
    drafts = [review for review in referral.reviews if review["status"] == "draft"]
    asked = {reference(review["owner"]): review for review in referral.reviews}
    home = await institution_of(referral.unit, referral.requester)
    for review in drafts:
        review |= {"status": "requested", "businessStatus": concept("referral-state", "in-review")}
        referral.put_task(review)
    again = asked.keys() - {reference(review["owner"]) for review in drafts}
    for owner in sorted(again | ({home} - asked.keys())):
        kind = asked[owner].get("performerType") if owner in asked else None
        own = kind or [concept("referral-reviewer", "institution")]
        referral.open_task("review", "requested", owner, performerType=own)


async def approve(referral: Referral, actor: Actor, given: Given) -> str:
    """One reviewer approves; sent once all have."""
    review = await _own_review(referral, actor)
    referral.reason = given.text("opinion")
    _decide(referral, review, "completed", "approved", referral.reason)
    is_last = not referral.open_reviews
    return "submitted" if is_last else "in-review"


async def return_(referral: Referral, actor: Actor, given: Given) -> str:
    """The doctor is to complete it; the review starts anew with the next submission."""
    review = await _own_review(referral, actor)
    referral.reason = given.text("reason")
    _decide(referral, review, "completed", "incomplete", referral.reason)
    return "returned"


async def decline_review(referral: Referral, actor: Actor, given: Given) -> str:
    """One reviewer finds it not reasonable or not compliant: it ends.

    What was sent already, being urgent, goes on; the finding stands in the task.
    """
    review = await _own_review(referral, actor)
    result, referral.reason = given.text("result"), given.text("reason")
    if result not in _REFUSED:
        raise BadRequest(f"result is one of {', '.join(_REFUSED)}.", expression="result")
    is_before = referral.state == "in-review"
    review["statusReason"] = {"text": referral.reason}
    _decide(referral, review, "rejected" if is_before else "completed", result, referral.reason)
    if is_before:
        review["businessStatus"] = concept("referral-state", "review-rejected")
    return "review-rejected"


async def withdraw(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """The sender takes it back; what was kept is free again."""
    referral.reason = given.text("reason")
    await give_back(referral, "cancelled")
    for task in [*referral.open_reviews, referral.acceptance]:
        task["statusReason"] = {"text": referral.reason}
    return "cancelled"


async def _own_review(referral: Referral, actor: Actor) -> Json:
    """The open review that the actor decides."""
    for review in referral.open_reviews:
        if await actor.belongs_to(referral.unit, reference(review["owner"])):
            return review
    raise clash(
        "rule-referral-state",
        "ServiceRequest",
        f"No review of {referral.reference} waits for {actor.institution}.",
        f"{referral.reference} 没有待 {actor.institution} 处理的审核。",
    )


def _decide(referral: Referral, review: Json, status: str, result: str, opinion: str) -> None:
    said = [output("review-result", valueCodeableConcept=concept("referral-review-result", result))]
    if opinion:
        said.append(output("opinion", valueString=opinion))
    start = review.get("executionPeriod", {}).get("start", review["authoredOn"])
    review |= {"status": status, "output": said}
    review["executionPeriod"] = {"start": start, "end": referral.now}
    referral.put_task(review)
