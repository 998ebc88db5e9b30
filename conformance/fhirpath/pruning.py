"""Branches of a union that cannot match the type an expression is compiled for.

A search parameter of several types is written as one union (`Patient.birthDate | Person.birthDate
| RelatedPerson.birthDate`); on a Patient only one branch is left.
"""

from conformance import definitions

from . import syntax


def prune(tree: syntax.Expr, context: str | None) -> syntax.Expr:
    """The expression without the branches of its outermost union that start at another type."""
    kind = definitions.type_named(context) if context else None
    if kind is None or kind.abstract or kind.kind != "resource":
        return tree
    found = branches(tree)
    kept = [b for b in found if _may_start_at(b, kind.name)]
    if not kept or len(kept) == len(found):
        return tree
    # What is left stays a union, though of one branch, because a union has no duplicates.
    pruned: syntax.Expr = syntax.Literal(None)
    for branch in kept:
        pruned = syntax.Binary("|", pruned, branch, 0)
    return pruned


def branches(tree: syntax.Expr) -> list[syntax.Expr]:
    """The operands of the outermost union, or the expression alone."""
    found: list[syntax.Expr] = []
    while isinstance(tree, syntax.Binary) and tree.operator == "|":
        found.append(tree.right)
        tree = tree.left
    return [tree, *reversed(found)]


def _may_start_at(tree: syntax.Expr, context: str) -> bool:
    while True:
        match tree:
            case syntax.TypeTest():
                tree = tree.operand
            case syntax.Path(head=syntax.This(), steps=(syntax.Member(first=True) as first, *_)):
                start = definitions.type_named(first.name)
                resource = start is not None and start.kind == "resource"
                return not resource or definitions.is_a(context, first.name)
            case syntax.Path():
                tree = tree.head
            case _:
                return True
