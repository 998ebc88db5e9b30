"""Every rule of the base validator, in one table, and the findings that break one.

The id of a rule is stable: clients may rely on it (`OperationOutcome.issue.details.coding.code`).
Invariants of R4 have their own key as id (`pat-1`), code `invariant`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, Self, TypeAlias

from conformance.definitions import all_types
from conformance.issue import MOST_FINDINGS, Issue, Severity
from conformance.says import Says


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
    "element-id-unique": Rule("invariant", "error", "Element ids are unique in a resource."),
    "bundle-link-once": Rule("invalid", "error", "A Bundle has one link of a relation."),
    "bundle-full-url": Rule("required", "error", "Entries of documents, messages have a fullUrl."),
    "bundle-full-url-advised": Rule("required", "warning", "Entries have a fullUrl."),
    "bundle-full-url-absolute": Rule("value", "error", "A fullUrl is absolute."),
    "bundle-full-url-id": Rule("invalid", "error", "A fullUrl agrees with its resource."),
    "bundle-search-outcome": Rule("invalid", "error", "An outcome is an OperationOutcome."),
    "bundle-search-id": Rule("required", "error", "What a search found has an id."),
    "bundle-response-status": Rule("value", "error", "A status starts with three digits."),
    "bundle-request-condition": Rule("business-rule", "warning", "Conditions fit the method."),
    "bundle-request-no-resource": Rule("business-rule", "warning", "GET takes no resource."),
    "bundle-request-resource": Rule("required", "error", "POST, PUT, PATCH bring a resource."),
    "bundle-request-url": Rule("value", "error", "A URL has the form its method wants."),
    "bundle-request-patch": Rule("invalid", "error", "A PATCH brings a Binary or Parameters."),
    "bundle-request-type": Rule("invalid", "error", "A URL is of the type of the resource."),
    "bundle-request-id": Rule("invalid", "error", "A URL ends with the id of the resource."),
    "bundle-request-overlap": Rule("conflict", "error", "One entry writes a resource."),
    "bundle-reference-ambiguous": Rule("multiple-matches", "error", "One entry is meant."),
    "bundle-reference-missing": Rule("not-found", "error", "A document is complete."),
    "bundle-reference-unresolved": Rule("not-found", "warning", "References lead to entries."),
    "bundle-reference-type": Rule("invalid", "error", "A target is of the type that is said."),
    "bundle-entry-unreachable": Rule("informational", "warning", "Entries are referred to."),
    "questionnaire-enable-question": Rule("invalid", "error", "Conditions are about a question."),
    "questionnaire-enable-type": Rule("invalid", "error", "A condition fits its question."),
    "questionnaire-option-type": Rule("invalid", "error", "Options fit the type of the item."),
    "questionnaire-initial-type": Rule("invalid", "error", "Initial values fit the item."),
    "response-questionnaire": Rule("invalid", "error", "A response is to a Questionnaire."),
    "response-questionnaire-unknown": Rule("not-found", "information", "It is known."),
    "response-item": Rule("not-found", "error", "Items are where the Questionnaire has them."),
    "response-order": Rule("structure", "error", "Items are in its order."),
    "response-repeats": Rule("structure", "error", "What does not repeat comes once."),
    "response-required": Rule("required", "error", "What is required is answered at the end."),
    "response-not-enabled": Rule("invalid", "error", "What is not enabled has no answer."),
    "response-no-question": Rule("structure", "error", "Groups have no answers."),
    "response-nesting": Rule("structure", "error", "What follows an answer stands in it."),
    "answer-type": Rule("invalid", "error", "An answer has the type of its question."),
    "answer-option": Rule("code-invalid", "error", "An answer is one of the options."),
    "answer-value-set": Rule("code-invalid", "error", "An answer is from the value set."),
    "answer-display": Rule("invalid", "error", "The display of an answer is that of its code."),
    "answer-unknown": Rule("incomplete", "information", "Every answer can be judged."),
    "answer-bound": Rule("value", "error", "An answer is within its bounds."),
    "narrative-link-dead": Rule("not-found", "error", "Links to places inside lead there."),
    "narrative-link-scheme": Rule("invalid", "error", "Links use protocols one can follow."),
    "canonical-url": Rule("invalid", "error", "A canonical URL is absolute."),
    "code-unknown": Rule("code-invalid", "error", "A code is one of its system."),
    "code-system-supplement": Rule("invalid", "error", "A supplement says what it supplements."),
    "code-system-content": Rule("invalid", "error", "Without content there are no concepts."),
    "code-system-count": Rule("value", "warning", "The count is that of the concepts."),
    "code-system-property-type": Rule("invalid", "error", "Properties have their declared type."),
    "code-system-relation": Rule("code-invalid", "error", "Parents and children are concepts."),
    "value-set-system": Rule("invalid", "error", "The URL of a system is absolute."),
    "value-set-code-twice": Rule("duplicate", "warning", "A code is listed once."),
    "value-set-itself": Rule("processing", "error", "A value set does not import itself."),
    "value-set-filter": Rule("value", "error", "The value of a filter fits its property."),
    "fhirpath-unreadable": Rule("value", "error", "An expression can be read."),
    "element-definition-id": Rule("invalid", "error", "An id is its path with slice names."),
    "element-definition-type": Rule("not-found", "error", "The types of an element exist."),
    "slicing-discriminator": Rule("invalid", "error", "A discriminator leads to an element."),
    "snapshot-incomplete": Rule("incomplete", "error", "A snapshot holds the differential."),
    "structure-base-unknown": Rule("not-found", "warning", "The base is known."),
    "structure-differential": Rule("invalid", "error", "A differential fits its base."),
    "structure-type": Rule("invalid", "error", "A profile has the type of its base."),
    "measure-group": Rule("business-rule", "error", "A group is one of the Measure."),
    "measure-component": Rule("business-rule", "error", "Strata are those of the Measure."),
    "findings-cut": Rule("incomplete", "information", "At most 1,000 findings are listed."),
    "invariant-unevaluated": Rule("incomplete", "warning", "Every invariant can be judged."),
}
_INVARIANT = Rule("invariant", "error", "An invariant of R4 holds.")
_OF_EXTENSIONS = Rule("extension", "error", "An extension has a value or extensions, not both.")


class Step(str):
    """A FHIRPath step that knows its JSON property: `.value` of `valueQuantity`."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, step: str, key: str) -> Self:
        """The step as FHIRPath writes it, and the property."""
        self = super().__new__(cls, step)
        self.key = key
        return self


class Finding:
    """A broken rule, while its place is still being put together from the inside out."""

    __slots__ = ("rule", "says", "severity", "steps")

    def __init__(self, rule: str, says: Says, severity: Severity = "error") -> None:
        self.rule = rule
        self.says = says
        self.severity = severity
        self.steps: list[str] = []

    def issue(self, root: str, resource: Any = None) -> Issue:
        """The finding as an Issue about a resource, its FHIRPath starting with `root`."""
        from .mending import mended  # noqa: PLC0415  # a resource without faults needs no hints

        rule = RULES.get(self.rule) or (_OF_EXTENSIONS if self.rule == "ext-1" else _INVARIANT)
        steps = self.steps[::-1]
        issue = Issue(
            rule=self.rule,
            severity=self.severity if rule is _INVARIANT else rule.severity,
            code=rule.code,
            expression=root + "".join(steps),
            diagnostics=self.says.english,
            chinese=self.says.chinese,
            pointer=pointer(steps, resource),
        )
        return mended(issue, self.says, resource)


Findings: TypeAlias = Sequence[Finding]
OK: Findings = ()


class Surplus:
    """Counts the findings that no answer holds, so that they need not be kept in memory."""

    __slots__ = ("count",)

    def __init__(self) -> None:
        self.count = 0

    def cut(self, found: list[Finding]) -> None:
        """Keep the first findings of a list, as many as an answer holds."""
        if len(found) > MOST_FINDINGS:
            self.count += len(found) - MOST_FINDINGS
            del found[MOST_FINDINGS:]


def under(step: str, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Put findings one step further in: `.contact`, `[0]`."""
    for finding in findings:
        finding.steps.append(step)
    return findings


_PART = re.compile(r"\.(\w+)|\[(\d+)\]")


def pointer(steps: Iterable[str], resource: Any) -> str:
    """The JSON Pointer (RFC 6901) to where FHIRPath steps lead in a resource."""
    node, parts = resource, []
    for step in steps:
        keys = [step.key] if isinstance(step, Step) else [a or b for a, b in _PART.findall(step)]
        for key in keys:
            if isinstance(node, list):
                node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
                parts.append(key)
            else:
                parts.append(_property(node, key))
                node = node.get(parts[-1]) if isinstance(node, dict) else None
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


@cache
def _endings() -> frozenset[str]:
    """What the properties of a choice end with: `DateTime`."""
    return frozenset(name[0].upper() + name[1:] for name in all_types())


def _property(node: Any, name: str) -> str:
    """The property that carries an element: of a choice one with its type, of `_x` alone that."""
    if not isinstance(node, dict) or name in node:
        return name
    typed = (key for key in node if key.startswith(name) and key[len(name) :] in _endings())
    return next(typed, f"_{name}" if f"_{name}" in node else name)
