"""Reading our Contract (fd-contract): where it stands, whom it covers, what was agreed.

Each function says what the contract says and nothing about rules. Source: the StructureDefinition
fd-contract; DECISIONS of the states stand in its extension contract-state.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple, get_args

from .elements import (
    Json,
    Span,
    code,
    day,
    extension_url,
    extension_value,
    extensions,
    fen,
    reference,
)

State = Literal[
    "draft",
    "applied",
    "withdrawn",
    "rejected",
    "pending-payment",
    "lapsed",
    "pending-receipt",
    "pending-start",
    "active",
    "renewed",
    "expired",
    "terminated",
    "disputed",
    "void",
]

STATES: tuple[State, ...] = get_args(State)

HOLDING: frozenset[str] = frozenset(
    {"pending-payment", "pending-receipt", "pending-start", "active"}
)
"""States in which a contract holds its residents, its household and its places in the team."""

_STATUS = {
    "draft": "negotiable",
    "applied": "offered",
    "withdrawn": "rejected",
    "rejected": "rejected",
    "lapsed": "rejected",
    "pending-payment": "executable",
    "pending-receipt": "executable",
    "pending-start": "executed",
    "active": "executed",
    "renewed": "terminated",
    "expired": "terminated",
    "disputed": "disputed",
    "void": "entered-in-error",
}

_PARTIES = ("resident", "household", "functional-community")


class Covered(NamedTuple):
    """A covered resident, `Patient/id`, and the days of cover; None before there is a period."""

    patient: str
    span: Span | None


class Package(NamedTuple):
    """What a term agrees: kind of package-kind, the PlanDefinition or item, who takes it.

    `takers` are residents by `Patient/id`: those named as party, or all who are covered where the
    household or the functional community is the party.
    """

    kind: str
    reference: str
    takers: tuple[str, ...]


class Share(NamedTuple):
    """What a payer bears: kind of payer-kind, amount in fen, who it is ("" where not named)."""

    payer: str
    fen: int
    responsible: str


class Price(NamedTuple):
    """What a package costs in one service year, in fen, and who bears it."""

    package: str
    year: Span | None
    fen: int
    shares: tuple[Share, ...]


class Signer(NamedTuple):
    """One who signed: role of signer-role, who, on which day, for whom ("" for none)."""

    role: str
    party: str
    signed: date | None
    on_behalf_of: str


def is_ours(contract: Json) -> bool:
    """Whether it claims fd-contract; the rules bind no other Contract."""
    ours = extension_url("fd-contract")
    claimed = contract.get("meta", {}).get("profile", [])
    return contract.get("resourceType") == "Contract" and any(
        url.partition("|")[0] == ours for url in claimed
    )


def state(contract: Json) -> str:
    """Where it stands, a code of contract-state; "" where it does not say."""
    return str(extension_value(contract, "contract-state", "valueCode") or "")


def with_state(contract: Json, to: State) -> Json:
    """A copy that stands in a state, with the status of R4 which belongs to it.

    One terminated early is `cancelled` if its reason is provider-breach, else `revoked`.
    """
    url = extension_url("contract-state")
    rest = [e for e in contract.get("extension", []) if e.get("url") != url]
    is_breach = early_end_reason(contract) == "provider-breach"
    early = "cancelled" if is_breach else "revoked"
    return contract | {
        "extension": [{"url": url, "valueCode": to}, *rest],
        "status": _STATUS.get(to, early),
    }


def kind(contract: Json) -> str:
    """A code of contract-kind: family-doctor-service, supplement or template."""
    return code(contract.get("type"), "contract-kind")


def is_supplement(contract: Json) -> bool:
    """Whether it is a supplementary agreement, which holds no resident and no place in a team."""
    return kind(contract) == "supplement"


def signed_on(contract: Json) -> date | None:
    """The day of signing in law (`issued`)."""
    return day(contract.get("issued"))


def applies(contract: Json) -> Span | None:
    """The period as signed; an early end does not change it."""
    period = contract.get("applies", {})
    start, end = day(period.get("start")), day(period.get("end"))
    return Span(start, end) if start and end else None


def ended_on(contract: Json) -> date | None:
    """The last day of one that ends, or will end, before its period does."""
    return day(extension_value(contract, "ended-on", "valueDate"))


def early_end_reason(contract: Json) -> str:
    """Why it ends early, a code of contract-end-reason; "" without one."""
    given = extension_value(contract, "early-end-reason", "valueCodeableConcept")
    return code(given, "contract-end-reason")


def in_force(contract: Json) -> Span | None:
    """The days from the first to the actual last; None before there is a period."""
    whole, end = applies(contract), ended_on(contract)
    return Span(whole.start, min(whole.end, end)) if whole and end else whole


def covered(contract: Json) -> list[Covered]:
    """The covered residents, each with the days of cover, an early end considered."""
    whole = in_force(contract)
    return [
        Covered(reference(subject), _cover(subject, whole))
        for subject in contract.get("subject", [])
        if reference(subject).startswith("Patient/")
    ]


def _cover(subject: Json, whole: Span | None) -> Span | None:
    own = extension_value(subject, "covered", "valuePeriod")
    if whole is None or own is None:
        return whole
    start, end = day(own.get("start")), day(own.get("end"))
    return Span(start or whole.start, min(end or whole.end, whole.end))


def household(contract: Json) -> str:
    """The household that signed, `Group/id`; "" for none."""
    return next(iter(parties(contract, "household")), "")


def community(contract: Json) -> str:
    """The functional community that signed, `Organization/id`; "" for none."""
    return next(iter(parties(contract, "functional-community")), "")


def institution(contract: Json) -> str:
    """The institution that provides, `Organization/id`: the first where there are several."""
    return next(iter(parties(contract, "provider")), "")


def parties(contract: Json, role: str) -> list[str]:
    """The parties of a role of contract-party, each once."""
    named = (p for t in contract.get("term", []) for p in _offer(t).get("party", []))
    chosen = (
        p.get("reference", []) for p in named if code(p.get("role"), "contract-party") == role
    )
    return list(dict.fromkeys(map(reference, chain.from_iterable(chosen))))


def party_kind(contract: Json) -> str:
    """Who signs as party A: resident, household or functional-community; "" where none is named.

    A household or community that signs some terms is the party, though others are for residents.
    """
    return next((k for k in reversed(_PARTIES) if parties(contract, k)), "")


def team(contract: Json) -> str:
    """Who provides: `CareTeam/id`, or `PractitionerRole/id` of a doctor who signs alone."""
    actions = (a for t in contract.get("term", []) for a in t.get("action", []))
    provided = (a for a in actions if code(a.get("type"), "contract-action") == "provide-package")
    return next((reference(a.get("performer")) for a in provided), "")


def packages(contract: Json) -> list[Package]:
    """What it agrees, one for each term."""
    everybody = tuple(c.patient for c in covered(contract))
    return [
        Package(
            code(_offer(term).get("type"), "package-kind"),
            reference(_offer(term).get("topic")),
            _takers(term) or everybody,
        )
        for term in contract.get("term", [])
    ]


def _takers(term: Json) -> tuple[str, ...]:
    named = _offer(term).get("party", [])
    residents = (p for p in named if code(p.get("role"), "contract-party") == "resident")
    return tuple(reference(r) for p in residents for r in p.get("reference", []))


def prices(contract: Json) -> list[Price]:
    """What each package costs in each service year, with the shares of the payers."""
    return [
        _price(reference(_offer(term).get("topic")), asset)
        for term in contract.get("term", [])
        for asset in term.get("asset", [])
    ]


def _price(package: str, asset: Json) -> Price:
    given: Json = next(iter(asset.get("period", [])), {})
    start, end = day(given.get("start")), day(given.get("end"))
    return Price(
        package,
        Span(start, end) if start and end else None,
        fen(extension_value(asset, "agreed-price", "valueMoney")),
        tuple(
            Share(
                str(extension_value(item, "payer-kind", "valueCode") or ""),
                fen(item.get("net")),
                reference(item.get("responsible")),
            )
            for item in asset.get("valuedItem", [])
        ),
    )


def signers(contract: Json) -> list[Signer]:
    """Those who signed; one entry for each signature, or one without a day where there is none."""
    return list(chain.from_iterable(map(_signatures, contract.get("signer", []))))


def _signatures(signer: Json) -> Iterator[Signer]:
    role, party = str(signer.get("type", {}).get("code", "")), reference(signer.get("party"))
    for each in signer.get("signature", []) or [{}]:
        yield Signer(role, party, day(each.get("when")), reference(each.get("onBehalfOf")))


def channel(contract: Json) -> str:
    """How it was signed, a code of contract-signing-channel; "" where it does not say."""
    given = extension_value(contract, "signing-channel", "valueCodeableConcept")
    return code(given, "contract-signing-channel")


def is_renewal(contract: Json) -> bool:
    """Whether it is coded as a renewal."""
    return any(code(each, "signing-kind") == "renewal" for each in contract.get("subType", []))


def renews(contract: Json) -> str:
    """The contract that it continues, `Contract/id`; "" for none."""
    return reference(extension_value(contract, "renews", "valueReference"))


def renewed_by(contract: Json) -> str:
    """The contract that continues it, `Contract/id`; "" for none."""
    return reference(extension_value(contract, "renewed-by", "valueReference"))


def supplement_of(contract: Json) -> str:
    """The main contract of a supplementary agreement, `Contract/id`; "" for none."""
    return reference(extension_value(contract, "supplement-of", "valueReference"))


def documents(contract: Json) -> list[str]:
    """Papers in `supportingInfo`: registers, permits, letters, evidence, as `Type/id`."""
    return [reference(each) for each in contract.get("supportingInfo", [])]


def copies(contract: Json) -> int:
    """How many copies of the agreement were handed out (`legal`)."""
    return len(contract.get("legal", []))


def key_populations(contract: Json) -> list[str]:
    """The groups for which it was signed, codes of key-population-group."""
    found = (
        code(e.get("valueCodeableConcept"), "key-population-group")
        for e in extensions(contract, "key-population")
    )
    return [each for each in found if each]


def _offer(term: Json) -> Json:
    offer: Json = term.get("offer", {})
    return offer
