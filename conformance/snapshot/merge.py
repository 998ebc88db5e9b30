"""One element of a differential merged into the element it constrains.

Source: FHIR R4 profiling.html#snapshot, elementdefinition.html#interpretation.
"""

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

# They say where an element is, and that is the target's.
PLACE = frozenset({"id", "path", "sliceName", "base"})


def merged(base: Json, change: Json, source: str) -> Json:
    """The base element with what the change says; what it does not mention stays.

    `source` is the canonical URL that new constraints come from.
    """
    result = dict(base)
    for key, value in change.items():
        if key in PLACE:
            continue
        combine = COMBINED.get(key)
        result[key] = combine(result[key], value) if combine and key in result else value
    if "constraint" in change:
        result["constraint"] = _constraints(base.get("constraint", []), change, source)
    return result


def _constraints(base: list[Json], change: Json, source: str) -> list[Json]:
    """Those of the base, then the new ones; a key said again is the new one's."""
    new = {c.get("key"): {**c, "source": c.get("source", source)} for c in change["constraint"]}
    return [new.pop(c.get("key"), c) for c in base] + list(new.values())


def _both(base: Json, change: Json) -> Json:
    return {**base, **change}


def _union(base: list[Any], change: list[Any]) -> list[Any]:
    return base + [v for v in change if v not in base]


def _text(base: str, change: str) -> str:
    """A text that begins with `...` is added to the base's."""
    return f"{base}\n{change[3:].strip()}" if change.startswith("...") else change


COMBINED: dict[str, Callable[[Any, Any], Any]] = {
    "alias": _union,
    "binding": _both,
    "comment": _text,
    "condition": _union,
    "definition": _text,
    "mapping": _union,
    "requirements": _text,
    "slicing": _both,
}
