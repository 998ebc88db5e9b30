"""Ends before the end: a letter of cancellation, its withdrawal, termination for a reason.

The period as signed never changes: the last day stands in `ended-on`. Up to that day the contract
is in force, and what is announced may be taken back; the day after it is rolled over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from conformance.issue import Issue
from fhir_server.errors import Conflict
from fhir_server.rules import findings
from fhir_server.rules.endings import BY_LETTER
from fhir_server.rules.model import Ending
from fhir_server.rules.money import RESIDENT, refund_of
from fhir_server.service import contracts, planning
from fhir_server.service.elements import (
    Json,
    code,
    day,
    extension_url,
    extension_value,
    fen,
    reference,
    system,
    yuan,
)
from fhir_server.service.policies import Terms
from fhir_server.service.unit import Unit

from . import states
from .cover import contract_of
from .gathering import terms_of
from .record import Step
from .signing import ours
from .transition import Moved, advance, refuse

LIVE = frozenset({"pending-start", "active"})
_PROVIDERS = ("PractitionerRole", "Practitioner", "Organization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Farewell:
    """How a contract is to end: why (contract-end-reason), its last day, papers, signatures, money.

    `refund` is what the resident gets back, in fen; None where the policy is to decide.
    """

    reason: str
    end: date | None = None
    documents: tuple[str, ...] = ()
    signatures: tuple[Json, ...] = ()
    refund: int | None = None
    step: Step = field(default_factory=lambda: Step("terminate"))


async def cancel(unit: Unit, reference_: str, wish: Farewell) -> Moved:
    """Receive a letter: its day of receipt is the last, or a later one that was asked for."""
    contract = await _live(unit, reference_)
    if contracts.ended_on(contract):
        raise Conflict(f"{reference_} ends already on {contracts.ended_on(contract)}.")
    end = wish.end or await received(unit, wish.documents) or unit.today
    return await close(unit, contract, replace(wish, end=end))


async def received(unit: Unit, letters: Iterable[str]) -> date | None:
    """The last day by a letter: that of receipt, or a later one that it asks for."""
    for each in letters:
        letter = await unit.need(each, "letter")
        named = (
            day(extension_value(letter, n, "valueDate")) for n in ("requested-end", "received-on")
        )
        if last := next(filter(None, named), None):
            return last
    return None


async def withdraw(unit: Unit, reference_: str, step: Step) -> Moved:
    """Take a cancellation back; until its day, and while nobody else holds what follows."""
    contract = await _live(unit, reference_)
    ended = contracts.ended_on(contract)
    if ended is None or contracts.early_end_reason(contract) not in BY_LETTER:
        raise Conflict(f"{reference_} has not been cancelled.")
    if ended < unit.today:
        raise Conflict(f"{reference_} ended on {ended}; it is too late to take that back.")
    moved = await advance(unit, without(contract, "ended-on", "early-end-reason"), step)
    await _restore_tasks(unit, contract)
    return moved


async def terminate(unit: Unit, reference_: str, wish: Farewell) -> Moved:
    """End a contract for a reason; a breach pays back what the resident paid."""
    contract = await ours(unit, reference_)
    states.check(contracts.state(contract), "terminated")
    moved = await close(unit, contract, wish)
    if wish.reason == "provider-breach" or wish.refund:
        await _pay_back(unit, moved.contract, wish)
    return moved


async def close(unit: Unit, contract: Json, wish: Farewell) -> Moved:
    """End a contract on a day, judged by the rules of ends; its open tasks after that are off."""
    end = wish.end or unit.today
    warnings = await _judge(unit, contract, wish, end)
    papers = [{"reference": each} for each in wish.documents]
    known = contract.get("supportingInfo", [])
    made = with_value(contract, "ended-on", "valueDate", f"{end}")
    made = with_value(
        made,
        "early-end-reason",
        "valueCodeableConcept",
        {"coding": [{"system": system("contract-end-reason"), "code": wish.reason}]},
    )
    if papers:
        made["supportingInfo"] = [*known, *(p for p in papers if p not in known)]
    by_letter = wish.reason in BY_LETTER
    if end < unit.today or (end == unit.today and not by_letter):
        made = contracts.with_state(made, "terminated")
    step = replace(wish.step, sources=wish.documents, signatures=wish.signatures)
    moved = await advance(unit, made, step)
    await drop_tasks(unit, made, end)
    return moved._replace(warnings=[*warnings, *moved.warnings])


async def _live(unit: Unit, reference_: str) -> Json:
    contract = await ours(unit, reference_)
    if (now := contracts.state(contract)) not in LIVE:
        raise Conflict(f"{reference_} is {now}: it is not in force.", rule="rule-transition")
    return contract


async def _judge(unit: Unit, contract: Json, wish: Farewell, end: date) -> list[Issue]:
    documents = {each: await unit.need(each, "document") for each in wish.documents}
    signers = {reference(s.get("who")).partition("/")[0] for s in wish.signatures}
    sides = {"provider" if each in _PROVIDERS else "recipient" for each in signers}
    terms, paid = await terms_of(unit, contract), await _paid(unit, contract, wish)
    facts = Ending(
        terms=terms,
        today=unit.today,
        contract=contract,
        reason=wish.reason,
        end=end,
        sides=frozenset(sides),
        documents=documents,
        paid=paid,
        refund=_refund(terms, wish, paid, end),
    )
    found = findings(facts, "transition")
    refuse(found)
    return found


def _refund(terms: Terms, wish: Farewell, paid: dict[str, int], end: date) -> int:
    return (
        wish.refund
        if wish.refund is not None
        else refund_of(terms, wish.reason, paid, end).resident
    )


async def _paid(unit: Unit, contract: Json, wish: Farewell) -> dict[str, int]:
    """What stands on balanced Invoices of a contract, by payer-kind; asked where it matters."""
    if wish.reason != "provider-breach" and wish.refund is None:
        return {}
    paid: dict[str, int] = {}
    for invoice in await _invoices(unit, contract):
        payer = _payer(invoice)
        paid[payer] = paid.get(payer, 0) + fen(invoice.get("totalNet"))
    return paid


def _payer(invoice: Json) -> str:
    """Who paid an Invoice: the kind of payer that its lines name first, else by the recipient."""
    prices = [p for line in invoice.get("lineItem", []) for p in line.get("priceComponent", [])]
    named = next((c for p in prices if (c := code(p.get("code"), "payer-kind"))), "")
    is_fund = reference(invoice.get("recipient")).startswith("Organization/")
    return named or ("insurance-fund" if is_fund else RESIDENT)


async def _invoices(unit: Unit, contract: Json) -> list[Json]:
    subjects = [reference(s) for s in contract.get("subject", [])]
    found = await unit.search("Invoice", f"subject={','.join(subjects)}&status=balanced")
    own = f"Contract/{contract['id']}"
    return [each for each in found if contract_of(each) == own]


async def _pay_back(unit: Unit, contract: Json, wish: Farewell) -> None:
    """Reverse what was paid, each Invoice by one of its own, at once."""
    end = contracts.ended_on(contract) or unit.today
    paid = await _paid(unit, contract, wish)
    back = refund_of(await terms_of(unit, contract), wish.reason, paid, end)
    left = {**back.funds, RESIDENT: back.resident if wish.refund is None else wish.refund}
    for invoice in await _invoices(unit, contract):
        payer, amount = _payer(invoice), fen(invoice.get("totalNet"))
        returned = min(amount, left.get(payer, 0))
        if returned > 0:
            unit.put(_reversal(unit, invoice, returned, whole=returned == amount))
            left[payer] -= returned


def _reversal(unit: Unit, invoice: Json, amount: int, *, whole: bool) -> Json:
    """The Invoice that pays back another, line by line where all of it is paid back."""
    kept = {k: v for k, v in invoice.items() if k not in ("id", "meta", "text", "identifier")}
    made = kept | {
        "status": "issued",
        "type": {"coding": [{"system": system("invoice-kind"), "code": "refund"}]},
        "date": f"{unit.today}",
        "totalNet": yuan(-amount),
    }
    made.pop("totalGross", None)
    if whole:
        made["lineItem"] = [_negative(line) for line in invoice.get("lineItem", [])]
    else:
        made.pop("lineItem", None)
    profiles = invoice.get("meta", {}).get("profile")
    return planning.filled(made | {"meta": {"profile": profiles}} if profiles else made)


def _negative(line: Json) -> Json:
    priced = [
        each | {"amount": yuan(-fen(each["amount"]))}
        for each in line.get("priceComponent", [])
        if each.get("type") != "informational" and "amount" in each
    ]
    return line | {"priceComponent": priced}


# Parts of a contract


def with_value(contract: Json, name: str, kind: str, value: object) -> Json:
    """A copy with one of our extensions, in place of what it said before."""
    rest = without(contract, name)
    return rest | {
        "extension": [*rest.get("extension", []), {"url": extension_url(name), kind: value}]
    }


def without(contract: Json, *names: str) -> Json:
    """A copy without some of our extensions."""
    urls = {extension_url(name) for name in names}
    kept = [e for e in contract.get("extension", []) if e.get("url") not in urls]
    return contract | {"extension": kept}


async def _restore_tasks(unit: Unit, contract: Json) -> None:
    """What an announced end put off is due again."""
    patients = ",".join(c.patient for c in contracts.covered(contract))
    own = f"Contract/{contract['id']}"
    for task in await unit.search("Task", f"patient={patients}&status=cancelled"):
        if contract_of(task) == own and code(task.get("businessStatus"), "fulfilment-state"):
            kept = {k: v for k, v in task.items() if k != "businessStatus"}
            unit.put(kept | {"status": "requested"})


async def drop_tasks(unit: Unit, contract: Json, end: date, of: Iterable[str] = ()) -> None:
    """Cancel the open service tasks that fall due after the last day, of some residents or all."""
    patients = list(of) or [c.patient for c in contracts.covered(contract)]
    if not patients:
        return
    found = await unit.search("Task", f"patient={','.join(patients)}&status=requested,accepted")
    own = f"Contract/{contract['id']}"
    for task in found:
        period = task.get("restriction", {}).get("period", {})
        due = day(period.get("start")) or day(period.get("end"))
        if contract_of(task) == own and due and due > end:
            coded = {"coding": [{"system": system("fulfilment-state"), "code": "cancelled"}]}
            unit.put(task | {"status": "cancelled", "businessStatus": coded})
