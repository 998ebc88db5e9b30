"""What the contracts cost in their first service year: coverages, charges, a settlement a payer."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from .contracts import Signed, money
from .fhir import Json, concept, extension, foreign, number, part, ref, resource
from .frame import Frame
from .residents import Residents
from .setting import Setting

INSURANCE = "urn:oid:2.16.156.10011.2.3.1.248"
_SELF = foreign("subscriber-relationship", "self", "Self")


def fees(frame: Frame, place: Setting, people: Residents, papers: Signed) -> list[Json]:
    """Make the money of a case."""
    made = [_coverage(frame, place, key, person) for key, person in people.people.items()]
    for contract in {each["id"]: each for each in papers.contracts.values()}.values():
        account = _account(frame, place, contract)
        charges = [_charge(place, contract, account, n) for n in range(len(contract["term"]))]
        made += [account, *charges, *_settlements(frame, place, contract, account, charges)]
    return made


def _coverage(frame: Frame, place: Setting, key: str, person: Json) -> Json:
    """Everybody is insured, in the scheme of urban and rural residents."""
    return resource(
        "Coverage",
        frame.id(f"coverage-{key}"),
        "fd-coverage",
        status="active",
        type=concept(INSURANCE, "2", "城乡居民基本医疗保险"),
        beneficiary=ref(person),
        relationship=_SELF,
        period={"start": f"{frame.signed.year}-01-01", "end": f"{frame.end.year}-12-31"},
        payor=[ref(place.payer("insurance-fund"))],
    )


def _account(frame: Frame, place: Setting, contract: Json) -> Json:
    """The fees of a contract in its first service year."""
    covered = [each for each in contract["subject"] if each["reference"].startswith("Patient/")]
    return resource(
        "Account",
        contract["id"].replace(frame.id("contract"), frame.id("account")),
        "fd-account",
        extension=[_link(contract)],
        status="active",
        type=concept("account-kind", "contract-fees"),
        name=f"{covered[0]['display']}的签约服务费",
        subject=covered,
        servicePeriod=_year(contract),
        owner=ref(place.provider),
    )


def _charge(place: Setting, contract: Json, account: Json, term: int) -> Json:
    """The fee of one package, with the shares that the contract has for that year."""
    agreed = contract["term"][term]
    asset = agreed["asset"][0]
    (price,) = (each["valueMoney"] for each in asset["extension"])
    return resource(
        "ChargeItem",
        f"{account['id']}-charge-{term + 1}",
        "fd-charge-item",
        extension=[_link(contract), *map(_share, asset.get("valuedItem", []))],
        status="billed" if "valuedItem" in asset else "not-billable",
        code=concept("fee-kind", "package-fee"),
        subject=agreed["offer"]["party"][0]["reference"][0],
        occurrencePeriod=_year(contract),
        performingOrganization=ref(place.provider),
        priceOverride=price,
        account=[ref(account)],
        supportingInformation=[agreed["offer"]["topic"]],
    )


def _share(item: Json) -> Json:
    return extension(
        "payer-share",
        part("payer", valueCode=_payer(item)),
        part("amount", valueMoney=item["net"]),
        part("party", valueReference=item["responsible"]),
    )


def _settlements(
    frame: Frame, place: Setting, contract: Json, account: Json, charges: list[Json]
) -> Iterator[Json]:
    """One for each kind of payer; all are paid."""
    items = [term["asset"][0].get("valuedItem", []) for term in contract["term"]]
    for payer in dict.fromkeys(map(_payer, chain.from_iterable(items))):
        shares = [
            (charge, item)
            for charge, row in zip(charges, items, strict=True)
            for item in row
            if _payer(item) == payer
        ]
        id_ = f"{account['id']}-settlement-{payer}"
        yield resource(
            "Invoice",
            id_,
            "fd-invoice",
            extension=[_link(contract)],
            identifier=[number("invoice", id_)],
            status="balanced",
            type=concept("invoice-kind", "settlement"),
            recipient=shares[0][1]["responsible"],
            date=frame.signed.isoformat(),
            issuer=ref(place.provider),
            account=ref(account),
            lineItem=[_line(charge, payer, item["net"]) for charge, item in shares],
            totalNet=money(sum((item["net"]["value"] for _, item in shares), Decimal())),
        )


def _line(charge: Json, payer: str, share: Json) -> Json:
    component = {"type": "base", "code": concept("payer-kind", payer), "amount": share}
    return {"chargeItemReference": ref(charge), "priceComponent": [component]}


def _payer(item: Json) -> str:
    return str(item["extension"][0]["valueCode"])


def _year(contract: Json) -> Json:
    """The first service year."""
    period: Json = contract["term"][0]["asset"][0]["period"][0]
    return period


def _link(contract: Json) -> Json:
    return extension("contract", valueReference=ref(contract))
