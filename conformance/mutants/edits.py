"""Changes to JSON that leave the original as it is: containers along the path are copied, no more.

A path is the keys and indexes that lead to a value: `("name", 0, "family")`.
"""

from collections.abc import Callable
from typing import Any

Path = tuple[str | int, ...]


def at(value: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def put(value: Any, path: Path, new: Any) -> Any:
    """With a new value at a path, whose holder is there; an index past the end of a list adds."""
    if not path:
        return new

    def place(holder: Any) -> Any:
        step = path[-1]
        if isinstance(step, int) and step >= len(holder):
            return [*holder, new]
        copied = holder.copy()
        copied[step] = new
        return copied

    return _changed(value, path[:-1], place)


def drop(value: Any, path: Path) -> Any:
    """Without the value at a path, and without what belongs to it: `_x`, a list left empty."""
    *above, last = path
    if isinstance(last, str):
        gone = {last, f"_{last}"}
        return _changed(
            value, tuple(above), lambda o: {k: v for k, v in o.items() if k not in gone}
        )
    *holder, key = above
    left = _without(at(value, tuple(above)), last)
    if not left:
        return drop(value, tuple(above))
    value = put(value, tuple(above), left)
    sibling = (*holder, f"_{key}")
    extras = at(value, sibling)
    return put(value, sibling, _without(extras, last)) if isinstance(extras, list) else value


def add(value: Any, holder: Path, key: str, new: Any, *, is_array: bool) -> Any:
    """With one more value of an element, in the object at `holder`."""
    path = (*holder, key)
    listed = at(value, path)
    if isinstance(listed, list):
        return put(value, (*path, len(listed)), new)
    return put(value, path, [new] if is_array else new)


def pointer(path: Path) -> str:
    """The JSON Pointer (RFC 6901) of a path."""
    return "".join(f"/{str(s).replace('~', '~0').replace('/', '~1')}" for s in path)


def _without(listed: list[Any], index: int) -> list[Any]:
    return [*listed[:index], *listed[index + 1 :]]


def _changed(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(value)
    copied = value.copy()
    copied[path[0]] = _changed(value[path[0]], path[1:], change)
    return copied
