"""The chain of levels: the worked case of the 2017 city plan, village to township to hospital."""

import pytest
from referral_desk import concept, ref, sentences

CITY = "city-2017"
TOWNSHIP, HOSPITAL = (f"Organization/{CITY}-{n}" for n in ("township-centre", "county-hospital"))
RURAL, CLINICIAN = (
    f"PractitionerRole/{CITY}-{name}-role" for name in ("rural-doctor", "township-clinician")
)
DESK = "PractitionerRole/desk"


@pytest.fixture(scope="module")
def city(settled):
    with settled(CITY) as client:
        client.put(
            {
                "resourceType": "PractitionerRole",
                "id": "desk",
                "active": True,
                "organization": ref(HOSPITAL),
                "code": [concept("team-role", "referral-coordinator")],
            }
        )
        yield client


def draft(city, requester, performer, **more):
    return city.draft(
        subject=ref(f"Patient/{CITY}-father"),
        requester=ref(requester),
        performer=[ref(performer)],
        supportingInfo=[ref(f"Contract/{CITY}-contract")],
        **more,
    )


def test_level_by_level_and_back(city):
    """The plan has no review: what is submitted waits for its receiver."""
    first = draft(city, RURAL, TOWNSHIP)
    for step, performer in (("submit", RURAL), ("accept", CLINICIAN), ("arrive", CLINICIAN)):
        city.done(first, step, performer)
    second = draft(city, CLINICIAN, HOSPITAL, basedOn=[ref(f"ServiceRequest/{first}")])
    city.done(second, "submit", CLINICIAN)
    city.done(first, "complete", CLINICIAN)
    city.done(second, "accept", DESK)
    city.done(second, "arrive", DESK)
    back = {
        "resourceType": "ServiceRequest",
        "status": "active",
        "intent": "order",
        "subject": ref(f"Patient/{CITY}-father"),
        "reasonCode": [{"text": "病情平稳"}],
        "patientInstruction": "按时服药。",
    }
    city.done(second, "refer-back", DESK, backReferral=back)
    assert city.state(first) == ("completed", "completed", "completed")
    assert city.state(second) == ("referred-back", "completed", "completed")
    chain = city.find(
        f"ServiceRequest?_id={first}&_revinclude:iterate=ServiceRequest:based-on"
        "&_revinclude:iterate=Task:focus"
    )
    requests = [r for r in chain if r["resourceType"] == "ServiceRequest"]
    assert len(requests) == 3
    assert len(chain) == 3 + 3


def test_a_level_is_not_skipped(city):
    id_ = draft(city, RURAL, HOSPITAL)
    answer = city.do(id_, "submit", RURAL)
    assert answer.status_code == 422
    (issue,) = answer.json()["issue"]
    assert issue["details"]["coding"] == [{"code": "rule-referral-chain"}]
    assert "G1" in sentences(answer)


def test_but_in_an_emergency_with_a_reason(city):
    id_ = draft(city, RURAL, HOSPITAL)
    city.done(id_, "submit", RURAL, urgent=True, reason="胸痛两小时")
    city.done(id_, "accept", DESK)
    assert city.state(id_)[0] == "accepted"


def test_the_rural_doctor_does_not_receive_for_the_township(city):
    id_ = draft(city, RURAL, TOWNSHIP)
    city.done(id_, "submit", RURAL)
    assert city.do(id_, "accept", RURAL).status_code == 422
