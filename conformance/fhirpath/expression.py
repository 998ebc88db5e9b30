"""Compiled expressions and the ways to run them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Unpack

from . import plain
from .compiler import Compiler
from .errors import FhirPathError
from .model import Node, is_resource, root_node
from .parser import parse
from .pruning import prune
from .scope import Options, Run, Scope
from .system import fhir_type, to_plain


class Expression:
    """An expression, compiled once and run on any number of resources.

    It runs on a resource, on an element of the type it was compiled for, or on a `Node`. The
    options are described at `Options`. Running raises `FhirPathError` where the specification
    says that an evaluation ends with an error, and where the budget is used up.
    """

    __slots__ = ("_code", "_plan", "context", "text")

    def __init__(self, text: str, context: str | None = None, *, strict: bool = False) -> None:
        self.text = text
        self.context = context
        tree = prune(parse(text), context)
        types = frozenset({context}) if context else None
        try:
            self._code = Compiler(strict=strict).expression(tree, types).run
            self._plan = plain.plan(tree, context)
        except RecursionError:
            raise FhirPathError("The expression is nested too deep") from None

    def __repr__(self) -> str:
        return f"Expression({self.text!r}, {self.context!r})"

    def __call__(self, resource: dict[str, Any] | Node, **options: Unpack[Options]) -> list[Any]:
        """The result as JSON values; elements that have only extensions are left out.

        Dates and times are strings; quantities and type information are objects.
        """
        if self._plan is not None and type(resource) is dict:
            found = self._plan.values(resource)
            if found is not None:
                return found
        values = [to_plain(item) for item in self._items(resource, options)]
        return [v for v in values if v is not None]

    def typed(
        self, resource: dict[str, Any] | Node, **options: Unpack[Options]
    ) -> list[tuple[Any, str]]:
        """The result as (JSON value, FHIR type), such as `("male", "code")`."""
        if self._plan is not None and type(resource) is dict:
            found = self._plan.typed(resource)
            if found is not None:
                return found
        pairs = [(to_plain(i), fhir_type(i)) for i in self._items(resource, options)]
        return [p for p in pairs if p[0] is not None]

    @property
    def read(self) -> Callable[[dict[str, Any]], list[tuple[Any, str]]]:
        """What answers like `typed`, without options, soonest: for who asks it very often."""
        return self._plan.certain if self._plan and self._plan.certain else self.typed

    def locate(
        self, resource: dict[str, Any] | Node, **options: Unpack[Options]
    ) -> list[tuple[str | int, ...]]:
        """Where the result stands in the JSON of the resource: `("name", 0, "family")`.

        The resource itself is `()`. Calculated values and resolved resources are nowhere.
        """
        root = resource if isinstance(resource, Node) else root_node(resource, self.context)
        items = self._items(root, options)
        top = root.root()
        return [i.location() for i in items if isinstance(i, Node) and i.root() is top]

    def _items(self, resource: Any, options: Options) -> list[Any]:
        node = resource if type(resource) is Node else root_node(resource, self.context)
        try:
            return self._code(Scope(_run(node, options), [node], {}))
        except RecursionError:
            raise FhirPathError("The evaluation is nested too deep") from None


def _run(node: Node, options: Options) -> Run:
    given = options.get("root")
    if given is not None:
        root = node if given is node.value else root_node(given)
    elif node.parent is None:
        return Run(node, node, node, options)
    else:
        root = node.root()
    own = node.resource()
    return Run(node, own if is_resource(own.value) else root, root, options)


@lru_cache(maxsize=8192)
def compile(  # noqa: A001 - the word of every expression library
    expression: str, context: str | None = None, *, strict: bool = False
) -> Expression:
    """Compile an expression for resources or elements of the type `context` (any, when None).

    With `strict`, elements that the R4 model does not have are refused; without, they are empty.
    Raises `FhirPathError`.
    """
    return Expression(expression, context, strict=strict)


def evaluate(
    expression: str, resource: dict[str, Any] | Node, **options: Unpack[Options]
) -> list[Any]:
    """Run an expression on a resource; see `Expression`. Raises `FhirPathError`."""
    if isinstance(resource, Node):
        return compile(expression, resource.type)(resource, **options)
    context = resource.get("resourceType")
    return compile(expression, context if isinstance(context, str) else None)(resource, **options)
