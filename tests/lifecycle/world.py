"""A small world in which contracts are signed: an institution, teams, residents, packages."""

import copy
from dataclasses import dataclass, field
from itertools import count

import httpx

import profiles
from profiles import CANONICAL

TODAY = "2026-03-02"
SETTINGS = {"FHIR_TODAY": TODAY, "FHIR_POLICY": "hainan-2024"}
_STRUCTURE = f"{CANONICAL}/StructureDefinition/"
_SIGNATURE = {"system": "urn:iso-astm:E1762-95:2013", "code": "1.2.840.10065.1.12.1.7"}
_EXAMPLES = {f"{r['resourceType']}/{r['id']}": r for r in profiles.examples()}


def system(name):
    return f"{CANONICAL}/CodeSystem/{name}"


def concept(table, code):
    return {"coding": [{"system": system(table), "code": code}]}


def extension(resource, name):
    """The value of an extension, whatever its type."""
    found = [e for e in resource.get("extension", []) if e["url"] == _STRUCTURE + name]
    return next((v for e in found for k, v in e.items() if k != "url"), None)


def state(contract):
    return extension(contract, "contract-state")


@dataclass
class World:
    """Makes people and papers on a server, each under a new id; `base` is its URL."""

    base: str
    client: httpx.Client
    numbers: count = field(default_factory=lambda: count(1))

    def put(self, resource, status=(200, 201)):
        url = f"{self.base}/{resource['resourceType']}/{resource['id']}"
        reply = self.client.put(url, json=plain(resource))
        assert reply.status_code in status, reply.text
        return reply.json()

    def get(self, reference):
        reply = self.client.get(f"{self.base}/{reference}")
        assert reply.status_code == 200, reply.text
        return reply.json()

    def find(self, query):
        """All resources that a search finds."""
        bundle = self.get(f"{query}&_count=1000")
        return [e["resource"] for e in bundle.get("entry", [])]

    def call(self, path, headers=None, **parameters):
        """Call an operation; a parameter is a FHIR value under its full name, or a list of such."""
        body = {"resourceType": "Parameters", "parameter": list(_parameters(parameters))}
        return self.client.post(f"{self.base}/{path}", json=body, headers=headers)

    def name(self, kind):
        return f"{kind}-{next(self.numbers)}"

    def build(self):
        """Store the institution, its doctors and the packages; returns itself."""
        for reference in (
            "Organization/example-institution",
            "PractitionerRole/example-family-doctor",
            "PractitionerRole/example-family-doctor-nurse",
            "PractitionerRole/example-family-doctor-public-health",
        ):
            self.put(_EXAMPLES[reference])
        package = copy.deepcopy(profiles.read("PlanDefinition-hainan-basic-1.json"))
        for action in package["action"]:
            item = action["definitionCanonical"].rpartition("/")[2].replace("|", "-")
            self.put(profiles.read(f"ActivityDefinition-{item}.json"))
        self.put(package)
        self.put(free(package))
        return self

    def doctor(self):
        """A registered doctor of the institution, of their own; the reference."""
        role = copy.deepcopy(_EXAMPLES["PractitionerRole/example-family-doctor"])
        role["id"] = self.name("doctor")
        self.put(role)
        return f"PractitionerRole/{role['id']}"

    def team(self, most=2000, unit="resident", doctor="PractitionerRole/example-family-doctor"):
        """A team with room for so many; its reference."""
        team = copy.deepcopy(_EXAMPLES["CareTeam/example-team"])
        team["id"] = self.name("team")
        team["participant"] = team["participant"][:3]
        team["participant"][0]["member"] = {"reference": doctor}
        capacity = [{"url": "unit", "valueCode": unit}, {"url": "max", "valuePositiveInt": most}]
        team["extension"] = [{"url": f"{_STRUCTURE}team-capacity", "extension": capacity}]
        self.put(team)
        return f"CareTeam/{team['id']}"

    def resident(self, born="1960-05-01", **more):
        """An insured resident; the reference."""
        id_ = self.name("resident")
        self.put({"resourceType": "Patient", "id": id_, "birthDate": born, **more})
        return f"Patient/{id_}"

    def household(self, *members):
        """A household; the reference."""
        household = copy.deepcopy(_EXAMPLES["Group/example-household"])
        household["id"] = self.name("household")
        household["member"] = [{"entity": {"reference": m}} for m in members]
        self.put({k: v for k, v in household.items() if k != "meta"})
        return f"Group/{household['id']}"

    def guardian(self, child):
        """A RelatedPerson of a child; the reference."""
        id_ = self.name("guardian")
        self.put({"resourceType": "RelatedPerson", "id": id_, "patient": {"reference": child}})
        return f"RelatedPerson/{id_}"

    def paper(self, kind, subject, **extensions):
        """A DocumentReference of ours; the reference."""
        id_ = self.name("paper")
        paper = {
            "resourceType": "DocumentReference",
            "id": id_,
            "meta": {"profile": [f"{_STRUCTURE}fd-agreement-document"]},
            "extension": [
                {"url": _STRUCTURE + n.replace("_", "-"), "valueDate": v}
                for n, v in extensions.items()
            ],
            "status": "current",
            "type": concept("document-kind", kind),
            "subject": {"reference": subject},
            "content": [{"attachment": {"title": "示例文件"}}],
        }
        self.put({k: v for k, v in paper.items() if v != []})
        return f"DocumentReference/{id_}"

    def draft(self, team, *residents, package="hainan-free-1", household=None, **elements):
        """A contract that was applied for; the reference."""
        made = contract(self.name("contract"), team, residents, package, household) | elements
        self.put(made)
        return f"Contract/{made['id']}"

    def signed(self, team, *residents, **elements):
        """A contract that is in force; the reference."""
        reference = self.draft(team, *residents, **elements)
        reply = self.sign(reference)
        assert reply.status_code == 200, reply.text
        return reference

    def sign(self, reference, headers=None, **parameters):
        parameters.setdefault("signature", self.signatures(reference))
        return self.call(f"{reference}/$sign", headers, **parameters)

    def signatures(self, reference, when=f"{TODAY}T09:00:00+08:00"):
        """Those of party A and of the family doctor."""
        found = self.get(reference)
        people = [s["reference"] for s in found["subject"] if s["reference"].startswith("Patient")]
        performer = found["term"][0]["action"][0]["performer"]["reference"]
        doctor = performer
        if performer.startswith("CareTeam/"):
            doctor = self.get(performer)["participant"][0]["member"]["reference"]
        return [{"valueSignature": signature(who, when)} for who in (people[0], doctor)]


def plain(resource):
    """A resource with numbers that JSON knows."""
    if isinstance(resource, dict):
        return {k: plain(v) for k, v in resource.items()}
    if isinstance(resource, list):
        return [plain(v) for v in resource]
    return float(resource) if type(resource).__name__ == "Decimal" else resource


def signature(who, when=f"{TODAY}T09:00:00+08:00"):
    return {"type": [_SIGNATURE], "when": when, "who": {"reference": who}}


def free(package):
    """The same package without a price."""
    made = copy.deepcopy(package) | {
        "id": "hainan-free-1",
        "url": f"{CANONICAL}/PlanDefinition/hainan-free",
        "name": "HainanFree",
    }
    amount = {"url": "amount", "valueMoney": {"value": 0, "currency": "CNY"}}
    unit = {"url": "unit", "valueCode": "person-year"}
    made["extension"] = [{"url": f"{_STRUCTURE}price", "extension": [amount, unit]}]
    return made


def contract(id_, team, residents, package="hainan-free-1", household=None):
    """An application as a resident makes it."""
    side = ("household", [household]) if household else ("resident", residents)
    parties = [side, ("provider", ["Organization/example-institution"])]
    return {
        "resourceType": "Contract",
        "id": id_,
        "meta": {"profile": [f"{_STRUCTURE}fd-contract"]},
        "extension": [{"url": f"{_STRUCTURE}contract-state", "valueCode": "applied"}],
        "status": "offered",
        "type": concept("contract-kind", "family-doctor-service"),
        "subject": [{"reference": r} for r in (*([household] if household else []), *residents)],
        "term": [
            {
                "offer": {
                    "party": [
                        {
                            "role": concept("contract-party", role),
                            "reference": [{"reference": r} for r in references],
                        }
                        for role, references in parties
                    ],
                    "topic": {"reference": f"PlanDefinition/{package}"},
                    "type": concept("package-kind", "basic"),
                },
                "action": [
                    {
                        "type": concept("contract-action", "provide-package"),
                        "intent": {
                            "coding": [
                                {
                                    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
                                    "code": "TREAT",
                                }
                            ]
                        },
                        "status": {
                            "coding": [
                                {
                                    "system": "http://hl7.org/fhir/contract-action-status",
                                    "code": "complete",
                                }
                            ]
                        },
                        "performer": {"reference": team},
                    }
                ],
            }
        ],
    }


def _parameters(given):
    for name, value in given.items():
        for each in value if isinstance(value, list) else [value]:
            yield {"name": name.rstrip("_"), **each}


def ref(reference):
    return {"valueReference": {"reference": reference}}


def day(text):
    return {"valueDate": text}


def code(text):
    return {"valueCode": text}


def text(said):
    return {"valueString": said}


def rules(reply):
    """The rules that an OperationOutcome names."""
    return {i["details"]["coding"][0]["code"] for i in reply.json()["issue"] if "details" in i}


def answered(reply, name="contract"):
    """A parameter of an answer."""
    assert reply.status_code == 200, reply.text
    found = [p for p in reply.json()["parameter"] if p["name"] == name]
    return found[0]["resource"] if found else None
