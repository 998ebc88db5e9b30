"""What an expression sees while it runs, and the budget that bounds it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, TypedDict

from msgspec import Struct

from .errors import FhirPathError
from .model import Node
from .system import UCUM, to_system

MAX_STEPS = 1_000_000
"""How many items one evaluation may touch before it is stopped."""

ITERATION = 10
"""What running an argument once costs, in steps."""

MAX_TEXT = 1_000_000
"""The longest string, in characters, that an evaluation may make."""


class Options(TypedDict, total=False):
    """What an evaluation may be given.

    `environment` holds `%name` variables: plain values, lists of them, or nodes. `resolve` fetches
    a resource by its reference. `root` is the outermost resource, when what is evaluated is an
    element or a contained resource. `terminology(value, type, value_set)` answers `memberOf`,
    `profiles(value, type, canonical)` answers `conformsTo`; both say None when they do not know.
    `trace(name, values)` is told of each `trace()`. `now` is the time of `now()` and `today()`.
    """

    environment: Mapping[str, Any] | None
    resolve: Callable[[str], dict[str, Any] | None] | None
    root: dict[str, Any] | None
    terminology: Callable[[Any, str, str], bool | None] | None
    profiles: Callable[[Any, str, str], bool | None] | None
    trace: Callable[[str, list[Any]], None] | None
    now: datetime | None


class Run:
    """One evaluation: its options, its root nodes, its clock and its budget."""

    __slots__ = ("_now", "context", "entries", "left", "options", "resource", "root")

    def __init__(self, context: Node, resource: Node, root: Node, options: Options) -> None:
        self.context = context
        self.resource = resource
        self.root = root
        self.options = options
        self.left = MAX_STEPS
        self.entries: dict[str, Node] | None = None
        self._now: datetime | None = None

    def spend(self, steps: int) -> None:
        """Count steps; raises `FhirPathError` when the budget is used up."""
        self.left -= steps
        if self.left < 0:
            raise FhirPathError(f"The evaluation takes more than {MAX_STEPS} steps")

    def iterate(self, times: int) -> None:
        """Count the runs of an argument that is evaluated item by item."""
        self.spend(times * ITERATION)

    def charge(self, text: str) -> str:
        """Count the cost of handling a string, and hand it back; one too long is refused."""
        if len(text) > MAX_TEXT:
            raise FhirPathError(f"The evaluation makes a string of more than {MAX_TEXT} characters")
        self.spend(len(text) >> 6)
        return text

    def now(self) -> datetime:
        """The time of this evaluation, the same throughout."""
        if self._now is None:
            self._now = self.options.get("now") or datetime.now(UTC)
        return self._now


class Scope(Struct, eq=False, gc=False):
    """One point of an expression: its `$this`, `$index`, `$total` and defined variables."""

    run: Run
    this: list[Any]
    variables: dict[str, list[Any]]
    index: int | None = None
    total: list[Any] | None = None

    def on(self, this: list[Any], index: int | None = None) -> "Scope":
        """The scope of a function's argument: another `$this`, the same variables."""
        return Scope(self.run, this, self.variables, index, self.total)

    def branch(self) -> "Scope":
        """The same scope with variables of its own."""
        return Scope(self.run, self.this, dict(self.variables), self.index, self.total)


Code: TypeAlias = Callable[[Scope], list[Any]]
"""A compiled expression."""

StepCode: TypeAlias = Callable[[Scope, list[Any]], list[Any]]
"""A compiled step: it takes the items before it."""


def single(items: list[Any]) -> Any:
    """The only item, None when there is none. N1 section 4.5 (singleton evaluation)."""
    if len(items) > 1:
        raise FhirPathError(f"Expected a single item, found {len(items)}")
    return items[0] if items else None


def truth(items: list[Any]) -> bool | None:
    """A collection as a Boolean: empty is unknown, a single item of another type is true."""
    if len(items) == 1 and type(items[0]) is bool:
        return items[0]
    value = to_system(single(items))
    return value if value is None or isinstance(value, bool) else True


CODE_SYSTEMS = {
    "ucum": UCUM,
    "sct": "http://snomed.info/sct",
    "loinc": "http://loinc.org",
}
"""Variables of FHIR R4, fhirpath.html, section 2.9.1.4, beside those of the evaluation itself."""

RESERVED = frozenset({*CODE_SYSTEMS, "context", "resource", "rootResource"})
"""Variables that an expression cannot define."""
