"""Searches on several types: http.html 3.1.0.9, with `_type`, and in compartments."""

import itertools
from urllib.parse import parse_qsl, urlsplit

import pytest
from build import basic, bundle, entry, observation, patient, sentences, unique

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def tag():
    return unique()


def marked(tag, resource):
    return {**resource, "meta": {"tag": [{"code": tag}]}}


@pytest.fixture(scope="module")
def household(fhir, tag):
    """A patient with records of many types, all tagged, and a neighbour; ids by name."""
    ids = {}
    for name in ("eve", "adam"):
        ids[name] = fhir.made(marked(tag, patient()))["id"]
        subject = {"reference": f"Patient/{ids[name]}"}
        for number in range(3):
            fhir.made(marked(tag, observation(subject=subject, status="final")))
            fhir.made(marked(tag, basic(author=subject, id=f"{name}{number}")))
        status = {"status": "finished", "class": {"code": "AMB"}}
        fhir.made(marked(tag, {"resourceType": "Encounter", "subject": subject, **status}))
        fhir.made(marked(tag, {"resourceType": "Contract", "subject": [subject]}))
    return ids


def references(answer):
    found = answer.json()
    assert answer.status_code == 200, found
    return [
        f"{e['resource']['resourceType']}/{e['resource']['id']}"
        for e in found.get("entry", [])
        if e["search"]["mode"] == "match"
    ]


def links(answer):
    return {link["relation"]: link["url"] for link in answer.json()["link"]}


def walk(fhir, url, relation="next"):
    """The pages from here on, as references."""
    pages = []
    while url:
        answer = fhir.get(url)
        pages.append(references(answer))
        url = links(answer).get(relation)
    return pages


def test_types_together(fhir, household, tag):
    found = references(fhir.get("", params={"_type": "Patient,Observation", "_tag": tag}))
    assert len(found) == 8
    assert found == sorted(found)
    whole = fhir.get("", params={"_tag": tag, "_count": "100"})
    assert len(references(whole)) == whole.json()["total"] == 18


def test_by_post_too(fhir, household, tag):
    answer = fhir.post("_search?_type=Basic,Patient", data={"_tag": tag}, headers=FORM)
    assert len(references(answer)) == 8
    assert dict(parse_qsl(urlsplit(links(answer)["self"]).query)) == {
        "_type": "Basic,Patient",
        "_tag": tag,
    }


@pytest.mark.parametrize("sort", ["", "_id", "-_id", "_lastUpdated", "-_lastUpdated", "-_tag,_id"])
@pytest.mark.parametrize("count", ["1", "4", "100"])
def test_walk_there_and_back(fhir, household, tag, sort, count):
    params = {"_type": "Basic,Contract,Observation,Patient", "_tag": tag, "_count": count}
    if sort:
        params["_sort"] = sort
    first = fhir.get("", params=params)
    pages = walk(fhir, str(first.url))
    found = list(itertools.chain(*pages))
    assert len(found) == len(set(found)) == 16
    assert {len(page) for page in pages[:-1]} <= {int(count)}
    if "_lastUpdated" in sort:
        when = {
            f"{e['resource']['resourceType']}/{e['resource']['id']}": e["resource"]["meta"]
            for e in fhir.get("", params={**params, "_count": "100"}).json()["entry"]
        }
        instants = [when[r]["lastUpdated"] for r in found]
        assert instants == sorted(instants, reverse=sort.startswith("-"))
    else:
        assert [r.split("/")[0] for r in found] == sorted(r.split("/")[0] for r in found)
    url = str(first.url)
    while following := links(fhir.get(url)).get("next"):
        url = following
    back = walk(fhir, url, "previous")
    assert list(itertools.chain(*reversed(back))) == found


def test_totals(fhir, household, tag):
    params = {"_type": "Observation,Patient", "_tag": tag}
    assert fhir.get("", params={**params, "_count": "2"}).json()["total"] == 8
    counted = fhir.get("", params={**params, "_summary": "count"}).json()
    assert (counted["total"], "entry" in counted) == (8, False)
    assert "total" not in fhir.get("", params={**params, "_count": "2", "_total": "none"}).json()


def test_chains_and_includes_across_types(fhir, household):
    params = {
        "_type": "Observation,Encounter",
        "subject:Patient._id": household["eve"],
        "_include": "Observation:subject",
    }
    answer = fhir.get("", params=params)
    assert len(references(answer)) == 4
    included = [e for e in answer.json()["entry"] if e["search"]["mode"] == "include"]
    assert [e["resource"]["id"] for e in included] == [household["eve"]]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"_type": "Patient,Observation", "gender": "male"}, "must be possible for all"),
        ({"name": "x"}, "must be possible for all"),
        ({"_type": "Patient,Nonsense"}, "'Nonsense' cannot be searched"),
        ({"_type": "Patient,"}, "'' cannot be searched"),
        ({"_type": "Parameters"}, "'Parameters' cannot be searched"),
        ({"_type": "Patient,Basic", "_include": "Observation:subject"}, "of type Basic, Patient"),
        ({"_type": "Patient,Basic", "_sort": "gender"}, "cannot be sorted by"),
        ([("_type", "Patient"), ("_type", "Basic")], "given twice"),
    ],
)
def test_refused_by_name(fhir, params, words):
    answer = fhir.get("", params=params)
    assert answer.status_code == 400
    assert words in sentences(answer)


def test_a_page_link_of_another_list_is_refused(fhir, household, tag):
    pages = {}
    for path, types in (("", "Basic,Patient"), ("", "Observation,Patient")):
        answer = fhir.get(path, params={"_type": types, "_tag": tag, "_count": "1"})
        pages[types] = dict(parse_qsl(urlsplit(links(answer)["next"]).query))["_cursor"]
    mixed = {"_type": "Basic,Patient", "_tag": tag, "_cursor": pages["Observation,Patient"]}
    assert fhir.get("", params=mixed).status_code == 400
    eve, adam = (f"Patient/{household[name]}/Observation" for name in ("eve", "adam"))
    cursor = parse_qsl(urlsplit(links(fhir.get(f"{eve}?_count=1"))["next"]).query)[-1]
    assert fhir.get(eve, params=[("_count", "1"), cursor]).status_code == 200
    assert fhir.get(adam, params=[("_count", "1"), cursor]).status_code == 400


def test_lenient_heeds_what_all_types_can(fhir, household, tag):
    params = {"_type": "Patient,Observation", "_tag": tag, "gender": "male"}
    answer = fhir.get("", params=params, headers={"Prefer": "handling=lenient"})
    assert len(references(answer)) == 8
    assert "gender" not in links(answer)["self"]
    assert answer.json()["entry"][-1]["search"]["mode"] == "outcome"


def test_compartment_of_a_patient(fhir, household):
    path = f"Patient/{household['eve']}"
    assert len(references(fhir.get(f"{path}/Observation"))) == 3
    assert len(references(fhir.get(f"{path}/Observation", params={"status": "final"}))) == 3
    assert references(fhir.get(f"{path}/Observation", params={"status": "amended"})) == []
    assert fhir.get(f"{path}/Observation?_count=1").json()["total"] == 3
    assert len(list(itertools.chain(*walk(fhir, f"{path}/Observation?_count=1")))) == 3
    assert links(fhir.get(f"{path}/Observation"))["self"].endswith(f"{path}/Observation")
    by_post = fhir.post(f"{path}/Observation/_search", data={"status": "final"}, headers=FORM)
    assert len(references(by_post)) == 3
    assert references(fhir.get("Patient/nobody-at-all/Observation")) == []
    assert len(references(fhir.get(f"{path}/Basic"))) == 3


def test_all_types_of_a_compartment(fhir, household, tag):
    path = f"Patient/{household['eve']}/*"
    found = references(fhir.get(path))
    assert {r.split("/")[0] for r in found} == {"Basic", "Encounter", "Observation"}
    assert list(itertools.chain(*walk(fhir, f"{path}?_count=2"))) == found
    some = references(fhir.get(path, params={"_type": "Basic,Encounter", "_tag": tag}))
    assert len(some) == 4
    by_post = fhir.post(f"{path}/_search", data={"_type": "Basic"}, headers=FORM)
    assert len(references(by_post)) == 3


def test_what_is_in_no_compartment_is_refused(fhir, household):
    for type_ in ("Contract", "Task"):
        answer = fhir.get(f"Patient/{household['eve']}/{type_}")
        assert answer.status_code == 404
        assert "$everything" in sentences(answer)
    assert "cannot be searched here" in sentences(fhir.get("Patient/1/*?_type=Contract"))
    assert "there are compartments of" in sentences(fhir.get("Location/1/Observation"))
    assert "'Nonsense' is not a resource type" in sentences(fhir.get("Patient/1/Nonsense"))
    assert fhir.delete("Patient/1/Observation").status_code == 405


def test_the_encounter_is_in_its_compartment(fhir, household):
    found = references(fhir.get("Encounter", params={"patient": household["eve"]}))[0]
    assert references(fhir.get(f"{found}/Encounter")) == [found]
    assert references(fhir.get(f"{found}/*")) == [found]


def test_in_a_batch(fhir, household, tag):
    path = f"Patient/{household['eve']}"
    urls = (f"?_type=Patient,Basic&_tag={tag}", f"{path}/Observation", f"{path}/*")
    answered = fhir.run(bundle("batch", *(entry("GET", url) for url in urls)))
    assert [e["resource"]["total"] for e in answered["entry"]] == [8, 3, 7]
