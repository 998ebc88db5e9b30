"""What a check knows about the surroundings of the value it judges."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, TypeAlias

from conformance.says import Says, says

from .rules import Findings


class Hints:
    """Guesses at what a misspelt name was meant to be. They take time, so their number is bound."""

    __slots__ = ("left",)

    def __init__(self, most: int = 50) -> None:
        self.left = most

    def nearest(self, word: Any, names: Iterable[str]) -> Says:
        """Return the end of a sentence: a question that names the nearest, or a full stop."""
        if self.left == 0 or type(word) is not str:
            return says("full-stop")
        self.left -= 1
        near = get_close_matches(word[:60], list(names), n=1)
        return says("did-you-mean", name=near[0]) if near else says("full-stop")


class Scope:
    """The resource a value stands in, and the outermost one that contains it.

    `judging` says whether invariants are evaluated or only the shape.
    """

    __slots__ = ("_contained", "hints", "judging", "resource", "root")

    def __init__(
        self, root: dict[str, Any], *, judging: bool, hints: Hints, resource: Any = None
    ) -> None:
        self.root = root
        self.resource = root if resource is None else resource
        self.judging = judging
        self.hints = hints
        self._contained: dict[str, str] | None = None

    def of_root(self, root: dict[str, Any]) -> "Scope":
        """Return the scope of a resource that is a root of its own: in a Bundle, in Parameters."""
        return Scope(root, judging=self.judging, hints=self.hints)

    def of_contained(self, resource: dict[str, Any]) -> "Scope":
        """Return the scope of a contained resource."""
        return Scope(self.root, judging=self.judging, hints=self.hints, resource=resource)

    @property
    def contained(self) -> dict[str, str]:
        """The types of the root's contained resources by id."""
        if self._contained is None:
            listed = self.root.get("contained")
            self._contained = {
                str(each["id"]): str(each.get("resourceType"))
                for each in (listed if isinstance(listed, list) else ())
                if isinstance(each, dict) and "id" in each
            }
        return self._contained


Check: TypeAlias = Callable[[Any, Scope], Findings]
"""Judges one value; findings carry the steps below it only."""
