"""The codes in a value, and whether they are in a value set."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from conformance.fhirpath import Node
from conformance.terminology import Terminology


class Code(NamedTuple):
    """A code where it stands: in a Coding, or as the unit of a Quantity, or alone."""

    node: Node
    system: str | None
    code: str
    version: str | None = None
    display: str | None = None


def codes_of(node: Node) -> Iterator[Code]:
    """The codes of a code, uri, string, Coding, CodeableConcept or Quantity."""
    value = node.value
    if type(value) is str:
        yield Code(node, None, value)
    elif type(value) is not dict:
        return
    elif node.type == "CodeableConcept":
        codings = value.get("coding")
        for i, coding in enumerate(codings if type(codings) is list else ()):
            yield from codes_of(Node(coding, "Coding", None, node, "coding", i))
    elif type(code := value.get("code")) is str:
        system, version, display = (_text(value, k) for k in ("system", "version", "display"))
        yield Code(node, system, code, version, display)


def _text(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if type(found) is str else None


def member_of(terminology: Terminology, node: Node, value_set: str) -> bool | None:
    """Whether one of the codes in a value is in a value set; None when that cannot be known."""
    answers = [
        terminology.validate(value_set, c.system, c.code, version=c.version).result
        for c in codes_of(node)
    ]
    return True if True in answers else None if None in answers else False
