"""What became of the checks of a run."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from conformance.says import Says

from .check import Check
from .evidence import Exchange

Outcome = Literal["pass", "fail", "skip", "error"]
"""`error` is a check that could not be carried out: the server gave no answer."""


@dataclass(frozen=True, slots=True)
class Result:
    """One check: its outcome, the reason unless it passed, and the evidence."""

    check: Check
    outcome: Outcome
    reason: Says | None = None
    seconds: float = 0.0
    evidence: Sequence[Exchange] = ()
    left_behind: Sequence[str] = ()


@dataclass
class Run:
    """All results, in the order of the checks."""

    base: str
    statement: dict[str, Any]
    started: datetime
    results: list[Result] = field(default_factory=list)
    seconds: float = 0.0

    def counts(self) -> Counter[Outcome]:
        """How many checks had each outcome."""
        return Counter(result.outcome for result in self.results)

    @property
    def server(self) -> str:
        """What the server calls itself."""
        software = self.statement.get("software")
        named = software if isinstance(software, dict) else {}
        return " ".join(str(named[x]) for x in ("name", "version") if named.get(x)) or "?"
