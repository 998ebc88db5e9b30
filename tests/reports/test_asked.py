"""What $evaluate-measure refuses, and how much of a period it reports."""

import pytest
from world import PERIOD

REFUSED = [
    ({"periodStart": None}, 400, "periodStart"),
    ({"periodStart": "2026-02-30"}, 400, "periodStart is a date"),
    ({"periodStart": "2026-03-02", "periodEnd": "2026-03-01"}, 400, "before it begins"),
    ({"periodStart": "2026-04-01", "periodEnd": "2026-04-30"}, 400, "still to come"),
    ({"reportType": "all"}, 400, "reportType"),
    ({"reportType": "subject"}, 400, "needs subject"),
    ({"subject": "Device/1"}, 400, "subject refers to"),
    ({"subject": "Patient/nobody"}, 404, "does not exist"),
    ({"team": "Organization/centre"}, 400, "team refers to a CareTeam"),
    ({"team": "t9"}, 404, "CareTeam/t9"),
    ({"division": "99000"}, 400, "division"),
    ({"publicView": "yes"}, 400, "publicView"),
    ({"publicView": "true", "reportType": "subject-list"}, 400, "names nobody"),
    ({"measure": "coverage-all"}, 400, "measure"),
    ({"colour": "red"}, 400, "colour"),
]


@pytest.mark.parametrize(("asked", "status", "said"), REFUSED)
def test_refused(fhir, asked, status, said):
    given = {name: value for name, value in (PERIOD | asked).items() if value is not None}
    answer = fhir.get("Measure/coverage-all/$evaluate-measure", params=given)
    assert answer.status_code == status, answer.text
    assert said in answer.json()["issue"][0]["diagnostics"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("Measure/$monthly-report?month=2026-04", "still to come"),
        ("Measure/$monthly-report?month=2026", "month"),
        ("Measure/$monthly-report", "month"),
        ("Measure/$progress-report?periodStart=2026-01-01", "periodEnd"),
        ("Measure/$evaluate-measure?periodStart=2026&periodEnd=2026", "measure"),
    ],
)
def test_reports_refused(fhir, url, said):
    answer = fhir.get(url)
    assert answer.status_code == 400
    assert said in answer.json()["issue"][0]["diagnostics"]


def test_a_period_that_has_not_ended_is_reported_up_to_today(fhir):
    asked = {"periodStart": "2026", "periodEnd": "2026"}
    report = fhir.get("Measure/coverage-all/$evaluate-measure", params=asked).json()
    assert report["status"] == "pending"
    assert report["period"] == {"start": "2026-01-01", "end": "2026-03-31"}


def test_there_is_no_such_measure(fhir):
    assert fhir.get("Measure/none/$evaluate-measure", params=PERIOD).status_code == 404


def region(expression):
    """A Measure of a region's own."""

    def population(code, named):
        system = "http://terminology.hl7.org/CodeSystem/measure-population"
        return {
            "code": {"coding": [{"system": system, "code": code}]},
            "criteria": {"language": "text/cql", "expression": named},
        }

    return {
        "resourceType": "Measure", "id": "own", "url": "https://example.org/Measure/own",
        "version": "2", "status": "active",
        "group": [{"population": [population("denominator", "ContractedResidents"),
                                  population("numerator", expression)]}],
    }  # fmt: skip


def test_a_measure_of_a_region(fhir):
    fhir.put("Measure/own", json=region("ContractedElderly")).raise_for_status()
    asked = PERIOD | {"measure": "https://example.org/Measure/own"}
    report = fhir.get("Measure/$evaluate-measure", params=asked).json()
    assert report["measure"] == "https://example.org/Measure/own|2"
    assert [p["count"] for p in report["group"][0]["population"]] == [4, 1]


def test_an_expression_that_is_not_computed_is_named(fhir):
    fhir.put("Measure/own", json=region("Whoever")).raise_for_status()
    answer = fhir.get("Measure/own/$evaluate-measure", params=PERIOD)
    assert answer.status_code == 422
    assert "'Whoever'" in answer.json()["issue"][0]["diagnostics"]
