"""`is`, `as`, `ofType`, and `resolve() is T`. FHIRPath N1 2.0.0, sections 5.2.4 and 6.3."""

from collections.abc import Callable
from typing import Any

from conformance import definitions

from . import references, syntax
from .compiled import CompiledStep, Types, concrete
from .errors import FhirPathError
from .model import Node
from .scope import Scope, StepCode, single
from .system import SYSTEM, system_type, to_system, type_matcher

TYPE_FUNCTIONS = frozenset({"is", "as", "ofType"})
"""Functions whose argument is the name of a type."""

_BOOLEAN: Types = frozenset({"System.Boolean"})


def type_name(argument: syntax.Expr, position: int) -> str:
    """The type specifier that an argument spells."""
    if isinstance(argument, syntax.Path) and isinstance(argument.head, syntax.This):
        names = [s.name for s in argument.steps if isinstance(s, syntax.Member)]
        if len(names) == len(argument.steps):
            return ".".join(names)
    raise FhirPathError("Expected the name of a type", position)


def type_step(operator: str, name: str, types: Types, position: int) -> CompiledStep:
    """The step of a type operator or function on items of these types.

    `as` takes a single item. R4's own definitions use it to filter collections of a choice of
    types, so it is held to that only where the model gives its input a single type.
    """
    matches = type_matcher(name, position)
    if operator == "as" and name in SYSTEM and definitions.type_named(name) is None:
        matches = _convertible(name)
    if operator == "is":
        return CompiledStep(lambda _, items: [matches(single(items))] if items else [], _BOOLEAN)
    lone = operator == "as" and types is not None and len(types) == 1

    def run(scope: Scope, items: list[Any]) -> list[Any]:
        if lone:
            single(items)
        scope.run.spend(len(items))
        return [x for x in items if matches(x)]

    return CompiledStep(run, _narrowed(name))


def _convertible(name: str) -> Callable[[Any], bool]:
    """A test whether an item is of a System type, or a FHIR primitive that stands for one.

    FHIR R4 fhirpath.html, section 2.9.1.3: FHIR primitives are System values where one is wanted.
    """

    def matches(item: Any) -> bool:
        value = to_system(item)
        return type(value) is not Node and type(value) is not dict and system_type(value) == name

    return matches


def _narrowed(name: str) -> Types:
    short = name.removeprefix("FHIR.")
    if definitions.type_named(short) is None:
        short = f"System.{short}" if short in SYSTEM else name
    return concrete(frozenset({short}))


def test_of_resolve(tree: syntax.Expr, test: syntax.TypeTest) -> syntax.Path | None:
    """`path.resolve() is T` as the path `path.resolve().is(T)`; None for any other operand."""
    if test.operator != "is" or not isinstance(tree, syntax.Path):
        return None
    if not _is_call(tree.steps[-1], "resolve"):
        return None
    members = tuple(syntax.Member(n, test.position) for n in test.type.split("."))
    argument = syntax.Path(syntax.This(), members)
    return syntax.Path(tree.head, (*tree.steps, syntax.Call("is", (argument,), test.position)))


def join_resolve(steps: tuple[syntax.Step, ...], compiled: list[StepCode]) -> list[StepCode]:
    """Replace `resolve().is(T)` by a test that reads the type off the reference."""
    joined: list[StepCode] = []
    for i, (step, run) in enumerate(zip(steps, compiled, strict=True)):
        if isinstance(step, syntax.Call) and i and _resolved_type(step, steps[i - 1]):
            joined[-1] = _refers_to(type_name(step.arguments[0], step.position))
        else:
            joined.append(run)
    return joined


def _resolved_type(step: syntax.Call, before: syntax.Step) -> bool:
    return step.name == "is" and _is_call(before, "resolve")


def _is_call(step: syntax.Step, name: str) -> bool:
    return isinstance(step, syntax.Call) and step.name == name


def _refers_to(name: str) -> StepCode:
    short = name.removeprefix("FHIR.")

    def run(scope: Scope, items: list[Any]) -> list[Any]:
        item = single(items)
        target = None if item is None else references.target_type(scope.run, item)
        return [] if target is None else [definitions.is_a(target, short)]

    return run
