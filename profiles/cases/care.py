"""The care of the chronic patient: conditions, plan, and the tasks with what they led to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .contracts import Signed
from .dates import moment
from .fhir import Json, coding, concept, extension, foreign, ref, resource
from .frame import SIGNED_DAYS_AGO, Frame
from .packages import Offer
from .records import Followed, assessed, glucose, pressure, survey, visit
from .residents import Residents
from .setting import Setting

ICD_10 = "http://hl7.org/fhir/sid/icd-10"
_CONDITIONS = {
    "hypertension": ("I10", "Essential (primary) hypertension", "原发性高血压", "2015-09"),
    "diabetes": ("E11", "Type 2 diabetes mellitus", "2型糖尿病", "2019-04"),
}


@dataclass(frozen=True, slots=True)
class Care:
    """The care of the patient; `visits` and `pressures` by number, as referrals cite them."""

    followed: Followed
    tasks: list[Json] = field(default_factory=list)
    visits: list[Json] = field(default_factory=list)
    pressures: list[Json] = field(default_factory=list)
    records: list[Json] = field(default_factory=list)

    def resources(self) -> list[Json]:
        """All of it."""
        first = [*self.followed.conditions.values(), self.followed.basis]
        return [*first, *self.tasks, *self.visits, *self.pressures, *self.records]


def care(frame: Frame, place: Setting, people: Residents, offered: Offer, papers: Signed) -> Care:
    """Make the care of a case."""
    followed = _followed(frame, place, people, offered, papers)
    made = Care(followed)
    _assessment(made, offered)
    _follow_up(made, offered, 1, 110, (152, 94))
    _follow_up(made, offered, 2, 26, (158, 98))
    _open_task(made, offered)
    made.records.append(survey(followed))
    _annual_review(made)
    followed.basis["activity"] = [
        {"reference": ref(task)} for task in made.tasks if "profile" in task["meta"]
    ]
    return made


def _followed(
    frame: Frame, place: Setting, people: Residents, offered: Offer, papers: Signed
) -> Followed:
    patient, contract = people.patient, papers.contracts["grandmother"]
    conditions = {key: _condition(frame, patient, key) for key in _CONDITIONS}
    packages = [*offered.shared, *offered.personal]
    plan = resource(
        "CarePlan",
        frame.id("care-plan"),
        "fd-care-plan",
        extension=[extension("contract", valueReference=ref(contract))],
        instantiatesCanonical=[package.canonical for package in packages],
        status="active",
        intent="plan",
        category=[concept("key-population-group", key) for key in _CONDITIONS],
        title=f"{patient['name'][0]['text']}的健康管理方案",
        subject=ref(patient),
        period=contract["applies"],
        created=frame.signed.isoformat(),
        author=ref(place.lead, place.lead["practitioner"]["display"]),
        careTeam=[ref(place.team)],
        addresses=[ref(each) for each in conditions.values()],
    )
    episode = papers.episodes["grandmother"]
    episode["diagnosis"] = [{"condition": ref(each)} for each in conditions.values()]
    return Followed(frame, place, patient, contract, episode, plan, conditions)


def _condition(frame: Frame, patient: Json, key: str) -> Json:
    code, display, text, onset = _CONDITIONS[key]
    icd = {"system": ICD_10, "code": code, "display": display}
    return resource(
        "Condition",
        frame.id(key),
        clinicalStatus=foreign("condition-clinical", "active", "Active"),
        verificationStatus=foreign("condition-ver-status", "confirmed", "Confirmed"),
        code={"coding": [icd], "text": text},
        subject=ref(patient),
        onsetDateTime=onset,
    )


def service_task(
    followed: Followed, id_: str, item: Json, due: tuple[date, date], **more: Any
) -> Json:
    """A service that is owed, due from one day to another; open unless `more` says otherwise."""
    place = followed.place
    kinds = [coding("task-kind", "service"), *item["code"]["coding"]]
    given = {
        "extension": [followed.link],
        "instantiatesCanonical": f"{item['url']}|{item['version']}",
        "basedOn": [ref(followed.basis)],
        "status": "requested",
        "intent": "order",
        "code": {"coding": kinds},
        "description": item["title"],
        "for": ref(followed.patient),
        "authoredOn": moment(followed.frame.signed, "10:30"),
        "requester": ref(place.lead, place.lead["practitioner"]["display"]),
        "owner": ref(place.team),
        "restriction": {"period": {"start": due[0].isoformat(), "end": due[1].isoformat()}},
    }
    return resource("Task", followed.frame.id(id_), "fd-service-task", **given | more)


def _done(seen: Json, *evidence: tuple[str, Json]) -> Json:
    """That a task was performed in time, with the records that show it."""
    records = (("随访", seen), *evidence)
    return {
        "status": "completed",
        "businessStatus": concept("fulfilment-state", "fulfilled"),
        "executionPeriod": seen["period"],
        "output": [{"type": {"text": text}, "valueReference": ref(each)} for text, each in records],
    }


def _assessment(made: Care, offered: Offer) -> None:
    """The first assessment; a package without one has the yearly check of the elderly instead."""
    followed, frame = made.followed, made.followed.frame
    item = offered.item("item-health-assessment", "item-elderly")
    ago = SIGNED_DAYS_AGO - 5
    code = item["code"]["coding"][0]["code"]
    seen = visit(followed, "visit-assessment", ago, code, followed.place.lead)
    answers = assessed(followed, seen)
    due = (frame.signed, frame.day(ago - 25))
    task = service_task(followed, "assessment", item, due, **_done(seen, ("健康评估", answers)))
    made.tasks.append(task)
    made.visits.append(seen)
    made.records.append(answers)


def _follow_up(made: Care, offered: Offer, number: int, ago: int, values: tuple[int, int]) -> None:
    """A quarterly follow-up for both diseases: one visit, a blood pressure, a glucose."""
    followed, frame = made.followed, made.followed.frame
    seen = visit(followed, f"visit-{number}", ago, "follow-up", followed.place.visitor)
    measured = pressure(followed, f"blood-pressure-{number}", seen, values)
    sugar = glucose(followed, f"blood-glucose-{number}", seen)
    due = (frame.day(ago + 15), frame.day(ago - 15))
    for key, item, record in (
        ("follow-up", "item-hypertension", ("血压", measured)),
        ("diabetes-follow-up", "item-diabetes", ("空腹血糖", sugar)),
    ):
        done = _done(seen, record)
        made.tasks.append(
            service_task(followed, f"{key}-{number}", offered.item(item), due, **done)
        )
    made.visits.append(seen)
    made.pressures.append(measured)
    made.records.append(sugar)


def _open_task(made: Care, offered: Offer) -> None:
    """The next follow-up, still to come."""
    frame = made.followed.frame
    due = (frame.day(-45), frame.day(-75))
    item = offered.item("item-hypertension")
    made.tasks.append(service_task(made.followed, "follow-up-3", item, due))


def _annual_review(made: Care) -> None:
    """Within a longer term the contract is reviewed each year, in December of its first."""
    frame, place = made.followed.frame, made.followed.place
    wanted = frame.policy.term.annual_review.on(frame.signed)
    if not (wanted and wanted.value and frame.end.year > frame.signed.year):
        return
    year = frame.signed.year
    is_done = frame.today.year > year
    made.tasks.append(
        resource(
            "Task",
            frame.id("annual-review"),
            status="completed" if is_done else "requested",
            intent="order",
            code=concept("task-kind", "annual-review"),
            focus=ref(made.followed.contract),
            for_=ref(made.followed.patient),
            authoredOn=moment(frame.signed, "10:30"),
            owner=ref(place.team),
            restriction={"period": {"start": f"{year}-12-01", "end": f"{year}-12-31"}},
        )
    )
