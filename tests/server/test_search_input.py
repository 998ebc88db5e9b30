"""Searches that mean harm, or nothing: each is refused in words, or answered within a cap."""

import pytest
from build import patient, unique

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def key(fhir) -> str:
    """The identifier of one patient, with a name full of what databases find special."""
    key = unique()
    fhir.made(patient(identifier=[{"value": key}], name=[{"family": '{"$gt": ""} (a+)+$ .* % _'}]))
    return key


@pytest.mark.parametrize(
    ("search", "status", "words"),
    [
        ("name[$ne]=1", 400, "no search parameter 'name[$ne]'"),
        ("$where=1", 400, "no search parameter '$where'"),
        ("name.$gt=1", 400, "no reference parameter named 'name'"),
        (f"identifier={','.join(map(str, range(10_000)))}", 403, "at most 1000 values"),
        (f"{'.'.join(['link'] * 50)}.name=x", 403, "at most 10 steps"),
        (f"{'_has:Patient:link:' * 50}name=x", 403, "at most 10 steps"),
        ("&".join(["name=x"] * 200), 403, "at most 100 parameters"),
        ("_sort=name,-name", 400, "'name' twice"),
        ("_sort=name&_sort=-name", 400, "'name' twice"),
        ("_count=-1", 400, "not a whole number"),
        ("_count=1e3", 400, "not a whole number"),
        ("_filter=name eq", 400, "at character 8"),
        ("_filter=name eq x or", 400, "at character 13"),
        ("_filter=(name eq x", 400, "at character 11"),
        (f"_filter={'(' * 40}name eq x{')' * 40}", 400, "at character 32"),
        (f"_filter={' or '.join(['name eq x'] * 101)}", 403, "at most 100 tests"),
        ("_cursor=abc", 400, "another search"),
        ("_filter=nome eq x", 400, "at character 1: Patient has no search parameter 'nome'"),
        ("birthdate=gt{$ne:1}", 400, "is not a date"),
        ("identifier=%00", 400, "control character"),
        ("identifier=%ff", 400, "percent-encoded UTF-8"),
        ("name=a%5Cb", 400, "backslash"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_refused_in_words(fhir, search, status, words):
    answer = fhir.get(f"Patient?{search}")
    assert answer.status_code == status
    issue = answer.json()["issue"][0]
    assert words in issue["diagnostics"]
    assert issue["code"] == ("too-costly" if status == 403 else issue["code"])


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("name", '{"$gt":""}', 1),
        ("name", '{"$ne":null}', 0),
        ("name:contains", "(a+)+$", 1),
        ("name:contains", ".*", 0),
        ("name:contains", "(a|a)*b", 0),
        ("family:exact", ".*", 0),
        ("family:exact", '{"$gt": ""} (a+)+$ .* % _', 1),
        ("name", "%", 0),
        ("_content", "x", None),
    ],
)
def test_text_is_text(fhir, key, name, value, found):
    answer = fhir.get("Patient", params={name: value.replace("|", r"\|"), "identifier": key})
    assert answer.status_code == (200 if found is not None else 400)
    assert answer.json().get("total") == found


def test_a_huge_count_is_capped_where_it_can_be_seen(fhir, key):
    found = fhir.get(f"Patient?identifier={key}&_count={'9' * 30}").json()
    assert found["total"] == 1
    assert found["link"][0]["url"].endswith("&_count=1000")


def test_lenient_is_no_way_around_a_cap(fhir):
    answer = fhir.get(f"Patient?identifier={'a,' * 2000}a", headers={"Prefer": "handling=lenient"})
    assert answer.status_code == 403


def test_the_form_of_a_post_may_name_the_format(fhir, key):
    answer = fhir.post("Patient/_search", content=f"identifier={key}&_format=xml", headers=FORM)
    assert answer.headers["content-type"].startswith("application/fhir+xml")
    answer = fhir.post("Patient/_search", content="_format=text/csv", headers=FORM)
    assert answer.status_code == 406
