"""What the terminology answers with, and how it refuses.

TerminologyError
├── Unknown               a value set, code system, code or concept map that is not here
├── CircularImport        a value set that includes itself, or a map that falls back on itself
├── Malformed             a definition that has not the shape of one
├── TooCostly             an expansion larger than one answer may be
└── Unsupported           what FHIR allows and this does not do, or cannot do offline
"""

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from conformance.says import Says

Json = dict[str, Any]

Subsumption = Literal["equivalent", "subsumes", "subsumed-by", "not-subsumed"]


class TerminologyError(Exception):
    """A question that cannot be answered; `says` is one plain sentence in two languages."""

    def __init__(self, says: Says) -> None:
        """Carry the sentence; `str` of the error is its English."""
        self.says = says
        super().__init__(says)

    def __str__(self) -> str:
        return self.says.english


class Unknown(TerminologyError):
    """A value set, code system, code or concept map that is not here."""


class CircularImport(TerminologyError):
    """A value set that includes itself, or a concept map that falls back on itself."""


class Malformed(TerminologyError):
    """A value set, code system or concept map that has not the shape of one."""


class TooCostly(TerminologyError):
    """An expansion larger than one answer may be."""


class Unsupported(TerminologyError):
    """What FHIR allows and this does not do, or cannot know offline."""


class Verdict(NamedTuple):
    """Whether a code is valid: `result` is None when that cannot be known offline.

    `message` says why not, why it cannot be known, or, with a result of True, what is amiss all the
    same (a wrong display, an inactive code): a warning. `display` is the right one, where known.
    """

    result: bool | None
    message: Says | None = None
    display: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One concept of an expansion."""

    system: str
    code: str
    display: str | None = None
    version: str | None = None
    designations: tuple[Json, ...] = ()
    inactive: bool = False
    abstract: bool = False


@dataclass(frozen=True, slots=True)
class Expansion:
    """A value set listed: the concepts asked for, of `total` that match.

    `complete` is False when the set has more than can be listed; `missing` says what and why, and
    `endless` that it is so by nature (all units, all languages). `versions` are those of the code
    systems that were read, as `system|version`.
    """

    concepts: list[Listed]
    total: int
    complete: bool = True
    missing: tuple[Says, ...] = ()
    endless: bool = False
    versions: tuple[str, ...] = ()


class Property(NamedTuple):
    """One property of a concept: `type` and `value` are those of `value[x]` (`Code`, `active`)."""

    code: str
    type: str
    value: Any
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a code system says of a concept. `name` and `version` are those of the system."""

    name: str
    code: str
    display: str
    version: str | None = None
    definition: str | None = None
    designations: tuple[Json, ...] = ()
    properties: tuple[Property, ...] = ()
    inactive: bool = False
    abstract: bool = False


class Match(NamedTuple):
    """One target of a translation; `product` are the other elements it gives."""

    equivalence: str
    system: str | None
    code: str | None
    display: str | None
    source: str
    product: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """What concept maps make of a code; `result` is True when one match means something."""

    matches: tuple[Match, ...] = ()
    message: Says | None = None
    result: bool = field(init=False)

    def __post_init__(self) -> None:
        """Neither `unmatched` nor `disjoint` is a translation."""
        found = any(m.equivalence not in ("unmatched", "disjoint") for m in self.matches)
        object.__setattr__(self, "result", found)
