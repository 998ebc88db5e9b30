"""How long contracts run, what they cost in each service year, what is paid back."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signings import coded, extended

from fhir_server.rules.groups import key_groups, queue_place
from fhir_server.rules.money import (
    Rate,
    Takers,
    fees,
    half_up,
    rate_of,
    reduction_of,
    refund_of,
    shares,
    subsidy_of,
)
from fhir_server.rules.slots import count, goal, is_enough
from fhir_server.rules.terms import period_of, renewal_of, service_years
from fhir_server.service.elements import Span
from fhir_server.service.policies import Terms
from profiles import read


def day(text):
    return date.fromisoformat(text)


def span(text):
    return Span(*map(day, text.split("/")))


FIRST = [
    # policy, signed on, years, start, period
    ("shenzhen-2017", "2017-09-20", None, None, "2017-09-20/2018-09-19"),
    ("shenzhen-2017", "2024-02-29", 1, None, "2024-02-29/2025-02-28"),
    ("shenzhen-2017", "2023-03-01", 1, None, "2023-03-01/2024-02-29"),
    ("city-2017", "2017-09-20", None, None, "2017-09-20/2018-12-31"),
    ("city-2017", "2017-01-01", None, None, "2017-01-01/2018-12-31"),
    ("city-2017", "2017-12-31", None, None, "2017-12-31/2018-12-31"),
    ("national-2022", "2026-05-06", 3, None, "2026-05-06/2029-05-05"),
    ("hainan-2024", "2026-05-06", None, None, "2026-05-06/2026-12-31"),
    ("hainan-2024", "2026-05-06", 3, None, "2026-05-06/2028-12-31"),
    ("hainan-2024", "2026-12-20", 1, "2027-01-01", "2027-01-01/2027-12-31"),
]


@pytest.mark.parametrize(("policy", "signed", "years", "start", "period"), FIRST)
def test_the_period_of_a_first_contract(policy, signed, years, start, period):
    made = period_of(Terms.of(policy), day(signed), years, start and day(start))
    assert made == span(period)


RENEWED = [
    # policy, signed on, the one before with its actual end, years, period
    ("shenzhen-2017", "2018-09-01", "2017-09-20/2018-09-19", None, "2018-09-20/2019-09-19"),
    ("shenzhen-2017", "2018-10-01", "2017-09-20/2018-09-19", None, "2018-10-01/2019-09-30"),
    ("shenzhen-2017", "2018-09-01", "2017-09-20/2018-09-20", None, "2018-09-21/2019-09-20"),
    ("city-2017", "2018-12-01", "2017-09-20/2018-12-31", None, "2019-01-01/2019-12-31"),
    ("city-2017", "2019-03-05", "2017-09-20/2018-12-31", None, "2019-03-05/2019-12-31"),
    ("hainan-2024", "2026-11-01", "2026-05-06/2026-12-31", 2, "2027-01-01/2028-12-31"),
    ("hainan-2024", "2027-02-03", "2026-05-06/2026-12-31", 1, "2027-02-03/2027-12-31"),
    ("national-2022", "2026-11-01", "2025-11-22/2026-11-21", 2, "2026-11-22/2028-11-21"),
]


@pytest.mark.parametrize(("policy", "signed", "before", "years", "period"), RENEWED)
def test_the_period_of_a_renewal(policy, signed, before, years, period):
    assert renewal_of(Terms.of(policy), day(signed), span(before), years) == span(period)


YEARS = [
    ("hainan-2024", "2026-05-06/2027-12-31", ["2026-05-06/2026-12-31", "2027-01-01/2027-12-31"]),
    ("city-2017", "2017-09-20/2018-12-31", ["2017-09-20/2018-12-31"]),
    ("national-2022", "2026-05-06/2028-05-05", ["2026-05-06/2027-05-05", "2027-05-06/2028-05-05"]),
    ("shenzhen-2017", "2017-09-20/2018-09-20", ["2017-09-20/2018-09-20"]),
]


@pytest.mark.parametrize(("policy", "period", "years"), YEARS)
def test_service_years(policy, period, years):
    assert service_years(Terms.of(policy), span(period)) == [span(each) for each in years]


def takers(count, insured, **more):
    names = [f"Patient/{n}" for n in range(count)]
    return Takers(residents=tuple(names), insured=frozenset(names[:insured]), **more)


def institution(run_by):
    return {"resourceType": "Organization", "extension": [extended("run-by", valueCode=run_by)]}


GOVERNMENT, SOCIAL = institution("government"), institution("social")
ZERO = frozenset({"Patient/0"})
HAINAN, YEAR_2026 = "PlanDefinition-hainan-basic-1.json", "2026-01-01/2026-12-31"
CLINIC, YEAR_2017 = "PlanDefinition-shenzhen-social-clinic-1.json", "2017-04-01/2018-03-31"
BASIC = "PlanDefinition-shenzhen-basic-1.json"
SHARES = [
    # policy, package, period, who takes it, who bears how much (yuan)
    (
        "hainan-2024",
        HAINAN,
        YEAR_2026,
        takers(2, 2),
        {"insurance-fund": 90, "public-health-fund": 70, "resident": 20},
    ),
    ("hainan-2024", HAINAN, YEAR_2026, takers(1, 0), {"public-health-fund": 35, "resident": 55}),
    (
        "hainan-2024",
        HAINAN,
        YEAR_2026,
        takers(2, 1),
        {"insurance-fund": 45, "public-health-fund": 70, "resident": 65},
    ),
    (
        "city-2017",
        "PlanDefinition-city-2017-treatment-discount-1.json",
        "2017-11-20/2018-12-31",
        takers(4, 4),
        {"resident": 40},
    ),
    (
        "city-2017",
        "PlanDefinition-city-2017-health-management-1.json",
        "2017-11-20/2018-12-31",
        takers(4, 0),
        {"resident": 300},
    ),
    (
        "city-2017",
        "PlanDefinition-city-2017-basic-1.json",
        "2017-11-20/2018-12-31",
        takers(3, 3),
        {},
    ),
    # While the subsidy is paid: nothing, the difference, or all.
    (
        "shenzhen-2017",
        BASIC,
        YEAR_2017,
        takers(1, 1, institution=GOVERNMENT),
        {"local-fiscal": 120},
    ),
    ("shenzhen-2017", BASIC, YEAR_2017, takers(1, 0, institution=GOVERNMENT), {"resident": 120}),
    (
        "shenzhen-2017",
        CLINIC,
        YEAR_2017,
        takers(1, 1, institution=SOCIAL),
        {"local-fiscal": 120, "resident": 80},
    ),
    (
        "shenzhen-2017",
        CLINIC,
        YEAR_2017,
        takers(1, 1, institution=GOVERNMENT),
        {"local-fiscal": 120},
    ),
    (
        "shenzhen-2017",
        CLINIC,
        YEAR_2017,
        takers(1, 1, institution=SOCIAL, subsidised=ZERO),
        {"resident": 200},
    ),
    ("shenzhen-2017", BASIC, YEAR_2017, takers(1, 1, institution=GOVERNMENT, subsidised=ZERO), {}),
]


@pytest.mark.parametrize(("policy", "package", "period", "who", "expected"), SHARES)
def test_who_bears_how_much(policy, package, period, who, expected):
    (made,) = fees(Terms.of(policy), read(package), who, span(period))
    assert made == (span(period), {payer: yuan * 100 for payer, yuan in expected.items()})


def test_local_fiscal_funds_bear_the_personal_share_of_supported_groups_where_they_do():
    who = takers(2, 2, supported=ZERO)
    own = Terms.of("hainan-2024", {"fees.fiscal_pays_resident_share": True})
    for terms, fiscal in ((own, 1000), (Terms.of("hainan-2024"), 0)):
        ((_, made),) = fees(terms, read(HAINAN), who, span(YEAR_2026))
        assert made.get("local-fiscal", 0) == fiscal
        assert sum(made.values()) == 18000


def test_fund_shares_of_one_price_for_several_are_rounded_and_the_rest_is_the_residents():
    package = household_package(100, {"insurance-fund": "33.33", "resident": "66.67"})
    ((_, made),) = fees(Terms.of("hainan-2024"), package, takers(2, 1), span(YEAR_2026))
    assert made == {"insurance-fund": 1667, "resident": 8333}  # 16.665 is rounded up
    assert half_up(3333, 1, 2) == 1667
    assert half_up(3332, 1, 2) == 1666


def household_package(price, shares):
    def part(amount):
        return {"url": "amount", "valueMoney": {"value": Decimal(amount), "currency": "CNY"}}

    unit = {"url": "unit", "valueCode": "household-year"}
    borne = (
        extended("fee-share", extension=[{"url": "payer", "valueCode": payer}, part(amount)])
        for payer, amount in shares.items()
    )
    return {"extension": [extended("price", extension=[part(price), unit]), *borne]}


def test_a_price_is_that_of_each_service_year():
    made = fees(Terms.of("hainan-2024"), read(HAINAN), takers(1, 1), span("2026-05-06/2028-12-31"))
    assert [(year.start.year, sum(borne.values())) for year, borne in made] == [
        (2026, 9000),
        (2027, 9000),
        (2028, 9000),
    ]


def test_a_negotiated_price_is_in_no_package():
    community = read("PlanDefinition-hainan-functional-community-1.json")
    assert rate_of(community) is None
    assert fees(Terms.of("hainan-2024"), community, takers(1, 1), span(YEAR_2026)) is None


@pytest.mark.parametrize(
    ("on", "amount"), [("2017-01-01", 12000), ("2017-12-31", 12000), ("2018-01-01", 0)]
)
def test_the_subsidy_is_of_one_year(on, amount):
    assert subsidy_of(Terms.of("shenzhen-2017"), day(on)) == amount


@pytest.mark.parametrize("policy", ["city-2017", "shenzhen-2017", "hainan-2024"])
def test_a_breach_pays_back_everything_and_another_end_nothing(policy):
    paid = {"resident": 8000, "insurance-fund": 12000, "local-fiscal": 0}
    terms, on = Terms.of(policy), day("2018-05-01")
    assert refund_of(terms, "provider-breach", paid, on) == (8000, {"insurance-fund": 12000})
    assert refund_of(terms, "moved", paid, on) == (0, {})


@pytest.mark.parametrize(
    ("charged", "before", "reduced"),
    [(3000, 0, 2500), (2000, 0, 2000), (3000, 28000, 2000), (3000, 30000, 0)],
)
def test_an_examination_is_reduced_up_to_the_bounds(charged, before, reduced):
    on = day("2018-05-01")
    assert reduction_of(Terms.of("city-2017"), charged, before, on) == reduced
    assert reduction_of(Terms.of("hainan-2024"), charged, before, on) == 0


def slot(released, status="free"):
    on = [extended("released-on", valueDate=released)] if released else []
    return {"resourceType": "Slot", "status": status, "extension": on}


@pytest.mark.parametrize(
    ("released", "total", "enough"),
    [("2026-05-31", 10, True), ("2026-06-01", 10, False), ("2026-05-31", 11, False)],
)
def test_a_fifth_of_the_slots_is_released_fourteen_days_ahead(released, total, enough):
    terms, on = Terms.of("hainan-2024"), day("2026-06-14")
    slots = [slot(released)] * 2 + [slot("", "busy-unavailable")] * (total - 2)
    counted = count(terms, [*slots, slot(released, "entered-in-error")], on)
    assert counted.total == total
    assert is_enough(terms, counted, on) is enough
    assert is_enough(Terms.of("shenzhen-2017"), counted, on)


def test_three_tenths_are_a_goal_from_the_end_of_2025_on():
    terms = Terms.of("hainan-2024")
    assert (goal(terms, day("2025-12-30")), goal(terms, day("2025-12-31"))) == (
        None,
        Decimal("0.3"),
    )


def test_what_an_institution_sets_itself_counts_where_the_policy_lets_it():
    own = {"slots.min_share": Decimal("0.4"), "term.max_years": 5}
    on, policy = day("2026-06-14"), Terms.of("hainan-2024", own).policy
    assert policy.slots.min_share.on(on).value == Decimal("0.4")
    assert policy.term.max_years.on(on).value == 3


AGED = [
    # policy, recorded groups, born, key groups on 1 June 2026
    ("hainan-2024", [], "1961-06-01", {"elderly"}),
    ("hainan-2024", ["elderly"], "1961-06-02", set()),
    ("hainan-2024", ["elderly"], "1960", {"elderly"}),
    ("hainan-2024", [], "2019-06-02", {"child-0-6"}),
    ("hainan-2024", ["hepatitis-b", "poverty-monitored"], "1990-01-01", {"hepatitis-b"}),
    ("national-2022", ["hepatitis-b"], "1990-01-01", set()),
    ("shenzhen-2017", ["diabetes"], "1990-01-01", {"chronic-other"}),
    ("city-2017", ["tuberculosis"], "2020-01-01", {"child-0-6"}),
]


def recorded(codes):
    system = "key-population-group"
    return [extended("key-population", valueCodeableConcept=coded(system, c)) for c in codes]


@pytest.mark.parametrize(("policy", "groups", "born", "expected"), AGED)
def test_key_groups_of_a_region(policy, groups, born, expected):
    resident = {"resourceType": "Patient", "birthDate": born, "extension": recorded(groups)}
    assert key_groups(Terms.of(policy), resident, day("2026-06-01")) == expected


def test_applications_of_key_groups_come_first_and_then_the_earlier():
    terms, on = Terms.of("shenzhen-2017"), day("2017-06-01")
    asked = [("a", [], "2017-05-01"), ("b", ["diabetes"], "2017-05-03"), ("c", [], "2017-04-01")]
    places = {n: queue_place(terms, {"extension": recorded(g)}, t, on) for n, g, t in asked}
    assert sorted(places, key=places.__getitem__) == ["b", "c", "a"]


POLICIES = ("city-2017", "hainan-2024", "national-2022", "shenzhen-2017")
DAYS = st.dates(date(2017, 1, 1), date(2030, 12, 31))


@given(
    policy=st.sampled_from(POLICIES), signed=DAYS, years=st.integers(1, 3), gap=st.integers(-90, 90)
)
def test_service_years_fill_a_period_and_a_renewal_never_overlaps(policy, signed, years, gap):
    terms = Terms.of(policy)
    first = period_of(terms, signed, years)
    renewed = renewal_of(terms, first.end + timedelta(days=gap), first, years)
    assert first.start <= first.end < renewed.start <= renewed.end
    for period in (first, renewed):
        parts = service_years(terms, period)
        assert (parts[0].start, parts[-1].end) == period
        assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(parts))


AMOUNTS = st.integers(0, 100_000)


@given(
    policy=st.sampled_from(POLICIES),
    unit=st.sampled_from(["person-year", "household-year"]),
    borne=st.fixed_dictionaries(
        {"insurance-fund": AMOUNTS, "public-health-fund": AMOUNTS, "resident": AMOUNTS}
    ),
    count=st.integers(1, 7),
    data=st.data(),
)
def test_shares_are_whole_fen_add_up_to_the_price_and_are_never_negative(
    policy, unit, borne, count, data
):
    who = takers(count, data.draw(st.integers(0, count)), supported=ZERO)
    rate = Rate(unit, sum(borne.values()), borne)
    made = shares(Terms.of(policy), rate, who, date(2026, 1, 1))
    assert sum(made.values()) == rate.fen * (count if unit == "person-year" else 1)
    assert all(amount > 0 for amount in made.values())
    assert made.get("insurance-fund", 0) <= borne["insurance-fund"] * count
