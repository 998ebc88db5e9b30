"""Definitions that a resource is judged by: only those that are well-formed themselves."""

from conformance.validator.invariants import SPOILS
from conformance.validator.scope import Hints, Scope

from .fault import Json


def definition(type_name: str, canonical: str, scope: Scope) -> Json | None:
    """The resource of a canonical URL, of the Bundle or the library; None where it is malformed."""
    found = scope.defined(type_name, canonical)
    return found if found is not None and _is_sound(found, scope) else None


def _is_sound(resource: Json, scope: Scope) -> bool:
    from conformance.validator.shape import resource_faults  # noqa: PLC0415  # it calls the rules

    key = id(resource)
    if key not in scope.sound:
        own = Scope(resource, judging=False, hints=Hints(0), whole=False)
        scope.sound[key] = not any(f.rule in SPOILS for f in resource_faults(resource, own))
    return scope.sound[key]
