"""The way back: the back-referral with its summary, the follow-up of the team, the closing."""

from datetime import date, timedelta

from fhir_server.errors import BadRequest
from fhir_server.operations.declared import Given
from fhir_server.service import contracts
from fhir_server.service.elements import (
    Json,
    code,
    day,
    extension_url,
    extensions,
    own_reference,
    reference,
)

from .actors import Actor, institution_of
from .levels import stated
from .receiving import end_care, of_resident
from .referral import Referral, concept, output_references, outputs, refuse

_EVIDENCE = frozenset(
    {
        "Encounter", "Observation", "Procedure", "Communication", "QuestionnaireResponse",
        "DocumentReference", "MedicationRequest", "DiagnosticReport", "Immunization",
    }
)  # fmt: skip
_WHEN = (
    "effectiveDateTime", "performedDateTime", "occurrenceDateTime", "sent", "authored",
    "authoredOn", "issued", "date",
)  # fmt: skip


async def refer_back(referral: Referral, actor: Actor, given: Given) -> str:
    """The resident goes back with a summary; the team has a follow-up to do by a day."""
    if referral.state == "arrived":
        await end_care(referral, referral.now)
    back = await _back_referral(referral, actor, given.one("backReferral"))
    name = referral.unit.put(back)
    referral.acceptance.setdefault("output", []).extend(outputs("back-referral", [name]))
    _open_follow_up(referral, actor, name, _due(referral, given))
    return "referred-back"


async def _back_referral(referral: Referral, actor: Actor, said: Json) -> Json:
    """The back-referral as the receiver wrote it, with what the first referral tells filled in."""
    first = referral.request
    fixed = {
        "basedOn": [{"reference": referral.reference}],
        "subject": first["subject"],
        "category": [concept("referral-direction", "down")],
        "code": first["code"],
        "intent": "order",
        "status": "active",
    }
    for element in ("basedOn", "subject"):
        if element in said and _names(said[element]) != _names(fixed[element]):
            raise refuse(
                "rule-referral-back",
                f"backReferral.{element}",
                f"The {element} of a back-referral is that of the referral it answers.",
                f"回转单的 {element} 应与所依据的转诊一致。",
            )
    usual = {
        "authoredOn": referral.now,
        "priority": first.get("priority", "routine"),
        "requester": {"reference": actor.reference},
        "performer": [{"reference": each} for each in await _home(referral)],
        "supportingInfo": [
            {"reference": each} for each in _known(referral) if each.startswith("Contract/")
        ],
    }
    stays = output_references(referral.acceptance, "encounter")
    if stays:
        usual["encounter"] = {"reference": stays[-1]}
    made = {**{k: v for k, v in usual.items() if v}, **said, **fixed}
    made.pop("id", None)
    made["meta"] = {**said.get("meta", {}), "profile": [extension_url("fd-back-referral")]}
    if referral.levels and not list(extensions(made, "referral-level")):
        there = stated((referral.levels[1], referral.levels[0]))
        made["extension"] = [there, *made.get("extension", [])]
    return made


def _names(element: Json | list[Json]) -> list[str]:
    return [reference(each) for each in (element if isinstance(element, list) else [element])]


def _known(referral: Referral) -> list[str]:
    return [own_reference(referral.contract)] if referral.contract else []


async def _home(referral: Referral) -> list[str]:
    """Where the resident goes back to: contracted institution and team, else who referred."""
    if referral.contract:
        agreed = [contracts.institution(referral.contract), referral.team]
        return list(dict.fromkeys(filter(None, agreed)))
    return list(filter(None, [await institution_of(referral.unit, referral.requester)]))


def _due(referral: Referral, given: Given) -> date:
    """The last day of the follow-up: as said, or after the days of the policy."""
    today, said = referral.unit.today, day(given.one("followUpBy"))
    if said and said < today:
        raise refuse(
            "rule-referral-follow-up",
            "followUpBy",
            f"A follow-up by {said} is due before it begins, on {today}.",
            f"随访截止日期 {said} 早于今日 {today}。",
        )
    days = referral.terms.policy.referral.follow_up_days.on(today)
    if not said and not days:
        raise BadRequest("The policy names no days: followUpBy is needed.", expression="followUpBy")
    return said or today + timedelta(days=days.value if days else 0)


def _open_follow_up(referral: Referral, actor: Actor, back: str, due: date) -> None:
    window = {"start": referral.unit.today.isoformat(), "end": due.isoformat()}
    task = referral.open_task(
        "follow-up",
        "requested",
        referral.team,
        focus={"reference": back},
        basedOn=[{"reference": each} for each in (*_known(referral), back)],
        businessStatus=concept("referral-state", "referred-back"),
        requester={"reference": actor.reference},
        restriction={"period": window},
    )
    referral.kept["follow-up"] = own_reference(task)


async def close(referral: Referral, actor: Actor, given: Given) -> str:  # noqa: ARG001
    """The follow-up is on record, or none is due: nothing is left to do."""
    evidence, referral.reason = given.references("evidence"), given.text("reason")
    if referral.state == "completed":
        if not referral.reason:
            raise BadRequest("Without a follow-up the reason is needed.", expression="reason")
        return "closed"
    if not evidence:
        raise BadRequest("The record of the follow-up is needed.", expression="evidence")
    records = [await _record(referral, each) for each in evidence]
    for back in await _back_referrals(referral):
        for task in await referral.unit.search("Task", f"focus={own_reference(back)}"):
            if code(task.get("code"), "task-kind") == "follow-up" and task["status"] != "completed":
                referral.tasks.append(task)
                _fulfil(referral, task, evidence, records)
        back["status"] = "completed"
        referral.unit.put(back)
    return "closed"


async def _back_referrals(referral: Referral) -> list[Json]:
    names = output_references(referral.acceptance, "back-referral")
    found = [await referral.unit.read(each) for each in names]
    return [each for each in found if each and each["status"] == "active"]


async def _record(referral: Referral, name: str) -> Json:
    """A record of a service to the resident: only these count (F13)."""
    if name.partition("/")[0] not in _EVIDENCE:
        raise refuse(
            "rule-referral-evidence",
            "evidence",
            f"{name} is no record of a service.",
            f"{name} 不是服务记录。",
        )
    return await of_resident(referral, name, "evidence")


def _fulfil(referral: Referral, task: Json, evidence: list[str], records: list[Json]) -> None:
    done = sorted(filter(None, map(_done, records))) or [referral.now]
    task |= {
        "status": "completed",
        "businessStatus": concept("referral-state", "closed"),
        "output": [*task.get("output", []), *outputs("evidence", evidence)],
        "executionPeriod": {"start": done[0], "end": done[-1]},
    }
    referral.put_task(task)


def _done(record: Json) -> str:
    """When a record says that the service was given; "" where it does not say."""
    period = record.get("period") or record.get("effectivePeriod") or {}
    return str(period.get("end") or next((record[k] for k in _WHEN if k in record), ""))
