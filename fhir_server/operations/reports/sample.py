"""$sample: contracts drawn at random, each with a task to verify it and the survey to be answered.

The same seed over the same contracts draws the same sample: contracts are drawn in the order of a
keyed hash of their ids. Called again, it makes nothing twice. Source: the OperationDefinition
contract-sample of the profiles (a city's 2017 plan: random telephone calls).
"""

import hashlib
from datetime import date, timedelta
from typing import Any

from conformance import json
from fhir_server.errors import BadRequest
from fhir_server.http import Call, Reply
from fhir_server.interactions.transaction import transaction
from fhir_server.operations.asked import Asked, answer
from fhir_server.operations.operation import Operation
from fhir_server.server import Server
from fhir_server.store.scanning import Moment, at_one_moment
from profiles import CANONICAL

from .asked import SCOPE, Period, day, reference, scope, today_of
from .facts import Agreement, Facts
from .gather import Reading
from .records import CODES, OWN
from .run import Wanted, base, policy_of
from .scope import Scope

Json = dict[str, Any]

MOST = 500
DUE_DAYS = 30
SURVEY = f"{CANONICAL}/Questionnaire/satisfaction|1"
SAMPLED = f"{CANONICAL}/NamingSystem/sample"
EARLIEST = date(2000, 1, 1)


async def sample(call: Call, server: Server) -> Reply:
    """Parameters: from how many it was drawn, and the tasks."""
    asked = Asked(call, ("size", "seed", "signedFrom", "signedTo", "due", *SCOPE, "performer"))
    size, seed = asked.number("size"), asked.required("seed")
    if not size or size > MOST:
        raise BadRequest(f"size is a number from 1 to {MOST}.", expression="http.size")
    today = today_of(call, server)
    signed_from = day(asked.text("signedFrom") or str(EARLIEST), "signedFrom")
    signed_to = day(asked.text("signedTo") or str(today), "signedTo", ends=True)
    if signed_from > signed_to:
        raise BadRequest("signedFrom is after signedTo.", expression="http.signedTo")
    due = day(asked.text("due") or str(today + timedelta(days=DUE_DAYS)), "due", ends=True)
    if due < today:
        raise BadRequest(f"due is {due}, before today, {today}.", expression="http.due")
    facts = await _facts(server, await scope(asked, server), Period(signed_from, signed_to))
    population = _population(facts)
    drawn = sorted(population, key=lambda c: (_rank(seed, c.id), c.id))[:size]
    who = _performer(asked)
    entries = [e for each in drawn for e in _entries(each, seed, due, today, who)]
    tasks = await _written(call, server, entries) if entries else []
    listed: list[Json] = [{"name": "of", "valueInteger": len(population)}]
    listed += [{"name": "task", "valueReference": {"reference": each}} for each in tasks]
    return answer(listed)


async def _facts(server: Server, within: Scope, signed: Period) -> Facts:
    wanted = Wanted([], signed, within, policy_of(server))

    async def work(moment: Moment) -> Facts:
        return await base(Reading(moment), wanted)

    return await at_one_moment(server.store, work)


def _population(facts: Facts) -> list[Agreement]:
    """Contracts signed in the interval that cover somebody; in force or not."""
    signed = [
        each
        for each in facts.rows.agreements.values()
        if not each.is_supplement and each.residents and facts.within(each.signed)
    ]
    has = facts.scope.has
    return [each for each in signed if has(facts.under("Contract", each.id, each))]


def _rank(seed: str, id_: str) -> str:
    return hashlib.blake2b(id_.encode(), key=hashlib.sha256(seed.encode()).digest()).hexdigest()


def _performer(asked: Asked) -> Json | None:
    if "performer" not in asked:
        return None
    type_, id_ = reference(
        asked.all("performer")[0], "performer", ("PractitionerRole", "Organization")
    )
    return {"reference": f"{type_}/{id_}"}


def _entries(drawn: Agreement, seed: str, due: date, today: date, who: Json | None) -> list[Json]:
    """The survey and the task of a contract, each made once for a seed."""
    number = hashlib.sha256(f"{seed}\n{drawn.id}".encode()).hexdigest()[:32]
    identifier = {"system": SAMPLED, "value": number}
    contract = {"reference": f"Contract/{drawn.id}"}
    resident = {"reference": f"Patient/{drawn.residents[0]}"}
    survey = {
        "resourceType": "QuestionnaireResponse",
        "meta": {"profile": [f"{OWN}fd-satisfaction"]},
        "extension": [{"url": f"{OWN}contract", "valueReference": contract}],
        "identifier": identifier,
        "questionnaire": SURVEY,
        "status": "in-progress",
        "subject": resident,
        "authored": str(today),
    }
    kind = {"system": f"{CODES}task-kind", "code": "authenticity-check"}
    response = f"urn:uuid:{number[:8]}-{number[8:12]}-{number[12:16]}-{number[16:20]}-{number[20:]}"
    task = {
        "resourceType": "Task",
        "identifier": [identifier],
        "status": "requested",
        "intent": "order",
        "code": {"coding": [kind]},
        "description": f"Drawn with the seed {seed}",
        "focus": contract,
        "for": resident,
        "authoredOn": str(today),
        "restriction": {"period": {"start": str(today), "end": str(due)}},
        "input": [
            {"type": {"text": "seed"}, "valueString": seed},
            {"type": {"text": "survey"}, "valueReference": {"reference": response}},
        ],
    }
    if drawn.institution:
        task["owner"] = {"reference": f"Organization/{drawn.institution}"}
    if who:
        task["requester"] = who
    condition = f"identifier={SAMPLED}|{number}"
    return [
        _created(survey, response, condition),
        _created(task, "", condition),
    ]


def _created(resource: Json, full_url: str, condition: str) -> Json:
    request = {
        "method": "POST",
        "url": resource["resourceType"],
        "ifNoneExist": condition,
    }
    return {**({"fullUrl": full_url} if full_url else {}), "resource": resource, "request": request}


async def _written(call: Call, server: Server, entries: list[Json]) -> list[str]:
    """The references of the tasks, whether they are new or were there."""
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": entries}
    within = Call("POST", headers=call.headers, decoded=bundle, now=call.now)
    reply = await transaction(within, server)
    written = json.decode(reply.json or b"{}").get("entry", [])
    places = [each["response"]["location"].partition("/_history/")[0] for each in written]
    short = ["/".join(place.rsplit("/", 2)[-2:]) for place in places]
    return [each for each in short if each.startswith("Task/")]


OPERATION: Operation = Operation(
    "sample",
    frozenset({"type"}),
    sample,
    f"{CANONICAL}/OperationDefinition/contract-sample",
    affects_state=True,
    types=frozenset({"Contract"}),
)
