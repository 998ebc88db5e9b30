"""Judging facts by the table, and writing what was found."""

from collections.abc import Iterator
from typing import Any, Literal

from conformance.issue import Issue
from profiles.policies import Policy, Value

from .messages import TEXTS, shown
from .model import Breach, Facts, Rule, Signing, When
from .table import RULES


def findings(facts: Facts, when: When) -> list[Issue]:
    """What the rules that bite then find in the facts, in the order of the table.

    Errors refuse, warnings do not. A policy's value without severity, or one that a policy does not
    have, is not judged.
    """
    return [
        _issue(rule, breach, severity, facts)
        for rule in RULES
        if rule.facts is type(facts) and when in rule.bites and _is_due(rule, facts)
        for breach, severity in _judged(rule, facts)
    ]


def _is_due(rule: Rule, facts: Facts) -> bool:
    return not rule.steps or not isinstance(facts, Signing) or facts.step in rule.steps


def _judged(rule: Rule, facts: Facts) -> Iterator[tuple[Breach, Literal["error", "warning"]]]:
    """Breaches with what they are: all warnings where facts come from a system of record."""
    assert rule.check is not None, f"{rule.name} has facts and no check"
    is_record = isinstance(facts, Signing) and facts.record
    for breach in rule.check(facts):
        severity = breach.value.severity if breach.value else breach.severity
        if severity:
            yield breach, "warning" if is_record else severity


def _issue(
    rule: Rule, breach: Breach, severity: Literal["error", "warning"], facts: Facts
) -> Issue:
    text = TEXTS[breach.text]
    args = breach.args
    english, chinese = _source(rule, breach.value, facts.terms.policy)
    return Issue(
        rule=f"rule-{rule.name}",
        severity=severity,
        code="business-rule",
        expression=breach.expression,
        diagnostics=text.english.format_map(shown(args, "en")) + f" ({english})",
        chinese=text.chinese.format_map(shown(args, "zh")) + f"（{chinese}）",
    )


def _source(rule: Rule, value: Value[Any] | None, policy: Policy) -> tuple[str, str]:
    """The text that is broken, in English and Chinese: policy and requirements."""
    ids = ", ".join(value.requirement if value else rule.requirement)
    if value is None or value.own:
        return f"rule of this service, {ids}", f"本系统规则，{'、'.join(ids.split(', '))}"
    return f"{policy.title}, {ids}", f"{policy.chinese}，{'、'.join(ids.split(', '))}"
