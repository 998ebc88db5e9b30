"""Chains, reverse chains and includes over HTTP, also where criteria decide about a write."""

import pytest
from build import basic, bundle, criteria, entry, identified, observation, sentences, unique


def reference(resource):
    return {"reference": f"{resource['resourceType']}/{resource['id']}"}


@pytest.fixture(scope="module")
def ward(fhir):
    """An organization with a name of its own, a patient of it, an observation of her."""
    name = f"Ward{unique()}"
    organization = fhir.made({"resourceType": "Organization", "name": name})
    resident = fhir.made(identified(unique(), managingOrganization=reference(organization)))
    weight = fhir.made(observation(subject=reference(resident)))
    return {"name": name, "organization": organization, "patient": resident, "weight": weight}


def matched(answer, mode="match"):
    body = answer.json()
    assert answer.status_code == 200, body
    return [e["resource"]["id"] for e in body.get("entry", ()) if e["search"]["mode"] == mode]


def test_a_chain_of_two_steps(fhir, ward):
    answer = fhir.get("Observation", params={"subject:Patient.organization.name": ward["name"]})
    assert matched(answer) == [ward["weight"]["id"]]
    assert answer.json()["total"] == 1
    assert "subject:Patient.organization.name=Ward" in answer.json()["link"][0]["url"]


def test_a_reverse_chain(fhir, ward):
    criterion = {"_has:Patient:organization:_has:Observation:patient:_id": ward["weight"]["id"]}
    assert matched(fhir.get("Organization", params=criterion)) == [ward["organization"]["id"]]


def test_sees_what_was_just_written(fhir, ward):
    for number in range(3):
        params = {"subject:Patient.organization.name": ward["name"], "status": "amended"}
        assert fhir.get("Observation", params=params).json()["total"] == number
        fhir.made(observation(status="amended", subject=reference(ward["patient"])))


def test_includes_come_after_the_matches(fhir, ward):
    params = {
        "_id": ward["weight"]["id"],
        "_include": "Observation:subject",
        "_include:iterate": "Patient:organization",
        "_elements": "subject",
    }
    answer = fhir.get("Observation", params=params)
    assert matched(answer) == [ward["weight"]["id"]]
    assert set(matched(answer, "include")) == {ward["patient"]["id"], ward["organization"]["id"]}
    first, *others = answer.json()["entry"]
    assert "SUBSETTED" in str(first["resource"]["meta"])
    assert all(e["fullUrl"].endswith(reference(e["resource"])["reference"]) for e in others)
    assert all("SUBSETTED" not in str(e["resource"]["meta"]) for e in others)
    assert answer.json()["total"] == 1
    assert "_include:iterate=Patient:organization" in answer.json()["link"][0]["url"]


def test_a_conditional_create_by_a_chain(fhir, ward):
    chained = {"if_none_exist": f"subject:Patient.organization.name={ward['name']}&status=unknown"}
    record = observation(status="unknown", subject=reference(ward["patient"]))
    first, second = (fhir.create(record, **chained) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]


def test_conditional_writes_of_a_transaction_by_chains(fhir, ward):
    mine = f"subject:Patient.organization.name={ward['name']}&status=registered"
    record = observation(status="registered", subject=reference(ward["patient"]))
    referring = observation(subject={"reference": f"Patient?organization.name={ward['name']}"})
    answered = fhir.run(
        bundle(
            "transaction",
            entry("PUT", f"Observation?{mine}", record),
            entry("POST", "Observation", referring),
        )
    )
    made = [e["response"]["location"].split("/_history")[0] for e in answered["entry"]]
    assert fhir.get(made[1]).json()["subject"] == reference(ward["patient"])
    again = fhir.run(bundle("transaction", entry("PUT", f"Observation?{mine}", record)))
    assert again["entry"][0]["response"]["status"].startswith("200")
    assert fhir.count("Observation", **dict(p.split("=") for p in mine.split("&"))) == 1


def test_a_conditional_delete_by_a_reverse_chain(fhir):
    resident = fhir.made(identified(unique()))
    seen = fhir.made(observation(subject=reference(resident)))
    assert fhir.delete(f"Patient?_has:Observation:patient:_id={seen['id']}").status_code == 204
    assert fhir.get(reference(resident)["reference"]).status_code == 410


def test_a_chain_through_a_deleted_resource_finds_nothing(fhir):
    key = unique()
    resident = fhir.made(identified(key))
    fhir.made(observation(subject=reference(resident)))
    system, value = criteria(key).removeprefix("identifier=").split("|")
    params = {"subject:Patient.identifier": f"{system}|{value}"}
    assert fhir.get("Observation", params=params).json()["total"] == 1
    fhir.delete(reference(resident)["reference"])
    assert fhir.get("Observation", params=params).json()["total"] == 0


@pytest.mark.parametrize(
    ("params", "status", "words"),
    [
        ({"subject:Practitioner.name": "x"}, 400, "never refers to 'Practitioner'"),
        ({".".join(["has-member"] * 50 + ["status"]): "final"}, 403, "at most 10 steps"),
        ({"_has:" * 3: "x"}, 400, "_has:[type]"),
        ({"focus.focus.focus.focus.focus.code": "x"}, 403, "name the types"),
        ({"_include": "Observation:code"}, 400, "no reference parameter named 'code'"),
        ({"subject.$where": "1"}, 400, "none of the types"),
        ({"subject:$ne.name": "1"}, 400, "never refers to '$ne'"),
        ({"subject:Patient.name": ",".join("a" * 2000)}, 403, "1000 values"),
    ],
)
def test_refused_by_name(fhir, params, status, words):
    answer = fhir.get("Observation", params=params)
    assert answer.status_code == status
    assert words in sentences(answer)


def test_lenient_leaves_out_a_chain_that_cannot_be(fhir, ward):
    params = {"_id": ward["weight"]["id"], "subject.nome": "x", "_include": "Nonsense:x"}
    answer = fhir.get("Observation", params=params, headers={"Prefer": "handling=lenient"})
    assert matched(answer) == [ward["weight"]["id"]]
    outcome = answer.json()["entry"][-1]["resource"]
    assert [i["expression"] for i in outcome["issue"]] == [["http.subject.nome"], ["http._include"]]


def test_in_xml(fhir, ward):
    params = {"_id": ward["weight"]["id"], "_include": "*", "_format": "xml"}
    assert '<mode value="include"/>' in fhir.get("Observation", params=params).text


def test_the_version_that_is_named_is_included(fhir):
    first, second = (fhir.made({"resourceType": "Organization", "name": n}) for n in ("A", "B"))
    told = fhir.made(identified(unique(), managingOrganization=reference(first)))
    fhir.update({**told, "managingOrganization": reference(second)})
    named = reference(told)["reference"]
    versions = [f"{named}/_history/{version}" for version in (1, 2, 3, "x", "1" * 99)]

    def brought(*references, iterate=""):
        kept = fhir.made({
            "resourceType": "Provenance", "recorded": "2026-01-01T00:00:00Z",
            "agent": [{"who": {"display": "somebody"}}],
            "target": [{"reference": r} for r in references],
        })  # fmt: skip
        search = {"_id": kept["id"], "_include": "Provenance:target"}
        if iterate:
            search["_include:iterate"] = iterate
        entries = fhir.get("Provenance", params=search).json()["entry"][1:]
        assert {e["search"]["mode"] for e in entries} <= {"include"}
        return [(e["resource"]["id"], e["resource"]["meta"]["versionId"]) for e in entries]

    assert brought(versions[0]) == [(told["id"], "1")]
    assert brought(versions[1], named) == [(told["id"], "2")]
    assert sorted(brought(*versions, named)) == [(told["id"], "1"), (told["id"], "2")]
    assert brought(f"{reference(first)['reference']}/_history/2") == []
    led = brought(versions[0], iterate="Patient:organization")
    assert sorted(led) == sorted([(told["id"], "1"), (first["id"], "1")])
    fhir.delete(named)
    assert brought(*versions) == []


def test_what_is_cut_from_the_includes_is_said(fhir):
    resident = fhir.made(identified(unique()))
    records = [basic(subject=reference(resident)) for _ in range(1001)]
    fhir.run(bundle("transaction", *(entry("POST", "Basic", record) for record in records)))
    params = {"_id": resident["id"], "_revinclude": "Basic:subject"}
    answer = fhir.get("Patient", params=params)
    assert matched(answer) == [resident["id"]]
    assert len(set(matched(answer, "include"))) == 1000
    (said,) = answer.json()["entry"][-1]["resource"]["issue"]
    assert (said["severity"], said["code"]) == ("warning", "too-costly")
    assert "Only 1,000" in said["diagnostics"]
