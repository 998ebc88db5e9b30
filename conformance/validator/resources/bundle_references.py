"""References between the entries of a Bundle. FHIR R4 bundle.html, section 2.36.4.2.

A document holds all that its Composition names (documents.html, section 3.3.1), a message what its
MessageHeader is about; other references may well lead elsewhere, but for urn:uuid and urn:oid,
which mean nothing outside. History and search results refer to the server they come from.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from conformance.says import shown
from conformance.validator.rules import Finding

from .bundle_index import BundleIndex, is_absolute, type_and_id
from .fault import Json, Place, fault, fault_within

# The elements of the first resource whose targets belong into the Bundle.
_WHOLE = frozenset({"document", "message"})
_HELD = {
    "document": frozenset(
        {"subject", "encounter", "author", "attester", "custodian", "event", "section"}
    ),
    "message": frozenset({"focus"}),
}
_ROOTS = {"document": "Composition", "message": "MessageHeader"}
_CONTAINERS = frozenset({dict, list})
_SELF_CONTAINED = frozenset({"document", "message", "collection", "transaction", "batch"})


class Link(NamedTuple):
    """A literal reference: the entry it is in, its way from the resource, what it says.

    The way is a chain from the inside out, `((None, "subject"), 0)`: few are ever written down.
    """

    number: int
    way: Any
    literal: str
    said_type: str | None

    @property
    def place(self) -> Place:
        """The way as a place."""
        steps: list[str | int] = []
        way = self.way
        while way is not None:
            way, step = way
            steps.append(step)
        return tuple(reversed(steps))


def reference_faults(bundle: Json, index: BundleIndex) -> Iterator[Finding]:
    """Say which references lead nowhere, to several entries, or to another type than they say."""
    kind = bundle.get("type")
    if kind not in _SELF_CONTAINED:
        return
    neighbours: dict[int, set[int]] = {number: set() for number in index.entries}
    for number in index.entries:
        for link in _links(number, index.resource(number)):
            targets = index.resolve(link.literal, number)
            yield from _link_faults(kind, link, targets, index)
            for target in targets:
                neighbours[number].add(target)
                neighbours[target].add(number)
    if kind == "document":
        yield from _unreachable(neighbours, index)


def _links(number: int, resource: Json) -> Iterator[Link]:
    """Every literal reference in a resource, those to itself and conditional ones aside.

    Bundles within a Bundle have references of their own.
    """
    pending: list[tuple[Any, Any]] = [(resource, None)]
    while pending:
        node, way = pending.pop()
        if type(node) is list:
            pending += [(v, (way, i)) for i, v in enumerate(node) if type(v) in _CONTAINERS]
            continue
        literal = node.get("reference")
        if way and type(literal) is str and literal[:1] != "#" and "?" not in literal:
            yield Link(number, way, literal, node.get("type"))
        if way is None or node.get("resourceType") != "Bundle":
            pending += [(v, (way, k)) for k, v in node.items() if type(v) in _CONTAINERS]


def _link_faults(
    kind: str, link: Link, targets: list[int], index: BundleIndex
) -> Iterator[Finding]:
    if len(targets) > 1:
        entries = [f"entry[{number}]" for number in targets]
        yield _fault("bundle-reference-ambiguous", link, index, entries=entries)
    elif targets:
        yield from _type_faults(link, targets[0], index)
    elif _belongs(kind, link, index):
        yield _missing("bundle-reference-missing", link, index)
    elif link.literal.startswith("urn:") or (kind in _WHOLE and not is_absolute(link.literal)):
        yield _missing("bundle-reference-unresolved", link, index)


def _fault(rule: str, link: Link, index: BundleIndex, *, key: str = "", **args: Any) -> Finding:
    place = ("entry", link.number, "resource", *link.place)
    reference = shown(link.literal)
    return fault_within(rule, index.bundle, place, key=key, reference=reference, **args)


def _belongs(kind: str, link: Link, index: BundleIndex) -> bool:
    """Whether a reference is one whose target is part of the document or message."""
    held = _HELD.get(kind, frozenset())
    is_root = index.resource(link.number).get("resourceType") == _ROOTS.get(kind)
    return link.number == 0 and is_root and link.place[0] in held


def _missing(rule: str, link: Link, index: BundleIndex) -> Finding:
    """Say that a reference leads nowhere, and where it may have been meant to lead."""
    namesakes = index.namesakes(link.literal)
    if not namesakes:
        return _fault(rule, link, index, key="bundle-reference-missing")
    near = namesakes[0]
    return _fault(
        rule,
        link,
        index,
        key="bundle-reference-near",
        entry=f"entry[{near}]",
        url=shown(index.entries[near].get("fullUrl")),
        version=shown(index.resource(near).get("meta", {}).get("versionId")),
    )


def _type_faults(link: Link, target: int, index: BundleIndex) -> Iterator[Finding]:
    named = type_and_id(link.literal)
    said = named[0] if named else link.said_type
    found = index.resource(target).get("resourceType")
    if said is not None and found is not None and said != found:
        entry = f"entry[{target}]"
        yield _fault("bundle-reference-type", link, index, said=said, entry=entry, type=found)


def _unreachable(neighbours: dict[int, set[int]], index: BundleIndex) -> Iterator[Finding]:
    """Say which entries of a document no chain of references joins to its Composition."""
    reached, pending = {0}, [0]
    while pending:
        new = neighbours.get(pending.pop(), set()) - reached
        reached |= new
        pending += new
    for number in sorted(neighbours.keys() - reached):
        type_ = index.resource(number).get("resourceType")
        yield fault("bundle-entry-unreachable", ("entry", number), type=type_)
