"""Who may sign for the provider: active teams with the roles of the policy, registered doctors.

Source: B1, B4, B8, C1 to C5 of the policies.
"""

from collections.abc import Iterator
from datetime import date

from fhir_server.service import contracts
from fhir_server.service.elements import (
    Json,
    code,
    codes,
    extension_value,
    holds,
    own_reference,
    reference,
)
from fhir_server.service.policies import Terms

from .messages import Code
from .model import Breach, Signing

FAMILY_DOCTORS = (
    "gp",
    "township-clinician",
    "rural-doctor",
    "specialist",
    "tcm-physician",
    "retired-clinician",
)
"""Kinds of family doctor where the policy names none: value set family-doctor-kind."""

_TITLED = frozenset({"senior", "associate-senior", "intermediate"})
"""Titles of a township clinician: intermediate or above (C4)."""


def is_alone(facts: Signing) -> bool:
    """Whether a doctor signs without a team."""
    return facts.team is not None and facts.team["resourceType"] == "PractitionerRole"


def team_active(facts: Signing) -> Iterator[Breach]:
    """The team is active on the day of signing."""
    if facts.team is None or is_alone(facts):
        return
    if facts.team.get("status") != "active" or not _works(facts.team, facts.signed_on):
        args = {"team": own_reference(facts.team), "day": facts.signed_on}
        yield Breach("team-inactive", args, expression="Contract.term.action.performer")


def team_roles(facts: Signing) -> Iterator[Breach]:
    """Each required role of the policy is filled by somebody who may work that day.

    Where the policy lets a doctor sign alone, such a doctor needs no team.
    """
    rules, signed = facts.terms.policy, facts.signed_on
    required = rules.team.required_roles.on(signed)
    alone = rules.contract.individual_doctor_may_sign.on(signed)
    if required is None or facts.team is None or facts.roles is None:
        return
    if is_alone(facts) and alone and alone.value:
        return
    filled = set(_filled(facts))
    kinds = family_doctor_kinds(facts.terms, signed)
    missing = [
        Code("team-role", role)
        for role in required.value
        if not filled & ({role, *kinds} if role == "family-doctor" else {role})
    ]
    if missing:
        args = {"team": own_reference(facts.team), "roles": missing}
        yield Breach("team-roles", args, required, "Contract.term.action.performer")


def family_doctor_kinds(terms: Terms, on: date) -> tuple[str, ...]:
    """The roles of team-role whose holders may be family doctors.

    A policy that names specialists means clinicians of all kinds; one at a township health centre
    is among them.
    """
    named = terms.policy.team.family_doctor_roles.on(on)
    kinds = named.value if named else FAMILY_DOCTORS
    clinician = ("township-clinician",) if "specialist" in kinds else ()
    return (*kinds, *clinician, "family-doctor")


def _filled(facts: Signing) -> Iterator[str]:
    """The roles that are filled on the day of signing."""
    assert facts.team is not None
    if is_alone(facts):
        yield from roles_of(facts.team)
        return
    for participant in facts.team.get("participant", []):
        member = (facts.roles or {}).get(reference(participant.get("member")))
        role = code(next(iter(participant.get("role", [])), None), "team-role")
        if holds(participant.get("period"), facts.signed_on) and _may_fill(facts, role, member):
            yield role


def _may_fill(facts: Signing, role: str, member: Json | None) -> bool:
    """Whether a member fills a role; one named as Practitioner or Organization is believed."""
    if member is None:
        return True
    title = next((t for c in member.get("code", []) if (t := code(c, "title-level"))), "")
    has_title = role != "township-clinician" or title in {"", *_TITLED}
    return has_title and _works(member, facts.signed_on) and _registration(member) in _GOOD


def roles_of(role: Json) -> list[str]:
    """The roles of a PractitionerRole, codes of team-role."""
    return [each for concept in role.get("code", []) for each in codes(concept, "team-role")]


_GOOD = ("", "registered")


def _registration(role: Json) -> str:
    return str(extension_value(role, "registration-status", "valueCode") or "")


def _works(resource: Json, on: date) -> bool:
    return resource.get("active") is not False and holds(resource.get("period"), on)


def family_doctor(facts: Signing) -> Iterator[Breach]:
    """Who signs as family doctor is registered, works that day, is of the team, and may be one."""
    if facts.roles is None or facts.team is None:
        return
    signed = [s.party for s in contracts.signers(facts.contract) if s.role == "family-doctor"]
    for party in dict.fromkeys(signed):
        if doctor := facts.roles.get(party):
            yield from _doctor(facts, party, doctor)
        if party not in _of_team(facts):
            args = {"doctor": party, "team": own_reference(facts.team)}
            yield Breach("doctor-not-of-team", args, expression="Contract.signer")


def _of_team(facts: Signing) -> set[str]:
    assert facts.team is not None
    if is_alone(facts):
        return {own_reference(facts.team)}
    return {
        reference(p.get("member"))
        for p in facts.team.get("participant", [])
        if holds(p.get("period"), facts.signed_on)
    }


def _doctor(facts: Signing, party: str, doctor: Json) -> Iterator[Breach]:
    kinds = facts.terms.policy.team.family_doctor_roles.on(facts.signed_on)
    status, where = _registration(doctor), "Contract.signer"
    if status not in _GOOD:
        args = {"doctor": party, "status": Code("registration-status", status)}
        yield Breach("doctor-status", args, expression=where)
    if not _works(doctor, facts.signed_on):
        yield Breach("doctor-inactive", {"doctor": party, "day": facts.signed_on}, None, where)
    if kinds is None:
        return
    if not status:
        yield Breach("doctor-unregistered", {"doctor": party}, kinds, where)
    if not {*roles_of(doctor)} & {*family_doctor_kinds(facts.terms, facts.signed_on)}:
        named = [Code("team-role", each) for each in kinds.value]
        yield Breach("doctor-kind", {"doctor": party, "kinds": named}, kinds, where)
