"""Examples brought into line with a profile that none of them meets."""

from collections.abc import Callable
from typing import Any

from conformance.definitions import is_a

from .edits import add, at, drop, put
from .elements import Json, Snapshot, is_array, is_slice, name_of, types_of, value_of
from .places import Group, Places, Specimen, type_in_key
from .samples import Samples, json_key


def adapted(specimen: Specimen, snapshot: Snapshot, samples: Samples) -> Specimen:
    """The specimen without what the profile excludes, with what it fixes and requires.

    The narrative, which would no longer be about it, is left out.
    """
    resource = {k: v for k, v in specimen.resource.items() if k != "text"}
    for _ in range(2):
        for element_id in snapshot.elements:
            if element_id != snapshot.root:
                for step in _STEPS:
                    resource = step(resource, specimen.root, snapshot, element_id, samples)
    return specimen._replace(name=f"{specimen.name} adapted", resource=resource)


def _groups(
    resource: Json, root: tuple[str | int, ...], snapshot: Snapshot, element_id: str
) -> list[Group]:
    return Places(snapshot, resource, root).groups(element_id)


def _without_surplus(
    resource: Json, root: Any, snapshot: Snapshot, element_id: str, _: Samples
) -> Json:
    most = snapshot.elements[element_id].get("max", "*")
    for _parent, values in _groups(resource, root, snapshot, element_id):
        surplus = () if most == "*" else values[int(most) :]
        for path in reversed(values):
            if path in surplus or not _is_permitted(snapshot, element_id, path):
                resource = drop(resource, path)
    return resource


def _is_permitted(snapshot: Snapshot, element_id: str, path: tuple[str | int, ...]) -> bool:
    """Whether a choice has a value of a type that the profile permits."""
    if not snapshot.is_choice(element_id) or is_slice(element_id):
        return True
    found = type_in_key(str(path[-1]), name_of(element_id).removesuffix("[x]")) or ""
    return any(is_a(found, name) for name in types_of(snapshot.elements[element_id]))


def _with_fixed(resource: Json, root: Any, snapshot: Snapshot, element_id: str, _: Samples) -> Json:
    element = snapshot.elements[element_id]
    fixed, pattern = value_of(element, "fixed"), value_of(element, "pattern")
    for _parent, values in _groups(resource, root, snapshot, element_id):
        for path in values:
            value = at(resource, path)
            if fixed is not None:
                resource = put(resource, path, fixed)
            elif pattern is not None:
                merged = {**value, **pattern} if isinstance(value, dict) else pattern
                resource = put(resource, path, merged)
    return resource


def _with_required(
    resource: Json, root: Any, snapshot: Snapshot, element_id: str, samples: Samples
) -> Json:
    element = snapshot.elements[element_id]
    for parent, values in _groups(resource, root, snapshot, element_id):
        missing = element.get("min", 0) - len(values)
        value = samples.of(snapshot, element_id) if missing > 0 else None
        if value is not None and isinstance(at(resource, parent), dict):
            key = json_key(snapshot, element_id)
            for _ in range(missing):
                resource = add(resource, parent, key, value, is_array=is_array(element))
    return resource


_Step = Callable[[Json, Any, Snapshot, str, Samples], Json]
_STEPS: tuple[_Step, ...] = (_without_surplus, _with_fixed, _with_required)
