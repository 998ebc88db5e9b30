"""transaction (http.html 3.1.0.11.2, bundle.html 2.36.4)."""

from datetime import datetime

import pytest
from build import (
    basic,
    batch,
    criteria,
    entry,
    extension,
    fhirpath_patch,
    identified,
    json_patch_binary,
    observation,
    patient,
    sentences,
    statuses,
    transaction,
    unique,
    urn,
)


def where(answered):
    """`Type/id` of what an entry's response is about."""
    return "/".join(answered["response"]["location"].split("/")[-4:-2])


def test_the_response_is_in_the_order_of_the_request(fhir):
    kept, gone = fhir.made(patient()), fhir.made(patient())
    new = unique()
    done = fhir.run(
        transaction(
            entry("GET", f"Patient/{kept['id']}"),
            entry("PUT", f"Patient/{new}", patient(id=new)),
            entry("POST", "Observation", observation()),
            entry("DELETE", f"Patient/{gone['id']}"),
            entry("PUT", f"Patient/{kept['id']}", {**kept, "gender": "male"}),
            entry("HEAD", f"Patient/{kept['id']}"),
        )
    )
    assert (done["resourceType"], done["type"]) == ("Bundle", "transaction-response")
    assert statuses(done) in ([200, 201, 201, 204, 200, 200], [200, 201, 201, 200, 200, 200])
    read, put, post, _, update, head = done["entry"]
    assert read["resource"]["gender"] == "male", "reads come last and see the writes"
    assert "resource" not in head
    assert where(put) == f"Patient/{new}"
    assert where(post).startswith("Observation/")
    for answered, version in ((put, 1), (post, 1), (update, 2), (read, 2)):
        assert answered["response"]["etag"] == f'W/"{version}"'
        assert datetime.fromisoformat(answered["response"]["lastModified"])
    assert fhir.get(f"Patient/{gone['id']}").status_code == 410


def test_deletes_go_before_creates_and_creates_before_updates(fhir):
    """A conditional create sees the deletion, a conditional update the creation."""
    key = unique()
    old = fhir.made(identified(key))
    done = fhir.run(
        transaction(
            entry("GET", f"Patient?{criteria(key)}"),
            entry("POST", "Patient", identified(key), ifNoneExist=criteria(key)),
            entry("DELETE", f"Patient/{old['id']}"),
        )
    )
    found, created, _ = done["entry"]
    assert created["response"]["status"].startswith("201")
    assert where(created) != f"Patient/{old['id']}"
    assert [e["resource"]["id"] for e in found["resource"]["entry"]] == [
        where(created).split("/")[1]
    ]


def test_every_link_r4_lists_is_rewritten_and_canonicals_are_not(fhir):
    """Reference, uri, url, oid, uuid, narrative; in extensions and contained resources too."""
    target, other = urn(), "urn:oid:1.2.3.4.5"
    div = (
        f'<div xmlns="http://www.w3.org/1999/xhtml"><a href="{target}">a</a>'
        f'<img src="{other}" alt="b"/><p>{target}</p></div>'
    )
    source = basic(
        text={"status": "generated", "div": div},
        subject={"reference": target, **extension(valueReference={"reference": other})},
        extension=[
            {"url": "http://example.org/1", "valueUri": target},
            {"url": "http://example.org/2", "valueUrl": target},
            {"url": "http://example.org/3", "valueOid": other},
            {"url": "http://example.org/4", "valueUuid": target},
            {"url": "http://example.org/5", "valueCanonical": target},
            {"url": "http://example.org/6", "valueString": target},
            {"url": "http://example.org/7", **extension(valueUri=other)},
            {"url": target, "valueCode": "x"},
            {"url": "http://example.org/8", "valueReference": {"reference": "#o"}},
        ],
        contained=[{**observation(id="o", subject={"reference": target})}],
        modifierExtension=[{"url": "http://example.org/m", "valueUri": target}],
        _language=extension(valueReference={"reference": target}),
    )
    done = fhir.run(
        transaction(
            entry("POST", "Basic", source),
            entry("POST", "Patient", patient(), full_url=target),
            entry("POST", "Device", {"resourceType": "Device"}, full_url=other),
        )
    )
    new, device = where(done["entry"][1]), where(done["entry"][2])
    got = fhir.get(where(done["entry"][0])).json()
    assert got["subject"]["reference"] == new
    assert got["subject"]["extension"][0]["valueReference"]["reference"] == device
    values = [
        next(v for k, v in e.items() if k.startswith("value"))
        for e in got["extension"]
        if "extension" not in e
    ]
    assert values == [new, new, device, new, target, target, "x", {"reference": "#o"}]
    assert got["extension"][6]["extension"][0]["valueUri"] == device
    assert got["contained"][0]["subject"]["reference"] == new
    assert got["modifierExtension"][0]["valueUri"] == new
    assert got["_language"]["extension"][0]["valueReference"]["reference"] == new
    assert f'href="{new}"' in got["text"]["div"]
    assert f'src="{device}"' in got["text"]["div"]
    assert f"<p>{target}</p>" in got["text"]["div"], "text is not a link"


def test_circular_references(fhir):
    one, two = urn(), urn()

    def link_to(other):
        return patient(link=[{"other": {"reference": other}, "type": "seealso"}])

    done = fhir.run(
        transaction(
            entry("POST", "Patient", link_to(two), one), entry("POST", "Patient", link_to(one), two)
        )
    )
    first, second = (where(e) for e in done["entry"])
    assert fhir.get(first).json()["link"][0]["other"]["reference"] == second
    assert fhir.get(second).json()["link"][0]["other"]["reference"] == first


def test_absolute_and_relative_full_urls(fhir):
    """A relative reference is meant relative to the entry's fullUrl (bundle.html 2.36.4.1)."""
    foreign = "http://source.example.org/fhir"
    done = fhir.run(
        transaction(
            entry("POST", "Patient", patient(id="7"), f"{foreign}/Patient/7"),
            entry(
                "POST",
                "Observation",
                observation(subject={"reference": "Patient/7"}),
                f"{foreign}/Observation/1",
            ),
            entry("POST", "Basic", basic(subject={"reference": f"{foreign}/Patient/7"})),
        )
    )
    new, first, second = (where(e) for e in done["entry"])
    assert new != "Patient/7"
    assert fhir.get(first).json()["subject"]["reference"] == new
    assert fhir.get(second).json()["subject"]["reference"] == new


def test_references_to_what_is_not_in_the_bundle_stay(fhir):
    kept = ["Patient/elsewhere", "http://other.example.org/fhir/Patient/1", "#c"]
    source = basic(
        contained=[patient(id="c")],
        extension=[
            {"url": "http://example.org/r", "valueReference": {"reference": r}} for r in kept
        ],
    )
    done = fhir.run(
        transaction(entry("POST", "Basic", source), entry("POST", "Patient", patient()))
    )
    got = fhir.get(where(done["entry"][0])).json()
    assert [e["valueReference"]["reference"] for e in got["extension"]] == kept


def test_a_put_with_a_urn_is_referred_to_by_its_id(fhir):
    id_, link = unique(), urn()
    done = fhir.run(
        transaction(
            entry("POST", "Basic", basic(subject={"reference": link})),
            entry("PUT", f"Patient/{id_}", patient(id=id_), link),
        )
    )
    got = fhir.get(where(done["entry"][0])).json()
    assert got["subject"]["reference"] == f"Patient/{id_}"


def test_a_conditional_create_that_finds_is_referred_to(fhir):
    key, link = unique(), urn()
    known = fhir.made(identified(key))
    done = fhir.run(
        transaction(
            entry("POST", "Basic", basic(subject={"reference": link})),
            entry("POST", "Patient", identified(key), link, ifNoneExist=criteria(key)),
        )
    )
    assert statuses(done) == [201, 200]
    got = fhir.get(where(done["entry"][0])).json()
    assert got["subject"]["reference"] == f"Patient/{known['id']}"
    assert fhir.count("Patient", identifier=key) == 1


@pytest.mark.parametrize("exists", [True, False])
def test_conditional_references_are_resolved_last(fhir, exists):
    """They find what was there, and what the same transaction makes."""
    key = unique()
    made = fhir.made(identified(key)) if exists else None
    entries = [entry("POST", "Basic", basic(subject={"reference": f"Patient?{criteria(key)}"}))]
    if not exists:
        entries.append(entry("POST", "Patient", identified(key)))
    done = fhir.run(transaction(*entries))
    wanted = f"Patient/{made['id']}" if made else where(done["entry"][1])
    assert fhir.get(where(done["entry"][0])).json()["subject"]["reference"] == wanted


@pytest.mark.parametrize("matches", [0, 2])
def test_a_conditional_reference_must_match_one(fhir, matches):
    key, mark = unique(), unique()
    for _ in range(matches):
        fhir.made(identified(key))
    refused = fhir.post(
        "",
        json=transaction(
            entry("POST", "Patient", identified(mark)),
            entry("POST", "Basic", basic(subject={"reference": f"Patient?{criteria(key)}"})),
        ),
    )
    assert 400 <= refused.status_code < 500
    assert "Bundle.entry[1]" in refused.text
    assert fhir.count("Patient", identifier=mark) == 0


@pytest.mark.parametrize("kind", ["json", "fhirpath"])
def test_patch_entries(fhir, kind):
    made = fhir.made(patient(gender="female"))
    change = (
        json_patch_binary('[{"op": "replace", "path": "/gender", "value": "male"}]')
        if kind == "json"
        else fhirpath_patch(
            {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "male"}}
        )
    )
    url = f"Patient/{made['id']}"
    done = fhir.run(transaction(entry("PATCH", url, change), entry("GET", url)))
    assert statuses(done) == [200, 200]
    assert done["entry"][0]["response"]["etag"] == 'W/"2"'
    assert done["entry"][1]["resource"]["gender"] == "male"


def test_a_conditional_patch_and_delete_and_update(fhir):
    keys = [unique() for _ in range(3)]
    patched, removed, _ = (fhir.made(identified(k, gender="male")) for k in keys)
    change = {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "other"}}
    done = fhir.run(
        transaction(
            entry("PATCH", f"Patient?{criteria(keys[0])}", fhirpath_patch(change)),
            entry("DELETE", f"Patient?{criteria(keys[1])}"),
            entry("PUT", f"Patient?{criteria(keys[2])}", identified(keys[2])),
        )
    )
    assert [s in (200, 204) for s in statuses(done)] == [True] * 3
    assert fhir.get(f"Patient/{patched['id']}").json()["gender"] == "other"
    assert fhir.get(f"Patient/{removed['id']}").status_code == 410
    assert done["entry"][2]["response"]["etag"] == 'W/"2"'


@pytest.mark.parametrize(
    ("method", "more", "status"),
    [
        ("PUT", {"ifMatch": 'W/"1"'}, 200),
        ("PUT", {"ifMatch": 'W/"5"'}, 412),
        ("DELETE", {"ifMatch": 'W/"5"'}, 412),
        ("GET", {"ifNoneMatch": 'W/"1"'}, 200),
        ("GET", {"ifModifiedSince": "2100-01-01T00:00:00Z"}, 200),
    ],
)
def test_conditions_of_an_entry(fhir, method, more, status):
    made = fhir.made(patient())
    body = {**made, "gender": "male"} if method == "PUT" else None
    asked = transaction(entry(method, f"Patient/{made['id']}", body, **more))
    done = fhir.run(asked, expect=status)
    if method == "GET":
        assert statuses(done) == [304]
        assert "resource" not in done["entry"][0]
    if status == 412:
        assert fhir.get(f"Patient/{made['id']}").json() == made


def test_put_with_if_none_match_star_in_an_entry(fhir):
    id_ = unique()
    asked = transaction(entry("PUT", f"Patient/{id_}", patient(id=id_), ifNoneMatch="*"))
    assert statuses(fhir.run(asked)) == [201]
    fhir.run(asked, expect=412)


def test_two_creates_on_one_condition_never_make_two(fhir):
    """They are one identity; which R4 has no two of in a transaction."""
    key = unique()
    twice = [entry("POST", "Patient", identified(key), ifNoneExist=criteria(key))] * 2
    fhir.run(transaction(*twice), expect=400)
    assert fhir.count("Patient", identifier=key) == 0
    assert statuses(fhir.run(transaction(twice[0]))) == [201]
    assert statuses(fhir.run(transaction(*twice))) == [200, 200]


@pytest.mark.parametrize("known", [False, True])
def test_an_update_by_criteria_that_a_create_of_the_bundle_meets_is_a_duplicate(fhir, known):
    """Creates are processed first, so the criteria mean what they made."""
    key = unique()
    before = [fhir.made(identified(key))] if known else []
    create = entry("POST", "Patient", identified(key))
    update = entry("PUT", f"Patient?{criteria(key)}", identified(key))
    refused = fhir.post("", json=transaction(create, update))
    assert refused.status_code == 400
    assert "another entry creates" in sentences(refused)
    assert fhir.count("Patient", identifier=key) == len(before), "nothing is left behind"
    delete = entry("DELETE", f"Patient?{criteria(key)}")
    fhir.run(transaction(create, delete))
    assert fhir.count("Patient", identifier=key) == 1, "deletes come before creates"


def test_an_update_by_criteria_may_stand_beside_a_create_that_found(fhir):
    """A create that found something makes nothing, so nothing is written twice."""
    key = unique()
    fhir.made(identified(key))
    found = entry("POST", "Patient", identified(key), ifNoneExist=criteria(key))
    update = entry("PUT", f"Patient?{criteria(key)}", {**identified(key), "gender": "male"})
    assert statuses(fhir.run(transaction(found, update))) == [200, 200]


def test_duplicate_identities_are_refused(fhir):
    id_, key = unique(), unique()
    fhir.made(identified(key))
    same = entry("PUT", f"Patient/{id_}", patient(id=id_))
    for pair in (
        (same, same),
        (same, entry("DELETE", f"Patient/{id_}")),
        (
            entry("PUT", f"Patient?{criteria(key)}", identified(key)),
            entry("DELETE", f"Patient?{criteria(key)}"),
        ),
        (
            entry("POST", "Patient", patient(), "urn:uuid:3fdc72f4-a11d-4a9d-9260-a9f745779e1d"),
            entry("POST", "Patient", patient(), "urn:uuid:3fdc72f4-a11d-4a9d-9260-a9f745779e1d"),
        ),
    ):
        assert fhir.post("", json=transaction(*pair)).status_code == 400
    assert fhir.get(f"Patient/{id_}").status_code == 404


@pytest.mark.parametrize(
    ("bad", "status"),
    [
        (entry("POST", "Patient", patient(colour="red")), 400),
        (entry("POST", "Patient", observation()), 400),
        (entry("PUT", "Patient/x1", patient()), 400),
        (entry("PUT", "Patient/x1", patient(id="x1"), ifMatch='W/"1"'), 412),
        (entry("POST", "Patiant", basic()), 404),
        (entry("GET", "Patient/never-was"), 404),
        (entry("GET", "Patient?colour=red"), 400),
        (entry("PATCH", "Patient/never-was", json_patch_binary("[]")), 404),
        (entry("PATCH", "Patient/never-was", json_patch_binary("{")), 400),
        (entry("POST", "Patient"), 400),
        (entry("POST", "Patient/x1", patient()), 405),
        (entry("POST", "Patient/_search", patient()), 400),
        (entry("POST", "Patient/x1/$meta-add", patient()), 400),
        (entry("GET", "Patient/$nothing"), 404),
        (entry("DELETE", "Patient/x1/_history/1"), 405),
        (entry("PUT", "Patient/x1/_history/1", patient(id="x1")), 405),
        (entry("DELETE", "Patient"), 400),
        (entry("POST", "/", transaction()), 400),
        (entry("OPTIONS", "Patient"), 400),
        ({"resource": patient()}, 400),
    ],
)
def test_a_failing_entry_leaves_nothing_behind_and_is_named(fhir, bad, status):
    key, id_ = unique(), unique()
    victim = fhir.made(patient())
    refused = fhir.post(
        "",
        json=transaction(
            entry("POST", "Patient", identified(key)),
            entry("DELETE", f"Patient/{victim['id']}"),
            bad,
            entry("PUT", f"Patient/{id_}", patient(id=id_)),
        ),
    )
    assert refused.status_code == status, refused.text
    assert "Bundle.entry[2]" in refused.text
    assert fhir.count("Patient", identifier=key) == 0
    assert fhir.get(f"Patient/{victim['id']}").json() == victim
    assert fhir.get(f"Patient/{id_}").status_code == 404


def test_a_finding_inside_an_entry_has_its_place(fhir):
    refused = fhir.post("", json=transaction(entry("POST", "Patient", patient(colour="red"))))
    places = [e for i in refused.json()["issue"] for e in i["expression"]]
    assert places == ["Bundle.entry[0].resource.colour"]


def test_reads_may_search_and_ask_for_history(fhir):
    key = unique()
    made = fhir.made(identified(key))
    done = fhir.run(
        transaction(
            entry("GET", f"Patient?{criteria(key)}&_count=5"),
            entry("GET", f"Patient/{made['id']}/_history/1"),
            entry("GET", f"Patient/{made['id']}/_history"),
            entry("GET", f"{fhir.base}/Patient/{made['id']}"),
            entry("POST", "Patient", identified(key)),
        )
    )
    found, version, history, absolute, _ = done["entry"]
    assert found["resource"]["type"] == "searchset"
    assert found["resource"]["total"] == 2
    assert version["resource"] == absolute["resource"] == made
    assert history["resource"]["type"] == "history"


def test_prefer_says_what_comes_back(fhir):
    asked = transaction(entry("POST", "Patient", patient()))
    minimal = fhir.run(asked, prefer="return=minimal")["entry"][0]
    assert "resource" not in minimal
    assert minimal["response"]["location"]
    whole = fhir.run(asked, prefer="return=representation")["entry"][0]
    assert whole["resource"]["resourceType"] == "Patient"
    told = fhir.run(asked, prefer="return=OperationOutcome")["entry"][0]["response"]
    assert told["outcome"]["resourceType"] == "OperationOutcome"


def test_an_empty_transaction(fhir):
    done = fhir.run({"resourceType": "Bundle", "type": "transaction"})
    assert done["type"] == "transaction-response"
    assert "entry" not in done


@pytest.mark.parametrize("kind", ["collection", "searchset", "history", "document", "colour", None])
def test_other_bundles_are_not_carried_out(fhir, kind):
    assert fhir.post("", json={"resourceType": "Bundle", "type": kind}).status_code == 400


def test_other_resources_are_not_posted_to_the_base(fhir):
    assert fhir.post("", json=patient()).status_code == 400


def test_five_thousand_entries(fhir):
    key = unique()
    many = (
        entry(
            "POST", "Basic", basic(code={"coding": [{"system": "http://example.org", "code": key}]})
        )
        for _ in range(5000)
    )
    done = fhir.run(transaction(*many), prefer="return=minimal")
    assert set(statuses(done)) == {201}
    assert len({where(e) for e in done["entry"]}) == 5000
    assert fhir.count("Basic", code=key) == 5000


def test_transactions_of_one_resource_that_meet_lose_nothing(fhir):
    """Two Bundles after one another see each other's versions."""
    id_ = unique()
    put = transaction(entry("PUT", f"Patient/{id_}", patient(id=id_)))
    etags = [fhir.run(put)["entry"][0]["response"]["etag"] for _ in range(3)]
    assert etags == ['W/"1"', 'W/"2"', 'W/"3"']
    history = fhir.get(f"Patient/{id_}/_history").json()
    assert [e["request"]["method"] for e in history["entry"]] == ["PUT"] * 3


def test_an_update_in_a_transaction_brings_back_what_was_deleted(fhir):
    made = fhir.made(patient())
    put = transaction(entry("PUT", f"Patient/{made['id']}", made))
    fhir.delete(f"Patient/{made['id']}")
    response = fhir.run(put)["entry"][0]["response"]
    assert (response["status"][:3], response["etag"]) == ("201", 'W/"3"')


def test_the_id_of_a_created_resource_is_the_servers(fhir):
    """Also where its fullUrl is one of our own URLs."""
    own = unique()
    body = patient(id=own)
    done = fhir.run(transaction(entry("POST", "Patient", body, f"{fhir.base}/Patient/{own}")))
    assert where(done["entry"][0]) != f"Patient/{own}"
    assert fhir.get(f"Patient/{own}").status_code == 404


def test_a_deletion_of_what_never_was_is_no_failure(fhir):
    done = fhir.run(transaction(entry("DELETE", f"Patient/{unique()}")))
    assert statuses(done)[0] in (200, 204)


def test_the_outcome_of_a_refusal_is_a_sentence(fhir):
    refused = fhir.post("", json=transaction(entry("GET", "Patient/never-was")))
    assert "never-was" in sentences(refused)


def test_a_bundle_can_also_be_stored(fhir):
    stored = batch(entry("GET", "Patient/1"))
    answer = fhir.create(stored)
    assert answer.status_code == 201
    assert answer.json()["type"] == "batch"


@pytest.mark.parametrize("request_", [{}, {"ifNoneExist": True}, {"found": True}, {"put": True}])
def test_links_to_a_version_lead_to_the_version_there_is(fhir, request_):
    """Whatever version the client wrote (http.html 3.1.0.11.2)."""
    key, target = unique(), urn()
    there = request_.get("found") and fhir.update({**fhir.made(identified(key)), "active": True})
    condition = {"ifNoneExist": criteria(key)} if request_.keys() & {"ifNoneExist", "found"} else {}
    made = (
        entry("PUT", f"Patient?{criteria(key)}", identified(key), target)
        if request_.get("put")
        else entry("POST", "Patient", identified(key), target, **condition)
    )
    done = fhir.run(
        transaction(
            made,
            entry(
                "POST", "Observation", observation(subject={"reference": f"{target}/_history/7"})
            ),
        ),
        prefer="return=representation",
    )
    version = 2 if there else 1
    assert (
        done["entry"][1]["resource"]["subject"]["reference"]
        == f"{where(done['entry'][0])}/_history/{version}"
    )


def test_operations_that_only_ask_are_carried_out_and_see_the_writes(fhir):
    id_ = unique()
    done = fhir.run(
        transaction(
            entry("GET", f"Patient/{id_}/$meta"),
            entry("POST", "Patient/$validate", patient(gender="x")),
            entry("PUT", f"Patient/{id_}", patient(id=id_, meta={"tag": [{"code": "a"}]})),
        )
    )
    asked, judged, _ = (e.get("resource") for e in done["entry"])
    assert asked["parameter"][0]["valueMeta"]["tag"] == [{"code": "a"}]
    assert judged["issue"][0]["severity"] == "error"
