"""read, vread and HEAD (http.html 3.1.0.2, 3.1.0.3, 3.1.0.1.3)."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from build import observation, patient, unique


@pytest.fixture(scope="module")
def known(fhir):
    """A Patient of three versions: `gender` tells them apart."""
    first = fhir.made(patient(gender="female"))
    for gender in ("male", "other"):
        assert fhir.update({**first, "gender": gender}).status_code == 200
    return first["id"]


@pytest.fixture(scope="module")
def deleted(fhir):
    """A Patient whose second version is its deletion."""
    made = fhir.made(patient(gender="female"))
    fhir.delete(f"Patient/{made['id']}")
    return made["id"]


def test_a_read_gives_the_current_version_with_its_headers(fhir, known):
    answer = fhir.get(f"Patient/{known}")
    resource = answer.json()
    assert answer.status_code == 200
    assert answer.headers["etag"] == 'W/"3"'
    assert answer.headers["content-type"].replace(" ", "").lower() == (
        "application/fhir+json;charset=utf-8"
    )
    assert (resource["id"], resource["meta"]["versionId"]) == (known, "3")
    assert resource["gender"] == "other"
    updated = datetime.fromisoformat(resource["meta"]["lastUpdated"])
    assert updated.tzinfo is not None
    assert parsedate_to_datetime(answer.headers["last-modified"]) == updated.replace(microsecond=0)


def test_a_version_specific_location_is_absolute_where_it_is_said(fhir, known):
    said = fhir.get(f"Patient/{known}").headers.get("content-location")
    assert said in (None, f"{fhir.base}/Patient/{known}/_history/3")


@pytest.mark.parametrize(("version", "gender"), [(1, "female"), (2, "male"), (3, "other")])
def test_a_vread_gives_that_version(fhir, known, version, gender):
    answer = fhir.get(f"Patient/{known}/_history/{version}")
    assert answer.status_code == 200
    assert answer.headers["etag"] == f'W/"{version}"'
    assert "last-modified" in answer.headers
    assert answer.json()["gender"] == gender
    assert answer.json()["meta"]["versionId"] == str(version)


@pytest.mark.parametrize("version", ["0", "4", "99999999999", "-1", "01", "1.0", "x", "%31%00"])
def test_a_version_that_never_was_is_404(fhir, known, version):
    assert fhir.get(f"Patient/{known}/_history/{version}").status_code == 404


@pytest.mark.parametrize("path", ["Patient/never-was", "Patient/never-was/_history/1"])
def test_what_never_was_is_404(fhir, path):
    assert fhir.get(path).status_code == 404


def test_an_id_belongs_to_its_type(fhir, known):
    assert fhir.get(f"Observation/{known}").status_code == 404


def test_what_was_deleted_is_410_also_as_the_version_that_deleted_it(fhir, deleted):
    assert fhir.get(f"Patient/{deleted}").status_code == 410
    assert fhir.get(f"Patient/{deleted}/_history/2").status_code == 410


def test_older_versions_of_what_was_deleted_are_still_there(fhir, deleted):
    answer = fhir.get(f"Patient/{deleted}/_history/1")
    assert (answer.status_code, answer.json()["gender"]) == (200, "female")


@pytest.mark.parametrize("tag", ['W/"3"', '"3"', "3", "*", 'W/"1", W/"3"'])
def test_if_none_match_with_the_current_version_is_304(fhir, known, tag):
    answer = fhir.get(f"Patient/{known}", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["vary"] == fhir.get(f"Patient/{known}").headers["vary"]
    assert answer.headers["etag"] == 'W/"3"'


@pytest.mark.parametrize("tag", ['W/"2"', '"33"', "1", 'W/"abc"'])
def test_if_none_match_with_another_version_is_200(fhir, known, tag):
    assert fhir.get(f"Patient/{known}", headers={"If-None-Match": tag}).status_code == 200


def test_if_modified_since(fhir, known):
    modified = fhir.get(f"Patient/{known}").headers["last-modified"]
    before = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    expected = {modified: 304, before: 200, later: 304, "no date": 200}
    for since, status in expected.items():
        answer = fhir.get(f"Patient/{known}", headers={"If-Modified-Since": since})
        assert answer.status_code == status, since


def test_if_none_match_goes_before_if_modified_since(fhir, known):
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    headers = {"If-None-Match": 'W/"2"', "If-Modified-Since": later}
    assert fhir.get(f"Patient/{known}", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "path", ["Patient/{}", "Patient/{}/_history/1", "Patient/{}/_history", "Patient?_id={}"]
)
def test_head_is_get_without_the_body(fhir, known, path):
    plain = {"Accept-Encoding": "identity"}
    got, head = (f(path.format(known), headers=plain) for f in (fhir.get, fhir.head))
    assert (head.status_code, head.content) == (got.status_code, b"")
    for name in ("content-type", "content-length", "etag", "last-modified"):
        assert head.headers.get(name) == got.headers.get(name), name


@pytest.mark.parametrize(("path", "status"), [("metadata", 200), ("Patient/never-was", 404)])
def test_head_elsewhere(fhir, path, status):
    answer = fhir.head(path)
    assert (answer.status_code, answer.content) == (status, b"")


def test_elements_keeps_what_was_asked_for_and_what_is_mandatory(fhir):
    made = fhir.made(observation(note=[{"text": "n"}], valueString="70 kg"))
    read = fhir.get(f"Observation/{made['id']}", params={"_elements": "note"}).json()
    assert read["note"] == [{"text": "n"}]
    assert "valueString" not in read
    assert read["status"] == "final"
    assert {"code": "SUBSETTED"}.items() <= read["meta"]["tag"][0].items()


@pytest.mark.parametrize(
    ("summary", "has", "lacks"),
    [
        ("true", {"name", "gender"}, {"text", "photo"}),
        ("text", {"text"}, {"name", "gender", "photo"}),
        ("data", {"name", "gender", "photo"}, {"text"}),
        ("false", {"name", "gender", "text", "photo"}, set()),
    ],
)
def test_summary(fhir, summary, has, lacks):
    div = '<div xmlns="http://www.w3.org/1999/xhtml">王芳</div>'
    made = fhir.made(
        patient(
            gender="female",
            text={"status": "generated", "div": div},
            photo=[{"title": "portrait"}],
        )
    )
    read = fhir.get(f"Patient/{made['id']}", params={"_summary": summary}).json()
    assert has <= set(read)
    assert not lacks & set(read)
    assert ("tag" in read["meta"]) == (summary != "false")


def test_a_read_of_a_part_does_not_change_the_resource(fhir, known):
    fhir.get(f"Patient/{known}", params={"_elements": "gender"})
    whole = fhir.get(f"Patient/{known}").json()
    assert whole["name"]
    assert "tag" not in whole["meta"]


def test_a_trailing_slash_does_not_matter(fhir, known):
    assert fhir.get(f"Patient/{known}/").json() == fhir.get(f"Patient/{known}").json()
    made = fhir.post("Patient/", json=patient(id=unique()))
    assert made.status_code == 201
