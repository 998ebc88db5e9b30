"""What a definition says of a value itself: fixed, pattern, limits, length, form, stand-ins.

FHIR R4 elementdefinition.html, section 8.3.1.
"""

from decimal import Decimal
from typing import Any

import re2

from conformance.fhirpath import FhirPathError, Node
from conformance.fhirpath.equality import order
from conformance.fhirpath.model import children_named

from .definition import Definition
from .equality import equals, lacking, meets
from .finding import Finding, finding
from .session import Judge, Session
from .shown import shown

_REGEX = "http://hl7.org/fhir/StructureDefinition/regex"
_MIN_LENGTH = "http://hl7.org/fhir/StructureDefinition/minLength"
_ALTERNATIVES = (
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.valueAlternatives"
)


def fixed_value(definition: Definition) -> Judge | None:
    """The judge of `fixed[x]`."""
    fixed = definition.value_of("fixed")
    if fixed is None:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        value = node.value
        if equals(value, fixed):
            return
        if meets(value, fixed) and isinstance(value, dict) and (more := value.keys() - fixed):
            args: dict[str, Any] = {"wanted": shown(fixed), "part": sorted(more)}
            out.append(finding("fixed-value", node, text="fixed-more", **args))
        else:
            out.append(_other("fixed-value", "fixed-part", node, fixed))

    return judge


def pattern_value(definition: Definition) -> Judge | None:
    """The judge of `pattern[x]`."""
    pattern = definition.value_of("pattern")
    if pattern is None:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        if not meets(node.value, pattern):
            out.append(_other("pattern-value", "pattern-part", node, pattern))

    return judge


def _other(rule: str, part_text: str, node: Node, wanted: Any) -> Finding:
    """Say where a value is not what is wanted: as a whole, or in a part of it."""
    where, expected, found = lacking(node.value, wanted) or ("", wanted, node.value)
    args: dict[str, Any] = {"wanted": shown(expected), "found": shown(found)}
    if not where:
        return finding(rule, node, **args)
    return finding(rule, node, text=part_text, part=where, **args)


def limits(definition: Definition) -> Judge | None:
    """The judge of `minValue[x]` and `maxValue[x]`: numbers, dates, times and quantities."""
    least, most = definition.value_of("minValue"), definition.value_of("maxValue")
    if least is None and most is None:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        if least is not None and _compared(node, least) < 0:
            out.append(finding("min-value", node, found=shown(node.value), limit=shown(least)))
        if most is not None and _compared(node, most) > 0:
            out.append(finding("max-value", node, found=shown(node.value), limit=shown(most)))

    return judge


def _compared(node: Node, limit: Any) -> int:
    """The order of a value and a limit; 0 where precision or units do not tell."""
    if node.value is None:
        return 0
    try:
        return order(node, Node(limit, node.type)) or 0
    except FhirPathError:
        return 0


def length(definition: Definition) -> Judge | None:
    """The judge of `maxLength`, and of the extension minLength."""
    most = definition.element.get("maxLength")
    least = _extended(definition.element, _MIN_LENGTH, "valueInteger")
    if most is None and least is None:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        value = node.value
        if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
            return
        size = len(str(value))
        if most is not None and size > most:
            out.append(finding("max-length", node, size=size, limit=most))
        if least is not None and size < least:
            out.append(finding("min-length", node, size=size, limit=least))

    return judge


def form(definition: Definition) -> Judge | None:
    """The judge of the extension regex, on the element or its type. RE2: linear in the text."""
    holders = (definition.element, *definition.types)
    pattern = next((p for h in holders if (p := _extended(h, _REGEX, "valueString"))), None)
    if pattern is None:
        return None
    try:
        matches = re2.compile(pattern).fullmatch
    except re2.error:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        if isinstance(node.value, str) and matches(node.value) is None:
            out.append(finding("profile-regex", node, found=shown(node.value), pattern=pattern))

    return judge


def alternatives(definition: Definition) -> Judge | None:
    """The judge of valueAlternatives: a value, or one of these extensions in its place."""
    permitted = [
        url
        for x in definition.element.get("extension", ())
        if x.get("url") == _ALTERNATIVES and (url := x.get("valueCanonical"))
    ]
    if not permitted:
        return None

    def judge(node: Node, _: Session, out: list[Finding]) -> None:
        if node.value is not None:
            return
        found: list[Node] = []
        children_named(node, "extension", found)
        if not any(type(x.value) is dict and x.value.get("url") in permitted for x in found):
            out.append(finding("value-alternative", node, permitted=permitted))

    return judge


def _extended(holder: dict[str, Any], url: str, key: str) -> Any:
    return next((x.get(key) for x in holder.get("extension", ()) if x.get("url") == url), None)


JUDGES = (fixed_value, pattern_value, limits, length, form, alternatives)
