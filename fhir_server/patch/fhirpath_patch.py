"""FHIRPath Patch: a Parameters resource with operations that are applied in order.

A document that is not a FHIRPath Patch is 400; one that does not fit the resource is 422.
Operations are numbered from 0 in what the client is told.

Source: FHIR R4 fhirpatch.html.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from conformance.definitions import type_named
from conformance.fhirpath import FhirPathError, compile  # noqa: A004  # as `re.compile`
from fhir_server.errors import BadRequest, Malformed, Unprocessable

from .clone import clone
from .elements import Json, Location, Misfit, Pair, Place, drop, fits, keys_of, object_at, place_at

_Parts = dict[str, Json]
_Apply = Callable[[Json, list[Location], _Parts], None]


def apply_fhirpath_patch(resource: Json, parameters: Json) -> Json:
    """Make the resource that the operations lead to; neither argument is changed.

    Raises Malformed (not an operation), BadRequest (not FHIRPath) or Unprocessable (the path
    selects nothing or too much, the value has the wrong type, the index is out of range).
    """
    patched = clone(resource)
    for index, parameter in enumerate(_objects(clone(parameters), "parameter")):
        label = f"Operation {index}"
        if parameter.get("name") != "operation":
            raise Malformed(f"{label} is no parameter with the name 'operation'.")
        _apply(patched, _parts_by_name(parameter, label), label)
    return patched


def _apply(resource: Json, parts: _Parts, label: str) -> None:
    kind = _value(parts, "type", str, label)
    if kind not in _OPERATIONS:
        raise Malformed(f"{label} is of type {kind[:64]!r}, not one of {', '.join(_OPERATIONS)}.")
    path = _value(parts, "path", str, label)
    apply, needed = _OPERATIONS[kind]
    for name, type_ in needed.items():
        _value(parts, name, type_, label)
    told = f"{label} ({kind} {path[:200]!r})"
    try:
        apply(resource, _located(resource, path), parts)
    except FhirPathError as error:
        raise BadRequest(f"{told}: {error}.") from error
    except Misfit as error:
        raise Unprocessable(f"{told}: {error}.") from error


def _located(resource: Json, path: str) -> list[Location]:
    """Where the selected elements stand. A path the type cannot have is an error, not nothing."""
    expression = compile(path, resource["resourceType"], strict=True)
    locations: list[Location] = expression.locate(resource)
    if not locations and expression(resource):
        raise Misfit("the path selects a calculated value or another resource, not an element")
    return locations


def _add(resource: Json, locations: list[Location], parts: _Parts) -> None:
    node, owner = object_at(resource, _single(locations))
    _put(node, owner, _sole_value(parts["name"])[1][0], parts["value"])


def _insert(resource: Json, locations: list[Location], parts: _Parts) -> None:
    place, pairs = _collection(resource, locations) if locations else _absent(resource, parts)
    index = _within(parts, "index", len(pairs))
    _, pair = _typed(place.owner, place.element.name, parts["value"])
    place.store([*pairs[:index], pair, *pairs[index:]])


def _absent(resource: Json, parts: _Parts) -> tuple[Place, list[Pair]]:
    """The list that the path of an insert names, where the resource has none of its items yet."""
    outer, _, name = _sole_value(parts["path"])[1][0].rpartition(".")
    owners = _located(resource, outer or resource["resourceType"]) if name.isidentifier() else []
    if len(owners) != 1:
        raise Misfit("the path selects nothing")
    place = Place(*object_at(resource, owners[0]), name, None)
    if place.element.max == 1:
        raise Misfit(f"{place.owner}.{name} does not repeat")
    return place, []


def _delete(resource: Json, locations: list[Location], parts: _Parts) -> None:  # noqa: ARG001
    if locations:
        drop(resource, _inner(_single(locations)))


def _replace(resource: Json, locations: list[Location], parts: _Parts) -> None:
    place = place_at(resource, _inner(_single(locations)))
    key, pair = _typed(place.owner, place.element.name, parts["value"])
    pairs = place.pairs()
    pairs[place.index or 0] = pair
    if key != place.key:  # a choice changes its type, and so its name in JSON
        place.store([])
    replace(place, key=key).store(pairs)


def _move(resource: Json, locations: list[Location], parts: _Parts) -> None:
    place, pairs = _collection(resource, locations)
    moved = pairs.pop(_within(parts, "source", len(pairs) - 1))
    pairs.insert(_within(parts, "destination", len(pairs)), moved)
    place.store(pairs)


_OPERATIONS: dict[str, tuple[_Apply, dict[str, type]]] = {
    "add": (_add, {"name": str, "value": object}),
    "insert": (_insert, {"index": int, "value": object}),
    "delete": (_delete, {}),
    "replace": (_replace, {"value": object}),
    "move": (_move, {"source": int, "destination": int}),
}
_PART_NAMES = frozenset({"type", "path", "name", "value", "index", "source", "destination"})


def _single(locations: list[Location]) -> Location:
    if len(locations) != 1:
        raise Misfit(f"the path must select one element, and selects {len(locations) or 'none'}")
    return locations[0]


def _inner(location: Location) -> Location:
    if not location:
        raise Misfit("the path selects the resource itself")
    return location


def _collection(resource: Json, locations: list[Location]) -> tuple[Place, list[Pair]]:
    """The list whose items the path selects, all of them."""
    if not locations:
        raise Misfit("the path selects nothing")
    place = place_at(resource, _inner(locations[0]))
    pairs = place.pairs()
    items = {(*locations[0][:-1], index) for index in range(len(pairs))}
    if place.index is None or set(locations) != items:
        raise Misfit("the path must select the whole of one list")
    return place, pairs


def _within(parts: _Parts, name: str, last: int) -> int:
    index: int = _sole_value(parts[name])[1][0]
    if not 0 <= index <= last:
        raise Misfit(f"{name} {index} is outside 0 to {last}")
    return index


def _put(node: Json, owner: str, name: str, part: Json) -> None:
    """Add the value of a part to an object: append it where the element repeats."""
    key, pair = _typed(owner, name, part)
    place = Place(node, owner, key, None)
    if place.element.max == 1:
        for taken in place.element.json_keys():
            if taken in node or "_" + taken in node:
                raise Misfit(f"{owner}.{place.element.name} is there already and does not repeat")
    place.store([*place.pairs(), pair])


def _typed(owner: str, name: str, part: Json) -> tuple[str, Pair]:
    """The JSON name that an element takes with the value of a part, and the value."""
    keys = keys_of(owner, name)
    if "part" in part:
        return _assembled(keys, owner, name, part)
    given, pair = _sole_value(part)
    for key, wanted in keys.items():
        if given == wanted or (len(keys) == 1 and fits(given, wanted)):
            return key, pair
    raise Misfit(f"{owner}.{name} cannot be a {given}")


def _assembled(keys: dict[str, str], owner: str, name: str, part: Json) -> tuple[str, Pair]:
    """An element given by its own elements, for types that Parameters cannot hold."""
    if len(keys) > 1:
        raise Misfit(f"{owner}.{name} is a choice: name it with its type to give it in parts")
    [(key, type_)] = keys.items()
    kind = type_named(type_)
    if kind is None or kind.abstract:
        raise Misfit(f"{owner}.{name} cannot be given in parts")
    node: Json = {}
    for inner in _objects(part, "part"):
        _put(node, type_, str(inner.get("name")), inner)
    if not node:
        raise Misfit(f"{owner}.{name} is given no parts")
    return key, (None, node) if kind.kind == "primitive-type" else (node, None)


def _sole_value(part: Json) -> tuple[str, Pair]:
    """Type and value of a part: its one `value[x]`, or its resource."""
    kind = type_named("Parameters.parameter")
    assert kind is not None
    found: dict[str, Pair] = {}
    for key in {key.removeprefix("_") for key in part} - {"name", "id", "extension"}:
        definition = kind.by_json_key.get(key)
        if definition is None or key == "part":
            raise Misfit(f"{key[:64]!r} is no value of a parameter")
        found[definition[1]] = (part.get(key), part.get("_" + key))
    if len(found) != 1:
        raise Misfit(f"part {str(part.get('name'))[:64]!r} must have one value")
    return found.popitem()


def _parts_by_name(parameter: Json, label: str) -> _Parts:
    parts: _Parts = {}
    for part in _objects(parameter, "part"):
        name = part.get("name")
        if name not in _PART_NAMES:
            raise Malformed(f"{label} has an unknown part {str(name)[:64]!r}.")
        if name in parts:
            raise Malformed(f"{label} has the part {name!r} twice.")
        parts[name] = part
    return parts


def _value(parts: _Parts, name: str, type_: type, label: str) -> Any:
    """The value of a part that an operation needs; that of `value` itself is not looked at."""
    if name not in parts:
        raise Malformed(f"{label} lacks the part {name!r}.")
    if type_ is object:
        return None
    try:
        value = _sole_value(parts[name])[1][0]
    except Misfit as error:
        raise Malformed(f"{label}: {error}.") from error
    if value.__class__ is not type_:  # a bool is no int
        raise Malformed(f"{label}: part {name!r} must be a {_WORDS[type_]}.")
    return value


_WORDS = {str: "string", int: "whole number"}


def _objects(node: Json, key: str) -> list[Json]:
    listed = node.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        raise Malformed(f"{key!r} must be an array of objects.")
    return listed
