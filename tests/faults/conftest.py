"""Replica sets and servers for the fault tests, and how long these may take.

FHIR_FAULT_SECONDS is how long the random ones go on (by default one short round); FHIR_FAULT_SEED
repeats a round that failed, whose seed is printed.
"""

import os
import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from cluster import Cluster, Service, cluster, service

SECONDS = float(os.environ.get("FHIR_FAULT_SECONDS", "0"))


@pytest.fixture(scope="session")
def single(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A replica set of one node."""
    with cluster(tmp_path_factory.mktemp("single"), 1) as made:
        yield made


@pytest.fixture(scope="session")
def triple(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A replica set of three nodes."""
    with cluster(tmp_path_factory.mktemp("triple"), 3) as made:
        yield made


@pytest.fixture
def servers_on(tmp_path) -> Iterator[Callable[[Cluster], Service]]:
    """Servers that are not started yet, each on an empty database of a replica set."""
    with ExitStack() as stack:

        def make(on: Cluster) -> Service:
            name = fresh()
            return stack.enter_context(service(on.uri, name, tmp_path / f"{name}.log"))

        yield make


def fresh() -> str:
    """The name of a database nobody used."""
    return f"faults_{uuid.uuid4().hex[:10]}"


@pytest.fixture
def seed() -> int:
    """What the random choices of a test come from; pytest shows it when the test fails."""
    chosen = int(os.environ.get("FHIR_FAULT_SEED", random.randrange(1_000_000)))
    print(f"FHIR_FAULT_SEED={chosen}")  # noqa: T201 - pytest shows it beside a failure
    return chosen
