"""Every indicator over a world small enough to be computed by hand (`world.py`)."""

import pytest
from world import PERIOD

import profiles
from conformance import json, validate
from conformance.issue import errors

# Counts in the order of the Measure's populations, and the score.
EXPECTED = {
    "coverage-all": ([7, 4], "57.1"),
    "coverage-key": ([4, 3], "75.0"),
    "coverage-group": ([4, 3], "75.0"),
    "residents-contracted": ([4], None),
    "households-contracted": ([1], None),
    "paid-package-rate": ([4, 1], "25.0"),
    "renewal-rate": ([2, 1, 1], "100.0"),
    "team-load": ([10, 3], "30.0"),
    "performance-rate": ([4, 1, 1], "25.0"),  # and one late
    "service-count": ([2], None),
    "seven-one-completeness": ([4, 1], "25.0"),
    "follow-up-rate": ([1, 0], "0.0"),
    "specialist-follow-up-rate": ([1, 1], "100.0"),
    "long-prescription-coverage": ([2, 1], "50.0"),
    "first-contact-rate": ([2, 1], "50.0"),
    "contract-institution-visit-rate": ([6, 4], "66.7"),
    "contract-doctor-visit-rate": ([4, 3], "75.0"),
    "cost-control": ([8000, 10000], "125.0"),
    "referral-rate-up": ([4, 2], "50.0"),
    "referral-back-rate": ([1, 1], "100.0"),
    "referral-review-pass": ([2, 1], "50.0"),
    "slot-release-ratio": ([4, 1], "25.0"),
    "satisfaction": ([2, 1], "50.0"),
    "authenticity": ([1, 1], "100.0"),
    "staff-share": ([150, 120], "80.0"),
    "coverage-growth": ([7, 7], "32.1"),
    "key-group-share": ([4, 3], "75.0"),
    "monitored-household-coverage": ([1, 0], "0.0"),
    "elderly-graded-service": ([2, 1], "50.0"),
    "health-education-issues": ([1, 0], "0.0"),
    "exam-bed-release": ([2, 1], "50.0"),
    "subsidy-assessment": ([10, 3], "30.0"),
    "labour-subsidy": ([None], None),
    "monthly-report": ([2], None),  # its first column, the teams
    "progress-report": ([2], None),
}

STRATA = {
    "coverage-group": {
        "child-0-6": [1, 1], "diabetes": [1, 0], "elderly": [2, 1], "hypertension": [1, 1],
        "pregnant": [1, 1],
    },
    "coverage-all": {"990000001": [5, 3], "990000002": [2, 1]},
    "performance-rate": {
        "follow-up": [1, 0, 1], "health-education": [1, 0, 0], "hypertension-mgmt": [2, 1, 0],
    },
    "renewal-rate": {"第一团队": [1, 1, 0], "=HYPERLINK(1)": [1, 0, 1]},
}  # fmt: skip

# By team, institution, area, resident, doctor: contracted and all residents.
SCOPES = [
    ({"team": "CareTeam/t1"}, [2, 2]),
    ({"team": "t2"}, [2, 2]),
    ({"institution": "Organization/station"}, [2, 2]),
    ({"division": "990000001"}, [5, 3]),
    ({"division": "990000002000"}, [2, 1]),
    ({"subject": "Patient/p1"}, [1, 1]),
    ({"subject": "Patient/p5"}, [1, 0]),
    ({"subject": "Group/h1"}, [2, 2]),
    ({"practitioner": "PractitionerRole/gp"}, [2, 2]),
    ({"practitioner": "PractitionerRole/stranger"}, [0, 0]),
]


def evaluate(fhir, measure, **parameters):
    answer = fhir.get(f"Measure/{measure}/$evaluate-measure", params=PERIOD | parameters)
    assert answer.status_code == 200, answer.text
    return json.decode(answer.content)


def counts(part):
    return [population.get("count") for population in part["population"]]


def test_the_table_has_every_measure():
    assert {entry.url.rpartition("/")[2] for entry in profiles.entries("Measure")} == set(EXPECTED)


@pytest.mark.parametrize("measure", EXPECTED)
def test_counts_and_score(fhir, measure):
    report = evaluate(fhir, measure)
    group = report["group"][0]
    score = group.get("measureScore", {}).get("value")
    assert (counts(group), None if score is None else str(score)) == EXPECTED[measure]
    assert report["status"] == "complete"
    assert errors(validate(report)) == []


@pytest.mark.parametrize("measure", STRATA)
def test_strata(fhir, measure):
    strata = evaluate(fhir, measure)["group"][0]["stratifier"][0]["stratum"]
    assert {name(stratum["value"]): counts(stratum) for stratum in strata} == STRATA[measure]


def name(concept):
    return concept["coding"][0]["code"] if "coding" in concept else concept["text"]


@pytest.mark.parametrize(("parameters", "expected"), SCOPES)
def test_scopes(fhir, parameters, expected):
    report = evaluate(fhir, "coverage-all", **parameters)
    assert counts(report["group"][0]) == expected
    assert errors(validate(report)) == []


def test_growth_of_the_key_groups(fhir):
    assert str(evaluate(fhir, "coverage-growth")["group"][1]["measureScore"]["value"]) == "55.0"


def test_days_of_a_hospital_below_the_share(fhir):
    (stratifier,) = evaluate(fhir, "slot-release-ratio")["group"][0]["stratifier"]
    assert [s["value"]["text"] for s in stratifier["stratum"]] == ["hospital 2026-03-22"]


def test_what_is_not_held_is_said(fhir):
    report = evaluate(fhir, "labour-subsidy")
    (notes,) = report["contained"]
    assert "names no labour subsidy" in notes["issue"][0]["diagnostics"]
    absent = report["group"][0]["population"][0]["_count"]["extension"][0]
    assert absent["valueCode"] == "unknown"


def test_several_measures_are_one_bundle(fhir):
    named = [("measure", "coverage-all"), ("measure", "satisfaction")]
    answer = fhir.get("Measure/$evaluate-measure", params=[*PERIOD.items(), *named]).json()
    assert [e["resource"]["measure"].split("/")[-1] for e in answer["entry"]] == [
        "coverage-all|0.1.0", "satisfaction|0.1.0",
    ]  # fmt: skip


def test_a_list_by_name(fhir):
    report = evaluate(fhir, "coverage-all", reportType="subject-list")
    lists = {each["id"]: each for each in report["contained"]}
    numerator = report["group"][0]["population"][1]
    listed = lists[numerator["subjectResults"]["reference"].removeprefix("#")]
    assert [entry["item"]["reference"] for entry in listed["entry"]] == [
        "Patient/p1", "Patient/p2", "Patient/p3", "Patient/p8",
    ]  # fmt: skip
    assert errors(validate(report)) == []


def test_the_number_of_an_office_goes_before_the_count(fhir):
    division = {
        "coding": [
            {"system": f"{profiles.CANONICAL}/CodeSystem/gb-t-2260-division", "code": "990000002"}
        ]
    }
    group = {
        "resourceType": "Group", "id": "census", "type": "person", "actual": False, "quantity": 8,
        "code": {"coding": [{"system": f"{profiles.CANONICAL}/CodeSystem/denominator-kind",
                             "code": "permanent-residents"}]},
        "characteristic": [{"code": {"text": "division"}, "valueCodeableConcept": division,
                            "exclude": False, "period": {"start": "2026-01-01"}}],
    }  # fmt: skip
    fhir.put("Group/census", json=group).raise_for_status()
    report = evaluate(fhir, "coverage-all", division="990000002")
    fhir.delete("Group/census").raise_for_status()
    assert counts(report["group"][0]) == [8, 1]
    assert str(report["group"][0]["measureScore"]["value"]) == "12.5"
    assert report["evaluatedResource"] == [{"reference": "Group/census"}]
