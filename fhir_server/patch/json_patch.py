"""JSON Patch on a resource: RFC 6902, with `application/json-patch+json`.

Operations are numbered from 0 in what the client is told. A document that is not a JSON Patch is
400; one that does not fit the resource is 422, a failing `test` included (http.html, 3.1.0.6).
"""

from typing import Any

from jsonpatch import (
    InvalidJsonPatch,
    JsonPatch,
    JsonPatchException,
    JsonPatchTestFailed,
    JsonPointer,
    JsonPointerException,
)

from fhir_server.errors import Malformed, Unprocessable

from .clone import clone

MAX_DEPTH = 100
# What the copies of one patch may add, in values and characters: each `copy` of the root doubles
# the document, so that a few dozen would fill the memory.
MAX_COPIED = 4_000_000

Json = dict[str, Any]


def apply_json_patch(resource: Json, operations: list[Any]) -> Json:
    """Make the resource that the operations lead to; neither argument is changed.

    Raises Malformed for an operation that is none, lacks a member, or has no JSON Pointer for a
    path; Unprocessable when a path leads nowhere, a `test` fails, or no resource is left.
    """
    steps = [_step(index, operation) for index, operation in enumerate(clone(operations))]
    document: Any = clone(resource)
    room = MAX_COPIED
    for index, (operation, step) in enumerate(zip(operations, steps, strict=True)):
        if operation["op"] == "copy":
            room -= _size_of_source(operation, document)
        if room < 0:
            raise Unprocessable(f"Operation {index} copies more than a patch may.")
        document = _apply(index, operation, step, document)
    if not isinstance(document, dict):
        raise Unprocessable("The patch leaves no resource: a resource is a JSON object.")
    if _too_deep(document):
        raise Unprocessable(f"The patch nests values more than {MAX_DEPTH} levels deep.")
    return document


def _step(index: int, operation: Any) -> JsonPatch:
    moves = isinstance(operation, dict) and operation.get("op") in ("copy", "move")
    if moves and not isinstance(operation.get("from"), str):
        raise _malformed(index, ValueError("its 'from' is not a JSON Pointer"))
    try:
        return JsonPatch([operation])
    except (JsonPatchException, JsonPointerException) as error:
        raise _malformed(index, error) from error


def _malformed(index: int, error: Exception) -> Malformed:
    return Malformed(f"Operation {index} is no JSON Patch operation: {str(error).rstrip('.')}.")


def _apply(index: int, operation: Json, step: JsonPatch, document: Any) -> Any:
    try:
        return step.apply(document, in_place=True)
    except InvalidJsonPatch as error:
        raise _malformed(index, error) from error
    except JsonPatchTestFailed as error:
        raise Unprocessable(
            f"Operation {index} (test) fails: {operation['path']!r} has another value."
        ) from error
    except (JsonPatchException, JsonPointerException) as error:
        source = f" from {operation['from']!r}" if "from" in operation else ""
        raise Unprocessable(
            f"Operation {index} ({operation['op']}{source}) does not fit the resource at "
            f"{operation['path']!r}."
        ) from error
    except RecursionError as error:
        raise Unprocessable(f"Operation {index} nests values too deep.") from error


def _size_of_source(operation: Json, document: Any) -> int:
    """Values and characters under `from`; 0 where it leads nowhere, which the copy itself says."""
    try:
        waiting = [JsonPointer(operation["from"]).resolve(document, None)]
    except JsonPointerException:
        return 0
    size = 0
    while waiting and size <= MAX_COPIED:
        value = waiting.pop()
        size += 1 + (len(value) if isinstance(value, str) else 0)
        waiting.extend(_children(value))
    return size


def _too_deep(document: Any) -> bool:
    level = [document]
    for _ in range(MAX_DEPTH):
        level = [child for value in level for child in _children(value)]
    return bool(level)


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
