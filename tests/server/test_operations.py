"""$validate, $meta, $meta-add, $meta-delete (resource-operation-*.html, operations.html)."""

import pytest
from build import observation, patient, unique


def parameters(**values):
    """Parameters by name; resources as `resource`, the rest under the key given."""
    listed = [
        {"name": name, "resource": value} if "resourceType" in value else {"name": name, **value}
        for name, value in values.items()
    ]
    return {"resourceType": "Parameters", "parameter": listed}


def severities(answer):
    assert answer.status_code == 200, answer.text
    assert answer.json()["resourceType"] == "OperationOutcome"
    return {i["severity"] for i in answer.json()["issue"]}


FINE = {"information", "warning"}


@pytest.fixture
def made(fhir):
    return fhir.made(patient(gender="female"))


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: parameters(resource=r)])
def test_validate_finds_what_a_create_would_refuse(fhir, wrap):
    assert severities(fhir.post("Patient/$validate", json=wrap(patient()))) <= FINE
    bad = patient(colour="red", birthDate="2020-13-01")
    answer = fhir.post("Patient/$validate", json=wrap(bad))
    assert "error" in severities(answer)
    told = {(i["code"], e) for i in answer.json()["issue"] for e in i["expression"]}
    refused = fhir.create(bad).json()["issue"]
    assert told == {(i["code"], e) for i in refused for e in i["expression"]}


def test_validate_stores_nothing(fhir):
    value = unique()
    fhir.post("Patient/$validate", json=patient(identifier=[{"value": value}]))
    assert fhir.count("Patient", identifier=value) == 0


def test_validate_minds_the_type_in_the_url(fhir):
    assert "error" in severities(fhir.post("Patient/$validate", json=observation()))


@pytest.mark.parametrize("mode", ["create", "update", "profile"])
def test_modes(fhir, made, mode):
    asked = parameters(resource=made, mode={"valueCode": mode})
    assert severities(fhir.post(f"Patient/{made['id']}/$validate", json=asked)) <= FINE
    assert severities(fhir.post(f"Patient/{made['id']}/$validate?mode={mode}", json=made)) <= FINE


def test_an_update_must_have_the_id_of_the_instance(fhir, made):
    asked = parameters(resource=patient(id=unique()), mode={"valueCode": "update"})
    assert "error" in severities(fhir.post(f"Patient/{made['id']}/$validate", json=asked))


def test_mode_delete_needs_no_resource(fhir, made):
    asked = parameters(mode={"valueCode": "delete"})
    assert severities(fhir.post(f"Patient/{made['id']}/$validate", json=asked)) <= FINE
    assert fhir.get(f"Patient/{made['id']}").status_code == 200


def test_an_instance_validates_itself(fhir, made):
    assert severities(fhir.get(f"Patient/{made['id']}/$validate")) <= FINE


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("Patient/$validate", None),
        ("Patient/$validate", {"resourceType": "Parameters"}),
        ("Patient/$validate", parameters(resource=patient(), mode={"valueCode": "colour"})),
        ("Patient/$validate", parameters(resource=patient(), colour={"valueCode": "red"})),
        ("Patient/$colour", patient()),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(fhir, path, body):
    assert fhir.post(path, json=body).status_code in (400, 404)


def test_validate_of_a_profile_that_is_not_known_says_so(fhir):
    asked = parameters(resource=patient(), profile={"valueUri": "http://example.org/unknown"})
    answer = fhir.post("Patient/$validate", json=asked)
    assert severities(answer) - {"information"}
    assert "http://example.org/unknown" in answer.text


BLOOD_PRESSURE = "http://hl7.org/fhir/StructureDefinition/bp"


@pytest.mark.parametrize("asks", ["by parameter", "in the query", "by declaring it"])
def test_validate_judges_by_a_profile(fhir, asks):
    resource = observation()
    path = "Observation/$validate"
    if asks == "by parameter":
        resource = parameters(resource=resource, profile={"valueCanonical": BLOOD_PRESSURE})
    elif asks == "in the query":
        path += f"?profile={BLOOD_PRESSURE}"
    else:
        resource["meta"] = {"profile": [BLOOD_PRESSURE]}
    answer = fhir.post(path, json=resource)
    assert "error" in severities(answer)
    rules = {i["details"]["coding"][0]["code"] for i in answer.json()["issue"]}
    assert "slice-min" in rules


def test_validate_in_xml(fhir):
    body = '<Patient xmlns="http://hl7.org/fhir"><gender value="unclear"/></Patient>'
    headers = {"Content-Type": "application/fhir+xml"}
    answer = fhir.post("Patient/$validate", content=body, headers=headers)
    assert "error" in severities(answer)


TAG = {"system": "http://example.org/tags", "code": "a", "display": "A"}
SECURITY = {"system": "http://example.org/security", "code": "s"}
PROFILE = "http://example.org/profile"


def meta_of(answer):
    assert answer.status_code == 200, answer.text
    (parameter,) = answer.json()["parameter"]
    assert parameter["name"] == "return"
    return parameter["valueMeta"]


def labels(**given):
    return parameters(meta={"valueMeta": given})


def test_meta_of_an_instance_and_of_a_version(fhir):
    made = fhir.made(patient(meta={"tag": [TAG]}))
    fhir.update({**made, "meta": {"security": [SECURITY]}})
    meta = meta_of(fhir.get(f"Patient/{made['id']}/$meta"))
    assert (meta["versionId"], meta["security"]) == ("2", [SECURITY])
    assert "tag" not in meta, "an update replaces what it says"
    old = meta_of(fhir.get(f"Patient/{made['id']}/_history/1/$meta"))
    assert (old["versionId"], old["tag"]) == ("1", [TAG])


def test_meta_add_makes_a_version_and_adds_nothing_twice(fhir, made):
    path = f"Patient/{made['id']}"
    meta = meta_of(fhir.post(f"{path}/$meta-add", json=labels(tag=[TAG], profile=[PROFILE])))
    assert (meta["versionId"], meta["tag"], meta["profile"]) == ("2", [TAG], [PROFILE])
    again = meta_of(fhir.post(f"{path}/$meta-add", json=labels(tag=[TAG], security=[SECURITY])))
    assert (again["tag"], again["security"]) == ([TAG], [SECURITY])
    stored = fhir.get(path).json()
    assert stored["meta"] == again
    assert stored["gender"] == "female"
    assert fhir.get(f"{path}/_history/1").json() == made
    assert fhir.count("Patient", _id=made["id"], _tag="http://example.org/tags|a") == 1


def test_meta_delete_makes_a_version(fhir):
    made = fhir.made(patient(meta={"tag": [TAG, {"code": "b"}], "profile": [PROFILE]}))
    path = f"Patient/{made['id']}"
    without_display = {"system": TAG["system"], "code": TAG["code"]}
    removed = labels(tag=[without_display, {"code": "never-was"}], profile=[PROFILE])
    meta = meta_of(fhir.post(f"{path}/$meta-delete", json=removed))
    assert meta["tag"] == [{"code": "b"}]
    assert "profile" not in meta
    assert meta["versionId"] == "2"
    assert fhir.get(path).json()["meta"] == meta


@pytest.mark.parametrize("operation", ["$meta-add", "$meta-delete"])
def test_versions_that_are_history_do_not_change(fhir, made, operation):
    path = f"Patient/{made['id']}/_history/1/{operation}"
    assert 400 <= fhir.post(path, json=labels(tag=[TAG])).status_code < 500
    assert fhir.get(f"Patient/{made['id']}/_history/1").json() == made
    assert fhir.get(f"Patient/{made['id']}").json() == made


@pytest.mark.parametrize("operation", ["$meta-add", "$meta-delete"])
def test_what_changes_data_is_not_called_by_get(fhir, made, operation):
    assert fhir.get(f"Patient/{made['id']}/{operation}").status_code == 405


@pytest.mark.parametrize("operation", ["$meta-add", "$meta-delete"])
@pytest.mark.parametrize(
    "body",
    [
        {"resourceType": "Parameters"},
        parameters(meta={"valueString": "x"}),
        parameters(meta={"valueMeta": {"tag": "x"}}),
        parameters(meta={"valueMeta": {"colour": "red"}}),
        parameters(meta={"valueMeta": {"tag": [{"colour": "red"}]}}),
        patient(),
    ],
)
def test_labels_must_be_a_meta(fhir, made, operation, body):
    assert fhir.post(f"Patient/{made['id']}/{operation}", json=body).status_code in (400, 422)
    assert fhir.get(f"Patient/{made['id']}").json() == made


@pytest.mark.parametrize("operation", ["$meta", "$meta-add"])
def test_there_must_be_something_to_label(fhir, made, operation):
    method, body = ("GET", None) if operation == "$meta" else ("POST", labels(tag=[TAG]))
    path = f"Patient/{unique()}/{operation}"
    assert fhir.request(method, path, json=body).status_code == 404
    fhir.delete(f"Patient/{made['id']}")
    gone = fhir.request(method, f"Patient/{made['id']}/{operation}", json=body)
    assert gone.status_code in (404, 410)


def test_meta_of_a_type_and_of_the_server_tells_the_labels_in_use(serve_with):
    """Each once, with the case of its code; what was removed or deleted is none."""
    with serve_with() as client:
        one, two = (client.made(patient(meta={"tag": [TAG], "profile": [PROFILE]})) for _ in "12")
        client.made(observation(meta={"tag": [TAG, {"code": "Only-Here"}]}))
        client.delete(f"Patient/{client.made(patient(meta={'tag': [{'code': 'gone'}]}))['id']}")
        client.update({**two, "meta": {"security": [SECURITY]}})
        of_type = meta_of(client.get("Patient/$meta"))
        assert of_type == {"profile": [PROFILE], "security": [SECURITY], "tag": [TAG]}
        everywhere = meta_of(client.post("$meta", json={"resourceType": "Parameters"}))
        assert {t["code"] for t in everywhere["tag"]} == {TAG["code"], "Only-Here"}
        assert client.get("Basic/$meta").json() == {"resourceType": "Parameters"}
        assert client.get("Patient/$meta?colour=red").status_code == 400
        assert client.get(f"Patient/{one['id']}").json() == one


def test_an_instance_that_is_not_there_cannot_be_validated(fhir):
    assert fhir.get(f"Patient/{unique()}/$validate").status_code == 404
