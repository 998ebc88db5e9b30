"""One server for all behaviour tests, and a client that distrusts every answer."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from fhir_client import Fhir


@pytest.fixture(scope="session")
def serve_with(serve, mongodb_uri) -> Callable[..., AbstractContextManager[Fhir]]:
    """A client of a server of its own, with flags and FHIR_ variables, on an empty database."""

    @contextmanager
    def start(*flags: str, **variables: str) -> Iterator[Fhir]:
        name = f"behaviour_{uuid.uuid4().hex[:10]}"
        database = {"FHIR_MONGODB_DATABASE": name, "FHIR_LOG_LEVEL": "warning"}
        with (
            serve("--mongodb-uri", mongodb_uri, *flags, **database | variables) as (base, _),
            Fhir(base) as client,
        ):
            yield client

    return start


@pytest.fixture(scope="session")
def fhir(serve_with) -> Iterator[Fhir]:
    """A client of the one server that the behaviour tests share; they tell their data apart."""
    with serve_with() as client:
        yield client


@pytest.fixture(scope="session")
def server(fhir) -> str:
    """The base URL of the shared server."""
    return fhir.base
