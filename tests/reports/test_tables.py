"""$monthly-report and $progress-report: as MeasureReport, and as spreadsheets that open again."""

import io

import pytest
from openpyxl import load_workbook
from world import PERIOD

from conformance import json, validate
from conformance.issue import errors
from fhir_server.operations.reports.columns import ColumnsError, tables

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# Columns of March: codes of report-column.
MARCH = {
    "teams": 2, "permanent-residents": 7, "residents-contracted": 4, "households-contracted": 1,
    "key-residents": 4, "key-contracted": 3, "children": 1, "elderly": 2, "elderly-contracted": 1,
    "maternal": 1, "maternal-contracted": 1, "diabetes-managed": 1, "diabetes-contracted": 0,
    "contracts-new": 1, "contracts-renewed": 1, "contracts-ended": 0, "services-due": 1,
    "services-done": 1, "services-late": 1, "referrals-up": 1, "referrals-back": 0,
}  # fmt: skip


def rows(answer):
    """Lines of the only sheet; its data by heading, a dict for each row."""
    assert answer.headers["content-type"] == XLSX, answer.text
    sheet = load_workbook(io.BytesIO(answer.content)).active
    lines = list(sheet.iter_rows(values_only=True))
    return lines, [dict(zip(lines[2], line, strict=True)) for line in lines[3:]]


def test_columns_of_a_month(fhir):
    report = json.decode(fhir.get("Measure/$monthly-report?month=2026-03").content)
    groups = {g["code"]["coding"][0]["code"]: g["population"][0]["count"] for g in report["group"]}
    assert {code: groups[code] for code in MARCH} == MARCH
    assert report["period"] == {"start": "2026-03-01", "end": "2026-03-31"}
    assert errors(validate(report)) == []


def test_growth_stands_beside_the_columns(fhir):
    report = json.decode(fhir.get("Measure/$progress-report", params=PERIOD).content)
    (growth,) = report["contained"]
    assert [str(group["measureScore"]["value"]) for group in growth["group"]] == ["32.1", "55.0"]
    assert report["evaluatedResource"] == [{"reference": f"#{growth['id']}"}]
    assert errors(validate(report)) == []


@pytest.mark.parametrize(
    "asked", [{"params": {"month": "2026-03", "_format": "xlsx"}}, {"headers": {"accept": XLSX}}]
)
def test_a_month_as_spreadsheet(fhir, asked):
    asked = {"params": {"month": "2026-03"}} | asked
    lines, table = rows(fhir.get("Measure/$monthly-report", **asked))
    assert lines[0][0] == "家庭医生签约服务月报表"
    assert [row["填报单位"] for row in table] == ["合计", "centre", "station"]
    assert [row["签约居民数"] for row in table] == [4, 2, 2]
    assert [row["全人群签约率（%）"] for row in table] == [57.1, 100, 100]


def test_teams_of_an_institution_and_names_that_look_like_formulas(fhir):
    asked = {"month": "2026-03", "institution": "station", "_format": "xlsx"}
    _, table = rows(fhir.get("Measure/$monthly-report", params=asked))
    assert [row["填报单位"] for row in table] == ["合计", "=HYPERLINK(1)"]


def test_progress_against_the_points_that_the_policy_aims_at(fhir):
    _, table = rows(fhir.get("Measure/$progress-report", params=PERIOD | {"_format": "xlsx"}))
    assert table[0]["较上年同期提高（百分点）"] == 32.1
    assert table[0]["年度增幅是否达标"] == "超出（目标每年 1 至 3 个百分点）"
    assert table[0]["满意度（%）"] == 50


def test_an_indicator_line_by_line(fhir):
    url = "Measure/coverage-all/$evaluate-measure"
    lines, _ = rows(fhir.get(url, params=PERIOD | {"_format": "xlsx"}))
    assert ("全人群签约覆盖率", "990000002", "denominator", 2, 50) in lines


def test_columns_of_a_region(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[monthly-report]\ntitle = "本县月报"\ncolumns = [{ code = "teams" }]\n')
    table = tables(own)["monthly-report"]
    assert (table.title, [column.heading for column in table.columns]) == (
        "本县月报", ["已组建家庭医生团队数"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a]\ntitle = 1\ncolumns = []", "title"),
        ('[a]\ntitle = "x"\ncolumns = [{ title = "y" }]', "column 1 of a"),
        ('[a]\ntitle = "x"\ncolumns = [{ code = "y", colour = "red" }]', "colour"),
        ("[a", "own.toml"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(tmp_path, text, said):
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(ColumnsError, match=said):
        tables(own)


def test_what_else_is_asked_as_spreadsheet_is_not_acceptable(fhir):
    answer = fhir.get("Contract/$entitlement?patient=p1", headers={"accept": XLSX})
    assert answer.status_code == 406
