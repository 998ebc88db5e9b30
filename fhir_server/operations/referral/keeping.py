"""What a referral keeps for its resident: slots and beds, with the appointments in them.

A slot is kept by its ownership document `slot/Slot/<id>`, a bed by `bed/Location/<id>`: who takes
one, or gives it back, changes that document, so two that take the same one collide in the database
and one of them starts anew. The document names the referral; so does the extension `reserved`.
"""

from collections.abc import Sequence

from fhir_server.service.elements import (
    Json,
    code,
    day,
    extension_url,
    extension_value,
    own_reference,
    reference,
)
from fhir_server.service.unit import Unit

from .actors import Actor, institution_of
from .referral import Referral, clash, output_references, outputs, refuse

BEDS = "http://terminology.hl7.org/CodeSystem/v2-0116"
UNOCCUPIED, OCCUPIED = "U", "O"
FIRST = 1
"""Priority of an appointment on a referral: referred residents come first (G5)."""
WAITING = frozenset({"proposed", "pending", "booked", "arrived", "checked-in", "waitlist"})


def owner_name(reference: str) -> str:
    """The name of the ownership document of a slot or bed."""
    return f"{'slot' if reference.startswith('Slot/') else 'bed'}/{reference}"


async def keep(
    referral: Referral, actor: Actor, slots: Sequence[str], bed: str, receiver: str, note: str
) -> list[Json]:
    """Keep slots and a bed and book the slots; returns the outputs of the acceptance task."""
    unit = referral.unit
    await unit.take(*map(owner_name, [*slots, *filter(None, [bed])]))
    await unit.fetch([*slots, *filter(None, [bed])])
    booked = []
    for name in slots:
        slot = await unit.need(name, "slot")
        await _check_slot(referral, actor, slot)
        _reserve(referral, slot)
        slot["status"] = "busy"
        with_bed = bed if code(_kind(slot), "slot-kind") == "bed" else ""
        booked.append(unit.put(_appointment(referral, slot, receiver, with_bed, note)))
    if bed:
        place = await unit.need(bed, "bed")
        await _check_bed(actor, place, unit)
        _reserve(referral, place)
    return [*outputs("appointment", booked), *outputs("bed", filter(None, [bed]))]


async def _check_slot(referral: Referral, actor: Actor, slot: Json) -> None:
    unit, name = referral.unit, own_reference(slot)
    if slot["status"] != "free" or _keeper(unit, slot):
        raise clash(
            "rule-slot-taken", "slot", f"{name} is not free any more.", f"号源 {name} 已不可约。"
        )
    starts = day(slot["start"])
    if starts and starts < unit.today:
        raise refuse(
            "rule-slot-past",
            "slot",
            f"{name} was on {starts}.",
            f"号源 {name} 已于 {starts} 过期。",
        )
    schedule = await unit.need(reference(slot["schedule"]), "Slot.schedule")
    actors = [reference(each) for each in schedule["actor"]]
    known = [each for each in actors if await institution_of(unit, each)]
    if known and not any([await actor.belongs_to(unit, each) for each in known]):
        raise _foreign("slot", name)


async def _check_bed(actor: Actor, bed: Json, unit: Unit) -> None:
    name = own_reference(bed)
    stands = bed.get("operationalStatus", {}).get("code", UNOCCUPIED)
    is_free = bed.get("status", "active") == "active" and stands == UNOCCUPIED
    if not is_free or _keeper(unit, bed):
        raise clash(
            "rule-bed-taken", "bed", f"{name} is not free any more.", f"床位 {name} 已不可用。"
        )
    if not await actor.belongs_to(unit, name):
        raise _foreign("bed", name)


def _foreign(what: str, name: str) -> Exception:
    return refuse(
        "rule-referral-actor",
        what,
        f"{name} is not of the receiving institution.",
        f"{name} 不属于接收机构。",
    )


def _reserve(referral: Referral, thing: Json) -> None:
    kept = {"url": extension_url("reserved"), "valueReference": {"reference": referral.reference}}
    thing.setdefault("extension", []).append(kept)
    referral.unit.owned[owner_name(referral.unit.put(thing))]["referral"] = referral.reference


def _appointment(referral: Referral, slot: Json, receiver: str, bed: str, note: str) -> Json:
    request = referral.request
    invited = [reference(request["subject"]), *filter(None, [receiver, bed])]
    made: Json = {
        "resourceType": "Appointment",
        "meta": {"profile": [extension_url("fd-appointment")]},
        "status": "booked",
        "priority": FIRST,
        "start": slot["start"],
        "end": slot["end"],
        "slot": [{"reference": own_reference(slot)}],
        "created": referral.now,
        "basedOn": [{"reference": referral.reference}],
        "participant": [{"actor": {"reference": r}, "status": "accepted"} for r in invited],
    }
    if kind := _kind(slot):
        made["serviceCategory"] = [kind]
    if specialty := slot.get("specialty"):
        made["specialty"] = specialty
    if referral.contract:
        made["supportingInformation"] = [{"reference": own_reference(referral.contract)}]
    if note:
        made["patientInstruction"] = note
    return made


def _kind(slot: Json) -> Json | None:
    return next(iter(slot.get("serviceCategory", [])), None)


async def appointments(referral: Referral) -> list[Json]:
    """The appointments of the referral that are not over, earliest first."""
    booked = output_references(referral.acceptance, "appointment")
    await referral.unit.fetch(booked)
    found = [await referral.unit.read(each) for each in booked]
    waiting = [each for each in found if each and each["status"] in WAITING]
    return sorted(waiting, key=lambda each: str(each.get("start", "")))


async def give_back(referral: Referral, status: str) -> None:
    """Free slots and beds that are kept; appointments not over get a status (cancelled, noshow)."""
    unit = referral.unit
    for appointment in await appointments(referral):
        await end_appointment(referral, appointment, status)
    for bed in output_references(referral.acceptance, "bed"):
        await unit.take(owner_name(bed))
        await _free(referral, bed)


async def end_appointment(referral: Referral, appointment: Json, status: str) -> None:
    """An appointment that does not take place: its slots may be had again."""
    unit = referral.unit
    appointment["status"] = status
    unit.put(appointment)
    slots = [reference(each) for each in appointment.get("slot", [])]
    await unit.take(*map(owner_name, slots))
    for name in slots:
        slot = await _free(referral, name)
        if slot is not None and slot["status"] == "busy":
            slot["status"] = "free"


async def occupy(referral: Referral) -> None:
    """The resident is in the bed: it is no longer kept, but occupied."""
    for name in output_references(referral.acceptance, "bed"):
        await referral.unit.take(owner_name(name))
        bed = await _free(referral, name)
        if bed is not None:
            bed["operationalStatus"] = {"system": BEDS, "code": OCCUPIED}


def _keeper(unit: Unit, thing: Json) -> str:
    """The referral for which a slot or bed is kept; what was recorded so has no other document."""
    owned = unit.owned[owner_name(own_reference(thing))]
    recorded = reference(extension_value(thing, "reserved", "valueReference"))
    return str(owned.get("referral") or recorded)


async def _free(referral: Referral, name: str) -> Json | None:
    """End what is kept for this referral; None where it is kept for it no more."""
    thing = await referral.unit.read(name)
    if thing is None or _keeper(referral.unit, thing) != referral.reference:
        return None
    referral.unit.owned[owner_name(name)].pop("referral", None)
    rest = [e for e in thing.pop("extension", []) if e["url"] != extension_url("reserved")]
    if rest:
        thing["extension"] = rest
    referral.unit.put(thing)
    return thing
