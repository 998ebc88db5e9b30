"""What single types demand beyond the shape of their elements, written by hand for speed.

The invariants ext-1, ref-1, dom-2 to dom-5, txt-1 and txt-2 of R4. ele-1 is part of the shape: an
object with children, a primitive with a value. dom-6 (a resource should have a narrative) is a best
practice that machine-made resources do not follow; saying so about each would drown the rest.
"""

import re
from collections.abc import Callable
from typing import Any

from conformance.fhirpath import ucum
from conformance.narrative import narrative_faults
from conformance.says import says, shown

from .references import contained_reference_faults
from .rules import OK, Finding, Findings, under
from .scope import Scope

_UCUM = "http://unitsofmeasure.org"
_LINK = re.compile(r"""(?:href|src)\s*=\s*["'](#[A-Za-z0-9.\-]{1,64})["']""")


def _extension_faults(value: dict[str, Any], _: Scope) -> Findings:
    """Invariant ext-1. FHIR R4 extensibility.html, section 2.4.0."""
    has_value = any(key[:5] == "value" or key[:6] == "_value" for key in value)
    if has_value != ("extension" in value):
        return OK
    return (Finding("ext-1", says("extension-has-both" if has_value else "extension-has-neither")),)


def _narrative_faults(value: dict[str, Any], _: Scope) -> Findings:
    """Invariants txt-1 and txt-2. FHIR R4 narrative.html, section 2.4.1."""
    div = value.get("div")
    if type(div) is not str or not div:
        return OK
    faults = {(rule, said.english): Finding(rule, said) for rule, said in narrative_faults(div)}
    for finding in faults.values():
        finding.steps.append(".div")
    return list(faults.values())


def _domain_resource_faults(value: dict[str, Any], _: Scope) -> Findings:
    """Invariants dom-2 to dom-5. FHIR R4 domainresource.html, section 2.25.3."""
    contained = value.get("contained")
    if type(contained) is not list:
        return OK
    found: list[Finding] = []
    used: set[str] | None = None
    for index, inner in enumerate(contained):
        if type(inner) is not dict:
            continue
        faults = _inner_faults(inner)
        name = inner.get("id")
        if type(name) is str:
            if used is None:
                used = _local_links(value)
            if f"#{name}" not in used and "#" not in _local_links(inner):
                faults.append(Finding("dom-3", says("contained-unused", id=name[:64])))
        found += under(f".contained[{index}]", faults)
    return found


def _inner_faults(inner: dict[str, Any]) -> list[Finding]:
    meta = inner.get("meta")
    meta = meta if type(meta) is dict else {}
    faults = [
        ("dom-2", "contained" in inner, "contained-contains"),
        ("dom-4", "versionId" in meta or "lastUpdated" in meta, "contained-version"),
        ("dom-5", "security" in meta, "contained-security"),
    ]
    return [Finding(rule, says(key)) for rule, broken, key in faults if broken]


def _local_links(value: Any) -> set[str]:
    """Every `#id` below a value: in references, canonicals and links of narratives."""
    found: set[str] = set()
    pending = [value]
    while pending:
        node = pending.pop()
        if type(node) is dict:
            pending += node.values()
        elif type(node) is list:
            pending += node
        elif type(node) is str and "#" in node:
            found.update([node] if node.startswith("#") else _LINK.findall(node))
    return found


def _unit_like(base: str, value_set: str) -> Callable[[dict[str, Any], Scope], Findings]:
    """Maximal bindings of quantities: the units of one dimension. FHIR R4 datatypes.html, 2.24.0.

    Units whose dimension is not known here pass, as does a text without a code.
    """

    def judge(value: dict[str, Any], _: Scope) -> Findings:
        code = value.get("code")
        if value.get("system") != _UCUM or type(code) is not str:
            return OK
        unit, wanted = ucum.parse(code), ucum.parse(base)
        if unit is None or wanted is None or unit.dimension == wanted.dimension:
            return OK
        sentence = says("unit-of-value-set", unit=shown(code), value_set=value_set)
        return (Finding("required-binding", sentence),)

    return judge


_of_time = _unit_like("s", "http://hl7.org/fhir/ValueSet/all-time-units")

EXTRAS: dict[str, Callable[[dict[str, Any], Scope], Findings]] = {
    "Age": _of_time,
    "Distance": _unit_like("m", "http://hl7.org/fhir/ValueSet/all-distance-units"),
    "DomainResource": _domain_resource_faults,
    "Duration": _of_time,
    "Extension": _extension_faults,
    "Narrative": _narrative_faults,
    "Reference": contained_reference_faults,
}
