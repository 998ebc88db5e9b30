"""Key population groups: which count in a region, who is in them by age, who comes first.

Source: H1, H2, H3, H5 of the policies.
"""

from datetime import date

from fhir_server.service import contracts
from fhir_server.service.elements import Json, code, day, extensions
from fhir_server.service.policies import Terms

from .terms import years_on

_CHRONIC = frozenset({"hypertension", "diabetes"})
_CHILD_UNDER = 7


def age_on(resident: Json, on: date) -> int | None:
    """Completed years on a day; None where the birth date is not known to the day."""
    born = day(resident.get("birthDate"))
    if born is None:
        return None
    years = on.year - born.year
    return years if years_on(born, years) <= on else years - 1


def groups(resident: Json) -> list[str]:
    """The groups that are recorded of a resident, codes of key-population-group."""
    found = (
        code(e.get("valueCodeableConcept"), "key-population-group")
        for e in extensions(resident, "key-population")
    )
    return [each for each in found if each]


def key_groups(terms: Terms, resident: Json, on: date) -> set[str]:
    """The key groups of the region that a resident is in on a day; groups by age are computed.

    Where a policy speaks of chronic patients, those with hypertension or diabetes are among them.
    """
    age, elderly = age_on(resident, on), terms.policy.key_groups.elderly_from_age.on(on)
    found = {*groups(resident)} - ({"elderly", "child-0-6"} if age is not None else set())
    if age is not None and elderly and age >= elderly.value:
        found.add("elderly")
    if age is not None and age < _CHILD_UNDER:
        found.add("child-0-6")
    if found & _CHRONIC:
        found.add("chronic-other")
    return found & regional(terms, on)


def regional(terms: Terms, on: date) -> frozenset[str]:
    """The key groups of the region: its list, or those with which it begins."""
    rules = terms.policy.key_groups
    named = rules.groups.on(on) or rules.first.on(on)
    return frozenset(named.value) if named else frozenset()


def queue_place(terms: Terms, application: Json, applied: str, on: date) -> tuple[bool, str]:
    """Where an application stands in the queue of its team: key groups first, then the earlier.

    `applied` is the instant of the application as FHIR writes it in UTC. Sort by the answer.
    """
    named = {*contracts.key_populations(application)}
    if named & _CHRONIC:
        named.add("chronic-other")
    return not named & regional(terms, on), applied
