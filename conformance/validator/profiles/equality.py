"""Fixed values and patterns against what is there. FHIR R4 elementdefinition.html, 8.3.1.

A fixed value is met by exactly itself. A pattern is met by everything that has all it has: of an
object the same properties at least, of an array for each of its items one that meets it.
"""

from typing import Any


def equals(value: Any, fixed: Any) -> bool:
    """Whether a JSON value is a fixed one, deeply; 1.0 is 1.00, true is not 1."""
    if type(value) is str:
        return bool(value == fixed)
    if isinstance(value, bool) or isinstance(fixed, bool):
        return value is fixed
    if isinstance(value, dict) and isinstance(fixed, dict):
        return value.keys() == fixed.keys() and all(equals(value[k], fixed[k]) for k in fixed)
    if isinstance(value, list) and isinstance(fixed, list):
        return len(value) == len(fixed) and all(map(equals, value, fixed))
    return bool(value == fixed)


def meets(value: Any, pattern: Any) -> bool:
    """Whether a JSON value has everything that a pattern has."""
    if isinstance(pattern, dict):
        if not isinstance(value, dict):
            return False
        for key, wanted in pattern.items():  # a loop, as this runs for every slice
            if key not in value or not meets(value[key], wanted):
                return False
        return True
    if isinstance(pattern, list):
        return isinstance(value, list) and all(
            any(meets(item, wanted) for item in value) for wanted in pattern
        )
    return equals(value, pattern)


def lacking(value: Any, pattern: Any, path: str = "") -> tuple[str, Any, Any] | None:
    """The first place where a value does not meet a pattern: its path, the wanted, the found."""
    if isinstance(pattern, dict) and isinstance(value, dict):
        for key, wanted in pattern.items():
            if fault := lacking(value.get(key), wanted, f"{path}.{key}" if path else key):
                return fault
        return None
    if isinstance(pattern, list) and isinstance(value, list):
        for wanted in pattern:
            if not any(meets(item, wanted) for item in value):
                if len(value) == 1:
                    return lacking(value[0], wanted, f"{path}[0]")
                return path, wanted, value
        return None
    return None if equals(value, pattern) else (path, pattern, value)
