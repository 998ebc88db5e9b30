"""batch (http.html 3.1.0.11.1)."""

from build import (
    basic,
    batch,
    criteria,
    entry,
    fhirpath_patch,
    identified,
    json_patch_binary,
    observation,
    patient,
    statuses,
    unique,
)


def test_each_entry_has_its_own_fate(fhir):
    kept = fhir.made(patient(gender="female"))
    new, key = unique(), unique()
    done = fhir.run(
        batch(
            entry("GET", f"Patient/{kept['id']}"),
            entry("POST", "Patient", identified(key)),
            entry("POST", "Patient", patient(colour="red")),
            entry("PUT", f"Patient/{new}", patient(id=new)),
            entry("PUT", f"Patient/{new}x", patient(id="other")),
            entry("GET", "Patient/never-was"),
            entry("DELETE", f"Patient/{unique()}"),
            entry("GET", f"Patient/{kept['id']}", ifNoneMatch='W/"1"'),
            entry("PUT", f"Patient/{kept['id']}", kept, ifMatch='W/"9"'),
            entry("GET", "Patiant/1"),
            {"resource": patient()},
        )
    )
    assert done["type"] == "batch-response"
    expected = [200, 201, 400, 201, 400, 404, 204, 304, 412, 404, 400]
    assert statuses(done) == expected
    for answered, status in zip(done["entry"], expected, strict=True):
        if status >= 400:
            assert answered["response"]["outcome"]["resourceType"] == "OperationOutcome"
    assert fhir.count("Patient", identifier=key) == 1
    assert done["entry"][0]["resource"] == kept
    assert done["entry"][1]["response"]["location"].endswith("/_history/1")


def test_a_search_in_a_batch(fhir):
    key = unique()
    made = fhir.made(identified(key))
    found = fhir.run(batch(entry("GET", f"Patient?{criteria(key)}")))["entry"][0]["resource"]
    assert found["type"] == "searchset"
    assert [e["resource"] for e in found["entry"]] == [made]


def test_patches_and_conditional_entries_in_a_batch(fhir):
    key = unique()
    made = fhir.made(identified(key, gender="female"))
    change = {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "other"}}
    done = fhir.run(
        batch(
            entry("PATCH", f"Patient/{made['id']}", fhirpath_patch(change)),
            entry(
                "PATCH",
                f"Patient?{criteria(key)}",
                json_patch_binary('[{"op":"remove","path":"/name"}]'),
            ),
            entry("POST", "Patient", identified(key), ifNoneExist=criteria(key)),
        )
    )
    assert statuses(done) == [200, 200, 200]
    read = fhir.get(f"Patient/{made['id']}").json()
    assert read["meta"]["versionId"] == "3"
    assert (read["gender"], "name" in read) == ("other", False)


def test_operations_in_a_batch(fhir):
    done = fhir.run(batch(entry("POST", "Patient/$validate", patient(gender="unclear"))))
    assert statuses(done) == [200]
    assert done["entry"][0]["resource"]["resourceType"] == "OperationOutcome"


def test_versions_and_histories_in_a_batch(fhir):
    made = fhir.made(basic())
    done = fhir.run(
        batch(
            entry("GET", f"Basic/{made['id']}/_history/1"),
            entry("GET", f"Basic/{made['id']}/_history"),
            entry("GET", "metadata"),
        )
    )
    assert statuses(done) == [200, 200, 200]
    kinds = [e["resource"]["resourceType"] for e in done["entry"]]
    assert kinds == ["Basic", "Bundle", "CapabilityStatement"]


def test_writes_of_one_resource_come_in_order(fhir):
    id_ = unique()
    puts = [entry("PUT", f"Basic/{id_}", basic(id=id_, code={"text": str(n)})) for n in range(8)]
    done = fhir.run(batch(*puts))
    assert sorted(statuses(done)) == [200] * 7 + [201]
    assert fhir.get(f"Basic/{id_}/_history").json()["total"] == 8


def test_urls_that_lead_away_are_refused(fhir):
    urls = (
        "http://other.example.org/fhir/Patient/1",
        "../Patient",
        "https://evil.example/Patient",
    )
    done = fhir.run(batch(*(entry("GET", url) for url in urls)))
    assert all(400 <= status < 500 for status in statuses(done))


def test_links_between_entries_of_a_batch_are_not_rewritten(fhir):
    link = "urn:uuid:6b1f7a3a-0d5b-4d8e-9f4b-0d7a8f1c2b3d"
    done = fhir.run(
        batch(
            entry("POST", "Patient", patient(), link),
            entry("POST", "Observation", observation(subject={"reference": link})),
        )
    )
    assert statuses(done) == [201, 201]
    where = "/".join(done["entry"][1]["response"]["location"].split("/")[-4:-2])
    assert fhir.get(where).json()["subject"]["reference"] == link
