"""What a filter can only say once something was read from the store.

A `Pending` stands in a filter as the value of a field, `{"idx": Pending}`, and is replaced by the
fragment it becomes before the filter is run (`joins.resolved`). It says no more than the client
did, so that two of the same request are equal.
"""

from abc import ABC, abstractmethod
from typing import Any, Protocol

from fhir_server.store.documents import Stored

from .filters import Filter


class Reader(Protocol):
    """What a pending fragment needs of the store."""

    async def find(
        self, type_: str, criteria: Filter, *, limit: int, session: Any = None
    ) -> list[Stored]:
        """Current, not deleted resources that match, by id."""

    async def ids(
        self, type_: str, criteria: Filter, *, limit: int, session: Any = None
    ) -> list[str]:
        """The ids of what matches."""

    async def entries(
        self, type_: str, criteria: Filter, beginning: str, *, limit: int, session: Any = None
    ) -> list[str]:
        """The distinct entries of what matches, of those that begin so."""


class Pending(ABC):
    """A fragment to come; subclasses are frozen dataclasses of what they ask."""

    @abstractmethod
    async def fragment(self, store: Reader, session: Any) -> Filter:
        """What it becomes; raises BadRequest, NotSupported or TooCostly."""
