"""What the making of a snapshot relies on in a StructureDefinition from outside."""

from typing import Any

from conformance.says import Says, says

from .errors import SnapshotError

Json = dict[str, Any]

# Key, its JSON type, and for lists that of their items.
Keys = tuple[tuple[str, type, type | None], ...]

STRUCTURE: Keys = (
    ("url", str, None),
    ("type", str, None),
    ("baseDefinition", str, None),
    ("snapshot", dict, None),
    ("differential", dict, None),
)
ELEMENT: Keys = (
    ("id", str, None),
    ("path", str, None),
    ("sliceName", str, None),
    ("slicing", dict, None),
    ("definition", str, None),
    ("comment", str, None),
    ("requirements", str, None),
    ("alias", list, str),
    ("contentReference", str, None),
    ("type", list, dict),
    ("condition", list, str),
    ("constraint", list, dict),
    ("binding", dict, None),
    ("mapping", list, dict),
)
TYPE: Keys = (
    ("code", str, None),
    ("profile", list, str),
    ("extension", list, dict),
)
CONSTRAINT: Keys = (
    ("key", str, None),
    ("source", str, None),
    ("expression", str, None),
)


def check(structure: Json) -> None:
    """Refuse a StructureDefinition that is not formed as one.

    Raises:
        SnapshotError: the first fault.

    """
    name = says("snapshot-named", url=structure.get("url", "?"))
    _check(structure, STRUCTURE, ("url", "type"), name)
    for view in ("differential", "snapshot"):
        elements = structure.get(view, {}).get("element", [])
        if not isinstance(elements, list) or not all(isinstance(e, dict) for e in elements):
            raise SnapshotError(says("snapshot-list", where=name, view=view))
        for element in elements:
            path = str(element.get("path"))[:200]
            where = says("snapshot-inside", named=name, view=view, path=path)
            _check(element, ELEMENT, ("path",), where)
            for element_type in element.get("type", ()):
                _check(element_type, TYPE, ("code",), where)
            for constraint in element.get("constraint", ()):
                _check(constraint, CONSTRAINT, ("key",), where)


def _check(
    value: Json,
    keys: Keys,
    required: tuple[str, ...],
    where: Says,
) -> None:
    for key in required:
        if key not in value:
            raise SnapshotError(says("snapshot-lacks", where=where, key=key))
    for key, kind, item in keys:
        found = value.get(key)
        good = key not in value or (
            isinstance(found, kind)
            and (item is None or all(isinstance(i, item) for i in value[key]))
        )
        if not good:
            raise SnapshotError(says("snapshot-json", where=where, key=key))
