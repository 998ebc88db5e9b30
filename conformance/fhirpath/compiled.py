"""What compiling a part of an expression gives."""

from typing import NamedTuple, TypeAlias

from conformance import definitions

from .scope import Code, StepCode

Types: TypeAlias = frozenset[str] | None
"""The types items may have, System types with their namespace; None where that is not known."""


class Compiled(NamedTuple):
    """An expression with the types of its result."""

    run: Code
    types: Types


class CompiledStep(NamedTuple):
    """A step with the types of its result."""

    run: StepCode
    types: Types


def concrete(types: frozenset[str]) -> Types:
    """The types, or None where one of them may be anything derived from it."""
    return types if types and types.isdisjoint(definitions.ABSTRACT) else None
