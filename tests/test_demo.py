"""The demo data: whole, consistent, plainly invented, and right on any day."""

import re
import time
from datetime import date

import httpx
import pytest

from conformance import json
from conformance.validator import check
from fhir_server.demo import bundle

LEAP_DAY, ORDINARY_DAY = date(2028, 2, 29), date(2026, 11, 22)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resources(today=ORDINARY_DAY):
    return [entry["resource"] for entry in bundle(today)["entry"]]


def of_type(name, today=ORDINARY_DAY):
    return [r for r in resources(today) if r["resourceType"] == name]


def strings_under(key, value):
    """Every string that a property `key` holds, at any depth."""
    if isinstance(value, list):
        return [s for item in value for s in strings_under(key, item)]
    if not isinstance(value, dict):
        return []
    here = [value[key]] if isinstance(value.get(key), str) else []
    return here + [s for item in value.values() for s in strings_under(key, item)]


@pytest.mark.parametrize("today", [ORDINARY_DAY, LEAP_DAY])
def test_is_valid_r4(today):
    whole = bundle(today)
    found = [(r["id"], issue) for r in resources(today) for issue in check(r)]
    assert [f for f in found if f[1].severity in ("error", "fatal")] == []
    assert [i for i in check(whole) if i.severity in ("error", "fatal")] == []


def test_every_reference_stays_inside():
    here = {f"{r['resourceType']}/{r['id']}" for r in resources()}
    assert set(strings_under("reference", resources())) <= here


def test_loads_again_onto_the_same_ids():
    requests = [entry["request"] for entry in bundle(ORDINARY_DAY)["entry"]]
    assert {r["method"] for r in requests} == {"PUT"}
    assert len({r["url"] for r in requests}) == len(requests)
    assert all(re.fullmatch(r"[A-Z]\w+/demo-[a-z0-9-]+", r["url"]) for r in requests)
    assert bundle(ORDINARY_DAY) == bundle(ORDINARY_DAY)


def test_holds_the_service_from_team_to_referral():
    assert {r["resourceType"] for r in resources()} >= {
        "Organization", "Location", "Practitioner", "PractitionerRole", "CareTeam", "Patient",
        "RelatedPerson", "Group", "PlanDefinition", "ActivityDefinition", "Contract",
        "EpisodeOfCare", "CarePlan", "Task", "Encounter", "Observation", "Condition",
        "ServiceRequest",
    }  # fmt: skip


def test_contract_covers_each_member_and_is_in_force():
    (contract,) = of_type("Contract")
    (household,) = of_type("Group")
    members = {m["entity"]["reference"] for m in household["member"]}
    assert {s["reference"] for s in contract["subject"]} == members | {"Group/demo-household"}
    assert {e["patient"]["reference"] for e in of_type("EpisodeOfCare")} == members
    assert contract["applies"]["start"] < ORDINARY_DAY.isoformat() < contract["applies"]["end"]


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (ORDINARY_DAY, "2026-05-06", "2027-05-05"),
        (date(2028, 9, 16), "2028-02-29", "2029-02-27"),  # signed on a leap day
        (date(2027, 9, 17), "2027-03-01", "2028-02-29"),  # one that ends on a leap day
    ],
)
def test_term_is_one_year_less_a_day(today, start, end):
    (contract,) = of_type("Contract", today)
    assert contract["applies"] == {"start": start, "end": end}


def test_child_is_signed_for_by_a_guardian():
    (contract,) = of_type("Contract")
    (guardian,) = of_type("RelatedPerson")
    parties = {s["party"]["reference"] for s in contract["signer"]}
    assert guardian["patient"]["reference"] == "Patient/demo-child"
    assert "RelatedPerson/demo-guardian" in parties
    assert "Patient/demo-child" not in parties


def test_people_can_be_nobody():
    for patient in of_type("Patient"):
        number = patient["identifier"][0]["value"]
        assert number.startswith("990000")
        assert number[6:14] == patient["birthDate"].replace("-", "")
        total = sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=False))
        assert number[17] == "10X98765432"[total % 11]
        assert (int(number[16]) % 2 == 1) == (patient["gender"] == "male")
        assert "例" in patient["name"][0]["text"]
    telephones = [t["value"] for r in resources() for t in r.get("telecom", [])]
    assert telephones
    assert all(t.startswith("000-555-") for t in telephones)


def test_is_marked_as_test_data_and_keeps_money_exact():
    assert all(r["meta"]["security"][0]["code"] == "HTEST" for r in resources())
    assert b'{"value":80.00,"currency":"CNY"}' in json.encode(bundle(ORDINARY_DAY))


def test_several_workers_store_it_once(serve, mongodb_uri):
    flags = ("--demo", "--workers", "2", "--mongodb-uri", mongodb_uri)
    for _ in range(2):  # the second start finds it there
        with serve(*flags, FHIR_MONGODB_DATABASE="demo_once") as (base, _):
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                history = httpx.get(f"{base}/Contract/demo-contract/_history")
                if history.status_code == 200:
                    break
            assert history.json()["total"] == 1
