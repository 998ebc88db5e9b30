"""What a check knows about the surroundings of the value it judges."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from conformance.says import Says, says

from .rules import Findings, Surplus

if TYPE_CHECKING:
    from conformance.packages import Library


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
        from difflib import get_close_matches  # noqa: PLC0415  # right resources need no guesses

        near = get_close_matches(word[:60], list(names), n=1)
        return says("did-you-mean", name=near[0]) if near else says("full-stop")


class Scope:
    """The resource a value stands in, and the outermost one that contains it.

    `judging` says whether invariants are evaluated or only the shape; `whole` whether what an
    element says of others is judged, which means nothing where parts were left out; `ruled` whether
    the rules of single resource types are (`resources/`). `library` are the definitions in force,
    None where only those of R4 itself count. `outer` is the scope of the Bundle or Parameters
    around the root. `sound` remembers which definitions have a sound shape, by their identity in
    memory. `surplus` counts what is found beyond what an answer holds.
    """

    __slots__ = (
        "_contained",
        "_definitions",
        "_ids",
        "_types_by_url",
        "hints",
        "judging",
        "library",
        "outer",
        "resource",
        "root",
        "ruled",
        "sound",
        "surplus",
        "whole",
    )

    def __init__(
        self,
        root: dict[str, Any],
        *,
        judging: bool,
        hints: Hints,
        whole: bool = True,
        ruled: bool = True,
        library: "Library | None" = None,
    ) -> None:
        self.root = root
        self.resource: Any = root
        self.judging = judging
        self.hints = hints
        self.whole = whole
        self.ruled = ruled
        self.library = library
        self.outer: Scope | None = None
        self.sound: dict[int, bool] = {}
        self.surplus = Surplus()
        self._contained: dict[str, str] | None = None
        self._ids: set[str] | None = None
        self._types_by_url: dict[str, str] | None = None
        self._definitions: dict[str, list[dict[str, Any]]] | None = None

    def of_root(self, root: dict[str, Any]) -> "Scope":
        """Return the scope of a resource that is a root of its own: in a Bundle, in Parameters."""
        inner = self._sibling(root)
        inner.outer = self
        return inner

    def of_contained(self, resource: dict[str, Any]) -> "Scope":
        """Return the scope of a contained resource."""
        inner = self._sibling(self.root)
        inner.resource = resource
        inner.outer = self.outer
        return inner

    def _sibling(self, root: dict[str, Any]) -> "Scope":
        sibling = Scope(
            root,
            judging=self.judging,
            hints=self.hints,
            whole=self.whole,
            ruled=self.ruled,
            library=self.library,
        )
        sibling.sound = self.sound
        sibling.surplus = self.surplus
        return sibling

    def type_at(self, url: str) -> str | None:
        """The type of the resource at a full URL in the Bundle around the root."""
        return self.outer.types_by_url.get(url) if self.outer is not None else None

    def defined(self, type_name: str, canonical: str) -> dict[str, Any] | None:
        """The resource of a canonical URL: of the Bundle around the root, else of the library."""
        url, _, version = canonical.partition("|")
        for found in self.outer.definitions.get(url, ()) if self.outer is not None else ():
            if found.get("resourceType") == type_name and version in ("", found.get("version")):
                return found
        return self.library.find(canonical, type_name) if self.library is not None else None

    @property
    def types_by_url(self) -> dict[str, str]:
        """The types of the resources of this Bundle by full URL."""
        if self._types_by_url is None:
            self._types_by_url = {
                url: resource["resourceType"]
                for url, resource in self._entries()
                if isinstance(url, str) and isinstance(resource.get("resourceType"), str)
            }
        return self._types_by_url

    @property
    def definitions(self) -> dict[str, list[dict[str, Any]]]:
        """The resources of this Bundle that have a canonical URL, by it."""
        if self._definitions is None:
            self._definitions = {}
            for _, resource in self._entries():
                if isinstance(url := resource.get("url"), str):
                    self._definitions.setdefault(url, []).append(resource)
        return self._definitions

    def _entries(self) -> Iterator[tuple[Any, dict[str, Any]]]:
        listed = self.root.get("entry")
        for entry in listed if isinstance(listed, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("resource"), dict):
                yield entry.get("fullUrl"), entry["resource"]

    def is_new_id(self, element_id: str) -> bool:
        """Whether no element of the resource had this id before."""
        if self._ids is None:
            self._ids = set()
        new = element_id not in self._ids
        self._ids.add(element_id)
        return new

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
