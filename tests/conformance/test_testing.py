"""`assert_conforms` for the tests of others."""

import json

import pytest

from conformance.run import ProfileError
from conformance.testing import assert_conforms

GOOD = {"resourceType": "Patient", "gender": "female"}
BAD = {"resourceType": "Patient", "gender": "boy"}


def forms(resource, folder):
    file = folder / "a.json"
    file.write_text(json.dumps(resource))
    return [resource, json.dumps(resource), json.dumps(resource).encode(), file]


def test_what_conforms_passes(tmp_path):
    for form in forms(GOOD, tmp_path):
        assert_conforms(form)


def test_what_does_not_conform_fails_with_a_report(tmp_path):
    for form in forms(BAD, tmp_path):
        with pytest.raises(AssertionError, match=r"Patient\.gender  required-binding"):
            assert_conforms(form)


def test_the_report_shows_the_line_of_a_dict():
    with pytest.raises(AssertionError, match=r'3 \|   "gender": "boy"'):
        assert_conforms(BAD)


def test_the_report_is_chinese_where_asked():
    with pytest.raises(AssertionError, match="必需绑定"):
        assert_conforms(BAD, lang="zh")


def test_a_profile_is_demanded():
    observation = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}}
    assert_conforms(observation)
    with pytest.raises(AssertionError):
        assert_conforms(observation, "http://hl7.org/fhir/StructureDefinition/vitalsigns")


def test_a_profile_that_is_not_there_is_said():
    with pytest.raises(ProfileError, match=r"http://a\.org/none"):
        assert_conforms(GOOD, "http://a.org/none")


def test_a_file_that_is_not_there_fails(tmp_path):
    with pytest.raises(AssertionError, match=r"none\.json: not judged"):
        assert_conforms(tmp_path / "none.json")
