"""Who takes a step: the `performer`, a PractitionerRole, whose role and institution are checked.

Until there is access control nobody proves to be the performer (DECISIONS 32).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple

from conformance.issue import Issue
from fhir_server.errors import Unprocessable
from fhir_server.service.elements import Json, codes, holds, reference
from fhir_server.service.unit import Unit

STAFF = frozenset(
    {
        "referral-coordinator", "family-doctor", "gp", "rural-doctor", "township-clinician",
        "specialist", "tcm-physician", "retired-clinician",
    }
)  # fmt: skip
"""Codes of team-role that take referrals on: coordinators and clinicians."""
REVIEWER = "referral-reviewer"
_LEVELS_UP = 5
_INSTITUTION_IN = {
    "HealthcareService": "providedBy",
    "PractitionerRole": "organization",
    "CareTeam": "managingOrganization",
    "Location": "managingOrganization",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the PractitionerRole with its person, institution and codes of team-role."""

    role: Json
    reference: str
    person: str
    institution: str
    codes: frozenset[str]

    async def belongs_to(self, unit: Unit, place: str) -> bool:
        """Whether it works at the institution of some resource, or at one this is part of."""
        at = await institution_of(unit, place)
        for _ in range(_LEVELS_UP):
            if at and at == self.institution:
                return True
            at = reference(((await unit.read(at) if at else None) or {}).get("partOf"))
        return False


async def actor_of(unit: Unit, performer: str) -> Actor:
    """The performer; Unprocessable when it does not exist or is not at work today."""
    role = await unit.need(performer, "performer")
    if role.get("active") is False or not holds(role.get("period"), unit.today):
        raise Unprocessable(
            f"{performer} is not active today.", expression="performer", rule="rule-referral-actor"
        )
    return Actor(
        role,
        performer,
        reference(role.get("practitioner")),
        reference(role.get("organization")),
        frozenset(c for each in role.get("code", []) for c in codes(each, "team-role")),
    )


async def institution_of(unit: Unit, place: str) -> str:
    """The institution that a desk, role, team or place belongs to, `Organization/id`; or ""."""
    type_ = place.partition("/")[0]
    if type_ == "Organization":
        return place
    if type_ not in _INSTITUTION_IN:
        return ""
    named = ((await unit.read(place)) or {}).get(_INSTITUTION_IN[type_])
    return reference(next(iter(named), None) if isinstance(named, list) else named)


class Parties(NamedTuple):
    """Of whom a step asks whether the actor is one: `Type/id` each, "" for nobody."""

    requester: str
    receivers: tuple[str, ...]
    team: str
    reviews: tuple[Json, ...]


Check = Callable[[Unit, Actor, Parties], Awaitable[bool]]


class Who(NamedTuple):
    """Who may take a step, in words and as a check."""

    check: Check
    english: str
    chinese: str
    agent: str = "performer"


async def _is_referrer(unit: Unit, actor: Actor, parties: Parties) -> bool:
    if parties.requester.startswith("PractitionerRole/"):
        requester = await unit.read(parties.requester) or {}
        same_person = reference(requester.get("practitioner")) == actor.person != ""
        return actor.reference == parties.requester or (
            same_person and reference(requester.get("organization")) == actor.institution
        )
    return await actor.belongs_to(unit, parties.requester)


async def _is_sender(unit: Unit, actor: Actor, parties: Parties) -> bool:
    return await _is_referrer(unit, actor, parties) or await actor.belongs_to(
        unit, parties.requester
    )


async def _is_reviewer(unit: Unit, actor: Actor, parties: Parties) -> bool:
    requester = await unit.read(parties.requester) or {}
    if REVIEWER not in actor.codes or actor.person == reference(requester.get("practitioner")):
        return False
    owners = (reference(review.get("owner")) for review in parties.reviews)
    return any([await actor.belongs_to(unit, owner) for owner in owners])


async def _is_receiver(unit: Unit, actor: Actor, parties: Parties) -> bool:
    return any([await actor.belongs_to(unit, each) for each in parties.receivers])


async def _is_receiving_staff(unit: Unit, actor: Actor, parties: Parties) -> bool:
    desks = {reference(each) for each in actor.role.get("healthcareService", [])}
    may = actor.codes & STAFF or desks & set(parties.receivers)
    return bool(may) and await _is_receiver(unit, actor, parties)


async def _is_in_team(unit: Unit, actor: Actor, parties: Parties) -> bool:
    team = await unit.read(parties.team) if parties.team.startswith("CareTeam/") else None
    if team is None:
        return actor.reference == parties.team or await actor.belongs_to(unit, parties.team)
    return any(
        reference(each.get("member")) in (actor.reference, actor.person)
        and holds(each.get("period"), unit.today)
        for each in team.get("participant", [])
    )


WHO = {
    "referrer": Who(_is_referrer, "the referring doctor", "转出医生", "author"),
    "sender": Who(_is_sender, "the referring doctor or institution", "转出医生或转出机构"),
    "reviewer": Who(
        _is_reviewer,
        "a referral reviewer of an institution that reviews it, not the referring doctor",
        "审核机构的转诊审核人（不得为转出医生本人）",
        "verifier",
    ),
    "receiver": Who(_is_receiver, "the receiving institution", "接收机构"),
    "receiving-staff": Who(
        _is_receiving_staff,
        "the referral desk, a coordinator or a clinician of the receiving institution",
        "接收机构的转诊接待处、转诊对接人或医生",
    ),
    "team": Who(_is_in_team, "the contracted team", "签约团队"),
}


async def check(unit: Unit, actor: Actor, who: Who, parties: Parties) -> None:
    """Refuse who may not take the step."""
    if not await who.check(unit, actor, parties):
        raise Unprocessable(
            issues=[
                Issue(
                    "rule-referral-actor",
                    "error",
                    "business-rule",
                    "performer",
                    f"{actor.reference} may not do this; it is for {who.english}.",
                    f"{actor.reference} 无权办理，应由{who.chinese}办理。",
                )
            ]
        )
