"""patch by JSON Patch and FHIRPath Patch (http.html 3.1.0.6, fhirpatch.html, RFC 6902)."""

import json

import pytest
from build import fhirpath_patch, observation, patient, unique

JSON_PATCH = "application/json-patch+json"


@pytest.fixture
def made(fhir):
    return fhir.made(patient(gender="female", birthDate="1980-01-01"))


def json_patched(fhir, id_, operations, **headers):
    text = operations if isinstance(operations, str) else json.dumps(operations)
    headers = {"Content-Type": JSON_PATCH, **headers}
    return fhir.patch(f"Patient/{id_}", content=text.encode(), headers=headers)


def replace_gender(code="male"):
    return fhirpath_patch(
        {"type": "replace", "path": "Patient.gender", "value": {"valueCode": code}}
    )


@pytest.mark.parametrize("kind", [JSON_PATCH, JSON_PATCH + "; charset=utf-8"])
def test_a_json_patch_makes_a_version(fhir, made, kind):
    operations = [
        {"op": "test", "path": "/gender", "value": "female"},
        {"op": "replace", "path": "/gender", "value": "male"},
        {"op": "add", "path": "/name/0/given/-", "value": "小"},
        {"op": "remove", "path": "/birthDate"},
    ]
    answer = json_patched(fhir, made["id"], operations, **{"Content-Type": kind})
    resource = answer.json()
    assert answer.status_code == 200
    assert answer.headers["etag"] == 'W/"2"'
    assert "last-modified" in answer.headers
    assert resource["meta"]["versionId"] == "2"
    assert resource["gender"] == "male"
    assert resource["name"][0]["given"] == ["芳", "小"]
    assert "birthDate" not in resource
    assert fhir.get(f"Patient/{made['id']}").json() == resource


def test_a_failing_test_is_422_and_nothing_changes(fhir, made):
    operations = [
        {"op": "replace", "path": "/gender", "value": "male"},
        {"op": "test", "path": "/birthDate", "value": "1999-01-01"},
    ]
    assert json_patched(fhir, made["id"], operations).status_code == 422
    assert fhir.get(f"Patient/{made['id']}").json() == made


@pytest.mark.parametrize(
    "operations",
    [
        [{"op": "remove", "path": "/photo"}],
        [{"op": "replace", "path": "/gender", "value": "unclear"}],
        [{"op": "add", "path": "/colour", "value": "red"}],
        [{"op": "add", "path": "/name/7/family", "value": "x"}],
        [{"op": "remove", "path": "/resourceType"}],
        [{"op": "replace", "path": "", "value": []}],
        [{"op": "paint", "path": "/gender", "value": "x"}],
        [{"op": "add", "path": "gender", "value": "male"}],
        [{"path": "/gender"}],
        ["x"],
        {"op": "remove", "path": "/gender"},
        "[{",
        "",
    ],
)
def test_a_patch_that_leads_nowhere_is_refused(fhir, made, operations):
    assert json_patched(fhir, made["id"], operations).status_code in (400, 422)
    assert fhir.get(f"Patient/{made['id']}").json() == made


@pytest.mark.parametrize(
    "operations",
    [
        [{"op": "replace", "path": "/id", "value": "another"}],
        [{"op": "remove", "path": "/id"}],
        [{"op": "replace", "path": "/resourceType", "value": "Person"}],
    ],
)
def test_identity_cannot_be_patched(fhir, made, operations):
    assert json_patched(fhir, made["id"], operations).status_code in (400, 422)
    assert fhir.get(f"Patient/{made['id']}").headers["etag"] == 'W/"1"'


def test_the_server_keeps_version_and_time(fhir, made):
    operations = [{"op": "replace", "path": "/meta/versionId", "value": "55"}]
    answer = json_patched(fhir, made["id"], operations)
    assert answer.status_code in (200, 400, 422)
    assert fhir.get(f"Patient/{made['id']}").json()["meta"]["versionId"] in ("1", "2")


def test_a_fhirpath_patch_makes_a_version(fhir, made):
    operations = fhirpath_patch(
        {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "male"}},
        {"type": "add", "path": "Patient", "name": "active", "value": {"valueBoolean": True}},
        {"type": "delete", "path": "Patient.birthDate"},
        {
            "type": "insert",
            "path": "Patient.name.given",
            "index": 0,
            "value": {"valueString": "小"},
        },
    )
    answer = fhir.patch(f"Patient/{made['id']}", json=operations)
    resource = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (200, 'W/"2"')
    assert (resource["gender"], resource["active"]) == ("male", True)
    assert resource["name"][0]["given"] == ["小", "芳"]
    assert "birthDate" not in resource


def test_a_fhirpath_patch_in_xml(fhir, made):
    body = """<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="operation"/>
      <part><name value="type"/><valueCode value="replace"/></part>
      <part><name value="path"/><valueString value="Patient.gender"/></part>
      <part><name value="value"/><valueCode value="male"/></part></parameter></Parameters>"""
    headers = {"Content-Type": "application/fhir+xml"}
    answer = fhir.patch(f"Patient/{made['id']}", content=body, headers=headers)
    assert (answer.status_code, answer.json()["gender"]) == (200, "male")


@pytest.mark.parametrize(
    "operations",
    [
        fhirpath_patch({"type": "replace", "path": "Patient.photo", "value": {"valueString": "x"}}),
        fhirpath_patch({"type": "replace", "path": "Patient.(", "value": {"valueString": "x"}}),
        fhirpath_patch({"type": "paint", "path": "Patient.gender"}),
        fhirpath_patch({"path": "Patient.gender"}),
        fhirpath_patch({"type": "add", "path": "Patient.name", "name": "colour", "value": {}}),
        {"resourceType": "Parameters", "parameter": [{"name": "colour"}]},
        patient(),
        {},
    ],
)
def test_a_fhirpath_patch_that_leads_nowhere_is_refused(fhir, made, operations):
    assert fhir.patch(f"Patient/{made['id']}", json=operations).status_code in (400, 422)
    assert fhir.get(f"Patient/{made['id']}").json() == made


def test_if_match(fhir, made):
    path = f"Patient/{made['id']}"
    stale = fhir.patch(path, json=replace_gender(), headers={"If-Match": 'W/"2"'})
    assert stale.status_code == 412
    assert fhir.get(path).json() == made
    assert fhir.patch(path, json=replace_gender(), headers={"If-Match": "1"}).status_code == 200


def test_there_must_be_something_to_patch(fhir, made):
    assert fhir.patch(f"Patient/{unique()}", json=replace_gender()).status_code == 404
    fhir.delete(f"Patient/{made['id']}")
    assert fhir.patch(f"Patient/{made['id']}", json=replace_gender()).status_code in (404, 410)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/merge-patch+json", "application/xml-patch+xml", ""]
)
def test_another_content_type_is_415(fhir, made, kind):
    headers = {"Content-Type": kind}
    answer = fhir.patch(f"Patient/{made['id']}", content=b"{}", headers=headers)
    assert answer.status_code == 415


@pytest.mark.parametrize("returns", ["minimal", "OperationOutcome"])
def test_prefer(fhir, made, returns):
    prefer = {"Prefer": f"return={returns}"}
    answer = fhir.patch(f"Patient/{made['id']}", json=replace_gender(), headers=prefer)
    assert answer.status_code == 200
    assert answer.headers["etag"] == 'W/"2"'
    assert (answer.content == b"") == (returns == "minimal")


def test_decimals_a_patch_does_not_touch_keep_their_digits(fhir):
    body = json.dumps(observation(valueQuantity={"value": 1, "unit": "kg"}))
    body = body.replace('"value": 1', '"value": 1.500')
    made = fhir.post("Observation", content=body).json()
    operations = '[{"op":"add","path":"/valueQuantity/unit","value":"g"}]'
    answer = fhir.patch(
        f"Observation/{made['id']}", content=operations, headers={"Content-Type": JSON_PATCH}
    )
    assert '"value":1.500' in answer.text


def test_the_shared_cases_over_http(fhir, shared):
    """Every FHIRPath Patch case of others whose input and output R4 allows to be stored."""
    cases = json.loads((shared / "suites/patch/fhirpath_patch_cases.json").read_text())["cases"]
    carried_out = 0
    for case in cases:
        type_, id_ = case["input"]["resourceType"], unique()
        wanted = case.get("output") or case["input"]
        if any(
            fhir.put(f"{type_}/{id_}", json={**resource, "id": id_}).is_error
            for resource in (wanted, case["input"])
        ):
            continue
        answer = fhir.patch(f"{type_}/{id_}", json=case["patch"])
        if case["error"]:
            assert answer.status_code in (400, 422), case["name"]
            continue
        assert answer.status_code == 200, (case["name"], answer.text)
        got = {k: v for k, v in answer.json().items() if k not in ("id", "meta")}
        assert got == {k: v for k, v in wanted.items() if k not in ("id", "meta")}, case["name"]
        carried_out += 1
    assert carried_out > len(cases) // 2
