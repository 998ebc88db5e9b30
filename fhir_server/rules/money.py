"""What a package costs in a service year and who bears it; what a breach pays back. All in fen.

The shares of a package are those of an insured resident. Fund shares are rounded half-up, and what
is left falls to the resident. Source: E5, E6, E7, E13 to E18, D11 of the policies.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from fhir_server.service.elements import Json, Span, extensions, fen, part
from fhir_server.service.policies import Terms
from profiles.policies import Value

from .institutions import run_by
from .terms import service_years, years_on

RESIDENT, INSURANCE, FISCAL = "resident", "insurance-fund", "local-fiscal"

SUPPORTED = frozenset({"special-fp-family", "out-of-poverty", "poverty-monitored", "disabled"})
"""Groups whose personal share local fiscal resources may bear (E15)."""

Shares = dict[str, int]
"""Amounts in fen by payer-kind."""


class Rate(NamedTuple):
    """The price of a package: for what (charge-unit), in fen, and who bears it."""

    unit: str
    fen: int
    shares: Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Takers:
    """Who takes a package: residents by `Patient/id`, and what is known of them.

    `insured` is read on the first day of the service year, `subsidised` had the subsidy of the year
    already, `supported` are of a group that local fiscal resources support. `institution` charges.
    """

    residents: tuple[str, ...]
    insured: frozenset[str]
    subsidised: frozenset[str] = frozenset()
    supported: frozenset[str] = frozenset()
    institution: Json | None = None


class Refund(NamedTuple):
    """What is paid back: to the resident, and to each fund."""

    resident: int
    funds: Shares


def rate_of(package: Json) -> Rate | None:
    """The price of a PlanDefinition; None where it is negotiated with each community.

    A price without shares is the resident's.
    """
    price = next(extensions(package, "price"), None)
    if price is None:
        return None
    amount = fen(part(price, "amount", "valueMoney"))
    given = [
        (str(part(e, "payer", "valueCode")), fen(part(e, "amount", "valueMoney")))
        for e in extensions(package, "fee-share")
    ]
    unit = str(part(price, "unit", "valueCode") or "person-year")
    return Rate(unit, amount, dict(given) or ({RESIDENT: amount} if amount else {}))


def fees(
    terms: Terms, package: Json, takers: Takers, period: Span
) -> list[tuple[Span, Shares]] | None:
    """What a package costs in each service year of a period, by payer; the price is their sum.

    A price for the whole term stands in the first year. None where the price is negotiated.
    """
    rate = rate_of(package)
    if rate is None:
        return None
    years = service_years(terms, period)
    if rate.unit.endswith("-term"):
        return [(period, shares(terms, rate, takers, period.start))]
    return [
        (year, shares(terms, _prorated(terms, rate, year), takers, year.start)) for year in years
    ]


def shares(terms: Terms, rate: Rate, takers: Takers, day: date) -> Shares:
    """Who bears how much of a package in the service year that begins on a day."""
    if rate.unit.startswith("person"):
        borne = (_person(terms, rate, takers, who, day) for who in takers.residents)
        return _sum(borne)
    return _household(terms, rate, takers, day)


def _sum(borne: Any) -> Shares:
    total: Counter[str] = Counter()
    for each in borne:
        total.update(each)
    return {payer: amount for payer, amount in total.items() if amount}


def _person(terms: Terms, rate: Rate, takers: Takers, who: str, day: date) -> Shares:
    borne = {**rate.shares}
    if who not in takers.insured:
        _move(borne, INSURANCE, _uninsured(terms, day))
    if subsidy_of(terms, day):
        _subsidise(terms, borne, takers, who, day)
    if who in takers.supported and _fiscal_pays(terms, day):
        _move(borne, RESIDENT, FISCAL)
    return borne


def _household(terms: Terms, rate: Rate, takers: Takers, day: date) -> Shares:
    """One price for several: the insurance fund bears its share for those who are insured."""
    insured = sum(who in takers.insured for who in takers.residents)
    borne = {**rate.shares}
    if _uninsured(terms, day) == RESIDENT and takers.residents:
        borne[INSURANCE] = half_up(borne.get(INSURANCE, 0), insured, len(takers.residents))
    borne[RESIDENT] = rate.fen - sum(a for payer, a in borne.items() if payer != RESIDENT)
    if _fiscal_pays(terms, day) and takers.supported.issuperset(takers.residents):
        _move(borne, RESIDENT, FISCAL)
    return _sum([borne])


def half_up(amount: int, numerator: int, denominator: int) -> int:
    """A fraction of an amount in fen, a half rounded up."""
    return (2 * amount * numerator + denominator) // (2 * denominator)


def _move(borne: Shares, source: str, target: str) -> None:
    if target and (amount := borne.pop(source, 0)):
        borne[target] = borne.get(target, 0) + amount


def _uninsured(terms: Terms, day: date) -> str:
    """Who bears the insurance share of the uninsured; "" where nothing is said."""
    value = terms.policy.fees.uninsured_share.on(day)
    return value.value if value else ""


def _fiscal_pays(terms: Terms, day: date) -> bool:
    value = terms.policy.fees.fiscal_pays_resident_share.on(day)
    return bool(value and value.value)


def _prorated(terms: Terms, rate: Rate, year: Span) -> Rate:
    """The price of a part of a year, where the policy divides prices by days."""
    value = terms.policy.ending.proration.on(year.start)
    if not (value and value.value):
        return rate
    days = (year.end - year.start).days + 1
    whole = (years_on(year.start, 1) - year.start).days
    if days >= whole:
        return rate
    amount = half_up(rate.fen, days, whole)
    funds = {p: half_up(a, days, whole) for p, a in rate.shares.items() if p != RESIDENT}
    return Rate(rate.unit, amount, funds | {RESIDENT: amount - sum(funds.values())})


# Subsidy


def subsidy_of(terms: Terms, day: date) -> int:
    """The subsidy for each insured resident and subsidy year, in fen; 0 where there is none."""
    value = terms.policy.fees.subsidy_per_insured_resident_year.on(day)
    return fen({"value": value.value}) if value else 0


def _subsidise(terms: Terms, borne: Shares, takers: Takers, who: str, day: date) -> None:
    """Divide what resident and finance bear together: the subsidy once, then who may charge."""
    own = borne.pop(FISCAL, 0) + borne.pop(RESIDENT, 0)
    is_entitled = who in takers.insured and who not in takers.subsidised
    granted = min(own, subsidy_of(terms, day)) if is_entitled else 0
    is_insured = who in takers.insured
    left = own - granted
    if is_insured and may_charge_insured(terms, takers.institution, day) is not None:
        left = 0
    borne |= {FISCAL: granted, RESIDENT: left}


def may_charge_insured(terms: Terms, institution: Json | None, day: date) -> Value[bool] | None:
    """The value that forbids an institution to charge insured residents; None if nothing does.

    It forbids government-run institutions, while the subsidy is paid.
    """
    value = terms.policy.fees.government_run_may_charge_insured.on(day)
    if value is None or value.value or institution is None or not subsidy_of(terms, day):
        return None
    return value if run_by(institution) == "government" else None


# Ends


def refund_of(terms: Terms, reason: str, paid: Mapping[str, int], day: date) -> Refund:
    """What is paid back at an early end, of what was paid by payer-kind.

    A breach pays back all, unless the policy says otherwise; other ends nothing by themselves.
    """
    ending = terms.policy.ending
    value: Value[Any] | None
    value = (
        ending.breach_refund.on(day) if reason == "provider-breach" else ending.other_refund.on(day)
    )
    is_full = value.value == "full" if value else reason == "provider-breach"
    if not is_full:
        return Refund(0, {})
    funds = {payer: amount for payer, amount in paid.items() if payer != RESIDENT and amount}
    return Refund(paid.get(RESIDENT, 0), funds)


def reduction_of(terms: Terms, charged: int, reduced: int, day: date) -> int:
    """By how much an examination is reduced (E5): so much a visit, up to the bound of the year.

    `charged` is what it costs, `reduced` what the year's reductions of the person were before.
    """
    rules = terms.policy.packages
    visit = rules.exam_reduction_per_visit.on(day)
    year = rules.exam_reduction_per_person_year.on(day)
    if visit is None:
        return 0
    left = fen({"value": year.value}) - reduced if year else charged
    return max(0, min(charged, fen({"value": visit.value}), left))
