"""Examples made fuller: with elements that they lack, as far as these bring no fault."""

import zlib
from collections.abc import Callable, Iterator
from typing import Any

from .edits import add, at
from .elements import Snapshot, is_array, is_slice
from .places import Places, Specimen
from .samples import Samples, json_key

_GROWN = ", grown"

Passes = Callable[[Specimen], bool]
"""Whether a specimen is valid."""


def grown(
    specimen: Specimen, snapshot: Snapshot, seen: set[str], samples: Samples, passes: Passes
) -> tuple[Specimen, list[Specimen]]:
    """The specimen with all that could be added; others with what only fits in alone.

    `seen` are the ids of the elements that need not be added, because a specimen has them.
    """
    full, apart = specimen, []
    for element_id, element in snapshot.elements.items():
        if element_id == snapshot.root or element.get("max") == "0":
            continue
        if element_id in seen or Places(snapshot, full.resource, full.root).values(element_id):
            seen.add(element_id)
            continue
        added = next(filter(passes, _added(full, snapshot, element_id, samples)), None)
        if added is not None:
            full = added
            seen.add(element_id)
            continue
        alone = next(filter(passes, _added(specimen, snapshot, element_id, samples)), None)
        if alone is not None:
            apart.append(alone)
            seen.add(element_id)
    return full, apart


def _added(
    specimen: Specimen, snapshot: Snapshot, element_id: str, samples: Samples
) -> Iterator[Specimen]:
    """With a value of an element in the first parent that is there; several values to choose of."""
    element = snapshot.elements[element_id]
    for parent, values in Places(snapshot, specimen.resource, specimen.root).groups(element_id):
        if values or not isinstance(at(specimen.resource, parent), dict):
            continue
        key, repeats = json_key(snapshot, element_id), is_array(element)
        if is_slice(element_id) and not repeats and key in at(specimen.resource, parent):
            return
        name = f"{specimen.name.removesuffix(_GROWN)}{_GROWN}"
        for value in samples.variants(snapshot, element_id):
            fresh = _fresh(value, element_id)
            resource = add(specimen.resource, parent, key, fresh, is_array=repeats)
            yield specimen._replace(name=name, resource=resource)
        return


def _fresh(value: Any, element_id: str) -> Any:
    """Ids of elements are unique in a resource."""
    is_id = element_id.endswith(".id") and isinstance(value, str)
    return f"m{zlib.crc32(element_id.encode())}" if is_id else value
