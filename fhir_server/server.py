"""What every handler is given: the store, the feed, and where this server stands."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from .http import Call, Reply
from .indexing.worker import Worker
from .profiles import Profiles
from .search import Place, SearchContext
from .search.catalogue import Catalogue
from .service.elements import CHINA
from .settings import Settings
from .store.documents import utc_now
from .store.feed import Feed
from .store.keyed import KeyedLocks
from .store.locks import Session
from .store.mongo import Store
from .store.owners import Owners
from .versions import Change


class Router(Protocol):
    """How an entry of a Bundle finds its handler: the same table as a request over HTTP."""

    def locate(self, call: Call, url: str) -> None:
        """Fill type, id, version, operation and query of a call from its URL under the base."""

    async def dispatch(self, call: Call, server: "Server") -> Reply:
        """Carry the call out."""


class Life(Protocol):
    """What writes of some types bring with them: the life of contracts."""

    @property
    def GOVERNED(self) -> frozenset[str]:  # noqa: N802 - a constant of the module that is one
        """The types that have a life."""

    def concerns(self, change: Change) -> bool:
        """Whether a write of a governed type has consequences."""

    async def consequences(
        self,
        server: "Server",
        changes: Sequence[Change],
        session: Session,
        at: Callable[[Change], AbstractContextManager[None]] = ...,
    ) -> list[Change]:
        """Carry them out in a transaction; the changes with what comes along."""


@dataclass(slots=True)
class Server:
    """The parts of one running server. `base` is its FHIR base URL, without a trailing slash."""

    settings: Settings
    store: Store
    owners: Owners
    feed: Feed
    worker: Worker
    profiles: Profiles
    base: str
    place: Place
    signing_key: bytes
    router: "Router"
    life: Life
    started: datetime = field(default_factory=utc_now)
    # The CapabilityStatement by mode, written on first demand for the parameters it lists.
    statement: tuple[Catalogue, Mapping[str, bytes]] | None = None
    # Writers of one resource in this process queue here instead of racing in the database.
    queues: KeyedLocks = field(default_factory=KeyedLocks)

    async def stored(self, type_: str) -> None:
        """After a write of a type: what is stored defines how the server works from now on."""
        self.profiles.stored(type_)
        await self.worker.stored(type_)

    def today(self, now: datetime) -> date:
        """The legal day of an instant: in China, unless the settings pin it."""
        return self.settings.today or now.astimezone(CHINA).date()

    def search_context(self, call: Call) -> SearchContext:
        """What one search needs to know."""
        return SearchContext(
            timezone=self.place.timezone,
            bases=self.place.bases,
            text_search=self.place.text_search,
            key=self.signing_key,
            now=call.now,
            lenient=call.prefer.lenient,
            count=self.settings.default_count,
            max_count=self.settings.max_count,
        )

    def url(self, path: str) -> str:
        """An absolute URL on this server."""
        return f"{self.base}/{path}" if path else self.base
