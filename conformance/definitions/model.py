"""Shapes of the compiled definitions."""

from functools import cached_property
from typing import Literal

import msgspec


class Constraint(msgspec.Struct, frozen=True, array_like=True):
    """An invariant: `severity` is error or warning, `expression` is FHIRPath."""

    key: str
    severity: str
    human: str
    expression: str


class Element(msgspec.Struct, frozen=True, array_like=True):
    """One element of a type.

    `name` is the FHIRPath name, without `[x]`. `max` is None for `*`. `types` are type names, with
    backbone elements and content references given as the path of their type (`Bundle.link`).
    `targets` are the resource types a Reference may point to (empty: any). `binding` is
    (strength, value set canonical). `xml` is how XML writes it: "attr", "xhtml" or "" (element).
    `maximum` is the value set that no code may be outside of, whatever the strength of the binding.
    A Quantity in a `simple` element has no comparator: its definition asks for a SimpleQuantity.
    """

    name: str
    min: int
    max: int | None
    types: tuple[str, ...]
    choice: bool = False
    targets: tuple[str, ...] = ()
    binding: tuple[str, str] | None = None
    summary: bool = False
    modifier: bool = False
    constraints: tuple[Constraint, ...] = ()
    xml: str = ""
    maximum: str = ""
    simple: bool = False

    def json_keys(self) -> dict[str, str]:
        """The JSON properties that may carry this element, each with its type."""
        if not self.choice:
            return {self.name: self.types[0]}
        return {self.name + t[0].upper() + t[1:]: t for t in self.types}


class Type(msgspec.Struct, array_like=True, dict=True):
    """A resource, data type, primitive, or backbone element (named by its path).

    `elements` are in the order of the definition, inherited ones included. `regex`, `max_length`,
    `minimum` and `maximum` belong to primitives.
    """

    name: str
    kind: Literal["resource", "complex-type", "primitive-type", "backbone"]
    base: str | None
    abstract: bool
    elements: tuple[Element, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    regex: str | None = None
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None

    @cached_property
    def by_name(self) -> dict[str, Element]:
        """Elements by FHIRPath name (`value` for `value[x]`)."""
        return {e.name: e for e in self.elements}

    @cached_property
    def by_json_key(self) -> dict[str, tuple[Element, str]]:
        """(element, type of its values) by JSON property (`valueQuantity`)."""
        return {key: (e, t) for e in self.elements for key, t in e.json_keys().items()}


class SearchParameter(msgspec.Struct, frozen=True, array_like=True):
    """An R4 SearchParameter; `components` of a composite are (definition URL, expression)."""

    url: str
    code: str
    type: str
    base: tuple[str, ...]
    expression: str | None = None
    target: tuple[str, ...] = ()
    comparator: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    components: tuple[tuple[str, str], ...] = ()
    description: str = ""


class Compartment(msgspec.Struct, frozen=True, array_like=True):
    """A compartment: for each resource type in it, the search parameters that make it a member.

    The parameter `{def}` means the resource of the compartment itself.
    """

    type: str
    resources: dict[str, tuple[str, ...]]
