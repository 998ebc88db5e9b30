"""A syntax tree to closures, with the types each part may have where the model tells.

A compiled expression takes a `Scope`; a compiled step takes the items before it, too. A chain of
steps or operators runs as a loop, so that its length costs no depth.
"""

from collections.abc import Callable
from typing import Any

from conformance import definitions

from . import syntax
from .compiled import Compiled, CompiledStep, Types, concrete
from .errors import FhirPathError
from .functions import FUNCTIONS
from .functions.filtering import sort
from .functions.signature import ARGUMENT, INPUT, Function, integer
from .model import Node, children_named, fields
from .numbers import is_number, negated
from .operators import LOGIC, OPERATORS, is_one_of
from .parser import PRECEDENCE
from .pruning import branches
from .quantity import Quantity
from .scope import Code, Scope, StepCode, single
from .system import system_type, value_of
from .typetests import TYPE_FUNCTIONS, join_resolve, test_of_resolve, type_name, type_step
from .variables import external

_BOOLEAN: Types = frozenset({"System.Boolean"})
_STRING: Types = frozenset({"System.String"})
_TRUE_OR_FALSE = frozenset(PRECEDENCE) - frozenset("+-*/&|") - {"div", "mod", "is", "as"}


class Compiler:
    """Compiles trees; `strict` refuses elements that the types do not have (N1 section 10)."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._compilers: dict[type, Callable[[Any, Types], Compiled]] = {
            syntax.Literal: self._literal,
            syntax.This: lambda _, this: Compiled(lambda scope: scope.this, this),
            syntax.Dollar: self._dollar,
            syntax.External: lambda tree, _: Compiled(external(tree.name, tree.position), None),
            syntax.Path: self._path,
            syntax.Sign: self._sign,
            syntax.Binary: self._operators,
            syntax.TypeTest: self._operators,
        }

    def expression(self, tree: syntax.Expr, this: Types) -> Compiled:
        """Compile an expression whose `$this` has these types."""
        compiler = self._compilers.get(type(tree))
        if compiler is None:
            raise FhirPathError("asc and desc belong to the arguments of sort()")
        return compiler(tree, this)

    def _literal(self, tree: syntax.Literal, _: Types) -> Compiled:
        if tree.value is None:
            return Compiled(lambda _: [], None)
        items = [tree.value]
        return Compiled(lambda _: items, frozenset({f"System.{system_type(tree.value)}"}))

    def _dollar(self, tree: syntax.Dollar, _: Types) -> Compiled:
        if tree.name == "$total":
            return Compiled(lambda scope: scope.total or [], None)
        return Compiled(lambda scope: [] if scope.index is None else [scope.index], None)

    def _sign(self, tree: syntax.Sign, this: Types) -> Compiled:
        operand = self.expression(tree.operand, this)
        negative = tree.sign == "-"

        def run(scope: Scope) -> list[Any]:
            value = value_of(single(operand.run(scope)))
            if value is None:
                return []
            if not (is_number(value) or isinstance(value, Quantity)):
                raise FhirPathError(f"There is no {tree.sign} before this type")
            if not negative:
                return [value]
            if isinstance(value, Quantity):
                return [Quantity(value.value.copy_negate(), value.unit, value.calendar)]
            return [negated(value)]

        return Compiled(run, None)

    # --- paths

    def _path(self, tree: syntax.Path, this: Types) -> Compiled:
        head = self.expression(tree.head, this)
        steps, types = [], head.types
        for step in tree.steps:
            compiled = self._step(step, types, this)
            steps.append(compiled.run)
            types = compiled.types
        defines = any(isinstance(s, syntax.Call) and s.name == "defineVariable" for s in tree.steps)
        return Compiled(_chain(head.run, join_resolve(tree.steps, steps), branch=defines), types)

    def _step(self, step: syntax.Step, types: Types, this: Types) -> CompiledStep:
        match step:
            case syntax.Member():
                return self._member(step, types)
            case syntax.Call():
                return self._call(step, types, this)
            case syntax.Index():
                return self._index(step, types, this)
        value = self.expression(step, this)
        return CompiledStep(lambda scope, _: value.run(scope), value.types)

    def _index(self, step: syntax.Index, types: Types, this: Types) -> CompiledStep:
        index = self.expression(step.index, this)

        def run(scope: Scope, items: list[Any]) -> list[Any]:
            item = single(index.run(scope))
            at = -1 if item is None else integer(item)
            return items[at : at + 1] if at >= 0 else []

        return CompiledStep(run, types)

    def _member(self, step: syntax.Member, types: Types) -> CompiledStep:
        name = step.name
        if step.first and name[:1].isupper() and definitions.type_named(name) is not None:
            return self._type_root(step, types)

        def run(scope: Scope, items: list[Any]) -> list[Any]:
            found: list[Any] = []
            for item in items:
                if type(item) is Node:
                    children_named(item, name, found)
            scope.run.spend(len(found) + 1)
            return found

        return CompiledStep(run, self._member_types(step, types))

    def _member_types(self, step: syntax.Member, types: Types) -> Types:
        if types is None:
            return None
        known = [fields(t) for t in types]
        if None in known:
            return None
        keys = [k for f in known if f and step.name in f for k in f[step.name].keys]
        if not keys and self._strict:
            raise FhirPathError(f"{_names(types)} has no element {step.name}", step.position)
        return concrete(frozenset(k.type for k in keys if k.type))

    def _type_root(self, step: syntax.Member, types: Types) -> CompiledStep:
        """A type name where a path starts: the context, if it is of this type."""
        name = step.name
        possible = types is None or any(
            definitions.is_a(t, name) or definitions.is_a(name, t) for t in types
        )
        if not possible and self._strict:
            raise FhirPathError(f"The context is {_names(types)}, not {name}", step.position)

        def run(_: Scope, items: list[Any]) -> list[Any]:
            return [
                x for x in items if type(x) is Node and x.type and definitions.is_a(x.type, name)
            ]

        if types is None or not possible:
            return CompiledStep(run, frozenset({name}) if possible else None)
        return CompiledStep(run, concrete(types) or concrete(frozenset({name})))

    # --- functions

    def _call(self, step: syntax.Call, types: Types, this: Types) -> CompiledStep:
        if step.name in TYPE_FUNCTIONS:
            if len(step.arguments) != 1:
                raise FhirPathError(f"{step.name}() takes a type", step.position)
            name = type_name(step.arguments[0], step.position)
            return type_step(step.name, name, types, step.position)
        if step.name == "sort":
            return self._sort(step, types)
        function = FUNCTIONS.get(step.name)
        if function is None:
            raise FhirPathError(f"There is no function {step.name}()", step.position)
        if not function.least <= len(step.arguments) <= function.most:
            wanted = f"{function.least} to {function.most}"
            raise FhirPathError(f"{step.name}() takes {wanted} arguments", step.position)
        inner = types if function.lazy else this
        arguments = [self.expression(a, inner) for a in step.arguments]
        if self._strict and step.name == "iif" and arguments[0].types not in (None, _BOOLEAN):
            raise FhirPathError("The criterion of iif() is not a Boolean", step.position)
        run = _bind(function, [a.run for a in arguments], step.arguments)
        return CompiledStep(run, _returned(function, types, arguments))

    def _sort(self, step: syntax.Call, types: Types) -> CompiledStep:
        """`sort`: each key may be followed by `desc`, or be negated, which works for text, too."""
        keys: list[tuple[Code, bool]] = []
        for argument in step.arguments or (syntax.This(),):
            negated = isinstance(argument, syntax.Sign) and argument.sign == "-"
            descending = isinstance(argument, syntax.Descending)
            key: Any = argument
            if isinstance(argument, syntax.Descending):
                key = argument.key
            elif isinstance(argument, syntax.Sign) and negated:
                key = argument.operand
            keys.append((self.expression(key, types).run, descending or negated))
        return CompiledStep(lambda scope, items: sort(scope, items, keys), types)

    # --- operators

    def _operators(self, tree: syntax.Binary | syntax.TypeTest, this: Types) -> Compiled:
        if texts := _listed(tree):
            return Compiled(lambda _: texts, _STRING)
        spine: list[syntax.Binary | syntax.TypeTest] = []
        left: syntax.Expr = tree
        while isinstance(left, syntax.Binary | syntax.TypeTest):
            spine.append(left)
            left = left.left if isinstance(left, syntax.Binary) else left.operand
        first = spine[-1]
        if isinstance(first, syntax.TypeTest) and (path := test_of_resolve(left, first)):
            left = path
            spine.pop()
        head = self.expression(left, this)
        steps, types = [], head.types
        for part in reversed(spine):
            step = self._operator(part, types, this)
            steps.append(step.run)
            types = step.types
        return Compiled(_chain(head.run, steps, branch=False), types)

    def _operator(
        self, tree: syntax.Binary | syntax.TypeTest, left: Types, this: Types
    ) -> CompiledStep:
        if isinstance(tree, syntax.TypeTest):
            return type_step(tree.operator, tree.type, left, tree.position)
        if tree.operator == "in" and (texts := _listed(tree.right)):
            return CompiledStep(is_one_of(frozenset(texts)), _BOOLEAN)
        right = self.expression(tree.right, this)
        types = _BOOLEAN if tree.operator in _TRUE_OR_FALSE else None
        if tree.operator in LOGIC:
            logic = LOGIC[tree.operator]
            return CompiledStep(lambda scope, items: logic(scope, items, right.run), types)
        operator = OPERATORS[tree.operator]
        if tree.operator == "|" and left is not None and right.types is not None:
            types = left | right.types
        return CompiledStep(lambda scope, items: operator(scope, items, right.run(scope)), types)


def _listed(tree: syntax.Expr) -> list[str] | None:
    """The strings of a literal, or of a union of literals; None for anything else."""
    parts = branches(tree)
    texts = [p.value for p in parts if isinstance(p, syntax.Literal) and type(p.value) is str]
    return list(dict.fromkeys(texts)) if len(texts) == len(parts) else None


def _chain(head: Code, steps: list[StepCode], *, branch: bool) -> Code:
    if not steps:
        return head
    if len(steps) == 1 and not branch:
        only = steps[0]
        return lambda scope: only(scope, head(scope))

    def run(scope: Scope) -> list[Any]:
        if branch:
            scope = scope.branch()
        items = head(scope)
        for step in steps:
            items = step(scope, items)
        return items

    return run


def _bind(function: Function, arguments: list[Code], trees: tuple[syntax.Expr, ...]) -> StepCode:
    run = function.run
    if function.lazy:
        return lambda scope, items: run(scope, items, *arguments)
    if not arguments:
        return run
    literals = [t.value for t in trees if isinstance(t, syntax.Literal) and t.value is not None]
    if len(literals) == len(arguments):
        values = [[value] for value in literals]
        return lambda scope, items: run(scope, items, *values)
    return lambda scope, items: run(scope, items, *[a(scope) for a in arguments])


def _returned(function: Function, types: Types, arguments: list[Compiled]) -> Types:
    if function.returns == INPUT:
        return types
    if function.returns == ARGUMENT:
        return arguments[0].types
    return None if function.returns is None else frozenset({function.returns})


def _names(types: Types) -> str:
    return ", ".join(sorted(types or ())) or "Nothing"
