"""A slot that the hospital released ahead, and the referred patient's appointment in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from .dates import moment
from .fhir import Json, concept, extension, number, ref, resource
from .records import Followed

_SPECIALTY = [{"text": "心血管内科"}]
_CATEGORY = [concept("slot-kind", "specialist-outpatient")]


@dataclass(frozen=True, slots=True)
class Booking:
    """The specialist's day: one released slot is taken by the appointment, one is still free."""

    schedule: Json
    taken: Json
    free: Json
    appointment: Json

    def resources(self) -> list[Json]:
        """All of it."""
        return [self.schedule, self.taken, self.free, self.appointment]


def booking(followed: Followed, up: Json, booked: date, seen: date) -> Booking | None:
    """Book the patient on the day `booked` for the day `seen`.

    None where the policy asks for no slots to be released.
    """
    ahead = followed.frame.policy.slots.release_days_ahead.on(seen)
    if ahead is None:
        return None
    released = seen - timedelta(days=ahead.value)
    schedule = _schedule(followed, released, seen)
    taken = _slot(followed, schedule, released, ("busy", "10:00", "10:15"))
    taken["extension"].append(extension("reserved", valueReference=ref(up)))
    free = _slot(followed, schedule, released, ("free", "10:15", "10:30"))
    return Booking(schedule, taken, free, _appointment(followed, up, taken, booked))


def _schedule(followed: Followed, released: date, seen: date) -> Json:
    specialist = followed.place.specialist
    return resource(
        "Schedule",
        followed.frame.id("schedule"),
        "fd-released-schedule",
        identifier=[number("schedule", followed.frame.id("schedule"))],
        active=True,
        serviceCategory=_CATEGORY,
        specialty=_SPECIALTY,
        actor=[ref(specialist, specialist["practitioner"]["display"])],
        planningHorizon={"start": released.isoformat(), "end": seen.isoformat()},
    )


def _slot(followed: Followed, schedule: Json, released: date, what: tuple[str, str, str]) -> Json:
    """A slot of the last day of the schedule: its status, start and end as 09:30."""
    status, start, end = what
    day = date.fromisoformat(schedule["planningHorizon"]["end"])
    return resource(
        "Slot",
        followed.frame.id(f"slot-{status}"),
        "fd-released-slot",
        extension=[
            extension("released-to", valueReference=ref(followed.place.provider)),
            extension("released-on", valueDate=released.isoformat()),
        ],
        identifier=[number("slot", followed.frame.id(f"slot-{status}"))],
        serviceCategory=_CATEGORY,
        specialty=_SPECIALTY,
        schedule=ref(schedule),
        status=status,
        start=moment(day, start),
        end=moment(day, end),
    )


def _appointment(followed: Followed, up: Json, slot: Json, booked: date) -> Json:
    specialist = followed.place.specialist
    who = (ref(followed.patient), ref(specialist, specialist["practitioner"]["display"]))
    return resource(
        "Appointment",
        followed.frame.id("appointment"),
        "fd-appointment",
        identifier=[number("appointment", followed.frame.id("appointment"))],
        status="fulfilled",
        serviceCategory=_CATEGORY,
        specialty=_SPECIALTY,
        reasonReference=[ref(followed.conditions["hypertension"])],
        priority=1,
        supportingInformation=[ref(followed.contract)],
        start=slot["start"],
        end=slot["end"],
        slot=[ref(slot)],
        created=moment(booked, "14:10"),
        patientInstruction="就诊当日提前30分钟凭身份证到转诊接待处取号。",
        basedOn=[ref(up)],
        participant=[{"actor": each, "status": "accepted"} for each in who],
    )
