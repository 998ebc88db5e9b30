"""Every rule of the base validator, in one table, and the findings that break one.

The id of a rule is stable: clients may rely on it (`OperationOutcome.issue.details.coding.code`).
Invariants of R4 have their own key as id (`pat-1`), code `invariant`.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from conformance.issue import Issue, Severity


class Rule(NamedTuple):
    """The FHIR issue type and severity of a rule, and what it demands."""

    code: str
    severity: Severity
    demands: str


RULES: dict[str, Rule] = {
    "resource-object": Rule("structure", "error", "A resource is a JSON object."),
    "resource-type-required": Rule("required", "error", "A resource has a resourceType."),
    "resource-type-known": Rule("structure", "error", "resourceType names an R4 resource type."),
    "resource-type-expected": Rule("invalid", "error", "The type is the one asked for."),
    "unknown-element": Rule("structure", "error", "Only elements of the type appear."),
    "json-type": Rule("structure", "error", "A value has the JSON type of its element."),
    "null-value": Rule("structure", "error", "null only fills gaps in arrays of primitives."),
    "empty-array": Rule("structure", "error", "Arrays are not empty."),
    "empty-value": Rule("value", "error", "Strings are not empty."),
    "blank-string": Rule("value", "warning", "A string holds more than white space."),
    "string-length": Rule("too-long", "error", "A string has at most 1,048,576 characters."),
    "value-format": Rule("value", "error", "A primitive has the format of its type."),
    "required-element": Rule("required", "error", "Elements with a minimum are there."),
    "single-choice": Rule("structure", "error", "Of value[x] there is at most one."),
    "sibling-length": Rule("structure", "error", "x and _x are arrays of the same length."),
    "required-binding": Rule("code-invalid", "error", "A code is from the required value set."),
    "reference-target": Rule("structure", "error", "A reference points to a permitted type."),
    "contained-id": Rule("required", "error", "A contained resource has an id."),
    "findings-cut": Rule("incomplete", "information", "At most 1,000 findings are listed."),
    "invariant-unevaluated": Rule("incomplete", "warning", "Every invariant can be judged."),
}
_INVARIANT = Rule("invariant", "error", "An invariant of R4 holds.")
_OF_EXTENSIONS = Rule("extension", "error", "An extension has a value or extensions, not both.")


class Finding:
    """A broken rule, while its place is still being put together from the inside out."""

    __slots__ = ("rule", "says", "severity", "steps")

    def __init__(self, rule: str, says: str, severity: Severity = "error") -> None:
        self.rule = rule
        self.says = says
        self.severity = severity
        self.steps: list[str] = []

    def issue(self, root: str) -> Issue:
        """The finding as an Issue, its FHIRPath starting with `root`."""
        rule = RULES.get(self.rule) or (_OF_EXTENSIONS if self.rule == "ext-1" else _INVARIANT)
        severity = self.severity if rule is _INVARIANT else rule.severity
        expression = root + "".join(reversed(self.steps))
        return Issue(self.rule, severity, rule.code, expression, self.says)


Findings: TypeAlias = Sequence[Finding]
OK: Findings = ()


def under(step: str, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Put findings one step further in: `.contact`, `[0]`."""
    for finding in findings:
        finding.steps.append(step)
    return findings


def shown(value: Any, limit: int = 60) -> str:
    """A value as a sentence may quote it: short, and never a whole object."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value) if isinstance(value, int | float | Decimal) else repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
