"""Bindings to value sets, by strength. FHIR R4 terminologies.html, section 4.1.5.

A code outside of a required set, or of a maximal one, is an error; outside of an extensible one a
warning; outside of a preferred one worth knowing; of an example nothing is said.
"""

from typing import Any, NamedTuple

from conformance.definitions import Element
from conformance.definitions import codes_of as listed_codes
from conformance.fhirpath import Node
from conformance.issue import Severity
from conformance.says import Says
from conformance.validator.bindings import GRAMMARS, SYSTEMS, strict_set

from .codes import Code, codes_of
from .definition import Definition
from .finding import Finding, finding
from .session import Judge, Session
from .shown import shown

_MAX = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet"

SEVERITIES: dict[str, Severity] = {
    "required": "error",
    "maximum": "error",
    "extensible": "warning",
    "preferred": "information",
}
_SENTENCES = {
    "required": "binding-required",
    "maximum": "binding-maximum",
    "extensible": "binding-extensible",
    "preferred": "binding-preferred",
}
_UNKNOWN_SAID = frozenset({"required", "maximum", "extensible"})
_SYSTEM_TYPES = ("Boolean", "String", "Integer", "Decimal", "Date", "DateTime", "Time", "Quantity")
_OF_CODES = frozenset({"code", "Coding", "CodeableConcept"})
# What a set leaves out and R4 has there: its primitives are made of FHIRPath's types
# (elementdefinition.html, ElementDefinition.type.code), which are in no code system.
_BESIDE = {
    "http://hl7.org/fhir/ValueSet/defined-types": frozenset(
        f"http://hl7.org/fhirpath/System.{name}" for name in _SYSTEM_TYPES
    ),
}


class Binding(NamedTuple):
    """A value set and how strictly its codes are asked for."""

    strength: str
    value_set: str

    def plain(self) -> tuple[str, str]:
        """The binding without the version of the value set."""
        return self.strength, self.value_set.partition("|")[0]


def bound(definition: Definition) -> Judge | None:
    """The judge of the binding of an element, where base R4 has another."""
    binding = definition.element.get("binding", {})
    own = Binding(binding.get("strength", "example"), binding.get("valueSet", ""))
    base = (
        Binding(*definition.base.binding) if definition.base and definition.base.binding else None
    )
    extensions = binding.get("extension", ())
    wanted = [Binding("maximum", _canonical(x)) for x in extensions if x.get("url") == _MAX]
    if own.strength in SEVERITIES and (base is None or base.plain() != own.plain()):
        wanted.insert(0, own)
    of_base = strict_set(definition.base) if definition.base else ""
    wanted = [b for b in wanted if b.value_set and b.plain() != ("maximum", of_base)]
    if not wanted:
        return None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        for each in wanted:
            judge_binding(node, each, session, out)

    return judge


def _canonical(extension: dict[str, Any]) -> str:
    return str(extension.get("valueCanonical") or extension.get("valueUri") or "")


def left_by_base(element: Element, type_name: str) -> Binding | None:
    """The binding of an element of base R4 that the base check does not judge."""
    if element.binding is None:
        return None
    strength, canonical = element.binding
    value_set = canonical.partition("|")[0]
    judged = strength == "required" and (
        listed_codes(value_set) is not None
        or value_set in SYSTEMS
        or (type_name == "code" and value_set in GRAMMARS)
    )
    return None if judged or strength not in SEVERITIES else Binding(strength, canonical)


def judge_binding(node: Node, binding: Binding, session: Session, out: list[Finding]) -> None:
    """Judge the codes in a value: one of them is from the value set."""
    codes = codes_of(node)
    if not codes:
        _judge_without_code(node, binding, out)
        return
    verdicts = [
        session.terminology.validate(binding.value_set, c.system, c.code, version=c.version)
        for c in codes
    ]
    results = [v.result for v in verdicts]
    if True in results or _is_beside(binding, codes):
        return
    if None in results:
        if binding.strength in _UNKNOWN_SAID:
            why = next(v.message for v in verdicts if v.result is None)
            out.append(_unknown(node, binding, codes, why))
        return
    strict = SEVERITIES[binding.strength] == "error"
    if strict or not any(_is_unknown(code, session) for code in codes):
        out.append(_stranger(node, binding, codes))


def _is_beside(binding: Binding, codes: list[Code]) -> bool:
    beside = _BESIDE.get(binding.value_set.partition("|")[0], frozenset())
    return any(code.code in beside for code in codes)


def _judge_without_code(node: Node, binding: Binding, out: list[Finding]) -> None:
    """Neither a text nor a reason why it is absent is a code of a required set.

    Elsewhere one that says why it is absent passes.
    """
    if node.type not in _OF_CODES:
        return
    value = node.value if type(node.value) is dict else {}
    says_something = not value.keys() <= {"id", "extension"}
    wanted = {
        "required": True,
        "maximum": says_something,
        "extensible": says_something and "text" not in value,
    }
    if wanted.get(binding.strength):
        out.append(
            finding(
                "profile-binding",
                node,
                text="binding-no-code",
                value_set=binding.value_set,
                severity=SEVERITIES[binding.strength],
            )
        )


def _unknown(node: Node, binding: Binding, codes: list[Code], why: Says | None) -> Finding:
    given = [shown(_as_coding(c)) for c in codes]
    return finding("binding-unknown", node, codes=given, value_set=binding.value_set, hint=why)


def judge_coding(node: Node, session: Session, out: list[Finding]) -> None:
    """Say that a Coding names no code system, or one that is at hand and has no such code."""
    system = node.value.get("system") if type(node.value) is dict else None
    if type(system) is str and (text := session.program.no_system(system)):
        out.append(finding("code-system", node, text=text, system=system))
    out += [
        finding("coding-unknown", node, code=code.code, system=code.system)
        for code in codes_of(node)
        if _is_unknown(code, session)
    ]


def _is_unknown(code: Code, session: Session) -> bool:
    if code.system is None:
        return False
    return session.terminology.code_system_knows(code.system, code.code) is False


def _stranger(node: Node, binding: Binding, codes: list[Code]) -> Finding:
    given = [shown(_as_coding(c)) for c in codes]
    return finding(
        "profile-binding",
        node,
        text=_SENTENCES[binding.strength],
        codes=given,
        value_set=binding.value_set,
        severity=SEVERITIES[binding.strength],
    )


def _as_coding(code: Code) -> Any:
    return code.code if code.system is None else {"system": code.system, "code": code.code}


JUDGES = (bound,)
