"""What a contract charges: its prices and shares against those of packages and policy.

Source: E7, E13 to E19 of the policies. The sums themselves are computed in `money`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from fhir_server.service import contracts
from fhir_server.service.contracts import Price
from fhir_server.service.elements import Json, code, own_reference

from .groups import groups
from .institutions import run_by
from .messages import Code, Yuan
from .model import Args, Breach, Signing
from .money import (
    FISCAL,
    INSURANCE,
    RESIDENT,
    SUPPORTED,
    Rate,
    Takers,
    may_charge_insured,
    rate_of,
    subsidy_of,
)

_ASSET = "Contract.term.asset"


class _Charged(NamedTuple):
    """A price of the contract, beside the rate of its package and who takes it."""

    price: Price
    rate: Rate
    takers: tuple[str, ...]

    @property
    def units(self) -> int:
        return len(self.takers) if self.rate.unit.startswith("person") else 1


def _charged(facts: Signing) -> Iterator[_Charged]:
    """What is charged for packages with a price of their own."""
    takers = {p.reference: p.takers for p in contracts.packages(facts.contract)}
    for price in contracts.prices(facts.contract):
        plan = (facts.packages or {}).get(price.package)
        rate = rate_of(plan) if plan else None
        if rate:
            yield _Charged(price, rate, takers.get(price.package, ()))


def _borne(price: Price, payer: str) -> int:
    return sum(share.fen for share in price.shares if share.payer == payer)


def shares(facts: Signing) -> Iterator[Breach]:
    """The shares of the payers add up to the price."""
    for price in contracts.prices(facts.contract):
        total = sum(share.fen for share in price.shares)
        if total != price.fen:
            args = {"total": Yuan(total), "price": Yuan(price.fen)}
            yield Breach("shares-sum", args, expression=_ASSET)


def yearly_charge(facts: Signing) -> Iterator[Breach]:
    """A package costs no more than its price for all who take it, in each service year."""
    for each in _charged(facts):
        due = each.rate.fen * each.units
        if each.price.fen > due:
            args = {"price": Yuan(each.price.fen), "due": Yuan(due), "units": each.units}
            yield Breach("overcharged", args, expression=_ASSET)


def uninsured_share(facts: Signing) -> Iterator[Breach]:
    """The insurance fund bears its share for insured residents only."""
    for each in _charged(facts):
        day = each.price.year.start if each.price.year else facts.signed_on
        rule = facts.terms.policy.fees.uninsured_share.on(day)
        if facts.insured is None or rule is None:
            continue
        insured = [t for t in each.takers if t in facts.insured]
        if _borne(each.price, INSURANCE) and not insured:
            share = Yuan(_borne(each.price, INSURANCE))
            yield Breach("uninsured-share", {"share": share}, expression=_ASSET)
        elif each.rate.unit.startswith("person"):
            most = each.rate.shares.get(INSURANCE, 0) * len(insured)
            if _borne(each.price, INSURANCE) > most:
                args: Args = {"share": Yuan(_borne(each.price, INSURANCE)), "most": Yuan(most)}
                args |= {"insured": len(insured), "takers": len(each.takers)}
                yield Breach("insurance-share", args, expression=_ASSET)


def fiscal_share(facts: Signing) -> Iterator[Breach]:
    """Local fiscal resources bear a personal share for supported groups, and with proof of them."""
    for each in _charged(facts):
        day = each.price.year.start if each.price.year else facts.signed_on
        own = each.rate.shares.get(FISCAL, 0) * each.units
        if subsidy_of(facts.terms, day) or _borne(each.price, FISCAL) <= own:
            continue
        takers = [r for t in each.takers if (r := (facts.members or {}).get(t))]
        args = {"share": Yuan(_borne(each.price, FISCAL) - own)}
        if takers and not any(SUPPORTED & {*_groups(facts, r)} for r in takers):
            yield Breach("fiscal-share-group", args, None, _ASSET, "warning")
        elif facts.documents is not None and not _has_proof(facts):
            yield Breach("fiscal-share-proof", args, None, "Contract.supportingInfo", "warning")


def _groups(facts: Signing, resident: Json) -> list[str]:
    """The groups of a resident, with those for which the contract was signed."""
    return [*groups(resident), *contracts.key_populations(facts.contract)]


def _has_proof(facts: Signing) -> bool:
    kinds = (code(d.get("type"), "document-kind") for d in (facts.documents or {}).values())
    return "eligibility-proof" in kinds


def subsidy(facts: Signing) -> Iterator[Breach]:
    """The subsidy is paid once for an insured resident and subsidy year, and no more than it is."""
    for each in _charged(facts):
        day = each.price.year.start if each.price.year else facts.signed_on
        amount = subsidy_of(facts.terms, day)
        if not amount or facts.insured is None or facts.subsidised is None:
            continue
        entitled = [t for t in each.takers if t in facts.insured and t not in facts.subsidised]
        given = _borne(each.price, FISCAL)
        if given > amount * len(entitled):
            args: Args = {"given": Yuan(given), "most": Yuan(amount * len(entitled))}
            args |= {"residents": len(entitled)}
            yield Breach("subsidy", args, expression=_ASSET)


def who_may_charge(facts: Signing) -> Iterator[Breach]:
    """While the subsidy is paid, insured residents pay nothing, or the difference."""
    if facts.insured is None or facts.institution is None:
        return
    for each in _charged(facts):
        day = each.price.year.start if each.price.year else facts.signed_on
        amount = subsidy_of(facts.terms, day)
        insured = sum(t in facts.insured for t in each.takers)
        if not amount or not insured:
            continue
        uninsured = (len(each.takers) - insured) * each.rate.fen
        paid = _borne(each.price, RESIDENT)
        args = {"paid": Yuan(paid), "subsidy": Yuan(amount)}
        if forbids := may_charge_insured(facts.terms, facts.institution, day):
            if paid > uninsured:
                yield Breach("charges-insured", args, forbids, _ASSET)
            continue
        social = facts.terms.policy.fees.social_run_may_charge.on(day)
        most = uninsured + max(0, each.rate.fen - amount) * insured
        if social and paid > most and _entitled(facts, each) == insured:
            yield Breach("charges-more", args | {"most": Yuan(most)}, social, _ASSET)


def _entitled(facts: Signing, each: _Charged) -> int:
    """How many insured takers have not had the subsidy of the year."""
    had = facts.subsidised or frozenset()
    return sum(t in (facts.insured or ()) and t not in had for t in each.takers)


def announced_price(facts: Signing) -> Iterator[Breach]:
    """A social-run institution charges only prices that it announced: those of its package."""
    rule = facts.terms.policy.fees.social_run_must_announce_prices.on(facts.signed_on)
    if rule is None or facts.institution is None or run_by(facts.institution) != "social":
        return
    for package in contracts.packages(facts.contract):
        plan = (facts.packages or {}).get(package.reference)
        if plan and rate_of(plan) is None:
            args = {"institution": own_reference(facts.institution), "package": plan.get("title")}
            yield Breach("announced-price", args, rule, "Contract.term.offer.topic")


def payers(facts: Signing) -> Iterator[Breach]:
    """Every share is borne by a payer that the policy knows; organisations pay for communities."""
    rule = facts.terms.policy.fees.payers.on(facts.signed_on)
    named = {s.payer for p in contracts.prices(facts.contract) for s in p.shares}
    known = {*rule.value, RESIDENT, "organisation"} if rule else named
    if unknown := sorted(named - known):
        args = {"payers": [Code("payer-kind", each) for each in unknown]}
        yield Breach("payers", args, None, _ASSET, "warning")


def takers_of(facts: Signing, package: contracts.Package) -> Takers:
    """Who takes a package of the contract, as `money.fees` asks."""
    members = facts.members or {}
    return Takers(
        residents=package.takers,
        insured=facts.insured or frozenset(),
        subsidised=facts.subsidised or frozenset(),
        supported=frozenset(
            who for who in package.takers if SUPPORTED & {*groups(members.get(who, {}))}
        ),
        institution=facts.institution,
    )
