"""Facts of a contract that keeps all rules, from the worked case of each policy; changes."""

import copy
from dataclasses import fields, replace
from datetime import date
from functools import cache

from fhir_server.rules.model import Load, Signing
from fhir_server.service import contracts
from fhir_server.service.elements import extension_url, own_reference, reference, system
from fhir_server.service.policies import Terms
from profiles import cases

# The day of each case; its contracts are signed 200 days before, while amounts of the policy hold.
TODAY = {
    "shenzhen-2017": date(2017, 9, 1),
    "city-2017": date(2018, 5, 1),
    "national-2022": date(2026, 11, 22),
    "hainan-2024": date(2026, 11, 22),
}
POLICIES = tuple(sorted(TODAY))


@cache
def _case(policy):
    entries = cases.bundle(policy, TODAY[policy])["entry"]
    return {own_reference(e["resource"]): e["resource"] for e in entries}


def known(policy):
    """The resources of a case by `Type/id`; they are shared."""
    return _case(policy)


def of_type(resources, name):
    return {k: r for k, r in resources.items() if r["resourceType"] == name}


def gathered(contract, resources, policy):
    """The facts about a contract, as others gather them."""
    team = resources.get(contracts.team(contract))
    covered = [each.patient for each in contracts.covered(contract)]
    signers = [each.party for each in contracts.signers(contract)]
    participants = [reference(p["member"]) for p in (team or {}).get("participant", [])]
    items = of_type(resources, "ActivityDefinition").values()
    previous = resources.get(contracts.renews(contract))

    def found(references, prefix=""):
        chosen = (each for each in references if each.startswith(prefix))
        return {each: resources[each] for each in chosen if each in resources}

    return Signing(
        terms=Terms.of(policy, team=team),
        today=contracts.signed_on(contract),
        contract=contract,
        signed_on=contracts.signed_on(contract),
        period=contracts.applies(contract),
        step="renew" if previous else "sign",
        members=found(covered),
        household=resources.get(contracts.household(contract)),
        team=team,
        roles=found([*participants, *signers], "PractitionerRole/"),
        relatives=found(signers, "RelatedPerson/"),
        institution=resources.get(contracts.institution(contract)),
        packages=found(p.reference for p in contracts.packages(contract)),
        items={f"{item['url']}|{item['version']}": item for item in items},
        documents=found(contracts.documents(contract), "DocumentReference/"),
        held={},
        load={"resident": Load(0, len(covered)), "household": Load(0, 1)},
        insured=frozenset(covered),
        subsidised=frozenset(),
        previous=previous,
        main=resources.get(contracts.supplement_of(contract)),
    )


def own(facts):
    """The facts with resources that may be changed."""
    values = {f.name: getattr(facts, f.name) for f in fields(facts)}
    return replace(facts, **{n: copy.deepcopy(v) for n, v in values.items() if isinstance(v, dict)})


def signing(policy):
    """A signing that breaks no rule: of the household, or of the father."""
    return own(_signing(policy))


@cache
def _signing(policy):
    resources = known(policy)
    made = of_type(resources, "Contract").values()
    chosen = next(c for c in made if f"Patient/{policy}-father" in references(c["subject"]))
    return gathered(chosen, resources, policy)


def of_child(policy):
    """The contract of the child, whose guardian signs, where residents sign one by one."""
    resources = known(policy)
    return own(gathered(resources[f"Contract/{policy}-contract-child"], resources, policy))


def references(elements):
    return [each["reference"] for each in elements]


def changed(facts, change):
    """The facts with a change: named fields, or what is done to them."""
    if isinstance(change, dict):
        return replace(facts, **change)
    return change(facts) or facts


def extended(name, **value):
    return {"url": extension_url(name), **value}


def coded(name, code):
    return {"coding": [{"system": system(name), "code": code}]}
