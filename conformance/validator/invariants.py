"""The invariants of R4, as FHIRPath, judged on each element that has some.

FHIR R4 conformance-rules.html, section 2.1.0.6: the expression must evaluate to true.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from conformance.definitions import Constraint
from conformance.fhirpath import Expression, FhirPathError, compile  # noqa: A004
from conformance.issue import Severity
from conformance.says import says

from .messages_invariants import invariant_text
from .rules import OK, Finding, Findings
from .scope import Scope

Judge: TypeAlias = Callable[[Any, Scope, Sequence[Finding]], Findings]
"""Judges the invariants of one value, given what is already known to be wrong with it."""

BY_HAND: dict[str, str] = {
    "ele-1": "part of the shape: every object has children, every primitive a value",
    "ext-1": "in types.py, for speed",
    "ref-1": "in types.py, for speed; also accepts '#', which the expression forgets",
    "dom-2": "in types.py, for speed",
    "dom-3": "in types.py: the expression walks the resource anew for each contained one",
    "dom-4": "in types.py, for speed",
    "dom-5": "in types.py, for speed",
    "txt-1": "in types.py, so that the sentence says what is wrong",
    "txt-2": "in types.py, so that the sentence says what is wrong",
}

LEFT_OUT: dict[str, str] = {
    "dom-6": "a best practice (have a narrative) that would be said of nearly every resource",
    "ctm-1": "needs the member resolved, which the validator of one resource cannot do",
}

# Expressions that R4 got wrong, by the type they are on, with what they are meant to say. The first
# and the last forget that the element may be absent, the other misnames the FHIR type.
CORRECTED: dict[tuple[str, str], str] = {
    ("Bundle.entry", "bdl-8"): "fullUrl.empty() or fullUrl.contains('/_history/').not()",
    ("Questionnaire.item.enableWhen", "que-7"): "operator = 'exists' implies (answer is boolean)",
    ("Questionnaire.item", "que-12"): "enableWhen.count() > 1 implies enableBehavior.exists()",
    ("RiskAssessment.prediction", "ras-2"): "iif(probability.ofType(decimal) > 100, false, true)",
}


SIMPLE_QUANTITY = Constraint(
    "sqty-1", "error", "The comparator is not used on a SimpleQuantity", "comparator.empty()"
)
"""The one demand of the only profile of a data type that elements of base R4 ask for."""


def _in_order(period: dict[str, Any]) -> bool:
    """Whether a Period is open, or its ends differ in date and clock only and are in order."""
    if "start" not in period or "end" not in period:
        return True
    start, end = period["start"], period["end"]
    same_form = len(start) == len(end) and start[19:] == end[19:]
    return same_form and bool(start <= end)


_REQUESTS = frozenset({"batch", "transaction", "history"})
_RESPONSES = frozenset({"batch-response", "transaction-response", "history"})


def _present_only_in(element: str, kinds: frozenset[str]) -> Callable[[dict[str, Any]], bool]:
    """Whether all entries of a Bundle have an element, or none, as its type wants."""

    def test(bundle: dict[str, Any]) -> bool:
        wanted = bundle.get("type") in kinds
        found = [element in entry for entry in bundle.get("entry", ())]
        return "type" in bundle and all(has is wanted for has in found)

    return test


def _distinct_full_urls(bundle: dict[str, Any]) -> bool:
    urls = [entry["fullUrl"] for entry in bundle.get("entry", ()) if "fullUrl" in entry]
    return len(urls) == len(set(urls))


# The invariants of the commonest types, which hold nearly always: when the quick test says so the
# expression is spared; when it does not, the expression decides.
CERTAIN: dict[str, Callable[[dict[str, Any]], bool]] = {
    "att-1": lambda attachment: "data" not in attachment,
    "bdl-1": lambda bundle: "total" not in bundle,
    "bdl-2": lambda bundle: not any("search" in e for e in bundle.get("entry", ())),
    "bdl-3": _present_only_in("request", _REQUESTS),
    "bdl-4": _present_only_in("response", _RESPONSES),
    "bdl-5": lambda entry: not entry.keys().isdisjoint(("resource", "request", "response")),
    "bdl-7": _distinct_full_urls,
    "bdl-8": lambda entry: "/_history/" not in entry.get("fullUrl", ""),
    "bdl-9": lambda bundle: bundle.get("type", "document") != "document",
    "bdl-10": lambda bundle: bundle.get("type", "document") != "document",
    "bdl-11": lambda bundle: bundle.get("type", "document") != "document",
    "bdl-12": lambda bundle: bundle.get("type", "message") != "message",
    "cpt-2": lambda contact: "system" in contact or "value" not in contact,
    "per-1": _in_order,
    "qty-3": lambda quantity: "system" in quantity or "code" not in quantity,
    "sqty-1": lambda quantity: "comparator" not in quantity,
}

SPOILS = frozenset({"json-type", "null-value", "empty-value"})
"""Rules that, broken, make nonsense of any expression: values are not of the JSON type of R4."""


def judge_of(constraints: Sequence[Constraint], type_name: str) -> Judge | None:
    """Return what judges these invariants on values of a type; None when nothing is to judge."""
    judged = [c for c in constraints if c.key not in BY_HAND and c.key not in LEFT_OUT]
    if not judged:
        return None
    compiled: list[tuple[Constraint, Expression]] = []

    def judge(value: Any, scope: Scope, known: Sequence[Finding]) -> Findings:
        if not value or (known and any(finding.rule in SPOILS for finding in known)):
            return OK
        if not compiled:
            compiled.extend((c, _compiled(c, type_name)) for c in judged)
        faults = [
            _fault(constraint, expression, type_name, value, scope)
            for constraint, expression in compiled
            if not (constraint.key in CERTAIN and CERTAIN[constraint.key](value))
        ]
        # What cannot be judged because of a fault already known is no finding of its own.
        return [f for f in faults if f and not (known and f.rule == "invariant-unevaluated")]

    return judge


def _compiled(constraint: Constraint, type_name: str) -> Expression:
    expression = CORRECTED.get((type_name, constraint.key), constraint.expression)
    return compile(expression, type_name)


def _fault(
    constraint: Constraint, expression: Expression, type_name: str, value: Any, scope: Scope
) -> Finding | None:
    try:
        result = expression(value, root=scope.root, environment={"resource": scope.resource})
    except FhirPathError as error:
        why = str(error).rstrip(".")
        sentence = says("invariant-unevaluated", key=constraint.key, why=why)
        return Finding("invariant-unevaluated", sentence)
    if result == [True]:
        return None
    severity: Severity = "warning" if constraint.severity == "warning" else "error"
    human = invariant_text(constraint.key, constraint.human, type_name)
    return Finding(
        constraint.key, says("invariant", human=human, expression=constraint.expression), severity
    )
