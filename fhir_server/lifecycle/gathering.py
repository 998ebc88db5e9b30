"""Gathering the facts that rules judge a contract by, in few trips to the database."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Final
from urllib.parse import quote

from fhir_server.rules import model
from fhir_server.rules.model import Signing
from fhir_server.service import contracts
from fhir_server.service.elements import Json, Span, holds, reference
from fhir_server.service.policies import Terms
from fhir_server.service.unit import Unit

from . import holdings
from .holdings import Claim
from .record import Step

_INSURANCE = "urn:oid:2.16.156.10011.2.3.1.248"
_BASIC = frozenset({"1", "2", "3"})
"""Codes of CV02.01.204 that are basic medical insurance: of employees, of residents, the former
new cooperative scheme."""


STEPS: Final[Mapping[str, model.Step]] = {
    "renew": "renew",
    "transfer": "transfer",
    "amend": "amend",
}
"""What rules call a step, where it is no signing."""


async def terms_of(unit: Unit, contract: Json) -> Terms:
    """What the policy in force says for the team of a contract."""
    team = contracts.team(contract)
    known = await unit.read(team) if team.startswith("CareTeam/") else None
    return Terms.of(unit.server.settings.policy, None, known)


def guarded(contract: Json) -> list[str]:
    """Whose facts a signing relies on: residents, the team, those who sign for it."""
    signers = (s.party for s in contracts.signers(contract))
    doctors = [s for s in signers if s.startswith("PractitionerRole/")]
    patients = [c.patient for c in contracts.covered(contract)]
    return [*dict.fromkeys(filter(None, [*patients, contracts.team(contract), *doctors]))]


async def signing(unit: Unit, contract: Json, claimed: list[Claim], step: Step) -> Signing:
    """The facts about a contract as it would be signed; what it claims was taken before."""
    await unit.fetch(_named(contract))
    terms = await terms_of(unit, contract)
    signed = contracts.signed_on(contract) or unit.today
    period = contracts.applies(contract) or Span(signed, signed)
    team = await unit.read(contracts.team(contract))
    roles = await _all(unit, _roles(contract, team))
    packages = await _all(unit, (p.reference for p in contracts.packages(contract)))
    patients = [c.patient for c in contracts.covered(contract)]
    own = f"Contract/{contract['id']}"
    agreed = {p.reference for p in contracts.packages(unit.before(own) or {})}
    renewed = contracts.renews(contract)
    caps = {cap.unit: cap.most for cap in terms.caps(signed)}
    return Signing(
        terms=terms,
        today=unit.today,
        contract=contract,
        signed_on=signed,
        period=period,
        members=await _all(unit, patients),
        household=await _one(unit, contracts.household(contract)),
        community=await _one(unit, contracts.community(contract)),
        team=team,
        roles=roles,
        relatives=await _all(unit, _parties(contract, "RelatedPerson/")),
        institution=await _one(unit, contracts.institution(contract)),
        packages=packages,
        items=await items_of(unit, packages.values()),
        documents=await _all(unit, contracts.documents(contract)),
        held=holdings.others(unit, claimed, (own, renewed)),
        load=await holdings.load(unit, contracts.team(contract), claimed, caps),
        insured=await insured(unit, patients, period.start),
        previous=await _one(unit, renewed),
        main=await _one(unit, contracts.supplement_of(contract)),
        reason=step.reason,
        record=step.record,
        added=frozenset(packages) - agreed,
        step=STEPS.get(step.activity, "sign"),
    )


def _named(contract: Json) -> list[str]:
    """All that a contract names and rules ask about."""
    return [
        *(c.patient for c in contracts.covered(contract)),
        *(p.reference for p in contracts.packages(contract)),
        *(s.party for s in contracts.signers(contract)),
        *contracts.documents(contract),
        contracts.household(contract),
        contracts.community(contract),
        contracts.institution(contract),
        contracts.team(contract),
    ]


def _parties(contract: Json, start: str) -> list[str]:
    return [s.party for s in contracts.signers(contract) if s.party.startswith(start)]


def _roles(contract: Json, team: Json | None) -> list[str]:
    """Those who sign for the team, and its members."""
    members = (reference(p.get("member")) for p in (team or {}).get("participant", []))
    listed = chain(_parties(contract, "PractitionerRole/"), members)
    return [each for each in dict.fromkeys(listed) if each.startswith("PractitionerRole/")]


async def _all(unit: Unit, references: Iterable[str]) -> dict[str, Json]:
    listed = [each for each in dict.fromkeys(references) if each]
    await unit.fetch(listed)
    found = {each: await unit.read(each) for each in listed}
    return {each: resource for each, resource in found.items() if resource is not None}


async def _one(unit: Unit, reference: str) -> Json | None:
    return await unit.read(reference) if reference else None


async def items_of(unit: Unit, packages: Iterable[Json]) -> dict[str, Json]:
    """The ActivityDefinitions of some packages, by `url|version`."""
    actions = chain.from_iterable(p.get("action", []) for p in packages)
    wanted = {a["definitionCanonical"] for a in actions if "definitionCanonical" in a}
    if not wanted:
        return {}
    urls = sorted({each.partition("|")[0] for each in wanted})
    found = await unit.search("ActivityDefinition", f"url={quote(','.join(urls), safe=',:/')}")
    found += unit.seen("ActivityDefinition")
    by_name = {f"{r.get('url')}|{r.get('version', '')}": r for r in found}
    return {name: by_name[name] for name in wanted if name in by_name}


async def insured(unit: Unit, patients: list[str], on: date) -> frozenset[str]:
    """Who has basic medical insurance on a day."""
    if not patients:
        return frozenset()
    found = await unit.search("Coverage", f"beneficiary={','.join(patients)}&status=active")
    written = [c for c in unit.seen("Coverage") if c.get("status") == "active"]
    return frozenset(
        reference(each.get("beneficiary"))
        for each in (*found, *written)
        if _is_basic(each) and holds(each.get("period"), on)
    ) & set(patients)


def _is_basic(coverage: Json) -> bool:
    codings = coverage.get("type", {}).get("coding", [])
    return any(c.get("system") == _INSURANCE and c.get("code") in _BASIC for c in codings)
