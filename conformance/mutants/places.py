"""Where the values of an element stand in an example, those of a slice among them.

FHIR R4 profiling.html, 5.1.0.12. Slices told apart by profile are not looked for.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from conformance.definitions import all_types
from conformance.validator.profiles.equality import equals, meets

from .edits import Path, at
from .elements import Snapshot, above, is_slice, name_of, sliced, types_of, value_of

Json = dict[str, Any]


class Specimen(NamedTuple):
    """A valid resource, and where in it the value stands that a profile is about."""

    name: str
    resource: Json
    root: Path = ()


class Group(NamedTuple):
    """The values of an element in one parent: the paths of the parent and of each value."""

    parent: Path
    values: tuple[Path, ...]


class Places:
    """The values of the elements of a profile in a resource."""

    def __init__(self, snapshot: Snapshot, resource: Json, root: Path) -> None:
        self.snapshot = snapshot
        self.resource = resource
        self.root = root
        self._known: dict[str, list[Group]] = {}

    def groups(self, element_id: str) -> list[Group]:
        """The values of an element, for each parent that is there."""
        if element_id not in self._known:
            self._known[element_id] = list(self._groups(element_id))
        return self._known[element_id]

    def values(self, element_id: str) -> list[Path]:
        """The paths of all values of an element."""
        return [path for group in self.groups(element_id) for path in group.values]

    def _groups(self, element_id: str) -> Iterator[Group]:
        if element_id == self.snapshot.root:
            yield Group(self.root[:-1], (self.root,))
        elif is_slice(element_id):
            for parent, values in self.groups(sliced(element_id)):
                yield Group(parent, tuple(v for v in values if self._is_in(v, element_id)))
        elif self.snapshot.is_primitive and name_of(element_id) == "value":
            yield Group(self.root[:-1], (self.root,))
        else:
            for value in self.values(above(element_id)):
                holder = self._holder(value)
                yield Group(holder, tuple(self._found(holder, name_of(element_id))))

    def _holder(self, path: Path) -> Path:
        """Where the children of a value stand: of a primitive in its sibling `_x`."""
        if isinstance(at(self.resource, path), dict):
            return path
        key = max(i for i, step in enumerate(path) if isinstance(step, str))
        return (*path[:key], f"_{path[key]}", *path[key + 1 :])

    def _found(self, holder: Path, name: str) -> Iterator[Path]:
        parent = at(self.resource, holder)
        for key in keys_of(name, parent) if isinstance(parent, dict) else ():
            value = parent[key]
            if not isinstance(value, list):
                yield (*holder, key)
                continue
            yield from ((*holder, key, i) for i, item in enumerate(value) if item is not None)

    def _is_in(self, path: Path, slice_id: str) -> bool:
        """Whether a value is in a slice; one that cannot be told from others has none."""
        snapshot = self.snapshot
        origin = slice_id
        while is_slice(origin):
            origin = sliced(origin)
        element = snapshot.elements[slice_id]
        listed = discriminators(snapshot, origin)
        if not listed or any(d["type"] not in _TELLS for d in listed):
            return False
        value = at(self.resource, path)
        return all(_TELLS[d["type"]](snapshot, slice_id, element, d, value, path) for d in listed)


def discriminators(snapshot: Snapshot, element_id: str) -> list[Json]:
    """What tells the slices of an element apart: extensions the url, choices the type."""
    slicing = snapshot.elements.get(element_id, {}).get("slicing", {})
    if slicing.get("discriminator"):
        return list(slicing["discriminator"])
    if name_of(element_id) in ("extension", "modifierExtension"):
        return [{"type": "value", "path": "url"}]
    if snapshot.is_choice(element_id):
        return [{"type": "type", "path": "$this"}]
    return []


def keys_of(name: str, parent: Json) -> list[str]:
    """The JSON properties of an object that carry an element."""
    if not name.endswith("[x]"):
        return [name] if name in parent else []
    stem = name.removesuffix("[x]")
    return [key for key in parent if type_in_key(key, stem) is not None]


def type_in_key(key: str, stem: str) -> str | None:
    """The type a property of a choice names: `valueQuantity`, with the stem `value`, a Quantity."""
    rest = key[len(stem) :]
    if not key.startswith(stem) or not rest:
        return None
    for name in (rest, rest[0].lower() + rest[1:]):
        if name in all_types() and "." not in name:
            return name
    return None


def _by_value(
    snapshot: Snapshot, slice_id: str, element: Json, by: Json, value: Any, _: Path
) -> bool:
    wanted = list(_wanted(snapshot, slice_id, by["path"]))
    if not wanted and by["path"] == "url":
        urls = [p for t in element.get("type", ()) for p in t.get("profile", ())]
        return isinstance(value, dict) and value.get("url") in urls
    return bool(wanted) and all(
        any(test(each, fixed) for each in _at(value, steps)) for steps, test, fixed in wanted
    )


def _wanted(snapshot: Snapshot, slice_id: str, path: str) -> Iterator[tuple[list[str], Any, Any]]:
    """What a slice fixes on the way to a discriminator and below: steps, test, value."""
    goal = [] if path == "$this" else path.replace("$this.", "").split(".")
    for each in (slice_id, *snapshot.below(slice_id)):
        if _is_optional(snapshot, slice_id, each):
            continue
        relative = each[len(slice_id) :].lstrip(".").split(".")
        steps = [s.partition(":")[0].removesuffix("[x]") for s in relative if s]
        if steps[: len(goal)] != goal[: len(steps)]:
            continue
        element = snapshot.elements[each]
        for prefix, test in (("fixed", equals), ("pattern", meets)):
            fixed = value_of(element, prefix)
            if fixed is not None:
                yield steps, test, fixed


def _is_optional(snapshot: Snapshot, slice_id: str, element_id: str) -> bool:
    """Whether an element stands in a slice, below the given one, that need not be there."""
    steps = element_id[len(slice_id) :].split(".")
    inner = (slice_id + ".".join(steps[:n]) for n in range(2, len(steps) + 1))
    return any(is_slice(i) and not snapshot.elements[i].get("min") for i in inner)


def _by_type(_: Snapshot, __: str, element: Json, by: Json, value: Any, path: Path) -> bool:
    names = types_of(element)
    if by["path"] != "$this":
        return False
    if isinstance(value, dict) and "resourceType" in value:
        return value["resourceType"] in names
    key = next(s for s in reversed(path) if isinstance(s, str))
    return any(key.endswith(name[0].upper() + name[1:]) for name in names)


def _by_existence(
    snapshot: Snapshot, slice_id: str, _: Json, by: Json, value: Any, __: Path
) -> bool:
    child = snapshot.elements.get(f"{slice_id}.{by['path']}")
    found = any(True for _ in _at(value, by["path"].split(".")))
    if child is None or (not child.get("min") and child.get("max") != "0"):
        return False
    return found is bool(child.get("min"))


_TELLS = {"value": _by_value, "pattern": _by_value, "type": _by_type, "exists": _by_existence}


def _at(value: Any, steps: list[str]) -> Iterator[Any]:
    """All values at a path of names."""
    if isinstance(value, list):
        for item in value:
            yield from _at(item, steps)
    elif not steps:
        yield value
    elif isinstance(value, dict):
        for key in keys_of(steps[0], value) or keys_of(f"{steps[0]}[x]", value):
            yield from _at(value[key], steps[1:])
