"""$gaps, $entitlement, $check, $sample in the world of `world.py`."""

import pytest
from world import PERIOD

from conformance import json, validate
from conformance.issue import errors
from profiles import CANONICAL

MEASURES = f"{CANONICAL}/Measure/"

GAPS = {
    "monitored-household-coverage": ["p5"],
    "specialist-follow-up-rate": [],
    "elderly-graded-service": ["p5"],
    "seven-one-completeness": ["p2", "p3", "p8"],
    "coverage-key": ["p5"],
}


def parameters(answer):
    """Parts by name; those that repeat as lists."""
    assert answer.status_code == 200, answer.text
    found = {}
    for each in json.decode(answer.content)["parameter"]:
        value = next((v for k, v in each.items() if k != "name"), None)
        found.setdefault(each["name"], []).append(value)
    return found


@pytest.mark.parametrize("measure", GAPS)
def test_whom_a_rule_misses(fhir, measure):
    given = parameters(fhir.get("Contract/$gaps", params=PERIOD | {"measure": MEASURES + measure}))
    (report,), (listed,) = given["report"], given["list"]
    named = [entry["item"]["reference"] for entry in listed.get("entry", ())]
    assert named == [f"Patient/{each}" for each in GAPS[measure]]
    assert report["type"] == "subject-list"
    missed = report["group"][0]["population"][-1]
    assert (missed["count"], missed["code"]["text"]) == (len(named), "Gap 缺口")
    assert errors(validate(report)) == errors(validate(listed)) == []


def test_gaps_of_a_team_this_year(fhir):
    asked = {"measure": "seven-one-completeness", "team": "t2"}
    (report,) = parameters(fhir.get("Contract/$gaps", params=asked))["report"]
    assert report["period"] == {"start": "2026-01-01", "end": "2026-03-31"}
    assert report["group"][0]["population"][-1]["count"] == 2


@pytest.mark.parametrize(
    ("asked", "covered"),
    [
        ({"patient": "Patient/p1"}, "c1"),
        ({"patient": "p3"}, "c3b"),
        ({"patient": "p3", "date": "2026-02-28"}, "c3"),
        ({"patient": "p7", "date": "2026-02-01"}, "c7"),
        ({"patient": "p7", "date": "2026-02-02"}, None),  # the day after the early end
        ({"patient": "p4"}, None),  # disputed
        ({"patient": "p5"}, None),  # not paid yet
    ],
)
def test_under_contract_or_not(fhir, asked, covered):
    given = parameters(fhir.get("Contract/$entitlement", params=asked))
    assert given["covered"] == [covered is not None]
    assert given.get("contract") == ([{"reference": f"Contract/{covered}"}] if covered else None)


def test_entitlement_by_identifier_and_by_contract(fhir):
    number = fhir.get("Patient/p1").json()["identifier"][0]
    by_number = {"identifier": f"{number['system']}|{number['value']}"}
    answers = [
        fhir.get("Contract/$entitlement", params=by_number),
        fhir.get("Contract/c1/$entitlement"),
    ]
    for given in map(parameters, answers):
        assert given["team"] == [{"reference": "CareTeam/t1"}]
        assert given["institution"] == [{"reference": "Organization/centre"}]
        assert given["period"] == [{"start": "2026-01-01", "end": "2026-12-31"}]
        assert given["priority"] == [False]


def test_a_referral_under_way_gives_priority(fhir):
    assert parameters(fhir.get("Contract/$entitlement?patient=p3"))["priority"] == [True]


def test_the_seven_things_with_their_evidence(fhir):
    given = parameters(fhir.get("Contract/c1/$check"))
    services = [
        {part["name"]: next(v for k, v in part.items() if k != "name") for part in parts}
        for parts in given["service"]
    ]
    assert given["complete"] == [True]
    found = {each["code"]: (each["done"], each.get("date")) for each in services}
    assert found == {
        "record": (True, None),
        "agreement": (True, "2026-01-01"),
        "assessment": (True, "2026-01-05"),
        "plan": (True, "2026-01-02"),
        "schedule": (True, "2026-01-01"),
        "contact-card": (True, "2026-01-02"),
        "philosophy": (True, "2026-03-06"),
    }
    assert parameters(fhir.get("Contract/c1/$check?date=2026-03-05"))["complete"] == [False]
    assert parameters(fhir.get("Contract/c2/$check"))["complete"] == [False]


def sample(fhir, **given):
    listed = [
        {"name": n, f"value{'PositiveInt' if n == 'size' else 'String'}": v}
        for n, v in given.items()
    ]
    return fhir.post("Contract/$sample", json={"resourceType": "Parameters", "parameter": listed})


def test_a_seed_draws_the_same_sample_and_makes_nothing_twice(fhir):
    drawn = parameters(sample(fhir, size=3, seed="a"))
    # c1, c2, c3, c3b, c6, c7, c8: neither the disputed nor the unpaid one
    assert drawn["of"] == [7]
    assert len(drawn["task"]) == 3
    assert parameters(sample(fhir, size=3, seed="a")) == drawn
    others = [parameters(sample(fhir, size=3, seed=seed)) for seed in "bcd"]
    focus = {tuple(sorted(contracts(fhir, each))) for each in [drawn, *others]}
    assert len(focus) > 1


def contracts(fhir, drawn):
    return [fhir.get(task["reference"]).json()["focus"]["reference"] for task in drawn["task"]]


def test_a_sample_within_days_and_scope_refers_to_its_surveys(fhir):
    asked = {
        "size": 9,
        "seed": "x",
        "signedFrom": "2026-01-01",
        "institution": "Organization/centre",
    }
    drawn = parameters(sample(fhir, **asked))
    assert drawn["of"] == [2]
    assert sorted(contracts(fhir, drawn)) == ["Contract/c1", "Contract/c2"]
    task = fhir.get(drawn["task"][0]["reference"]).json()
    survey = fhir.get(task["input"][1]["valueReference"]["reference"]).json()
    assert survey["status"] == "in-progress"
    assert survey["subject"] == task["for"]


REFUSED = [
    ("Contract/$gaps", {}, 400, "measure"),
    ("Contract/$gaps", {"measure": "coverage-all", "periodEnd": "2026-04-01"}, 400, "after today"),
    ("Contract/$gaps", {"measure": "slot-release-ratio"}, 422, "counts no residents"),
    ("Contract/$gaps", {"measure": "nothing"}, 404, "no Measure"),
    ("Contract/$entitlement", {}, 400, "patient"),
    ("Contract/$entitlement", {"patient": "Group/h1"}, 400, "patient"),
    ("Contract/$entitlement", {"identifier": "urn:x|1"}, 404, "Nobody"),
    ("Contract/$entitlement", {"patient": "p1", "date": "soon"}, 400, "date"),
    ("Contract/c2/$entitlement", {"patient": "p1"}, 400, "does not cover"),
    ("Contract/none/$check", {}, 404, "does not exist"),
    ("Contract/$sample", {"size": "1", "seed": "s"}, 405, "POST"),
]


@pytest.mark.parametrize(("url", "asked", "status", "said"), REFUSED)
def test_refused(fhir, url, asked, status, said):
    answer = fhir.get(url, params=asked)
    assert answer.status_code == status, answer.text
    assert said in answer.json()["issue"][0]["diagnostics"]


@pytest.mark.parametrize(
    "given",
    [
        {"seed": "s"},
        {"size": 501, "seed": "s"},
        {"size": 1},
        {"size": 1, "seed": "s", "due": "2026-03-30"},
        {"size": 1, "seed": "s", "signedFrom": "2026-03-02", "signedTo": "2026-03-01"},
    ],
)
def test_no_sample_of_nonsense(fhir, given):
    assert sample(fhir, **given).status_code == 400
