"""All of a resource, for what is asked wherever it stands: declared profiles, extensions, codes.

Types are walked by tables made on their first use; what nothing is asked of costs one look-up.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from conformance.definitions import Element, type_named
from conformance.fhirpath import Node
from conformance.fhirpath.model import is_resource, primitives

from .bindings import judge_binding, judge_coding, left_by_base
from .extensions import judge_extension
from .finding import Finding
from .references import judge_unresolved
from .session import Judge, Session


class Plan(NamedTuple):
    """What to do with the values of a JSON property: judge them, and walk on into complex ones.

    `key` is the property of the value, without the underscore of `_x`.
    """

    type: str
    key: str
    judges: tuple[Judge, ...]
    is_sibling: bool = False


def walk(resource: Node, session: Session, out: list[Finding]) -> None:
    """Judge a resource by the profiles it declares, and all that stands in it."""
    meta = resource.value.get("meta")
    profiles = meta.get("profile") if type(meta) is dict else None
    for canonical in profiles if type(profiles) is list else ():
        if type(canonical) is str:
            out += session.findings(resource, canonical)
    _walk(resource, resource.value, session, out)


def _walk(node: Node, holder: Any, session: Session, out: list[Finding]) -> None:
    if type(holder) is not dict:
        return
    plans = _plans(node.type or "")
    for name, child in holder.items():
        plan = plans.get(name)
        if plan is None:
            continue
        if type(child) is list:
            for i, item in enumerate(child):
                if item is not None:
                    _visit(_node(item, plan, node, holder, i), plan, session, out)
        elif child is not None:
            _visit(_node(child, plan, node, holder), plan, session, out)


def _node(
    child: Any, plan: Plan, parent: Node, holder: dict[str, Any], index: int | None = None
) -> Node:
    if plan.is_sibling:
        value = holder.get(plan.key)
        if type(value) is list:
            value = value[index] if index is not None and index < len(value) else None
        return Node(value, plan.type, child, parent, plan.key, index)
    kind = child["resourceType"] if plan.type == "Resource" and is_resource(child) else plan.type
    return Node(child, kind, None, parent, plan.key, index)


def _visit(node: Node, plan: Plan, session: Session, out: list[Finding]) -> None:
    if plan.type == "Resource":
        if is_resource(node.value):
            walk(node, session, out)
            session.keep_worst(out)
        return
    for judge in plan.judges:
        judge(node, session, out)
    _walk(node, node.extra if plan.is_sibling else node.value, session, out)


@cache
def _plans(type_name: str) -> dict[str, Plan]:
    """The plans of a type by JSON property; none where nothing is to do.

    The sibling of a primitive is an Element, with extensions.
    """
    kind = type_named(type_name)
    if kind is None:
        return {}
    if type_name in primitives():
        return {"extension": Plan("Extension", "extension", (judge_extension,))}
    plans: dict[str, Plan] = {}
    for key, (element, name) in kind.by_json_key.items():
        judges = tuple(_judges(element, name))
        if name not in primitives():
            plans[key] = Plan(name, key, judges)
            continue
        if judges:
            plans[key] = Plan(name, key, judges)
        plans[f"_{key}"] = Plan(name, key, (), is_sibling=True)
    return plans


_BY_TYPE: dict[str, Judge] = {
    "Coding": judge_coding,
    "Extension": judge_extension,
    "Reference": judge_unresolved,
}


def _judges(element: Element, type_name: str) -> Iterator[Judge]:
    if type_name in _BY_TYPE:
        yield _BY_TYPE[type_name]
    binding = left_by_base(element, type_name)
    if binding is not None:
        yield lambda node, session, out: judge_binding(node, binding, session, out)
