"""Plain writes: no back door beside the operations."""

import copy

import pytest

from .world import TODAY, answered, code, contract, extension, plain, ref, rules, signature, state

STATE = "https://family-doctor-fhir.github.io/StructureDefinition/contract-state"
DOCTOR = "PractitionerRole/example-family-doctor"


def moved(resource, to, status):
    """A contract as it would stand in a state."""
    made = copy.deepcopy(resource)
    made["status"] = status
    rest = [e for e in made["extension"] if e["url"] != STATE]
    made["extension"] = [{"url": STATE, "valueCode": to}, *rest]
    return made


def executed(world, team, resident, **elements):
    """A contract that says it is in force, as a client might write it."""
    made = moved(contract(world.name("contract"), team, [resident]), "active", "executed")
    dated = {"issued": TODAY, "applies": {"start": TODAY, "end": "2026-12-31"}}
    role = "https://family-doctor-fhir.github.io/CodeSystem/signer-role"
    signers = [
        {
            "type": {"system": role, "code": kind},
            "party": {"reference": who},
            "signature": [signature(who)],
        }
        for kind, who in (("resident", resident), ("family-doctor", DOCTOR))
    ]
    return made | dated | {"signer": signers} | elements


WAYS = ("PUT", "POST", "transaction", "conditional", "PATCH")


def write(world, resource, way):
    """Write a Contract in one of the ways there are; the reply."""
    url, resource = f"{world.base}/Contract", plain(resource)
    if way == "PUT":
        return world.client.put(f"{url}/{resource['id']}", json=resource)
    if way == "POST":
        return world.client.post(url, json=resource)
    if way == "conditional":
        condition = {"_id": resource["id"]}
        return world.client.put(url, json=resource, params=condition)
    if way == "PATCH":
        draft = contract(resource["id"], performer(resource), people(resource))
        world.put(draft)
        patch = [
            {"op": "add", "path": f"/{k}", "value": v}
            for k, v in resource.items()
            if k not in ("id", "meta", "resourceType")
        ]
        head = {"Content-Type": "application/json-patch+json"}
        return world.client.patch(f"{url}/{resource['id']}", json=patch, headers=head)
    entry = {
        "resource": resource,
        "request": {"method": "PUT", "url": f"Contract/{resource['id']}"},
    }
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [entry]}
    return world.client.post(world.base, json=bundle)


def performer(resource):
    return resource["term"][0]["action"][0]["performer"]["reference"]


def people(resource):
    return [s["reference"] for s in resource["subject"]]


@pytest.mark.parametrize("way", WAYS)
def test_a_contract_written_in_force_reserves_like_a_signed_one(world, way):
    resident = world.resident()
    reply = write(world, executed(world, world.team(), resident), way)
    assert reply.status_code in (200, 201), reply.text
    (episode,) = world.find(f"EpisodeOfCare?patient={resident}")
    assert episode["status"] == "active"
    assert len(world.get(resident)["generalPractitioner"]) == 1
    assert rules(world.sign(world.draft(world.team(), resident))) == {"rule-one-team-per-resident"}


@pytest.mark.parametrize("way", WAYS)
def test_a_contract_written_in_force_is_judged_like_a_signed_one(world, way):
    resident = world.resident()
    world.signed(world.team(), resident)
    made = executed(world, world.team(), resident)
    reply = write(world, made, way)
    assert (reply.status_code, rules(reply)) == (409, {"rule-one-team-per-resident"})
    if way != "PATCH":
        assert world.client.get(f"{world.base}/Contract/{made['id']}").status_code == 404


def test_a_full_team_is_full_for_plain_writes(world):
    team = world.team(most=1)
    world.signed(team, world.resident())
    reply = write(world, executed(world, team, world.resident()), "PUT")
    assert (reply.status_code, rules(reply)) == (409, {"rule-capacity"})


def test_a_state_does_not_lead_everywhere(world):
    reference = world.signed(world.team(), world.resident())
    back = moved(world.get(reference), "applied", "offered")
    reply = write(world, back, "PUT")
    assert (reply.status_code, rules(reply)) == (409, {"rule-transition"})


def test_a_wrong_contract_becomes_void_and_is_not_deleted(world):
    resident = world.resident()
    reference = world.signed(world.team(), resident)
    gone = world.client.delete(f"{world.base}/{reference}")
    assert (gone.status_code, rules(gone)) == (409, {"rule-on-record"})
    world.put(moved(world.get(reference), "void", "entered-in-error"))
    (episode,) = world.find(f"EpisodeOfCare?patient={resident}")
    assert episode["status"] == "entered-in-error"
    world.signed(world.team(), resident)


def test_an_application_may_be_deleted(world):
    reference = world.draft(world.team(), world.resident())
    assert world.client.delete(f"{world.base}/{reference}").status_code == 204


def test_what_happened_elsewhere_enters_as_a_record(world):
    """Policy findings warn; what overlaps is disputed, and holds nobody."""
    resident = world.resident()
    world.signed(world.team(), resident)
    channel = {
        "url": "https://family-doctor-fhir.github.io/StructureDefinition/signing-channel",
        "valueCodeableConcept": {
            "coding": [
                {
                    "system": "https://family-doctor-fhir.github.io/CodeSystem/"
                    "contract-signing-channel",
                    "code": "platform",
                }
            ]
        },
    }
    made = executed(world, world.team(), resident)
    made["extension"].append(channel)
    stored = world.put(made)
    assert (state(stored), stored["status"]) == ("disputed", "disputed")
    assert state(world.get(f"Contract/{made['id']}")) == "disputed"


def test_the_doctor_by_contract_stays_whatever_others_write(world):
    resident = world.resident()
    world.signed(world.team(), resident)
    other = {"reference": "PractitionerRole/of-another-system"}
    stored = world.put(
        {
            "resourceType": "Patient",
            "id": resident.partition("/")[2],
            "birthDate": "1960-05-01",
            "generalPractitioner": [other],
        }
    )
    named = [e["reference"] for e in stored["generalPractitioner"]]
    assert named == [other["reference"], DOCTOR]


def test_a_team_with_contracts_does_not_just_go(world):
    team = world.team()
    reference = world.signed(team, world.resident())
    stored = world.get(team)
    reply = world.client.put(f"{world.base}/{team}", json=stored | {"status": "inactive"})
    assert (reply.status_code, rules(reply)) == (409, {"rule-on-record"})
    assert world.client.delete(f"{world.base}/{team}").status_code == 409
    proof = world.paper("end-evidence", world.get(reference)["subject"][0]["reference"])
    end = {"reason": code("moved"), "evidence": ref(proof)}
    answered(world.call(f"{reference}/$terminate", **end))
    assert extension(world.put(stored | {"status": "inactive"}), "team-capacity")


def test_a_package_that_is_active_stays_as_it_is(world):
    package = world.get("PlanDefinition/hainan-free-1")
    changed = package | {"action": package["action"][:3]}
    reply = world.client.put(f"{world.base}/PlanDefinition/hainan-free-1", json=changed)
    assert (reply.status_code, rules(reply)) == (409, {"rule-on-record"})
    retired = world.client.put(
        f"{world.base}/PlanDefinition/hainan-free-1", json=package | {"status": "active"}
    )
    assert retired.status_code == 200
