"""What may be signed for: packages in force, one basic one, for those whom they are meant for.

Source: E1, E2, E3, D12, D13 of the policies; whom a package is for: D3, H1, H2, H3.
"""

from collections.abc import Iterator
from datetime import date

from fhir_server.service import contracts
from fhir_server.service.contracts import Package
from fhir_server.service.elements import (
    Json,
    code,
    extension_value,
    extensions,
    fen,
    holds,
    part,
)

from .groups import age_on, groups
from .messages import Code, Yuan
from .model import Breach, Signing

_TOPIC = "Contract.term[{}].offer.topic"


def kind_of(package: Json) -> str:
    """The kind of a PlanDefinition, a code of package-kind."""
    return next((c for t in package.get("topic", []) if (c := code(t, "package-kind"))), "")


def contained(package: Json) -> set[str]:
    """URLs of the basic packages that a package contains, without their versions."""
    return {
        str(artifact.get("resource", "")).partition("|")[0]
        for artifact in package.get("relatedArtifact", [])
        if artifact.get("type") == "depends-on"
    }


def _signed(facts: Signing) -> Iterator[tuple[str, Package, Json]]:
    """The packages with the place that cites them, those whose PlanDefinition was gathered.

    A supplement has none that rules judge: it agrees special needs, often a single item.
    """
    if contracts.is_supplement(facts.contract):
        return
    for n, each in enumerate(contracts.packages(facts.contract)):
        if plan := (facts.packages or {}).get(each.reference):
            yield _TOPIC.format(n), each, plan


def package_count(facts: Signing) -> Iterator[Breach]:
    """One basic package, itself or within others, and no more tailored ones than allowed."""
    if facts.packages is None or contracts.is_supplement(facts.contract):
        return
    signed = list(_signed(facts))
    if len(signed) < len(contracts.packages(facts.contract)):
        return
    basic = {p["url"] for _, _, p in signed if kind_of(p) == "basic"}
    basic |= {url for _, _, p in signed for url in contained(p)}
    if not basic:
        yield Breach("package-no-basic", {}, expression="Contract.term")
    if len(basic) > 1:
        args = {"count": len(basic), "packages": sorted(basic)}
        yield Breach("package-basics", args, expression="Contract.term")
    most = facts.terms.policy.packages.tailored_max.on(facts.signed_on)
    tailored = [p.kind for _, p, _ in signed if p.kind == "tailored"]
    if most and len(tailored) > most.value:
        args = {"count": len(tailored), "most": most.value}
        yield Breach("package-tailored", args, most, "Contract.term")


def package_contains_basic(facts: Signing) -> Iterator[Breach]:
    """Every package but a basic one contains a basic one."""
    for where, _, plan in _signed(facts):
        if kind_of(plan) != "basic" and not contained(plan):
            yield Breach("package-without-basic", {"package": _title(plan)}, expression=where)


def package_active(facts: Signing) -> Iterator[Breach]:
    """A package is signed in a version that is active on its day, and as its kind.

    Packages that are added later have their own day, today; those that stay are not judged again.
    """
    is_later = facts.step in ("amend", "confirm")
    day = facts.today if is_later else facts.signed_on
    for where, signed, plan in _signed(facts):
        if is_later and signed.reference not in facts.added:
            continue
        if not _is_open(plan, day):
            args = {"package": _title(plan), "day": day}
            yield Breach("package-inactive", args, expression=where)
        if signed.kind != kind_of(plan):
            args = {"package": _title(plan), "kind": Code("package-kind", kind_of(plan))}
            args |= {"given": Code("package-kind", signed.kind)}
            yield Breach("package-kind", args, expression=where)


def _is_open(plan: Json, on: date) -> bool:
    """Whether it can be signed for on a day; one retired since could, to the end of its period."""
    period = plan.get("effectivePeriod", {})
    was_active = plan.get("status") == "active" or (
        plan.get("status") == "retired" and "end" in period
    )
    return was_active and holds(period, on)


def package_eligibility(facts: Signing) -> Iterator[Breach]:
    """Who takes a package is one of those whom it is for."""
    for where, signed, plan in _signed(facts):
        for patient in signed.takers:
            resident = (facts.members or {}).get(patient)
            is_insured = None if facts.insured is None else patient in facts.insured
            if resident and not is_for(plan, resident, facts.signed_on, is_insured):
                args = {"package": _title(plan), "member": patient}
                yield Breach("package-not-for", args, None, where, "warning")


def is_for(definition: Json, resident: Json, on: date, is_insured: bool | None) -> bool:
    """Whether a package or item is for a resident: one of its eligibilities holds, or it has none.

    What is not known of the resident does not exclude; kinds of functional community are left out.
    """
    alternatives = list(extensions(definition, "eligibility"))
    return not alternatives or any(
        _eligible(each, resident, on, is_insured) for each in alternatives
    )


def _eligible(alternative: Json, resident: Json, on: date, is_insured: bool | None) -> bool:
    parts = alternative.get("extension", [])
    named = {
        code(p.get("valueCodeableConcept"), "key-population-group")
        for p in parts
        if p.get("url") == "keyGroup"
    }
    wanted, age = part(alternative, "insured", "valueBoolean"), age_on(resident, on)
    span, has = part(alternative, "age", "valueRange") or {}, set(groups(resident))
    is_of_age = age is None or (
        span.get("low", {}).get("value", age) <= age <= span.get("high", {}).get("value", age)
    )
    is_known = wanted is None or is_insured is None or wanted == is_insured
    return (not named or bool(named & has)) and is_of_age and is_known


def basic_package_free(facts: Signing) -> Iterator[Breach]:
    """The basic package costs what the policy says; public health services cost nothing."""
    for price in contracts.prices(facts.contract):
        plan = (facts.packages or {}).get(price.package)
        day = price.year.start if price.year else facts.signed_on
        rules = facts.terms.policy.packages
        due, free = rules.basic_price.on(day), rules.free_part.on(day)
        if plan is None:
            continue
        args = {"package": _title(plan), "price": Yuan(price.fen)}
        if due and kind_of(plan) == "basic" and price.fen != (most := fen({"value": due.value})):
            yield Breach("basic-price", args | {"due": Yuan(most)}, due, "Contract.term.asset")
        if free and price.fen and _is_public_health(facts, plan):
            yield Breach("public-health-free", args, free, "Contract.term.asset")


def _is_public_health(facts: Signing, plan: Json) -> bool:
    """Whether all items of a package are public health services; not while one is unknown."""
    cited = [str(action.get("definitionCanonical", "")) for action in plan.get("action", [])]
    items = [(facts.items or {}).get(url) for url in cited]
    return bool(items) and all(item and _nature(item) == "basic-public-health" for item in items)


def _nature(item: Json) -> str:
    return next((c for t in item.get("topic", []) if (c := code(t, "service-nature"))), "")


def _title(plan: Json) -> str:
    return str(plan.get("title") or plan.get("id", ""))


def charged_each_time(package: Json, item: str) -> bool:
    """Whether an item (`url|version`) of a package is charged each time, not with the package."""
    cited = (a for a in package.get("action", []) if a.get("definitionCanonical") == item)
    return any(extension_value(a, "item-charging", "valueCode") == "per-service" for a in cited)
