"""Faults of place: an extension where its definition does not let it stand."""

from collections.abc import Iterator
from typing import Any

from conformance.definitions import is_a, type_named
from conformance.mutants.edits import Path, add, at, drop, put
from conformance.mutants.elements import Json, Snapshot

from .operator import Case, Change, Operator, when


def elsewhere(case: Case) -> Iterator[Change]:
    """The extension on the meta of the resource, where hardly any may stand."""
    contexts = case.snapshot.structure.get("context", ())
    named = {c.get("expression", "") for c in contexts}
    if "Element" in named or any(c.get("type") != "element" for c in contexts):
        return
    if not named.isdisjoint(_ancestors("Meta")):
        return
    for path in case.places.values(case.demand.element):
        yield from _moved(case, path, ("meta",), "extension")


def as_other_kind(case: Case) -> Iterator[Change]:
    """A modifier in `extension`, or what is none in `modifierExtension`."""
    key = "extension" if case.element.get("isModifier") else "modifierExtension"
    for path in case.places.values(case.demand.element):
        around = (path[:n] for n in range(len(path), -1, -1))
        resources = (p for p in around if is_a(_type_of(at(case.resource, p)), "DomainResource"))
        for holder in resources:
            yield from _moved(case, path, holder, key)


def _moved(case: Case, path: Path, holder: Path, key: str) -> Iterator[Change]:
    extension = at(case.resource, path)
    resource = drop(case.resource, path)
    if extension is not None:
        resource = resource if at(resource, holder) else put(resource, holder, {})
        resource = add(resource, holder, key, extension, is_array=True)
        last = len(at(resource, (*holder, key))) - 1
        yield Change(resource, ((*holder, key, last),))


def _type_of(value: Any) -> str:
    return str(value.get("resourceType", "")) if isinstance(value, dict) else ""


def _ancestors(type_name: str) -> Iterator[str]:
    name: str | None = type_name
    while name is not None:
        yield name
        kind = type_named(name)
        name = kind.base if kind else None


def _is_extension(snapshot: Snapshot, element_id: str, _: Json) -> bool:
    is_root = element_id == snapshot.root and snapshot.type == "Extension"
    return is_root and snapshot.structure.get("derivation") == "constraint"


OPERATORS = (
    Operator(
        "context",
        when(lambda s, i, e: _is_extension(s, i, e) and s.structure.get("context")),
        elsewhere,
        ("extension-context",),
        "it may stand anywhere, or where another extension or an expression says",
    ),
    Operator(
        "extension-kind",
        when(_is_extension),
        as_other_kind,
        ("extension-modifier",),
        "no example has the extension, and none could be added",
    ),
)
