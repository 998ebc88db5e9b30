"""The syntax tree of an expression.

A chain `head.step.step[0]` is one `Path`, and chains of operators lean to the left, so that long
expressions do not make deep trees.
"""

from typing import Any, TypeAlias

from msgspec import Struct


class Literal(Struct, frozen=True, eq=False):
    """A literal; `value` is a System value, or None for the empty collection `{}`."""

    value: Any


class This(Struct, frozen=True, eq=False):
    """The focus: `$this`, or the input of a path that starts with a name or a function."""


class Dollar(Struct, frozen=True, eq=False):
    """`$index` or `$total`."""

    name: str


class External(Struct, frozen=True, eq=False):
    """`%name`: a variable of the environment."""

    name: str
    position: int


class Member(Struct, frozen=True, eq=False):
    """A step to the children of this name; `first` where a type name may stand, too."""

    name: str
    position: int
    first: bool = False


class Call(Struct, frozen=True, eq=False):
    """A step that is a function with its arguments."""

    name: str
    arguments: tuple["Expr", ...]
    position: int


class Index(Struct, frozen=True, eq=False):
    """A step `[expression]`."""

    index: "Expr"


class Path(Struct, frozen=True, eq=False):
    """A head and the steps from it."""

    head: "Expr"
    steps: tuple["Step", ...]


class Sign(Struct, frozen=True, eq=False):
    """`+` or `-` before an operand."""

    sign: str
    operand: "Expr"


class TypeTest(Struct, frozen=True, eq=False):
    """`operand is type` or `operand as type`."""

    operator: str
    operand: "Expr"
    type: str
    position: int


class Binary(Struct, frozen=True, eq=False):
    """`left operator right`, leaning left."""

    operator: str
    left: "Expr"
    right: "Expr"
    position: int


class Descending(Struct, frozen=True, eq=False):
    """An argument of `sort` with `desc`."""

    key: "Expr"


Step: TypeAlias = Member | Call | Index | Dollar
Expr: TypeAlias = Literal | This | Dollar | External | Path | Sign | TypeTest | Binary | Descending
