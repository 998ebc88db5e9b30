"""SearchParameters that are stored while the server runs, over data that is there already."""

import pytest
from build import (
    batch,
    entry,
    expressions,
    extension,
    observation,
    patient,
    sentences,
    transaction,
    unique,
)
from parameters import (
    URL,
    component,
    extended,
    having,
    ids,
    opened,
    search_parameter,
    settled,
    status,
)


@pytest.fixture(scope="module")
def fhir(serve_with):
    """A server of this module's own: what it learns to search by is not for the others."""
    with serve_with() as client:
        yield client


def put(fhir, *resources):
    for resource in resources:
        answer = fhir.update(resource)
        assert answer.status_code in (200, 201), answer.text


def reads(code, **value):
    return patient(id=f"{code}-{unique()[:8]}", **having(code, **value))


KINDS = {
    "string": ({"valueString": "Lǐ Míng"}, ["k-string=li", "k-string:exact=Lǐ Míng"]),
    "token": (
        {"valueCodeableConcept": {"coding": [{"system": "http://s", "code": "a"}], "text": "Abc"}},
        ["k-token=a", "k-token=http://s|a", "k-token:text=abc", "_filter=k-token eq a"],
    ),
    "date": ({"valueDate": "2024-05-06"}, ["k-date=2024-05", "k-date=lt2025"]),
    "number": ({"valueDecimal": 2.50}, ["k-number=2.5", "k-number=lt3"]),
    "quantity": (
        {"valueQuantity": {"value": 2, "system": "http://unitsofmeasure.org", "code": "kg"}},
        ["k-quantity=2000|http://unitsofmeasure.org|g", "k-quantity=lt3"],
    ),
    "uri": ({"valueUri": "http://example.org/a/b"}, ["k-uri:below=http://example.org/a"]),
    "reference": (
        {"valueReference": {"reference": "Organization/kinds"}},
        ["k-reference=Organization/kinds", "k-reference:Organization.name=hospital"],
    ),
}
OTHER = {
    "string": {"valueString": "Wang"},
    "token": {"valueCodeableConcept": {"coding": [{"system": "http://s", "code": "b"}]}},
    "date": {"valueDate": "2025"},
    "number": {"valueDecimal": 4},
    "quantity": {"valueQuantity": {"value": 3, "unit": "g"}},
    "uri": {"valueUri": "http://example.org/c"},
    "reference": {"valueReference": {"reference": "Organization/other"}},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_finds_what_was_stored_before_and_after(fhir, kind):
    value, searches = KINDS[kind]
    code = f"k-{kind}"
    put(fhir, {"resourceType": "Organization", "id": "kinds", "name": "Hospital"})
    before, after, other = reads(code, **value), reads(code, **value), reads(code, **OTHER[kind])
    put(fhir, before, other)
    put(fhir, search_parameter(code, kind, extended(code)))
    put(fhir, after)
    for search in searches:
        assert ids(opened(fhir, f"Patient?{search}")) == sorted([before["id"], after["id"]])
    missing = ids(opened(fhir, f"Patient?{code}:missing=true&_count=1000"))
    assert not {before["id"], after["id"], other["id"]} & set(missing)
    for sort, last in ((code, -1), (f"-{code}", 0)):  # the other one is the greatest
        order = ids(opened(fhir, f"Patient?{code}:missing=false&_sort={sort}"))
        assert order[last] == other["id"]
        assert len(order) == 3


def test_a_reference_is_included_and_included_backwards(fhir):
    put(fhir, {"resourceType": "Organization", "id": "included", "name": "X"})
    owned = reads("owner", valueReference={"reference": "Organization/included"})
    put(fhir, owned, search_parameter("owner", "reference", extended("owner")))
    assert ids(opened(fhir, "Organization?_has:Patient:owner:_id=" + owned["id"])) == ["included"]
    found = opened(fhir, "Organization?_id=included&_revinclude=Patient:owner")
    assert [e["resource"]["id"] for e in found["entry"]] == ["included", owned["id"]]
    found = opened(fhir, f"Patient?_id={owned['id']}&_include=Patient:owner")
    assert [e["resource"]["id"] for e in found["entry"]] == [owned["id"], "included"]


def test_a_composite_waits_for_its_components(fhir):
    system, value = "http://example.org/a", unique()
    right = patient(id=unique(), identifier=[{"system": system, "value": value, "use": "usual"}])
    wrong = patient(
        id=unique(),
        identifier=[{"system": system, "value": value}, {"value": "other", "use": "usual"}],
    )
    put(fhir, right, wrong)
    parts = [component("id-value", "$this"), component("id-use", "use")]
    composite = search_parameter("id-value-use", "composite", "Patient.identifier", component=parts)
    put(fhir, composite)
    search = f"Patient?id-value-use={value}$usual"
    refused = fhir.get(search)
    assert refused.status_code == 400
    assert f"active SearchParameter {URL}/id-value" in sentences(refused)
    put(
        fhir,
        search_parameter("id-value", "token", "Patient.identifier"),
        search_parameter("id-use", "token", "Patient.identifier.use"),
    )
    assert ids(opened(fhir, search)) == [right["id"]]


def test_a_composite_of_three_is_met_in_one_element(fhir):
    """Twice over: what is long stands as a digest."""
    put(
        fhir,
        search_parameter("the-value", "token", "Patient.identifier"),
        search_parameter("the-type", "token", "Patient.identifier.type"),
        search_parameter("the-period", "date", "Patient.identifier.period"),
        search_parameter(
            "value-type-period",
            "composite",
            "Patient.identifier",
            component=[
                component("the-value", "$this"),
                component("the-type", "type"),
                component("the-period", "period"),
            ],
        ),
    )
    for system in ("http://example.org/a", f"http://example.org/{'long/' * 20}"):
        value, kind = unique(), {"coding": [{"system": system, "code": "MR"}, {"code": "ID"}]}
        whole = {"value": value, "type": kind, "period": {"start": "2020", "end": "2021"}}
        other = {"value": "other", "type": {"text": "x"}, "period": {"start": "2030"}}
        right = patient(id=unique(), identifier=[other, whole])
        parts = [{**other, "value": value}, {**whole, "value": "other"}]
        put(fhir, right, patient(id=unique(), identifier=parts))
        found = {
            f"{value}$MR$2020": [],
            f"{value}$MR$ge2020": [right["id"]],
            f"{value}${system}|MR$le2021-06": [right["id"]],
            f"|{value}$ID$gt2020-06": [right["id"]],
            f"{value}$|MR$ge2020": [],
            f"{value}$MR$sa2022": [],
            f"other$MR$gt2025,{value}$ID$lt2021": [right["id"]],
            f"other$MR$gt2025,{value}$ID$eb2019": [],
        }
        for text, expected in found.items():
            assert ids(opened(fhir, f"Patient?value-type-period={text}")) == expected, text
        for text, words in {
            f"{value}$MR": "(the-value)$(the-type)$(the-period)",
            f"{value}${system}|$2020": "the part 'the-type' is code",
            f"{value}$MR$x": "is not a",
        }.items():
            refused = fhir.get(f"Patient?value-type-period={text}")
            assert (refused.status_code, words in sentences(refused)) == (400, True), text
    missing = fhir.get(f"Patient?value-type-period:missing=true&_id={right['id']}").json()
    assert missing["total"] == 0


def test_a_parameter_of_every_type(fhir):
    label = {"meta": {"tag": [{"system": "http://example.org/tags", "code": unique()}]}}
    code = label["meta"]["tag"][0]["code"]
    put(fhir, patient(id=unique(), **label), observation(id=unique(), **label))
    put(fhir, search_parameter("label", "token", "Resource.meta.tag", "Resource"))
    assert len(opened(fhir, f"?_type=Patient,Observation&label={code}")["entry"]) == 2
    assert opened(fhir, f"Basic?label={code}")["total"] == 0


def test_contained_resources_of_before_are_found_through_chains(fhir):
    nick = unique()
    held = {"resourceType": "Patient", "id": "p", **having("held", valueString=nick)}
    put(fhir, observation(id=nick, contained=[held], subject={"reference": "#p"}))
    put(fhir, search_parameter("held", "string", extended("held")))
    assert ids(opened(fhir, f"Observation?subject:Patient.held={nick}")) == [nick]
    assert opened(fhir, f"Patient?held={nick}&_contained=true")["total"] == 1


def test_history_versions_times_and_feed_stay(fhir):
    stored = reads("calm", valueString="x")
    put(fhir, stored)
    before = fhir.get(f"Patient/{stored['id']}")
    rows = fhir.get("Patient/_history?_count=1000").json()["total"]
    put(fhir, search_parameter("calm", "string", extended("calm")))
    assert ids(opened(fhir, "Patient?calm=x")) == [stored["id"]]
    after = fhir.get(f"Patient/{stored['id']}")
    assert after.content == before.content
    assert after.headers["etag"] == before.headers["etag"]
    assert fhir.get(f"Patient/{stored['id']}/_history").json()["total"] == 1
    assert fhir.get("Patient/_history?_count=1000").json()["total"] == rows


def test_the_capability_statement_lists_it_as_long_as_it_can_be_searched(fhir):
    def listed():
        rest = fhir.get("metadata").json()["rest"][0]
        (of_type,) = [r for r in rest["resource"] if r["type"] == "Patient"]
        return {p["name"]: p["definition"] for p in of_type["searchParam"]}

    assert "listed" not in listed()
    put(fhir, search_parameter("listed", "string", extended("listed")))
    opened(fhir, "Patient?listed=x")
    assert listed()["listed"] == f"{URL}/listed"
    fhir.delete("SearchParameter/listed")
    assert "listed" not in listed()


@pytest.mark.parametrize("ending", ["delete", "retired", "draft"])
def test_what_is_withdrawn_is_unknown_again(fhir, ending):
    code = f"gone-{ending}"
    definition = search_parameter(code, "string", extended(code))
    put(fhir, definition)
    opened(fhir, f"Patient?{code}=x")
    if ending == "delete":
        assert fhir.delete(f"SearchParameter/{code}").status_code == 204
    else:
        put(fhir, definition | {"status": ending})
    refused = fhir.get(f"Patient?{code}=x")
    assert refused.status_code == 400
    assert f"no search parameter '{code}'" in sentences(refused)
    put(fhir, definition)
    opened(fhir, f"Patient?{code}=x")


def test_a_changed_definition_finds_by_what_it_now_says(fhir):
    one, two = reads("first", valueString="x"), reads("second", valueString="x")
    put(fhir, one, two, search_parameter("changing", "string", extended("first")))
    assert ids(opened(fhir, "Patient?changing=x")) == [one["id"]]
    put(fhir, search_parameter("changing", "string", extended("second")))
    assert ids(opened(fhir, "Patient?changing=x")) == [two["id"]]


def test_what_r4_defines_stands(fhir):
    stored = patient(id=unique(), name=[{"family": unique()}])
    again = search_parameter("name", "token", "Patient.((", id="name-again")
    put(fhir, stored, again)
    assert ids(opened(fhir, f"Patient?name={stored['name'][0]['family']}")) == [stored["id"]]
    (unused,) = [u for u in status(fhir)["unused"] if u["code"] == "name"]
    assert unused["reason"] == "R4 or the service defines it"


def test_of_two_definitions_the_first_stays_until_it_goes(fhir):
    one, two = reads("rival-1", valueString="x"), reads("rival-2", valueString="x")
    put(fhir, one, two)
    put(fhir, search_parameter("rival", "string", extended("rival-1"), id="rival-z"))
    put(fhir, search_parameter("rival", "string", extended("rival-2"), id="rival-a"))
    assert ids(opened(fhir, "Patient?rival=x")) == [one["id"]]
    (unused,) = [u for u in status(fhir)["unused"] if u["code"] == "rival"]
    assert unused["reason"] == "SearchParameter/rival-z defines it"
    fhir.delete("SearchParameter/rival-z")
    assert ids(opened(fhir, "Patient?rival=x")) == [two["id"]]


EXTENDED = extension(valueString="x")
BAD = {
    "syntax": ({"expression": "Patient.name.("}, "expression", "no FHIRPath"),
    "function": ({"expression": "Patient.name.sound()"}, "expression", "no function sound()"),
    "element": ({"expression": "Patient.nmae"}, "expression", "nmae"),
    "other type": ({"expression": "Group.member"}, "expression", "finds nothing"),
    "no expression": ({"expression": None}, "expression", "needs an expression"),
    "wrong kind": ({"type": "date", "expression": "Patient.name"}, "expression", "HumanName"),
    "id": ({"expression": "Patient.id"}, "expression", "set by the server"),
    "special": ({"type": "special"}, "type", "of type special finds stands in no expression"),
    "code": ({"code": "$where"}, "code", "letters"),
    "no code": ({"code": None, "_code": EXTENDED}, "", "it says url, code"),
    "no url": ({"url": None, "_url": EXTENDED}, "", "it says url, code"),
    "dotted code": ({"code": "a.b"}, "code", "letters"),
    "one component": (
        {"type": "composite", "component": [component("x", "use")]},
        "component",
        "two or three components",
    ),
    "four components": (
        {"type": "composite", "component": [component("x", "use")] * 4},
        "component",
        "two or three components",
    ),
    "component": (
        {
            "type": "composite",
            "component": [
                {
                    "definition": "http://hl7.org/fhir/SearchParameter/individual-birthdate",
                    "expression": "birthDate",
                },
                component("x", "use"),
            ],
        },
        "component[0]",
        "token, reference",
    ),
    "second of three": (
        {
            "type": "composite",
            "component": [
                {
                    "definition": "http://hl7.org/fhir/SearchParameter/individual-gender",
                    "expression": "gender",
                },
                {
                    "definition": "http://hl7.org/fhir/SearchParameter/individual-birthdate",
                    "expression": "birthDate",
                },
                component("x", "use"),
            ],
        },
        "component[1]",
        "token, reference",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_used_is_refused(fhir, case):
    changes, element, sentence = BAD[case]
    given = search_parameter("bad", "string", "Patient.name.family") | changes
    given = {k: v for k, v in given.items() if v is not None}
    refused = fhir.update(given)
    assert refused.status_code == 422, refused.text
    assert expressions(refused) == [f"SearchParameter.{element}".rstrip(".")]
    assert sentence in sentences(refused)
    assert fhir.update(given | {"status": "draft"}).status_code in (200, 201)


def test_validate_tells_of_a_component_that_is_not_there_yet(fhir):
    parts = [component("never-stored", "use"), component("never-either", "use")]
    given = search_parameter("waiting", "composite", "Patient.identifier", component=parts)
    said = fhir.post("SearchParameter/$validate", json=given).json()["issue"]
    assert [i["severity"] for i in said if "never-" in i["diagnostics"]] == ["warning"] * 2


def test_a_definition_that_fails_on_some_resources_does_not_stop_them(fhir):
    put(fhir, search_parameter("only-name", "string", "Patient.name.family.single()"))
    put(fhir, search_parameter("odd-values", "quantity", "Patient.descendants()"))
    put(fhir, search_parameter("odd-links", "reference", "Patient.descendants()"))
    one, two = (
        patient(id=unique(), name=[{"family": f} for f in families], identifier=[{"value": "1"}])
        for families in (["Single"], ["Double", "Name"])
    )
    put(fhir, one, two)
    assert ids(opened(fhir, "Patient?only-name=single")) == [one["id"]]
    assert ids(opened(fhir, "Patient?only-name=double")) == []
    opened(fhir, "Patient?odd-values=1&odd-links=Patient/1")


def test_definitions_and_data_of_one_bundle(fhir):
    for kind in (batch, transaction):
        code = kind.__name__
        stored = reads(code, valueString="x")
        definition = search_parameter(code, "string", extended(code))
        entries = [entry("PUT", f"{r['resourceType']}/{r['id']}", r) for r in (definition, stored)]
        fhir.run(kind(*entries))
        assert ids(opened(fhir, f"Patient?{code}=x")) == [stored["id"]]


def test_conditional_writes_go_by_it(fhir):
    put(fhir, search_parameter("key", "token", extended("key")))
    opened(fhir, "Patient?key=x")
    value = unique()
    resource = patient(**having("key", valueCode=value))
    made = [fhir.create(resource, if_none_exist=f"key={value}").status_code for _ in range(2)]
    assert made == [201, 200]


def test_names_by_sound(fhir):
    stored = patient(id=unique(), name=[{"text": "张三丰"}])
    put(fhir, stored)
    given = search_parameter("sounds", "string", "Patient.name", xpathUsage="phonetic", xpath="x")
    put(fhir, given)
    assert ids(opened(fhir, "Patient?sounds=zhangsan")) == [stored["id"]]


def test_entries_are_made_anew_on_demand(fhir):
    settled(fhir)
    before = status(fhir)["epoch"]
    asked = fhir.post("$reindex?type=Patient&type=Basic")
    assert asked.status_code == 200
    assert settled(fhir)["epoch"] == before + 1
    refused = fhir.post("$reindex?type=Human")
    assert (refused.status_code, "Human" in sentences(refused)) == (400, True)
