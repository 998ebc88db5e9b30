"""Writes are held to the profiles they declare, those stored here too (profiling.html, 5.1.0)."""

import pytest
from build import (
    R4_DEFINES,
    batch,
    element,
    entry,
    fhirpath_patch,
    json_patch_binary,
    observation,
    patient,
    profile,
    sentences,
    statuses,
    transaction,
    unique,
)


def declaring(*urls, **more):
    return patient(id=unique(), meta={"profile": list(urls)}, **more)


def put(fhir, resource):
    answer = fhir.update(resource)
    assert answer.status_code in (200, 201), answer.text
    return resource


@pytest.fixture
def gendered(fhir):
    """The URL of a profile that is stored: a Patient has a gender."""
    return put(fhir, profile())["url"]


def rules(answer, severity="error"):
    """The rules that are broken, with their places."""
    return {
        (issue["details"]["coding"][0]["code"], *issue.get("expression", ()))
        for issue in answer.json()["issue"]
        if issue["severity"] == severity and "details" in issue
    }


NO_GENDER = {("profile-min", "Patient")}


def test_what_a_stored_profile_demands_is_demanded(fhir, gendered):
    assert fhir.create(declaring(gendered, gender="female")).status_code == 201
    refused = fhir.create(declaring(gendered))
    assert (refused.status_code, rules(refused)) == (422, NO_GENDER)
    told = fhir.post("Patient/$validate", json=declaring(gendered))
    assert rules(told) == NO_GENDER
    assert fhir.create(patient()).status_code == 201


def remove_gender(id_):
    """A FHIRPath Patch and a JSON Patch of a transaction."""
    gone = fhirpath_patch({"type": "delete", "path": "Patient.gender"})
    return entry("PATCH", f"Patient/{id_}", gone), entry(
        "PATCH", f"Patient/{id_}", json_patch_binary('[{"op": "remove", "path": "/gender"}]')
    )


def test_every_way_of_writing_passes_the_same_gate(fhir, gendered):
    bad, good = declaring(gendered), declaring(gendered, gender="female")
    put(fhir, good)
    undeclared = fhir.made(patient())
    fhirpath, json_patch = remove_gender(good["id"])
    meta = {"name": "meta", "valueMeta": {"profile": [gendered]}}
    parameters = {"resourceType": "Parameters", "parameter": [meta]}
    answers = [
        fhir.create(bad),
        fhir.create(bad, if_none_exist=f"_id={unique()}"),
        fhir.update(bad),
        fhir.put(f"Patient?_id={bad['id']}", json=bad),
        fhir.patch(f"Patient/{good['id']}", json=fhirpath["resource"]),
        fhir.patch(f"Patient?_id={good['id']}", json=fhirpath["resource"]),
        fhir.post(f"Patient/{undeclared['id']}/$meta-add", json=parameters),
        fhir.post("", json=transaction(entry("POST", "Patient", good), fhirpath)),
        fhir.post("", json=transaction(json_patch)),
        fhir.post("", json=transaction(entry("PUT", f"Patient/{bad['id']}", bad))),
    ]
    assert {a.status_code for a in answers} == {422}, [a.text for a in answers]
    assert {rule for a in answers for rule, *_ in rules(a)} == {"profile-min"}
    assert rules(answers[-1]) == {("profile-min", "Bundle.entry[0]")}
    done = fhir.run(batch(entry("POST", "Patient", bad), entry("POST", "Patient", good)))
    assert statuses(done) == [422, 201]
    assert fhir.get(f"Patient/{bad['id']}").status_code == 404
    assert fhir.get(f"Patient/{good['id']}").json()["gender"] == "female"


def test_a_profile_of_r4_is_demanded_as_well(fhir):
    refused = fhir.create(observation(meta={"profile": [f"{R4_DEFINES}/bp"]}))
    assert refused.status_code == 422
    assert "slice-min" in {rule for rule, *_ in rules(refused)}
    assert fhir.create(observation(meta={"profile": ["http://a.b/unknown"]})).status_code == 201


@pytest.mark.parametrize(
    ("status", "expected"), [("active", 422), ("draft", 422), ("retired", 201), ("unknown", 201)]
)
def test_a_profile_counts_by_its_status(fhir, status, expected):
    stored = put(fhir, profile(status=status))
    assert fhir.create(declaring(stored["url"])).status_code == expected


def test_a_change_is_in_force_at_once(fhir):
    stored = profile()
    resource = declaring(stored["url"])
    assert fhir.update(resource).status_code == 201, "nobody knows the profile"
    put(fhir, stored)
    assert fhir.update(resource).status_code == 422
    put(fhir, {**stored, "differential": {"element": [element("Patient.name", min=1)]}})
    assert fhir.update(resource).status_code == 200
    fhir.run(transaction(entry("PUT", f"StructureDefinition/{stored['id']}", stored)))
    assert fhir.update(resource).status_code == 422
    assert fhir.delete(f"StructureDefinition/{stored['id']}").status_code == 204
    assert fhir.update(resource).status_code == 200


def test_a_version_that_is_named_is_meant(fhir):
    url = f"http://example.org/{unique()}"
    put(fhir, profile(url, version="1.0.0"))
    put(fhir, profile(url, element("Patient.birthDate", min=1), version="2.0.0"))
    answers = {
        said: fhir.create(declaring(f"{url}{said}", gender="female")).status_code
        for said in ("|1.0.0", "|2.0.0", "|3.0.0", "")
    }
    assert answers == {"|1.0.0": 201, "|2.0.0": 422, "|3.0.0": 201, "": 422}


def test_what_a_profile_builds_on_is_read_where_it_is_stored(fhir):
    base = f"http://example.org/{unique()}"
    codes = {
        "resourceType": "CodeSystem",
        "id": unique(),
        "url": f"{base}/codes",
        "status": "active",
        "content": "complete",
        "concept": [{"code": "a", "concept": [{"code": "b"}]}],
    }
    value_set = {
        "resourceType": "ValueSet",
        "id": unique(),
        "url": f"{base}/marks",
        "status": "active",
        "compose": {"include": [{"system": f"{base}/codes"}]},
    }
    marked = profile(f"{base}/parent")
    extension = profile(
        f"{base}/extension",
        element("Extension.value[x]", min=1, type=[{"code": "boolean"}]),
        kind="complex-type",
        type="Extension",
        baseDefinition=f"{R4_DEFINES}/Extension",
        context=[{"type": "element", "expression": "Patient"}],
    )
    binding = {"strength": "required", "valueSet": f"{base}/marks"}
    child = profile(
        f"{base}/child",
        element("Patient.maritalStatus", min=1, binding=binding),
        baseDefinition=f"{base}/parent",
    )
    for each in (codes, value_set, marked, extension, child):
        put(fhir, each)

    def answer(code, **value):
        status = {"coding": [{"system": f"{base}/codes", "code": code}]}
        extended = [{"url": f"{base}/extension", **value}]
        resource = declaring(f"{base}/child", maritalStatus=status, extension=extended)
        return fhir.create(resource), fhir.post("Patient/$validate", json=resource)

    refused, told = answer("c", valueString="x")
    assert refused.status_code == 422
    broken = {
        ("coding-unknown", "Patient.maritalStatus.coding[0]"),
        ("profile-binding", "Patient.maritalStatus"),
        ("profile-min", "Patient"),
        ("profile-value-type", "Patient.extension[0].value"),
    }
    assert rules(refused) == rules(told) == broken
    put(fhir, {**codes, "concept": [{"code": "c"}]})
    refused, _ = answer("c", valueBoolean=True)
    assert rules(refused) == NO_GENDER


SPRAWLING = [f"http://example.org/extension/{n}" for n in range(500)]
BROKEN = {
    "a base that is not known": profile(baseDefinition="http://example.org/nowhere"),
    "an element there is not": profile(None, element("Patient.colour", min=1)),
    "a circle": profile("http://example.org/circle", baseDefinition="http://example.org/circle"),
    "more than can be read": profile(
        None, element("Patient.extension", type=[{"code": "Extension", "profile": SPRAWLING}])
    ),
}


@pytest.mark.parametrize("stored", BROKEN.values(), ids=BROKEN)
def test_a_profile_that_cannot_be_used_is_said_and_stops_nobody(fhir, gendered, stored):
    put(fhir, stored)
    url = stored["url"]
    wanted = {"Prefer": "return=OperationOutcome"}
    written = fhir.post("Patient", json=declaring(url), headers=wanted)
    assert written.status_code == 201
    told = fhir.post("Patient/$validate", json=declaring(url))
    for answer in (written, told):
        assert not rules(answer)
        assert "profile-broken" in {rule for rule, *_ in rules(answer, "warning")}
        assert url in sentences(answer)
    assert fhir.create(declaring(gendered, gender="female")).status_code == 201
    asked = fhir.post(f"Patient/$validate?profile={url}", json=patient())
    assert rules(asked) & {("profile-broken", "Patient"), ("profile-unknown", "Patient")}


def test_warnings_of_a_write_are_told_to_who_asks(fhir):
    url = f"http://example.org/{unique()}"
    invariant = {"key": "own-1", "severity": "warning", "human": "A gender is of use."}
    constraint = [{**invariant, "expression": "gender.exists()"}]
    put(fhir, profile(url, element("Patient", constraint=constraint)))
    wanted = {"Prefer": "return=OperationOutcome"}
    resource = declaring(url)
    written = fhir.put(f"Patient/{resource['id']}", json=resource, headers=wanted)
    assert (written.status_code, rules(written, "warning")) == (201, {("own-1", "Patient")})
    patched = fhir.patch(
        f"Patient/{resource['id']}",
        json=fhirpath_patch({"type": "delete", "path": "Patient.name"}),
        headers=wanted,
    )
    assert (patched.status_code, rules(patched, "warning")) == (200, {("own-1", "Patient")})
    silent = fhir.update({**resource, "gender": "male"}, Prefer="return=OperationOutcome")
    assert not rules(silent, "warning")
