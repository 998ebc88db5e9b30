"""Requirements: what FHIR R4 demands of a server, and what the policies of the service demand.

`fhir.toml` has the former, `profiles.requirements` the latter. The table says for each what covers
it: a profile, an invariant, an operation, a rule, a check; or why nothing does.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from conformance.says import Text
from profiles import requirements as policy

from .check import Check

SPECIFICATION = "https://hl7.org/fhir/R4/"

_NOTHING = Text("", "")

Coverage = Literal["covered", "partly", "open"]

COVERS = ("profiles", "invariants", "operations", "rules", "measures", "adapters", "checks")
"""The kinds of what may cover a requirement."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement.

    `spec` is the page of FHIR it is from, "" for the policies; `verb` is SHALL or SHOULD there.
    The tuples name what covers it, and files of our own `tests` that show it; `reason` says what is
    missing, "" when nothing.
    """

    id: str
    title: Text
    spec: str = ""
    verb: Literal["SHALL", "SHOULD", ""] = ""
    profiles: tuple[str, ...] = ()
    invariants: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    adapters: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    reason: Text = _NOTHING

    @property
    def coverage(self) -> Coverage:
        """Whether it is covered: open without anything that covers it, partly with a reason."""
        if not self.covers:
            return "open"
        return "partly" if self.reason.english else "covered"

    @property
    def covers(self) -> tuple[str, ...]:
        """Everything that covers it."""
        return tuple(name for kind in COVERS for name in getattr(self, kind))


@cache
def fhir_requirements() -> dict[str, Requirement]:
    """What FHIR R4 demands, by id, not yet with its checks."""
    return {row["id"]: _fhir(row) for row in _rows("fhir.toml")}


def every_requirement(checks: Iterable[Check]) -> list[Requirement]:
    """All requirements with what covers them, those of FHIR first."""
    tested: dict[str, list[str]] = {}
    for check in checks:
        tested.setdefault(check.requirement, []).append(check.id)
    fhir = [_fhir(row, tuple(tested.get(row["id"], ()))) for row in _rows("fhir.toml")]
    return fhir + [_policy(each) for each in policy.requirements().values()]


@cache
def policies() -> dict[str, tuple[str, ...]]:
    """The ids of the policies' requirements that a check covers, by check."""
    found: dict[str, tuple[str, ...]] = {}
    for each in policy.requirements().values():
        for check in each.carriers.checks:
            found[check] = (*found.get(check, ()), each.id)
    return found


def _fhir(row: dict[str, Any], checks: tuple[str, ...] = ()) -> Requirement:
    title, spec = Text(row["title"], row["chinese"]), SPECIFICATION + row["spec"]
    return Requirement(row["id"], title, spec=spec, verb=row["verb"], checks=checks)


def _policy(row: policy.Requirement) -> Requirement:
    """A requirement of the policies; a profile covers it that says so itself."""
    profiles, invariants = policy.citations().get(row.id, policy.Citations())
    there = tuple(each for each in row.carriers.profiles if each in profiles)
    coming = tuple(each for each in row.carriers.profiles if each not in profiles)
    carriers = asdict(row.carriers) | {"profiles": there, "invariants": invariants}
    planned = asdict(row.planned) | {"profiles": coming}
    reason = Text(*row.sentence) if row.sentence else _not_yet(planned)
    title = Text(row.title, row.chinese)
    return Requirement(row.id, title, reason=reason, tests=row.tests, **carriers)


_PLANNED = {
    "profiles": Text("profile", "规范"),
    "operations": Text("operation", "操作"),
    "rules": Text("rule", "规则"),
    "measures": Text("Measure", "指标"),
    "adapters": Text("adapter", "适配器"),
    "checks": Text("check", "检查"),
}


def _not_yet(planned: dict[str, tuple[str, ...]]) -> Text:
    """What is to cover a requirement, and is not there."""
    named = [(_PLANNED[kind], name) for kind, names in planned.items() for name in names]
    english = ", ".join(f"{kind.english} {name}" for kind, name in named)
    chinese = "、".join(f"{kind.chinese} {name}" for kind, name in named)
    return Text(f"Not there yet: {english}", f"尚未提供：{chinese}") if named else _NOTHING


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _table(name)["requirement"]
    return rows


@cache
def _table(name: str) -> dict[str, Any]:
    text = files("conformance.checks").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
