"""What references point to, within the resource that is judged. FHIR R4 references.html, 2.3.0.

A contained resource by `#id`, an entry of the Bundle by its fullUrl, or by type and id relative to
the fullUrl of the entry that refers.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from conformance.fhirpath import Node
from conformance.fhirpath.model import is_resource

_RELATIVE = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z0-9.\-]{1,64}")
_VERSION = re.compile(r"/_history/[^/]*$")


Fetch = Callable[[str], dict[str, Any] | None]


class Targets:
    """The resources that references within one resource may point to."""

    def __init__(self, root: Node, fetch: Fetch | None = None) -> None:
        self._root = root
        self._fetch = fetch
        self._entries: dict[str, Node] | None = None
        self._kept: dict[str, Node | None] = {}

    def of(self, reference: Node) -> Node | None:
        """The resource a Reference, or a uri, points to; None when it is not at hand."""
        value = reference.value
        literal = value.get("reference") if type(value) is dict else value
        if type(literal) is not str or not literal:
            return None
        if literal.startswith("#"):
            return _contained(reference, literal[1:])
        return self._in_bundle(reference, literal) or self._fetched(literal)

    def named(self, literal: str) -> dict[str, Any] | None:
        """The JSON of a resource by what a reference says, for FHIRPath's hook."""
        found = self._in_bundle(self._root, literal) or self._fetched(literal)
        return None if found is None else found.value

    def _fetched(self, literal: str) -> Node | None:
        """What the caller fetches; it is kept, so that circles of references are seen as such."""
        if self._fetch is None:
            return None
        if literal not in self._kept:
            found = self._fetch(literal) or {}
            self._kept[literal] = Node(found, found["resourceType"]) if is_resource(found) else None
        return self._kept[literal]

    def _in_bundle(self, reference: Node, literal: str) -> Node | None:
        if self._root.type != "Bundle":
            return None
        entries = self._entries = self._entries or dict(_entries(self._root))
        literal = _VERSION.sub("", literal)
        if _RELATIVE.fullmatch(literal):
            base = _service_of(reference)
            return entries.get(f"{base}{literal}") or entries.get(literal)
        return entries.get(literal)


def _entries(bundle: Node) -> Iterator[tuple[str, Node]]:
    """The resources of a Bundle by type and id, and by fullUrl, the latter with the last word."""
    listed = bundle.value.get("entry")
    by_url: list[tuple[str, Node]] = []
    for i, entry in enumerate(listed if type(listed) is list else ()):
        resource = entry.get("resource") if type(entry) is dict else None
        if resource is None or not is_resource(resource):
            continue
        holder = Node(entry, "Bundle.entry", None, bundle, "entry", i)
        node = Node(resource, resource["resourceType"], None, holder, "resource")
        yield f"{node.type}/{resource.get('id')}", node
        if type(entry.get("fullUrl")) is str:
            by_url.append((entry["fullUrl"], node))
    yield from by_url


def _service_of(reference: Node) -> str:
    """The base URL of the service that the entry around a reference comes from."""
    node: Node | None = reference
    while node is not None and node.type != "Bundle.entry":
        node = node.parent
    url = node.value.get("fullUrl") if node is not None else None
    resource = node.value.get("resource", {}) if node is not None else {}
    own = f"{resource.get('resourceType')}/{resource.get('id')}" if type(resource) is dict else ""
    return url.removesuffix(own) if type(url) is str and own and url.endswith(own) else ""


def _contained(reference: Node, wanted: str) -> Node | None:
    """The resource contained beside or around a reference; `#` alone is the one that contains."""
    node: Node | None = reference.resource()
    while node is not None and node.key == "contained":
        node = node.parent
    if node is None or type(node.value) is not dict:
        return None
    if not wanted:
        return node
    held = node.value.get("contained")
    for i, resource in enumerate(held if type(held) is list else ()):
        if is_resource(resource) and resource.get("id") == wanted:
            return Node(resource, resource["resourceType"], None, node, "contained", i)
    return None
