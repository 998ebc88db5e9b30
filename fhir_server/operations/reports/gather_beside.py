"""Read what indicators need beside care: referrals, answers, papers, prescriptions, slots, fees."""

from collections.abc import Iterator
from sys import intern

from . import records as r
from .facts import Charge, Facts
from .gather import Reading
from .records import code, codes, day_of, first, id_of, ours
from .scope import Unit

# Requests that were sent; a revoked one was, if it had an acceptance task.
CONTACT_CARD = f"{r.CODES}document-kind|contact-card"
SENT = frozenset({"active", "on-hold", "completed"})


async def referrals(reading: Reading, facts: Facts) -> None:
    """Referrals up and back; after the tasks, which say which were sent."""
    rows = facts.rows
    async for request_batch in reading.all(r.ServiceRequest):
        for request in request_batch:
            direction = next(iter(codes(request.category, "referral-direction")), "")
            was_sent = request.status in SENT or (
                request.status == "revoked" and request.id in rows.sent
            )
            if not direction or not was_sent:
                continue
            before = next(filter(None, (id_of(b, "ServiceRequest") for b in request.based_on)), "")
            day = day_of(request.authored_on)
            resident = id_of(request.subject, "Patient")
            unit = facts.met("ServiceRequest", request.id, resident, day)
            is_back = direction == "down" and bool(before)
            if unit is None or not (direction == "up" or is_back):
                continue
            unit.item = before
            if is_back:
                # A back-referral of any day closes the referral it answers.
                unit.role = day
                rows.backs.append(unit)
            elif facts.within(day):
                rows.referrals.append(unit)


async def answers(reading: Reading, facts: Facts) -> None:
    """Surveys of the period; assessments, whenever they were made."""
    rows = facts.rows
    async for form_batch in reading.all(r.QuestionnaireResponse):
        for form in form_batch:
            day = day_of(form.authored)
            if form.status not in ("completed", "amended") or day > facts.last:
                continue
            link = first(form.extension, "contract")
            under = rows.agreements.get(id_of(link.value_reference, "Contract")) if link else None
            resident = id_of(form.subject, "Patient")
            given = dict(_answered(form.item))
            if form.questionnaire.partition("|")[0].endswith("/Questionnaire/health-assessment"):
                if "grade" in given:
                    rows.graded.add(resident)
                if under:
                    rows.assessed.add((under.id, resident))
            for question in {"satisfaction", "authenticity"} & given.keys():
                if under and facts.within(day):
                    unit = facts.under("QuestionnaireResponse", form.id, under, resident)
                    unit.role, unit.item = question, given[question]
                    rows.answers.append(unit)


def _answered(items: list[r.Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield from ((item.link_id, a.value_coding.code) for a in item.answer if a.value_coding)
        yield from _answered(item.item)


async def papers(reading: Reading, facts: Facts) -> None:
    """Plans and contact cards: two of the seven things."""
    rows = facts.rows
    async for plan_batch in reading.all(r.CarePlan):
        for plan in plan_batch:
            link = first(plan.extension, "contract")
            if link and plan.status not in ("entered-in-error", "draft"):
                whom = id_of(plan.subject, "Patient")
                rows.planned.add((id_of(link.value_reference, "Contract"), whom))
    async for paper_batch in reading.all(r.DocumentReference, type=CONTACT_CARD):
        for paper in paper_batch:
            if paper.status == "current":
                rows.carded.add(paper.subject.reference if paper.subject else "")


async def prescriptions(reading: Reading, facts: Facts) -> None:
    """Which institutions wrote long-term prescriptions in the period."""
    async for prescription_batch in reading.all(r.MedicationRequest):
        for prescription in prescription_batch:
            is_long = any(u.endswith("/fd-long-prescription") for u in prescription.meta.profile)
            counts = prescription.status not in ("entered-in-error", "draft", "cancelled")
            if is_long and counts and facts.within(day_of(prescription.authored_on)):
                role = facts.rows.roles.get(id_of(prescription.requester, "PractitionerRole"))
                if role:
                    facts.rows.prescribing.add(role.institution)


async def slots(reading: Reading, facts: Facts) -> None:
    """Slots of the period, with the hospital they are of; `role` is the day of their release."""
    of_schedule = await _hospitals(reading, facts)
    async for slot_batch in reading.all(r.Slot):
        for slot in slot_batch:
            day = day_of(slot.start)
            kinds = codes(slot.service_category, "slot-kind")
            if not kinds or slot.status == "entered-in-error" or not facts.within(day):
                continue
            hospital = of_schedule.get(id_of(slot.schedule, "Schedule"), "")
            known = facts.rows.institutions.get(hospital)
            released = first(slot.extension, "released-on")
            opened = first(slot.extension, "released-to")
            unit = Unit(
                "Slot", slot.id, institution=hospital, division=known.division if known else ""
            )
            unit.item = kinds[0]
            unit.role = released.value_date if released else "released" if opened else ""
            unit.groups = (day,)
            facts.rows.slots.append(unit)


async def _hospitals(reading: Reading, facts: Facts) -> dict[str, str]:
    """The institution of each schedule, by whom or what it is for."""
    owners: dict[str, str] = {
        f"PractitionerRole/{id_}": role.institution for id_, role in facts.rows.roles.items()
    }
    async for place_batch in reading.all(r.Location):
        for place in place_batch:
            owners[f"Location/{place.id}"] = id_of(place.managing_organization, "Organization")
    async for service_batch in reading.all(r.HealthcareService):
        for service in service_batch:
            owners[f"HealthcareService/{service.id}"] = id_of(service.provided_by, "Organization")
    found: dict[str, str] = {}
    async for schedule_batch in reading.all(r.Schedule):
        for schedule in schedule_batch:
            named = (owners.get(actor.reference, "") for actor in schedule.actor)
            found[schedule.id] = next(filter(None, named), "")
    return found


async def charges(reading: Reading, facts: Facts, since: str) -> None:
    """What was charged since a day, and what of it went to the staff; in fen."""
    async for item_batch in reading.all(r.ChargeItem):
        for item in item_batch:
            day = day_of(
                item.entered_date or item.occurrence_date_time or item.occurrence_period.start
            )
            if item.status not in ("billable", "billed") or not since <= day <= facts.last:
                continue
            link = first(item.extension, "contract")
            shares = [
                e.value_money for w in item.performer for e in ours(w.extension, "staff-share")
            ]
            facts.rows.charges.append(
                Charge(
                    item.id,
                    code(item.code, "fee-kind"),
                    day,
                    id_of(link.value_reference, "Contract") if link else "",
                    id_of(item.context, "Encounter"),
                    intern(id_of(item.performing_organization, "Organization")),
                    round(item.price_override.value * 100),
                    sum(round(share.value * 100) for share in shares if share),
                )
            )
