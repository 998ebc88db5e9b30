"""Where references may point. FHIR R4 references.html, section 2.3.0.

Judged is what is known of the target's type: from a literal `Type/id`, relative or absolute, a
contained resource, `Reference.type`, another entry of the Bundle. Whether the target exists is not
a question of shape.
"""

import re
from typing import Any

from conformance.definitions import resource_types
from conformance.says import says, shown

from .rules import OK, Finding, Findings
from .scope import Check, Scope

_LITERAL = re.compile(
    r"(?:https?://\S*/)?([A-Z][A-Za-z]+)(?:/[A-Za-z0-9.\-]{1,64}(?:/_history/[A-Za-z0-9.\-]{1,64})?|\?\S*)"
)


def targeted(targets: tuple[str, ...], check: Check) -> Check:
    """Return the check of a Reference with its permitted targets added."""
    permitted = frozenset(targets)
    if not permitted or "Resource" in permitted:
        return check
    listed = sorted(permitted)
    types = frozenset(resource_types())

    def judge(value: Any, scope: Scope) -> Findings:
        found = check(value, scope)
        if found:
            return found
        target = _type_of(value, scope)
        if target is None or target in permitted or target not in types:
            return OK
        what = shown(value.get("reference", value.get("type")))
        sentence = says("reference-target", reference=what, target=target, permitted=listed)
        return (Finding("reference-target", sentence),)

    return judge


def _type_of(reference: dict[str, Any], scope: Scope) -> str | None:
    """The type of the resource a reference names, as far as that is known here."""
    literal = reference.get("reference")
    if literal is None:
        return reference.get("type")
    if literal.startswith("#"):
        return scope.contained.get(literal[1:])
    found = _LITERAL.fullmatch(literal)
    return found[1] if found else reference.get("type") or scope.type_at(literal)


def contained_reference_faults(value: dict[str, Any], scope: Scope) -> Findings:
    """Invariant ref-1: `#id` names a contained resource. `#` alone is the container itself."""
    literal = value.get("reference")
    if type(literal) is not str or not literal.startswith("#") or literal == "#":
        return OK
    if literal[1:] in scope.contained:
        return OK
    return (Finding("ref-1", says("contained-missing", reference=shown(literal))),)
