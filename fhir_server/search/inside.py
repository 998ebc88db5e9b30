"""Criteria on contained resources: asked of the container's entries, or of each resource by itself.

Source: FHIR R4 search.html, 3.1.1.5.5 (contained resources).
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

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
COMBINED = frozenset({"$and", "$or", "$nor"})
ONWARD = "onward"
"""Beside `idx`, of a resource that is judged: its `Standing`, of which an `Onward` is wanted."""
ENTRIES = COMBINED | {"idx", ONWARD}

Json = dict[str, Any]


class Standing(NamedTuple):
    """A resource, and the one that its local references (`#id`) lead into: its container's."""

    resource: Json
    container: Json


@dataclass(frozen=True)
class Onward:
    """Whether a resource of `type` refers by `key` to a contained one that meets a criterion."""

    type: str
    key: str
    target: str
    criterion: Filter
    place: Place

    def __call__(self, standing: Standing) -> bool:
        """By what is contained beside the resource, or in it."""
        known = (p for p in parameters(self.type).values() if p.open)
        parameter = next(p for p in known if p.key == self.key)
        values = parameter.extract(standing.resource)
        inside = held(standing.container)
        names = {points_to(value) for value, _ in values} & inside.keys()
        return any(
            meets(
                Standing(inside[name], standing.container), self.target, self.criterion, self.place
            )
            for name in names
        )


@dataclass(frozen=True)
class ThroughContained(Pending):
    """A criterion on contained resources of `target` that a `type` refers to by `key`.

    It is nothing where no container has such a thing inside. So chains keep their shape, and what
    they cost, where nothing is contained.
    """

    type: str
    key: str
    target: str
    criterion: Filter
    place: Place

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """What the container's entries have to be, and where these do not tell, by id."""
        beginning = under(self.key, self.target)
        parts = _alternatives(self.criterion)
        onward = [part for part in parts if _leads_on(part)]
        told = any_of(part for part in parts if part not in onward)
        moved = moved_under(beginning, told)
        exact = moved is not None and not onward and not has_joins(moved)
        wanted = moved if moved is not None and exact else starting(beginning)
        if not await store.ids(self.type, wanted, limit=1, session=session):
            return NOTHING
        found = [moved if moved is not None else await self._alone(store, session, told)]
        if onward:
            found.append(await self._onward(store, session, any_of(onward)))
        return any_of(found)

    async def _alone(self, store: Reader, session: Any, criterion: Filter) -> Filter:
        """By entries where one resource is contained; where there are more, each is read."""
        criterion = await resolved(store, criterion, session)
        if not _of_entries(criterion):  # says what only a stored resource can be
            return NOTHING
        beginning = under(self.key, self.target)
        several = equal(beginning + MANY)
        alone = [starting(beginning), none_of([several]), _each_moved(beginning, criterion)]
        return any_of([all_of(alone), await self._judged(store, session, criterion, several)])

    async def _onward(self, store: Reader, session: Any, criterion: Filter) -> Filter:
        """From one contained resource to another: no entries tell which refers to which."""
        judgeable = await to_judge(store, criterion, session)
        if not _of_entries(judgeable):
            return NOTHING
        candidates = at_least(under(self.key, self.target), judgeable)
        return await self._judged(store, session, judgeable, candidates)

    async def _judged(
        self, store: Reader, session: Any, criterion: Filter, candidates: Filter
    ) -> Filter:
        limit = MOST_CONTAINERS + 1
        found = await store.find(self.type, candidates, limit=limit, session=session)
        if len(found) == limit:
            raise too_many()
        meant = Onward(self.type, self.key, self.target, criterion, self.place)
        containers = ((s.id, decode(s.json)) for s in found)
        ids = [id_ for id_, resource in containers if meant(Standing(resource, resource))]
        return {"_id": {"$in": ids}} if ids else NOTHING


def too_many() -> TooCostly:
    """The refusal to look into more containers."""
    return TooCostly(
        f"More than {MOST_CONTAINERS:,} resources that contain others would have to be looked "
        "into; narrow the criteria."
    )


def meets(standing: Standing, type_: str, criterion: Filter, place: Place) -> bool:
    """Whether a contained resource is of a type and meets a criterion that `to_judge` gave."""
    resource = standing.resource
    if resource.get("resourceType") != type_:
        return False
    idx = entries(type_, resource, place).idx
    return matches(criterion, {"_id": resource.get("id"), "idx": idx, ONWARD: standing})


async def to_judge(store: Reader, criterion: Filter, session: Any) -> Filter:
    """A criterion on a contained resource, without joins; chains to what stands beside it stay."""
    if not _leads_on(criterion):
        return await resolved(store, criterion, session)
    parts: list[Filter] = []
    for key, wanted in criterion.items():
        if isinstance(wanted, ThroughContained):
            inner = await to_judge(store, wanted.criterion, session)
            met = Onward(wanted.type, wanted.key, wanted.target, inner, wanted.place)
            parts.append({ONWARD: met} if _of_entries(inner) else NOTHING)
        elif key in COMBINED:
            parts.append({key: [await to_judge(store, part, session) for part in wanted]})
        else:
            parts.append(await resolved(store, {key: wanted}, session))
    return all_of(parts)


def through_contained(
    type_: str, key: str, target: str, criterion: Filter, place: Place
) -> Filter | None:
    """The criterion for containers of a type; None where contained resources cannot meet it."""
    if moved_under("", criterion) is None and not _of_entries(criterion):
        return None
    plain = Place(place.timezone, place.bases, place.text_search)
    return {"idx": ThroughContained(type_, key, target, criterion, plain)}


def _of_entries(fragment: Filter) -> bool:
    """Whether a filter asks for entries alone, not for ids and times, which are the container's."""
    return fragment.keys() <= ENTRIES and all(
        _of_entries(part) for key in fragment.keys() & COMBINED for part in fragment[key]
    )


def _leads_on(fragment: Filter) -> bool:
    """Whether a criterion on a contained resource may be met by what stands beside that."""
    return any(
        any(map(_leads_on, wanted)) if key in COMBINED else isinstance(wanted, ThroughContained)
        for key, wanted in fragment.items()
    )


def _alternatives(criterion: Filter) -> list[Filter]:
    return criterion["$or"] if criterion.keys() == {"$or"} else [criterion]


def moved_under(beginning: str, criterion: Filter) -> Filter | None:
    """The same said of entries that stand after a beginning; None where entries do not say it."""
    if criterion.keys() == {"$or"}:
        parts = [moved_under(beginning, part) for part in criterion["$or"]]
        kept = [part for part in parts if part is not None]
        return any_of(kept) if len(kept) == len(parts) else None
    if criterion.keys() != {"idx"}:
        return None
    moved = _moved(beginning, criterion["idx"])
    return None if moved is None else {"idx": moved}


def at_least(beginning: str, criterion: Filter) -> Filter:
    """What a container's entries say wherever a contained resource meets a judged criterion."""
    if criterion.keys() == {"$or"}:
        return any_of(at_least(beginning, part) for part in criterion["$or"])
    if criterion.keys() == {ONWARD}:
        onward = criterion[ONWARD]
        return all_of(
            [starting(beginning + onward.key), at_least(under("", onward.target), onward.criterion)]
        )
    return moved_under(beginning, criterion) or starting(beginning)


def _each_moved(beginning: str, criterion: Filter) -> Filter:
    """The same of a resolved filter of any shape."""
    return all_of(
        {key: _moved(beginning, wanted)}
        if key == "idx"
        else {key: [_each_moved(beginning, part) for part in wanted]}
        for key, wanted in criterion.items()
    )


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
