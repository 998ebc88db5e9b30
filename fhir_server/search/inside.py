"""Criteria on contained resources: asked of the container's entries, or of each resource by itself.

Source: FHIR R4 search.html, 3.1.1.5.5 (contained resources).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conformance.json import decode
from fhir_server.errors import TooCostly

from .contained import MANY, held, points_to, under
from .context import Place
from .filters import NOTHING, Filter, all_of, any_of, equal, none_of, starting
from .index import entries
from .joins import Join, has_joins, resolved
from .matching import matches
from .parameters import parameters
from .pending import Pending, Reader

SKIPPED = re.compile(r"^\^\.\{(\d+)\}")
MOST_CONTAINERS = 20_000
ENTRIES = frozenset({"idx", "$and", "$or", "$nor"})

Json = dict[str, Any]


@dataclass(frozen=True)
class ThroughContained(Pending):
    """A criterion on contained resources; nothing where no container of the type meets it.

    So chains keep their shape, and what it costs, where nothing is contained.
    """

    type: str
    beginning: str
    criterion: Filter

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """The criterion or nothing, by one look into the index."""
        wanted = starting(self.beginning) if has_joins(self.criterion) else self.criterion
        met = await store.ids(self.type, wanted, limit=1, session=session)
        return self.criterion if met else NOTHING


@dataclass(frozen=True)
class JudgedInside(Pending):
    """A criterion on contained resources of `target` that entries tell of one resource only.

    `key` is that of the reference parameter by which the container points to them.
    """

    type: str
    key: str
    target: str
    criterion: Filter
    place: Place

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """By entries where one is contained; where there are more, by id, each being read."""
        beginning = under(self.key, self.target)
        if not await store.ids(self.type, starting(beginning), limit=1, session=session):
            return NOTHING
        criterion = await resolved(store, self.criterion, session)
        if not _of_entries(criterion):  # says what only a stored resource can be
            return NOTHING
        several = equal(beginning + MANY)
        limit = MOST_CONTAINERS + 1
        found = await store.find(self.type, several, limit=limit, session=session)
        if len(found) == limit:
            raise too_many()
        ids = [s.id for s in found if self._met(decode(s.json), criterion)]
        alone = all_of([starting(beginning), none_of([several]), _each_moved(beginning, criterion)])
        return any_of([alone, {"_id": {"$in": ids}}]) if ids else alone

    def _met(self, container: Json, criterion: Filter) -> bool:
        known = (p for p in parameters(self.type).values() if p.open)
        parameter = next(p for p in known if p.key == self.key)
        inside = held(container)
        names = {points_to(value) for value, _ in parameter.extract(container)} & inside.keys()
        return any(meets(inside[name], self.target, criterion, self.place) for name in names)


def too_many() -> TooCostly:
    """The refusal to look into more containers."""
    return TooCostly(
        f"More than {MOST_CONTAINERS:,} resources that contain others would have to be looked "
        "into; narrow the criteria."
    )


def meets(resource: Json, type_: str, criterion: Filter, place: Place) -> bool:
    """Whether a contained resource is of a type and meets a criterion without joins."""
    if resource.get("resourceType") != type_:
        return False
    document = {"_id": resource.get("id"), "idx": entries(type_, resource, place).idx}
    return matches(criterion, document)


def through_contained(
    type_: str, key: str, target: str, criterion: Filter, place: Place
) -> Filter | None:
    """The criterion for containers of a type; None where contained resources cannot meet it."""
    beginning = under(key, target)
    moved = moved_under(beginning, criterion)
    if moved is not None:
        return {"idx": ThroughContained(type_, beginning, moved)}
    if not _of_entries(criterion):
        return None
    plain = Place(place.timezone, place.bases, place.text_search)
    return {"idx": JudgedInside(type_, key, target, criterion, plain)}


def _of_entries(fragment: Filter) -> bool:
    """Whether a filter asks for entries alone, not for ids and times, which are the container's."""
    return fragment.keys() <= ENTRIES and all(
        _of_entries(part) for key in fragment if key != "idx" for part in fragment[key]
    )


def moved_under(beginning: str, criterion: Filter) -> Filter | None:
    """The same said of entries that stand after a beginning; None where entries do not say it."""
    if criterion.keys() == {"$or"}:
        parts = [moved_under(beginning, part) for part in _followed(criterion["$or"])]
        kept = [part for part in parts if part is not None]
        return any_of(kept) if kept and len(kept) == len(parts) else None
    if criterion.keys() != {"idx"}:
        return None
    moved = _moved(beginning, criterion["idx"])
    return None if moved is None else {"idx": moved}


def _each_moved(beginning: str, criterion: Filter) -> Filter:
    """The same of a resolved filter of any shape."""
    return all_of(
        {key: _moved(beginning, wanted)}
        if key == "idx"
        else {key: [_each_moved(beginning, part) for part in wanted]}
        for key, wanted in criterion.items()
    )


def _followed(parts: list[Filter]) -> Iterator[Filter]:
    """Those that do not lead from one contained resource to another."""
    for part in parts:
        if not isinstance(part.get("idx"), ThroughContained | JudgedInside):
            yield part


def _moved(beginning: str, wanted: Any) -> Any:
    """What is wanted of an entry, said of one that stands after a beginning."""
    if isinstance(wanted, str):
        return beginning + wanted
    if isinstance(wanted, list):
        return [beginning + entry for entry in wanted]
    if isinstance(wanted, Join):
        return wanted._replace(written=beginning + wanted.written)
    if not isinstance(wanted, dict):
        return None
    return {
        operator: _further(beginning, value) if operator == "$regex" else _moved(beginning, value)
        for operator, value in wanted.items()
    }


def _further(beginning: str, pattern: str) -> str:
    """A pattern of ours, which begins with how many characters it skips."""
    return SKIPPED.sub(lambda found: f"^.{{{int(found[1]) + len(beginning)}}}", pattern)
