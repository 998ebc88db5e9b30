"""The operators by kind of rule: each breaks one demand of a profile in a valid example."""

from . import cardinality, extensions, invariants, slices, types, values
from .operator import Case, Change, Demand, Operator

__all__ = ["OPERATORS", "Case", "Change", "Demand", "Operator"]

OPERATORS: tuple[Operator, ...] = (
    *cardinality.OPERATORS,
    *types.OPERATORS,
    *values.OPERATORS,
    *slices.OPERATORS,
    *invariants.OPERATORS,
    *extensions.OPERATORS,
)
