"""What a code system says of a code, and how two of its codes relate.

Source: FHIR R4 codesystem-operation-lookup.html, codesystem-operation-subsumes.html.
"""

from conformance.says import says, shown

from .codesystem import CodeSystem
from .compose import System
from .model import Found, Property, Subsumption, Unknown, Unsupported
from .systems import Grammar


def looked_up(system: System, code: str) -> Found:
    """What is known of a code; raises Unknown."""
    spelled = _spelled(system, code)
    if isinstance(system, Grammar):
        return Found(system.name, spelled, spelled)
    concept = system.concepts[spelled]
    around = [("parent", above) for above in system.parents[spelled]]
    around += (("child", below) for below in system.children.get(spelled, ()))
    return Found(
        name=system.name,
        version=system.version,
        code=spelled,
        display=concept.get("display", spelled),
        definition=concept.get("definition"),
        designations=tuple(system.designations(spelled)),
        properties=(
            *(Property(name, "Code", other, system.display(other)) for name, other in around),
            *(p for p in system.properties(spelled) if p.code not in ("parent", "child")),
        ),
        inactive=system.is_inactive(spelled),
        abstract=system.is_abstract(spelled),
    )


def subsumption(system: System, a: str, b: str) -> Subsumption:
    """How two codes relate; raises Unknown, and Unsupported where the hierarchy is not is-a."""
    a, b = _spelled(system, a), _spelled(system, b)
    if a == b:
        return "equivalent"
    if isinstance(system, Grammar):
        return "not-subsumed"
    try:
        if a in system.ancestors(b):
            return "subsumes"
        return "subsumed-by" if b in system.ancestors(a) else "not-subsumed"
    except Unsupported as error:
        raise Unsupported(says("tx-no-subsumption", why=error.says)) from error


def _spelled(system: System, code: str) -> str:
    spelled = system.spelled(code)
    if spelled is None:
        whole = not isinstance(system, CodeSystem) or system.complete
        key = "tx-no-code" if whole else "tx-code-unknown"
        raise Unknown(says(key, code=shown(code), system=system.url))
    return spelled
