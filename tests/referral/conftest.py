"""One server with a hospital, a health centre, its team and a contract."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import httpx
import pytest
from referral_desk import POLICY, TODAY, Desk, settle


@pytest.fixture(scope="session")
def settled(serve, mongodb_uri) -> Callable[[str], AbstractContextManager[Desk]]:
    """A client of a server that has the case of a policy, without the referral of the case."""

    @contextmanager
    def start(policy: str) -> Iterator[Desk]:
        variables = {
            "FHIR_MONGODB_DATABASE": f"referral_{uuid.uuid4().hex[:10]}",
            "FHIR_POLICY": policy,
            "FHIR_TODAY": TODAY.isoformat(),
            "FHIR_LOG_LEVEL": "warning",
        }
        with (
            serve("--mongodb-uri", mongodb_uri, **variables) as (base, _),
            httpx.Client(base_url=f"{base}/", timeout=60) as http,
        ):
            settle(http, policy)
            yield Desk(http)

    return start


@pytest.fixture(scope="session")
def desk(settled) -> Iterator[Desk]:
    """The one that most tests share."""
    with settled(POLICY) as client:
        yield client
