"""The regional policies: what they say, from when, in whose words; what is wrong with one."""

import re
from datetime import date
from decimal import Decimal

import pytest
import yaml
from profile_cases import definitions

from profiles import policies
from profiles.policies import PolicyError
from profiles.policies.reading import read
from profiles.requirements import requirements

NAMES = ("city-2017", "hainan-2024", "national-2022", "shenzhen-2017")
DAY = date(2024, 5, 1)


def value(name, path, day=DAY):
    section, _, matter = path.partition(".")
    return getattr(getattr(policies.load(name), section), matter).on(day)


def rows():
    """Every value of every policy, with its place."""
    for name in NAMES:
        policy = policies.load(name)
        for section in policy.__dataclass_fields__:
            part = getattr(policy, section)
            for matter in getattr(part, "__dataclass_fields__", ()):
                for row in getattr(part, matter).values:
                    yield f"{name}: {section}.{matter}", row


def test_the_policies():
    assert tuple(policies.names()) == NAMES


def test_every_value_names_requirements_and_money_its_days():
    assert [place for place, row in rows() if not row.requirement] == []
    assert {r for _, row in rows() for r in row.requirement} <= requirements().keys()
    amounts = re.compile(r"_price(_|$)|_reduction_per_|subsidy_")
    assert [p for p, row in rows() if amounts.search(p) and not row.valid_from] == []


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("shenzhen-2017", "capacity.max_per_team", 2000),
        ("shenzhen-2017", "term.max_years", 1),
        ("city-2017", "capacity.unit", "household"),
        ("city-2017", "referral.chain", ("village", "township", "secondary")),
        ("national-2022", "term.max_years", 3),
        ("hainan-2024", "fees.staff_share_over", Decimal("0.7")),
        ("hainan-2024", "term.ends", "calendar-year"),
    ],
)
def test_what_policies_say(name, path, expected):
    assert value(name, path).value == expected


def test_where_a_policy_is_silent_its_parent_speaks_or_nobody():
    assert value("hainan-2024", "contract.payment_deadline_hours").value == 72
    assert value("national-2022", "reports.small_cells_below").own
    assert value("city-2017", "contract.one_team_per_resident").severity == "error"
    assert value("city-2017", "contract.one_team_per_household").severity == "warning"
    assert value("national-2022", "capacity.max_per_team") is None
    assert value("shenzhen-2017", "fees.staff_share_over") is None


def test_a_value_holds_on_its_days_both_included():
    subsidy = policies.load("shenzhen-2017").fees.subsidy_per_insured_resident_year
    days = (date(2016, 12, 31), date(2017, 1, 1), date(2017, 12, 31), date(2018, 1, 1))
    assert [bool(subsidy.on(day)) for day in days] == [False, True, True, False]
    assert subsidy.on(days[1]).value == Decimal(120)
    goal = policies.load("hainan-2024").slots.goal_share
    assert goal.on(date(2025, 12, 30)) is None
    assert goal.on(date(2025, 12, 31)).severity == "warning"


CODES = {
    "team.required_roles": "team-role",
    "team.optional_roles": "team-role",
    "team.family_doctor_roles": "team-role",
    "packages.kinds": "package-kind",
    "fees.payers": "payer-kind",
    "referral.chain": "referral-level",
    "key_groups.groups": "key-population-group",
    "key_groups.first": "key-population-group",
}


@pytest.mark.parametrize(("path", "system"), CODES.items())
def test_codes_are_those_of_the_code_systems(path, system):
    code_system = definitions()[f"CodeSystem-{system}"]
    known = {concept["code"] for concept in code_system["concept"]}
    used = {code for name in NAMES if (row := value(name, path)) for code in row.value}
    assert used <= known


HEADER = 'title = "T"\nchinese = "题"\nsource = "S"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "title is missing"),
        (HEADER + "term = 1", "term: it is no table"),
        (HEADER + "[terms]", "terms: there is no such key"),
        (HEADER + "[term]\nmaximum = 1", "term.maximum: there is no such key"),
        (HEADER + "[term]\nmax_years = 1", "term.max_years: it is no table"),
        (HEADER + "[term]\nmax_years = {value = 1}", "term.max_years: requirement is missing"),
        (
            HEADER + '[term]\nmax_years = {value = 1, requirement = "Z9"}',
            "term.max_years.requirement: 'Z9' is no list of requirements",
        ),
        (
            HEADER + '[term]\nmax_years = {value = true, requirement = "D8"}',
            "term.max_years.value: expected a whole number, found True",
        ),
        (
            HEADER + '[term]\nends = {value = "never", requirement = "D8"}',
            "term.ends.value: expected one of anniversary, calendar-year, next-calendar-year",
        ),
        (
            HEADER + '[term]\nmax_years = {value = 1, requirement = "D8", severity = "bad"}',
            "term.max_years.severity: expected one of error, warning, found 'bad'",
        ),
        (
            HEADER + '[packages]\nbasic_price = {value = 0, requirement = "E3"}',
            "packages.basic_price: an amount of money needs valid_from",
        ),
        (
            HEADER + '[key_groups]\ngroups = {value = "elderly", requirement = "H1"}',
            "key_groups.groups.value: expected a list, found 'elderly'",
        ),
        (
            HEADER + '[[term.max_years]]\nvalue = 1\nrequirement = "D8"\n'
            '[[term.max_years]]\nvalue = 2\nrequirement = "D8"',
            "term.max_years: its values do not hold one after the other",
        ),
        (HEADER + 'inherits = "bad"', "inherits: 'bad' inherits from this policy"),
        (HEADER + "[term", "Expected ']'"),
    ],
)
def test_what_is_wrong_with_a_policy_is_said_with_file_and_key(text, words, tmp_path):
    file = tmp_path / "bad.toml"
    file.write_text(text)
    with pytest.raises(PolicyError) as error:
        read(file)
    assert str(error.value).startswith("bad.toml: ")
    assert words in str(error.value)


def test_a_policy_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(PolicyError, match=r"'atlantis'.*city-2017, hainan-2024"):
        policies.load("atlantis")
    with pytest.raises(PolicyError, match="defaults"):
        policies.load("defaults")


def leaves(table, path=()):
    """The values of a nested table with their paths; lists are values."""
    for key, held in table.items():
        if isinstance(held, dict):
            yield from leaves(held, (*path, key))
        else:
            yield ".".join((*path, key)), held


def test_nothing_that_was_read_in_the_policies_is_lost(shared, request):
    """`policy_sources.yaml` says where each value went, and which one a decision replaced."""
    found = yaml.safe_load((shared / "domain" / "codes" / "region-rules.json").read_text())
    went = yaml.safe_load(request.path.with_name("policy_sources.yaml").read_text())
    assert found["profiles"].keys() == went["values"].keys()
    for name, table in found["profiles"].items():
        every = {k: v for k, v in leaves(table) if k not in went["notes"]}
        read_there = {k: v for k, v in every.items() if not k.endswith("req")}
        cited = {r for k in every.keys() - read_there.keys() for r in every[k].split(",")}
        assert cited <= {r for place, row in rows() if name in place for r in row.requirement}
        assert read_there.keys() == went["values"][name].keys(), name
        for key, given in read_there.items():
            goal = went["values"][name][key]
            if isinstance(goal, dict):  # replaced: the reason, and what stands there now
                path, expected = goal["key"], goal["now"]
                assert goal["why"]
            else:
                path, expected = goal, given
            assert shown(value_said(name, path)) == plain(expected), (name, key)


def value_said(name, path):
    """What a policy itself says at a path such as `term.max_years.severity`."""
    section, matter, part = (*path.split("."), "value")[:3]
    days = (DAY, date(2017, 6, 1), date(2026, 1, 1))
    rows = [getattr(getattr(policies.load(name), section), matter).on(day) for day in days]
    row = next((r for r in rows if r), None)
    return None if row is None else getattr(row, part)


def shown(held):
    return plain(list(held) if isinstance(held, tuple) else held)


def plain(held):
    return float(held) if isinstance(held, int | float | Decimal) and held is not True else held
