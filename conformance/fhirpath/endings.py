"""Tests at the end of a plain path that the JSON of a value answers: those of search expressions.

where(system = 'phone')      a code, string or URI among its properties
where(resolve() is Patient)  the type a reference names; what names none is `Unknown` here
extension('http://...')      by URL
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from conformance import definitions

from . import syntax
from .model import fields
from .references import named_type

Keep = Callable[[Any], bool]
"""Whether a value passes; raises Unknown."""

Ending = Callable[[set[str]], Keep | None]
"""The types a path ends with, to the test for its values; None where it cannot be told so."""

TEXTS = frozenset({"code", "string", "uri", "url", "canonical", "id"})


class Unknown(Exception):
    """The value alone does not tell."""


def split_ending(tree: syntax.Expr) -> tuple[syntax.Expr, Ending | None]:
    """A path without the test it ends with, and that test; the path itself where it has none."""
    match tree:
        case syntax.Path(head, (*steps, syntax.Call("where", (condition,)))) if steps:
            return syntax.Path(head, tuple(steps)), _ending(condition)
        case syntax.Path(
            head, (*steps, syntax.Call("extension", (syntax.Literal(str() as url),), at))
        ):
            member = syntax.Member("extension", at)
            return syntax.Path(head, (*steps, member)), partial(_equal, "url", url)
    return tree, None


def _ending(condition: syntax.Expr) -> Ending:
    match condition:
        case syntax.Binary(
            "=",
            syntax.Path(syntax.This(), (syntax.Member(name),)),
            syntax.Literal(str() as text),
        ):
            return partial(_equal, name, text)
        case syntax.TypeTest(
            "is", syntax.Path(syntax.This(), (syntax.Call("resolve", ()),)), str() as type_name
        ):
            return partial(_refers_to, type_name)
    return lambda _: None


def _equal(name: str, text: str, types: set[str]) -> Keep | None:
    for type_name in types:
        field = (fields(type_name) or {}).get(name)
        if field is None or len(field.keys) != 1 or field.keys[0].type not in TEXTS:
            return None
    return lambda value: type(value) is dict and value.get(name) == text


def _refers_to(type_name: str, types: set[str]) -> Keep | None:
    if types != {"Reference"}:
        return None

    def keep(value: Any) -> bool:
        named = named_type(value)
        if named is None:
            raise Unknown
        return definitions.is_a(named, type_name)

    return keep
