"""capabilities (http.html 3.1.0.10): the CapabilityStatement is true to the letter."""

import pytest
from build import (
    basic,
    batch,
    criteria,
    entry,
    fhirpath_patch,
    identified,
    observation,
    patient,
    statuses,
    transaction,
    unique,
)

from fhir_server.errors import BadRequest
from fhir_server.search import SearchContext, parse

SAMPLE = {
    "Patient": patient(language="zh"),
    "Observation": observation(language="zh"),
    "Basic": basic(language="zh"),
    "Bundle": {"resourceType": "Bundle", "type": "collection", "language": "zh"},
    "Contract": {"resourceType": "Contract", "language": "zh"},
    "Group": {"resourceType": "Group", "type": "person", "actual": True, "language": "zh"},
    "CareTeam": {"resourceType": "CareTeam", "language": "zh"},
}
VALUES = {
    "token": "true",
    "string": "x",
    "date": "2020-01-01",
    "reference": "Patient/1",
    "quantity": "5.4",
    "number": "5",
    "uri": "http://example.org/x",
    "composite": "x$x",
    "special": "x",
}


@pytest.fixture(scope="module")
def statement(fhir):
    answer = fhir.get("metadata")
    assert answer.status_code == 200
    return answer.json()


@pytest.fixture(scope="module")
def declared(statement):
    return {r["type"]: r for r in statement["rest"][0]["resource"]}


def test_what_it_is(fhir, statement):
    assert statement["resourceType"] == "CapabilityStatement"
    assert statement["fhirVersion"] == "4.0.1"
    assert (statement["kind"], statement["status"]) == ("instance", "active")
    assert statement["implementation"]["url"] == fhir.base
    assert statement["rest"][0]["mode"] == "server"


def test_it_is_a_valid_resource(fhir, statement):
    outcome = fhir.post("CapabilityStatement/$validate", json=statement).json()
    assert {i["severity"] for i in outcome["issue"]} <= {"information", "warning"}, outcome


def test_it_comes_as_xml_too(fhir):
    answer = fhir.get("metadata", headers={"Accept": "application/fhir+xml"})
    assert "<fhirVersion value=" in answer.text


def test_all_types_of_r4_are_served(fhir, declared):
    assert len(declared) == 145
    assert "Parameters" not in declared
    for type_ in declared:
        found = fhir.get(type_, params={"_count": 1})
        assert found.status_code == 200, type_
        assert found.json()["type"] == "searchset"


def read(fhir, path):
    assert fhir.get(path).status_code == 200


def vread(fhir, path):
    assert fhir.get(f"{path}/_history/1").status_code == 200


def update(fhir, path):
    changed = {**fhir.get(path).json(), "language": "en"}
    assert fhir.update(changed).status_code == 200


def patch(fhir, path):
    type_ = path.split("/")[0]
    change = {"type": "replace", "path": f"{type_}.language", "value": {"valueCode": "fr"}}
    assert fhir.patch(path, json=fhirpath_patch(change)).status_code == 200


def delete(fhir, path):
    assert fhir.delete(path).status_code in (200, 204)
    assert fhir.get(path).status_code == 410


def history_instance(fhir, path):
    assert fhir.get(f"{path}/_history").json()["type"] == "history"


def history_type(fhir, path):
    assert fhir.get(f"{path.split('/')[0]}/_history").json()["type"] == "history"


def create(fhir, path):
    type_ = path.split("/")[0]
    assert fhir.create(SAMPLE[type_]).status_code == 201


def search_type(fhir, path):
    type_, id_ = path.split("/")
    for found in (
        fhir.get(type_, params={"_id": id_}),
        fhir.post(f"{type_}/_search", data={"_id": id_}, headers=FORM),
    ):
        assert [e["resource"]["id"] for e in found.json()["entry"]] == [id_]


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
INTERACTIONS = {
    "read": read,
    "vread": vread,
    "update": update,
    "patch": patch,
    "delete": delete,
    "history-instance": history_instance,
    "history-type": history_type,
    "create": create,
    "search-type": search_type,
}


@pytest.mark.parametrize("type_", SAMPLE)
@pytest.mark.parametrize("code", INTERACTIONS)
def test_every_interaction_of_a_type_does_what_is_declared(fhir, declared, type_, code):
    assert code in {i["code"] for i in declared[type_]["interaction"]}
    made = fhir.made(SAMPLE[type_])
    INTERACTIONS[code](fhir, f"{type_}/{made['id']}")


def test_no_other_interactions_are_declared(declared):
    codes = {i["code"] for r in declared.values() for i in r["interaction"]}
    assert codes == set(INTERACTIONS)


def test_system_interactions(fhir, statement):
    codes = {i["code"] for i in statement["rest"][0]["interaction"]}
    assert codes == {"transaction", "batch", "history-system", "search-system"}
    assert fhir.run(transaction())["type"] == "transaction-response"
    assert statuses(fhir.run(batch(entry("GET", "metadata")))) == [200]
    assert fhir.get("_history").json()["type"] == "history"
    assert fhir.get("", params={"_id": "1"}).json()["type"] == "searchset"


def test_compartments_are_as_declared(fhir, statement):
    listed = statement["rest"][0]["compartment"]
    assert len(listed) == 5
    names = {url.rpartition("/")[2] for url in listed}
    for type_ in ("Patient", "Encounter", "RelatedPerson", "Practitioner", "Device"):
        assert type_.lower() in names
        assert fhir.get(f"{type_}/1/Observation").json()["type"] == "searchset"
    assert fhir.get("Location/1/Observation").status_code == 404


@pytest.mark.parametrize("type_", ["Patient", "Observation", "Contract", "Basic"])
def test_every_declared_include_is_understood(fhir, declared, type_):
    for element, name in (("searchInclude", "_include"), ("searchRevInclude", "_revinclude")):
        values = declared[type_].get(element, [])
        for chunk in (values[i : i + 90] for i in range(0, len(values), 90)):
            params = [("_count", "1"), *((name, value) for value in chunk)]
            assert fhir.get(type_, params=params).status_code == 200, chunk


def test_what_is_not_declared_is_refused(fhir):
    assert fhir.delete("").status_code in (404, 405)
    assert fhir.put("metadata", json={}).status_code == 405
    assert fhir.post("Patient/_history", json={}).status_code == 405


def test_conditions_are_as_declared(fhir, declared):
    capable = declared["Patient"]
    key = unique()
    assert capable["conditionalCreate"] is True
    assert fhir.create(identified(key), if_none_exist=criteria(key)).status_code == 201
    assert capable["conditionalUpdate"] is True
    assert fhir.put(f"Patient?{criteria(key)}", json=identified(key)).status_code == 200
    assert capable["conditionalRead"] == "full-support"
    path = f"Patient/{fhir.made(patient())['id']}"
    modified = fhir.get(path).headers["last-modified"]
    assert fhir.get(path, headers={"If-Modified-Since": modified}).status_code == 304
    assert fhir.get(path, headers={"If-None-Match": 'W/"1"'}).status_code == 304
    assert capable["conditionalDelete"] == "single"
    fhir.made(identified(key))
    assert fhir.delete(f"Patient?{criteria(key)}").status_code == 412
    assert capable["updateCreate"] is True
    assert fhir.update(patient(id=unique())).status_code == 201
    assert capable["readHistory"] is True
    assert capable["versioning"] == "versioned"


def test_references_are_not_enforced_as_declared(fhir, declared):
    assert "enforced" not in declared["Observation"]["referencePolicy"]
    dangling = observation(subject={"reference": "Patient/never-was"})
    assert fhir.create(dangling).status_code == 201


@pytest.mark.parametrize("type_", ["Patient", "Observation", "Contract"])
def test_every_declared_search_parameter_is_understood(fhir, declared, type_):
    parameters = declared[type_]["searchParam"]
    assert {"_id", "_lastUpdated"} <= {p["name"] for p in parameters}
    for parameter in parameters:
        query = {parameter["name"]: VALUES[parameter["type"]], "_count": "1"}
        found = fhir.get(type_, params=query)
        # A value the parameter never has is invalid; a parameter unknown would be not-supported.
        said = {i.get("code") for i in found.json().get("issue", [])}
        assert found.status_code == 200 or said == {"invalid"}, (parameter, found.text)


def test_every_declared_search_parameter_of_every_type_is_understood(declared):
    """As above, without HTTP; with `:missing` too, which every one of an expression has."""
    for type_, resource in declared.items():
        for parameter in resource["searchParam"]:
            name, value = parameter["name"], VALUES[parameter["type"]]
            assert refusal(type_, name, value) in ("", "BadRequest"), (type_, name)
            if name not in ("_filter", "_id", "_lastUpdated"):
                assert not refusal(type_, f"{name}:missing", "true"), (type_, name)


def refusal(type_, name, value):
    """What kind of error a search is, "" for none."""
    try:
        parse(type_, [(name, value)], SearchContext(key=b"x"))
    except BadRequest as error:
        return type(error).__name__
    return ""


def test_a_parameter_that_is_not_declared_is_refused(fhir, declared):
    names = {p["name"] for p in declared["Patient"]["searchParam"]}
    assert "code" not in names
    assert fhir.get("Patient", params={"code": "x"}).status_code == 400


def test_every_format_is_written(fhir, statement):
    assert set(statement["format"]) >= {"json", "xml", "application/fhir+json"}
    for name in statement["format"]:
        answer = fhir.get("Basic", params={"_format": name, "_count": 1})
        assert answer.status_code == 200
        assert ("xml" in name) == answer.text.startswith("<")


def test_every_patch_format_is_read(fhir, statement):
    bodies = {
        "application/json-patch+json": '[{"op":"add","path":"/active","value":true}]',
        "application/fhir+json": '{"resourceType":"Parameters"}',
        "application/fhir+xml": '<Parameters xmlns="http://hl7.org/fhir"/>',
    }
    path = f"Patient/{fhir.made(patient())['id']}"
    assert statement["patchFormat"]
    for kind in statement["patchFormat"]:
        answer = fhir.patch(path, content=bodies[kind], headers={"Content-Type": kind})
        assert answer.status_code in (200, 400), kind


def test_every_operation_can_be_called(fhir, declared):
    path = f"Patient/{fhir.made(patient())['id']}"
    meta = {
        "resourceType": "Parameters",
        "parameter": [{"name": "meta", "valueMeta": {"tag": [{"code": "a"}]}}],
    }
    bodies = {
        "validate": patient(),
        "meta": None,
        "meta-add": meta,
        "meta-delete": meta,
        "everything": None,
    }
    assert {o["name"] for o in declared["Patient"]["operation"]} == {*bodies, "match"}
    for name, body in bodies.items():
        method = "POST" if body else "GET"
        assert fhir.request(method, f"{path}/${name}", json=body).status_code == 200, name
    asked = [{"name": "resource", "resource": patient()}]
    body = {"resourceType": "Parameters", "parameter": asked}
    assert fhir.post("Patient/$match", json=body).status_code == 200


def test_an_operation_that_is_not_declared_is_refused(fhir):
    assert fhir.get("Group/$everything").status_code in (400, 404)
    assert fhir.post("$export", json={}).status_code in (400, 404)


@pytest.mark.parametrize("mode", ["full", "normative", "terminology"])
def test_it_has_an_etag_and_is_sent_once(fhir, mode):
    first = fhir.get("metadata", params={"mode": mode})
    same = {"If-None-Match": first.headers["etag"]}
    again = fhir.get("metadata", params={"mode": mode}, headers=same)
    assert (again.status_code, again.content) == (304, b"")
    part = fhir.get("metadata", params={"mode": mode, "_elements": "status"}, headers=same)
    assert part.status_code == 200
    assert part.headers["etag"] != first.headers["etag"]


def test_it_is_shown_in_part(fhir):
    shown = fhir.get("metadata", params={"_elements": "software"}).json()
    assert {"software", "status", "fhirVersion"} <= shown.keys()
    assert not {"rest", "implementation"} & shown.keys()
    assert "rest" not in fhir.get("metadata?_summary=text").json()
    assert fhir.get("metadata?_elements=colour").status_code == 400
