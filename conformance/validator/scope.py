"""What a check knows about the surroundings of the value it judges."""

from collections.abc import Callable
from typing import Any, TypeAlias

from .rules import Findings


class Scope:
    """The resource a value stands in, and the outermost one that contains it.

    `judging` says whether invariants are evaluated or only the shape.
    """

    __slots__ = ("_contained", "judging", "resource", "root")

    def __init__(
        self, root: dict[str, Any], *, judging: bool, resource: dict[str, Any] | None = None
    ) -> None:
        self.root = root
        self.resource = root if resource is None else resource
        self.judging = judging
        self._contained: dict[str, str] | None = None

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
