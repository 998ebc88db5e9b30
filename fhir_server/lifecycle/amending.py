"""Amendments: a package more, a member more or less, from a day on."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from fhir_server.errors import Conflict, Unprocessable
from fhir_server.rules import fees, money
from fhir_server.rules.model import Signing
from fhir_server.service import contracts
from fhir_server.service.elements import Json, Span, extension_url, reference
from fhir_server.service.unit import Unit

from .ending import LIVE, drop_tasks
from .record import Step
from .signing import assets_of, ours, plan_for, prepared_terms, priced, signers_of
from .transition import Moved, advance

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What changes from a day on; references are `Type/id`."""

    start: date
    packages: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    signatures: tuple[Json, ...] = ()
    documents: tuple[str, ...] = ()
    step: Step = field(default_factory=lambda: Step("amend"))


async def amend(unit: Unit, reference_: str, wish: Amendment) -> Moved:
    """Change a contract in force; who joins is covered to its end, with fees from the day on."""
    contract = await ours(unit, reference_)
    whole = contracts.in_force(contract)
    if contracts.state(contract) not in LIVE or whole is None:
        now = contracts.state(contract)
        raise Conflict(f"{reference_} is {now}: it is not in force.", rule="rule-transition")
    if not whole.holds(wish.start):
        raise Unprocessable(
            f"{wish.start} lies outside of {whole.start} to {whole.end}.",
            expression="date",
            rule="rule-amend-day",
        )
    if wish.leaving and wish.start == whole.start:
        raise Unprocessable(
            f"The contract begins on {wish.start}: nobody leaves before that day is over.",
            expression="date",
            rule="rule-amend-day",
        )
    rest = Span(wish.start, whole.end)
    made = contract | {"subject": _subjects(contract, wish, rest)}
    made["term"] = await prepared_terms(unit, made, wish.packages)
    made["signer"] = [*contract.get("signer", []), *signers_of(made, wish.signatures)]
    papers = [{"reference": each} for each in wish.documents]
    if papers:
        made["supportingInfo"] = [*contract.get("supportingInfo", []), *papers]

    def complete(facts: Signing) -> Json:
        return _with_fees(priced(replace(facts, period=rest)), facts, wish.joining, rest)

    moved = await advance(unit, made, replace(wish.step, sources=wish.documents), complete)
    await _plans(unit, moved.contract, wish, rest)
    return moved


def _with_fees(contract: Json, facts: Signing, joining: tuple[str, ...], rest: Span) -> Json:
    """The contract with what those who join cost more: packages priced by the person."""
    if not joining:
        return contract
    packages = {p.reference: p for p in contracts.packages(contract)}
    terms = []
    for term in contract["term"]:
        cited = reference(term.get("offer", {}).get("topic"))
        package = (facts.packages or {}).get(cited)
        rate = money.rate_of(package) if package else None
        takers = tuple(m for m in joining if m in packages[cited].takers)
        if package and rate and rate.unit.startswith("person") and takers:
            who = replace(fees.takers_of(facts, packages[cited]), residents=takers)
            more = assets_of(contract, money.fees(facts.terms, package, who, rest) or [])
            terms.append(term | {"asset": [*term.get("asset", []), *more]})
        else:
            terms.append(term)
    return contract | {"term": terms}


def _subjects(contract: Json, wish: Amendment, rest: Span) -> list[Json]:
    listed = contract.get("subject", [])
    covered = {c.patient: c.span for c in contracts.covered(contract)}
    _check(contract, set(covered), wish)
    kept = [
        _covering(s, Span(span.start, rest.start - DAY))
        if reference(s) in wish.leaving and (span := covered[reference(s)])
        else s
        for s in listed
    ]
    return [*kept, *(_covering({"reference": m}, rest) for m in wish.joining)]


def _check(contract: Json, known: set[str], wish: Amendment) -> None:
    """Who joins was not covered, who leaves was."""
    for each in wish.joining:
        if each in known:
            raise Conflict(f"{each} is covered by Contract/{contract['id']} already.")
    for each in wish.leaving:
        if each not in known:
            raise Conflict(f"{each} is not covered by Contract/{contract['id']}.")


def _covering(subject: Json, span: Span) -> Json:
    """A subject that is covered on some days."""
    url = extension_url("covered")
    rest = [e for e in subject.get("extension", []) if e.get("url") != url]
    period = {"start": f"{span.start}", "end": f"{span.end}"}
    return subject | {"extension": [*rest, {"url": url, "valuePeriod": period}]}


async def _plans(unit: Unit, contract: Json, wish: Amendment, rest: Span) -> None:
    """Plans for who joins and for what is new; the tasks of who leaves are off."""
    listed = contracts.packages(contract)
    for patient in wish.joining:
        taken = [p.reference for p in listed if patient in p.takers]
        await plan_for(unit, contract, patient, rest, taken)
    stay = [c.patient for c in contracts.covered(contract)]
    for patient in stay if wish.packages else []:
        if patient not in (*wish.joining, *wish.leaving):
            await plan_for(unit, contract, patient, rest, wish.packages)
    if wish.leaving:
        await drop_tasks(unit, contract, rest.start - DAY, wish.leaving)
