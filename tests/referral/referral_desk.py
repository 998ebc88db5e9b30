"""A client that takes the steps of referrals, and the people and places of the tests."""

import uuid
from datetime import date, timedelta
from typing import Any

import httpx

from conformance import json
from profiles import CANONICAL, cases

TODAY = date(2026, 11, 22)
POLICY = "hainan-2024"
RECORDED = ("referral-", "specialist-visit", "visit-3", "blood-pressure-3")

CENTRE, HOSPITAL = f"Organization/{POLICY}-health-centre", f"Organization/{POLICY}-county-hospital"
TEAM, RESIDENT = f"CareTeam/{POLICY}-team", f"Patient/{POLICY}-father"
DOCTOR, NURSE = (f"PractitionerRole/{POLICY}-{name}-role" for name in ("gp", "community-nurse"))
SPECIALIST = f"PractitionerRole/{POLICY}-specialist-role"
REVIEWER, DESK = "PractitionerRole/reviewer", "PractitionerRole/desk"
AGENCY, AGENT = "Organization/agency", "PractitionerRole/agent"


def profile(name: str) -> dict[str, Any]:
    """`meta` that claims one of our profiles."""
    return {"profile": [f"{CANONICAL}/StructureDefinition/{name}"]}


def concept(system: str, code: str) -> dict[str, Any]:
    """A CodeableConcept of one of our code systems."""
    return {"coding": [{"system": f"{CANONICAL}/CodeSystem/{system}", "code": code}]}


def ref(target: str) -> dict[str, str]:
    """A Reference."""
    return {"reference": target}


def role(id_: str, organization: str, code: str) -> dict[str, Any]:
    """A person at work somewhere, known by the role alone."""
    return {
        "resourceType": "PractitionerRole",
        "id": id_,
        "active": True,
        "practitioner": ref(f"Practitioner/{id_}"),
        "organization": ref(organization),
        "code": [concept("team-role", code)],
    }


class Desk:
    """A client that writes referrals and takes their steps."""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def put(self, resource: dict[str, Any]) -> str:
        """Store a resource under its id; returns its reference."""
        name = f"{resource['resourceType']}/{resource['id']}"
        answer = self.http.put(name, json=resource)
        assert answer.is_success, answer.text
        return name

    def read(self, name: str) -> dict[str, Any]:
        """A resource."""
        answer = self.http.get(name)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def find(self, query: str) -> list[dict[str, Any]]:
        """The resources that a search finds."""
        return [e["resource"] for e in self.read(query).get("entry", [])]

    def draft(self, **more: Any) -> str:
        """A referral up that is being written; returns its id."""
        made = {
            "resourceType": "ServiceRequest",
            "meta": profile("fd-referral-up"),
            "status": "draft",
            "intent": "order",
            "category": [concept("referral-direction", "up")],
            "priority": "routine",
            "code": concept("service-item", "referral"),
            "subject": ref(RESIDENT),
            "authoredOn": "2026-11-22T08:30:00+08:00",
            "requester": ref(DOCTOR),
            "performer": [ref(HOSPITAL)],
            "reasonCode": [concept("referral-reason-hypertension", "1")],
            "supportingInfo": [ref(f"Contract/{POLICY}-contract")],
            **more,
        }
        answer = self.http.post("ServiceRequest", json={k: v for k, v in made.items() if v})
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]

    def do(
        self, id_: str, step: str, performer: str, key: str = "", **given: Any
    ) -> httpx.Response:
        """Take a step; values are texts, booleans, references (`Type/id`) or resources."""
        listed = [parameter("performer", performer)]
        listed += [parameter(name, v) for name, value in given.items() for v in _all(value)]
        return self.http.post(
            f"ServiceRequest/{id_}/${step}",
            json={"resourceType": "Parameters", "parameter": listed},
            headers={"Idempotency-Key": key} if key else {},
        )

    def done(self, id_: str, step: str, performer: str, **given: Any) -> dict[str, Any]:
        """Take a step that succeeds; the referral as it then stands."""
        answer = self.do(id_, step, performer, **given)
        assert answer.status_code == 200, answer.text
        return answer.json()["parameter"][0]["resource"]

    def sent(self, **more: Any) -> str:
        """A referral that waits for its receiver."""
        id_ = self.draft(**more)
        self.done(id_, "submit", DOCTOR)
        self.done(id_, "approve", REVIEWER)
        return id_

    def accepted(self, **given: Any) -> str:
        """A referral that was taken on."""
        id_ = self.sent()
        self.done(id_, "accept", DESK, **given)
        return id_

    def task(self, id_: str, kind: str) -> dict[str, Any]:
        """The newest task of a kind."""
        query = f"Task?focus=ServiceRequest/{id_}&code={kind}&_sort=-_lastUpdated"
        return self.find(query)[0]

    def state(self, id_: str) -> tuple[str, str, str]:
        """Business state, status of the request, status of the acceptance task."""
        task = self.task(id_, "acceptance")
        state = task["businessStatus"]["coding"][0]["code"]
        return state, self.read(f"ServiceRequest/{id_}")["status"], task["status"]

    def slot(self, days: int = 3, kind: str = "specialist-outpatient", **more: Any) -> str:
        """A free slot of the hospital's schedule; returns its reference."""
        day = TODAY + timedelta(days=days)
        made = {
            "resourceType": "Slot",
            "id": uuid.uuid4().hex,
            "serviceCategory": [concept("slot-kind", kind)],
            "schedule": ref("Schedule/cardiology"),
            "status": "free",
            "start": f"{day}T09:00:00+08:00",
            "end": f"{day}T09:15:00+08:00",
        }
        return self.put(made | more)

    def bed(self) -> str:
        """A free bed of the hospital."""
        kinds = "http://terminology.hl7.org/CodeSystem/location-physical-type"
        return self.put(
            {
                "resourceType": "Location",
                "id": uuid.uuid4().hex,
                "meta": profile("fd-bed"),
                "status": "active",
                "name": "心血管内科病区1床",
                "mode": "instance",
                "physicalType": {"coding": [{"system": kinds, "code": "bd"}]},
                "managingOrganization": ref(HOSPITAL),
            }
        )


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_TYPES = {"result": "Code", "kind": "Code", "time": "DateTime"}


def parameter(name: str, value: Any) -> dict[str, Any]:
    """A parameter of an operation, typed by what its value looks like."""
    if isinstance(value, dict):
        return {"name": name, "resource": value}
    if isinstance(value, bool):
        return {"name": name, "valueBoolean": value}
    if isinstance(value, date):
        return {"name": name, "valueDate": value.isoformat()}
    if not isinstance(value, str):
        return {"name": name, "valueDecimal": value}
    if value.count("/") == 1 and value[0].isupper():
        return {"name": name, "valueReference": ref(value)}
    return {"name": name, f"value{_TYPES.get(name, 'String')}": value}


def sentences(answer: httpx.Response) -> str:
    """All diagnostics of an OperationOutcome."""
    return " | ".join(i["diagnostics"] for i in answer.json()["issue"])


def settle(http: httpx.Client, policy: str) -> None:
    """Store the case, and who takes steps beside its people."""
    whole = cases.bundle(policy, TODAY)
    names = tuple(f"{policy}-{name}" for name in RECORDED)
    kept = [e for e in whole["entry"] if not e["resource"]["id"].startswith(names)]
    more = PEOPLE if policy == POLICY else []
    entries = [
        {"resource": r, "request": {"method": "PUT", "url": f"{r['resourceType']}/{r['id']}"}}
        for r in more
    ]
    body = json.encode(whole | {"entry": [*kept, *entries]})
    answer = http.post("", content=body, headers={"Content-Type": "application/fhir+json"})
    assert answer.status_code == 200, answer.text[:2_000]


PEOPLE = [
    role("reviewer", CENTRE, "referral-reviewer"),
    role("desk", HOSPITAL, "referral-coordinator"),
    role("agent", AGENCY, "referral-reviewer"),
    {"resourceType": "Contract", "id": "draft", "status": "negotiable"},
    {"resourceType": "Organization", "id": "agency", "name": "示例县医保经办机构"},
    {
        "resourceType": "Schedule",
        "id": "cardiology",
        "meta": profile("fd-released-schedule"),
        "serviceCategory": [concept("slot-kind", "specialist-outpatient")],
        "actor": [ref(SPECIALIST)],
        "planningHorizon": {"start": "2026-11-01", "end": "2027-03-31"},
    },
]
