"""What the judge of profiles may be told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from conformance.issue import Severity

Level = Severity | Literal["ignore"]


@dataclass(frozen=True, slots=True)
class Options:
    """How strict to be where the specification leaves it open.

    `unknown_profile`, `unknown_extension` and `unresolved` are the severities of a profile, of an
    extension's definition and of a referenced resource that are not at hand; "ignore" says nothing.
    `broken_profile` is that of a profile that is at hand and cannot be used.
    `must_support` reports elements to be supported that are absent, as information. `resolve`
    fetches a resource by what a reference says, where it is neither contained nor in the Bundle.
    """

    unknown_profile: Level = "warning"
    unknown_extension: Level = "information"
    unresolved: Level = "ignore"
    broken_profile: Severity = "error"
    must_support: bool = False
    resolve: Callable[[str], dict[str, Any] | None] | None = None
