"""One function that runs a row of the table of steps (`service/referrals.py`).

One transaction: the referral is held, the state and the actor are checked, the step does what is
particular to it, the rules of the policy judge, the tasks follow the state, a Provenance is left.
"""

from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from typing import Any

from conformance import json
from conformance.issue import errors
from fhir_server import rules
from fhir_server.errors import Unprocessable, outcome
from fhir_server.http import Call, Reply
from fhir_server.operations.declared import Given, given
from fhir_server.server import Server
from fhir_server.service.provenance import Record, agent, leave
from fhir_server.service.referrals import STEPS, Step
from fhir_server.service.unit import REMEMBERED, Unit, once, step

from . import receiving, returning, sending
from .actors import WHO, Actor, actor_of, check
from .keeping import owner_name
from .referral import Referral, clash, read_referral

Json = dict[str, Any]
Effect = Callable[[Referral, Actor, Given], Awaitable[str]]

BASE = "https://family-doctor-fhir.github.io/OperationDefinition/servicerequest-"

EFFECTS: Mapping[str, Effect] = {
    "submit": sending.submit,
    "approve": sending.approve,
    "return": sending.return_,
    "decline-review": sending.decline_review,
    "withdraw": sending.withdraw,
    "accept": receiving.accept,
    "reject": receiving.reject,
    "arrive": receiving.arrive,
    "no-show": receiving.no_show,
    "complete": receiving.complete,
    "refer-back": returning.refer_back,
    "close": returning.close,
}
"""What is particular to each step; it returns the state that the step leads to."""


async def run(call: Call, server: Server) -> Reply:
    """Take the step that the operation of a call names; answers Parameters."""
    asked = given(call, f"{BASE}{call.operation}")
    name = f"ServiceRequest/{call.id}"

    async def work(unit: Unit) -> Json:
        async def take() -> Json:
            return await _take(unit, call.operation, call.id, asked)

        said = {"step": f"{name}/${call.operation}", "input": asked.values}
        key = call.headers.get("idempotency-key", "")
        if key:
            return (await once(unit, f"key {key}", said, take))[0]
        return await _repeated(unit, name, said, take)

    kept = [owner_name(n) for n in (*asked.references("slot"), *asked.references("bed"))]
    answer = await step(server, call.now, work, queue=[f"referral/{name}", *kept])
    return Reply(200, json=json.encode(answer))


async def _repeated(unit: Unit, name: str, said: Json, take: Callable[[], Awaitable[Json]]) -> Json:
    """Without a key: the step that the referral took last, asked for again, answers as before."""
    owner = f"referral/{name}"
    await unit.take(owner)
    kept = unit.owned[owner]
    digest = sha256(json.encode(said)).hexdigest()
    if kept.get("last") == digest:
        repeated: Json = json.decode(kept["answer"])
        return repeated
    answer = await take()
    kept |= {"last": digest, "answer": json.encode(answer), "expires": unit.now + REMEMBERED}
    return answer


async def _take(unit: Unit, name: str, id_: str, asked: Given) -> Json:
    row = STEPS[name]
    referral = await read_referral(unit, id_)
    before = referral.state
    _check_state(referral, name, row)
    actor = await actor_of(unit, asked.reference("performer"))
    await check(unit, actor, WHO[row.who], referral.parties)
    to = await EFFECTS[name](referral, actor, asked)
    to = to if before in row.start else before
    assert to in row.ends or before in row.stays, f"{name} leads to {to}"
    urgent, reason = bool(asked.one("urgent")), asked.text("reason")
    judged = rules.findings(referral.facts(actor, to, urgent=urgent, reason=reason), "transition")
    if errors(judged):
        raise Unprocessable(issues=judged)
    referral.warnings += judged
    if to != before:
        referral.enter(to)
    _leave_record(referral, actor, name, before)
    return _answer(referral)


def _check_state(referral: Referral, name: str, row: Step) -> None:
    waits = referral.state in row.stays and referral.open_reviews
    if referral.state not in row.start and not waits:
        possible = ", ".join(sorted(row.start))
        state = referral.state or referral.request["status"]
        raise clash(
            "rule-referral-state",
            "ServiceRequest.status",
            f"${name} is for a referral that is {possible}; {referral.reference} is {state}.",
            f"${name} 适用于状态为 {possible} 的转诊；{referral.reference} 的状态为 {state}。",
        )


def _leave_record(referral: Referral, actor: Actor, name: str, before: str) -> None:
    row, unit = STEPS[name], referral.unit
    targets = [referral.reference, *(w for w in unit.written if w != referral.reference)]
    who = agent(actor.reference, actor.institution, sorted(actor.codes), WHO[row.who].agent)
    change = ("referral-state", before, referral.state)
    policy = referral.terms.policy.id
    record = Record(name, row.requirements, (who,), change, referral.reason, policy)
    leave(unit, targets, record)


def _answer(referral: Referral) -> Json:
    unit = referral.unit
    changed = [unit.version_of(w) for w in unit.written if w != referral.reference]
    listed: list[Json] = [
        {"name": "referral", "resource": _standing(unit, referral.reference)},
        *({"name": "changed", "valueReference": {"reference": each}} for each in changed),
    ]
    if referral.warnings:
        listed.append({"name": "outcome", "resource": outcome(referral.warnings)})
    return {"resourceType": "Parameters", "parameter": listed}


def _standing(unit: Unit, name: str) -> Json | None:
    """A resource as it stands after the step, which may have left it as it was."""
    return unit.stamped(name) if name in unit.written else unit.before(name)
