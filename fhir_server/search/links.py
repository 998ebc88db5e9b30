"""References as a graph: which parameters lead from one type to another, and where they lead to.

A canonical reference is followed by its URL. Chains go through a reference to one version to the
current one, as searches are about what is current; what is included is the version that is named.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from conformance.definitions import resource_types
from fhir_server.errors import NotSupported

from .catalogue import derived
from .context import Place
from .filters import Filter, any_of, equal
from .parameters import Parameter, parameters
from .types import SEARCH_TYPES
from .types.reference import BY_URL, ID, LOGICAL, VERSIONED

Json = dict[str, Any]


@derived
def reference_parameters(resource_type: str, target: str = "") -> dict[str, Parameter]:
    """The reference parameters of a type by code, those that may point to `target`."""
    return {
        p.code: p
        for p in parameters(resource_type).values()
        if p.type == "reference" and (not target or target in p.targets)
    }


def reference_parameter(resource_type: str, code: str, target: str = "") -> Parameter:
    """The one of this code; NotSupported lists those there are."""
    possible = reference_parameters(resource_type, target)
    if code in possible:
        return possible[code]
    what = f"reference to {target}" if target else "reference parameter"
    listed = ", ".join(possible) or "none"
    raise NotSupported(f"{resource_type} has no {what} named {code[:64]!r}; it has {listed}")


def is_canonical(parameter: Parameter, target: str) -> bool:
    """Whether its references may name a URL that something of the type `target` has."""
    return bool(parameter.kinds & BY_URL) and "url" in parameters(target)


def refers_to(parameter: Parameter, references: Iterable[str]) -> Filter:
    """What refers to any of some resources (`Type/id`) or canonical URLs by a parameter."""
    return any_of(equal(key + reference) for reference in references for key in parameter.keys)


def references_in(resource: Json, parameter: Parameter, place: Place) -> Iterator[str]:
    """The references a resource makes by a parameter, as entered: `Type/id`, or a canonical URL."""
    if parameter.json_keys is not None and parameter.json_keys.isdisjoint(resource):
        return
    for value, kind in parameter.extract(resource):
        indexed = value and SEARCH_TYPES["reference"].index(value, kind, parameter, place)
        if indexed and not indexed[0][0].startswith(LOGICAL):
            yield indexed[0][0]


def target_of(reference: str) -> tuple[str, str, str] | None:
    """Type, id and version ("": the current) of a reference to this server, None for any other."""
    literal, _, version = reference.partition(VERSIONED)
    type_, _, id_ = literal.partition("/")
    return (type_, id_, version) if type_ in resource_types() and ID.fullmatch(id_) else None
