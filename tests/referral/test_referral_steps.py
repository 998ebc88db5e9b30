"""The life of a referral, step by step through its operations (DECISIONS 32)."""

import pytest
from referral_desk import (
    AGENCY,
    AGENT,
    CENTRE,
    DESK,
    DOCTOR,
    HOSPITAL,
    NURSE,
    POLICY,
    RESIDENT,
    REVIEWER,
    SPECIALIST,
    TEAM,
    TODAY,
    concept,
    profile,
    ref,
    sentences,
)

BACK = {
    "resourceType": "ServiceRequest",
    "status": "active",
    "intent": "order",
    "subject": ref(RESIDENT),
    "patientInstruction": "每周测血压，按时服药。",
    "reasonCode": [{"text": "病情平稳"}],
}


def visit(desk, id_="stay"):
    return desk.put(
        {
            "resourceType": "Encounter",
            "id": id_,
            "status": "finished",
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
            "subject": ref(RESIDENT),
            "period": {"start": "2026-11-22T09:00:00+08:00", "end": "2026-11-22T09:30:00+08:00"},
        }
    )


def test_up_reviewed_received_back_and_followed_up(desk):
    id_ = desk.draft()
    slot, bed = desk.slot(days=0), desk.bed()
    stay, seen = visit(desk), visit(desk, "seen")
    kept = {"slot": slot, "bed": bed, "receiver": SPECIALIST, "note": "8:30 报到"}
    steps = [
        ("submit", DOCTOR, {}, ("in-review", "draft", "draft")),
        ("approve", REVIEWER, {"opinion": "合理"}, ("submitted", "active", "requested")),
        ("accept", DESK, kept, ("accepted", "active", "accepted")),
        ("arrive", DESK, {"encounter": stay}, ("arrived", "active", "in-progress")),
        ("complete", SPECIALIST, {}, ("completed", "completed", "completed")),
        (
            "refer-back",
            SPECIALIST,
            {"backReferral": BACK},
            ("referred-back", "completed", "completed"),
        ),
        ("close", DOCTOR, {"evidence": seen}, ("closed", "completed", "completed")),
    ]
    for step, performer, given, stands in steps:
        done = desk.done(id_, step, performer, **given)
        assert desk.state(id_) == stands, step
        assert done == desk.read(f"ServiceRequest/{id_}")
    review, acceptance = desk.task(id_, "review"), desk.task(id_, "acceptance")
    assert (review["status"], review["owner"]) == ("completed", ref(CENTRE))
    assert acceptance["owner"] == ref(HOSPITAL)
    told = {o["type"]["coding"][0]["code"]: o["valueReference"] for o in acceptance["output"]}
    assert told.keys() == {"receiver", "appointment", "bed", "encounter", "back-referral"}
    appointment = desk.read(told["appointment"]["reference"])
    assert (appointment["status"], appointment["priority"]) == ("fulfilled", 1)
    assert desk.read(slot)["status"] == "busy"
    assert desk.read(bed)["operationalStatus"]["code"] == "O"
    _check_back_referral(desk, id_, told["back-referral"]["reference"])


def _check_back_referral(desk, id_, name):
    back = desk.read(name)
    assert back["basedOn"] == [ref(f"ServiceRequest/{id_}")]
    assert "replaces" not in back
    assert back["status"] == "completed"
    assert back["performer"] == [ref(CENTRE), ref(TEAM)]
    assert back["requester"] == ref(SPECIALIST)
    assert back["patientInstruction"] == BACK["patientInstruction"]
    follow_up = desk.task(back["id"], "follow-up")
    assert (follow_up["status"], follow_up["owner"]) == ("completed", ref(TEAM))
    assert follow_up["restriction"]["period"] == {"start": "2026-11-22", "end": "2026-12-06"}


def test_the_whole_chain_is_one_search(desk):
    id_ = desk.accepted(slot=desk.slot(days=0))
    desk.done(id_, "arrive", DESK)
    desk.done(id_, "refer-back", SPECIALIST, backReferral=BACK)
    found = desk.find(
        f"ServiceRequest?_id={id_}"
        "&_include=ServiceRequest:requester&_include=ServiceRequest:performer"
        "&_revinclude=Task:focus&_revinclude=Appointment:based-on&_revinclude=Provenance:target"
        "&_revinclude=ServiceRequest:based-on&_revinclude:iterate=Task:focus"
        "&_include:iterate=Appointment:slot"
    )
    types = {r["resourceType"] for r in found}
    whole = "Appointment Organization PractitionerRole Provenance ServiceRequest Slot Task"
    assert types == set(whole.split())
    kinds = {r["code"]["coding"][0]["code"] for r in found if r["resourceType"] == "Task"}
    assert kinds == {"review", "acceptance", "follow-up"}
    steps = {
        (r["activity"]["coding"][1]["code"], *_change(r))
        for r in found
        if r["resourceType"] == "Provenance"
    }
    assert steps == {
        ("submit", "draft", "in-review"),
        ("approve", "in-review", "submitted"),
        ("accept", "submitted", "accepted"),
        ("arrive", "accepted", "arrived"),
        ("refer-back", "arrived", "referred-back"),
    }


def _change(provenance):
    (change,) = [e for e in provenance["extension"] if e["url"].endswith("state-change")]
    return [part["valueCoding"]["code"] for part in change["extension"]]


def test_a_record_names_actor_reason_requirement_policy_and_versions(desk):
    id_ = desk.draft()
    answer = desk.do(id_, "withdraw", DOCTOR, reason="居民改变主意")
    (record,) = desk.find(f"Provenance?target=ServiceRequest/{id_}")
    assert record["reason"] == [{"text": "居民改变主意"}]
    assert record["agent"][0]["who"] == ref(DOCTOR)
    assert record["agent"][0]["onBehalfOf"] == ref(CENTRE)
    assert record["policy"] == ["https://family-doctor-fhir.github.io/policies/hainan-2024"]
    assert record["extension"][0]["valueCode"] == "G3"
    assert record["target"][0] == ref(f"ServiceRequest/{id_}/_history/2")
    changed = {p["valueReference"]["reference"] for p in answer.json()["parameter"][1:]}
    assert changed == {t["reference"] for t in record["target"][1:]} | {
        f"Provenance/{record['id']}/_history/1"
    }


WRONG = [
    ("draft", "approve", REVIEWER, {}, 409, "is draft"),
    ("draft", "accept", DESK, {}, 409, "is draft"),
    ("draft", "submit", NURSE, {}, 422, "the referring doctor"),
    ("draft", "submit", "PractitionerRole/nobody", {}, 422, "does not exist"),
    ("draft", "submit", DOCTOR, {"urgent": True}, 400, "reason"),
    ("draft", "submit", DOCTOR, {"colour": "red"}, 400, "no parameter"),
    ("draft", "submit", RESIDENT, {}, 400, "PractitionerRole"),
    ("draft", "withdraw", DOCTOR, {}, 400, "needs the parameter reason"),
    ("sent", "submit", DOCTOR, {}, 409, "is submitted"),
    ("sent", "accept", DOCTOR, {}, 422, "receiving institution"),
    ("sent", "accept", DESK, {"slot": "Slot/none"}, 422, "does not exist"),
    ("sent", "accept", DESK, {"receiver": DOCTOR}, 422, "does not work"),
    ("sent", "arrive", DESK, {}, 409, "is submitted"),
    ("sent", "reject", DESK, {}, 400, "needs the parameter reason"),
    ("accepted", "arrive", DESK, {"time": "2027-01-01T08:00:00+08:00"}, 422, "still to come"),
    ("accepted", "close", DOCTOR, {"reason": "x"}, 409, "is accepted"),
]


@pytest.mark.parametrize(("stands", "step", "performer", "given", "status", "words"), WRONG)
def test_refused_with_the_reason_and_nothing_done(
    desk, stands, step, performer, given, status, words
):
    id_ = getattr(desk, stands)()
    before = desk.read(f"ServiceRequest/{id_}")
    answer = desk.do(id_, step, performer, **given)
    assert answer.status_code == status, answer.text
    assert words in sentences(answer)
    assert desk.read(f"ServiceRequest/{id_}") == before


def test_the_referring_doctor_does_not_review(desk):
    both = desk.read(DOCTOR)
    own = both | {"id": "both", "code": [*both["code"], concept("team-role", "referral-reviewer")]}
    desk.put(own)
    id_ = desk.draft()
    desk.done(id_, "submit", DOCTOR)
    assert desk.do(id_, "approve", "PractitionerRole/both").status_code == 422


def test_returned_completed_and_submitted_again(desk):
    id_ = desk.draft()
    desk.done(id_, "submit", DOCTOR)
    desk.done(id_, "return", REVIEWER, reason="缺检查结果")
    assert desk.state(id_)[0] == "returned"
    desk.put(desk.read(f"ServiceRequest/{id_}") | {"note": [{"text": "附心电图"}]})
    desk.done(id_, "submit", DOCTOR)
    reviews = desk.find(f"Task?focus=ServiceRequest/{id_}&code=review")
    assert sorted(r["status"] for r in reviews) == ["completed", "requested"]
    desk.done(id_, "approve", REVIEWER)
    assert desk.state(id_)[0] == "submitted"


def test_two_reviewers_must_both_approve(desk):
    id_ = desk.draft()
    desk.put(
        {
            "resourceType": "Task",
            "id": f"second-{id_}",
            "meta": profile("fd-review-task"),
            "status": "draft",
            "businessStatus": concept("referral-state", "draft"),
            "intent": "order",
            "code": concept("task-kind", "review"),
            "focus": ref(f"ServiceRequest/{id_}"),
            "for": ref(RESIDENT),
            "authoredOn": "2026-11-22T08:30:00+08:00",
            "owner": ref(AGENCY),
            "performerType": [concept("referral-reviewer", "insurance-agency")],
        }
    )
    desk.done(id_, "submit", DOCTOR)
    desk.done(id_, "approve", AGENT)
    assert desk.state(id_)[0] == "in-review"
    assert desk.do(id_, "approve", AGENT, opinion="再次").status_code == 422
    desk.done(id_, "approve", REVIEWER)
    assert desk.state(id_)[0] == "submitted"


@pytest.mark.parametrize("result", ["not-reasonable", "not-compliant", "neither"])
def test_declined_in_review(desk, result):
    id_ = desk.draft()
    desk.done(id_, "submit", DOCTOR)
    desk.done(id_, "decline-review", REVIEWER, result=result, reason="本机构可以处置")
    assert desk.state(id_) == ("review-rejected", "revoked", "draft")
    assert desk.task(id_, "review")["status"] == "rejected"


def test_urgent_goes_at_once_and_is_reviewed_afterwards(desk):
    id_ = desk.draft()
    sent = desk.done(id_, "submit", DOCTOR, urgent=True, reason="胸痛")
    assert sent["priority"] == "urgent"
    assert desk.state(id_)[0] == "submitted"
    assert desk.task(id_, "review")["status"] == "requested"
    desk.done(id_, "accept", DESK)
    desk.done(id_, "approve", REVIEWER)
    assert desk.state(id_)[0] == "accepted"
    assert desk.task(id_, "review")["status"] == "completed"
    assert desk.do(id_, "approve", REVIEWER, opinion="又").status_code == 409


def test_a_review_after_sending_may_find_fault(desk):
    id_ = desk.draft()
    desk.done(id_, "submit", DOCTOR, urgent=True, reason="胸痛")
    desk.done(id_, "decline-review", REVIEWER, result="not-compliant", reason="并非急症")
    assert desk.state(id_)[0] == "submitted"
    (result, _) = desk.task(id_, "review")["output"]
    assert result["valueCodeableConcept"]["coding"][0]["code"] == "not-compliant"


def test_rejected_by_the_receiver_with_the_reason(desk):
    id_ = desk.sent()
    desk.done(id_, "reject", DESK, reason="未开展该手术")
    assert desk.state(id_) == ("declined", "revoked", "rejected")
    assert desk.task(id_, "acceptance")["statusReason"]["text"] == "未开展该手术"


@pytest.mark.parametrize(
    ("step", "performer", "given", "stands", "appointed"),
    [
        ("withdraw", DOCTOR, {"reason": "好转"}, "cancelled", "cancelled"),
        ("no-show", DESK, {"note": "电话未接"}, "no-show", "noshow"),
    ],
)
def test_what_was_kept_is_given_back(desk, step, performer, given, stands, appointed):
    slot, bed = desk.slot(days=0), desk.bed()
    id_ = desk.accepted(slot=slot, bed=bed)
    assert desk.read(slot)["status"] == "busy"
    assert desk.do(desk.sent(), "accept", DESK, slot=slot).status_code == 409
    assert desk.do(desk.sent(), "accept", DESK, bed=bed).status_code == 409
    desk.done(id_, step, performer, **given)
    assert desk.state(id_)[0] == stands
    assert desk.read(slot)["status"] == "free"
    assert "extension" not in desk.read(slot) | desk.read(bed)
    (appointment,) = desk.find(f"Appointment?based-on=ServiceRequest/{id_}")
    assert appointment["status"] == appointed
    desk.accepted(slot=slot, bed=bed)


def test_nobody_is_late_before_the_day(desk):
    id_ = desk.accepted(slot=desk.slot(days=2))
    answer = desk.do(id_, "no-show", DESK)
    assert answer.status_code == 409
    assert "2026-11-24" in sentences(answer)


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        ({"status": "busy"}, 409, "not free"),
        ({"start": "2026-11-01T09:00:00+08:00"}, 422, "2026-11-01"),
    ],
)
def test_slots_that_cannot_be_kept(desk, more, status, words):
    answer = desk.do(desk.sent(), "accept", DESK, slot=desk.slot(**more))
    assert (answer.status_code, words in sentences(answer)) == (status, True)


def test_a_follow_up_by_a_day_that_was_named(desk):
    id_ = desk.accepted()
    desk.done(id_, "arrive", DESK)
    past, day = TODAY.replace(day=1), TODAY.replace(day=30)
    answer = desk.do(id_, "refer-back", DESK, backReferral=BACK, followUpBy=past)
    assert answer.status_code == 422
    desk.done(id_, "refer-back", DESK, backReferral=BACK, followUpBy=day)
    (back,) = desk.find(f"ServiceRequest?based-on=ServiceRequest/{id_}")
    assert desk.task(back["id"], "follow-up")["restriction"]["period"]["end"] == "2026-11-30"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"subject": ref(f"Patient/{POLICY}-mother")}, "subject"),
        ({"basedOn": [ref("ServiceRequest/other")]}, "basedOn"),
        ({"patientInstruction": ""}, "back-referral"),
    ],
)
def test_back_referrals_that_do_not_fit(desk, change, words):
    id_ = desk.accepted()
    desk.done(id_, "arrive", DESK)
    back = {k: v for k, v in (BACK | change).items() if v}
    answer = desk.do(id_, "refer-back", DESK, backReferral=back)
    assert answer.status_code == 422
    assert words in sentences(answer)
    assert desk.state(id_)[0] == "arrived"


def test_closing_without_a_follow_up_needs_a_reason_and_with_one_its_record(desk):
    id_ = desk.accepted()
    desk.done(id_, "arrive", DESK)
    desk.done(id_, "complete", DESK)
    assert desk.do(id_, "close", DOCTOR).status_code == 400
    assert desk.do(id_, "close", DESK, reason="无需").status_code == 422
    desk.done(id_, "close", NURSE, reason="居民迁出，无需随访")
    assert desk.state(id_)[0] == "closed"
    other = desk.accepted()
    desk.done(other, "arrive", DESK)
    desk.done(other, "refer-back", DESK, backReferral=BACK)
    assert desk.do(other, "close", DOCTOR, reason="无需").status_code == 400
    assert desk.do(other, "close", DOCTOR, evidence=RESIDENT).status_code == 422


def test_the_same_again_answers_as_before(desk):
    id_ = desk.draft()
    first = desk.do(id_, "submit", DOCTOR)
    assert desk.do(id_, "submit", DOCTOR).json() == first.json()
    assert len(desk.find(f"Provenance?target=ServiceRequest/{id_}")) == 1
    key = f"approve-{id_}"
    done = desk.do(id_, "approve", REVIEWER, key=key)
    desk.done(id_, "accept", DESK)
    again = desk.do(id_, "approve", REVIEWER, key=key)
    assert (again.status_code, again.json()) == (200, done.json())
    other = desk.do(id_, "approve", REVIEWER, key=key, opinion="不同")
    assert (other.status_code, other.json()["issue"][0]["code"]) == (409, "conflict")


def test_levels_are_filled_in_and_must_be_those_of_the_institutions(desk):
    def level(start, end):
        parts = [{"url": "from", "valueCode": start}, {"url": "to", "valueCode": end}]
        url = "https://family-doctor-fhir.github.io/StructureDefinition/referral-level"
        return {"url": url, "extension": parts}

    done = desk.done(desk.draft(), "submit", DOCTOR)
    assert done["extension"] == [level("township", "secondary")]
    wrong = desk.draft(extension=[level("township", "tertiary")])
    answer = desk.do(wrong, "submit", DOCTOR)
    assert answer.status_code == 422
    assert "tertiary" in sentences(answer)


def test_what_the_policy_warns_of_is_told_and_refuses_nothing(desk):
    answer = desk.do(desk.draft(supportingInfo=[ref("Contract/draft")]), "submit", DOCTOR)
    assert answer.status_code == 200
    (outcome,) = [p["resource"] for p in answer.json()["parameter"] if p["name"] == "outcome"]
    (issue,) = outcome["issue"]
    assert (issue["severity"], issue["code"]) == ("warning", "business-rule")
    assert issue["details"]["coding"] == [{"code": "rule-referral-contract"}]


def test_a_form_that_says_no_reason_is_not_submitted(desk):
    answer = desk.do(desk.draft(reasonCode=None), "submit", DOCTOR)
    assert answer.status_code == 422


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "transaction"])
def test_no_plain_write_takes_a_step(desk, method):
    id_ = desk.accepted()
    name = f"ServiceRequest/{id_}"
    before = desk.read(name)
    ended = before | {"status": "completed"}
    entry = {"resource": ended, "request": {"method": "PUT", "url": name}}
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [entry]}
    patch = [{"op": "replace", "path": "/status", "value": "completed"}]
    given = {
        "PUT": {"json": ended},
        "PATCH": {"json": patch, "headers": {"Content-Type": "application/json-patch+json"}},
        "DELETE": {},
        "transaction": {"json": bundle},
    }[method]
    verb, where = ("POST", "") if method == "transaction" else (method, name)
    answer = desk.http.request(verb, where, **given)
    assert answer.status_code == 409, answer.text
    assert desk.read(name) == before
    desk.put(before | {"note": [{"text": "途中请家属陪同"}]})


def test_nor_frees_what_is_kept(desk):
    slot = desk.slot()
    desk.accepted(slot=slot)
    answer = desk.http.put(slot, json=desk.read(slot) | {"status": "free"})
    assert answer.status_code == 409
    assert desk.read(slot)["status"] == "busy"


def test_only_referrals_have_these_steps(desk):
    other = desk.http.post(
        "ServiceRequest",
        json={
            "resourceType": "ServiceRequest",
            "status": "active",
            "intent": "order",
            "subject": ref(RESIDENT),
        },
    ).json()["id"]
    assert desk.do(other, "withdraw", DOCTOR, reason="x").status_code == 422
    assert desk.do("none", "withdraw", DOCTOR, reason="x").status_code == 404
