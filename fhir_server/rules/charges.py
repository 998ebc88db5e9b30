"""What may be charged, beside the contract's own fees: reductions, filed prices, nothing twice.

Source: E5, E10, E11 of the policies.
"""

from collections.abc import Iterator

from fhir_server.service import contracts
from fhir_server.service.elements import Json, code, extension_value, fen

from .messages import Yuan
from .model import Breach, Charge
from .packages import charged_each_time

_PRICE = "ChargeItem.priceOverride"


def fee_kind(charge: Json) -> str:
    """The kind of fee of a ChargeItem, a code of fee-kind."""
    return code(charge.get("code"), "fee-kind")


def treatment_discount(facts: Charge) -> Iterator[Breach]:
    """An examination is reduced by so much a visit at most, and so much per person and year."""
    if fee_kind(facts.charge) != "exam-reduction" or facts.reduced is None:
        return
    rules = facts.terms.policy.packages
    visit = rules.exam_reduction_per_visit.on(facts.day)
    year = rules.exam_reduction_per_person_year.on(facts.day)
    given = -fen(facts.charge.get("priceOverride"))
    if year and visit and given > (most := fen({"value": visit.value})):
        yield Breach("reduction-visit", {"given": Yuan(given), "most": Yuan(most)}, year, _PRICE)
    if year and facts.reduced + given > (most := fen({"value": year.value})):
        args = {"given": Yuan(given), "before": Yuan(facts.reduced), "most": Yuan(most)}
        yield Breach("reduction-year", args, year, _PRICE)


def filing_number(facts: Charge) -> Iterator[Breach]:
    """A price that no list has is filed with healthcare security before it is charged.

    So it is for functional communities, and for items of a package without a price of their own.
    """
    kind = fee_kind(facts.charge)
    if kind in ("package-fee", "item-fee") and not _is_filed(facts) and _needs_filing(facts, kind):
        yield Breach("filing-number", {}, expression="ChargeItem.extension('filing-number')")


def _needs_filing(facts: Charge, kind: str) -> bool:
    if kind == "package-fee":
        is_community = facts.contract is not None and contracts.community(facts.contract) != ""
        return is_community and fen(facts.charge.get("priceOverride")) > 0
    item = facts.definition
    return item is not None and extension_value(item, "price", "extension") is None


def _is_filed(facts: Charge) -> bool:
    terms = (facts.contract or {}).get("term", [])
    agreed = [asset for term in terms for asset in term.get("asset", [])]
    filed = (facts.charge, facts.definition or {}, facts.package or {}, *agreed)
    return any(extension_value(each, "filing-number", "valueIdentifier") for each in filed)


def charged_twice(facts: Charge) -> Iterator[Breach]:
    """An item that is paid with the package is not charged again."""
    if fee_kind(facts.charge) != "item-fee" or facts.package is None or facts.definition is None:
        return
    item = f"{facts.definition.get('url')}|{facts.definition.get('version')}"
    cited = {action.get("definitionCanonical") for action in facts.package.get("action", [])}
    if item in cited and not charged_each_time(facts.package, item):
        args = {"item": facts.definition.get("title"), "package": facts.package.get("title")}
        yield Breach("charged-twice", args, expression="ChargeItem")
