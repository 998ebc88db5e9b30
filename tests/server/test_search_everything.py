"""$everything: the record of a patient, of a group's patients, of an encounter."""

from urllib.parse import urlsplit

import pytest
from build import observation, patient, sentences


def reference(resource):
    return {"reference": f"{resource['resourceType']}/{resource['id']}"}


def recorded(fhir, name):
    """A patient with records; references by what they are called."""
    doctor = fhir.made({"resourceType": "Practitioner", "name": [{"family": name}]})
    person = fhir.made(patient(generalPractitioner=[reference(doctor)]))
    subject = reference(person)
    seen = {"start": "2020-03-01", "end": "2020-03-02"}
    made = {
        "doctor": doctor,
        "patient": person,
        "visit": fhir.made(
            {
                "resourceType": "Encounter",
                "status": "finished",
                "class": {"code": "AMB"},
                "subject": subject,
                "period": seen,
            }
        ),
        "contract": fhir.made({"resourceType": "Contract", "subject": [subject]}),
        "task": fhir.made(
            {"resourceType": "Task", "status": "requested", "intent": "order", "for": subject}
        ),
        "undated": fhir.made(observation(subject=subject)),
    }
    for year in (2019, 2020, 2021):
        made[f"weight {year}"] = fhir.made(
            observation(
                subject=subject,
                effectiveDateTime=f"{year}-06-01",
                performer=[reference(doctor)],
                **({"encounter": reference(made["visit"])} if year == 2020 else {}),
            )
        )
    return made


@pytest.fixture(scope="module")
def eve(fhir):
    return recorded(fhir, "Li")


@pytest.fixture(scope="module")
def adam(fhir):
    return recorded(fhir, "Wang")


def everything(fhir, focus, **params):
    """(matches, included) of all pages, as ids; no focus: of all patients."""
    found = {"match": [], "include": [], "outcome": []}
    url = f"{reference(focus)['reference'] if focus else 'Patient'}/$everything"
    answer = fhir.get(url, params=params)
    while True:
        assert answer.status_code == 200, answer.text
        body = answer.json()
        for entry in body.get("entry", []):
            found[entry["search"]["mode"]].append(entry["resource"]["id"])
        links = {link["relation"]: link["url"] for link in body["link"]}
        if "next" not in links:
            assert len(found["match"]) == len(set(found["match"]))
            counted = focus or "previous" not in links  # all patients: when one page holds all
            assert body.get("total") == (len(found["match"]) if counted else None)
            return found["match"], found["include"]
        answer = fhir.get(links["next"])


def ids(record, *names):
    return {record[name]["id"] for name in names}


def test_of_a_patient(fhir, eve, adam):
    matches, included = everything(fhir, eve["patient"])
    assert set(matches) == ids(eve, *eve.keys() - {"doctor"})
    assert included == [eve["doctor"]["id"]]


@pytest.mark.parametrize("count", ["1", "3"])
def test_in_pages(fhir, eve, count):
    matches, included = everything(fhir, eve["patient"], _count=count)
    assert set(matches) == ids(eve, *eve.keys() - {"doctor"})
    assert set(included) == ids(eve, "doctor")


@pytest.mark.parametrize(
    ("bounds", "dropped"),
    [
        ({"start": "2020"}, {"weight 2019"}),
        ({"end": "2020"}, {"weight 2021"}),
        ({"start": "2020-06-01", "end": "2020-06-01"}, {"weight 2019", "weight 2021", "visit"}),
        ({"start": "2022"}, {"weight 2019", "weight 2020", "weight 2021", "visit"}),
    ],
)
def test_by_dates_of_care(fhir, eve, bounds, dropped):
    # The task was authored at no known time, the contract neither issued.
    matches, _ = everything(fhir, eve["patient"], **bounds)
    assert set(matches) == ids(eve, *eve.keys() - {"doctor"} - dropped)


def test_since(fhir, eve):
    since = eve["weight 2020"]["meta"]["lastUpdated"]
    matches, _ = everything(fhir, eve["patient"], _since=since)
    assert set(matches) == ids(eve, "weight 2020", "weight 2021")


def test_types(fhir, eve):
    matches, included = everything(fhir, eve["patient"], _type="Observation,Contract")
    years = (f"weight {y}" for y in (2019, 2020, 2021))
    assert set(matches) == ids(eve, "contract", "undated", *years)
    assert included == []


@pytest.mark.parametrize("count", ["3", "1000"])
def test_of_all_patients(fhir, eve, adam, count):
    since = eve["patient"]["meta"]["lastUpdated"]
    stray = fhir.made(observation(subject={"reference": "Group/1"}))
    gone = fhir.made(patient())
    orphans = [
        fhir.made(observation(subject=subject))
        for subject in (reference(gone), {"reference": "Patient/never-was"}) * 60
    ]
    fhir.delete(reference(gone)["reference"])
    kin = reference(fhir.made(patient()))
    told = fhir.made(observation(subject=reference(gone), performer=[kin]))
    matches, included = everything(fhir, None, _since=since, _count=count)
    theirs = ids(eve, *eve.keys() - {"doctor"}) | ids(adam, *adam.keys() - {"doctor"})
    assert theirs <= set(matches)
    assert ids(eve, "doctor") | ids(adam, "doctor") <= set(included)
    assert not {r["id"] for r in (stray, gone, *orphans)} & {*matches, *included}
    assert told["id"] in matches
    observed, _ = everything(fhir, None, _since=since, _type="Observation", start="2021")
    assert set(observed) & theirs == {
        record[name]["id"] for record in (eve, adam) for name in ("undated", "weight 2021")
    }
    link = fhir.get(f"Patient/$everything?_since={since}&_count=1").json()["link"][0]
    assert urlsplit(link["url"]).path.endswith("/Patient/$everything")


def test_of_an_encounter(fhir, eve, adam):
    matches, included = everything(fhir, eve["visit"])
    assert set(matches) == ids(eve, "visit", "weight 2020")
    assert set(included) == ids(eve, "doctor", "patient")


def test_of_a_group(fhir, eve, adam):
    members = [
        {"entity": reference(eve["patient"])},
        {"entity": reference(adam["patient"]), "inactive": True},
    ]
    group = fhir.made(
        {"resourceType": "Group", "type": "person", "actual": True, "member": members}
    )
    matches, _ = everything(fhir, group)
    assert set(matches) == {group["id"], *ids(eve, *eve.keys() - {"doctor"})}
    both = fhir.update({**group, "member": [{"entity": m["entity"]} for m in members]}).json()
    matches, _ = everything(fhir, both, _count="4")
    assert ids(eve, *eve.keys() - {"doctor"}) | ids(adam, *adam.keys() - {"doctor"}) < set(matches)
    empty = fhir.made({"resourceType": "Group", "type": "person", "actual": True})
    assert everything(fhir, empty)[0] == [empty["id"]]


def test_by_post(fhir, eve):
    asked = {
        "resourceType": "Parameters",
        "parameter": [
            {"name": "_type", "valueCode": "Task"},
            {"name": "_type", "valueCode": "Contract"},
            {"name": "_count", "valueInteger": 1},
        ],
    }
    path = f"Patient/{eve['patient']['id']}/$everything"
    answer = fhir.post(path, json=asked).json()
    assert (answer["total"], len(answer["entry"])) == (2, 1)
    following = next(link["url"] for link in answer["link"] if link["relation"] == "next")
    assert urlsplit(following).path.endswith(path)
    assert len(fhir.get(following).json()["entry"]) == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("Patient/{}/$everything?since=2020", "$everything has no parameter 'since'"),
        ("Patient/{}/$everything?start=ge2020", "start is a date"),
        ("Patient/{}/$everything?start=2020&start=2021", "start may be given once"),
        ("Patient/{}/$everything?_since=2020-13", "_since: "),
        ("Patient/{}/$everything?_type=Practitioner", "'Practitioner' cannot be searched here"),
        ("Patient/{}/$everything?_count=x", "whole number"),
        ("Patient/{}/$everything?_cursor=x", "another search"),
        ("Patient/never-was/$everything", "does not exist"),
        ("Patient/$everything?_count=0", "_count: 0 is for the record of one patient"),
        ("Encounter/$everything", "no operation $everything here"),
        ("Observation/1/$everything", "here there are: $meta"),
        ("Encounter/1/$everything?start=2020", "no parameter 'start'"),
    ],
)
def test_refused_by_name(fhir, eve, path, words):
    answer = fhir.get(path.format(eve["patient"]["id"]))
    assert answer.status_code in (400, 404)
    assert words in sentences(answer)
