"""Compartments: the resources that belong to a patient, an encounter, and so on.

Which they are is the business of the official definitions: for each type, the reference parameters
that make a resource a member.

Source: FHIR R4 compartmentdefinition.html, http.html 3.1.0.9.1 (searching a compartment).
"""

from collections.abc import Iterable

from conformance.definitions import compartments
from fhir_server.errors import NotFound

from .filters import LIVE, Filter, any_of, starting
from .links import reference_parameters, refers_to
from .parameters import Parameter

ITSELF = "{def}"


def types_in(compartment: str) -> tuple[str, ...]:
    """The types with members in the compartments of a type, sorted; NotFound when it has none."""
    known = compartments()
    if compartment not in known:
        raise NotFound(
            f"{compartment} has no compartment; there are compartments of {', '.join(known)}."
        )
    return tuple(sorted(t for t, codes in known[compartment].resources.items() if codes))


def membership(compartment: str, ids: Iterable[str] | None, type_: str) -> Filter:
    """What of a type is in the compartments of some resources (None: of any).

    NotFound when nothing of the type ever is.
    """
    if type_ not in types_in(compartment):
        raise NotFound(
            f"R4 puts no {type_} into the compartment of a {compartment}; "
            f"[base]/{compartment}/[id]/$everything may have it, or search {type_} itself."
        )
    listed = None if ids is None else list(ids)
    fragments: list[Filter] = []
    if ITSELF in compartments()[compartment].resources[type_]:
        fragments += [LIVE] if listed is None else [{"_id": id_} for id_ in listed]
    for parameter in leading(compartment, type_):
        fragments.append(referring(parameter, compartment, listed))
    return any_of(fragments)


def leading(compartment: str, type_: str) -> list[Parameter]:
    """The parameters by which resources of a type are members of compartments of another."""
    parameters = reference_parameters(type_, compartment)
    codes = compartments()[compartment].resources.get(type_, ())
    return [parameters[code] for code in codes if code in parameters]


def referring(parameter: Parameter, type_: str, ids: Iterable[str] | None) -> Filter:
    """What refers by a parameter to some resources of a type, or (None) to any of it."""
    if ids is None:
        return any_of(starting(f"{key}{type_}/") for key in parameter.keys)
    return refers_to(parameter, (f"{type_}/{id_}" for id_ in ids))
