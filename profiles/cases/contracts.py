"""What is signed: one contract of the household, or one of each resident; papers and episodes."""

import base64
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .dates import moment, service_years
from .fhir import Json, coding, concept, extension, foreign, number, ref, resource
from .frame import Frame
from .notes import notes
from .packages import Offer, Package
from .residents import Residents
from .setting import Setting

Money = dict[str, Any]

_SIGNATURE = {
    "system": "urn:iso-astm:E1762-95:2013",
    "code": "1.2.840.10065.1.12.1.7",
    "display": "Consent Signature",
}
_TREATMENT = foreign("v3-ActReason", "TREAT", "treatment")
_AGREED = {
    "coding": [
        {
            "system": "http://hl7.org/fhir/contract-action-status",
            "code": "complete",
            "display": "Complete",
        }
    ]
}
_PAPER = "示例文件：演示数据，人物与机构均为虚构，无法律效力。\n"


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs one contract: those it covers, who signs and pays for them, the household."""

    name: str
    covered: list[Json]
    adult: Json
    household: Json | None = None
    guardian: Json | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed: a contract and an episode of care for each resident, by their key."""

    contracts: dict[str, Json]
    papers: list[Json]
    episodes: dict[str, Json]

    def resources(self) -> list[Json]:
        """All of it; the contract of a household once."""
        once = {each["id"]: each for each in self.contracts.values()}
        return [*self.papers, *once.values(), *self.episodes.values()]


def signed(frame: Frame, place: Setting, covered: Residents, offered: Offer) -> Signed:
    """Make the contracts of a case."""
    contracts: dict[str, Json] = {}
    papers: list[Json] = []
    for party in _parties(covered):
        paper = _papers(frame, place, party)
        papers += paper
        packages = [(package, party.covered) for package in offered.shared]
        if covered.patient in party.covered:
            packages += [(package, [covered.patient]) for package in offered.personal]
        made = contract(frame, place, party, packages, paper)
        made["term"][0]["text"] = notes(frame)
        contracts |= {key: made for key, p in covered.people.items() if p in party.covered}
    episodes = {
        key: episode(frame.id(f"episode-{key}"), person, contracts[key], place)
        for key, person in covered.people.items()
    }
    return Signed(contracts, papers, episodes)


def contract(
    frame: Frame,
    place: Setting,
    party: Party,
    packages: list[tuple[Package, list[Json]]],
    papers: list[Json],
) -> Json:
    """A contract of a party with the packages that its members take, as it stands today."""
    state, status = (
        ("active", "executed") if frame.today <= frame.end else ("expired", "terminated")
    )
    groups = [e for p in party.covered for e in p.get("extension", [])]
    once = [each for n, each in enumerate(groups) if each not in groups[:n]]
    return resource(
        "Contract",
        frame.id(f"contract{party.name}"),
        "fd-contract",
        extension=[
            extension("contract-state", valueCode=state),
            *once,
            extension(
                "signing-channel",
                valueCodeableConcept=concept(
                    # Without its papers it is one that was there before.
                    "contract-signing-channel",
                    "paper" if papers else "initial-load",
                ),
            ),
        ],
        identifier=[number("contract", f"{frame.prefix}-C{party.name}-0001")],
        status=status,
        issued=frame.signed.isoformat(),
        applies={"start": frame.signed.isoformat(), "end": frame.end.isoformat()},
        subject=[*map(ref, party.covered), *([ref(party.household)] if party.household else [])],
        title="示例家庭医生签约服务协议",
        type=concept("contract-kind", "family-doctor-service"),
        subType=[concept("signing-kind", "new")],
        term=[_term(frame, place, party, package, takers) for package, takers in packages],
        supportingInfo=[ref(each) for each in papers[2:]],
        signer=_signers(frame, place, party),
        legal=_copies(place, party, papers),
        legallyBindingReference=ref(papers[0]) if papers else None,
    )


def episode(id_: str, person: Json, under: Json, place: Setting) -> Json:
    """The care of one resident under a contract."""
    return resource(
        "EpisodeOfCare",
        id_,
        "fd-care-episode",
        extension=[extension("contract", valueReference=ref(under))],
        status="active" if under["status"] == "executed" else "finished",
        type=[concept("episode-kind", "fd-contract")],
        patient=ref(person),
        managingOrganization=ref(place.provider),
        period=under["applies"],
        careManager=place.lead["practitioner"],
        team=[ref(place.team)],
    )


def signature(type_name: str, party: Json, when: str, behalf: Json | None = None) -> Json:
    """One who signs, in a role of signer-role."""
    shown = ref(party, party.get("practitioner", {}).get("display"))
    made = {"type": [_SIGNATURE], "when": when, "who": shown}
    made |= {"onBehalfOf": ref(behalf)} if behalf else {}
    return {"type": coding("signer-role", type_name), "party": shown, "signature": [made]}


def provided(place: Setting) -> Json:
    """That the team provides a package."""
    return {
        "type": concept("contract-action", "provide-package"),
        "intent": _TREATMENT,
        "status": _AGREED,
        "performer": ref(place.team),
    }


def money(amount: Decimal) -> Money:
    """An amount in yuan, to the fen."""
    return {"value": amount.quantize(Decimal("0.01")), "currency": "CNY"}


def _parties(covered: Residents) -> list[Party]:
    people, father = covered.people, covered.people["father"]
    if covered.household:
        return [Party("", list(people.values()), father, covered.household)]
    alone = [Party(f"-{key}", [person], person) for key, person in people.items() if key != "child"]
    child = people["child"]
    return [*alone, Party("-child", [child], covered.guardian, guardian=covered.guardian)]


def _term(frame: Frame, place: Setting, party: Party, package: Package, takers: list[Json]) -> Json:
    """One package for those who take it: parties, shares of each service year, the team."""
    whole = party.household if takers is party.covered else None
    side = ("household", [party.household]) if whole else ("resident", takers)
    return {
        "offer": {
            "party": [_party(*side), _party("provider", [place.provider])],
            "topic": ref(package.resource),
            "type": concept("package-kind", package.kind),
        },
        "asset": [
            _priced(place, party, package, len(takers), first.isoformat(), last.isoformat())
            for first, last in service_years(frame.policy, frame.signed, frame.end)
        ],
        "action": [provided(place)],
    }


def _party(role: str, members: list[Any]) -> Json:
    return {"reference": [*map(ref, members)], "role": concept("contract-party", role)}


def _priced(
    place: Setting, party: Party, package: Package, takers: int, first: str, last: str
) -> Json:
    """Price and shares of a package in one service year."""
    units, word = (1, "户") if package.unit.startswith("household") else (takers, "人")
    shares = [
        {
            "extension": [extension("payer-kind", valueCode=payer)],
            "quantity": {"value": units, "unit": word},
            "unitPrice": money(amount),
            "net": money(amount * units),
            "responsible": ref(party.adult if payer == "resident" else place.payer(payer)),
            "recipient": ref(place.provider),
        }
        for payer, amount in package.shares.items()
    ]
    priced = {
        "extension": [extension("agreed-price", valueMoney=money(package.price * units))],
        "period": [{"start": first, "end": last}],
    }
    return priced | ({"valuedItem": shares} if shares else {})


def _signers(frame: Frame, place: Setting, party: Party) -> list[Json]:
    when = moment(frame.signed, "00:00")  # on paper only the day counts
    if party.household:
        side = signature("household-representative", party.adult, when)
    elif party.guardian:
        side = signature("guardian", party.guardian, when, party.covered[0])
    else:
        side = signature("resident", party.adult, when)
    institution = signature("institution", place.provider, when)
    return [side, signature("family-doctor", place.lead, when), institution]


def _copies(place: Setting, party: Party, papers: list[Json]) -> list[Json]:
    """Two copies, one for each side."""
    holders = (place.team, party.household or party.covered[0])
    return [
        {
            "extension": [extension("copy-holder", valueReference=ref(holder))],
            "contentReference": ref(paper),
        }
        for holder, paper in zip(holders, papers, strict=False)
    ]


def _papers(frame: Frame, place: Setting, party: Party) -> list[Json]:
    """The agreement, its second copy, and the register of a household."""
    subject = party.household or party.covered[0]
    kinds = [("signed-agreement", "agreement", "签约协议（团队存）")]
    kinds += [("signed-agreement-copy", "agreement", "签约协议（居民存）")]
    kinds += [("household-register", "household-register", "户口簿")] if party.household else []
    return [
        resource(
            "DocumentReference",
            frame.id(f"{name}{party.name}"),
            "fd-agreement-document",
            status="current",
            docStatus="final",
            type=concept("document-kind", kind),
            subject=ref(subject),
            date=moment(frame.signed, "10:00"),
            custodian=ref(place.provider),
            content=[{"attachment": _attachment(title)}],
        )
        for name, kind, title in kinds
    ]


def _attachment(title: str) -> Json:
    return {
        "contentType": "text/plain;charset=utf-8",
        "language": "zh-CN",
        "data": base64.b64encode(_PAPER.encode()).decode(),
        "title": title,
    }
