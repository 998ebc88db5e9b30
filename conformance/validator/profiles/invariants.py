"""The invariants a profile adds. FHIR R4 conformance-rules.html, section 2.1.0.6."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from conformance.definitions import all_types
from conformance.fhirpath import Expression, FhirPathError, Node, compile  # noqa: A004
from conformance.issue import Severity
from conformance.says import Says, Text, says, verbatim
from conformance.validator.invariants import BY_HAND, LEFT_OUT

from .definition import Definition, is_core
from .finding import Finding, finding
from .session import Judge, Session

Constraint: TypeAlias = dict[str, Any]

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


def invariants(definition: Definition) -> Judge | None:
    """The judge of the invariants of an element that base R4 does not have."""
    own = [c for c in definition.element.get("constraint", ()) if _is_own(c)]
    if not own:
        return None
    judges = [_judge_of(constraint, definition) for constraint in own]

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        for each in judges:
            each(node, session, out)

    return judge


def _is_own(constraint: Constraint) -> bool:
    """Whether the base check has not judged it. Base invariants come with their source, or not."""
    key = constraint.get("key", "")
    if "expression" not in constraint or key in LEFT_OUT:
        return False
    source = constraint.get("source")
    if source is not None:
        return not is_core(source)
    return key not in BY_HAND and (key, constraint["expression"]) not in _core_invariants()


@cache
def _core_invariants() -> frozenset[tuple[str, str]]:
    kinds = all_types().values()
    of_types = (c for kind in kinds for c in kind.constraints)
    of_elements = (c for kind in kinds for e in kind.elements for c in e.constraints)
    return frozenset((c.key, c.expression) for c in (*of_types, *of_elements))


def _judge_of(constraint: Constraint, definition: Definition) -> Judge:
    key, expression = constraint["key"], constraint["expression"]
    human, why = _sentence(constraint), constraint.get("requirements")
    hint = says("hint-basis", why=why) if isinstance(why, str) else None
    severity: Severity = "error" if constraint.get("severity", "error") == "error" else "warning"
    compiled = _lazily(expression)
    is_part = definition.parent is not None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        try:
            run = compiled(node.type)
        except FhirPathError as error:
            if session.first_time(f"{key}: {expression}"):
                out.append(finding("invariant-unreadable", node, key=key, why=_reason(error)))
            return
        try:
            result = run(node, **session.environment(node, node.parent if is_part else node))
        except FhirPathError as error:
            out.append(finding("invariant-unjudged", node, key=key, why=_reason(error)))
            return
        if result != [True]:
            out.append(Finding(key, node, says("profile-invariant", human=human), severity, hint))

    return judge


def _sentence(constraint: Constraint) -> Says | Text:
    """What an invariant demands, in Chinese too where the definition has the translation."""
    english = str(constraint.get("human", constraint["expression"])).rstrip(".")
    for extension in constraint.get("_human", {}).get("extension", ()):
        said = {e.get("url"): e for e in extension.get("extension", ())}
        language = said.get("lang", {}).get("valueCode", "")
        chinese = said.get("content", {}).get("valueString")
        if extension.get("url") == TRANSLATION and language.startswith("zh") and chinese:
            return Text(english, chinese.rstrip("。"))
    return verbatim(english)


def _reason(error: FhirPathError) -> Says:
    return verbatim(str(error).rstrip("."))


def _lazily(expression: str) -> Callable[[str | None], Expression]:
    """The expression compiled for values of a type, when one is met."""

    @cache
    def compiled(type_name: str | None) -> Expression:
        return compile(expression, type_name)

    return compiled


JUDGES = (invariants,)
