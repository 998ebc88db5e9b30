"""Each check finds the fault it is for, in a server that is right in everything else."""

import pytest
from faults import FAULTS
from faulty_proxy import faulty

from conformance.checks.run import Wishes, run
from conformance.checks.subjects import every_check

CHECKS = every_check()


@pytest.fixture(scope="module")
def proxy(server):
    with faulty(server, FAULTS) as base:
        yield base


def test_there_is_a_fault_for_each_check():
    assert FAULTS.keys() == CHECKS.keys()


@pytest.mark.parametrize("name", CHECKS)
async def test_the_check_fails_on_its_fault(proxy, name):
    done = await run(f"{proxy}/{name}/fhir", [CHECKS[name]], Wishes(keep=True))
    (result,) = done.results
    assert result.outcome == "fail", result.reason
    assert result.reason.english
    assert result.reason.chinese


async def test_without_a_fault_every_check_passes(proxy):
    """The proxy itself breaks nothing."""
    done = await run(f"{proxy}/none/fhir", CHECKS.values(), Wishes())
    bad = {r.check.id: r.reason.english for r in done.results if r.outcome != "pass"}
    assert bad == {}
