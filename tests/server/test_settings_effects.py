"""What the settings change (http.html 3.1.0.4.3, 3.1.0.5; references.html 2.3.0.2)."""

import pytest
from build import (
    batch,
    criteria,
    entry,
    identified,
    observation,
    patient,
    statuses,
    transaction,
    unique,
    urn,
)


@pytest.fixture(scope="module")
def strict(serve_with):
    """Ids by the server only, many deleted at once, small limits."""
    with serve_with(
        FHIR_UPDATE_CREATE="false",
        FHIR_CONDITIONAL_DELETE="multiple",
        FHIR_MAX_BODY_BYTES="20000",
        FHIR_MAX_BUNDLE_ENTRIES="3",
        FHIR_DEFAULT_COUNT="2",
        FHIR_MAX_COUNT="4",
        FHIR_CORS_ORIGINS="https://app.example.org",
    ) as client:
        yield client


@pytest.fixture(scope="module")
def careful(serve_with):
    """If-Match demanded, references enforced, no conditional delete, pages from anywhere."""
    with serve_with(
        FHIR_REQUIRE_IF_MATCH="true",
        FHIR_REFERENCES="enforce",
        FHIR_CONDITIONAL_DELETE="not-supported",
        FHIR_CORS_ORIGINS="*",
    ) as client:
        yield client


def declared(client, type_="Patient"):
    resources = client.get("metadata").json()["rest"][0]["resource"]
    return next(r for r in resources if r["type"] == type_)


def test_without_update_as_create_a_put_to_a_new_id_is_405(strict):
    assert declared(strict)["updateCreate"] is False
    id_ = unique()
    assert strict.update(patient(id=id_)).status_code == 405
    assert strict.get(f"Patient/{id_}").status_code == 404
    made = strict.made(patient())
    assert strict.update(made).status_code == 200
    refused = strict.post("", json=transaction(entry("PUT", f"Patient/{id_}", patient(id=id_))))
    assert refused.status_code == 405


def test_without_update_as_create_a_conditional_update_still_creates(strict):
    key = unique()
    answer = strict.put(f"Patient?{criteria(key)}", json=identified(key))
    assert answer.status_code == 201


def test_a_conditional_delete_of_many(strict):
    assert declared(strict)["conditionalDelete"] == "multiple"
    key = unique()
    made = [strict.made(identified(key)) for _ in range(3)]
    kept = strict.made(patient())
    assert strict.delete(f"Patient?{criteria(key)}").status_code in (200, 204)
    assert [strict.get(f"Patient/{m['id']}").status_code for m in made] == [410] * 3
    assert strict.get(f"Patient/{kept['id']}").status_code == 200
    assert strict.delete(f"Patient?{criteria(key)}").status_code in (200, 204, 404)


def test_a_conditional_delete_of_many_by_what_they_refer_to(strict):
    key = unique()
    subject = {"reference": f"Patient/{strict.made(identified(key))['id']}"}
    made = [strict.made(observation(subject=subject)) for _ in range(2)]
    answer = strict.delete(f"Observation?subject:Patient.{criteria(key)}")
    assert answer.status_code in (200, 204)
    assert [strict.get(f"Observation/{m['id']}").status_code for m in made] == [410] * 2


def test_the_limit_of_a_body(strict):
    assert strict.create(patient(name=[{"text": "x" * 19_000}])).status_code == 201
    answer = strict.create(patient(name=[{"text": "x" * 20_000}]))
    assert answer.status_code == 413
    assert "20,000" in answer.json()["issue"][0]["diagnostics"]


@pytest.mark.parametrize("kind", [batch, transaction])
def test_the_limit_of_a_bundle(strict, kind):
    few = [entry("GET", "metadata")] * 3
    assert len(strict.run(kind(*few))["entry"]) == 3
    answer = strict.post("", json=kind(*few, few[0]))
    assert answer.status_code == 413
    assert "3" in answer.json()["issue"][0]["diagnostics"]


def test_the_sizes_of_pages(strict):
    key = unique()
    for _ in range(6):
        strict.made(identified(key))
    found = strict.get(f"Patient?{criteria(key)}").json()
    assert len(found["entry"]) == 2
    assert len(strict.get("Patient/_history").json()["entry"]) == 2
    assert len(strict.get(f"Patient?{criteria(key)}&_count=100").json()["entry"]) == 4
    assert len(strict.get("Patient/_history?_count=100").json()["entry"]) == 4


def test_origins(strict):
    asked = {"Origin": "https://app.example.org"}
    allowed = strict.get("metadata", headers=asked).headers["access-control-allow-origin"]
    assert allowed == "https://app.example.org"
    other = strict.get("metadata", headers={"Origin": "https://other.example.org"})
    assert "access-control-allow-origin" not in other.headers


def test_updates_must_say_if_match(careful):
    assert declared(careful)["versioning"] == "versioned-update"
    made = careful.made(patient())
    changed = {**made, "gender": "male"}
    assert careful.update(changed).status_code == 428
    assert careful.get(f"Patient/{made['id']}").json() == made
    assert careful.update(changed, if_match='W/"1"').status_code == 200
    assert careful.update(changed, if_match='W/"1"').status_code == 412
    assert careful.update(patient(id=unique())).status_code == 201, "nothing to match yet"


def test_conditional_delete_can_be_switched_off(careful):
    assert declared(careful)["conditionalDelete"] == "not-supported"
    assert careful.delete(f"Patient?{criteria(unique())}").status_code in (400, 405, 412)


def test_dangling_references_are_refused(careful):
    assert "enforced" in declared(careful, "Observation")["referencePolicy"]
    dangling = observation(subject={"reference": f"Patient/{unique()}"})
    answer = careful.create(dangling)
    assert answer.status_code in (400, 409, 422)
    assert answer.json()["issue"][0]["expression"] == ["Observation.subject.reference"]
    outside = observation(subject={"reference": "http://other.example.org/fhir/Patient/1"})
    assert careful.create(outside).status_code == 201


def test_what_is_referred_to_is_not_deleted(careful):
    subject = careful.made(patient())
    path = f"Patient/{subject['id']}"
    for reference in (path, f"{careful.base}/{path}"):
        link = careful.made(observation(subject={"reference": reference}))
        condition = {"If-Match": 'W/"1"'}
        assert careful.delete(path, headers=condition).status_code == 409
        assert careful.get(path).status_code == 200
        careful.delete(f"Observation/{link['id']}", headers=condition)
    assert careful.delete(path, headers={"If-Match": 'W/"1"'}).status_code in (200, 204)


def test_references_within_a_transaction_hold(careful):
    one, two = urn(), urn()

    def linked(other):
        return patient(link=[{"other": {"reference": other}, "type": "seealso"}])

    done = careful.run(
        transaction(
            entry("POST", "Patient", linked(two), one), entry("POST", "Patient", linked(one), two)
        )
    )
    assert statuses(done) == [201, 201]
    where = ["/".join(e["response"]["location"].split("/")[-4:-2]) for e in done["entry"]]
    both = transaction(*(entry("DELETE", w, ifMatch='W/"1"') for w in where))
    assert careful.delete(where[0], headers={"If-Match": 'W/"1"'}).status_code == 409
    assert [s in (200, 204) for s in statuses(careful.run(both))] == [True, True]
    dangling = transaction(entry("POST", "Patient", linked("Patient/never-was")))
    assert careful.post("", json=dangling).status_code in (400, 409, 422)


def test_a_base_url_of_its_own_makes_every_link(serve_with):
    public, alias = "https://fhir.example.org/r4", "http://old.example.org/fhir"
    with serve_with(FHIR_BASE_URL_ALIASES=f"{alias}, {public}") as client:
        base = client.base
        target = client.made(patient())
        for own in (base, alias, public):
            reference = {"reference": f"{own}/Patient/{target['id']}"}
            made = client.made(observation(subject=reference))
            query = {"subject": f"Patient/{target['id']}", "_id": made["id"]}
            assert client.count("Observation", **query) == 1, own
        done = client.run(batch(entry("GET", f"{alias}/Patient/{target['id']}")))
        assert statuses(done) == [200]
        assert client.create(patient()).headers["location"].startswith(base)
        for host, status in (("old.example.org", 200), ("FHIR.example.org:443", 200), ("a.b", 421)):
            assert client.get("Patient", headers={"Host": host}).status_code == status, host


def test_text_search_is_listed_and_works_where_it_is_switched_on(serve_with, fhir):
    div = '<div xmlns="http://www.w3.org/1999/xhtml">Bone metastases, 糖尿病</div>'
    told = patient(text={"status": "generated", "div": div})
    assert not {"_text", "_content"} & {p["name"] for p in declared(fhir)["searchParam"]}
    assert fhir.get("Patient", params={"_text": "bone"}).status_code == 400
    with serve_with(FHIR_TEXT_SEARCH="true") as client:
        listed = {p["name"]: p["definition"] for p in declared(client)["searchParam"]}
        assert listed["_text"] == "http://hl7.org/fhir/SearchParameter/DomainResource-text"
        assert listed["_content"] == "http://hl7.org/fhir/SearchParameter/Resource-content"
        id_ = client.made(told)["id"]
        for asked in ("(bone OR liver) and metastases", '"bone metastases"', "糖尿病"):
            found = client.get("Patient", params={"_text": asked, "_id": id_}).json()
            assert found["total"] == 1, asked


def test_the_host_header_makes_no_link(careful):
    made = careful.create(patient(), Host="evil.example")
    assert made.headers["location"].startswith(careful.base)
    answer = careful.get("Patient", params={"_count": 1}, headers={"Host": "evil.example"})
    assert answer.json()["total"] > 0
    assert "evil.example" not in answer.text
