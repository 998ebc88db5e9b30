"""Each defence holds, and the same scenario finds it missing where it was taken away."""

import asyncio
from contextlib import ExitStack

import pytest
from checks import Problems
from cluster import Service, service
from conftest import fresh
from mutants import with_local_reads, without_lock
from scenarios import (
    copies_unacknowledged,
    creates_twice,
    dies_before_feed,
    dies_in_feed,
    dies_in_update,
)

from fhir_server.store.mongo import Store

DEATHS = {
    "history first": (dies_in_update, "copies_late", "I5"),
    "position with its rows": (dies_in_feed, "position_before_rows", "I2"),
    "position kept": (dies_before_feed, "forgets_position", "I2"),
}


@pytest.fixture(scope="module")
async def deaths(single, tmp_path_factory) -> dict[str, tuple[Problems, Problems]]:
    """What each scenario finds, with the defence and without.

    All go side by side, since most of their time is that of processes starting and leases ending.
    """
    logs = tmp_path_factory.mktemp("deaths")
    with ExitStack() as stack:

        def server() -> Service:
            name = fresh()
            return stack.enter_context(service(single.uri, name, logs / f"{name}.log"))

        runs = [
            asyncio.gather(scenario(server()), scenario(server(), mutant))
            for scenario, mutant, _ in DEATHS.values()
        ]
        return dict(zip(DEATHS, await asyncio.gather(*runs), strict=True))


@pytest.mark.parametrize("defence", DEATHS)
def test_a_server_that_dies_loses_nothing(defence, deaths):
    sound, _ = deaths[defence]
    assert sound == []


@pytest.mark.parametrize("defence", DEATHS)
def test_without_its_defence_it_does(defence, deaths):
    _, broken = deaths[defence]
    invariant = DEATHS[defence][2]
    assert any(p.startswith(invariant) for p in broken), f"nobody noticed: {broken}"


async def test_two_servers_create_once(single):
    assert await creates_twice(single.uri, fresh()) == []
    broken = await creates_twice(single.uri, fresh(), without_lock)
    assert broken == ["I4 one conditional create made 2 resources"]


async def test_what_no_majority_has_is_not_copied(triple):
    sound, mutant = fresh(), fresh()
    found = await copies_unacknowledged(triple, {sound: Store, mutant: with_local_reads})
    assert found[sound] == []
    assert [p[:2] for p in found[mutant]] == ["I1"]
