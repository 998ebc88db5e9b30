"""The demo data: the case of Hainan with its neighbours, stored once."""

import re
import time
from datetime import date

import httpx

from fhir_server.demo import bundle

DAY = date(2026, 11, 22)


def test_holds_the_service_from_team_to_referral_and_a_neighbourhood():
    kinds = [entry["resource"]["resourceType"] for entry in bundle(DAY)["entry"]]
    assert set(kinds) >= {
        "Organization", "Location", "Practitioner", "PractitionerRole", "CareTeam", "Patient",
        "RelatedPerson", "Group", "PlanDefinition", "ActivityDefinition", "Contract",
        "EpisodeOfCare", "CarePlan", "Task", "Encounter", "Observation", "Condition",
        "QuestionnaireResponse", "ServiceRequest", "Coverage", "ChargeItem", "Invoice",
        "MeasureReport",
    }  # fmt: skip
    assert kinds.count("Patient") >= 200
    assert kinds.count("Contract") > 80


def test_ids_say_that_it_is_the_demo():
    urls = [entry["request"]["url"] for entry in bundle(DAY)["entry"]]
    named = r"[A-Z]\w+/demo-[a-z0-9-]+|ActivityDefinition/item-[a-z0-9-]+"
    assert [url for url in urls if not re.fullmatch(named, url)] == []
    assert len(set(urls)) == len(urls)


def test_several_workers_store_it_once(serve, mongodb_uri):
    flags = ("--demo", "--workers", "2", "--mongodb-uri", mongodb_uri)
    for _ in range(2):  # the second start finds it there
        with serve(*flags, FHIR_MONGODB_DATABASE="demo_once") as (base, _):
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                history = httpx.get(f"{base}/Contract/demo-contract/_history", timeout=60)
                if history.status_code == 200:
                    break
            assert history.json()["total"] == 1
