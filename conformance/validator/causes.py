"""Findings that follow from others, or say the same as others.

Whoever mends the cause is rid of what follows from it, too; what is the same is said once.

Asked only about findings. Said is what is certain from the sentences: an element is missing because
it is misspelt, an invariant speaks of an element that is broken, a contained resource is unused
because the reference to it has a typing error.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from conformance.issue import Issue

from .rules import Finding

_BREAKS = frozenset({"unknown-element", "json-type", "null-value", "value-format", "empty-array"})
_WORD = re.compile(r"[a-z]\w*")

Pair = tuple[Finding, Issue]


def grouped(findings: Sequence[Finding], issues: Sequence[Issue]) -> list[Issue]:
    """The issues of findings, each with its cause in `group` where it follows from another."""
    pairs = list(zip(findings, issues, strict=True))
    causes = [pair for pair in pairs if pair[0].rule in _BREAKS or pair[0].rule == "ref-1"]
    if not causes or len(pairs) < 2:
        return list(issues)
    return [_caused(finding, issue, causes) for finding, issue in pairs]


def _caused(finding: Finding, issue: Issue, causes: list[Pair]) -> Issue:
    for cause, at in causes:
        if cause is not finding and _follows(finding, issue, cause, at):
            return replace(issue, group=_name(at))
    return issue


def _follows(finding: Finding, issue: Issue, cause: Finding, at: Issue) -> bool:
    key, args = finding.says.key, finding.says.args
    if key == "contained-unused":
        return cause.rule == "ref-1"
    if key == "required-element":
        return _holder(at) == issue.pointer and args["name"] in _names(cause, at)[1:]
    if key == "invariant":
        spoken_of = set(_WORD.findall(args["expression"]))
        return _holder(at) == issue.pointer and not spoken_of.isdisjoint(_names(cause, at))
    return False


# Rules that one fault breaks together, the plainest first.
_TOGETHER = (("required-binding", "profile-binding"), ("profile-value-type", "slice-unmatched"))
_RANKS = {rule: (group, rank) for group in _TOGETHER for rank, rule in enumerate(group)}
_SEVERITIES = ("fatal", "error", "warning", "information")


def said_once(issues: Sequence[Issue]) -> list[Issue]:
    """The issues without those about a value of which a worse one says the same.

    What followed from one that is left out follows from the one that stays.
    """
    if len(issues) < 2:
        return list(issues)
    worst: dict[tuple[str, ...], Issue] = {}
    for issue in sorted(issues, key=_badness):
        if issue.rule in _RANKS:
            worst.setdefault(_fault(issue), issue)
    kept = []
    stands_for: dict[str, str] = {}
    for issue in issues:
        said = worst.get(_fault(issue), issue) if issue.rule in _RANKS else issue
        if _badness(said) == _badness(issue):
            kept.append(issue)
        else:
            stands_for[_name(issue)] = _name(said)
    return [replace(i, group=stands_for[i.group]) if i.group in stands_for else i for i in kept]


def _fault(issue: Issue) -> tuple[str, ...]:
    return issue.pointer, *_RANKS[issue.rule][0]


def _badness(issue: Issue) -> tuple[int, int]:
    return _SEVERITIES.index(issue.severity), _RANKS[issue.rule][1] if issue.rule in _RANKS else 0


def _name(issue: Issue) -> str:
    return f"{issue.rule} {issue.expression}".strip()


def _holder(issue: Issue) -> str:
    """The pointer to the object that the element is in, or its array is in."""
    return re.sub(r"/[^/]*(?:/\d+)?$", "", issue.pointer)


def _names(cause: Finding, at: Issue) -> list[str]:
    """The name of an element that is broken, and of the one it was meant to be."""
    name = re.sub(r"(?:\[\d+\])?$", "", at.expression).rpartition(".")[2]
    hint = cause.says.args.get("hint")
    return [name, *([hint.args["name"]] if hint and "name" in hint.args else [])]
