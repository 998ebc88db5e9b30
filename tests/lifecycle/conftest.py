"""One server and one small world for each module."""

import httpx
import pytest

from .world import SETTINGS, World


@pytest.fixture(scope="module")
def world(serve, mongodb_uri, database):
    variables = {**SETTINGS, "FHIR_MONGODB_DATABASE": database}
    server = serve("--mongodb-uri", mongodb_uri, **variables)
    with server as (base, _), httpx.Client(timeout=60) as client:
        yield World(base, client).build()
