"""What a request means before it meets the database: shapes, refusals, lenience, sameness."""

from typing import Any

import pytest

from conformance.definitions import resource_types
from fhir_server.errors import BadRequest, FhirError, NotSupported, TooCostly
from fhir_server.search import modifiers, parse, search_parameters_for

from .shelf import CONTEXT, query


@pytest.mark.parametrize(
    ("search", "entry"),
    [
        ("identifier=http://mrn|1", "identifier\x01http://mrn\x021"),
        ("gender=male", "gender\x01male"),
        ("general-practitioner=Practitioner/1", "general-practitioner\x01Practitioner/1"),
        ("name:exact=Eve", "name\x01eve\x02Eve"),
        ("gender=male,male", "gender\x01male"),
    ],
)
def test_single_equality_is_one_entry(search: str, entry: str) -> None:
    assert query("Patient", search).filter == {"idx": entry}


def test_an_or_list_of_equalities_is_one_in() -> None:
    assert query("Patient", "gender=male,female").filter == {
        "idx": {"$in": ["gender\x01female", "gender\x01male"]}
    }


@pytest.mark.parametrize("search", ["", "_id=a", "gender:not=male", "_lastUpdated=gt2020"])
def test_without_an_entry_the_deleted_are_shut_out(search: str) -> None:
    assert query("Patient", search).filter["deleted"] == {"$exists": False}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gender=male&birthdate=2000", "birthdate=eq2000&gender=male"),
        ("identifier=a,b", "identifier=b,a"),
        ("birthdate=2000", "birthdate=2000&_count=5&_total=none&_sort=name"),
        (r"family=a\,b", "family=ab"),
        ("link=http://here/fhir/Patient/1", "link=Patient/1"),
    ],
)
def test_canonical_is_the_same_for_the_same_criteria(one: str, other: str) -> None:
    assert query("Patient", one).canonical() == query("Patient", other).canonical()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gender=male", "gender:not=male"),
        ("birthdate=2000", "birthdate=ge2000"),
        ("identifier=a", "identifier=|a"),
        ("identifier=a&identifier=b", "identifier=a,b"),
    ],
)
def test_canonical_differs_where_the_criteria_do(one: str, other: str) -> None:
    assert query("Patient", one).canonical() != query("Patient", other).canonical()
    assert query("Patient", one).canonical() != query("Person", one).canonical()


@pytest.mark.parametrize(
    ("search", "error", "words"),
    [
        ("_count=-1", BadRequest, "whole number"),
        ("_count=ten", BadRequest, "whole number"),
        ("_count=", BadRequest, "empty"),
        ("_count=1&_count=2", BadRequest, "given twice"),
        ("_total=exact", NotSupported, "none, estimate, accurate"),
        ("_summary=yes", NotSupported, "true, text, data, count, false"),
        ("_elements=name,nome", NotSupported, "no element 'nome'"),
        ("_sort=nome", NotSupported, "can be by"),
        ("_sort=name,-name", BadRequest, "twice"),
        ("_sort=name&_sort=-name", BadRequest, "'name' twice"),
        ("_sort=name&_sort=", BadRequest, "empty"),
        ("_total=none&_totalMethod=count", BadRequest, "given twice"),
        ("_totalMethod=all", NotSupported, "none, estimate, count"),
        ("_sort=", BadRequest, "empty"),
        ("birthdate=%FF", BadRequest, "is not a"),
        ("part-agree:missing=yes", BadRequest, "true or false"),
        ("&".join(f"name=a{i}" for i in range(101)), TooCostly, "100 parameters"),
        ("identifier=" + ",".join(map(str, range(10_000))), TooCostly, "1000 values"),
        ("name=" + "张" * 100, BadRequest, "at most 197 bytes"),
    ],
)
def test_refused(search: str, error: type[FhirError], words: str) -> None:
    with pytest.raises(error, match=words):
        query("Patient", search)


def test_shapes_the_answer() -> None:
    asked = query(
        "Patient", "_count=5000&_summary=true&_elements=name,id&_total=none&_sort=-name,_id,family"
    )
    assert (asked.count, asked.summary, asked.total) == (1000, "true", "none")
    assert asked.elements == ("name", "id")
    assert [(k.field, k.direction) for k in asked.sort] == [("s.name.max", -1), ("_id", 1)]
    assert ("_count", "1000") in asked.self_params
    assert query("Patient", "_summary=count").count == 0
    assert query("Patient", f"_count={'9' * 40}").count == 1000
    assert query("Patient", "_totalMethod=count").total == "accurate"


def test_sort_said_again_orders_what_is_equal_so_far() -> None:
    asked = query("Patient", "_sort=gender&_sort=-birthdate,name")
    assert asked.sort == query("Patient", "_sort=gender,-birthdate,name").sort
    assert asked.self_params == [("_sort", "gender"), ("_sort", "-birthdate,name")]


@pytest.mark.parametrize("name", ["value", "value[x]", "valueQuantity", "Observation.value"])
def test_elements_as_the_definition_and_as_json_name_them(name: str) -> None:
    assert query("Observation", f"_elements={name}").elements == (name,)


def test_lenient_leaves_out_what_it_cannot_do_and_says_so() -> None:
    search = "gender=male&nome=x&name:sounds=y&birthdate=zz2000&identifier=&_sort=x&_format=json"
    asked = query("Patient", search, lenient=True)
    assert asked.filter == {"idx": "gender\x01male"}
    assert asked.self_params == [("gender", "male"), ("_format", "json")]
    assert [i.expression for i in asked.issues] == [
        "http.nome", "http.name:sounds", "http.birthdate", "http.identifier", "http._sort"
    ]  # fmt: skip
    assert {i.severity for i in asked.issues} == {"warning"}


@pytest.mark.parametrize(
    "name_and_value",
    [("name[$ne]", "1"), ("$where", "1"), ("name", '{"$gt": ""}'), ("identifier", "$ne|$gt"),
     ("_id", "$in"), ("subject.$x", "1"), ("name:contains", "(a+)+$"), ("_sort", "$natural")],
)  # fmt: skip
def test_nothing_a_client_sends_becomes_an_operator(name_and_value: tuple[str, str]) -> None:
    try:
        asked = parse("Patient", [name_and_value], CONTEXT)
    except BadRequest:
        return
    assert set(keys(asked.filter)) <= {"idx", "$elemMatch", "$gte", "$lt", "$regex"}


def keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(k for v in value.values() for k in keys(v))]
    return [k for v in value for k in keys(v)] if isinstance(value, list) else []


def test_every_type_has_parameters_that_compile() -> None:
    for type_ in ("Patient", "Observation", "Contract", "CareTeam", "Task", "Bundle", "Slot"):
        known = {p.code: p for p in search_parameters_for(type_)}
        assert {"_id", "_lastUpdated", "_tag", "_profile", "_security", "_source"} <= known.keys()
        for parameter in known.values():
            for modifier in set(modifiers(parameter)) & {"missing"}:
                assert query(type_, f"{parameter.code}:{modifier}=false").filter
    assert sum(len(search_parameters_for(t)) for t in resource_types()) > 2000
