"""Schedule/$release and Schedule/$return-unused (DECISIONS 31)."""

import uuid
from datetime import timedelta

import pytest
from referral_desk import (
    CENTRE,
    DESK,
    DOCTOR,
    HOSPITAL,
    SPECIALIST,
    TODAY,
    concept,
    parameter,
    profile,
    ref,
    sentences,
)


def schedule(desk):
    """A schedule of a new hospital, so that no other test's slots count."""
    id_ = uuid.uuid4().hex
    hospital = desk.put(
        {"resourceType": "Organization", "id": f"h-{id_}", "name": "示例医院", "active": True}
    )
    clinic = {"resourceType": "HealthcareService", "id": f"c-{id_}", "providedBy": ref(hospital)}
    return desk.put(
        {
            "resourceType": "Schedule",
            "id": id_,
            "meta": profile("fd-released-schedule"),
            "serviceCategory": [concept("slot-kind", "specialist-outpatient")],
            "actor": [ref(desk.put(clinic))],
            "planningHorizon": {"start": "2026-11-01", "end": "2027-03-31"},
        }
    )


def several(desk, plan, number, days, **more):
    """So many slots of one day."""
    return [desk.slot(days, schedule=ref(plan), **more) for _ in range(number)]


def release(desk, where="Schedule", key="", **given):
    listed = [parameter("to", CENTRE)]
    for name, value in given.items():
        listed += [parameter(name, v) for v in (value if isinstance(value, list) else [value])]
    return desk.http.post(
        f"{where}/$release",
        json={"resourceType": "Parameters", "parameter": listed},
        headers={"Idempotency-Key": key} if key else {},
    )


def told(answer):
    """The slots released, and for each day: total, released in time, whether it is enough."""
    assert answer.status_code == 200, answer.text
    listed = answer.json()["parameter"]
    days = [
        tuple(next(v for k, v in part.items() if k != "name") for part in p["part"][1:])
        for p in listed
        if p["name"] == "day"
    ]
    return [p["valueReference"]["reference"] for p in listed if p["name"] == "slot"], days


def test_the_share_of_the_policy_is_chosen_of_each_day(desk):
    plan = schedule(desk)
    for days in (20, 21):
        several(desk, plan, 10, days)
        several(desk, plan, 1, days, status="busy-unavailable")
        several(desk, plan, 5, days, kind="examination")
    first, until = TODAY + timedelta(days=20), TODAY + timedelta(days=21)
    slots, days = told(release(desk, plan, **{"from": first, "until": until}))
    assert days == [(11, 3, True)] * 2
    assert len(slots) == 6
    slot = desk.read(slots[0])
    values = {e["url"].rpartition("/")[2]: e for e in slot["extension"]}
    assert values["released-to"]["valueReference"] == ref(CENTRE)
    assert values["released-on"]["valueDate"] == TODAY.isoformat()
    (record,) = desk.find(f"Provenance?target={slots[0]}")
    assert len(record["target"]) == 6
    assert told(release(desk, plan, **{"from": first, "until": until})) == ([], days)
    more = told(release(desk, plan, **{"from": first, "until": first, "share": 50}))
    assert (len(more[0]), more[1]) == (3, [(11, 6, True)])


def test_what_is_late_is_released_and_does_not_count(desk):
    plan = schedule(desk)
    named = several(desk, plan, 2, 13)
    answer = release(desk, slot=named)
    assert told(answer) == (named, [(2, 0, False)])
    assert "2 slots of 2026-12-05 were released less than 14 days ahead" in answer.text


def test_a_slot_keeps_the_day_of_its_first_release(desk):
    plan = schedule(desk)
    (slot,) = several(desk, plan, 1, 20)
    earlier = TODAY - timedelta(days=3)
    assert told(release(desk, slot=slot, date=earlier))[1] == [(1, 1, True)]
    before = desk.read(slot)
    told(release(desk, slot=slot))
    assert desk.read(slot) == before
    listed = [parameter("to", HOSPITAL), parameter("slot", slot)]
    desk.http.post(
        "Schedule/$release", json={"resourceType": "Parameters", "parameter": listed}
    ).raise_for_status()
    extensions = desk.read(slot)["extension"]
    assert sorted(e["url"].rpartition("/")[2] for e in extensions) == [
        "released-on",
        "released-to",
        "released-to",
    ]


WRONG = [
    ({}, 400, "Name slots"),
    ({"share": 20}, 400, "Name slots"),
    ({"from": TODAY, "performer": DOCTOR}, 422, "does not work at"),
    ({"from": TODAY, "until": TODAY - timedelta(days=1)}, 400, "until"),
    ({"from": TODAY, "share": 0}, 400, "percent"),
    ({"from": TODAY, "date": TODAY + timedelta(days=1)}, 422, "still to come"),
    ({"slot": "Slot/none"}, 422, "does not exist"),
]


@pytest.mark.parametrize(("given", "status", "words"), WRONG)
def test_refused(desk, given, status, words):
    answer = release(desk, "Schedule/cardiology", **given)
    assert answer.status_code == status, answer.text
    assert words in sentences(answer)


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [({"status": "busy"}, 409, "not free"), ({"days": -1}, 422, "before its release")],
)
def test_only_free_slots_that_are_to_come(desk, more, status, words):
    answer = release(desk, slot=desk.slot(**more))
    assert (answer.status_code, words in sentences(answer)) == (status, True)


def test_with_a_key_the_same_again_answers_as_before(desk):
    plan = schedule(desk)
    several(desk, plan, 5, 20)
    asked = {"from": TODAY + timedelta(days=20), "key": uuid.uuid4().hex}
    first = told(release(desk, plan, **asked))
    assert len(first[0]) == 1
    assert told(release(desk, plan, **asked)) == first


def test_the_hospital_of_who_performs_is_meant(desk):
    answer = release(desk, performer=SPECIALIST, **{"from": TODAY + timedelta(days=80)})
    assert told(answer) == ([], [])
    assert release(desk, **{"from": TODAY}).status_code == 422


def test_unused_slots_go_back_and_still_count(desk):
    plan = schedule(desk)
    taken, *unused = several(desk, plan, 3, 1)
    (later,) = several(desk, plan, 1, 2)
    told(release(desk, slot=[taken, *unused, later], date=TODAY - timedelta(days=14)))
    desk.put(desk.read(taken) | {"status": "busy"})
    answer = desk.http.post("Schedule/$return-unused")
    assert answer.json()["parameter"][0]["valueInteger"] >= len(unused)
    again = desk.http.post("Schedule/$return-unused")
    assert again.json()["parameter"][0]["valueInteger"] == 0
    held = {
        name: [e["url"].rpartition("/")[2] for e in desk.read(name)["extension"]]
        for name in (taken, *unused, later)
    }
    assert held[taken] == held[later] == ["released-to", "released-on"]
    assert [held[name] for name in unused] == [["released-on"]] * 2
    assert told(release(desk, slot=later))[1] == [(1, 1, True)]
    assert desk.do(desk.sent(), "accept", DESK, slot=later).status_code == 422
