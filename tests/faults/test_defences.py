"""Each defence holds, and the same scenario finds it missing where it was taken away."""

import asyncio

import pytest
from conftest import fresh
from mutants import with_local_reads, without_lock
from scenarios import (
    copies_unacknowledged,
    creates_twice,
    dies_before_feed,
    dies_in_feed,
    dies_in_update,
)

DEATHS = {
    "history first": (dies_in_update, "copies_late", "I5"),
    "position with its rows": (dies_in_feed, "position_before_rows", "I2"),
    "position kept": (dies_before_feed, "forgets_position", "I2"),
}


@pytest.mark.parametrize("defence", DEATHS)
async def test_a_server_that_dies_loses_nothing(defence, single, servers_on):
    scenario, mutant, invariant = DEATHS[defence]
    # Side by side, since most of the time is that of processes starting.
    sound, broken = await asyncio.gather(
        scenario(servers_on(single)), scenario(servers_on(single), mutant)
    )
    assert sound == []
    assert any(p.startswith(invariant) for p in broken), f"the mutant passes: {broken}"


async def test_two_servers_create_once(single):
    assert await creates_twice(single.uri, fresh()) == []
    broken = await creates_twice(single.uri, fresh(), without_lock)
    assert broken == ["I4 one conditional create made 2 resources"]


async def test_what_no_majority_has_is_not_copied(triple):
    assert await copies_unacknowledged(triple, fresh()) == []
    (broken,) = await copies_unacknowledged(triple, fresh(), with_local_reads)
    assert broken.startswith("I1")
