"""A referral of the patient: up the chain with review and acceptance, back again, followed up."""

from itertools import pairwise
from typing import Any

from .booking import Booking, booking
from .care import Care
from .dates import moment
from .fhir import Json, concept, extension, foreign, number, part, ref, resource
from .records import Followed, pressure, visit
from .regions import Place

# Days ago of what happens.
_REFERRED, _REVIEWED, _SEEN, _BACK, _FOLLOWED_UP = 26, 25, 20, 14, 5


def referral(care: Care) -> list[Json]:
    """Make the referral of a case: one step for each level that the policy has on the way up."""
    followed = care.followed
    *before, (sending, receiving) = pairwise(followed.frame.region.places)
    made: list[Json] = []
    up, seen = None, care.visits[-1]
    for step in before:
        up = _up(care, *step, up, seen, "09:50")
        seen = visit(
            followed, f"visit-{step[1].key}", _REFERRED, "first-contact", followed.place.lead
        )
        seen["period"] = _hours(followed, _REFERRED, "10:05", "10:25")
        review = _review(followed, up, moment(followed.frame.day(_REFERRED), "09:55"))
        outcome = _acceptance(followed, up, seen, [("encounter", seen)])
        made += [up, review, outcome, seen]
    up = _up(care, sending, receiving, up, seen, "10:30")
    booked = booking(followed, up, followed.frame.day(_REVIEWED), followed.frame.day(_SEEN))
    stay = _specialist_visit(followed, up, booked)
    back = _back(followed, up, stay)
    review = _review(followed, up, moment(followed.frame.day(_REVIEWED), "09:00"))
    came = [("encounter", stay), ("back-referral", back)]
    came += [("appointment", booked.appointment)] if booked else []
    made += [up, review, _acceptance(followed, up, stay, came), stay, back]
    made += booked.resources() if booked else []
    return made + _follow_up(followed, back)


def _up(
    care: Care, sending: Place, receiving: Place, before: Json | None, seen: Json, clock: str
) -> Json:
    """A step up, decided at the visit `seen`; it carries on the one before."""
    followed, frame = care.followed, care.followed.frame
    is_last = receiving == frame.region.places[-1]
    return _request(
        followed,
        "referral-up" if is_last else f"referral-up-{sending.key}",
        "up",
        moment(frame.day(_REFERRED), clock),
        extension=[
            _levels(sending.level, receiving.level),
            _summary(
                impression="高血压，血压控制不满意",
                presentHistory="连续两次随访血压未达标，无头痛、胸闷。",
                pastHistory="高血压、2型糖尿病多年。",
                treatment="苯磺酸氨氯地平5 mg每日一次，血压未达标。",
            ),
        ],
        basedOn=[ref(before)] if before else [],
        requester=_who(_doctor(followed, sending.key)),
        performer=[ref(followed.place.institutions[receiving.key])],
        encounter=ref(seen),
        reasonCode=[concept("referral-reason-hypertension", "1")],
        reasonReference=[ref(followed.conditions["hypertension"]), *map(ref, care.pressures)],
        supportingInfo=[ref(followed.contract)],
    )


def _back(followed: Followed, up: Json, stay: Json) -> Json:
    frame, place = followed.frame, followed.place
    receiving, sending = frame.region.places[-2:]
    return _request(
        followed,
        "referral-back",
        "down",
        moment(frame.day(_BACK), "11:00"),
        extension=[
            _levels(sending.level, receiving.level),
            _summary(
                diagnosis="高血压2级（很高危）",
                results="心电图、肾功能正常。",
                treatment="加用缬沙坦80 mg每日一次，血压平稳。",
                nextSteps="维持现用药，社区随访。",
                rehabilitation="低盐饮食，每日步行30分钟。",
            ),
        ],
        basedOn=[ref(up)],
        requester=_who(place.specialist),
        performer=[ref(place.provider), ref(place.team)],
        encounter=ref(stay),
        reasonReference=[ref(followed.conditions["hypertension"])],
        supportingInfo=[ref(followed.contract)],
        note=[{"text": "用药方案已调整，病情平稳，请社区继续随访并每周测量血压。"}],
    )


def _request(followed: Followed, id_: str, direction: str, authored: str, **more: Any) -> Json:
    profile = "fd-referral-up" if direction == "up" else "fd-back-referral"
    return resource(
        "ServiceRequest",
        followed.frame.id(id_),
        profile,
        identifier=[number("referral", followed.frame.id(id_))],
        status="completed",
        intent="order",
        category=[concept("referral-direction", direction)],
        priority="routine",
        code=concept("service-item", "referral"),
        subject=ref(followed.patient),
        authoredOn=authored,
        **more,
    )


def _review(followed: Followed, up: Json, end: str) -> Json:
    """The institution reviews before the referral is sent."""
    frame = followed.frame
    result = concept("referral-review-result", "approved")
    return _task(
        followed,
        up["id"].removeprefix(f"{frame.prefix}-") + "-review",
        "review",
        up,
        "submitted",
        requester=up["requester"],
        owner=ref(followed.place.provider),
        performerType=[concept("referral-reviewer", "institution")],
        executionPeriod={"start": up["authoredOn"], "end": end},
        output=[
            {"type": concept("referral-output", "review-result"), "valueCodeableConcept": result}
        ],
    )


def _acceptance(followed: Followed, up: Json, seen: Json, came: list[tuple[str, Json]]) -> Json:
    """The receiver's side, from arrival to the end, with what came of it by kind."""
    is_closed = any(kind == "back-referral" for kind, _ in came)
    return _task(
        followed,
        up["id"].removeprefix(f"{followed.frame.prefix}-") + "-acceptance",
        "acceptance",
        up,
        "closed" if is_closed else "completed",
        requester=up["requester"],
        owner=up["performer"][0],
        executionPeriod=seen["period"],
        output=[
            {"type": concept("referral-output", kind), "valueReference": ref(each)}
            for kind, each in came
        ],
    )


def _specialist_visit(followed: Followed, up: Json, booked: Booking | None) -> Json:
    frame, place = followed.frame, followed.place
    return resource(
        "Encounter",
        frame.id("specialist-visit"),
        status="finished",
        class_=foreign("v3-ActCode", "AMB", "ambulatory")["coding"][0],
        subject=ref(followed.patient),
        basedOn=[ref(up)],
        appointment=[ref(booked.appointment)] if booked else [],
        participant=[{"individual": _who(place.specialist)}],
        period=_hours(followed, _SEEN, "10:00", "10:30"),
        reasonReference=[ref(followed.conditions["hypertension"])],
        serviceProvider=ref(place.hospital),
    )


def _follow_up(followed: Followed, back: Json) -> list[Json]:
    """The team follows up what the hospital gave back."""
    frame = followed.frame
    seen = visit(followed, "visit-3", _FOLLOWED_UP, "follow-up", followed.place.visitor)
    measured = pressure(followed, "blood-pressure-3", seen, (134, 82))
    evidence = concept("referral-output", "evidence")
    due = {"start": frame.day(_BACK).isoformat(), "end": frame.day(0).isoformat()}
    task = _task(
        followed,
        "referral-follow-up",
        "follow-up",
        back,
        "closed",
        basedOn=[ref(back)],
        requester=ref(followed.place.hospital),
        owner=ref(followed.place.team),
        executionPeriod=seen["period"],
        restriction={"period": due},
        output=[{"type": evidence, "valueReference": ref(each)} for each in (seen, measured)],
    )
    return [task, seen, measured]


def _task(followed: Followed, id_: str, kind: str, about: Json, state: str, **more: Any) -> Json:
    return resource(
        "Task",
        followed.frame.id(id_),
        f"fd-{kind}-task",
        status="completed",
        businessStatus=concept("referral-state", state),
        intent="order",
        priority="routine",
        code=concept("task-kind", kind),
        focus=ref(about),
        for_=ref(followed.patient),
        authoredOn=about["authoredOn"],
        lastModified=more["executionPeriod"]["end"],
        **more,
    )


def _doctor(followed: Followed, institution: str) -> Json:
    """The doctor of an institution who refers: the first of the team who works there."""
    members = followed.frame.region.members
    return followed.place.roles[next(m.role for m in members if m.place == institution)]


def _hours(followed: Followed, ago: int, start: str, end: str) -> Json:
    day = followed.frame.day(ago)
    return {"start": moment(day, start), "end": moment(day, end)}


def _who(role: Json) -> Json:
    return ref(role, role["practitioner"]["display"])


def _levels(sending: str, receiving: str) -> Json:
    return extension(
        "referral-level", part("from", valueCode=sending), part("to", valueCode=receiving)
    )


def _summary(**texts: str) -> Json:
    return extension("referral-summary", *(part(k, valueString=v) for k, v in texts.items()))
