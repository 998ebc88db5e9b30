"""How often an element appears, where a profile says more than base R4."""

from collections.abc import Callable

from conformance.fhirpath import Node

from .definition import Definition
from .finding import Finding, finding
from .session import Session
from .shown import times

Count = Callable[[Node, list[Node], Session, list[Finding]], None]
"""Judges the number of values of an element, given the node they stand in."""


def counted(definition: Definition) -> Count | None:
    """The judge of the minimum and the maximum of an element; None where base R4 says the same."""
    base = definition.base
    least = definition.least if base is None or definition.least > base.min else 0
    most = definition.most
    if most is not None and base is not None and base.max is not None and most >= base.max:
        most = None
    if not least and most is None:
        return None
    name = definition.name

    def judge(parent: Node, values: list[Node], _: Session, out: list[Finding]) -> None:
        found = len(values)
        if found < least:
            out.append(finding("profile-min", parent, name=name, least=times(least), found=found))
        elif most is not None and found > most:
            if most == 0:
                out.append(finding("profile-absent", values[0], name=name))
            else:
                out.append(finding("profile-max", parent, name=name, most=times(most), found=found))

    return judge
