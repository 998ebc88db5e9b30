"""Search by date: https://hl7.org/fhir/R4/search.html#date. A date is a period of its precision."""

from conformance.checks import expect
from conformance.checks.check import subject
from conformance.checks.client import Client
from conformance.says import Text

check = subject(Text("Search by date", "按日期查询"), "Patient.create", "Patient?birthdate")


@check(
    "date-equal",
    "REQ-DATE",
    "A month finds the days in it",
    "按月查询可返回该月内的日期",
)
async def equal(fhir: Client) -> None:
    await _with_birth_dates(fhir)
    await expect.finds(fhir, "Patient?birthdate=2000-05", "may")
    await expect.finds(fhir, "Patient?birthdate=2000-05-15", "may")


@check(
    "date-after",
    "REQ-DATE-PREFIX",
    "ge and gt find later dates, at the border as they say",
    "ge、gt 查询更晚的日期，边界按定义处理",
)
async def after(fhir: Client) -> None:
    await _with_birth_dates(fhir)
    await expect.finds(fhir, "Patient?birthdate=ge2000-05-15", "may", "december")
    await expect.finds(fhir, "Patient?birthdate=gt2000-05-15", "december")


@check(
    "date-before",
    "REQ-DATE-PREFIX",
    "le and lt find earlier dates, at the border as they say",
    "le、lt 查询更早的日期，边界按定义处理",
)
async def before(fhir: Client) -> None:
    await _with_birth_dates(fhir)
    await expect.finds(fhir, "Patient?birthdate=le2000-05-15", "march", "may")
    await expect.finds(fhir, "Patient?birthdate=lt2000-05-15", "march")


@check(
    "date-not-equal",
    "REQ-DATE-PREFIX",
    "ne finds all other dates",
    "ne 查询其他所有日期",
)
async def not_equal(fhir: Client) -> None:
    await _with_birth_dates(fhir)
    query = "Patient?birthdate=ne2000-05-15"
    await expect.finds(fhir, query, "march", "december", may_refuse=True)


@check(
    "date-range",
    "REQ-DATE-PREFIX",
    "Two dates in one search make a range",
    "一次查询中的两个日期构成范围",
)
async def between(fhir: Client) -> None:
    await _with_birth_dates(fhir)
    await expect.finds(fhir, "Patient?birthdate=ge2000-04-01&birthdate=le2000-06-30", "may")


@check(
    "date-time-zone",
    "REQ-DATE",
    "Times are compared as moments, whatever their zone",
    "时间按时刻比较，与时区写法无关",
    "Observation.create",
    "Observation?date",
)
async def time_zone(fhir: Client) -> None:
    await fhir.given(
        "Observation",
        beijing={"effectiveDateTime": "2020-06-01T08:00:00+08:00"},
        london={"effectiveDateTime": "2020-06-01T08:00:00Z"},
    )
    await expect.finds(fhir, "Observation?date=2020-06-01T00:00:00Z", "beijing")
    await expect.finds(fhir, "Observation?date=gt2020-06-01T07:00:00Z", "london")


@check(
    "date-period",
    "REQ-DATE-PREFIX",
    "sa and eb find periods that begin after or end before",
    "sa、eb 查询在其后开始或在其前结束的时段",
    "Observation.create",
    "Observation?date",
)
async def period(fhir: Client) -> None:
    await fhir.given(
        "Observation",
        spring={"effectivePeriod": {"start": "2020-03-01", "end": "2020-05-31"}},
        year={"effectivePeriod": {"start": "2020-01-01", "end": "2020-12-31"}},
        autumn={"effectivePeriod": {"start": "2020-09-01", "end": "2020-11-30"}},
    )
    await expect.finds(fhir, "Observation?date=sa2020-07-01", "autumn", may_refuse=True)
    await expect.finds(fhir, "Observation?date=eb2020-07-01", "spring", may_refuse=True)


@check(
    "date-invalid",
    "REQ-SEARCH-VALUE",
    "A date that is none is refused",
    "不是日期的值会被拒绝",
)
async def invalid(fhir: Client) -> None:
    expect.explained(
        await fhir.get("Patient?birthdate=yesterday", prefer="handling=strict"), 400, 422
    )


async def _with_birth_dates(fhir: Client) -> None:
    await fhir.given(
        "Patient",
        march={"birthDate": "2000-03-31"},
        may={"birthDate": "2000-05-15"},
        december={"birthDate": "2000-12-01"},
        unknown={},
    )
