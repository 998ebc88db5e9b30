"""Whatever is stored and asked for: the search finds what the words of search.html say.

Resources and queries are drawn from few distinct values, so that they meet, touch and differ by
little. A counter-example becomes a case in `cases/`.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pymongo import MongoClient
from pymongo.database import Database

from fhir_server.search import entries, matching
from fhir_server.search.contained import under
from fhir_server.search.filters import all_of
from fhir_server.search.inside import Standing, at_least, meets

from .oracle import PREFIXES, UCUM, matches
from .shelf import CONTEXT, query
from .test_dates import days, minutes, months, periods, seconds, stored_texts, years

Json = dict[str, Any]
one_of = st.sampled_from


def some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    """Objects with any of these properties."""
    return st.fixed_dictionaries({}, optional=optional)


def few(each: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(each, min_size=1, max_size=2)


def prefixed(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, one_of(("", *PREFIXES)), values)


texts = one_of(["Zoë", "zoe", "Zoé-Li", "zo", "Anna  Zoë", "张三", "张三丰", "O'Brien", "ob"])
systems = one_of(["http://a", "http://b"])
codes = one_of(["x", "X", "y", "y|1"])
coding = some(system=systems, code=codes, display=texts).filter(bool)
concept = some(coding=few(coding), text=texts).filter(bool)
identifier = some(
    system=systems,
    value=codes,
    type=some(coding=few(st.fixed_dictionaries({"code": codes, "system": systems})), text=texts),
).filter(lambda i: "value" in i or "system" in i)
numbers = one_of(["1", "1.0", "0.999", "1.05", "1000", "999.6", "-1", "0", "1.5", "0.001"])
quantities = st.fixed_dictionaries(
    {"value": numbers.map(Decimal)},
    optional={
        "comparator": one_of(["<", ">="]),
        "code": one_of(["g", "mg", "[x]"]),
        "system": one_of([UCUM, "http://a"]),
        "unit": one_of(["g", "gram"]),
    },
)
references = one_of(
    [
        {"reference": "Patient/1"},
        {"reference": "http://here/fhir/Patient/1"},
        {"reference": "Patient/1/_history/2"},
        {"reference": "Group/1"},
        {"reference": "http://there/fhir/Patient/1"},
        {"reference": "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7"},
        {"identifier": {"system": "http://a", "value": "x"}},
        {"display": "somebody"},
    ]
)


def of_a_patient(reference: Json) -> bool:
    return "Group" not in reference.get("reference", "")


value = one_of(
    ["valueQuantity", "valueString", "valueCodeableConcept", "valueDateTime", "valuePeriod"]
).flatmap(
    lambda key: st.fixed_dictionaries(
        {
            key: {
                "valueQuantity": quantities,
                "valueString": texts,
                "valueCodeableConcept": concept,
                "valueDateTime": stored_texts,
                "valuePeriod": periods,
            }[key]
        }
    )
)
component = st.builds(
    lambda code, valued: {"code": code, **valued},
    concept,
    value.filter(lambda v: "valueQuantity" in v or "valueCodeableConcept" in v),
)
observations = st.builds(
    lambda plain, valued: {"resourceType": "Observation", **plain, **valued},
    some(
        code=concept,
        status=one_of(["final", "amended"]),
        subject=references,
        identifier=few(identifier),
        component=few(component),
        effectiveDateTime=stored_texts,
    ),
    value | st.just({}),
)
patients = st.builds(
    lambda plain: {"resourceType": "Patient", **plain},
    some(
        name=few(some(family=texts, given=few(texts), text=texts).filter(bool)),
        gender=one_of(["male", "female"]),
        active=st.booleans(),
        birthDate=years | months | days,
        identifier=few(identifier),
        link=few(st.fixed_dictionaries({"other": references.filter(of_a_patient)})),
    ),
)
simple = numbers.map(lambda n: {"value": Decimal(n)})
ranges = some(low=simple, high=simple).filter(
    lambda r: r and (len(r) == 1 or r["low"]["value"] < r["high"]["value"])
)
risks = st.builds(
    lambda predictions: {"resourceType": "RiskAssessment", "prediction": predictions},
    few(some(probabilityDecimal=numbers.map(Decimal)) | some(probabilityRange=ranges)),
)
urls = one_of(
    ["http://a/b", "http://a/b/", "http://a/b/c", "http://a", "urn:oid:1.2", "http://a/bc"]
)
canonicals = one_of(
    ["http://a/b", "http://a/b|1", "http://a/b|1.0", "http://a/b|10", "http://a/bc|1", "urn:x|1"]
)
answers = st.builds(
    lambda canonical: {"resourceType": "QuestionnaireResponse", **canonical},
    some(questionnaire=canonicals),
)
value_sets = st.builds(lambda url: {"resourceType": "ValueSet", **url}, some(url=urls))

tokens = st.builds("{}|{}".format, systems | st.just(""), one_of(["x", "y", r"z"])) | one_of(
    ["x", "y", "z", "http://a|", "http://b|"]
)
dates = prefixed(years | months | days | minutes | seconds)
measures = st.builds("{}{}".format, prefixed(numbers), one_of(
    ["", "||g", f"|{UCUM}|g", f"|{UCUM}|mg", f"|{UCUM}|kg", "||gram", "|http://a|g", f"|{UCUM}|[x]"]
))  # fmt: skip
heads = st.builds("{}|{}".format, systems | st.just(""), one_of(["x", "y"])) | one_of(["x", "y"])
asked_texts = texts.filter(lambda t: "  " not in t)
missing = one_of(["true", "false"])


def pairs(
    names: list[str], values: st.SearchStrategy[str], most: int = 2
) -> st.SearchStrategy[tuple[str, str]]:
    """Criteria: a name, and an OR list of values."""
    lists = st.lists(values, min_size=1, max_size=most).map(",".join)
    return st.tuples(one_of(names), lists)


def composites(name: str, second: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, str]]:
    return pairs([name], st.builds("{}${}".format, heads, second))


KINDS: dict[str, tuple[st.SearchStrategy[Json], st.SearchStrategy[tuple[str, str]]]] = {
    "Observation": (
        observations,
        st.one_of(
            pairs(["code", "combo-code", "component-code", "code:not", "combo-code:not"], tokens),
            pairs(["value-concept", "combo-value-concept", "identifier"], tokens),
            pairs(["status", "status:not"], one_of(["final", "Final", "amended"])),
            pairs(["code:text", "combo-code:text", "identifier:text", "value-string"], asked_texts),
            pairs(
                ["identifier:of-type"],
                st.builds(
                    "{}|{}|{}".format, systems, codes.filter("y|1".__ne__), one_of(["x", "Y"])
                ),
            ),
            pairs(["value-quantity", "combo-value-quantity", "component-value-quantity"], measures),
            pairs(["value-date", "date"], dates),
            pairs(
                ["subject", "patient"],
                one_of(
                    [
                        "Patient/1",
                        "1",
                        "http://here/fhir/Patient/1",
                        "Patient/1/_history/2",
                        "http://there/fhir/Patient/1",
                    ]
                ),
            ),
            pairs(["subject:Patient", "subject:Group"], one_of(["1", "2"])),
            pairs(
                ["subject:identifier"], one_of(["x", "http://a|x", "|x", "http://a|", "http://b|x"])
            ),
            composites("code-value-quantity", measures),
            composites("component-code-value-quantity", measures),
            composites("combo-code-value-quantity", measures),
            composites("code-value-concept", tokens),
            composites("combo-code-value-concept", tokens),
            composites("code-value-string", asked_texts),
            composites("code-value-date", dates),
            pairs(
                [
                    "code:missing",
                    "subject:missing",
                    "value-quantity:missing",
                    "combo-code:missing",
                    "component-code:missing",
                ],
                missing,
                1,
            ),
        ),
    ),
    "Patient": (
        patients,
        st.one_of(
            pairs(
                ["name", "family", "given", "name:exact", "name:contains", "given:contains"],
                asked_texts,
            ),
            pairs(["gender", "gender:not"], one_of(["male", "female"])),
            pairs(["active", "active:not"], one_of(["true", "false"])),
            pairs(["birthdate"], dates),
            pairs(["identifier", "identifier:not"], tokens),
            pairs(["link"], one_of(["Patient/1", "1"])),
            pairs(
                ["name:missing", "birthdate:missing", "active:missing", "link:missing"], missing, 1
            ),
        ),
    ),
    "RiskAssessment": (risks, pairs(["probability"], prefixed(numbers))),
    "QuestionnaireResponse": (
        answers,
        pairs(["questionnaire", "questionnaire:below"], canonicals)
        | pairs(["questionnaire:missing"], missing, 1),
    ),
    "ValueSet": (
        value_sets,
        pairs(["url"], urls)
        | pairs(["url:below", "url:above"], urls.filter(lambda u: u[:4] != "urn:"))
        | pairs(["url:missing"], missing, 1),
    ),
}


@pytest.fixture(scope="module")
def stored(mongodb_uri: str, database: str) -> Iterator[Database[Json]]:
    with MongoClient[Json](mongodb_uri) as client:
        for type_ in KINDS:
            client[database][type_].create_index([("idx", 1), ("_id", 1)])
        yield client[database]
        client.drop_database(database)


def holds(resource: Json, criteria: list[tuple[str, str]]) -> bool:
    return all(matches(resource, name, text) for name, text in criteria)


@pytest.mark.parametrize("type_", KINDS)
def test_search_finds_what_the_specification_says(stored: Database[Json], type_: str) -> None:
    resources, criterion = KINDS[type_]

    @settings(
        max_examples=30,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(
        st.lists(resources, min_size=1, max_size=8),
        st.lists(st.lists(criterion, min_size=1, max_size=2), min_size=4, max_size=8),
    )
    def compare(shelf: list[Json], searches: list[list[tuple[str, str]]]) -> None:
        stored[type_].delete_many({})
        documents = [{"_id": i, "idx": entries(type_, r, CONTEXT).idx} for i, r in enumerate(shelf)]
        stored[type_].insert_many(documents)
        for criteria in searches:
            text = "&".join(f"{name}={quote(value)}" for name, value in criteria)
            asked = query(type_, text).filter
            found = sorted(d["_id"] for d in stored[type_].find(asked))
            wanted = [i for i, r in enumerate(shelf) if holds(r, criteria)]
            assert found == wanted, (text, [shelf[i] for i in set(found) ^ set(wanted)])
            assert [d["_id"] for d in documents if matching.matches(asked, d)] == wanted, text

    compare()


@pytest.mark.parametrize("type_", KINDS)
def test_contained_resources_are_judged_by_the_same_words(type_: str) -> None:
    resources, criterion = KINDS[type_]

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(resources, min_size=1, max_size=3),
        st.lists(st.lists(criterion, min_size=1, max_size=2), min_size=4, max_size=8),
    )
    def compare(inner: list[Json], searches: list[list[tuple[str, str]]]) -> None:
        contained = [{**r, "id": f"c{i}"} for i, r in enumerate(inner)]
        container = {"resourceType": "Basic", "id": "b", "contained": contained}
        document = {"_id": "b", "idx": entries("Basic", container, CONTEXT).idx}
        for criteria in searches:
            text = "&".join(f"{name}={quote(value)}" for name, value in criteria)
            asked = query(type_, f"{text}&_contained=true").criteria
            found = [
                meets(Standing(r, container), type_, all_of(asked), CONTEXT) for r in contained
            ]
            assert found == [holds(r, criteria) for r in contained], (text, contained)
            if any(found):  # then the container's entries say that it may be
                told = [at_least(under("", type_), each) for each in asked]
                assert matching.matches(all_of(told), document), text

    compare()


# A test of a filter beside the criterion that means the same.
LEAVES = st.one_of(
    st.tuples(st.just("gender eq {}"), st.just("gender"), one_of(["male", "female"])),
    st.tuples(st.just('name co "{}"'), st.just("name:contains"), asked_texts),
    st.tuples(st.just('given sw "{}"'), st.just("given"), asked_texts),
    st.tuples(st.just("name pr {}"), st.just("name:missing"), missing),
    st.tuples(st.just("identifier eq {}"), st.just("identifier"), tokens),
    *(
        st.tuples(st.just(f"birthdate {prefix} {{}}"), st.just("birthdate"), years | months).map(
            lambda leaf: (leaf[0], leaf[1], leaf[0].split()[1] + leaf[2])
        )
        for prefix in PREFIXES
    ),
)
TREES = st.recursive(
    LEAVES.map(lambda leaf: ("is", [leaf])),
    lambda inner: (
        st.tuples(one_of(["and", "or"]), st.lists(inner, min_size=2, max_size=3))
        | st.tuples(st.just("not"), st.lists(inner, min_size=1, max_size=1))
    ),
    max_leaves=6,
)


def written(tree: Any) -> str:
    word, parts = tree
    if word == "is":
        form, name, text = parts[0]
        if name.endswith(":missing"):
            text = "false" if text == "true" else "true"
        return str(form).format(text[2:] if name == "birthdate" else text)
    inner = [f"({written(part)})" for part in parts]
    return f"not {inner[0]}" if word == "not" else f" {word} ".join(inner)


def true_of(resource: Json, tree: Any) -> bool:
    word, parts = tree
    if word == "is":
        return matches(resource, parts[0][1], parts[0][2])
    each = [true_of(resource, part) for part in parts]
    return not each[0] if word == "not" else all(each) if word == "and" else any(each)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(patients, min_size=1, max_size=6), st.lists(TREES, min_size=3, max_size=6))
def test_filters_find_what_their_tests_say(
    stored: Database[Json], shelf: list[Json], trees: list[Any]
) -> None:
    stored["Patient"].delete_many({})
    stored["Patient"].insert_many(
        {"_id": i, "idx": entries("Patient", r, CONTEXT).idx} for i, r in enumerate(shelf)
    )
    for tree in trees:
        text = f"_filter={quote(written(tree))}"
        found = sorted(d["_id"] for d in stored["Patient"].find(query("Patient", text).filter))
        assert found == [i for i, r in enumerate(shelf) if true_of(r, tree)], text
