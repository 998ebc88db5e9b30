"""Findings about a profile: a rule, the node it is about, a sentence, and the severity."""

from typing import Any, NamedTuple

from conformance.definitions import element_of
from conformance.fhirpath import Node
from conformance.issue import Issue, Severity
from conformance.says import Says, says

from .rules import INVARIANT, PROFILE_RULES, page_of


class Finding(NamedTuple):
    """One demand of a profile that a value does not meet; its place is written out when asked for.

    `hint` says how to mend it, `profile` is the canonical URL of the profile that demands it,
    `cause` the finding that this one follows from.
    """

    rule: str
    node: Node
    says: Says
    severity: Severity
    hint: Says | None = None
    profile: str = ""
    cause: "Finding | None" = None

    def issue(self) -> Issue:
        """The finding as an Issue."""
        return Issue(
            rule=self.rule,
            severity=self.severity,
            code=PROFILE_RULES.get(self.rule, INVARIANT).code,
            expression=expression_of(self.node),
            diagnostics=self.says.english,
            chinese=self.says.chinese,
            pointer=pointer_of(self.node),
            group=f"{self.cause.rule} {expression_of(self.cause.node)}" if self.cause else "",
            spec=page_of(self.rule),
            profile=self.profile,
            hint=self.hint.english if self.hint else "",
            hint_chinese=self.hint.chinese if self.hint else "",
        )


def finding(
    rule: str,
    node: Node,
    /,
    *,
    text: str = "",
    hint: Says | None = None,
    severity: Severity | None = None,
    cause: Finding | None = None,
    **args: Any,
) -> Finding:
    """The finding that a rule is broken, in its own sentence or the one with the key `text`."""
    own = severity or PROFILE_RULES[rule].severity
    return Finding(rule, node, says(text or rule, **args), own, hint, cause=cause)


def is_error(found: Finding) -> bool:
    """Whether a finding refuses the value."""
    return found.severity in ("error", "fatal")


def expression_of(node: Node) -> str:
    """The FHIRPath of a node: `Bundle.entry[0].resource.value`."""
    steps: list[str] = []
    while (parent := node.parent) is not None:
        steps.append(_step(node, parent))
        node = parent
    return (node.type or "") + "".join(reversed(steps))


def _step(node: Node, parent: Node) -> str:
    found = element_of(parent.type or "", node.key)
    index = "" if node.index is None else f"[{node.index}]"
    return f".{found[0].name if found else node.key}{index}"


def pointer_of(node: Node) -> str:
    """The JSON Pointer (RFC 6901) of a node; a primitive without a value is its `_x`."""
    steps = list(node.location())
    if node.value is None and node.extra is not None:
        at = -1 if node.index is None else -2
        steps[at] = f"_{steps[at]}"
    return "".join(f"/{str(s).replace('~', '~0').replace('/', '~1')}" for s in steps)
