"""$expand, $validate-code, $lookup, $subsumes, $translate over HTTP (terminology-service.html)."""

import pytest

GENDER = "http://hl7.org/fhir/ValueSet/administrative-gender"
GENDERS = "http://hl7.org/fhir/administrative-gender"
TREE = "http://example.org/CodeSystem/tree"
HERE = "http://example.org/ValueSet/here"
MAP = "http://example.org/ConceptMap/colours"

CODE_SYSTEM = {
    "resourceType": "CodeSystem",
    "id": "tree",
    "url": TREE,
    "version": "3",
    "name": "Tree",
    "status": "active",
    "content": "complete",
    "caseSensitive": True,
    "hierarchyMeaning": "is-a",
    "property": [
        {"code": "inactive", "type": "boolean"},
        {"code": "notSelectable", "type": "boolean"},
    ],
    "concept": [
        {
            "code": "disease",
            "display": "Disease",
            "property": [{"code": "notSelectable", "valueBoolean": True}],
            "concept": [
                {
                    "code": "heart",
                    "display": "Heart disease",
                    "definition": "Any disease of the heart.",
                    "designation": [{"language": "zh", "value": "心脏病"}],
                    "concept": [{"code": "infarct", "display": "Infarct"}],
                },
                {
                    "code": "old",
                    "display": "Old name",
                    "property": [{"code": "inactive", "valueBoolean": True}],
                },
            ],
        }
    ],
}
VALUE_SET = {
    "resourceType": "ValueSet",
    "id": "here",
    "url": HERE,
    "status": "active",
    "compose": {"include": [{"system": TREE}]},
}
CONCEPT_MAP = {
    "resourceType": "ConceptMap",
    "id": "colours",
    "url": MAP,
    "status": "active",
    "sourceCanonical": "http://example.org/ValueSet/a",
    "targetCanonical": "http://example.org/ValueSet/b",
    "group": [
        {
            "source": "http://example.org/a",
            "target": "http://example.org/b",
            "element": [
                {
                    "code": "r",
                    "target": [{"code": "red", "display": "Red", "equivalence": "wider"}],
                },
                {"code": "none", "target": [{"equivalence": "unmatched"}]},
                {
                    "code": "it-depends",
                    "target": [
                        {
                            "code": "x",
                            "equivalence": "equal",
                            "dependsOn": [{"property": "http://p", "value": "1"}],
                        }
                    ],
                },
            ],
            "unmapped": {"mode": "fixed", "code": "other", "display": "Other"},
        }
    ],
}
SUPPLEMENT = {
    "resourceType": "CodeSystem",
    "id": "tree-de",
    "url": "http://example.org/CodeSystem/tree-de",
    "status": "active",
    "content": "supplement",
    "supplements": TREE,
    "concept": [{"code": "heart", "designation": [{"language": "de", "value": "Herzkrankheit"}]}],
}


@pytest.fixture(scope="module")
def stocked(fhir):
    for resource in (CODE_SYSTEM, VALUE_SET, CONCEPT_MAP, SUPPLEMENT):
        assert fhir.update(resource).status_code in (200, 201)
    return fhir


def parameters(**values):
    listed = [{"name": name, **value} for name, value in values.items()]
    return {"resourceType": "Parameters", "parameter": listed}


def said(answer):
    """The simple values of a Parameters answer."""
    assert answer.status_code == 200, answer.text
    assert answer.json()["resourceType"] == "Parameters"
    found = {}
    for each in answer.json()["parameter"]:
        value = next((v for k, v in each.items() if k.startswith("value")), None)
        found[each["name"]] = value if value is not None else each.get("part")
    return found


def codes(answer):
    assert answer.status_code == 200, answer.text
    return [c["code"] for c in answer.json()["expansion"].get("contains", [])]


def refused(answer, status, code, words):
    assert answer.status_code == status, answer.text
    issue = answer.json()["issue"][0]
    assert issue["code"] == code
    assert words in issue["diagnostics"]


# --- $expand


def test_a_value_set_of_r4_is_expanded(fhir):
    answer = fhir.get("ValueSet/$expand", params={"url": GENDER})
    assert codes(answer) == ["male", "female", "other", "unknown"]
    expansion = answer.json()["expansion"]
    assert expansion["total"] == 4
    assert expansion["contains"][0]["display"] == "Male"
    assert {"name": "version", "valueUri": f"{GENDERS}|4.0.1"} in expansion["parameter"]
    assert "compose" not in answer.json()


def test_an_expansion_is_a_valid_value_set(stocked):
    whole = stocked.get("ValueSet/here/$expand", params={"includeDesignations": "true"}).json()
    answer = stocked.post("ValueSet/$validate", json=whole)
    assert {i["severity"] for i in answer.json()["issue"]} <= {"information", "warning"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"count": 2}, ["male", "female"]),
        ({"count": 2, "offset": 2}, ["other", "unknown"]),
        ({"offset": 9}, []),
        ({"count": 0}, []),
        ({"filter": "MALE"}, ["male", "female"]),
        ({"filter": "nothing"}, []),
    ],
)
def test_pages_and_text(fhir, asked, found):
    answer = fhir.get("ValueSet/$expand", params={"url": GENDER, **asked})
    assert codes(answer) == found
    assert answer.json()["expansion"]["total"] == (len(found) if "filter" in asked else 4)


def test_stored_value_sets_use_stored_code_systems(stocked):
    by_url = stocked.get("ValueSet/$expand", params={"url": HERE})
    assert codes(by_url) == ["disease", "heart", "infarct", "old"]
    assert codes(stocked.get("ValueSet/here/$expand")) == codes(by_url)
    marks = {c["code"]: c for c in by_url.json()["expansion"]["contains"]}
    assert marks["old"]["inactive"] is True
    assert marks["disease"]["abstract"] is True
    assert "designation" not in marks["heart"]


@pytest.mark.parametrize(
    ("asked", "missing"),
    [({"activeOnly": "true"}, "old"), ({"excludeNotForUI": "true"}, "disease")],
)
def test_what_is_left_out(stocked, asked, missing):
    assert missing not in codes(stocked.get("ValueSet/here/$expand", params=asked))


def test_words_in_other_languages(stocked):
    asked = {"displayLanguage": "zh", "includeDesignations": "true", "filter": "心脏"}
    [entry] = stocked.get("ValueSet/here/$expand", params=asked).json()["expansion"]["contains"]
    assert entry["display"] == "心脏病"
    assert {d["value"] for d in entry["designation"]} == {"心脏病", "Herzkrankheit"}


def test_a_value_set_in_the_request(stocked):
    rule = {"property": "concept", "op": "descendent-of", "value": "disease"}
    include = [{"system": TREE, "filter": [rule]}]
    given = {"resourceType": "ValueSet", "status": "draft", "compose": {"include": include}}
    asked = parameters(valueSet={"resource": given}, includeDefinition={"valueBoolean": True})
    answer = stocked.post("ValueSet/$expand", json=asked)
    assert codes(answer) == ["heart", "infarct", "old"]
    assert answer.json()["compose"] == given["compose"]


def test_a_stored_value_set_wins_over_the_built_in_one(fhir):
    url = "http://hl7.org/fhir/ValueSet/yesnodontknow"
    include = [{"system": GENDERS, "concept": [{"code": "male"}]}]
    own = {
        "resourceType": "ValueSet",
        "url": url,
        "status": "active",
        "compose": {"include": include},
    }
    made = fhir.made(own)
    assert codes(fhir.get("ValueSet/$expand", params={"url": url})) == ["male"]
    fhir.delete(f"ValueSet/{made['id']}")
    assert len(codes(fhir.get("ValueSet/$expand", params={"url": url}))) == 3


def test_units_have_no_end(fhir):
    url = "http://hl7.org/fhir/ValueSet/ucum-units"
    expansion = fhir.get("ValueSet/$expand", params={"url": url}).json()["expansion"]
    assert expansion["extension"][0]["url"].endswith("valueset-unclosed")


@pytest.mark.parametrize(
    ("asked", "status", "code", "words"),
    [
        ({}, 400, "invalid", "about one ValueSet"),
        ({"url": "http://nowhere"}, 404, "not-found", "http://nowhere is not known"),
        ({"url": f"{GENDER}|9"}, 404, "not-found", "not known"),
        ({"url": "http://hl7.org/fhir/ValueSet/body-site"}, 400, "not-supported", "snomed"),
        ({"url": GENDER, "date": "2020"}, 400, "not-supported", "date"),
        ({"url": GENDER, "colour": "red"}, 400, "invalid", "colour"),
        ({"url": GENDER, "count": "-1"}, 400, "invalid", "count"),
        ({"url": GENDER, "offset": "many"}, 400, "invalid", "offset"),
        ({"url": GENDER, "activeOnly": "maybe"}, 400, "invalid", "true or false"),
    ],
)
def test_what_cannot_be_expanded(fhir, asked, status, code, words):
    refused(fhir.get("ValueSet/$expand", params=asked), status, code, words)


def test_a_value_set_that_includes_itself(fhir):
    url = "http://example.org/ValueSet/loop"
    compose = {"include": [{"valueSet": [url]}]}
    fhir.made({"resourceType": "ValueSet", "url": url, "status": "active", "compose": compose})
    refused(fhir.get("ValueSet/$expand", params={"url": url}), 422, "processing", "includes itself")


def test_a_value_set_whose_import_is_left_out(fhir):
    """R4 lets an extension stand in for any value; then the codes cannot be known."""
    reason = {"extension": [{"url": "http://example.org/absent", "valueCode": "unknown"}]}
    include = {"valueSet": [None], "_valueSet": [reason]}
    own = {"resourceType": "ValueSet", "status": "draft", "compose": {"include": [include]}}
    stored = fhir.made({**own, "url": "http://example.org/left-out"})
    for answer in (
        fhir.get(f"ValueSet/{stored['id']}/$expand"),
        fhir.post("ValueSet/$expand", json=parameters(valueSet={"resource": own})),
    ):
        refused(answer, 422, "processing", "malformed at ValueSet.compose.include.valueSet")


def test_a_value_set_that_is_no_fhir(fhir):
    bad = {"resourceType": "ValueSet", "status": "no", "compose": {"include": [{}]}}
    answer = fhir.post("ValueSet/$expand", json=parameters(valueSet={"resource": bad}))
    assert answer.status_code == 400
    assert fhir.get("ValueSet/absent/$expand").status_code == 404


# --- $validate-code


@pytest.mark.parametrize(
    ("asked", "result", "words"),
    [
        ({"code": "male", "system": GENDERS}, True, None),
        ({"code": "male", "system": GENDERS, "display": "male"}, True, None),
        ({"code": "male", "system": GENDERS, "display": "Female"}, True, "'Male'"),
        ({"code": "boy", "system": GENDERS}, False, "'boy' is no code of"),
        ({"code": "male", "system": "http://other"}, False, "is not in the value set"),
    ],
)
def test_a_code_in_a_value_set(fhir, asked, result, words):
    found = said(fhir.get("ValueSet/$validate-code", params={"url": GENDER, **asked}))
    assert found["result"] is result
    assert words in found["message"] if words else "message" not in found
    assert found.get("display") == ("Male" if result else None)


def test_codings_and_concepts(fhir):
    coding = {"system": GENDERS, "code": "male"}
    asked = parameters(url={"valueUri": GENDER}, coding={"valueCoding": coding})
    assert said(fhir.post("ValueSet/$validate-code", json=asked))["result"] is True
    concept = {"coding": [{"system": "http://other", "code": "x"}, coding]}
    asked = parameters(url={"valueUri": GENDER}, codeableConcept={"valueCodeableConcept": concept})
    assert said(fhir.post("ValueSet/$validate-code", json=asked))["result"] is True


def test_a_group_is_no_code_where_only_codes_are_asked_for(stocked):
    asked = {"code": "disease", "system": TREE}
    path = "ValueSet/here/$validate-code"
    assert said(stocked.get(path, params=asked))["result"] is True
    assert said(stocked.get(path, params={**asked, "abstract": "false"}))["result"] is False


@pytest.mark.parametrize(
    ("asked", "result"),
    [
        ({"code": "heart"}, True),
        ({"code": "heart", "version": "3"}, True),
        ({"code": "heart", "display": "Herzkrankheit"}, True),
        ({"code": "Heart"}, False),
        ({"code": "old"}, True),
    ],
)
def test_a_code_in_a_code_system(stocked, asked, result):
    found = said(stocked.get("CodeSystem/$validate-code", params={"url": TREE, **asked}))
    assert found["result"] is result
    assert ("message" in found) == (not result or asked["code"] == "old")
    assert said(stocked.get("CodeSystem/tree/$validate-code", params=asked)) == found


@pytest.mark.parametrize(
    ("path", "asked", "status", "code", "words"),
    [
        ("ValueSet", {"url": GENDER, "code": "male"}, 400, "invalid", "system"),
        ("ValueSet", {"url": GENDER}, 400, "invalid", "one of the parameters code"),
        ("ValueSet", {"code": "male", "system": GENDERS}, 400, "invalid", "about one ValueSet"),
        ("ValueSet", {"url": "http://x", "code": "a", "system": "http://y"}, 404, "not-found", "x"),
        (
            "ValueSet",
            {
                "url": "http://hl7.org/fhir/ValueSet/body-site",
                "code": "1",
                "system": "http://snomed.info/sct",
            },
            400,
            "not-supported",
            "cannot be known offline",
        ),
        ("CodeSystem", {"url": "http://loinc.org", "code": "1"}, 400, "not-supported", "loinc"),
        ("CodeSystem", {"url": TREE, "code": "heart", "version": "9"}, 400, "not-supported", "9"),
        ("CodeSystem", {"url": TREE, "coding": "heart"}, 400, "invalid", "Parameters body"),
    ],
)
def test_codes_that_cannot_be_judged(stocked, path, asked, status, code, words):
    refused(stocked.get(f"{path}/$validate-code", params=asked), status, code, words)


# --- $lookup and $subsumes


def test_what_is_said_of_a_code(stocked):
    answer = stocked.get("CodeSystem/$lookup", params={"system": TREE, "code": "heart"})
    found = said(answer)
    assert (found["name"], found["version"], found["display"]) == ("Tree", "3", "Heart disease")
    properties = [p["part"] for p in answer.json()["parameter"] if p["name"] == "property"]
    told = {parts[0]["valueCode"]: next(iter(parts[1].values()), "") for parts in properties}
    assert set(told) == {"definition", "parent", "child"}
    words = {
        part["valueString"]
        for p in answer.json()["parameter"]
        if p["name"] == "designation"
        for part in p["part"]
        if part["name"] == "value"
    }
    assert words == {"心脏病", "Herzkrankheit"}


def test_only_what_is_asked_of_a_code(stocked):
    asked = {"system": TREE, "code": "heart", "property": "parent", "displayLanguage": "zh"}
    found = said(stocked.get("CodeSystem/$lookup", params=asked))
    assert set(found) == {"name", "version", "display", "property"}
    assert found["display"] == "心脏病"
    assert {"name": "value", "valueCode": "disease"} in found["property"]


def test_lookup_of_a_coding(stocked):
    coding = parameters(coding={"valueCoding": {"system": TREE, "code": "infarct"}})
    assert said(stocked.post("CodeSystem/$lookup", json=coding))["display"] == "Infarct"


@pytest.mark.parametrize(
    ("asked", "status", "code", "words"),
    [
        ({"code": "heart"}, 400, "invalid", "system"),
        ({"code": "zzz", "system": TREE}, 404, "not-found", "'zzz' is no code"),
        ({"code": "1", "system": "http://loinc.org"}, 404, "not-found", "loinc"),
        ({"code": "heart", "system": TREE, "date": "2020"}, 400, "not-supported", "date"),
    ],
)
def test_codes_that_are_not_found(stocked, asked, status, code, words):
    refused(stocked.get("CodeSystem/$lookup", params=asked), status, code, words)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("heart", "heart", "equivalent"),
        ("disease", "infarct", "subsumes"),
        ("infarct", "disease", "subsumed-by"),
        ("heart", "old", "not-subsumed"),
    ],
)
def test_how_codes_relate(stocked, a, b, outcome):
    asked = {"codeA": a, "codeB": b}
    found = said(stocked.get("CodeSystem/$subsumes", params={**asked, "system": TREE}))
    assert found == {"outcome": outcome}
    assert said(stocked.get("CodeSystem/tree/$subsumes", params=asked)) == found
    codings = {
        f"coding{letter}": {"valueCoding": {"system": TREE, "code": code}}
        for letter, code in (("A", a), ("B", b))
    }
    assert said(stocked.post("CodeSystem/$subsumes", json=parameters(**codings))) == found


@pytest.mark.parametrize(
    ("asked", "status", "code", "words"),
    [
        ({"codeA": "heart", "codeB": "old"}, 400, "invalid", "system"),
        ({"codeA": "heart", "system": TREE}, 400, "invalid", "codeB"),
        ({"codeA": "heart", "codeB": "zzz", "system": TREE}, 404, "not-found", "zzz"),
    ],
)
def test_codes_that_cannot_be_compared(stocked, asked, status, code, words):
    refused(stocked.get("CodeSystem/$subsumes", params=asked), status, code, words)


# --- $translate

A = {"system": "http://example.org/a"}
B = {"system": "http://example.org/b"}


@pytest.mark.parametrize(
    ("asked", "result", "equivalence", "code"),
    [
        ({**A, "code": "r"}, True, "wider", "red"),
        ({**A, "code": "none"}, False, "unmatched", None),
        ({**A, "code": "whatever"}, True, "relatedto", "other"),
        ({**B, "code": "red", "reverse": "true"}, True, "narrower", "r"),
    ],
)
def test_a_translation(stocked, asked, result, equivalence, code):
    found = said(stocked.get("ConceptMap/$translate", params={"url": MAP, **asked}))
    assert found["result"] is result
    match = {part["name"]: part for part in found["match"]}
    assert match["equivalence"]["valueCode"] == equivalence
    assert match.get("concept", {}).get("valueCoding", {}).get("code") == code
    assert match["source"]["valueUri"] == MAP
    assert said(stocked.get("ConceptMap/colours/$translate", params=asked)) == found


def test_maps_are_found_by_their_ends(stocked):
    ends = {"source": "http://example.org/ValueSet/a", "target": "http://example.org/ValueSet/b"}
    found = said(stocked.get("ConceptMap/$translate", params={**A, "code": "r", **ends}))
    assert found["result"] is True


def test_a_code_without_translation(stocked):
    found = said(stocked.get("ConceptMap/$translate", params={"url": MAP, **B, "code": "r"}))
    assert found == {"result": False, "message": "'r' is not mapped."}


@pytest.mark.parametrize(
    ("asked", "status", "code", "words"),
    [
        ({"url": MAP, "code": "r"}, 400, "invalid", "system"),
        ({**A, "code": "r"}, 400, "invalid", "source or target"),
        ({"url": "http://nomap", **A, "code": "r"}, 404, "not-found", "http://nomap"),
        ({"url": MAP, **A, "code": "it-depends"}, 400, "not-supported", "http://p"),
        ({"source": "http://nowhere", **A, "code": "r"}, 404, "not-found", "http://nowhere"),
        ({"url": MAP, **A, "code": "r", "dependency": "x"}, 400, "not-supported", "dependency"),
    ],
)
def test_what_cannot_be_translated(stocked, asked, status, code, words):
    refused(stocked.get("ConceptMap/$translate", params=asked), status, code, words)


# --- what is said of them


def test_the_capability_statement_lists_them(fhir):
    rest = fhir.get("metadata").json()["rest"][0]
    told = {r["type"]: {o["name"] for o in r.get("operation", ())} for r in rest["resource"]}
    assert {"expand", "validate-code"} <= told["ValueSet"]
    assert {"lookup", "validate-code", "subsumes"} <= told["CodeSystem"]
    assert "translate" in told["ConceptMap"]
    assert "expand" not in told["Patient"]


def test_xml_in_and_out(fhir):
    body = (
        '<Parameters xmlns="http://hl7.org/fhir">'
        f'<parameter><name value="url"/><valueUri value="{GENDER}"/></parameter>'
        '<parameter><name value="count"/><valueInteger value="1"/></parameter></Parameters>'
    )
    kind = "application/fhir+xml"
    headers = {"Content-Type": kind, "Accept": kind}
    answer = fhir.post("ValueSet/$expand", content=body, headers=headers)
    assert answer.status_code == 200
    assert '<code value="male"/>' in answer.text
    assert '<code value="female"/>' not in answer.text
