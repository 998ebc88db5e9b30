"""A profile to closures: for each element what it demands beyond base R4, and nothing else.

An element that demands nothing is not looked at. The judges of one value come from the tables of
the other modules; here they are put together along the tree of definitions.
"""

from collections.abc import Callable

from conformance.definitions import is_a
from conformance.fhirpath import Node
from conformance.fhirpath.model import children_named

from . import bindings, invariants, must_support, references, types, values
from .cardinality import counted
from .definition import Definition
from .finding import Finding, finding
from .paths import referenced
from .session import Judge, Session
from .slicing import sliced

Maker = Callable[[Definition], Judge | None]

MAKERS: tuple[Maker, ...] = (
    *types.JUDGES,
    *values.JUDGES,
    *bindings.JUDGES,
    *references.JUDGES,
    *invariants.JUDGES,
    *must_support.JUDGES,
)


def compile_profile(root: Definition) -> Judge:
    """The judge of a resource, or of a value, against a whole profile."""
    judge_value = compile_value(root)

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        if not is_a(node.type or "", root.name):
            out.append(
                finding("profile-type", node, profile=root.url, wanted=root.name, found=node.type)
            )
        elif judge_value is not None:
            judge_value(node, session, out)

    return judge


def compile_value(definition: Definition) -> Judge | None:
    """The judge of one value of an element with all below it; None when nothing is demanded.

    Of a value that has a type the profile does not permit nothing more is said.
    """
    misfit = types.narrowed(definition)
    judges = [judge for make in MAKERS if (judge := make(definition)) is not None]
    judges += _children(definition)
    if misfit is None and len(judges) < 2:
        return judges[0] if judges else None

    def judge_all(node: Node, session: Session, out: list[Finding]) -> None:
        if misfit is not None and (fault := misfit(node)) is not None:
            out.append(fault)
            return
        for each in judges:
            each(node, session, out)

    return judge_all


def _children(definition: Definition) -> list[Judge]:
    reference = definition.element.get("contentReference")
    if reference and not definition.children:
        recursion = _as_referenced(definition, reference)
        return [] if recursion is None else [recursion]
    found = (_values(child) for child in definition.children.values())
    return [judge for judge in found if judge is not None]


def _as_referenced(definition: Definition, reference: str) -> Judge | None:
    """The judge of an element that has the content of another one, compiled when it is met."""
    target = referenced(definition, reference)
    if target is None or not _demands_anything(target):
        return None
    compiled: list[Judge] = []

    def judge(node: Node, session: Session, out: list[Finding]) -> None:
        if not compiled:
            compiled.extend(_children(target))
        for each in compiled:
            each(node, session, out)

    return judge


def _demands_anything(target: Definition) -> bool:
    """Whether the content of an element demands something, itself repeated left aside."""
    return any(
        counted(d) or d.slices or any(make(d) for make in MAKERS)
        for child in target.children.values()
        for d in child.every()
    )


def _values(definition: Definition) -> Judge | None:
    """The judge of all values of an element, given the node they stand in."""
    judge_count = counted(definition)
    judge_value = compile_value(definition)
    judge_slices = sliced(definition, compile_value)
    misfit = types.narrowed(definition) if judge_slices else None
    if judge_count is None and judge_value is None and judge_slices is None:
        return None
    name, keys = definition.name, _keys(definition)

    def judge(parent: Node, session: Session, out: list[Finding]) -> None:
        found: list[Node] = []
        holder = parent.value if type(parent.value) is dict else parent.extra or {}
        if not holder.keys().isdisjoint(keys):
            children_named(parent, name, found)
        if judge_count is not None:
            judge_count(parent, found, session, out)
        if judge_value is not None:
            for node in found:
                judge_value(node, session, out)
        # A single value of a wrong type is in no slice for that reason alone.
        if judge_slices is None or (misfit and len(found) == 1 and misfit(found[0])):
            return
        judge_slices(parent, found, session, out)

    return judge


def _keys(definition: Definition) -> frozenset[str]:
    """The JSON properties that may carry an element."""
    base = definition.base
    keys = {definition.name} if base is None else base.json_keys().keys()
    return frozenset((*keys, *(f"_{key}" for key in keys)))
