"""Regional policies of family doctor contract services, as data.

>>> from datetime import date
>>> load("shenzhen-2017").capacity.max_per_team.on(date(2017, 6, 1)).value
2000

A file for each, readable without programming; `defaults.toml` says how, and what holds where a
policy is silent. `model` has the matters with their types. Which day counts: that of signing for
parties, terms and packages; the service year for fees; their own for referrals, slots and
prescriptions.
"""

from functools import cache
from pathlib import Path

from .model import Policy, Setting, Value
from .reading import PolicyError, read

__all__ = ["Policy", "PolicyError", "Setting", "Value", "load", "names"]

FOLDER = Path(__file__).parent
DEFAULTS = "defaults"


def names() -> list[str]:
    """The policies that can be chosen, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != DEFAULTS)


@cache
def load(name: str) -> Policy:
    """A policy with all that it inherits.

    Raises:
        PolicyError: there is none of that name, or its file cannot be read.

    """
    if name not in names():
        raise PolicyError(f"There is no policy {name!r}; there are {', '.join(names())}.")
    return read(FOLDER / f"{name}.toml")
