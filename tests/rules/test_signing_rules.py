"""What refuses a signing: a breach of each rule under each policy that has it, by data."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from signings import (
    POLICIES,
    changed,
    coded,
    extended,
    gathered,
    known,
    of_child,
    of_type,
    signing,
)

import profiles
from fhir_server.rules import findings
from fhir_server.rules.model import Held, Load
from fhir_server.rules.terms import period_of
from fhir_server.service import contracts
from fhir_server.service.elements import Span, extension_url
from fhir_server.service.policies import Terms
from profiles.policies.model import Institution, Setting, Value

DAY = timedelta(days=1)


def found(facts):
    """Rules with severities, each once."""
    return dict.fromkeys(
        (i.rule.removeprefix("rule-"), i.severity) for i in findings(facts, "transition")
    )


def years_later(facts, years, more=0):
    start = facts.period.start
    return replace(facts, period=Span(start, start.replace(year=start.year + years) + more * DAY))


def to(day):
    return lambda facts: replace(facts, period=Span(facts.period.start, day))


def earlier(facts):
    return replace(facts, period=Span(facts.period.start - DAY, facts.period.end))


def later(facts):
    start = facts.signed_on + 30 * DAY
    return replace(facts, period=period_of(facts.terms, facts.signed_on, None, start))


def party(role):
    def change(facts):
        for term in facts.contract["term"]:
            term["offer"]["party"][0]["role"] = coded("contract-party", role)

    return change


def dead(facts):
    resident = next(iter(facts.members.values()))
    resident["deceasedDateTime"] = (facts.signed_on - DAY).isoformat()


def dying(facts):
    """Somebody died during the contract."""
    next(iter(facts.members.values()))["deceasedDateTime"] = facts.period.end.replace(
        day=1
    ).isoformat()


def young(facts):
    for resident in facts.members.values():
        resident["birthDate"] = (facts.signed_on - 365 * 17 * DAY).isoformat()


def stranger(facts):
    facts.contract["subject"].append({"reference": "Patient/stranger"})


def without_members(facts):
    facts.contract["subject"] = [s for s in facts.contract["subject"] if "Group" in s["reference"]]


def lone_copy(facts):
    facts.contract["legal"] = facts.contract["legal"][:1]


def team_inactive(facts):
    facts.team["status"] = "inactive"


def team_over(facts):
    facts.team["period"] = {"start": "2000-01-01", "end": (facts.signed_on - DAY).isoformat()}


def without(role):
    def change(facts):
        left = [p for p in facts.team["participant"] if p["role"][0]["coding"][0]["code"] != role]
        facts.team["participant"] = left

    return change


def role_ended(role):
    """A member who fills a role no longer works on the day of signing."""

    def change(facts):
        who = (r for k, r in facts.roles.items() if k.endswith(f"-{role}-role"))
        next(who, {})["period"] = {"end": (facts.signed_on - DAY).isoformat()}

    return change


def doctor(facts):
    who = next(s.party for s in contracts.signers(facts.contract) if s.role == "family-doctor")
    return facts.roles[who]


def registration(status):
    def change(facts):
        given = [extended("registration-status", valueCode=status)] if status else []
        doctor(facts)["extension"] = given

    return change


def junior(facts):
    doctor(facts)["code"][1] = coded("title-level", "junior")


def nurse_signs(facts):
    doctor(facts)["code"] = [coded("team-role", "community-nurse")]


def outsider_signs(facts):
    signer = next(s for s in facts.contract["signer"] if s["type"]["code"] == "family-doctor")
    signer["party"] = {"reference": "PractitionerRole/outsider"}


def alone(facts):
    return replace(facts, team=doctor(facts))


def hospital(run_by, level="level-3-a"):
    def change(facts):
        facts.institution["extension"] = [
            extended("run-by", valueCode=run_by),
            extended("institution-level", valueCode=level),
        ]
        facts.institution["type"] = [coded("ws218-institution-class", "A100")]

    return change


def held(holder, days=0):
    def change(facts):
        who = holder.format(facts.members and next(iter(facts.members)))
        span = Span(facts.period.start - 400 * DAY, facts.period.start + days * DAY)
        name = contracts.household(facts.contract) if who == "household" else who
        return replace(facts, held={name: (Held("Contract/other", "CareTeam/other", span),)})

    return change


def load(unit, used, added=1):
    return {"load": {unit: Load(used, added)}}


def limit(unit, most):
    """The team has set its own limit."""

    def change(facts):
        parts = [{"url": "unit", "valueCode": unit}, {"url": "max", "valuePositiveInt": most}]
        team = facts.team | {"extension": [extended("team-capacity", extension=parts)]}
        terms = Terms.of(facts.terms.policy.id, team=team)
        return replace(facts, team=team, terms=terms, load={unit: Load(most, 1)})

    return change


def unlimited(facts):
    return replace(facts, terms=Terms.of(facts.terms.policy.id))


def today(days, channel="paper"):
    def change(facts):
        facts.contract["extension"] = [
            *facts.contract["extension"][:1],
            extended(
                "signing-channel", valueCodeableConcept=coded("contract-signing-channel", channel)
            ),
        ]
        return replace(facts, today=facts.signed_on + days * DAY)

    return change


def closed(reason=""):
    def change(facts):
        last = facts.signed_on + DAY
        return replace(facts, today=last, closed=last, reason=reason)

    return change


def package(change_of):
    """A change to the first package."""

    def change(facts):
        change_of(next(iter(facts.packages.values())), facts)

    return change


def retired(plan, facts):
    plan["status"] = "retired"
    plan["effectivePeriod"]["end"] = (facts.signed_on - DAY).isoformat()


def adding(facts):
    """An amendment adds all packages."""
    return replace(facts, step="amend", added=frozenset(facts.packages))


def draft(plan, facts):
    plan["status"] = "draft"


def tailored_without_basic(plan, facts):
    plan["topic"] = [coded("package-kind", "tailored")]
    plan["relatedArtifact"] = []


def other_basic(facts):
    """A second basic package beside the first."""
    term, plan = facts.contract["term"][0], next(iter(facts.packages.values()))
    facts.contract["term"].append(
        term | {"offer": term["offer"] | {"topic": {"reference": "PlanDefinition/2"}}}
    )
    return replace(facts, packages={**facts.packages, "PlanDefinition/2": plan | {"url": "urn:2"}})


def two_tailored(facts):
    term = facts.contract["term"][-1]
    topic = {"reference": "PlanDefinition/2"}
    facts.contract["term"].append(term | {"offer": term["offer"] | {"topic": topic}})
    plan = facts.packages[term["offer"]["topic"]["reference"]]
    return replace(facts, packages={**facts.packages, "PlanDefinition/2": plan})


def healthy(facts):
    """The grandmother, who takes the tailored package, has none of its diseases."""
    for resident in facts.members.values():
        resident["extension"] = []


def asset(change_of):
    """A change to the first year of the first package: its price, its shares."""

    def change(facts):
        change_of(facts.contract["term"][0]["asset"][0], facts)

    return change


def priced(price, **shares):
    """A price in yuan, with the shares of the payers."""

    def change_of(year, facts):
        year["extension"] = [extended("agreed-price", valueMoney={"value": Decimal(price)})]
        year["valuedItem"] = [
            {
                "extension": [extended("payer-kind", valueCode=payer.replace("_", "-"))],
                "net": {"value": Decimal(amount)},
            }
            for payer, amount in shares.items()
        ]

    return asset(change_of)


def social(facts):
    facts.institution["extension"] = [extended("run-by", valueCode="social")]


def both(*changes):
    def change(facts):
        for each in changes:
            facts = changed(facts, each)
        return facts

    return change


def announced(price, resident):
    """A social-run institution announces a price of which the subsidy bears 120 yuan."""

    def change_of(plan, facts):
        shares = {"local-fiscal": 120, "resident": price - 120}
        plan["extension"] = [
            extended(
                "price", extension=[_amount(price), {"url": "unit", "valueCode": "person-year"}]
            ),
            *(
                extended("fee-share", extension=[{"url": "payer", "valueCode": p}, _amount(a)])
                for p, a in shares.items()
            ),
        ]

    return both(
        social, package(change_of), priced(120 + resident, local_fiscal=120, resident=resident)
    )


def _amount(value):
    return {"url": "amount", "valueMoney": {"value": Decimal(value), "currency": "CNY"}}


def public_health(plan, facts):
    """The package has nothing but public health services."""
    nature = coded("service-nature", "basic-public-health")
    free = {url for url, item in facts.items.items() if nature["coding"][0] in codings(item)}
    plan["action"] = [a for a in plan["action"] if a["definitionCanonical"] in free]


def codings(item):
    coding = [c for topic in item.get("topic", []) for c in topic["coding"]]
    return [{"system": c["system"], "code": c["code"]} for c in coding]


def disabled(facts):
    group = coded("key-population-group", "disabled")
    facts.contract["extension"].append(extended("key-population", valueCodeableConcept=group))


def government_only(facts):
    """A region that lets no social-run institution take part."""
    institution = Institution(social_run_may_take_part=Setting((Value(False, ("B7",), "error"),)))
    policy = replace(facts.terms.policy, institution=institution)
    return replace(facts, terms=Terms(policy))


def negotiated(plan, facts):
    plan["extension"] = []


def supplement(state="active", days=0):
    """The contract supplements another one, which ends so many days before it."""

    def change(facts):
        facts.contract["type"] = coded("contract-kind", "supplement")
        end = (facts.period.end - days * DAY).isoformat()
        main = facts.contract | {"applies": facts.contract["applies"] | {"end": end}}
        return replace(facts, main=contracts.with_state(main, state))

    return change


ALL = POLICIES

# What breaks which rule: the rule, the policies where it is an error, those where it is a warning,
# and the change to facts that keep all rules. Under every other policy nothing is found of it.
BREACHES = [
    ("parties", ("shenzhen-2017",), (), party("household")),
    ("parties", ("city-2017",), (), party("resident")),
    ("parties", ("shenzhen-2017", "city-2017"), (), party("functional-community")),
    ("members", ("city-2017", "hainan-2024"), (), stranger),
    ("members", ALL, (), without_members),
    ("resident-alive", ALL, (), dead),
    ("resident-alive", ALL, (), dying),
    ("signers", ALL, (), young),
    ("household-register", ("city-2017", "hainan-2024"), (), {"documents": {}}),
    ("copies", (), ("city-2017",), lone_copy),
    ("supplement", ALL, (), supplement("terminated")),
    ("supplement", ALL, (), supplement(days=1)),
    ("team-active", ALL, (), team_inactive),
    ("team-active", ALL, (), team_over),
    ("team-roles", ("shenzhen-2017",), ("hainan-2024",), without("community-nurse")),
    ("team-roles", ("shenzhen-2017",), ("hainan-2024",), without("gp")),
    ("team-roles", ("city-2017",), (), without("rural-doctor")),
    ("team-roles", (), ("hainan-2024",), without("public-health-physician")),
    ("team-roles", ("city-2017",), (), role_ended("rural-doctor")),
    ("team-roles", ("city-2017",), (), junior),
    ("team-roles", ("shenzhen-2017", "city-2017"), (), alone),
    ("family-doctor-roles", ALL, (), registration("disqualified")),
    ("family-doctor-roles", ALL, (), registration("suspended")),
    ("family-doctor-roles", ("hainan-2024",), (), registration("")),
    ("family-doctor-roles", ("hainan-2024",), (), nurse_signs),
    ("family-doctor-roles", ALL, (), outsider_signs),
    ("institution-kind", ("shenzhen-2017",), (), hospital("government")),
    ("institution-kind", ALL, (), both(social, government_only)),
    ("institution-active", ALL, (), lambda facts: facts.institution.update(active=False)),
    ("one-team-per-resident", ALL, (), held("{}")),
    ("one-team-per-household", (), ("city-2017",), held("household")),
    # The teams of the other two have set themselves 2,000.
    ("capacity", ("shenzhen-2017", "national-2022", "hainan-2024"), (), load("resident", 2000)),
    ("capacity", (), ("city-2017",), load("household", 500)),
    (
        "capacity",
        ("shenzhen-2017", "national-2022", "hainan-2024", "city-2017"),
        (),
        limit("resident", 7),
    ),
    ("capacity-set", (), ("hainan-2024",), unlimited),
    (
        "term",
        ("city-2017", "national-2022", "hainan-2024"),
        ("shenzhen-2017",),
        lambda f: to(f.period.start + 60 * DAY)(f),
    ),
    ("term", ALL, (), earlier),
    ("term", ("shenzhen-2017", "city-2017"), (), later),
    ("term", ("city-2017", "hainan-2024"), ("shenzhen-2017",), lambda f: years_later(f, 2)),
    (
        "term",
        ("city-2017", "national-2022", "hainan-2024"),
        ("shenzhen-2017",),
        lambda f: years_later(f, 4),
    ),
    ("backdating", ALL, (), today(-1)),
    ("backdating", ALL, (), today(31)),
    ("backdating", ALL, (), today(1, "wechat")),
    ("backdating", ALL, (), closed()),
    ("package-active", ALL, (), package(retired)),
    ("package-active", ALL, (), package(draft)),
    ("package-active", ALL, (), both(package(draft), adding)),
    ("package-contains-basic", ALL, (), package(tailored_without_basic)),
    ("package-count", ALL, (), other_basic),
    ("package-count", (), ("hainan-2024",), two_tailored),
    ("package-eligibility", (), ("hainan-2024",), healthy),
    ("basic-package-free", ("city-2017",), (), priced(5, resident=5)),
    (
        "basic-package-free",
        ("shenzhen-2017", "city-2017"),
        (),
        both(package(public_health), priced(5, resident=5)),
    ),
    ("shares", ALL, (), priced(100, resident=99)),
    ("payers", (), ("national-2022",), priced(60, local_fiscal=60)),
    ("yearly-charge", ALL, (), priced(1000, resident=1000)),
    ("uninsured-share", ("national-2022", "hainan-2024"), (), {"insured": frozenset()}),
    (
        "fiscal-share",
        (),
        ("city-2017", "national-2022", "hainan-2024"),
        priced(60, local_fiscal=60),
    ),
    (
        "fiscal-share",
        (),
        ("city-2017", "national-2022", "hainan-2024"),
        both(disabled, priced(60, local_fiscal=60)),
    ),
    ("subsidy", ("shenzhen-2017",), (), lambda f: replace(f, subsidised=frozenset(f.members))),
    ("who-may-charge", ("shenzhen-2017",), (), priced(120, resident=120)),
    ("who-may-charge", ("shenzhen-2017",), (), announced(200, 81)),
    ("announced-price", ("shenzhen-2017",), (), both(social, package(negotiated))),
]


@pytest.mark.parametrize("policy", POLICIES)
def test_the_case_of_a_policy_breaks_none_of_its_rules(policy):
    resources = known(policy)
    for contract in of_type(resources, "Contract").values():
        assert findings(gathered(contract, resources, policy), "transition") == []


@pytest.mark.parametrize(
    ("rule", "errors", "warnings", "change"),
    BREACHES,
    ids=[f"{n}-{b[0]}" for n, b in enumerate(BREACHES)],
)
def test_a_breach_is_found_by_the_policies_that_have_the_rule(rule, errors, warnings, change):
    severities = dict.fromkeys(errors, "error") | dict.fromkeys(warnings, "warning")
    said = {}
    for policy in POLICIES:
        severity = {s for name, s in found(changed(signing(policy), change)) if name == rule}
        said |= {policy: severity.pop()} if severity else {}
    assert said == severities


# What looks like a breach and is none.
KEPT = [
    ("signers", ("shenzhen-2017", "national-2022"), lambda f: of_child(f.terms.policy.id)),
    ("family-doctor-roles", ("shenzhen-2017", "city-2017", "national-2022"), registration("")),
    ("resident-alive", ALL, both(dying, {"step": "amend"})),
    ("supplement", ALL, supplement()),
    ("institution-kind", ALL, hospital("social")),
    ("institution-kind", ALL, hospital("government", "level-1-a")),
    ("one-team-per-resident", ALL, held("{}", days=-1)),
    ("capacity", ALL, load("resident", 3000, 0)),
    ("capacity", ALL, both(load("resident", 3000), {"step": "renew"})),
    ("capacity", ("shenzhen-2017",), load("resident", 1999)),
    ("term", ("shenzhen-2017", "national-2022"), lambda f: years_later(f, 1)),  # corresponding day
    ("backdating", ALL, today(30)),
    ("backdating", ALL, closed("found in a drawer")),
    ("backdating", ALL, both(today(300), {"step": "amend"})),
    ("backdating", ALL, both(today(1, "wechat"), {"step": "confirm"})),
    ("package-active", ALL, both(package(retired), {"step": "amend"})),
    ("team-roles", ALL, both(without("gp"), {"step": "amend"})),
    ("team-active", ALL, both(team_inactive, {"step": "confirm"})),
    ("who-may-charge", ("shenzhen-2017",), announced(200, 80)),
    ("announced-price", ("shenzhen-2017",), package(negotiated)),
]


@pytest.mark.parametrize(
    ("rule", "policies", "change"), KEPT, ids=[f"{n}-{k[0]}" for n, k in enumerate(KEPT)]
)
def test_what_keeps_a_rule_is_not_found(rule, policies, change):
    for policy in policies:
        assert rule not in {name for name, _ in found(changed(signing(policy), change))}, policy


@pytest.mark.parametrize("policy", POLICIES)
def test_what_was_not_gathered_is_not_judged(policy):
    facts = signing(policy)
    names = ("members", "household", "team", "roles", "relatives", "institution", "packages")
    names += ("items", "documents", "held", "load", "insured", "subsidised")
    assert findings(replace(facts, **dict.fromkeys(names)), "transition") == []


def test_what_a_system_of_record_says_is_warned_of_only():
    facts = replace(changed(signing("shenzhen-2017"), dead), record=True)
    assert found(facts) == {("resident-alive", "warning"): None}


def test_a_finding_names_the_numbers_the_policy_and_the_requirement_in_both_languages():
    (issue,) = findings(replace(signing("shenzhen-2017"), **load("resident", 2000)), "transition")
    assert (issue.code, issue.severity, issue.rule) == ("business-rule", "error", "rule-capacity")
    assert issue.expression == "Contract.term.action.performer"
    assert issue.diagnostics == (
        "The team holds 2,000 of 2,000 residents; the contract adds 1. "
        "(Shenzhen family-doctor service measures (2017 figures), C6)"
    )
    assert issue.chinese == (
        "团队已签约 2000／2000（单位：居民），本协议新增 1。"
        "（深圳市家庭医生服务管理办法（2017 年数据），C6）"
    )


def test_a_renewal_starts_the_day_after_the_end_of_the_one_before():
    facts = signing("national-2022")
    before = facts.contract | {"applies": {"start": "2025-01-01", "end": "2026-05-05"}}
    renewal = replace(facts, previous=before, step="renew")
    assert facts.period.start == date(2026, 5, 6)
    assert found(renewal) == {}
    late = before | {"applies": {"start": "2025-01-01", "end": "2026-05-06"}}
    assert ("term", "error") in found(replace(renewal, previous=late))


# Examples of profiles that show something else than a contract of the policy they are judged by.
ASIDE = {
    # Their teams and doctors are those of later years.
    "example-contract-2017-government": {"team-active", "team-roles", "family-doctor-roles"},
    "example-contract-2017-social": {"team-roles"},
    # Their papers are left out.
    "example-contract-breach": {"household-register"},
    "example-contract-household-basic": {"household-register"},
}
ELSEWHERE = {
    "example-contract-2017-government": "shenzhen-2017",
    "example-contract-2017-social": "shenzhen-2017",
    "example-contract-breach": "city-2017",
    "example-contract-household": "city-2017",
    "example-contract-household-basic": "city-2017",
    "example-contract-resident": "shenzhen-2017",
    "example-contract-supplement": "city-2017",
    "example-contract-switch": "shenzhen-2017",
}


def examples():
    definitions = (p.name for p in profiles.GENERATED.glob("*Definition-*.json"))
    packages = (profiles.read(n) for n in definitions if n.startswith(("Plan", "Activity")))
    return {f"{r['resourceType']}/{r['id']}": r for r in (*profiles.examples(), *packages)}


EXAMPLES = [r for r in examples().values() if contracts.is_ours(r) and contracts.applies(r)]


@pytest.mark.parametrize("contract", EXAMPLES, ids=lambda c: c["id"])
def test_examples_of_the_profiles_keep_the_rules(contract):
    policy = ELSEWHERE.get(contract["id"], "hainan-2024")
    facts = replace(gathered(contract, examples(), policy), insured=None)
    errors = {name for name, severity in found(facts) if severity == "error"}
    assert errors == ASIDE.get(contract["id"], set())


def test_another_contract_is_none_of_ours():
    ours = signing("hainan-2024").contract
    assert contracts.is_ours(ours)
    assert not contracts.is_ours(
        ours | {"meta": {"profile": [extension_url("fd-agreement-template")]}}
    )
    assert not contracts.is_ours(ours | {"meta": {}})
