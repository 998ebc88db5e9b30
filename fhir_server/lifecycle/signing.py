"""Signing: what was asked for becomes a contract that binds, with its fees, plan and tasks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fhir_server.errors import NotFound, Unprocessable
from fhir_server.rules import fees, money
from fhir_server.rules.model import Signing
from fhir_server.rules.packages import kind_of
from fhir_server.rules.terms import period_of
from fhir_server.service import contracts, planning
from fhir_server.service.elements import (
    Json,
    Span,
    code,
    extension_url,
    fen,
    reference,
    system,
    yuan,
)
from fhir_server.service.unit import Unit

from . import states
from .gathering import insured, items_of, terms_of
from .record import Step
from .states import OFFERED
from .transition import Moved, advance

RESIDENT = "resident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a signing asks for; the names are those of the OperationDefinitions.

    References are `Type/id`. `signed_on` is the legal day; `start` and `years` are None where the
    policy is to decide.
    """

    signed_on: date
    start: date | None = None
    years: int | None = None
    channel: str = ""
    members: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    signatures: tuple[Json, ...] = ()
    documents: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    step: Step = field(default_factory=lambda: Step("sign"))


async def ours(unit: Unit, reference_: str) -> Json:
    """A contract of ours; NotFound or Unprocessable otherwise."""
    found = await unit.read(reference_)
    if found is None:
        raise NotFound(f"{reference_[:200]} does not exist.")
    if not contracts.is_ours(found):
        raise Unprocessable(
            f"{reference_} is no family doctor contract: it does not claim the profile "
            f"{extension_url('fd-contract')}.",
            expression="Contract.meta.profile",
            rule="not-ours",
        )
    return found


async def sign(unit: Unit, reference_: str, wish: Wish) -> Moved:
    """Sign a draft or an application; with a payment, one that waits for it."""
    contract = await ours(unit, reference_)
    now = contracts.state(contract)
    if now == "pending-payment" and wish.payments:
        return await _pay(unit, contract, wish)
    if now not in OFFERED:
        states.check(now, "pending-payment")
    return await bind(unit, await prepared(unit, contract, wish), wish)


async def bind(unit: Unit, contract: Json, wish: Wish) -> Moved:
    """Bring a prepared contract into force, with its prices, plan and tasks."""
    paid = await paid_by(unit, wish.payments)

    def complete(facts: Signing) -> Json:
        return placed(priced(facts), facts, paid)

    moved = await advance(unit, contracts.with_state(contract, "active"), wish.step, complete)
    await plan(unit, moved)
    return moved


async def _pay(unit: Unit, contract: Json, wish: Wish) -> Moved:
    """A payment came in: the contract is in force, or will be."""
    paid, due = await paid_by(unit, wish.payments), _due(contract)
    if paid < due:
        raise Unprocessable(
            f"{paid / 100:.2f} CNY was paid of {due / 100:.2f} CNY.", rule="rule-payment"
        )
    period = contracts.applies(contract)
    to: contracts.State = "pending-start" if period and period.start > unit.today else "active"
    moved = await advance(unit, contracts.with_state(contract, to), wish.step)
    await plan(unit, moved)
    return moved


# What is signed


async def prepared(unit: Unit, contract: Json, wish: Wish) -> Json:
    """The contract with what was asked for: members, packages, dates, signatures, papers."""
    made = contract | {"issued": f"{wish.signed_on}"}
    if wish.members:
        made["subject"] = _subjects(contract, wish.members)
    if wish.packages:
        made["term"] = await prepared_terms(unit, contract, wish.packages)
    if wish.channel:
        made["extension"] = _channel(made, wish.channel)
    made.setdefault("subType", [_concept("signing-kind", "new")])
    made["applies"] = await _applies(unit, contract, wish)
    made["signer"] = [*contract.get("signer", []), *signers_of(made, wish.signatures)]
    made |= await _papers(unit, made, wish.documents)
    return planning.filled(made)


def _concept(code_system: str, name: str) -> Json:
    return {"coding": [{"system": system(code_system), "code": name}]}


def _subjects(contract: Json, members: Sequence[str]) -> list[Json]:
    """Those who are named are covered, beside the household or community."""
    given = contract.get("subject", [])
    known = {reference(s): s for s in given if reference(s).startswith("Patient/")}
    sides = [s for s in given if not reference(s).startswith("Patient/")]
    return [*sides, *(known.get(m, {"reference": m}) for m in members)]


async def prepared_terms(unit: Unit, contract: Json, packages: Iterable[str]) -> list[Json]:
    """The terms of a contract, with one more for each package; like the first in all else."""
    listed: list[Json] = [*contract.get("term", [])]
    known = {p.reference for p in contracts.packages(contract)}
    for each in packages:
        package = await unit.need(each, "Contract.term.offer.topic")
        if each in known or not listed:
            continue
        offer = listed[0].get("offer", {}) | {
            "topic": {"reference": each},
            "type": _concept("package-kind", kind_of(package)),
        }
        listed.append({"offer": offer, "action": listed[0].get("action", [])})
    return listed


def _channel(contract: Json, channel: str) -> list[Json]:
    url = extension_url("signing-channel")
    rest = [e for e in contract.get("extension", []) if e.get("url") != url]
    said = {"url": url, "valueCodeableConcept": _concept("contract-signing-channel", channel)}
    return [*rest, said]


async def _applies(unit: Unit, contract: Json, wish: Wish) -> Json:
    """The period: as the policy says, unless the contract states one that is still to come."""
    stated = contracts.applies(contract)
    if stated and stated.start >= wish.signed_on and not (wish.start or wish.years):
        return dict(contract["applies"])
    period = period_of(await terms_of(unit, contract), wish.signed_on, wish.years, wish.start)
    return {"start": f"{period.start}", "end": f"{period.end}"}


def signers_of(contract: Json, signatures: Iterable[Json]) -> list[Json]:
    """Who signs for whom follows from who: resident, guardian, representative, doctor, institution.

    On paper the moment of a signature is the beginning of its legal day.
    """
    known = {(s.role, s.party) for s in contracts.signers(contract)}
    covered = [c.patient for c in contracts.covered(contract)]
    made = []
    for signature in signatures:
        who = reference(signature.get("who"))
        role = _role(contract, who)
        if (role, who) not in known:
            party = {"reference": who}
            if role == "guardian" and len(covered) == 1 and "onBehalfOf" not in signature:
                signature = signature | {"onBehalfOf": {"reference": covered[0]}}  # noqa: PLW2901
            coding = {"system": system("signer-role"), "code": role}
            made.append({"type": coding, "party": party, "signature": [signature]})
    return made


def _role(contract: Json, who: str) -> str:
    if who == contracts.community(contract):
        return "community-representative"
    by_type = {"PractitionerRole": "family-doctor", "Organization": "institution"}
    if (kind := who.partition("/")[0]) in by_type:
        return by_type[kind]
    if contracts.household(contract):
        return "household-representative"
    return "guardian" if kind == "RelatedPerson" else RESIDENT


async def _papers(unit: Unit, contract: Json, documents: Iterable[str]) -> Json:
    """The signed agreement, its copies and other papers, each where it belongs."""
    listed = list(documents)
    await unit.fetch(listed)
    legal, other = [*contract.get("legal", [])], [*contract.get("supportingInfo", [])]
    made: Json = {}
    for each in listed:
        paper = await unit.need(each, "Contract.supportingInfo")
        if code(paper.get("type"), "document-kind") == "agreement":
            legal.append({"contentReference": {"reference": each}})
            if "legallyBindingReference" not in contract:
                made.setdefault("legallyBindingReference", {"reference": each})
        elif {"reference": each} not in other:
            other.append({"reference": each})
    return made | {"legal": legal, "supportingInfo": other}


# What it costs


def priced(facts: Signing) -> Json:
    """The contract with price and shares of each package that says none yet, by service year."""
    packages = {p.reference: p for p in contracts.packages(facts.contract)}
    terms = []
    for term in facts.contract.get("term", []):
        cited = reference(term.get("offer", {}).get("topic"))
        package = (facts.packages or {}).get(cited)
        if "asset" not in term and package:
            takers = fees.takers_of(facts, packages[cited])
            shares = money.fees(facts.terms, package, takers, facts.period)
            assets = assets_of(facts.contract, shares or [])
            terms.append(planning.filled(term | {"asset": assets}))
        else:
            terms.append(term)
    return facts.contract | {"term": terms}


def _payer(contract: Json) -> str:
    """Who pays the resident's share: whoever signs for party A, of residents and relatives."""
    roles = (RESIDENT, "guardian", "household-representative")
    signed = (s.party for s in contracts.signers(contract) if s.role in roles)
    return next(signed, next((c.patient for c in contracts.covered(contract)), ""))


def assets_of(contract: Json, shares: Iterable[tuple[Span, dict[str, int]]]) -> list[Json]:
    """Price and payer shares of a package for some service years, as a term says them."""
    payer, institution = _payer(contract), contracts.institution(contract)
    return [
        planning.filled(
            {
                "extension": [_price(sum(borne.values()))],
                "period": [{"start": f"{year.start}", "end": f"{year.end}"}],
                "valuedItem": [
                    _share(kind, amount, payer, institution) for kind, amount in borne.items()
                ],
            }
        )
        for year, borne in shares
    ]


def _price(amount: int) -> Json:
    return {"url": extension_url("agreed-price"), "valueMoney": yuan(amount)}


def _share(kind: str, amount: int, payer: str, institution: str) -> Json:
    made: dict[str, Any] = {
        "extension": [{"url": extension_url("payer-kind"), "valueCode": kind}],
        "net": yuan(amount),
        "recipient": {"reference": institution},
    }
    if kind == RESIDENT and payer:
        made["responsible"] = {"reference": payer}
    return made


def placed(contract: Json, facts: Signing, paid: int) -> Json:
    """The contract in the state that payment and first day put it in."""
    if _due(contract) > paid:
        return contracts.with_state(contract, "pending-payment")
    later = facts.period.start > facts.today
    return contracts.with_state(contract, "pending-start" if later else "active")


def _due(contract: Json) -> int:
    """What the resident pays for the first service year, in fen."""
    years = [p.year.start for p in contracts.prices(contract) if p.year]
    first = min(years, default=None)
    return sum(
        share.fen
        for price in contracts.prices(contract)
        if price.year is None or price.year.start == first
        for share in price.shares
        if share.payer == RESIDENT
    )


async def paid_by(unit: Unit, payments: Iterable[str]) -> int:
    """What balanced Invoices come to, in fen."""
    total = 0
    for each in payments:
        invoice = await unit.need(each, "payment")
        if invoice.get("status") != "balanced":
            raise Unprocessable(f"{each} is not balanced.", rule="rule-payment")
        total += fen(invoice.get("totalNet"))
    return total


# What is done for it


async def plan(unit: Unit, moved: Moved) -> None:
    """Put the plan and tasks of each covered resident; none while payment is awaited."""
    contract = moved.contract
    if contracts.state(contract) not in ("active", "pending-start"):
        return
    for covered in contracts.covered(contract):
        if covered.span:
            taken = [
                p.reference for p in contracts.packages(contract) if covered.patient in p.takers
            ]
            await plan_for(unit, contract, covered.patient, covered.span, taken)


async def plan_for(
    unit: Unit, contract: Json, patient: str, span: Span, packages: Iterable[str]
) -> None:
    """Put the plan of one resident for some packages of a contract, and its tasks."""
    resident = await unit.need(patient, "Contract.subject")
    plans = [p for each in packages if (p := await unit.read(each))]
    items = await items_of(unit, plans)
    doctors = (s.party for s in contracts.signers(contract) if s.role == "family-doctor")
    planned = planning.Planned(
        subject=resident,
        span=span,
        owner=contracts.team(contract),
        author=next(doctors, ""),
        contract=f"Contract/{contract['id']}",
        is_insured=patient in await insured(unit, [patient], span.start),
        moment=moment(unit),
    )
    made = [t for each in plans for t in planning.tasks(planned, each, items)]
    references = [unit.put(task) for task in made]
    cared = unit.put(planning.care_plan(planned, plans, references))
    for task in made:
        task["basedOn"] = [{"reference": cared}]


def moment(unit: Unit) -> str:
    """The instant of a step as FHIR writes it."""
    return unit.now.isoformat(timespec="milliseconds")
