"""What a reference points to: within the resource, through the `resolve` hook, or by name only."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from conformance import definitions

from .model import Node, is_resource, root_node
from .scope import Run

_ID = r"[A-Za-z0-9\-.]{1,64}"
_TYPED = re.compile(rf"(?:^|/)([A-Z][A-Za-z]+)(?:/{_ID}(?:/_history/{_ID})?$|\?)")
_HISTORY = re.compile(r"/_history/[^/]*$")


def literal(item: Any) -> str | None:
    """The reference in a Reference, or in a uri, url, canonical or string."""
    value = item.value if type(item) is Node else item
    if type(value) is dict:
        value = value.get("reference")
    return value if type(value) is str else None


def type_by_name(item: Any) -> str | None:
    """The resource type a reference names, in its text or its `type`, without fetching it."""
    if type(item) is Node and type(item.value) is dict:
        return named_type(item.value)
    return _type_in(literal(item) or "")


def named_type(reference: Any) -> str | None:
    """The same of the JSON of a Reference."""
    if type(reference) is not dict:
        return None
    written = reference.get("reference")
    found = _type_in(written) if type(written) is str else None
    declared = reference.get("type")
    return found or (declared if type(declared) is str else None)


@lru_cache(maxsize=16_384)
def _type_in(text: str) -> str | None:
    match = _TYPED.search(text)
    return match[1] if match and match[1] in definitions.resource_types() else None


def target_type(run: Run, item: Any) -> str | None:
    """The resource type a reference points to, fetched only where it does not say so itself."""
    found = type_by_name(item)
    if found is None and (target := resolve(run, item)) is not None:
        found = target.type
    return found


def resolve(run: Run, item: Any) -> Node | None:
    """The resource a reference points to: contained, in the same Bundle, or from the hook."""
    reference = literal(item)
    if not reference:
        return None
    if reference.startswith("#"):
        return _contained(run, item, reference[1:])
    if (target := _entries(run).get(_HISTORY.sub("", reference))) is not None:
        return target
    fetch = run.options.get("resolve")
    fetched = fetch(reference) if fetch is not None else None
    return root_node(fetched) if is_resource(fetched) else None


def _contained(run: Run, item: Any, wanted: str) -> Node | None:
    """The contained resource of this id; `#` alone is the resource that contains."""
    for node in _resources_around(run, item):
        if node.key == "contained" or type(node.value) is not dict:
            continue
        if not wanted:
            return node
        held = node.value.get("contained")
        for i, resource in enumerate(held if type(held) is list else ()):
            if is_resource(resource) and resource.get("id") == wanted:
                return Node(resource, resource["resourceType"], None, node, "contained", i)
    return None


def _resources_around(run: Run, item: Any) -> Iterator[Node]:
    """The resources an element stands in, innermost first, those given with the run last."""
    node = item if type(item) is Node else None
    while node is not None:
        node = node.resource()
        yield node
        node = node.parent
    yield run.resource
    yield run.root


def _entries(run: Run) -> dict[str, Node]:
    """The resources of a Bundle by fullUrl, and by type and id."""
    if run.entries is None:
        run.entries = {}
        bundle = run.root
        entries = bundle.value.get("entry") if bundle.type == "Bundle" else None
        for i, entry in enumerate(entries if type(entries) is list else ()):
            resource = entry.get("resource") if type(entry) is dict else None
            if resource is None or not is_resource(resource):
                continue
            holder = Node(entry, "Bundle.entry", None, bundle, "entry", i)
            node = Node(resource, resource["resourceType"], None, holder, "resource")
            for name in (entry.get("fullUrl"), f"{node.type}/{resource.get('id')}"):
                if type(name) is str:
                    run.entries.setdefault(name, node)
    return run.entries
