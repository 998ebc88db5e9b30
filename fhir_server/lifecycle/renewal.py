"""What follows a contract: its renewal with the same team, or a contract with another team."""

import copy
from dataclasses import replace
from datetime import date, timedelta

from fhir_server.errors import Conflict
from fhir_server.rules.packages import kind_of
from fhir_server.rules.terms import period_of, renewal_of
from fhir_server.service import contracts
from fhir_server.service.elements import Json, day, extension_url, holds, reference, system
from fhir_server.service.unit import Unit
from fhir_server.versions import new_id

from .ending import Farewell, close, received, with_value, without
from .gathering import terms_of
from .signing import Wish, bind, ours, prepared
from .states import SIGNED
from .transition import Moved

DAY = timedelta(days=1)
OWN = (
    "id", "meta", "text", "identifier", "issued", "applies", "signer", "legal", "supportingInfo",
    "legallyBindingReference", "legallyBindingAttachment", "relevantHistory",
)  # fmt: skip
"""Elements that every contract has for itself."""
GONE = frozenset({"team-dissolved", "institution-exit"})
"""Reasons for which no letter is needed, where they are true."""


async def renew(unit: Unit, reference_: str, wish: Wish) -> Moved:
    """Make the contract that continues one; that one stays in force to its last day."""
    old = await ours(unit, reference_)
    now, later = contracts.state(old), contracts.renewed_by(old)
    if now not in ("active", "expired"):
        raise Conflict(f"{reference_} is {now}: it cannot be renewed.", rule="rule-transition")
    if contracts.ended_on(old):
        raise Conflict(
            f"{reference_} was cancelled for {contracts.ended_on(old)}: it cannot be renewed.",
            rule="rule-transition",
        )
    known = await unit.read(later) if later else None
    if known is not None and contracts.state(known) in SIGNED:
        raise Conflict(f"{reference_} is renewed by {later} already.", rule="rule-transition")
    whole = contracts.applies(old)
    assert whole is not None, "what was signed has a period"
    period = renewal_of(await terms_of(unit, old), wish.signed_on, whole, wish.years)
    made = _following(old, wish.members or _still(old, whole.end))
    made = with_value(made, "renews", "valueReference", {"reference": reference_})
    made["subType"] = [_kind("renewal")]
    made["term"] = await _terms(unit, made, wish.packages, wish.signed_on)
    made["applies"] = {"start": f"{period.start}", "end": f"{period.end}"}
    made = await prepared(unit, made, replace(wish, packages=(), members=(), years=None))
    moved = await bind(unit, made, wish)
    by = {"reference": f"Contract/{moved.contract['id']}"}
    unit.put(with_value(old, "renewed-by", "valueReference", by))
    return moved


async def transfer(unit: Unit, reference_: str, team: str, farewell: Farewell, wish: Wish) -> Moved:
    """End a contract and sign one with another team from the day after."""
    old = await ours(unit, reference_)
    new_team = await unit.need(team, "team")
    end = farewell.end or await received(unit, farewell.documents) or unit.today
    reason = farewell.reason
    if reason in GONE and not await _is_gone(unit, old):
        reason = "switch-team"  # needs the letter
    ended = await close(unit, old, replace(farewell, reason=reason, end=end))
    made = _following(without(old, "renews"), _still(old, end))
    made["subType"] = [_kind("new")]
    made["term"] = _with_team(
        await _terms(unit, made, wish.packages, wish.signed_on), team, new_team
    )
    period = period_of(await terms_of(unit, made), wish.signed_on, None, end + DAY)
    made["applies"] = {"start": f"{period.start}", "end": f"{period.end}"}
    made = await prepared(unit, made, replace(wish, packages=()))
    moved = await bind(unit, made, wish)
    return moved._replace(warnings=[*ended.warnings, *moved.warnings])


def _kind(name: str) -> Json:
    return {"coding": [{"system": system("signing-kind"), "code": name}]}


def _still(old: Json, end: date) -> tuple[str, ...]:
    """Who is covered on the last day."""
    return tuple(c.patient for c in contracts.covered(old) if c.span and c.span.end >= end)


def _following(old: Json, members: tuple[str, ...]) -> Json:
    """A copy of a contract without what is its own, for some residents."""
    made: Json = copy.deepcopy({k: v for k, v in old.items() if k not in OWN})
    made = without(made, "ended-on", "early-end-reason", "renewed-by", "signing-channel")
    sides = [s for s in old["subject"] if not reference(s).startswith("Patient/")]
    made["id"] = new_id()
    made["meta"] = {"profile": [extension_url("fd-contract")]}
    made["subject"] = [*sides, *({"reference": m} for m in members)]
    for term in made["term"]:
        term.pop("asset", None)
        for party in term["offer"].get("party", []):
            kept = [
                r
                for r in party.get("reference", [])
                if not reference(r).startswith("Patient/") or reference(r) in members
            ]
            party["reference"] = kept
    return made


async def _terms(unit: Unit, made: Json, packages: tuple[str, ...], signed: date) -> list[Json]:
    """The terms with the packages asked for, or with their own in the versions active now."""
    terms: list[Json] = made["term"]
    if packages:
        return [await _cite(unit, copy.deepcopy(terms[0]), each) for each in packages]
    chosen = [await _current(unit, reference(t["offer"]["topic"]), signed) for t in terms]
    return [await _cite(unit, t, each) for t, each in zip(terms, chosen, strict=True)]


async def _cite(unit: Unit, term: Json, package: str) -> Json:
    found = await unit.need(package, "Contract.term.offer.topic")
    kind = {"coding": [{"system": system("package-kind"), "code": kind_of(found)}]}
    offer = term["offer"] | {"topic": {"reference": package}, "type": kind}
    return term | {"offer": offer}


async def _current(unit: Unit, package: str, signed: date) -> str:
    """The version of a package that is active on a day: the highest, of those in effect."""
    cited = await unit.read(package)
    if cited is None or "url" not in cited:
        return package
    found = await unit.search("PlanDefinition", f"url={cited['url']}&status=active")
    valid = [p for p in found if holds(p.get("effectivePeriod"), signed)]
    best = max(valid, key=_since, default=cited)
    return f"PlanDefinition/{best['id']}"


def _since(package: Json) -> tuple[date, str]:
    start = day(package.get("effectivePeriod", {}).get("start"))
    return start or date.min, str(package.get("version", ""))


def _with_team(terms: list[Json], team: str, resource: Json) -> list[Json]:
    """The terms as another team provides them, for the institution that it belongs to."""
    managing = resource.get("managingOrganization") or [resource.get("organization", {})]
    for term in terms:
        for action in term.get("action", []):
            action["performer"] = {"reference": team}
        for party in term["offer"].get("party", []):
            if any(c.get("code") == "provider" for c in party["role"]["coding"]):
                party["reference"] = [{"reference": reference(managing[0])}]
    return terms


async def _is_gone(unit: Unit, old: Json) -> bool:
    """Whether the team was dissolved, or its doctor or institution left."""
    team = await unit.read(contracts.team(old))
    institution = await unit.read(contracts.institution(old))
    if institution is not None and institution.get("active") is False:
        return True
    return team is None or team.get("status") == "inactive" or team.get("active") is False
