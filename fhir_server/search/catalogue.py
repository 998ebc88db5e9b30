"""Which search parameters are in effect in this process, and which of them can be searched yet.

R4's and the service's own are always there; stored SearchParameter resources add to them. A set of
definitions has a number, its epoch, and each stored document says with which epoch its entries were
made. A parameter is open for a type once no document of the type lacks its entries.

One process serves one database, so there is one catalogue in a process. It is replaced as a whole;
what is derived from it (`derived`) is then made anew.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

import msgspec

from fhir_server.errors import Indexing

P = ParamSpec("P")
T = TypeVar("T")

DERIVED_VALUES = 8_192


class Part(msgspec.Struct, frozen=True):
    """A component of a composite: `whole` is the expression of the parameter it refers to.

    `expression` starts at the composite's element.
    """

    url: str
    code: str
    type: str
    whole: str
    expression: str
    target: tuple[str, ...] = ()


class Definition(msgspec.Struct, frozen=True):
    """A search parameter that is stored as a resource, in effect for `types` since an epoch."""

    id: str
    url: str
    code: str
    type: str
    types: tuple[str, ...]
    expression: str
    target: tuple[str, ...] = ()
    description: str = ""
    phonetic: bool = False
    parts: tuple[Part, ...] = ()
    since: int = 0


class Unused(msgspec.Struct, frozen=True):
    """An active SearchParameter that is not in effect for some types, and why."""

    id: str
    code: str
    types: tuple[str, ...]
    reason: str


class Progress(msgspec.Struct, frozen=True):
    """Documents of a type: all there are to be indexed, and how many are still to come."""

    total: int
    left: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The definitions of one epoch.

    `since` is the epoch of R4's and the service's own parameters: it rises with the form of
    entries. `done` says by type the epoch whose entries every document has (absent: 0).
    """

    epoch: int = 0
    since: int = 0
    definitions: tuple[Definition, ...] = ()
    unused: tuple[Unused, ...] = ()
    done: Mapping[str, int] = field(default_factory=dict)

    def is_open(self, resource_type: str, since: int) -> bool:
        """Whether all documents of a type have the entries of a parameter of that epoch."""
        return self.done.get(resource_type, 0) >= since

    def loaded(self, resource_type: str) -> Iterator[Definition]:
        """The stored definitions in effect for a type."""
        return (d for d in self.definitions if resource_type in d.types)

    def why_unused(self, resource_type: str, code: str) -> str:
        """Why a stored definition of a parameter is not in effect; "" when there is none."""
        found = (u for u in self.unused if u.code == code and resource_type in u.types)
        return next((f"SearchParameter/{u.id}: {u.reason}" for u in found), "")


_current = Catalogue()
_progress: dict[str, Progress] = {}
_forget: list[Callable[[], None]] = []


def catalogue() -> Catalogue:
    """The one in effect."""
    return _current


def install(new: Catalogue) -> None:
    """Put another catalogue into effect."""
    global _current  # noqa: PLW0603 - the one place where it changes
    _current = new
    for forget in _forget:
        forget()


def derived(function: Callable[P, T]) -> Callable[P, T]:
    """Remember what a function makes of the catalogue until another is installed."""
    cached = lru_cache(maxsize=DERIVED_VALUES)(function)
    _forget.append(cached.cache_clear)
    return cast("Callable[P, T]", cached)


def note_progress(progress: Mapping[str, Progress]) -> None:
    """Say how far indexing is, by type."""
    _progress.clear()
    _progress.update(progress)


def being_indexed(resource_type: str, what: str) -> Indexing:
    """The refusal of a search by entries that documents of a type still lack."""
    return Indexing(f"{what} is being indexed{_how_far(resource_type)}; try again shortly.")


def require_standard(resource_type: str, what: str) -> None:
    """Raise Indexing while documents of a type lack the entries that every server makes."""
    if not _current.is_open(resource_type, _current.since):
        raise being_indexed(resource_type, what)


def _how_far(resource_type: str) -> str:
    known = _progress.get(resource_type)
    if known is None or not known.left:
        return ""
    return f" ({known.total - known.left:,} of {known.total:,} done)"
