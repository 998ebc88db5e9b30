"""A finding about a resource: data, turned into an OperationOutcome only at the edge."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

from .says import Says

Severity = Literal["fatal", "error", "warning", "information"]
SEVERITIES: tuple[Severity, ...] = ("fatal", "error", "warning", "information")

MOST_FINDINGS = 1_000
"""How many findings one answer holds; the rest is counted."""


_EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding.

    `rule` is our stable id of what was broken (`unknown-element`), `code` a FHIR issue-type
    (`structure`), `expression` the FHIRPath of the element (`Patient.contact[0].name`), and
    `diagnostics` one plain sentence in English, `chinese` the same in Chinese.

    `pointer` is the JSON Pointer to the element in the resource. `line` and `column` (from 1, in
    characters) are known where the source is. `hint` says how to mend it, `patch` is a JSON Patch
    that does so without loss. `group` is the rule and place
    of the finding this one follows from, `spec` the page of the specification, and `profile` the
    canonical URL of the profile that demands it.
    """

    rule: str
    severity: Severity
    code: str
    expression: str
    diagnostics: str
    chinese: str = ""
    pointer: str = ""
    line: int | None = None
    column: int | None = None
    hint: str = ""
    hint_chinese: str = ""
    patch: list[dict[str, Any]] | None = field(default=None, hash=False)
    group: str = ""
    spec: str = ""
    profile: str = ""

    def as_outcome_issue(self) -> dict[str, Any]:
        """The finding as an `OperationOutcome.issue`.

        Chinese stands beside the English sentence in R4's translation extension; line and column in
        the extensions of HL7's own validator.
        """
        issue: dict[str, Any] = {}
        if places := [_place(n, v) for n, v in (("line", self.line), ("col", self.column)) if v]:
            issue["extension"] = places
        issue |= {"severity": self.severity, "code": self.code}
        if self.rule:
            issue["details"] = {"coding": [{"code": self.rule}]}
        issue["diagnostics"] = self.diagnostics
        if self.chinese:
            issue["_diagnostics"] = {"extension": [_translation(self.chinese)]}
        if self.expression:
            issue["expression"] = [self.expression]
        return issue


def _place(name: str, number: int) -> dict[str, Any]:
    return {"url": f"{_EXTENSIONS}operationoutcome-issue-{name}", "valueInteger": number}


def _translation(chinese: str) -> dict[str, Any]:
    parts = [{"url": "lang", "valueCode": "zh-CN"}, {"url": "content", "valueString": chinese}]
    return {"url": f"{_EXTENSIONS}translation", "extension": parts}


class Told(NamedTuple):
    """A finding as an Issue, beside the sentences it was written from."""

    issue: Issue
    says: Says
    hint: Says | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.issue.severity


class _Severe(Protocol):
    @property
    def severity(self) -> Severity: ...


_S = TypeVar("_S", bound=_Severe)


def worst(found: Iterable[_S]) -> tuple[list[_S], int]:
    """As many findings as one answer holds, the worst, in their order; how many there are more."""
    alike: dict[str, list[tuple[int, _S]]] = {severity: [] for severity in SEVERITIES}
    number = 0
    for number, each in enumerate(found, 1):
        if len(alike[each.severity]) < MOST_FINDINGS:
            alike[each.severity].append((number, each))
    kept = [pair for severity in SEVERITIES for pair in alike[severity]][:MOST_FINDINGS]
    return [each for _, each in sorted(kept, key=itemgetter(0))], number - len(kept)


def errors(issues: list[Issue]) -> list[Issue]:
    """The findings that refuse a resource."""
    return [i for i in issues if i.severity in ("fatal", "error")]
