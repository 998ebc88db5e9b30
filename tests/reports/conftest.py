"""A server of the world of `world.py`, on the last day of its quarter."""

import sys
import uuid
from pathlib import Path

import httpx
import pytest

from conformance import json

# Tests are no packages: what they share is found beside them.
sys.path.append(str(Path(__file__).parent))

from world import TODAY, bundle

JSON = {"content-type": "application/fhir+json"}


@pytest.fixture(scope="session")
def fhir(mongodb_uri, serve):
    """A client of the one server that the tests of reports share."""
    name = f"reports_{uuid.uuid4().hex[:10]}"
    variables = {"FHIR_MONGODB_DATABASE": name, "FHIR_TODAY": TODAY, "FHIR_POLICY": "hainan-2024"}
    with (
        serve("--mongodb-uri", mongodb_uri, **variables) as (base, _),
        httpx.Client(base_url=base, timeout=60) as client,
    ):
        answer = client.post("", content=json.encode(bundle()), headers=JSON)
        assert answer.status_code == 200, answer.text
        yield client
