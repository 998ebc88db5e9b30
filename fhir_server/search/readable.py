"""What the values of a stored search parameter may be, so that no definition can harm a write.

R4's own parameters are known to read what their search type can enter. A stored one may read
anything, and fail on some resource: values of other types are passed over, as is what fails.

Source: FHIR R4 search.html, 3.1.1.5 (search parameter types).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import structlog

from conformance.definitions import all_types, element_of
from conformance.fhirpath import FhirPathError

if TYPE_CHECKING:
    from .parameters import Extract, Parameter

Typed = list[tuple[Any, str]]

log = structlog.get_logger()

_PRIMITIVES = frozenset(t.name for t in all_types().values() if t.kind == "primitive-type")
_URIS = frozenset({"uri", "url", "canonical", "oid", "uuid"})
_QUANTITIES = frozenset({"Age", "Count", "Distance", "Duration", "Money", "Quantity", "Range"})

KINDS: dict[str, frozenset[str]] = {
    "date": frozenset({"date", "dateTime", "instant", "Period", "Timing"}),
    "number": frozenset({"decimal", "integer", "positiveInt", "unsignedInt", "Range"}),
    "quantity": _QUANTITIES | {"SimpleQuantity", "MoneyQuantity"},
    "reference": _URIS | {"Reference"},
    "string": _PRIMITIVES | {"Address", "HumanName"},
    "token": _PRIMITIVES | {"CodeableConcept", "Coding", "ContactPoint", "Identifier"},
    "uri": _URIS,
}
"""The FHIR types that a search type can enter."""


def can_read(type_: str, kinds: frozenset[str]) -> bool:
    """Whether values of some types (none: not known) may be entered by a search type."""
    return not kinds or "Extension" in kinds or bool(kinds & KINDS[type_])


def readable(extract: "Extract", parameter: "Parameter") -> "Extract":
    """The same, without what the parameter's type cannot enter; nothing where it fails."""
    keep = _whole if parameter.components else _single

    def extract_readable(resource: dict[str, Any]) -> Typed:
        try:
            found = extract(resource)
        except FhirPathError:
            log.debug("search.unreadable", parameter=parameter.url)
            return []
        return keep(found, parameter)

    return extract_readable


def _single(found: Typed, parameter: "Parameter") -> Typed:
    return list(_of_kinds(found, KINDS[parameter.type]))


def _whole(found: Typed, parameter: "Parameter") -> Typed:
    """The elements of a composite that have something of each component."""
    kinds = [KINDS[component.parameter.type] for component in parameter.components]
    read = [[list(_of_kinds(v, k)) for v, k in zip(e, kinds, strict=True)] for e, _ in found]
    return [(values, "composite") for values in read if all(values)]


def _of_kinds(found: Typed, kinds: frozenset[str]) -> Iterator[tuple[Any, str]]:
    for value, kind in found:
        if kind in kinds:
            yield value, kind
        elif kind == "Extension":
            yield from _of_kinds(list(_values(value)), kinds)


def _values(extension: dict[str, Any]) -> Iterator[tuple[Any, str]]:
    """The value of an extension."""
    for json_key, value in extension.items():
        element = element_of("Extension", json_key)
        if element and element[0].name == "value":
            yield value, element[1]
