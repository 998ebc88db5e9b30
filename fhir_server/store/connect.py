"""Open the database: settings of the client, a check of the deployment, the marks of a new one."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC

from bson.codec_options import CodecOptions
from pymongo import AsyncMongoClient
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import ConfigurationError, InvalidURI, PyMongoError
from pymongo.read_concern import ReadConcern

from fhir_server.errors import FhirError

from .documents import Document
from .mongo import MAJORITY
from .outside import ALONE, is_alone

STORAGE_FORMAT = 1
SELECTION_MS = 3_000
OPERATION_MS = 4_500


class UnusableDatabase(FhirError):
    """The deployment cannot serve; the sentence says why and what to do."""

    status, code = 503, "transient"


@asynccontextmanager
async def connect(uri: str, name: str) -> AsyncIterator[AsyncDatabase[Document]]:
    """The database, checked and marked; raises UnusableDatabase with a plain sentence."""
    try:
        client: AsyncMongoClient[Document] = AsyncMongoClient(
            uri,
            serverSelectionTimeoutMS=SELECTION_MS,
            timeoutMS=OPERATION_MS,
            appname="fhir-server",
            tz_aware=True,
        )
    except (ConfigurationError, InvalidURI) as error:
        raise UnusableDatabase(f"The MongoDB URI is not usable: {error}") from error
    async with client:
        database = client.get_database(
            name,
            codec_options=CodecOptions(tz_aware=True, tzinfo=UTC),
            write_concern=MAJORITY,
            read_concern=ReadConcern("majority"),
        )
        try:
            await check_deployment(database)
            await mark(database)
        except PyMongoError as error:
            raise UnusableDatabase(
                "MongoDB cannot be reached or refuses the connection: check that it runs, that the "
                f"URI is right and that the user may read and write the database {name!r}."
            ) from error
        yield database


async def check_deployment(database: AsyncDatabase[Document]) -> None:
    """Refuse a stand-alone mongod: it has neither transactions nor change streams."""
    if is_alone(await database.client.admin.command("hello")):
        raise UnusableDatabase(f"This MongoDB {ALONE}.")


async def mark(database: AsyncDatabase[Document]) -> None:
    """Write what a database needs once: storage format, signing key, where the feed begins.

    The feed's beginning is noted before any resource is written, so that it misses none.
    """
    settings = database["settings"]
    found = await settings.find_one_and_update(
        {"_id": "storage"},
        {"$setOnInsert": {"format": STORAGE_FORMAT}},
        upsert=True,
        return_document=True,
    )
    assert found is not None, "an upsert returns what it made"
    if found["format"] > STORAGE_FORMAT:
        raise UnusableDatabase(
            f"The database has storage format {found['format']}, this server knows up to "
            f"{STORAGE_FORMAT}: use the newer server that wrote it."
        )
    key = {"key": secrets.token_bytes(32)}
    await settings.update_one({"_id": "signing"}, {"$setOnInsert": key}, upsert=True)
    hello = await database.command("hello")
    beginning = {"start": hello["operationTime"], "seq": 0, "fence": 0, "tick": 0}
    await settings.update_one({"_id": "feed"}, {"$setOnInsert": beginning}, upsert=True)


async def signing_key(database: AsyncDatabase[Document]) -> bytes:
    """The key that signs paging cursors, shared by all workers and kept over restarts."""
    found = await database["settings"].find_one({"_id": "signing"})
    assert found is not None, "mark() writes it"
    return bytes(found["key"])
