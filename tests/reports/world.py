"""A small world whose figures are computed by hand: eight residents, two teams, one quarter.

`bundle()` makes it; `test_indicators.py` has what is to come out. Days are those of the first
quarter of 2026, which is whole.
"""

from datetime import date

import profiles
from profiles import CANONICAL
from profiles.cases.residents import patient
from profiles.cases.setting import person_name

TODAY = "2026-03-31"
PERIOD = {"periodStart": "2026-01-01", "periodEnd": "2026-03-31"}
EXT, CODES = f"{CANONICAL}/StructureDefinition", f"{CANONICAL}/CodeSystem"
DIVISION = f"{CODES}/gb-t-2260-division"
EAST, WEST = "990000001001", "990000002001"


def concept(system, code):
    return {"coding": [{"system": f"{CODES}/{system}", "code": code}]}


def ext(name, **value):
    return {"url": f"{EXT}/{name}", **value}


def ref(reference):
    return {"reference": reference}


def resource(type_, id_, **elements):
    return {"resourceType": type_, "id": id_, **elements}


def resident(id_, born, gender="female", groups=(), at=EAST, **more):
    number = int(id_.removeprefix("p"))
    name = person_name("示", f"例{number}")
    made = patient(id_, name, gender, date.fromisoformat(born), 500 + number, groups)
    home = {
        "use": "home",
        "extension": [ext("division", valueCoding={"system": DIVISION, "code": at})],
    }
    return made | {"address": [home]} | more


def contract(id_, who, team, start, end, state="active", **more):
    """A contract of one resident, with its episode; `last`: of one that ended early."""
    status = {"active": "executed", "disputed": "disputed", "pending-payment": "executable"}
    last, reason = more.get("last"), more.get("reason")
    institution = {"t1": "centre", "t2": "station"}[team]
    extensions = [ext("contract-state", valueCode=state)]
    if last:
        extensions += [
            ext("ended-on", valueDate=last),
            ext("early-end-reason", valueCodeableConcept=concept("contract-end-reason", reason)),
        ]
    made = resource(
        "Contract",
        id_,
        extension=extensions,
        status=status.get(state, "terminated"),
        type=concept("contract-kind", "family-doctor-service"),
        subType=[concept("signing-kind", more.get("signing", "new"))],
        issued=more.get("signed", start),
        applies={"start": start, "end": end},
        subject=[ref(f"Patient/{who}")],
        term=[
            {
                "offer": {"type": concept("package-kind", more.get("kind", "basic"))},
                "action": [
                    {
                        "type": concept("contract-action", "provide-package"),
                        "intent": {"text": "treatment"},
                        "status": {"text": "complete"},
                        "performer": ref(f"CareTeam/{team}"),
                    }
                ],
            }
        ],
        signer=[
            {
                "type": {"system": f"{CODES}/signer-role", "code": "institution"},
                "party": ref(f"Organization/{institution}"),
                "signature": [
                    {
                        "type": [{"code": "x"}],
                        "when": f"{start}T00:00:00+08:00",
                        "who": ref(f"Organization/{institution}"),
                    }
                ],
            }
        ],
    )
    if more.get("paper"):
        made["legallyBindingReference"] = ref("DocumentReference/agreement")
    episode = resource(
        "EpisodeOfCare",
        f"e-{id_}",
        extension=[ext("contract", valueReference=ref(f"Contract/{id_}"))],
        status="onhold" if state == "disputed" else "active",
        type=[concept("episode-kind", "fd-contract")],
        patient=ref(f"Patient/{who}"),
        managingOrganization=ref(f"Organization/{institution}"),
        period={"start": start, "end": last or end},
        team=[ref(f"CareTeam/{team}")],
    )
    return [made] if state == "pending-payment" else [made, episode]


def service(id_, item, due, status="requested", shown="", under="c1", who="p1"):
    made = resource(
        "Task",
        id_,
        extension=[ext("contract", valueReference=ref(f"Contract/{under}"))],
        status=status,
        intent="order",
        code={
            "coding": concept("task-kind", "service")["coding"]
            + concept("service-item", item)["coding"]
        },
        **{"for": ref(f"Patient/{who}")},
        authoredOn="2026-01-01",
        owner=ref("CareTeam/t1"),
        restriction={"period": {"start": due[0], "end": due[1]}},
    )
    if shown:
        made["executionPeriod"] = {"start": VISITS[shown][2]}
        made["output"] = [{"type": {"text": "随访"}, "valueReference": ref(f"Encounter/{shown}")}]
    return made


# Visits: resident, performer, day, class, institution, item.
VISITS = {
    "v0": ("p7", "gp", "2025-11-10", "AMB", "centre", "follow-up"),
    "v1": ("p1", "gp", "2026-01-20", "AMB", "centre", "follow-up"),
    "v2": ("p1", "nurse", "2026-03-05", "HH", "centre", "follow-up"),
    "v3": ("p1", "stranger", "2026-03-06", "AMB", "centre", "health-education"),
    "v4": ("p1", "specialist", "2026-03-10", "AMB", "hospital", "specialist-follow-up"),
    "v5": ("p2", "gp", "2026-02-10", "AMB", "centre", "first-contact"),
    "v6": ("p1", "specialist", "2026-02-11", "AMB", "hospital", "first-contact"),
    "v7": ("p4", "gp", "2026-02-12", "AMB", "centre", "first-contact"),
    "v8": ("p7", "gp", "2026-01-10", "AMB", "centre", "consultation"),
}


def visit(id_):
    who, by, day, setting, at, item = VISITS[id_]
    return resource(
        "Encounter",
        id_,
        status="finished",
        **{
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": setting}
        },
        type=[concept("service-item", item)],
        subject=ref(f"Patient/{who}"),
        participant=[{"individual": ref(f"PractitionerRole/{by}")}],
        period={"start": f"{day}T01:30:00Z", "end": f"{day}T10:00:00+08:00"},
        serviceProvider=ref(f"Organization/{at}"),
    )


def places():
    classes = {"centre": "B100", "station": "B200", "hospital": "A100"}
    for id_, kind in classes.items():
        yield resource(
            "Organization",
            id_,
            name=id_,
            active=True,
            type=[concept("ws218-institution-class", kind)],
        )
    roles = {"gp": "gp", "nurse": "community-nurse", "specialist": "specialist", "stranger": "gp"}
    for id_, role in roles.items():
        at = "hospital" if id_ == "specialist" else "centre"
        yield resource("Practitioner", id_, active=True)
        yield resource(
            "PractitionerRole",
            id_,
            active=True,
            practitioner=ref(f"Practitioner/{id_}"),
            organization=ref(f"Organization/{at}"),
            code=[concept("team-role", role)],
        )
    cap = ext(
        "team-capacity",
        extension=[
            {"url": "unit", "valueCode": "resident"},
            {"url": "max", "valuePositiveInt": 10},
        ],
    )
    members = [
        {
            "role": [concept("team-role", roles[id_])],
            "member": ref(f"PractitionerRole/{id_}"),
            "period": {"start": "2020-01-01"},
        }
        for id_ in ("gp", "nurse")
    ]
    yield resource(
        "CareTeam",
        "t1",
        extension=[cap],
        name="第一团队",
        status="active",
        participant=members,
        managingOrganization=[ref("Organization/centre")],
    )
    yield resource(
        "CareTeam",
        "t2",
        name="=HYPERLINK(1)",
        status="active",
        managingOrganization=[ref("Organization/station")],
    )


def people():
    yield resident("p1", "1950-05-01", groups=("hypertension",))
    yield resident("p2", "2022-05-01", at=WEST)
    # A stored code of age does not count.
    yield resident("p3", "1980-05-01", groups=("elderly",))
    yield resident("p4", "1985-05-01", at=WEST)
    yield resident("p5", "1955-05-01", groups=("diabetes", "poverty-monitored"))
    yield resident("p6", "1990-05-01")
    yield resident("p7", "1948-05-01", deceasedDateTime="2026-02-01")
    yield resident("p8", "1995-05-01", groups=("pregnant",))
    for id_, members in {"h1": ("p1", "p2"), "h2": ("p5",)}.items():
        yield resource(
            "Group",
            id_,
            active=True,
            type="person",
            actual=True,
            code=concept("group-kind", "household"),
            member=[{"entity": ref(f"Patient/{each}")} for each in members],
        )


def contracts():
    yield from contract("c1", "p1", "t1", "2026-01-01", "2026-12-31", paper=True)
    yield from contract("c2", "p2", "t1", "2026-01-10", "2026-12-31")
    yield from contract("c3", "p3", "t2", "2025-03-01", "2026-02-28", "renewed")
    yield from contract("c3b", "p3", "t2", "2026-03-01", "2027-02-28", signing="renewal")
    yield from contract("c4", "p4", "t1", "2026-01-01", "2026-12-31", "disputed")
    yield from contract("c5", "p5", "t1", "2026-03-30", "2027-03-29", "pending-payment")
    yield from contract(
        "c6",
        "p6",
        "t1",
        "2025-06-01",
        "2026-05-31",
        "terminated",
        last="2026-02-15",
        reason="moved",
    )
    yield from contract(
        "c7", "p7", "t1", "2025-03-16", "2026-03-15", "terminated", last="2026-02-01",
        reason="deceased",
    )  # fmt: skip
    yield from contract("c8", "p8", "t2", "2026-02-01", "2027-01-31", kind="tailored")


def care():
    yield from map(visit, VISITS)
    yield prescription()
    yield service("s1", "hypertension-mgmt", ("2026-01-01", "2026-01-31"), "completed", "v1")
    # The same record closes one task of an item, not two.
    yield service("s2", "hypertension-mgmt", ("2026-02-01", "2026-02-28"), "completed", "v1")
    yield service("s3", "follow-up", ("2026-02-01", "2026-02-28"), "completed", "v2")
    # By somebody who is not in the team.
    yield service("s4", "health-education", ("2026-03-01", "2026-03-31"), "completed", "v3")
    yield service("s5", "follow-up", ("2026-03-10", "2026-04-10"))
    yield service("s6", "follow-up", ("2026-03-01", "2026-03-15"), "cancelled")
    yield service("s7", "follow-up", ("2026-02-01", "2026-03-01"), under="c4", who="p4")
    yield resource(
        "CarePlan",
        "plan",
        extension=[ext("contract", valueReference=ref("Contract/c1"))],
        status="active",
        intent="plan",
        subject=ref("Patient/p1"),
        created="2026-01-02",
    )
    for id_, kind in {"agreement": "agreement", "card": "contact-card"}.items():
        yield resource(
            "DocumentReference",
            id_,
            status="current",
            type=concept("document-kind", kind),
            subject=ref("Patient/p1"),
            date="2026-01-02T09:00:00+08:00",
            content=[{"attachment": {"contentType": "text/plain", "data": "LQ=="}}],
        )


def prescription():
    """The published example, written by the doctor of the first team."""
    example = next(e for e in profiles.examples() if e["resourceType"] == "MedicationRequest")
    return example | {
        "id": "rx",
        "subject": ref("Patient/p1"),
        "authoredOn": "2026-03-31",
        "requester": ref("PractitionerRole/gp"),
    }


def form(id_, name, authored, **answers):
    systems = {
        "grade": "service-grade",
        "satisfaction": "satisfaction-level",
        "authenticity": "contract-authenticity",
    }
    items = [
        {"linkId": k, "answer": [{"valueCoding": {"system": f"{CODES}/{systems[k]}", "code": v}}]}
        for k, v in answers.items()
    ]
    return resource(
        "QuestionnaireResponse",
        id_,
        extension=[ext("contract", valueReference=ref("Contract/c1"))],
        questionnaire=f"{CANONICAL}/Questionnaire/{name}|1",
        status="completed",
        subject=ref("Patient/p1"),
        authored=authored,
        item=[{"linkId": "all", "item": items}] if name == "health-assessment" else items,
    )


def forms():
    yield form("q0", "health-assessment", "2026-01-05", grade="enhanced")
    # 31 March in China, still 30 March in UTC
    yield form(
        "q1",
        "satisfaction",
        "2026-03-30T20:00:00Z",
        satisfaction="satisfied",
        authenticity="confirmed",
    )
    yield form("q2", "satisfaction", "2026-03-01", satisfaction="neutral")
    # 1 April in China
    yield form("q3", "satisfaction", "2026-03-31T17:00:00Z", satisfaction="satisfied")


def referral(id_, who, authored, direction="up", status="completed", **more):
    return resource(
        "ServiceRequest",
        id_,
        status=status,
        intent="order",
        category=[concept("referral-direction", direction)],
        subject=ref(f"Patient/{who}"),
        authoredOn=authored,
        **more,
    )


def step(id_, kind, about, state, end, output):
    return resource(
        "Task",
        id_,
        status="completed",
        intent="order",
        code=concept("task-kind", kind),
        businessStatus=concept("referral-state", state),
        focus=ref(f"ServiceRequest/{about}"),
        **{"for": ref("Patient/p1")},
        executionPeriod={"end": end},
        output=[{"type": {"text": "-"}, **output}],
    )


def referrals():
    yield referral("r1", "p1", "2026-02-11")
    yield referral("r2", "p2", "2026-02-11", status="draft")
    yield referral("r3", "p3", "2026-03-02", status="active")
    yield referral("r4", "p6", "2026-03-02", status="active")  # no contract any more
    yield referral("r1b", "p1", "2026-02-20", "down", basedOn=[ref("ServiceRequest/r1")])
    yield step(
        "a1",
        "acceptance",
        "r1",
        "closed",
        "2026-02-20",
        {"valueReference": ref("ServiceRequest/r1b")},
    )
    for id_, result in {"w1": "approved", "w2": "not-compliant", "w3": "incomplete"}.items():
        output = {"valueCodeableConcept": concept("referral-review-result", result)}
        yield step(id_, "review", "r1", "submitted", "2026-02-10", output)


def slot(id_, kind, day, released=None, status="free"):
    extensions = [ext("released-on", valueDate=released)] if released else []
    extensions += (
        [ext("released-to", valueReference=ref("Organization/centre"))] if released else []
    )
    made = resource(
        "Slot",
        id_,
        serviceCategory=[concept("slot-kind", kind)],
        schedule=ref("Schedule/clinic"),
        status=status,
        start=f"{day}T09:00:00+08:00",
        end=f"{day}T09:15:00+08:00",
    )
    return made | ({"extension": extensions} if extensions else {})


def slots():
    yield resource("Schedule", "clinic", actor=[ref("PractitionerRole/specialist")])
    yield slot("l1", "specialist-outpatient", "2026-03-20", "2026-03-01")
    yield slot("l2", "specialist-outpatient", "2026-03-20", "2026-03-10")  # ten days ahead
    yield slot("l3", "specialist-outpatient", "2026-03-20", status="busy-unavailable")
    yield slot("l4", "specialist-outpatient", "2026-03-21", status="entered-in-error")
    yield slot("l5", "specialist-outpatient", "2026-03-22")
    yield slot("l6", "examination", "2026-03-20", "2026-03-19")
    yield slot("l7", "bed", "2026-03-20")


def charge(id_, kind, yuan, day, under, staff=None, seen=None):
    made = resource(
        "ChargeItem",
        id_,
        extension=[ext("contract", valueReference=ref(f"Contract/{under}"))],
        status="billed",
        code=concept("fee-kind", kind),
        subject=ref("Patient/p1"),
        occurrenceDateTime=day,
        priceOverride={"value": yuan, "currency": "CNY"},
    )
    if staff:
        share = ext("staff-share", valueMoney={"value": staff, "currency": "CNY"})
        made["performer"] = [{"extension": [share], "actor": ref("CareTeam/t1")}]
    return made | ({"context": ref(f"Encounter/{seen}")} if seen else {})


def charges():
    yield charge("m1", "item-fee", 60, "2026-01-20", "c1", seen="v1")
    yield charge("m2", "item-fee", 40.0, "2026-01-20", "c1", seen="v1")
    yield charge("m3", "item-fee", 80, "2025-11-10", "c7", seen="v0")
    yield charge("m4", "package-fee", 200.5, "2026-01-01", "c1", staff=120)
    yield charge("m5", "refund", -50.5, "2026-02-15", "c6")


def resources():
    for part in (places, people, contracts, care, forms, referrals, slots, charges):
        yield from part()


def bundle():
    entries = [
        {"resource": r, "request": {"method": "PUT", "url": f"{r['resourceType']}/{r['id']}"}}
        for r in resources()
    ]
    return {"resourceType": "Bundle", "type": "transaction", "entry": entries}
