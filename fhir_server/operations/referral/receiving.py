"""The receiver's side: accept, decline, arrival, no-show, end of care."""

from datetime import datetime

from fhir_server.operations.declared import Given
from fhir_server.service.elements import CHINA, Json, day, reference

from .actors import Actor
from .keeping import appointments, end_appointment, give_back, keep, occupy
from .referral import Referral, clash, outputs, refuse


async def accept(referral: Referral, actor: Actor, given: Given) -> str:
    """Take it on, keep slots and a bed, name who will see the resident."""
    receiver, note = given.reference("receiver"), given.text("note")
    if receiver:
        await referral.unit.need(receiver, "receiver")
        if not await actor.belongs_to(referral.unit, receiver):
            raise refuse(
                "rule-referral-actor",
                "receiver",
                f"{receiver} does not work at the receiving institution.",
                f"{receiver} 不在接收机构执业。",
            )
    kept = await keep(
        referral, actor, given.references("slot"), given.reference("bed"), receiver, note
    )
    _tell(referral, [*outputs("receiver", filter(None, [receiver])), *kept], note)
    return "accepted"


async def reject(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """Do not take it on; the sender may refer elsewhere."""
    referral.reason = given.text("reason")
    referral.acceptance["statusReason"] = {"text": referral.reason}
    return "declined"


async def arrive(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """The resident has come: to the appointments of the day, or to the next one."""
    time = _time(referral, given)
    waiting = await appointments(referral)
    today = day(time)
    due = [each for each in waiting if today and (day(each.get("start")) or today) <= today]
    for appointment in due or waiting[:1]:
        appointment["status"] = "arrived"
        referral.unit.put(appointment)
    await occupy(referral)
    referral.acceptance["executionPeriod"] = {"start": time}
    await _tell_visits(referral, given)
    return "arrived"


async def no_show(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """The resident did not come: what was kept may be had by others."""
    first = next(iter(await appointments(referral)), {})
    due = day(first.get("start"))
    if due and due > referral.unit.today:
        raise clash(
            "rule-referral-no-show",
            "ServiceRequest",
            f"The appointment is on {due}, which is still to come.",
            f"预约日期为 {due}，尚未到期。",
        )
    referral.reason = given.text("note")
    await give_back(referral, "noshow")
    _tell(referral, [], referral.reason)
    return "no-show"


async def complete(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """Care at the receiver has ended."""
    await end_care(referral, _time(referral, given))
    await _tell_visits(referral, given)
    return "completed"


async def end_care(referral: Referral, time: str) -> None:
    """The appointments that took place are fulfilled, the others cancelled and their slots free."""
    period = referral.acceptance.get("executionPeriod", {})
    began = period.get("start", time)
    if datetime.fromisoformat(time) < datetime.fromisoformat(began):
        raise refuse(
            "rule-referral-time",
            "time",
            f"Care cannot end at {time}, before the arrival at {began}.",
            f"诊疗结束时间 {time} 不得早于到诊时间 {began}。",
        )
    for appointment in await appointments(referral):
        if appointment["status"] in ("arrived", "checked-in"):
            appointment["status"] = "fulfilled"
            referral.unit.put(appointment)
        else:
            await end_appointment(referral, appointment, "cancelled")
    referral.acceptance["executionPeriod"] = {"start": began, "end": time}


def _time(referral: Referral, given: Given) -> str:
    """When it happened, now without it; never in the future."""
    said = given.text("time")
    if not said:
        return referral.now
    when = datetime.fromisoformat(said)
    when = when if when.tzinfo else when.replace(tzinfo=CHINA)
    if when > referral.unit.now and when.astimezone(CHINA).date() > referral.unit.today:
        raise refuse(
            "rule-referral-time",
            "time",
            f"{said} is still to come.",
            f"{said} 尚未到来。",
        )
    return when.isoformat()


async def _tell_visits(referral: Referral, given: Given) -> None:
    """Visits and documents stand in the acceptance task, for the sender to see."""
    for name, kind in (("encounter", "encounter"), ("document", "evidence")):
        named = given.references(name)
        for each in named:
            await of_resident(referral, each, name)
        _tell(referral, outputs(kind, named))


async def of_resident(referral: Referral, name: str, where: str) -> Json:
    """A record that must be about the resident."""
    found = await referral.unit.need(name, where)
    about = reference(found.get("subject") or found.get("patient"))
    if about != reference(referral.request["subject"]):
        raise refuse(
            "rule-referral-evidence",
            where,
            f"{name} is not about the resident of the referral.",
            f"{name} 不是该转诊居民的记录。",
        )
    return found


def _tell(referral: Referral, told: list[Json], note: str = "") -> None:
    if told:
        referral.acceptance.setdefault("output", []).extend(told)
    if note:
        referral.acceptance.setdefault("note", []).append({"time": referral.now, "text": note})
