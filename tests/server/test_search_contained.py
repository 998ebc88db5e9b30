"""Contained resources as matches, over HTTP: full URLs, summaries, links, and what is refused."""

import pytest
from build import unique

KINDS = "_contained=true&_containedType=contained"


@pytest.fixture(scope="module")
def code(fhir) -> str:
    """The code of three contained Medications in two requests, and of one of its own."""
    code = unique()

    def medication(id_: str) -> dict:
        return {"resourceType": "Medication", "id": id_, "code": {"coding": [{"code": code}]},
                "ingredient": [{"itemCodeableConcept": {"text": "x"}}]}  # fmt: skip

    for ids in (("m1",), ("m1", "m2")):
        fhir.made({
            "resourceType": "MedicationRequest", "status": "active", "intent": "order",
            "subject": {"display": "somebody"},
            "contained": [medication(id_) for id_ in ids],
            "medicationReference": {"reference": "#m1"},
            "supportingInformation": [{"reference": f"#{id_}"} for id_ in ids],
        })  # fmt: skip
    fhir.update(medication(unique()))
    return code


def test_the_contained_resource_alone(fhir, code):
    found = fhir.get(f"Medication?code={code}&{KINDS}").json()
    assert found["total"] == 3
    for entry in found["entry"]:
        container, hash_, local = entry["fullUrl"].partition("#")
        assert container.startswith(f"{fhir.base}/MedicationRequest/")
        assert (hash_, local) == ("#", entry["resource"]["id"])
        assert entry["resource"]["resourceType"] == "Medication"
        assert entry["search"] == {"mode": "match"}


def test_the_container_is_the_default(fhir, code):
    found = fhir.get(f"Medication?code={code}&_contained=true").json()
    assert [e["resource"]["resourceType"] for e in found["entry"]] == ["MedicationRequest"] * 2
    assert {e["search"]["mode"] for e in found["entry"]} == {"match"}
    both = fhir.get(f"Medication?code={code}&_contained=both").json()
    types = [e["resource"]["resourceType"] for e in both["entry"]]
    assert types == ["Medication", "MedicationRequest", "MedicationRequest"]
    assert fhir.get(f"Medication?code={code}").json()["total"] == 1


def test_summaries_and_elements_of_what_is_shown(fhir, code):
    found = fhir.get(f"Medication?code={code}&{KINDS}&_elements=code").json()
    for entry in found["entry"]:
        assert set(entry["resource"]) == {"resourceType", "id", "meta", "code"}
        assert entry["resource"]["meta"]["tag"][0]["code"] == "SUBSETTED"
    found = fhir.get(f"Medication?code={code}&{KINDS}&_summary=true").json()
    assert all("ingredient" not in e["resource"] for e in found["entry"])
    found = fhir.get(f"Medication?code={code}&{KINDS}&_summary=count").json()
    assert found["total"] == 3
    assert "entry" not in found


def test_links_lead_through_all_pages(fhir, code):
    found = fhir.post(
        "Medication/_search",
        content=f"code={code}&{KINDS}&_count=2",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    ).json()
    links = {link["relation"]: link["url"] for link in found["link"]}
    assert links["self"] == f"{fhir.base}/Medication?code={code}&{KINDS}&_count=2"
    following = fhir.get(links["next"]).json()
    urls = [e["fullUrl"] for e in (*found["entry"], *following["entry"])]
    assert len(set(urls)) == 3
    back = {link["relation"]: link["url"] for link in following["link"]}["previous"]
    assert [e["fullUrl"] for e in fhir.get(back).json()["entry"]] == urls[:2]


@pytest.mark.parametrize(
    "path",
    [
        "?_type=Medication&_contained=true",
        "?_contained=both",
        "Patient/1/Observation?_contained=true",
        "Patient/1/*?_contained=true",
    ],
)
def test_one_type_at_a_time(fhir, path):
    answer = fhir.get(path)
    assert answer.status_code == 400
    assert "one type" in answer.text


def test_conditional_interactions_mean_resources_of_their_own(fhir, code):
    answer = fhir.delete(f"Medication?code={code}&_contained=true")
    assert answer.status_code == 400
    assert "not about contained ones" in answer.text
