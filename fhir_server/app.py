"""Wiring: settings to a running server, as one ASGI application.

FHIR interactions under the base path are served by one plain function (`asgi.py`), which costs a
third of a framework's route; FastAPI serves the rest (`site.py`).
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from socket import gethostname
from typing import Any
from urllib.parse import urlsplit

import structlog

from conformance.definitions import all_types

from . import demo, memory
from .asgi import Endpoint, Receive, Scope, Send, routes
from .errors import FhirError, PreconditionFailed
from .http import Call
from .indexing.backfill import Backfill
from .indexing.worker import Worker
from .logs import configure
from .profiles import Profiles
from .search import Place
from .server import Server
from .settings import Settings
from .site import site
from .store import locks
from .store.connect import connect, signing_key
from .store.epochs import Epochs
from .store.feed import Feed
from .store.mongo import Store
from .store.owners import Owners

BESIDE_ROOT = frozenset({"guide", "health", "metrics"})

log = structlog.get_logger()


class Application:
    """The ASGI application; it serves once its lifespan has started."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened before the lifespan starts."""
        self._settings = settings
        self._prefix = urlsplit(settings.base_url).path.rstrip("/")
        self._endpoint: Any = None
        self._site: Any = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request under the base, beside it, or the lifespan."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http" and self._is_fhir(
            scope["raw_path"].decode("ascii", "replace")
        ):
            await self._endpoint(scope, receive, send)
        else:
            await self._site(scope, receive, send)

    def _is_fhir(self, path: str) -> bool:
        if not self._prefix:  # a base at the root leaves the site what no FHIR path can be
            return path.removeprefix("/").partition("/")[0] not in BESIDE_ROOT
        return path == self._prefix or path.startswith(f"{self._prefix}/")

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        running = run(self._settings)
        try:
            server = await running.__aenter__()
        except FhirError as error:
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        self._endpoint = Endpoint(server, self._prefix)
        self._site = site(server)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await running.__aexit__(None, None, None)
        await send({"type": "lifespan.shutdown.complete"})


@asynccontextmanager
async def run(settings: Settings) -> AsyncIterator[Server]:
    """A server over the database of the settings, with its feed; raises UnusableDatabase."""
    if settings.mongodb_uri is None:
        raise FhirError(
            "No MongoDB is named: start with `fhir-server serve`, or set FHIR_MONGODB_URI."
        )
    async with connect(settings.mongodb_uri, settings.mongodb_database) as database:
        await locks.prepare(database)
        feed = Feed(database)
        await feed.prepare()
        store = Store(database)
        owners = Owners(database)
        await owners.prepare()
        bases = (settings.base_url, *settings.base_url_aliases)
        place = Place(settings.zone, bases, settings.text_search)
        worker = Worker(Epochs(database, f"{gethostname()}:{os.getpid()}"), store, place)
        await worker.join()
        server = Server(
            settings=settings,
            store=store,
            owners=owners,
            feed=feed,
            worker=worker,
            profiles=Profiles(store, feed),
            base=settings.base_url,
            place=place,
            signing_key=await signing_key(database),
            router=routes,
        )
        all_types()
        memory.settle()
        jobs = (worker, Backfill(server, feed.follower), feed.follower, server.profiles)
        running = [asyncio.create_task(job.run()) for job in jobs]
        try:
            if settings.demo:
                await load_demo(server)
            yield server
        finally:
            for task in running:
                await end(task)
            await feed.follower.release()
            await worker.leave()
            await server.store.close()


async def end(task: asyncio.Task[None]) -> None:
    """Cancel a task until it has ended: code under way may take one cancellation for a time-out."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=1)


async def load_demo(server: Server) -> None:
    """Store the demo data, unless any of it is there; of several workers one succeeds."""
    if await server.store.read("Contract", demo.CONTRACT):
        return  # soon seen: judging all of it again would take a second or two of every start
    given = demo.bundle(server.started.astimezone(server.place.timezone).date())
    for entry in given["entry"]:
        entry["request"]["ifNoneMatch"] = "*"
    with suppress(PreconditionFailed):
        await routes.dispatch(Call("POST", decoded=given), server)
        log.info("demo.loaded", resources=len(given["entry"]))


def create_app(settings: Settings | None = None) -> Application:
    """The application for some settings, by default those of the environment."""
    settings = settings or Settings()
    configure(settings)
    return Application(settings)
