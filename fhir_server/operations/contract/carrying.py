"""How every operation on a contract runs: once, as one transaction, answered with versions."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import NamedTuple

from conformance import json
from conformance.issue import Issue
from fhir_server.errors import outcome
from fhir_server.http import Call, Reply
from fhir_server.operations.asked import answer
from fhir_server.operations.operation import Handler, Operation
from fhir_server.server import Server
from fhir_server.service import contracts
from fhir_server.service.elements import Json
from fhir_server.service.unit import Unit, once, step
from profiles import CANONICAL

from .given import Given

Result = tuple[str, Iterable[Issue]]
"""What an operation came to: the resource it is about, `Type/id`, and warnings."""


def acting(name: str, handler: Handler, *, level: str = "instance") -> Operation:
    """An operation on contracts that changes them."""
    return _operation(name, handler, level, affects_state=True)


def asking(name: str, handler: Handler, *, level: str = "type") -> Operation:
    """An operation on contracts that only tells something."""
    return _operation(name, handler, level, affects_state=False)


def _operation(name: str, handler: Handler, level: str, *, affects_state: bool) -> Operation:
    definition = f"{CANONICAL}/OperationDefinition/contract-{name}"
    types = frozenset({"Contract"})
    return Operation(name, frozenset({level}), handler, definition, affects_state, types)


async def line(server: Server, reference: str) -> list[str]:
    """Where steps on a contract meet others: at its residents and its team."""
    type_, _, id_ = reference.partition("/")
    stored = await server.store.read(type_, id_)
    if stored is None or stored.deleted:
        return []
    contract = json.decode(stored.json)
    patients = [c.patient for c in contracts.covered(contract)]
    return [f"team/{contracts.team(contract)}", *(f"resident/{p}" for p in patients)]


def _all_changed(done: Json) -> Iterable[tuple[str, str]]:
    """All that was written besides."""
    return (("changed", each) for each in done["changed"])


class Shape(NamedTuple):
    """How an answer names the resource that a step is about, and what else was written."""

    about: str
    told: Callable[[Json], Iterable[tuple[str, str]]]


CONTRACT = Shape("contract", _all_changed)


async def carry_out(
    call: Call,
    server: Server,
    given: Given,
    work: Callable[[Unit], Awaitable[Result]],
    *,
    name: str = "",
    teams: Iterable[str] = (),
    shape: Shape = CONTRACT,
) -> Reply:
    """Run the work once for the Idempotency-Key, or for `name`; answer as it was answered first.

    `name` tells what would be the same step again; by default the operation on its resource.
    `teams` are those concerned beside that of the contract. `shape` says how the answer
    tells what was done.
    """
    own = f"{call.operation} {call.type}/{call.id}"
    key = f"key {given.key}" if given.key else name or own
    asked = {"what": own, "input": given.everything()}

    async def run(unit: Unit) -> Json:
        done, _ = await once(unit, key, asked, partial(_done, unit, work))
        return done

    queue = {*await line(server, f"{call.type}/{call.id}"), *(f"team/{each}" for each in teams)}
    done = await step(server, call.now, run, queue)
    told_of = [{"name": n, "valueReference": {"reference": r}} for n, r in shape.told(done)]
    return answer([*await _parameters(server, done, shape.about), *told_of, *_outcome(done)])


async def _done(unit: Unit, work: Callable[[Unit], Awaitable[Result]]) -> Json:
    """What is kept of a step for its answer, now and later: versions and warnings."""
    about, warnings = await work(unit)
    await unit.fetch([about, *unit.written])
    written = set(unit.written)
    changed = [unit.version_of(each) for each in unit.written if each != about]
    listed = list(warnings)
    return {
        "about": unit.version_of(about, 1 if about in written else 0),
        "changed": changed,
        "outcome": outcome(listed) if listed else None,
    }


async def _parameters(server: Server, done: Json, name: str) -> list[Json]:
    type_, id_, _, number = done["about"].split("/")
    stored = await server.store.version(type_, id_, int(number))
    return [{"name": name, "resource": json.decode(stored.json)}] if stored else []


def _outcome(done: Json) -> list[Json]:
    return [{"name": "outcome", "resource": done["outcome"]}] if done["outcome"] else []
