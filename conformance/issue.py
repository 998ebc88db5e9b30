"""A finding about a resource: data, turned into an OperationOutcome only at the edge."""

from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["fatal", "error", "warning", "information"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding.

    `rule` is our stable id of what was broken (`unknown-element`), `code` a FHIR issue-type
    (`structure`), `expression` the FHIRPath of the element (`Patient.contact[0].name`), and
    `diagnostics` one plain English sentence.
    """

    rule: str
    severity: Severity
    code: str
    expression: str
    diagnostics: str

    def as_outcome_issue(self) -> dict[str, Any]:
        """The finding as an `OperationOutcome.issue`."""
        issue: dict[str, Any] = {"severity": self.severity, "code": self.code}
        if self.rule:
            issue["details"] = {"coding": [{"code": self.rule}]}
        issue["diagnostics"] = self.diagnostics
        if self.expression:
            issue["expression"] = [self.expression]
        return issue


def errors(issues: list[Issue]) -> list[Issue]:
    """The findings that refuse a resource."""
    return [i for i in issues if i.severity in ("fatal", "error")]
