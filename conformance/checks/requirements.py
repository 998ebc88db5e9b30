"""Requirements: what FHIR R4 demands of a server, and what the policies of the service demand.

`fhir.toml` has the former, `policy.toml` the latter; both are read once. The table says for each
where it is covered: by a check, a profile, a rule, or why it is not.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from conformance.says import Text

from .check import Check

SPECIFICATION = "https://hl7.org/fhir/R4/"

_NOTHING = Text("", "")

Coverage = Literal["covered", "partly", "open"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement.

    `spec` is the page of FHIR it is from, "" for the policies; `verb` is SHALL or SHOULD there.
    `profiles`, `rules` and `checks` say what covers it; `reason` what is missing, "" when nothing.
    """

    id: str
    title: Text
    spec: str = ""
    verb: Literal["SHALL", "SHOULD", ""] = ""
    profiles: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    reason: Text = _NOTHING

    @property
    def coverage(self) -> Coverage:
        """Whether it is covered: open without anything that covers it, partly with a reason."""
        if not (self.profiles or self.rules or self.checks):
            return "open"
        return "partly" if self.reason.english else "covered"


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
    return fhir + [_policy(row) for row in _rows("policy.toml")]


@cache
def policies() -> dict[str, tuple[str, ...]]:
    """The ids of the policies' requirements that a check covers, by check."""
    rows = _rows("policy.toml")
    checks = {check for row in rows for check in row.get("checks", ())}
    return {c: tuple(row["id"] for row in rows if c in row.get("checks", ())) for c in checks}


def _fhir(row: dict[str, Any], checks: tuple[str, ...] = ()) -> Requirement:
    title, spec = Text(row["title"], row["chinese"]), SPECIFICATION + row["spec"]
    return Requirement(row["id"], title, spec=spec, verb=row["verb"], checks=checks)


def _policy(row: dict[str, Any]) -> Requirement:
    return Requirement(
        row["id"],
        Text(row["title"], row["chinese"]),
        profiles=tuple(row.get("profiles", ())),
        rules=tuple(row.get("rules", ())),
        checks=tuple(row.get("checks", ())),
        reason=_reasons()[row["open"]] if "open" in row else _NOTHING,
    )


@cache
def _reasons() -> dict[str, Text]:
    """Why something is open; rows of `policy.toml` name the reason by its key."""
    return {key: Text(*pair) for key, pair in _table("policy.toml")["reason"].items()}


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _table(name)["requirement"]
    return rows


@cache
def _table(name: str) -> dict[str, Any]:
    text = files("conformance.checks").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
