"""How every operation on a contract runs: once, as one transaction, answered with versions."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

from conformance import json
from conformance.issue import Issue
from fhir_server.errors import outcome
from fhir_server.http import Call, Reply
from fhir_server.operations.asked import answer
from fhir_server.server import Server
from fhir_server.service.elements import Json
from fhir_server.service.unit import Unit, once, step

from .given import Given

Result = tuple[str, Iterable[Issue]]
"""What an operation came to: the resource it is about, `Type/id`, and warnings."""


async def carry_out(
    call: Call,
    server: Server,
    given: Given,
    work: Callable[[Unit], Awaitable[Result]],
    *,
    name: str = "",
    queue: Iterable[str] = (),
) -> Reply:
    """Run the work once for the Idempotency-Key, or for `name`; answer as it was answered first.

    `name` tells what would be the same step again; by default the operation on its resource.
    """
    own = f"{call.operation} {call.type}/{call.id}"
    key = f"key {given.key}" if given.key else name or own
    asked = {"what": own, "input": given.everything()}

    async def run(unit: Unit) -> Json:
        done, _ = await once(unit, key, asked, partial(_done, unit, work))
        return done

    done = await step(server, call.now, run, queue)
    return answer(await _parameters(server, done))


async def _done(unit: Unit, work: Callable[[Unit], Awaitable[Result]]) -> Json:
    """What is kept of a step for its answer, now and later: versions and warnings."""
    about, warnings = await work(unit)
    await unit.fetch(unit.written)
    changed = [unit.version_of(each) for each in unit.written if each != about]
    listed = list(warnings)
    return {
        "about": unit.version_of(about),
        "changed": changed,
        "outcome": outcome(listed) if listed else None,
    }


async def _parameters(server: Server, done: Json) -> list[Json]:
    listed: list[dict[str, Any]] = []
    type_, id_, _, number = done["about"].split("/")
    stored = await server.store.version(type_, id_, int(number))
    if stored is not None:
        name = type_[0].lower() + type_[1:]
        listed.append({"name": name, "resource": json.decode(stored.json)})
    listed += [{"name": "changed", "valueReference": {"reference": r}} for r in done["changed"]]
    if done["outcome"]:
        listed.append({"name": "outcome", "resource": done["outcome"]})
    return listed
