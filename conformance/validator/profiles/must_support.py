"""Elements a profile wants supported that are absent, said as information when asked for."""

from conformance.fhirpath import Node
from conformance.fhirpath.model import children_named

from .definition import Definition
from .finding import Finding, finding
from .session import Judge, Session


def must_support(definition: Definition) -> Judge | None:
    """The judge of the children of an element that carry mustSupport."""
    names = [
        name
        for name, child in definition.children.items()
        if child.element.get("mustSupport") and child.most != 0
    ]
    if not names:
        return None

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        if not session.options.must_support:
            return
        for name in names:
            found: list[Node] = []
            children_named(node, name, found)
            if not found:
                out.append(finding("must-support", node, name=name))

    return judge


JUDGES = (must_support,)
