"""The worked cases of the policies, loaded as they are and reported."""

import uuid
from datetime import date

import httpx
import pytest

from conformance import json, validate
from conformance.issue import errors
from profiles import cases

TODAY = date(2026, 11, 22)
JSON = {"content-type": "application/fhir+json"}


@pytest.fixture(scope="module")
def bundles():
    """The cases by policy."""
    return {policy: cases.bundle(policy, TODAY) for policy in cases.names()}


@pytest.fixture(scope="module")
def all_cases(serve, mongodb_uri, bundles):
    """A client of a server with all cases; its own policy is that of the city."""
    name = f"cases_{uuid.uuid4().hex[:10]}"
    variables = {"FHIR_MONGODB_DATABASE": name, "FHIR_POLICY": "city-2017"}
    with (
        serve("--mongodb-uri", mongodb_uri, FHIR_TODAY=str(TODAY), **variables) as (base, _),
        httpx.Client(base_url=base, timeout=60) as client,
    ):
        for bundle in bundles.values():
            client.post("", content=json.encode(bundle), headers=JSON).raise_for_status()
        yield client


@pytest.mark.parametrize("policy", cases.names())
def test_the_monthly_report_of_a_case_is_what_the_server_counts(all_cases, bundles, policy):
    resources = [entry["resource"] for entry in bundles[policy]["entry"]]
    (own,) = [each for each in resources if each["resourceType"] == "MeasureReport"]
    asked = {"month": own["period"]["start"][:7], "team": f"{policy}-team"}
    report = json.decode(all_cases.get("Measure/$monthly-report", params=asked).content)
    counted = columns(report)
    assert {code: counted[code] for code in columns(own)} == columns(own)
    assert report["reporter"]["reference"] == own["reporter"]["reference"]
    assert errors(validate(report)) == []


def columns(report):
    return {g["code"]["coding"][0]["code"]: g["population"][0]["count"] for g in report["group"]}


def test_what_the_packages_of_the_city_leave(all_cases):
    answer = all_cases.get("Contract/$entitlement?patient=city-2017-grandmother").json()
    given = {each["name"]: each for each in answer["parameter"]}
    assert given["covered"]["valueBoolean"] is True
    parts = [
        {part["name"]: next(v for k, v in part.items() if k != "name") for part in each["part"]}
        for each in answer["parameter"]
        if each["name"] in ("discount", "preference")
    ]
    assert {"item": "physical-exam", "times": 1} in parts
    assert {"outpatientFeeWaived": True, "inpatientPercent": 88} in parts
