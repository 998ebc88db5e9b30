"""Three-valued logic: True, False, and None for what cannot be known (Kleene)."""

from collections.abc import Iterable


def every(values: Iterable[bool | None]) -> bool | None:
    """False when any is; else None when any is unknown."""
    result: bool | None = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def some(values: Iterable[bool | None]) -> bool | None:
    """True when any is; else None when any is unknown."""
    result: bool | None = False
    for value in values:
        if value:
            return True
        if value is None:
            result = None
    return result


def unless(included: bool | None, excluded: bool | None) -> bool | None:
    """Included and not excluded."""
    return every((included, None if excluded is None else not excluded))
