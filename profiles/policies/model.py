"""What a policy may say: a section for each subject, a setting for each matter.

Shares are fractions of one, amounts are yuan. A setting without values is one the policy is silent
about: then nothing is checked.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, NewType, TypeVar

T = TypeVar("T")

Severity = Literal["error", "warning"]
Money = NewType("Money", Decimal)
Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """What a policy says on a matter, and where it says so.

    `requirement` are ids of requirements; `severity` is what a breach is, None for plain facts; an
    institution or team may set another value where it is `overridable`; `own` marks what no policy
    says: our default or our reading. It holds from `valid_from` to `valid_to`, both included.
    """

    value: T
    requirement: tuple[str, ...]
    severity: Severity | None = None
    overridable: bool = False
    own: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """The values of one matter over time, none where the policy is silent."""

    values: tuple[Value[T], ...] = ()

    def on(self, day: date) -> Value[T] | None:
        """What holds on a day; None when nothing is said about it."""
        return next((v for v in self.values if v.holds(day)), None)


@dataclass(frozen=True, slots=True)
class Contract:
    """Who may sign, with how many teams, on which papers, by when."""

    parties: Setting[tuple[Literal["resident", "household", "functional-community"], ...]] = (
        Setting()
    )
    one_team_per_resident: Setting[bool] = Setting()
    one_team_per_household: Setting[bool] = Setting()
    individual_doctor_may_sign: Setting[bool] = Setting()
    adult_age: Setting[int] = Setting()
    backdate_days_max: Setting[int] = Setting()
    payment_deadline_hours: Setting[int] = Setting()
    copies: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Term:
    """How long a contract runs, in years of the kind that `ends` says.

    `anniversary`: to the day before the corresponding day; `calendar-year`: to 31 December, the
    year of signing is the first; `next-calendar-year`: to 31 December of the year after signing.
    """

    starts: Setting[Literal["signing-date"]] = Setting()
    min_years: Setting[int] = Setting()
    max_years: Setting[int] = Setting()
    ends: Setting[Literal["anniversary", "calendar-year", "next-calendar-year"]] = Setting()
    corresponding_day_accepted: Setting[bool] = Setting()
    service_year: Setting[Literal["contract-year", "calendar-year"]] = Setting()
    renewal: Setting[Literal["same-term", "calendar-year"]] = Setting()
    annual_review: Setting[bool] = Setting()


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many units a team may have, counted once each; `set_per_team`: each team has a limit."""

    unit: Setting[Literal["resident", "household"]] = Setting()
    max_per_team: Setting[int] = Setting()
    set_per_team: Setting[bool] = Setting()


@dataclass(frozen=True, slots=True)
class Team:
    """Roles, as codes of the code system team-role."""

    required_roles: Setting[Codes] = Setting()
    optional_roles: Setting[Codes] = Setting()
    family_doctor_roles: Setting[Codes] = Setting()


@dataclass(frozen=True, slots=True)
class Institution:
    """Which institutions may provide the service."""

    government_run_must_be_primary: Setting[bool] = Setting()
    social_run_may_take_part: Setting[bool] = Setting()


@dataclass(frozen=True, slots=True)
class Ending:
    """Leaving, changing and what is paid back."""

    written_cancellation: Setting[bool] = Setting()
    choice_at_expiry: Setting[bool] = Setting()
    reassignment_days: Setting[int] = Setting()
    breach_both_sign: Setting[bool] = Setting()
    breach_refund: Setting[Literal["full", "none"]] = Setting()
    other_refund: Setting[Literal["full", "none"]] = Setting()
    proration: Setting[bool] = Setting()


@dataclass(frozen=True, slots=True)
class Packages:
    """The packages that may be signed, with what the policy says of some; kinds are codes."""

    kinds: Setting[Codes] = Setting()
    tailored_max: Setting[int] = Setting()
    free_part: Setting[Literal["public-health"]] = Setting()
    basic_price: Setting[Money] = Setting()
    treatment_discount_price_per_person: Setting[Money] = Setting()
    exam_reduction_per_visit: Setting[Money] = Setting()
    exam_reduction_per_person_year: Setting[Money] = Setting()
    health_management_price_per_household: Setting[Money] = Setting()
    health_management_exams_per_year: Setting[int] = Setting()
    health_management_exam_persons_max: Setting[int] = Setting()
    health_education_issues_per_year_min: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Fees:
    """Who pays, who may charge, what is paid out; payers are codes of payer-kind."""

    payers: Setting[Codes] = Setting()
    uninsured_share: Setting[Literal["resident"]] = Setting()
    rounding_remainder: Setting[Literal["resident", "local-fiscal"]] = Setting()
    fiscal_pays_resident_share: Setting[bool] = Setting()
    subsidy_per_insured_resident_year: Setting[Money] = Setting()
    government_run_may_charge_insured: Setting[bool] = Setting()
    social_run_may_charge: Setting[Literal["difference-after-subsidy"]] = Setting()
    social_run_must_announce_prices: Setting[bool] = Setting()
    labour_subsidy_per_household: Setting[Money] = Setting()
    labour_subsidy_rural_doctor: Setting[Money] = Setting()
    labour_subsidy_township_clinician: Setting[Money] = Setting()
    staff_share_over: Setting[Decimal] = Setting()


@dataclass(frozen=True, slots=True)
class Settlement:
    """Advantages of those who signed; reimbursement in percent."""

    outpatient_copay_waived: Setting[bool] = Setting()
    inpatient_percent: Setting[int] = Setting()
    inpatient_percent_contracted: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Referral:
    """The way up, level by level, and who looks at it; levels are codes of referral-level."""

    chain: Setting[Codes] = Setting()
    emergency_may_skip: Setting[bool] = Setting()
    green_channel_desk_at: Setting[str] = Setting()
    review_required: Setting[bool] = Setting()
    review_when: Setting[Literal["before-sending", "after-sending"]] = Setting()
    follow_up_required: Setting[bool] = Setting()
    follow_up_days: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Slots:
    """Shares of all specialist outpatient slots that a hospital releases, and how far ahead.

    A released slot that is free so many days before its day goes back to the hospital.
    """

    min_share: Setting[Decimal] = Setting()
    goal_share: Setting[Decimal] = Setting()
    release_days_ahead: Setting[int] = Setting()
    return_days_ahead: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Prescription:
    """The longest supply of a long prescription, in any of these units."""

    max_months: Setting[int] = Setting()
    max_weeks: Setting[int] = Setting()
    max_days: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Services:
    """What is to be done for those who signed."""

    specialist_visits_per_year_min: Setting[int] = Setting()
    seven_one: Setting[bool] = Setting()


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """Codes of key-population-group; those that come first."""

    groups: Setting[Codes] = Setting()
    first: Setting[Codes] = Setting()
    elderly_from_age: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Targets:
    """Coverage and satisfaction that are aimed at; growth in points a year."""

    coverage_growth_points_min: Setting[int] = Setting()
    coverage_growth_points_max: Setting[int] = Setting()
    coverage_growth_from_year: Setting[int] = Setting()
    coverage_all_by_2035: Setting[Decimal] = Setting()
    coverage_key_groups_by_2035: Setting[Decimal] = Setting()
    satisfaction_over_by_2035: Setting[Decimal] = Setting()


@dataclass(frozen=True, slots=True)
class Reports:
    """The names of the reports that are demanded; how small a cell is hidden in public."""

    monthly: Setting[str] = Setting()
    progress: Setting[str] = Setting()
    monitoring: Setting[str] = Setting()
    small_cells_below: Setting[int] = Setting()


@dataclass(frozen=True, slots=True)
class Policy:
    """A regional policy. What it is silent about is what the policy that it inherits says."""

    id: str
    title: str
    chinese: str
    source: str
    effective: date | None = None
    inherits: str = ""
    contract: Contract = Contract()
    term: Term = Term()
    capacity: Capacity = Capacity()
    team: Team = Team()
    institution: Institution = Institution()
    ending: Ending = Ending()
    packages: Packages = Packages()
    fees: Fees = Fees()
    settlement: Settlement = Settlement()
    referral: Referral = Referral()
    slots: Slots = Slots()
    prescription: Prescription = Prescription()
    services: Services = Services()
    key_groups: KeyGroups = KeyGroups()
    targets: Targets = Targets()
    reports: Reports = Reports()
