"""Which institutions may provide the service: primary level where run by the government.

Source: B5, B6, B7, B8 of the policies.
"""

from collections.abc import Iterator
from functools import cache

import profiles
from fhir_server.service.elements import (
    Json,
    code,
    extension_value,
    own_reference,
    system,
)

from .model import Breach, Signing

_PRIMARY_CLASSES = f"{profiles.CANONICAL}/ValueSet/primary-level-institution"


def run_by(institution: Json) -> str:
    """Who runs it: government, social, or "" where that is not known."""
    return str(extension_value(institution, "run-by", "valueCode") or "")


def is_primary(institution: Json) -> bool | None:
    """Whether it is of primary level, by class or as first-level hospital; None if unknown."""
    level = str(extension_value(institution, "institution-level", "valueCode") or "")
    classes = [c for t in institution.get("type", []) if (c := code(t, "ws218-institution-class"))]
    if level.startswith("level-1"):
        return True
    return any(each in _primary_classes() for each in classes) if classes else None


@cache
def _primary_classes() -> frozenset[str]:
    """The classes of WS 218 that the value set primary-level-institution includes."""
    concepts = profiles.load(system("ws218-institution-class"))["concept"]
    included: set[str] = set()
    for include in profiles.load(_PRIMARY_CLASSES)["compose"]["include"]:
        included |= {each["code"] for each in include.get("concept", [])}
        roots = {f["value"] for f in include.get("filter", [])}
        included |= {c for root in roots for c in _below(concepts, root, inside=False)}
    return frozenset(included)


def _below(concepts: list[Json], root: str, *, inside: bool) -> Iterator[str]:
    """A code with all codes under it."""
    for each in concepts:
        is_in = inside or each["code"] == root
        if is_in:
            yield each["code"]
        yield from _below(each.get("concept", []), root, inside=is_in)


def institution_kind(facts: Signing) -> Iterator[Breach]:
    """A government-run institution is of primary level where the policy says so."""
    must = facts.terms.policy.institution.government_run_must_be_primary.on(facts.signed_on)
    social = facts.terms.policy.institution.social_run_may_take_part.on(facts.signed_on)
    if facts.institution is None:
        return
    args, where = {"institution": own_reference(facts.institution)}, "Contract.term.offer.party"
    runner = run_by(facts.institution)
    if must and must.value and runner == "government" and is_primary(facts.institution) is False:
        yield Breach("institution-kind", args, must, where)
    if social and not social.value and runner == "social":
        yield Breach("institution-social", args, social, where)


def institution_active(facts: Signing) -> Iterator[Breach]:
    """An institution that left the service signs no contracts."""
    if facts.institution is not None and facts.institution.get("active") is False:
        args = {"institution": own_reference(facts.institution)}
        yield Breach("institution-inactive", args, expression="Contract.term.offer.party")
