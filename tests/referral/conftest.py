"""One server with a hospital, a health centre, its team and a contract."""

import uuid
from collections.abc import Iterator

import httpx
import pytest
from referral_desk import POLICY, TODAY, Desk, settle


@pytest.fixture(scope="session")
def desk(serve, mongodb_uri) -> Iterator[Desk]:
    """A client of a server that has the case of a region, without the referral of the case."""
    variables = {
        "FHIR_MONGODB_DATABASE": f"referral_{uuid.uuid4().hex[:10]}",
        "FHIR_POLICY": POLICY,
        "FHIR_TODAY": TODAY.isoformat(),
        "FHIR_LOG_LEVEL": "warning",
    }
    with (
        serve("--mongodb-uri", mongodb_uri, **variables) as (base, _),
        httpx.Client(base_url=f"{base}/", timeout=60) as http,
    ):
        settle(http)
        yield Desk(http)
