"""The syntax tree of an expression.

A chain `head.step.step[0]` is one `Path`, and chains of operators lean to the left, so that long
expressions do not make deep trees.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A literal; `value` is a System value, or None for the empty collection `{}`."""

    value: Any


@dataclass(frozen=True, slots=True, eq=False)
class This:
    """The focus: `$this`, or the input of a path that starts with a name or a function."""


@dataclass(frozen=True, slots=True, eq=False)
class Dollar:
    """`$index` or `$total`."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class External:
    """`%name`: a variable of the environment."""

    name: str
    position: int


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A step to the children of this name; `first` where a type name may stand, too."""

    name: str
    position: int
    first: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A step that is a function with its arguments."""

    name: str
    arguments: tuple["Expr", ...]
    position: int


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """A step `[expression]`."""

    index: "Expr"


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """A head and the steps from it."""

    head: "Expr"
    steps: tuple["Step", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """`+` or `-` before an operand."""

    sign: str
    operand: "Expr"


@dataclass(frozen=True, slots=True, eq=False)
class TypeTest:
    """`operand is type` or `operand as type`."""

    operator: str
    operand: "Expr"
    type: str
    position: int


@dataclass(frozen=True, slots=True, eq=False)
class Binary:
    """`left operator right`, leaning left."""

    operator: str
    left: "Expr"
    right: "Expr"
    position: int


@dataclass(frozen=True, slots=True, eq=False)
class Descending:
    """An argument of `sort` with `desc`."""

    key: "Expr"


Step: TypeAlias = Member | Call | Index | Dollar
Expr: TypeAlias = Literal | This | Dollar | External | Path | Sign | TypeTest | Binary | Descending
