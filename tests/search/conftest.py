from collections.abc import AsyncIterator

import pytest_asyncio

from fhir_server.store.connect import connect
from fhir_server.store.mongo import Store

from .shelf import Shelf


@pytest_asyncio.fixture(scope="module")
async def shelf(mongodb_uri: str, database: str) -> AsyncIterator[Shelf]:
    async with connect(mongodb_uri, database) as connected:
        yield Shelf(Store(connected))
        await connected.client.drop_database(database)
