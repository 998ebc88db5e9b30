"""Links of a resource, listed and rewritten (http.html, 3.1.0.11.2; bundle.html, 2.36.4.1)."""

from copy import deepcopy

import pytest

from fhir_server.references import references, rewrite

UUID = "urn:uuid:0b0a0c43-4ac2-4a3f-9bd8-0a8f2f2e0001"
OID = "urn:oid:1.2.840.99.1"
ABSOLUTE = "http://source.example/fhir/Patient/1"
TARGETS = {
    UUID: "Patient/9",
    OID: "Device/7",
    ABSOLUTE: "Patient/9",
    "Practitioner?identifier=http://id.example|5": "Practitioner/5",
}
BASIC = {"resourceType": "Basic", "code": {"text": "x"}}


def rewritten(part, type_="Basic", **more):
    resource = {**BASIC, "resourceType": type_, **deepcopy(part)}
    rewrite(resource, type_, TARGETS, **more)
    return {key: resource[key] for key in part}


def extension(**value):
    return {"extension": [{"url": "http://example.org/e", **value}]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (UUID, "Patient/9"),
        (OID, "Device/7"),
        (ABSOLUTE, "Patient/9"),
        (UUID + "#part", "Patient/9#part"),
        (ABSOLUTE + "/_history/4#p", "Patient/9/_history/4#p"),
        ("Practitioner?identifier=http://id.example|5", "Practitioner/5"),
        ("#contained", "#contained"),
        ("#", "#"),
        ("Patient/1", "Patient/1"),
        ("urn:uuid:0b0a0c43-0000-4a3f-9bd8-0a8f2f2e0001", None),
        (UUID.upper(), None),
        (UUID + "0", None),
    ],
)
def test_a_reference_follows_its_target(before, after):
    changed = rewritten({"subject": {"reference": before}})
    assert changed == {"subject": {"reference": after or before}}


@pytest.mark.parametrize("place", ["valueUri", "valueUrl", "valueOid", "valueUuid"])
def test_uri_url_oid_and_uuid_are_links(place):
    assert rewritten(extension(**{place: UUID})) == extension(**{place: "Patient/9"})


@pytest.mark.parametrize(
    "place",
    ["valueString", "valueCanonical", "valueCode", "valueId", "valueMarkdown", "valueBase64Binary"],
)
def test_other_types_are_not(place):
    assert rewritten(extension(**{place: UUID})) == extension(**{place: UUID})


@pytest.mark.parametrize(
    ("type_", "part"),
    [
        ("Patient", extension(url=ABSOLUTE)),
        ("Library", {"url": ABSOLUTE, "relatedArtifact": [{"resource": ABSOLUTE}]}),
        ("Observation", {"code": {"coding": [{"system": OID}]}, "valueQuantity": {"system": OID}}),
        ("Patient", {"identifier": [{"system": "urn:ietf:rfc:3986", "value": UUID}]}),
        ("Patient", {"id": UUID, "meta": {"profile": [ABSOLUTE]}}),
        ("CarePlan", {"instantiatesCanonical": [ABSOLUTE]}),
        ("Bundle", {"entry": [{"fullUrl": UUID, "resource": {**BASIC, "subject": {}}}]}),
    ],
)
def test_names_canonicals_and_strings_stay(type_, part):
    assert rewritten(part, type_) == part


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [
        ("CarePlan", {"instantiatesUri": [UUID, "x"]}, {"instantiatesUri": ["Patient/9", "x"]}),
        ("Device", {"url": OID}, {"url": "Device/7"}),
        (
            "DocumentReference",
            {"content": [{"attachment": {"url": UUID}}]},
            {"content": [{"attachment": {"url": "Patient/9"}}]},
        ),
        (
            "Patient",
            {"contained": [{**BASIC, **extension(valueReference={"reference": UUID})}]},
            {"contained": [{**BASIC, **extension(valueReference={"reference": "Patient/9"})}]},
        ),
        (
            "Patient",
            {"_birthDate": extension(valueUri=UUID)},
            {"_birthDate": extension(valueUri="Patient/9")},
        ),
        (
            "CarePlan",
            {"_instantiatesUri": [None, extension(valueUri=UUID)]},
            {"_instantiatesUri": [None, extension(valueUri="Patient/9")]},
        ),
        (
            "Patient",
            {"extension": [{"url": "u", **extension(valueAttachment={"url": UUID})}]},
            {"extension": [{"url": "u", **extension(valueAttachment={"url": "Patient/9"})}]},
        ),
        (
            "Parameters",
            {"parameter": [{"part": [{"resource": {**BASIC, "subject": {"reference": UUID}}}]}]},
            {
                "parameter": [
                    {"part": [{"resource": {**BASIC, "subject": {"reference": "Patient/9"}}}]}
                ]
            },
        ),
    ],
)
def test_links_are_found_everywhere(type_, before, after):
    assert rewritten(before, type_) == after


def div(inner):
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<a href="{UUID}">王芳</a>', '<a href="Patient/9">王芳</a>'),
        (
            f"<a  class='x'\n href = '{UUID}#p'>x</a>",
            "<a  class='x'\n href = \"Patient/9#p\">x</a>",
        ),
        (f'<img alt="a &gt; b" src="{OID}"/>', '<img alt="a &gt; b" src="Device/7"/>'),
        (f'<a title="1 > 0" href="{UUID}">x</a>', '<a title="1 > 0" href="Patient/9">x</a>'),
        (f'<a name="x" data-href="{UUID}">x</a>', None),
        (f"<a title=\" href='{UUID}' \">x</a>", None),
        (f'<abbr href="{UUID}">x</abbr>', None),
        (f'<img href="{UUID}"/>', None),
        (f"<p>href src {UUID}&#160;&amp; it stays</p>", None),
        ('<a href="#x">x</a>', None),
        ('<a href="http://elsewhere.example/?a=1&amp;b=2">x</a>', None),
    ],
)
def test_the_narrative_is_rewritten_in_links_only(before, after):
    part = {"text": {"status": "generated", "div": div(before)}}
    left = {"text": {"status": "generated", "div": div(after or before)}}
    assert rewritten(part) == left


def test_a_hostile_narrative_takes_no_time():
    part = {"text": {"status": "generated", "div": "<a href=" * 200_000}}
    assert rewritten(part) == part


@pytest.mark.parametrize(
    ("full_url", "reference", "expected"),
    [
        ("http://source.example/fhir/Observation/2", "Patient/1", "Patient/9"),
        ("http://source.example/fhir/Observation/2/_history/1", "Patient/1#a", "Patient/9#a"),
        ("http://source.example/fhir/Observation/2", "Patient/2", "Patient/2"),
        ("http://source.example/fhir/Observation/2", UUID, "Patient/9"),
        ("http://other.example/fhir/Observation/2", "Patient/1", "Patient/1"),
        (UUID, "Patient/1", "Patient/1"),
        (None, "Patient/1", "Patient/1"),
    ],
)
def test_relative_references_are_resolved_against_their_entry(full_url, reference, expected):
    changed = rewritten({"subject": {"reference": reference}}, full_url=full_url)
    assert changed == {"subject": {"reference": expected}}


def test_versioned_references_name_the_version_given():
    part = {"subject": {"reference": f"{UUID}/_history/77"}}
    changed = rewritten(part, versions={"Patient/9": 3})
    assert changed == {"subject": {"reference": "Patient/9/_history/3"}}


def test_circles_are_no_matter():
    targets = {"urn:uuid:a": "Patient/1", "urn:uuid:b": "Patient/2"}
    a = {"resourceType": "Patient", "link": [{"other": {"reference": "urn:uuid:b"}}]}
    b = {"resourceType": "Patient", "link": [{"other": {"reference": "urn:uuid:a"}}]}
    for resource in (a, b):
        rewrite(resource, "Patient", targets)
    assert a["link"][0]["other"]["reference"] == "Patient/2"
    assert b["link"][0]["other"]["reference"] == "Patient/1"


@pytest.mark.parametrize(
    "part",
    [
        {"subject": "Patient/1"},
        {"subject": [UUID]},
        {"subject": {"reference": {"reference": UUID}}},
        {"subject": {"reference": 5}},
        {"text": {"div": {"a": UUID}}},
        {"contained": [{"resourceType": ["Patient"]}, {}, 5, None, UUID]},
        {"unknown": {"reference": UUID}},
    ],
)
def test_what_is_not_fhir_is_left_to_the_validator(part):
    assert rewritten(part) == part


def test_references_are_listed_with_their_place():
    resource = {
        "resourceType": "Observation",
        "contained": [
            {"resourceType": "Specimen", "id": "s", "subject": {"reference": "Patient/1"}},
        ],
        "extension": [{"url": "u", "valueReference": {"reference": "Group/2"}}],
        "subject": {"reference": "Patient/1", "display": "x"},
        "performer": [{"display": "y"}, {"reference": "Practitioner?identifier=a|b"}],
        "_status": extension(valueReference={"reference": "Device/1"}),
        "specimen": {"reference": "#s"},
        "valueString": "Patient/3",
    }
    assert dict(references(resource, "Observation")) == {
        "Observation.contained[0].subject.reference": "Patient/1",
        "Observation.extension[0].value.reference": "Group/2",
        "Observation.subject.reference": "Patient/1",
        "Observation.performer[1].reference": "Practitioner?identifier=a|b",
        "Observation.status.extension[0].value.reference": "Device/1",
        "Observation.specimen.reference": "#s",
    }


def test_references_of_an_inner_bundle_are_its_own():
    bundle = {
        "resourceType": "Bundle",
        "type": "document",
        "entry": [{"resource": {**BASIC, "subject": {"reference": "Patient/1"}}}],
    }
    assert list(references(bundle, "Bundle")) == []
