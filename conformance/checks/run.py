"""Carry checks out: read what the server declares, run what applies, several at a time."""

import asyncio
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import httpx

from conformance import json
from conformance.json import JsonError
from conformance.says import Says, says

from .check import Check
from .client import Client
from .evidence import Veil
from .needs import Capabilities
from .results import Outcome, Result, Run
from .verdict import Failed, Skipped

_AT_A_TIME = 4
_CONNECTIONS = 16


class Unreachable(Exception):
    """There is no FHIR R4 server at the URL; `reason` says what there is."""

    def __init__(self, key: str, /, **args: Any) -> None:
        self.reason: Says = says(key, **args)
        super().__init__(self.reason.english)


@dataclass(frozen=True)
class Wishes:
    """How to run: extra headers for every request, seconds for one answer, what may be written."""

    headers: Mapping[str, str] = field(default_factory=dict)
    timeout: float = 30.0
    keep: bool = False
    write: bool = True


async def run(base: str, checks: Iterable[Check], wishes: Wishes) -> Run:
    """Run checks against the server at a base URL. Raises Unreachable."""
    base = base.rstrip("/")
    start = time.perf_counter()
    async with httpx.AsyncClient(
        headers={"cache-control": "no-cache", **wishes.headers},
        timeout=wishes.timeout,
        verify=_tls(),
        limits=httpx.Limits(max_connections=_CONNECTIONS),
    ) as http:
        done = Run(base, await _statement(http, base), datetime.now(UTC))
        capabilities = Capabilities(done.statement)
        veil, free = Veil.over(wishes.headers), asyncio.Semaphore(_AT_A_TIME)

        async def turn(check: Check) -> Result:
            client = Client(http, base, capabilities, veil, wishes.timeout)
            async with free:
                return await _carry_out(check, client, wishes)

        async with asyncio.TaskGroup() as group:  # which waits for them when interrupted, too
            turns = [group.create_task(turn(check)) for check in checks]
        done.results = [one.result() for one in turns]
    done.seconds = time.perf_counter() - start
    return done


@cache
def _tls() -> ssl.SSLContext:
    """The certificates to trust, which take 50 ms to read."""
    return httpx.create_ssl_context()


async def _statement(http: httpx.AsyncClient, base: str) -> dict[str, Any]:
    """The CapabilityStatement of a server of R4. Raises Unreachable."""
    url = f"{base}/metadata"
    try:
        answer = await http.get(url, headers={"accept": "application/fhir+json"})
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        why = str(error) or type(error).__name__
        raise Unreachable("server-away", url=url, why=why) from error
    if answer.is_redirect:
        raise Unreachable("server-moved", url=url, place=answer.headers.get("location"))
    if answer.status_code in (401, 403):
        raise Unreachable("server-closed", url=url, status=answer.status_code)
    try:
        found = json.decode(answer.content)
    except JsonError:
        found = None
    if not isinstance(found, dict) or found.get("resourceType") != "CapabilityStatement":
        raise Unreachable("server-answers", url=url, status=answer.status_code)
    if not str(found.get("fhirVersion", "4.0")).startswith("4.0"):
        raise Unreachable("server-version", url=url, version=found["fhirVersion"])
    return found


async def _carry_out(check: Check, client: Client, wishes: Wishes) -> Result:
    """One check, and the deletion of what it made."""
    start = time.perf_counter()
    left: list[str] = []
    try:
        outcome, reason = await _judge(check, client, wishes)
    finally:
        if not wishes.keep:
            left = await _clean(client)
    seconds = time.perf_counter() - start
    return Result(check, outcome, reason, seconds, client.exchanges, left)


async def _judge(check: Check, client: Client, wishes: Wishes) -> tuple[Outcome, Says | None]:
    if obstacle := _obstacle(check, client, wishes):
        return "skip", obstacle
    try:
        await check.body(client)
    except Failed as failed:
        return "fail", failed.reason
    except Skipped as skipped:
        return "skip", skipped.reason
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
        return "error", says("check-no-answer", why=str(error) or type(error).__name__)
    except (LookupError, AttributeError, TypeError, ValueError) as error:
        # The checks take answers to have R4's form; one that has not fails where it is read.
        return "fail", says("check-broke", why=f"{type(error).__name__}: {error}")
    return "pass", None


def _obstacle(check: Check, client: Client, wishes: Wishes) -> Says | None:
    """Why a check is not carried out at all."""
    if missing := client.capabilities.missing(check.needs):
        return says("check-not-declared", needs=missing)
    return says("check-writes") if check.writes and not wishes.write else None


async def _clean(client: Client) -> list[str]:
    """Delete what the check made; the places that could not be deleted."""
    evidence, client.exchanges = client.exchanges, []
    try:
        return await client.clean()
    except (httpx.HTTPError, TimeoutError):
        return list(client.made)
    finally:
        client.exchanges = evidence
