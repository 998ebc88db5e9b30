"""The codes in a value, and whether they are in a value set."""

from typing import Any, NamedTuple

from conformance.fhirpath import Node
from conformance.terminology import Terminology


class Code(NamedTuple):
    """A code where it stands: in a Coding, or as the unit of a Quantity, or alone."""

    node: Node
    system: str | None
    code: str
    version: str | None = None


def codes_of(node: Node) -> list[Code]:
    """The codes of a code, uri, string, Coding, CodeableConcept or Quantity."""
    value = node.value
    if type(value) is str:
        return [Code(node, None, value)]
    if type(value) is not dict:
        return []
    if node.type != "CodeableConcept":
        return _code_of(node, value)
    codings = value.get("coding")
    found: list[Code] = []
    for i, coding in enumerate(codings if type(codings) is list else ()):
        if type(coding) is dict:
            found += _code_of(Node(coding, "Coding", None, node, "coding", i), coding)
    return found


def _code_of(node: Node, value: dict[str, Any]) -> list[Code]:
    code, system, version = value.get("code"), value.get("system"), value.get("version")
    if type(code) is not str:
        return []
    own = system if type(system) is str else None
    return [Code(node, own, code, version if type(version) is str else None)]


def member_of(terminology: Terminology, node: Node, value_set: str) -> bool | None:
    """Whether one of the codes in a value is in a value set; None when that cannot be known."""
    answers = [
        terminology.validate(value_set, c.system, c.code, version=c.version).result
        for c in codes_of(node)
    ]
    return True if True in answers else None if None in answers else False
