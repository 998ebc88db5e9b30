"""Contract/$eligibility: what would be refused, before anybody signs; nothing is reserved."""

from collections.abc import Iterator

from conformance.issue import errors
from fhir_server.errors import BadRequest, FhirError, outcome
from fhir_server.http import Call, Reply
from fhir_server.lifecycle import holdings
from fhir_server.lifecycle.record import Step
from fhir_server.lifecycle.signing import Wish, placed, prepared, priced
from fhir_server.lifecycle.transition import Moved, judged
from fhir_server.operations.asked import answer
from fhir_server.rules.model import Signing
from fhir_server.rules.packages import kind_of
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.elements import Json, extension_url, reference, system, yuan
from fhir_server.service.unit import Unit, trial

from .carrying import asking
from .given import Given

SUPPORTED = (
    "contract", "resident", "household", "community", "team", "package", "signedOn", "start",
    "years",
)  # fmt: skip
SIGNATURES = frozenset({"rule-signers", "rule-household-register", "rule-copies"})
"""Rules about what is only there once somebody signs."""


async def judge_eligibility(call: Call, server: Server) -> Reply:
    """Whether it would be signed, for which period, who would pay, and all findings."""
    given = Given(call, SUPPORTED)
    whole = given.resource("contract", "Contract")

    async def work(unit: Unit) -> tuple[Json, Moved]:
        contract = dict(whole) if whole else await _drafted(unit, given)
        contract.setdefault("id", "eligibility")
        wish = Wish(
            signed_on=given.date("signedOn") or unit.today,
            start=given.date("start"),
            years=given.number("years"),
        )
        made = contracts.with_state(await prepared(unit, contract, wish), "active")
        claimed = holdings.claims(made)
        await holdings.take(unit, claimed)

        def complete(facts: Signing) -> Json:
            return placed(priced(facts), facts, 0)

        return made, await judged(unit, made, Step("sign"), claimed, complete)

    try:
        made, moved = await trial(server, call.now, work)
    except FhirError as error:
        if error.status != 422:
            raise
        refused = {"name": "eligible", "valueBoolean": False}
        return answer([refused, {"name": "outcome", "resource": error.outcome()}])
    return answer(_parameters(made, moved, signed=whole is not None))


def _parameters(made: Json, moved: Moved, *, signed: bool) -> Iterator[Json]:
    found = [i for i in moved.warnings if signed or i.rule not in SIGNATURES]
    yield {"name": "eligible", "valueBoolean": not errors(found)}
    yield {"name": "period", "valuePeriod": made["applies"]}
    for payer, amount in _shares(moved.contract).items():
        parts = [
            {"name": "payer", "valueCode": payer},
            {"name": "amount", "valueMoney": yuan(amount)},
        ]
        yield {"name": "share", "part": parts}
    yield {"name": "outcome", "resource": outcome(found)}


def _shares(contract: Json) -> dict[str, int]:
    """What each payer bears in the first service year, in fen."""
    prices = contracts.prices(contract)
    first = min((p.year.start for p in prices if p.year), default=None)
    borne: dict[str, int] = {}
    for price in prices:
        if price.year is None or price.year.start == first:
            for share in price.shares:
                borne[share.payer] = borne.get(share.payer, 0) + share.fen
    return borne


async def _drafted(unit: Unit, given: Given) -> Json:
    """A contract of what was said: residents, who signs for them, a team, packages."""
    team = given.reference("team", "CareTeam", "PractitionerRole")
    residents = given.references("resident", "Patient")
    packages = given.references("package", "PlanDefinition")
    if not (team and residents and packages):
        raise BadRequest("$eligibility needs a contract, or residents, a team and packages.")
    household = given.reference("household", "Group")
    community = given.reference("community", "Organization")
    sides = {"household": [household], "functional-community": [community]}
    role, parties = next(((r, p) for r, p in sides.items() if p[0]), ("resident", list(residents)))
    provider = await _institution(unit, team)
    party = [_party(role, parties), _party("provider", [provider])]
    subjects = [*filter(None, (household, community)), *residents]
    return {
        "resourceType": "Contract",
        "meta": {"profile": [extension_url("fd-contract")]},
        "type": _concept("contract-kind", "family-doctor-service"),
        "subject": [{"reference": each} for each in subjects],
        "term": [await _term(unit, each, party, team) for each in packages],
    }


async def _institution(unit: Unit, team: str) -> str:
    found = await unit.need(team, "team")
    managing = found.get("managingOrganization") or [found.get("organization", {})]
    return reference(managing[0])


async def _term(unit: Unit, package: str, party: list[Json], team: str) -> Json:
    kind = kind_of(await unit.need(package, "package"))
    action = {
        "type": _concept("contract-action", "provide-package"),
        "performer": {"reference": team},
    }
    topic = {"reference": package}
    offer = {"party": party, "topic": topic, "type": _concept("package-kind", kind)}
    return {"offer": offer, "action": [action]}


def _party(role: str, references: list[str]) -> Json:
    named = [{"reference": each} for each in references]
    return {"role": _concept("contract-party", role), "reference": named}


def _concept(code_system: str, name: str) -> Json:
    return {"coding": [{"system": system(code_system), "code": name}]}


ELIGIBILITY = asking("eligibility", judge_eligibility)
