"""The server that is loaded: one that runs somewhere, or this one without a socket."""

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from urllib.parse import urlsplit

import httpx

from fhir_server import logs
from fhir_server.settings import Settings
from fhir_server.store import outside
from fhir_server.store.embedded import embedded

from .delivery import Delivery

TIMEOUT = httpx.Timeout(10.0, read=300.0)  # seconds; a transaction of thousands takes its time


@asynccontextmanager
async def running(base_url: str) -> AsyncIterator[Delivery]:
    """The FHIR server at a base URL."""
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        yield Delivery(client, base_url)


@asynccontextmanager
async def in_process(settings: Settings) -> AsyncIterator[Delivery]:
    """A server of this very program, over the MongoDB of the settings or an embedded one.

    Raises DatabaseError when there is none to be had.
    """
    from fhir_server.app import run  # noqa: PLC0415 - loading over HTTP need not wait for it
    from fhir_server.asgi import Endpoint  # noqa: PLC0415

    logs.configure(settings.model_copy(update={"log_level": "warning"}))
    with _database(settings) as uri:
        async with run(settings.model_copy(update={"mongodb_uri": uri, "demo": False})) as server:
            endpoint = Endpoint(server, urlsplit(server.base).path)
            transport = httpx.ASGITransport(endpoint, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, timeout=None) as client:  # noqa: S113
                yield Delivery(client, server.base)


def _database(settings: Settings) -> AbstractContextManager[str]:
    """The URI of a MongoDB that is there while the context lasts."""
    if settings.mongodb_uri:
        outside.check(settings.mongodb_uri)
        return nullcontext(settings.mongodb_uri)
    return embedded(settings.data_dir, settings.cache_gb)
