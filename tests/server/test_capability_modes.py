"""The modes of `[base]/metadata` (http.html, capabilities): each is true to the letter."""

import pytest
from build import unique

from conformance.packages import Library

R4_SYSTEM = "http://hl7.org/fhir/administrative-gender"
EXPAND = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand"
CONCEPTS = [
    {"code": "a", "concept": [{"code": "b", "property": [{"code": "weight", "valueInteger": 7}]}]}
]


def code_system(url, version, **more):
    return {
        "resourceType": "CodeSystem",
        "id": unique(),
        "url": url,
        "version": version,
        "status": "active",
        "content": "complete",
        "property": [{"code": "weight", "type": "integer"}],
        "concept": CONCEPTS,
        **more,
    }


def told(fhir, mode):
    answer = fhir.get("metadata", params={"mode": mode} if mode else {})
    assert answer.status_code == 200, answer.text
    return answer.json()


def systems(fhir):
    return {s["uri"]: s for s in told(fhir, "terminology")["codeSystem"]}


@pytest.mark.parametrize("mode", ["full", "normative", "terminology"])
def test_every_mode_answers_with_valid_fhir(fhir, mode):
    statement = told(fhir, mode)
    type_ = "TerminologyCapabilities" if mode == "terminology" else "CapabilityStatement"
    assert statement["resourceType"] == type_
    outcome = fhir.post(f"{type_}/$validate", json=statement).json()
    assert not [i for i in outcome["issue"] if i["severity"] == "error"]


def test_without_a_mode_everything_is_told(fhir):
    assert told(fhir, "") == told(fhir, "full")


def test_an_unknown_mode_is_refused(fhir):
    refused = fhir.get("metadata", params={"mode": "colour"})
    assert refused.status_code == 400
    assert "full, normative, terminology" in refused.json()["issue"][0]["diagnostics"]


def test_the_normative_portions_are_those_r4_marks_so(fhir):
    """What the definition has for trial use is left out, and nothing else."""
    whole, normative = told(fhir, "full"), told(fhir, "normative")
    trial_use = {
        "versioning",
        "readHistory",
        "updateCreate",
        "conditionalCreate",
        "conditionalRead",
        "conditionalUpdate",
        "conditionalDelete",
        "referencePolicy",
        "searchInclude",
        "searchRevInclude",
    }
    (rest,) = whole["rest"]
    for resource in rest["resource"]:
        for name in trial_use:
            resource.pop(name, None)
    assert normative == whole


def test_just_the_parameters_are_told_that_expand_takes(fhir):
    definition = Library.core().find(EXPAND, "OperationDefinition")
    names = {p["name"] for p in definition["parameter"] if p["use"] == "in"}
    listed = {p["name"] for p in told(fhir, "terminology")["expansion"]["parameter"]}
    assert listed <= names
    for name in names:
        refused = fhir.get(f"ValueSet/$expand?{name}=-")
        unknown = f"does not support the parameter {name} " in refused.text
        assert unknown == (name not in listed), refused.text


def test_the_code_systems_are_told_that_are_here(fhir):
    assert systems(fhir)[R4_SYSTEM]["version"][0]["code"] == "4.0.1"
    assert {"http://unitsofmeasure.org", "urn:ietf:bcp:47"} <= systems(fhir).keys()
    url = f"http://example.org/{unique()}"
    stored = [code_system(url, version) for version in ("1", "2")]
    absent = code_system(f"{url}/absent", "1", content="not-present", concept=None)
    for resource in (*stored, {k: v for k, v in absent.items() if v is not None}):
        assert fhir.update(resource).status_code == 201
    found = systems(fhir)
    assert f"{url}/absent" not in found
    versions = [(v["code"], v["isDefault"]) for v in found[url]["version"]]
    assert versions == [("1", False), ("2", True)]
    assert {p for v in found[url]["version"] for p in v["property"]} == {"weight"}
    for resource in stored:
        fhir.delete(f"CodeSystem/{resource['id']}")
    assert url not in systems(fhir)


@pytest.mark.parametrize("meaning", ["is-a", "part-of"])
def test_filters_and_subsumption_are_told_as_they_are(fhir, meaning):
    url = f"http://example.org/{unique()}"
    fhir.update(code_system(url, "1", hierarchyMeaning=meaning))
    found = systems(fhir)[url]
    (version,) = found["version"]
    values = {"concept": "a", "weight": "7", "exists": "true"}
    for rule in version["filter"]:
        for op in rule["op"]:
            value = values.get(op, values[rule["code"]])
            include = {"property": rule["code"], "op": op, "value": value}
            compose = {"include": [{"system": url, "filter": [include]}]}
            given = {"resourceType": "ValueSet", "status": "draft", "compose": compose}
            body = {
                "resourceType": "Parameters",
                "parameter": [{"name": "valueSet", "resource": given}],
            }
            assert fhir.post("ValueSet/$expand", json=body).status_code == 200, include
    told_so = {op for rule in version["filter"] for op in rule["op"]}
    assert ("is-a" in told_so) == (meaning == "is-a") == found["subsumption"]
    query = {"system": url, "codeA": "a", "codeB": "b"}
    answer = fhir.get("CodeSystem/$subsumes", params=query)
    assert (answer.status_code == 200) == found["subsumption"]
