"""Composite parameters: which values of one element belong together.

A composite's expression gives the elements, each component's expression its values inside one.

Source: FHIR R4 search.html, 3.1.1.5.8 (composite).
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from conformance.fhirpath import compile as compile_path

if TYPE_CHECKING:
    from .parameters import Parameter

MISSPELT = re.compile(r"\bas\(DateTime\)")
OF_RESOURCE = "%resource."

Json = dict[str, Any]
Typed = list[tuple[Any, str]]


class Relative(NamedTuple):
    """An expression that starts at an element of the composite."""

    text: str

    def from_(self, path: str, resource_type: str) -> tuple[str, ...]:
        """Its alternatives as paths from the resource, the composite's elements being at `path`."""
        parts = (part.strip() for part in self.text.split("|"))
        return tuple(
            f"{resource_type}.{part.removeprefix(OF_RESOURCE)}"
            if part.startswith(OF_RESOURCE)
            else f"{path}.{part}"
            for part in parts
        )


class Component(NamedTuple):
    """One part: the parameter that says how it is searched, and where its values are."""

    parameter: "Parameter"
    relative: Relative


def component_of(whole: str, expression: str, other: str) -> Relative:
    """A component's expression, with two slips of the R4 definitions mended.

    `value.as(DateTime)` means the type dateTime; and where the parameter of one component reads
    what the other's expression says (`DocumentReference?relationship`), the two are exchanged.
    """
    if other and whole.endswith(f".{other}") and not whole.endswith(f".{expression}"):
        expression = other
    return Relative(MISSPELT.sub("as(dateTime)", expression))


def extractor(
    resource_type: str, paths: Sequence[str], components: Sequence[Component]
) -> Callable[[Json], Typed]:
    """Reads, of each element that has them all, the values by component; the type says nothing."""
    relatives = [component.relative.text for component in components]
    inside = [compile_path(path, resource_type).typed for path in paths if path != resource_type]
    itself = resource_type in paths

    def extract(resource: Json) -> Typed:
        elements = [(resource, resource_type)] if itself else []
        for typed in inside:
            elements += typed(resource)
        found: Typed = []
        for element, kind in elements:
            values = []
            for text in relatives:
                read = compile_path(text, kind).typed(element, root=resource)
                if not read:
                    break
                values.append(read)
            else:
                found.append((values, "composite"))
        return found

    return extract
