"""Expansions, lookups, subsumption and translations of a terminology."""

import pytest

from conformance.terminology import CircularImport, TooCostly, Unknown, Unsupported

from .shelf import code_system, resource, terminology, value_set

FRUIT = code_system(
    "fruit",
    title="Fruit",
    version="1",
    hierarchyMeaning="is-a",
    concept=[
        {
            "code": "fruit",
            "display": "Fruit",
            "concept": [
                {
                    "code": "apple",
                    "display": "Apple",
                    "designation": [{"language": "zh", "value": "苹果"}],
                },
                {"code": "pear", "display": "Pear", "definition": "Like an apple."},
            ],
        },
        {
            "code": "gone",
            "display": "Gone",
            "property": [{"code": "inactive", "valueBoolean": True}],
        },
    ],
)


def found(expansion):
    return [concept.code for concept in expansion.concepts]


def test_the_order_is_that_of_the_definition_and_nothing_comes_twice():
    fruits = value_set(
        "fruits",
        {"system": "fruit", "concept": [{"code": "pear", "display": "Birne"}]},
        {"system": "fruit"},
    )
    expansion = terminology(FRUIT, fruits).expand("fruits")
    assert found(expansion) == ["pear", "fruit", "apple", "gone"]
    assert expansion.concepts[0].display == "Birne"
    assert expansion.concepts[1].display == "Fruit"
    assert (expansion.total, expansion.complete, expansion.missing) == (4, True, ())
    assert expansion.versions == ("fruit|1",)


@pytest.mark.parametrize(
    ("asked", "codes", "total"),
    [
        ({"filter": "app"}, ["apple"], 1),
        ({"filter": "苹"}, ["apple"], 1),
        ({"filter": "FRU it"}, ["fruit"], 1),
        ({"offset": 1, "count": 2}, ["apple", "pear"], 4),
        ({"count": 0}, [], 4),
        ({"active_only": True}, ["fruit", "apple", "pear"], 3),
    ],
)
def test_pages(asked, codes, total):
    expansion = terminology(FRUIT, value_set("all", {"system": "fruit"})).expand("all", **asked)
    assert (found(expansion), expansion.total) == (codes, total)


def test_a_language():
    known = terminology(FRUIT, value_set("all", {"system": "fruit"}))
    displays = [c.display for c in known.expand("all", language="ZH").concepts]
    assert displays == ["Fruit", "苹果", "Pear", "Gone"]


def test_what_is_missing_is_said():
    given = value_set("half", {"system": "fruit"}, {"system": "sct"}, {"valueSet": ["nowhere"]})
    expansion = terminology(FRUIT).expand(given)
    assert found(expansion) == ["fruit", "apple", "pear", "gone"]
    assert not expansion.complete
    assert not expansion.endless
    assert [why.english for why in expansion.missing] == [
        "it needs the codes of sct, which are not here",
        "it needs the value set nowhere, which is not here",
    ]


def test_large_sets_are_given_by_the_page():
    many = code_system("many", [f"c{n}" for n in range(20_001)])
    known = terminology(many, value_set("all", {"system": "many"}))
    with pytest.raises(TooCostly, match="20,001"):
        known.expand("all")
    assert len(known.expand("all", count=10, offset=20_000).concepts) == 1
    assert known.expand("all", count=0).total == 20_001


@pytest.mark.parametrize("url", ["nowhere", "loop"])
def test_sets_that_have_no_expansion(url):
    known = terminology(value_set("loop", {"valueSet": ["loop"]}))
    with pytest.raises((Unknown, CircularImport)) as refused:
        known.expand(url)
    assert str(refused.value) == refused.value.says.english


def test_a_stored_expansion_answers_for_what_cannot_be_computed():
    stored = value_set("set", {"system": "sct"}) | {
        "expansion": {"contains": [{"system": "sct", "code": "1", "display": "One"}]}
    }
    expansion = terminology(stored).expand("set")
    assert expansion.complete
    assert [(c.code, c.display) for c in expansion.concepts] == [("1", "One")]


def test_what_is_said_of_a_code():
    apple = terminology(FRUIT).lookup("fruit", "apple")
    assert (apple.name, apple.version, apple.display) == ("Fruit", "1", "Apple")
    assert [(p.code, p.value, p.description) for p in apple.properties] == [
        ("parent", "fruit", "Fruit")
    ]
    assert apple.designations == ({"language": "zh", "value": "苹果"},)
    assert terminology(FRUIT).lookup("fruit", "gone").inactive
    assert terminology().lookup("http://unitsofmeasure.org", "mg").code == "mg"


@pytest.mark.parametrize(
    ("system", "code"), [("fruit", "plum"), ("nuts", "a"), ("http://loinc.org", "1")]
)
def test_codes_that_are_unknown(system, code):
    with pytest.raises(Unknown):
        terminology(FRUIT).lookup(system, code)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("apple", "apple", "equivalent"),
        ("fruit", "apple", "subsumes"),
        ("apple", "fruit", "subsumed-by"),
        ("apple", "pear", "not-subsumed"),
    ],
)
def test_subsumption(a, b, outcome):
    assert terminology(FRUIT).subsumes("fruit", a, b) == outcome


def test_subsumption_needs_a_hierarchy_of_is_a():
    parts = code_system("parts", ["a", "b"], hierarchyMeaning="part-of")
    with pytest.raises(Unsupported, match="part-of"):
        terminology(parts).subsumes("parts", "a", "b")


def concept_map(url, *elements, unmapped=None):
    group = {"source": "a", "target": "b", "element": list(elements)}
    group |= {"unmapped": unmapped} if unmapped else {}
    ends = {"sourceUri": "set-a", "targetUri": "set-b"}
    return resource("ConceptMap", url, group=[group], **ends)


def element(code, *targets):
    return {"code": code, "target": list(targets)}


def told(translation):
    return [(m.equivalence, m.system, m.code, m.source) for m in translation.matches]


@pytest.mark.parametrize(
    ("code", "matches"),
    [
        ("one", [("equal", "b", "1", "map")]),
        ("two", [("wider", "b", "2", "map"), ("narrower", "b", "3", "map")]),
        ("none", [("unmatched", None, None, "map")]),
        ("empty", [("unmatched", None, None, "map")]),
        ("other", []),
    ],
)
def test_translations(code, matches):
    known = terminology(
        concept_map(
            "map",
            element("one", {"code": "1", "equivalence": "equal"}),
            element(
                "two",
                {"code": "2", "equivalence": "wider"},
                {"code": "3", "equivalence": "narrower"},
            ),
            element("none", {"equivalence": "unmatched"}),
            element("empty"),
        )
    )
    for asked in ({"concept_map": "map"}, {"source": "set-a"}, {"target": "set-b"}):
        translation = known.translate("a", code, **asked)
        assert told(translation) == matches
        assert translation.result == (code in ("one", "two"))
    assert known.translate("z", code, concept_map="map").matches == ()


@pytest.mark.parametrize(
    ("unmapped", "matches"),
    [
        ({"mode": "provided"}, [("equal", "b", "x", "map")]),
        ({"mode": "fixed", "code": "else"}, [("relatedto", "b", "else", "map")]),
        ({"mode": "other-map", "url": "second"}, [("equivalent", "b", "X", "second")]),
    ],
)
def test_what_is_not_mapped(unmapped, matches):
    second = concept_map("second", element("x", {"code": "X", "equivalence": "equivalent"}))
    known = terminology(concept_map("map", unmapped=unmapped), second)
    assert told(known.translate("a", "x", concept_map="map")) == matches


@pytest.mark.parametrize(
    ("equivalence", "turned"),
    [
        ("wider", "narrower"),
        ("specializes", "subsumes"),
        ("equal", "equal"),
        ("inexact", "inexact"),
    ],
)
def test_a_map_read_backwards(equivalence, turned):
    known = terminology(concept_map("map", element("x", {"code": "X", "equivalence": equivalence})))
    found = known.translate("b", "X", concept_map="map", reverse=True)
    assert told(found) == [(turned, "a", "x", "map")]
    assert known.translate("a", "X", concept_map="map", reverse=True).matches == ()


def test_products():
    target = {
        "code": "X",
        "equivalence": "equal",
        "product": [{"property": "http://p", "system": "s", "value": "v"}],
    }
    found = terminology(concept_map("map", element("x", target))).translate(
        "a", "x", concept_map="map"
    )
    assert found.matches[0].product == (
        {"element": "http://p", "concept": {"system": "s", "code": "v"}},
    )


def test_translations_that_are_refused():
    depends = {
        "code": "X",
        "equivalence": "equal",
        "dependsOn": [{"property": "http://p", "value": "1"}],
    }
    known = terminology(
        concept_map("depends", element("x", depends)),
        concept_map("first", unmapped={"mode": "other-map", "url": "second"}),
        concept_map("second", unmapped={"mode": "other-map", "url": "first"}),
    )
    with pytest.raises(Unsupported, match="http://p"):
        known.translate("a", "x", concept_map="depends")
    with pytest.raises(CircularImport, match="first → second → first"):
        known.translate("a", "x", concept_map="first")
    with pytest.raises(Unknown, match="nowhere"):
        known.translate("a", "x", concept_map="nowhere")
    with pytest.raises(Unknown, match="nowhere"):
        known.translate("a", "x", source="nowhere")
