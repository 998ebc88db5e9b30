"""Gather the facts that some Measures need, and evaluate them.

Reading interleaves with other requests, a batch at a time; counting runs in a thread. A process
makes one report after the other, so that its memory is bounded.
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from fhir_server.server import Server
from fhir_server.store.mongo import Store
from fhir_server.store.scanning import Moment, at_one_moment
from profiles import policies
from profiles.policies import Policy

from . import gather, gather_beside, gather_services
from .activities import period_before
from .asked import Period
from .evaluate import Group, evaluate, reads
from .facts import Facts, Rows
from .gather import Progress, Reading
from .indicators import ANSWERS, CARE, CHARGES, PAPERS, PRESCRIPTIONS, REFERRALS, SLOTS, VISITS
from .scope import Scope

Json = dict[str, Any]

_ONE_AT_A_TIME = asyncio.Semaphore(1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be evaluated."""

    measures: list[Json]
    period: Period
    scope: Scope
    policy: Policy


def policy_of(server: Server) -> Policy:
    """The policy of this server."""
    return policies.load(server.settings.policy)


async def evaluated(
    store: Store, wanted: Wanted, progress: Progress | None = None
) -> tuple[Facts, list[list[Group]]]:
    """The facts, and the groups of each Measure."""
    needed = frozenset[str]().union(*(reads(measure) for measure in wanted.measures))

    async def work(moment: Moment) -> Facts:
        return await read(Reading(moment, progress), wanted, needed)

    async with _ONE_AT_A_TIME:
        facts = await at_one_moment(store, work)
        groups = await asyncio.to_thread(
            lambda: [evaluate(measure, facts) for measure in wanted.measures]
        )
    return facts, groups


async def base(reading: Reading, wanted: Wanted) -> Facts:
    """The facts that everything rests on: teams, contracts, residents."""
    first, last = wanted.period.first.isoformat(), wanted.period.last.isoformat()
    facts = Facts(Rows(), first, last, wanted.scope, wanted.policy)
    await gather.who_and_where(reading, facts)
    facts.scope = _completed(facts)
    await gather.contracts(reading, facts)
    await gather.residents(reading, facts)
    return facts


async def read(reading: Reading, wanted: Wanted, needed: Collection[str]) -> Facts:
    """The facts, with those rows alone that are needed."""
    facts = await base(reading, wanted)
    first, last = facts.first, facts.last
    since = period_before(first, last)[0] if CHARGES in needed else first
    if CARE in needed:
        await gather_services.tasks(reading, facts)
    if CARE in needed or VISITS in needed:
        await gather_services.visits(reading, facts, since)
        gather_services.settle(facts)
    if CARE in needed and await gather_services.evidence(reading, facts):
        gather_services.settle(facts)
    facts.rows.evidence.clear()
    if CHARGES in needed:
        await gather_beside.charges(reading, facts, since)
    for name, source in (
        (REFERRALS, gather_beside.referrals),
        (ANSWERS, gather_beside.answers),
        (PAPERS, gather_beside.papers),
        (PRESCRIPTIONS, gather_beside.prescriptions),
        (SLOTS, gather_beside.slots),
    ):
        if name in needed:
            await source(reading, facts)
    return facts


def _completed(facts: Facts) -> Scope:
    """The scope with what belongs to its institution, and with the teams of its doctor."""
    scope, rows = facts.scope, facts.rows
    institutions = {scope.institution} if scope.institution else set()
    grown = True
    while institutions and grown:
        below = {i.id for i in rows.institutions.values() if i.within in institutions}
        grown = not below <= institutions
        institutions |= below
    works = {
        f"PractitionerRole/{id_}"
        for id_, r in rows.roles.items()
        if r.practitioner in scope.doctors
    } | {f"Practitioner/{id_}" for id_ in scope.doctors}
    teams = {
        id_
        for id_, team in rows.teams.items()
        if works & {p.member.reference for p in team.record.participant}
    }
    return replace(scope, institutions=frozenset(institutions), teams_of=frozenset(teams))
