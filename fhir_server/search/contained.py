r"""Contained resources: chains see them, plain searches do not.

Where a reference parameter points to a contained resource, the container has that resource's
entries under the parameter: `subject\u0001#Patient\u0002name\u0001eve`. So one criterion at the end
of a chain, or a further chain from the contained resource to a stored one, is answered by the
container's own entries. Criteria that say what must not be, or several of one resource at once,
only find what is stored.

Source: FHIR R4 search.html, 3.1.1.5.6 (contained resources).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .filters import NOTHING, Filter, any_of, starting
from .joins import Join, has_joins
from .pending import Pending, Reader

MARK = "#"
OF = "\x02"
SKIPPED = re.compile(r"^\^\.\{(\d+)\}")

Json = dict[str, Any]


def under(key: str, resource_type: str) -> str:
    """What the entries of contained resources of a type begin with."""
    return f"{key}{MARK}{resource_type}{OF}"


def contained_entries(
    resource: Json,
    references: Iterator[tuple[str, Any]],
    enter: Callable[[str, Json], list[str]],
) -> Iterator[str]:
    """The entries by what is contained: `references` are (parameter's key, value)."""
    held = {c["id"]: c for c in resource["contained"] if "id" in c and "resourceType" in c}
    entered: dict[str, list[str]] = {}
    for key, value in references:
        written = value.get("reference") if isinstance(value, dict) else None
        if not isinstance(written, str) or written[:1] != "#" or written[1:] not in held:
            continue
        found = held[written[1:]]
        type_ = found["resourceType"]
        if written not in entered:
            entered[written] = enter(type_, found)
        yield from (under(key, type_) + entry for entry in entered[written])


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


def through_contained(type_: str, key: str, target: str, criterion: Filter) -> Filter | None:
    """The criterion for containers of a type; None where contained resources cannot meet it."""
    beginning = under(key, target)
    moved = _through(beginning, criterion)
    return None if moved is None else {"idx": ThroughContained(type_, beginning, moved)}


def _through(beginning: str, criterion: Filter) -> Filter | None:
    if criterion.keys() == {"$or"}:
        parts = [_through(beginning, part) for part in criterion["$or"]]
        kept = [part for part in parts if part is not None]
        return any_of(kept) if kept else None
    if criterion.keys() != {"idx"}:
        return None
    moved = _moved(beginning, criterion["idx"])
    return None if moved is None else {"idx": moved}


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
